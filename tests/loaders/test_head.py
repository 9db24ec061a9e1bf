"""What sort of document a text is and under which number: one head for each way in which they are set."""

from __future__ import annotations

import pytest

from loaders.extract import extract

#: The rest of an official text, so that a head has something under it.
BODY = "\n\nCăn cứ Luật Tổ chức chính quyền địa phương;\n\n1. Giao Sở Công Thương chủ trì thực hiện.\n"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def columns(left: list[str], right: list[str]) -> str:
    """Two columns of a head, side by side as text."""
    rows = max(len(left), len(right))
    padded = [(column + [""] * rows)[:rows] for column in (left, right)]
    return "\n".join(f"{a:<34}{b}".rstrip() for a, b in zip(*padded, strict=True)) + "\n"


STATE = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "   Độc lập - Tự do - Hạnh phúc"]

NUMBERS: list[tuple[str, str, str | None]] = [
    ("a plan of a People's Committee", "Số: 96/KH-UBND", "96/KH-UBND"),
    ("a space before the slash is no part of the number", "Số: 96 /KH-UBND", "96/KH-UBND"),
    ("nor are spaces around the dash", "Số: 96/KH - UBND", "96/KH-UBND"),
    ("the Party sets a dash and no colon", "Số 123-KH/TU", "123-KH/TU"),
    ("a Party number may be set wide", "Số 367 - QĐ/TU", "367-QĐ/TU"),
    ("legal documents bear their year", "Số: 33/2019/QĐ-UBND", "33/2019/QĐ-UBND"),
    ("leading zeros stay", "Số: 05/KH-UBND", "05/KH-UBND"),
    ("set bold", "Số: **96/KH-UBND**", "96/KH-UBND"),
    ("behind other words of the line", "Y BÁI Số 96-KH/TU", "96-KH/TU"),
    ("before the rules of 1998 the sort stood behind a space", "Số : 214 KH/UB", "214 KH/UB"),
    ("a number and a letter", "Số: 12a/KH-SDL", "12a/KH-SDL"),
    ("the number may stand on the line below", "Số:\n1634/QĐ-UBND", "1634/QĐ-UBND"),
    ("a number not yet given is none, spaces", "Số:        /BC-UBND", None),
    ("a number not yet given is none, dots", "Số: ...../KH-UBND", None),
    ("a number not yet given is none, an ellipsis", "Số: …/2024/QĐ-UBND", None),
    ("a number not yet given is none, the Party's dash", "Số         -TB/TU", None),
]


@pytest.mark.parametrize(("reason", "line", "number"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_the_number_is_the_documents_own_without_spaces(reason: str, line: str, number: str | None) -> None:
    text = f"UBND TỈNH YÊN BÁI\n{MOTTO}{line}\nYên Bái, ngày 5/6/2021\n\nKẾ HOẠCH\nHợp tác với tỉnh Phú Thọ{BODY}"
    assert extract(text).document.number == number, reason


GENRES: list[tuple[str, str, str, bool]] = [
    (
        "a letter has a subject under its number",
        "Số: 12/UBND-TH\nV/v hợp tác với tỉnh Lào Cai\n\nKính gửi: Các sở",
        "dispatch",
        False,
    ),
    (
        "a letter of the Party has no V/v",
        "Số 12-CV/TU\nvề hợp tác\n\nKính gửi: Ban cán sự đảng UBND tỉnh",
        "dispatch",
        False,
    ),
    (
        "a notice of conclusions",
        "Số: 12/TB-VP\n\nTHÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh",
        "conclusion-notice",
        False,
    ),
    ("conclusions", "Số 12-KL/TU\n\nKẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy về hợp tác", "conclusion-notice", False),
    ("a notice that concludes nothing is another paper", "Số: 12/TB-SNV\n\nTHÔNG BÁO\nVề việc nghỉ lễ", "other", False),
    ("a programme alone is a plan", "Số: 5/CTr-UBND\n\nCHƯƠNG TRÌNH\nXúc tiến đầu tư năm 2021", "plan", False),
    ("a programme whose cooperation stands below", "\nCHƯƠNG TRÌNH\nHợp tác giữa hai tỉnh", "agreement", False),
    ("a programme of action is a plan", "Số 12-CTr/TU\n\nCHƯƠNG TRÌNH HÀNH ĐỘNG\nthực hiện Nghị quyết", "plan", False),
    ("a programme of cooperation is agreed upon", "\nCHƯƠNG TRÌNH HỢP TÁC\ngiữa hai tỉnh", "agreement", False),
    ("minutes of an agreement are the agreement", "\nBIÊN BẢN THỎA THUẬN\ngiữa hai tỉnh", "agreement", False),
    ("minutes of cooperation are a memorandum", "\nBIÊN BẢN HỢP TÁC\ngiữa hai tỉnh", "memorandum", False),
    ("the older placing of the tone", "\nBẢN THOẢ THUẬN\ngiữa hai tỉnh", "agreement", False),
    ("rules of coordination", "Số: 01/QCPH\n\nQUY CHẾ PHỐI HỢP\ngiữa hai tỉnh", "agreement", False),
    (
        "rules whose title says below whose they are",
        "Số: 01/QC-LS\n\nQUY CHẾ\nPhối hợp quản lý rừng",
        "agreement",
        False,
    ),
    ("rules of one office are no agreement", "Số: 01/QC-VP\n\nQUY CHẾ\nLàm việc của Văn phòng", "other", False),
    ("a telegram", "Số: 01/CĐ-UBND\n\nCÔNG ĐIỆN KHẨN\nỨng phó bão", "other", False),
    ("a letter of thanks is no letter of office", "\nTHƯ CẢM ƠN\n\nKính gửi: UBND tỉnh Lào Cai", "other", False),
    ("a decision", "Số: 12/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề việc thành lập Tổ công tác", "decision", False),
    ("a report in short", "Số: 12/BC-UBND\n\nBÁO CÁO TÓM TẮT\nKết quả hợp tác", "report", False),
    ("a proposal to a superior", "Số: 12/TTr-UBND\n\nTỜ TRÌNH\nVề việc phê duyệt", "other", False),
    ("a title whose capitals are only formatting", "Số: 12/KH-UBND\n\nKế hoạch\nHợp tác năm 2022", "plan", False),
    (
        "a title on the line of the head",
        "Số: 12/KH-UBND Yên Bái, ngày 5/6/2021 KẾ HOẠCH Hợp tác năm 2022",
        "plan",
        False,
    ),
    ("without a title the symbol says it", "Số: 12/BC-UBND\nHợp tác năm 2022", "report", False),
    ("the annex of another paper", "\nPHỤ LỤC\n(Kèm theo Kế hoạch số 12/KH-UBND)", "other", False),
    ("a title set bold", "\n**KẾ HOẠCH**\nHợp tác năm 2022", "plan", False),
]


@pytest.mark.parametrize(("reason", "head", "genre", "reported"), GENRES, ids=[row[0] for row in GENRES])
def test_the_form_of_a_document_is_its_genre(reason: str, head: str, genre: str, reported: bool) -> None:
    document = extract(f"UBND TỈNH YÊN BÁI\n{MOTTO}{head}{BODY}").document
    assert (document.genre, document.reported) == (genre, reported), reason


REPORTED: list[tuple[str, str, tuple[str, str | None, str | None, bool]]] = [
    (
        "an act issued on a day said before it",
        "(CTTĐTBP) - Ngày 4/5/2022, UBND tỉnh Bình Phước đã ban hành Công văn số 812/UBND-TH gửi các sở.",
        ("dispatch", "812/UBND-TH", "2022-05-04", True),
    ),
    (
        "the day behind the number is the act's, not the one of the meeting",
        "Sau hội nghị ngày 20/3/2022, UBND tỉnh Yên Bái vừa có Văn bản số 77/UBND-NC ngày 25/3/2022 gửi các sở.",
        ("dispatch", "77/UBND-NC", "2022-03-25", True),
    ),
    (
        "what a general word for a paper is, its symbol says",
        "UBND tỉnh Lai Châu vừa ban hành văn bản số 90/KH-UBND triển khai thỏa thuận hợp tác.",
        ("plan", "90/KH-UBND", None, True),
    ),
    (
        "an act in which an office orders",
        "Hợp tác với Hà Nội\n\nTại Thông báo số 15/TB-VP ngày 2/2/2023, Chủ tịch UBND tỉnh Hà Nam giao các sở.",
        ("conclusion-notice", "15/TB-VP", "2023-02-02", True),
    ),
    (
        "a lead may stand between the title and the act",
        "Hợp tác với Hà Nội\n\nNhiều việc được giao.\n\nUBND tỉnh Nam Định đã ban hành Kế hoạch số 31/KH-UBND.",
        ("plan", "31/KH-UBND", None, True),
    ),
    (
        "a day without its year is in the year of the page",
        "Hợp tác với Nghệ An\n\n10/01/2023\n\nNgày 28/12, UBND tỉnh Hà Tĩnh đã ban hành Kế hoạch số 400/KH-UBND.",
        ("plan", "400/KH-UBND", "2022-12-28", True),
    ),
    (
        "an office may send it out",
        "Văn phòng UBND tỉnh Hà Nam vừa phát đi Thông báo số 203/TB-VPUBND ngày 03/6/2020 về hợp tác.",
        ("conclusion-notice", "203/TB-VPUBND", "2020-06-03", True),
    ),
    (
        "the act before who issued it",
        "Kế hoạch số 45/KH-UBND hợp tác với Hà Nội vừa được UBND tỉnh Hà Nam ban hành ngày 3/3/2021.",
        ("plan", "45/KH-UBND", "2021-03-03", True),
    ),
    (
        "what it says before the act in which it says it",
        "Chủ tịch UBND tỉnh Hà Nam vừa có ý kiến chỉ đạo tại Văn bản số 12/UBND-TH ngày 4/4/2022 về hợp tác.",
        ("dispatch", "12/UBND-TH", "2022-04-04", True),
    ),
    (
        "an office decides by an act",
        "Lập tổ công tác\n\nTại Quyết định 120/QĐ-UBND ngày 4/4/2022, Chủ tịch UBND tỉnh Hà Nam phê duyệt danh mục.",
        ("decision", "120/QĐ-UBND", "2022-04-04", True),
    ),
    (
        "a story that begins with a meeting tells of the meeting",
        "Hai bên nhìn lại\n\nNgày 5/6/2021, Hà Nam họp với Hà Nội. UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND.",
        ("news", None, None, False),
    ),
    (
        "the day on which others met is not the act's",
        "Sau cuộc họp ngày 3/5/2021, UBND tỉnh Yên Bái vừa có Công văn số 8/UBND-TH gửi các sở.",
        ("dispatch", "8/UBND-TH", None, True),
    ),
    (
        "an act that is only carried out is not reported",
        "Hội nghị ở Vinh\n\nThực hiện Quyết định số 593/QĐ-TTg, tỉnh Nghệ An và tỉnh Hà Tĩnh họp bàn hợp tác.",
        ("news", None, None, False),
    ),
    (
        "an act that came first is not what is told",
        "Hội nghị ở Vinh\n\nSau khi Chính phủ ban hành Nghị quyết số 98/NQ-CP, hai tỉnh Nghệ An và Hà Tĩnh gặp nhau.",
        ("news", None, None, False),
    ),
    (
        "a day of the Party in a story makes no document of the Party",
        "Hai tỉnh kỷ niệm ngày thành lập Đảng Cộng sản Việt Nam\n\nTỉnh Nghệ An và tỉnh Hà Tĩnh mở hội diễn.",
        ("news", None, None, False),
    ),
    (
        "the licence of a paper is not the number of a story",
        "Giấy phép: Số 12/GP-BTTTT\nThông báo\n\nHai tỉnh bàn việc chung\n\nNghệ An và Hà Tĩnh họp bàn hợp tác.",
        ("news", None, None, False),
    ),
    (
        "a plan spoken of in a headline is none",
        "Kế hoạch hợp tác mới của hai tỉnh\n\nTỉnh Nghệ An và tỉnh Hà Tĩnh bàn kế hoạch hợp tác năm 2020.",
        ("news", None, None, False),
    ),
]


@pytest.mark.parametrize(("reason", "text", "said"), REPORTED, ids=[row[0] for row in REPORTED])
def test_a_notice_of_an_act_bears_the_genre_number_and_date_of_the_act(
    reason: str, text: str, said: tuple[str, str | None, str | None, bool]
) -> None:
    document = extract(text).document
    assert (document.genre, document.number, document.issued, document.reported) == said, reason


def test_the_two_columns_of_a_head_are_read_apart() -> None:
    left = ["ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP", "", "Số: 71/UBND-KT", "V/v hợp tác với", "tỉnh Vĩnh Long"]
    text = columns(left, [*STATE, "", "Đồng Tháp, ngày 02 tháng 3 năm 2020"]) + "\nKính gửi: Các sở, ban, ngành." + BODY
    document = extract(text).document
    assert (document.genre, document.number, document.issued) == ("dispatch", "71/UBND-KT", "2020-03-02")
    assert document.issuer is not None
    assert document.issuer.jurisdiction is not None
    assert (document.issuer.name, document.issuer.jurisdiction.name) == ("Ủy ban nhân dân", "Đồng Tháp")
    assert document.title == "V/v hợp tác với tỉnh Vĩnh Long"


STATUS: list[tuple[str, str, tuple[str, ...]]] = [
    ("a draft says so on a line", "DỰ THẢO\n", ("draft",)),
    ("in brackets, with the number of the draft", "(Dự thảo lần 2)\n", ("draft",)),
    ("a secret paper", "MẬT\n", ("classified",)),
    ("nothing is said of its state", "", ()),
]


@pytest.mark.parametrize(("reason", "line", "status"), STATUS, ids=[row[0] for row in STATUS])
def test_the_head_says_what_state_a_document_is_in(reason: str, line: str, status: tuple[str, ...]) -> None:
    text = f"UBND TỈNH YÊN BÁI\n{MOTTO}Số: 9/KH-UBND\n{line}\nKẾ HOẠCH\nHợp tác với tỉnh Phú Thọ{BODY}"
    assert extract(text).document.status == status, reason


def test_news_about_a_draft_is_no_draft() -> None:
    text = "Hai tỉnh bàn quy chế phối hợp\n\nDự thảo\n\nDự thảo quy chế được tỉnh Hải Dương và tỉnh Hưng Yên góp ý."
    assert extract(text).document.status == ()


def test_number_and_date_may_stand_under_the_text() -> None:
    text = (
        "UBND TỈNH HÀ TĨNH\n\nCÔNG ĐIỆN\n\nBão sắp vào bờ.\n\nNhận điện, triển khai ngay.\n\n"
        "(Điện số 19/CĐ-UBND, phát lúc 20 giờ, ngày 14/9/2017)\n"
    )
    document = extract(text).document
    assert (document.genre, document.number, document.issued) == ("other", "19/CĐ-UBND", "2017-09-14")


def test_a_paper_without_letterhead_is_known_by_its_recipients() -> None:
    text = "Chỉ đạo điều hành\nVăn bản mới\n\nKẾ HOẠCH\nHợp tác với Hà Nội\n\nCác sở làm.\n\nNơi nhận:\n- Các sở;\n"
    assert extract(text).document.genre == "plan"
