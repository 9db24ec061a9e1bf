"""Who issues a document, what it is called, and what it cites: one head for each way of saying it."""

from __future__ import annotations

import pytest

from loaders.extract import extract

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PLAN = "Số: 9/KH\n\nKẾ HOẠCH\nHợp tác với tỉnh Phú Yên\n\nĐể triển khai, giao Sở Công Thương chủ trì.\n"

LETTERHEADS: list[tuple[str, str, tuple[str, str | None]]] = [
    ("authority and province on one line", "UBND TỈNH KON TUM\n", ("Ủy ban nhân dân", "Kon Tum")),
    ("authority and province on two lines", "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n", ("Ủy ban nhân dân", "Kon Tum")),
    ("a department below its authority", "UBND TỈNH KON TUM\nSỞ DU LỊCH\n", ("Sở Du lịch", "Kon Tum")),
    (
        "a department whose name takes two lines",
        "UBND TỈNH KON TUM\nSỞ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH\n",
        ("Sở Văn hóa, Thể thao và Du lịch", "Kon Tum"),
    ),
    ("the office of the authority", "UBND TỈNH KON TUM\nVĂN PHÒNG\n", ("Văn phòng Ủy ban nhân dân", "Kon Tum")),
    ("a rule below it", "UBND TỈNH KON TUM\n-------\n", ("Ủy ban nhân dân", "Kon Tum")),
    ("a Party committee", "TỈNH ỦY KON TUM\n*\n", ("Tỉnh ủy", "Kon Tum")),
    ("a department of the Party", "TỈNH ỦY KON TUM\nBAN DÂN VẬN\n*\n", ("Ban Dân vận Tỉnh ủy", "Kon Tum")),
    ("a council", "HỘI ĐỒNG NHÂN DÂN\nTỈNH KON TUM\n", ("Hội đồng nhân dân", "Kon Tum")),
    ("several issuers: the first", "SỞ Y TẾ KON TUM - SỞ Y TẾ GIA LAI\n", ("Sở Y tế", "Kon Tum")),
    (
        "several issuers of different names",
        "SỞ Y TẾ - SỞ GIÁO DỤC VÀ ĐÀO TẠO\nTỈNH KON TUM\n",
        ("Sở Y tế", "Kon Tum"),
    ),
    ("a district", "UBND HUYỆN SA THẦY\n", ("Ủy ban nhân dân", "Sa Thầy")),
    ("a ministry is the nation's", "BỘ CÔNG THƯƠNG\n", ("Bộ Công Thương", None)),
]


@pytest.mark.parametrize(("reason", "lines", "issuer"), LETTERHEADS, ids=[row[0] for row in LETTERHEADS])
def test_the_letterhead_names_the_issuer(reason: str, lines: str, issuer: tuple[str, str | None]) -> None:
    found = extract(f"{lines}{MOTTO}{PLAN}").document.issuer
    assert found is not None, reason
    assert (found.name, found.jurisdiction.name if found.jurisdiction else None) == issuer, reason


ORGANS: list[tuple[str, str, str]] = [
    (
        "under the text",
        "KẾ HOẠCH\nHợp tác\n\nHai bên làm việc.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n",
        "Ban Thường vụ Tỉnh ủy",
    ),
    ("in the title", "THÔNG BÁO\nkết luận của Thường trực Tỉnh ủy về hợp tác\n", "Thường trực Tỉnh ủy"),
    (
        "as who orders",
        "KẾ HOẠCH\nHợp tác\n\nBan Thường vụ Tỉnh ủy ban hành kế hoạch như sau:\n",
        "Ban Thường vụ Tỉnh ủy",
    ),
    (
        "a secretary concludes for the committee",
        "THÔNG BÁO KẾT LUẬN\ncủa Bí thư Tỉnh ủy\n\nThường trực Tỉnh ủy yêu cầu các huyện ủy.\n",
        "Tỉnh ủy",
    ),
    ("nowhere", "KẾ HOẠCH\nHợp tác\n\nHai bên làm việc.\n\nT/M TỈNH ỦY\nPHÓ BÍ THƯ\n", "Tỉnh ủy"),
]


@pytest.mark.parametrize(("reason", "rest", "name"), ORGANS, ids=[row[0] for row in ORGANS])
def test_a_committee_issues_through_the_organ_that_speaks(reason: str, rest: str, name: str) -> None:
    found = extract(f"TỈNH ỦY KON TUM\n*\nSố 7-XX/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n\n{rest}").document.issuer
    assert found is not None, reason
    assert found.name == name, reason


WITHOUT: list[tuple[str, str, tuple[str, str] | None]] = [
    (
        "the first side issues what sides sign",
        f"{MOTTO}\nBIÊN BẢN GHI NHỚ\nvề hợp tác\n\nBÊN A: SỞ DU LỊCH TỈNH KON TUM\nBÊN B: SỞ DU LỊCH TỈNH GIA LAI\n",
        ("Sở Du lịch", "Kon Tum"),
    ),
    (
        "the house in which they meet is no side",
        f"{MOTTO}\nBIÊN BẢN\nHội nghị giao ban\n\nNgày 4/5/2021, tại trụ sở UBND tỉnh Gia Lai, chúng tôi gồm:\n"
        "1. Bên A: UBND tỉnh Kon Tum\n",
        ("Ủy ban nhân dân", "Kon Tum"),
    ),
    (
        "who signs a letter, not who is thanked or addressed",
        "THƯ CẢM ƠN\n\nKính gửi: UBND tỉnh Gia Lai\n\nTấm lòng của Bệnh viện Gia Lai rất quý.\n\nKon Tum, 30-10-2021\n"
        "BÍ THƯ TỈNH ỦY KON TUM\n",
        ("Tỉnh ủy", "Kon Tum"),
    ),
    (
        "the laws that it rests on are no sides",
        f"{MOTTO}\nTHỎA THUẬN HỢP TÁC\n\nCăn cứ Luật của Hội đồng nhân dân;\n\nUBND tỉnh Kon Tum và UBND tỉnh Gia Lai "
        "thống nhất hợp tác.\n",
        ("Ủy ban nhân dân", "Kon Tum"),
    ),
    (
        "a conclusion is issued by whose it is",
        "THÔNG BÁO\n\nKết luận của Ban Thường vụ Tỉnh ủy Kon Tum về hợp tác với tỉnh Gia Lai\n",
        ("Ban Thường vụ Tỉnh ủy", "Kon Tum"),
    ),
    (
        "a notice tells who has acted",
        "Theo đề nghị của Sở Du lịch, UBND tỉnh Kon Tum đã ban hành Kế hoạch số 12/KH-UBND về hợp tác.",
        ("Ủy ban nhân dân", "Kon Tum"),
    ),
    (
        "a notice begins with the act",
        "Tại Công văn số 12/UBND-TH ngày 2/3/2020, UBND tỉnh Kon Tum giao Sở Du lịch làm việc với Sở Du lịch Gia Lai.",
        ("Ủy ban nhân dân", "Kon Tum"),
    ),
    (
        "who says something in an act",
        "Chủ tịch UBND tỉnh Kon Tum có ý kiến chỉ đạo tại Văn bản số 12/UBND-TH gửi Sở Du lịch về hợp tác với Gia Lai.",
        ("Ủy ban nhân dân", "Kon Tum"),
    ),
    ("news is issued by nobody", "Kon Tum và Gia Lai họp\n\nUBND tỉnh Kon Tum họp với UBND tỉnh Gia Lai.", None),
]


@pytest.mark.parametrize(("reason", "text", "issuer"), WITHOUT, ids=[row[0] for row in WITHOUT])
def test_without_a_letterhead_the_text_names_the_issuer(reason: str, text: str, issuer: tuple[str, str] | None) -> None:
    found = extract(text).document.issuer
    named = (found.name, found.jurisdiction.name if found.jurisdiction else "") if found else None
    assert named == issuer, reason


TITLES: list[tuple[str, str, str | None]] = [
    (
        "the abstract below the name of the form",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/KH-UBND\n\nKẾ HOẠCH\nHợp tác với Gia Lai\nnăm 2020\n\nCăn cứ Luật;",
        "Hợp tác với Gia Lai năm 2020",
    ),
    (
        "the abstract of a decision, not who decides",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề việc lập Tổ công tác\n\nỦY BAN NHÂN DÂN TỈNH\n",
        "Về việc lập Tổ công tác",
    ),
    (
        "the abstract on the line of the name",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/KH-UBND\n\nKẾ HOẠCH thực hiện hợp tác với Gia Lai\n\nCăn cứ Luật;",
        "Thực hiện hợp tác với Gia Lai",
    ),
    (
        "a head whose lines were lost",
        "UBND TỈNH KON TUM Số: 9/KH-UBND Kon Tum, ngày 2/3/2020 KẾ HOẠCH Hợp tác với Gia Lai Căn cứ Luật Du lịch;",
        "Hợp tác với Gia Lai",
    ),
    (
        "a decision whose lines were lost",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/QĐ-UBND\n\nQUYẾT ĐỊNH\nVỀ HỢP TÁC VỚI GIA LAI\nỦY BAN NHÂN DÂN TỈNH\n",
        "VỀ HỢP TÁC VỚI GIA LAI",
    ),
    (
        "a plan of two is called by its whole name",
        f"SỞ DU LỊCH KON TUM\n{MOTTO}Số: 1/KHPH\n\nKẾ HOẠCH PHỐI HỢP\nLàm du lịch năm 2021\n\nCăn cứ Luật;",
        "KẾ HOẠCH PHỐI HỢP Làm du lịch năm 2021",
    ),
    (
        "the conclusion of a person is one phrase with its name",
        "TỈNH ỦY KON TUM\n*\nSố 9-TB/TU\n\nTHÔNG BÁO KẾT LUẬN\ncủa Bí thư Tỉnh ủy về hợp tác\n\nNgày 2/3, họp.\n",
        "THÔNG BÁO KẾT LUẬN của Bí thư Tỉnh ủy về hợp tác",
    ),
    (
        "all in capitals",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/KH-UBND\n\nKẾ HOẠCH\nHỢP TÁC VỚI TỈNH GIA LAI\n\nCăn cứ Luật;",
        "HỢP TÁC VỚI TỈNH GIA LAI",
    ),
    (
        "what is signed is called by its whole name",
        f"{MOTTO}\nTHỎA THUẬN HỢP TÁC\ngiữa tỉnh Kon Tum và tỉnh Gia Lai\n\nHôm nay, ngày 2/3/2020, hai bên gồm:\n",
        "THỎA THUẬN HỢP TÁC giữa tỉnh Kon Tum và tỉnh Gia Lai",
    ),
    (
        "the subject of a letter",
        f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/UBND-TH\nV/v hợp tác với\nGia Lai năm 2020\n\nKính gửi: Các sở.\n",
        "V/v hợp tác với Gia Lai năm 2020",
    ),
    (
        "the subject of a letter in brackets",
        f"UBND TỈNH KON TUM\n{MOTTO}Số : 9 CV/UB\n(V/v giúp nhau sau khi chia tỉnh)\n\nKính gửi : Các sở.\n",
        "V/v giúp nhau sau khi chia tỉnh",
    ),
    (
        "the subject of a letter of the Party",
        "TỈNH ỦY KON TUM\n*\nSố 9-CV/TU\nchuẩn bị hội nghị với\nTỉnh ủy Gia Lai\n\nKính gửi: - Các huyện ủy,\n",
        "Chuẩn bị hội nghị với Tỉnh ủy Gia Lai",
    ),
    (
        "a headline, not the section or the site",
        "Cổng thông tin điện tử tỉnh Kon Tum\n\nTin tức\n\nKon Tum và Gia Lai bàn việc làm du lịch\n\nSáng nay, "
        "hai tỉnh họp.",
        "Kon Tum và Gia Lai bàn việc làm du lịch",
    ),
    (
        "the line above the date, not the series before it",
        "Kinh tế miền Trung - Tây Nguyên\nKon Tum: chuyển từ nói sang làm\n14:02 | 03/12/2015\n\nHai tỉnh họp.",
        "Kon Tum: chuyển từ nói sang làm",
    ),
    (
        "above the date it may be short",
        "GẶP GỠ CUỐI TUẦN\n\nChung một con đường\n\nThứ Bảy, 17/10/2015 | 08:00\n\nSáng nay, hai tỉnh họp.",
        "Chung một con đường",
    ),
    (
        "in capitals",
        "HỢP TÁC NGHỀ CÁ BỐN TỈNH PHÍA BẮC\n\nSáng nay, các tỉnh họp.",
        "HỢP TÁC NGHỀ CÁ BỐN TỈNH PHÍA BẮC",
    ),
    (
        "a headline in two lines, the first of which announces the second",
        "Hội nghị hợp tác hai tỉnh năm nay:\n\nPhải có việc làm cụ thể và có hạn\n\nSáng nay, hai tỉnh họp.",
        "Hội nghị hợp tác hai tỉnh năm nay: Phải có việc làm cụ thể và có hạn",
    ),
    (
        "of two spellings the one with its marks",
        "Kon Tum va Gia Lai ban viec lam du lich\n\nKon Tum và Gia Lai bàn việc làm du lịch\n\nSáng nay, hai tỉnh họp.",
        "Kon Tum và Gia Lai bàn việc làm du lịch",
    ),
    ("a text that begins at once has none", "Sáng nay, tỉnh Kon Tum và tỉnh Gia Lai họp bàn việc làm du lịch.", None),
]


@pytest.mark.parametrize(("reason", "text", "title"), TITLES, ids=[row[0] for row in TITLES])
def test_the_title_is_what_a_reader_would_quote(reason: str, text: str, title: str | None) -> None:
    assert extract(text).document.title == title, reason


HOMES: list[tuple[str, str, str | None]] = [
    ("the letterhead", f"UBND TỈNH KON TUM\n{MOTTO}Số: 9/KH-UBND\n\nKẾ HOẠCH\nHợp tác với Gia Lai\n", "Kon Tum"),
    (
        "the town before the date",
        f"SỞ DU LỊCH BÌNH ĐỊNH - SỞ DU LỊCH LÂM ĐỒNG\n{MOTTO}Số: 9/KH\nĐà Lạt, ngày 2/3/2020\n\nKẾ HOẠCH\nHợp tác\n",
        "Lâm Đồng",
    ),
    (
        "the head of the site, not who is named most often",
        "Cổng thông tin điện tử tỉnh Kon Tum\n\nUBND tỉnh vừa có Công văn số 9/UBND-TH về hợp tác với tỉnh Gia Lai. "
        "Sở Du lịch làm việc với Sở Du lịch Gia Lai.",
        "Kon Tum",
    ),
    (
        "the head of the site without its marks",
        "KON TUM PORTAL\n\nUBND tỉnh vừa có Công văn số 9/UBND-TH về hợp tác giữa tỉnh Gia Lai và tỉnh Kon Tum. "
        "Sở Du lịch làm việc với Sở Du lịch Gia Lai.",
        "Kon Tum",
    ),
    (
        "whose authority the lead names, not who is named most often",
        "Kết luận của Chủ tịch UBND tỉnh Kon Tum\n\nVăn phòng UBND tỉnh vừa có Thông báo số 9/TB-VP về hợp tác với "
        "tỉnh Gia Lai. Sở Du lịch làm việc với Sở Du lịch Gia Lai.",
        "Kon Tum",
    ),
    (
        "the mark before the story",
        "(BR-VT Portal) - UBND tỉnh vừa có Công văn số 9/UBND-TH về hợp tác giữa Bình Thuận và Bà Rịa - Vũng Tàu.",
        "Bà Rịa - Vũng Tàu",
    ),
]


@pytest.mark.parametrize(("reason", "text", "home"), HOMES, ids=[row[0] for row in HOMES])
def test_a_document_comes_from_the_province_that_speaks(reason: str, text: str, home: str | None) -> None:
    place = extract(text).document.place_of_issue
    assert (place.name if place else None) == home, reason


CITED: list[tuple[str, str, tuple[str, str | None, str | None, str]]] = [
    (
        "what it rests on, with date and issuer",
        "Căn cứ Nghị quyết số 26-NQ/TW ngày 03/11/2022 của Bộ Chính trị;",
        ("26-NQ/TW", "2022-11-03", "Bộ Chính trị", "based-on"),
    ),
    (
        "what it carries out",
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 5/6/2021 của UBND tỉnh Kon Tum, các sở hợp tác với Gia Lai.",
        ("12/KH-UBND", "2021-06-05", "Ủy ban nhân dân", "implements"),
    ),
    ("what it replaces", "Quyết định này thay thế Quyết định số 7/QĐ-UBND.", ("7/QĐ-UBND", None, None, "replaces")),
    (
        "what loses its force by it",
        "Quy chế số 02/QCPH ngày 10/4/2014 ký giữa hai Sở hết hiệu lực.",
        ("02/QCPH", "2014-04-10", None, "replaces"),
    ),
    (
        "who issued it may stand before it",
        "Theo đề nghị của Sở Du lịch tại Tờ trình 12/TTr-SDL ngày 5/6/2021.",
        ("12/TTr-SDL", "2021-06-05", "Sở Du lịch", "based-on"),
    ),
    ("what it amends", "Sửa đổi Quyết định số 7/QĐ-UBND ngày 1/2/2020.", ("7/QĐ-UBND", "2020-02-01", None, "amends")),
    ("the word for number left out", "Theo Thông báo 15/TB-VP, các sở họp.", ("15/TB-VP", None, None, "cites")),
    ("spaces of the setting", "Xem Công văn số 870 /UBND-TH.", ("870/UBND-TH", None, None, "cites")),
    (
        "said better at a later place",
        "Đã nhận Kế hoạch số 12/KH-UBND. Căn cứ Kế hoạch số 12/KH-UBND ngày 5/6/2021, các sở họp.",
        ("12/KH-UBND", "2021-06-05", None, "based-on"),
    ),
]


@pytest.mark.parametrize(("reason", "text", "said"), CITED, ids=[row[0] for row in CITED])
def test_a_document_says_which_others_it_rests_on(
    reason: str, text: str, said: tuple[str, str | None, str | None, str]
) -> None:
    (citation,) = extract(text).document.cites
    issuer = citation.issuer.name if citation.issuer else None
    assert (citation.number, citation.date, issuer, citation.relation) == said, reason
