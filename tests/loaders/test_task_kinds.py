"""Whose word a task is: an order, an undertaking of those who sign, a request to others; and who leads it then."""

from __future__ import annotations

import pytest

from loaders.extract import extract

HOME, OTHER = "Nghệ An", "Hà Tĩnh"
BODIES_SIGN = (
    "SỞ Y TẾ NGHỆ AN - SỞ Y TẾ HÀ TĨNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nBẢN GHI NHỚ\n"
    "Về phối hợp phòng, chống dịch giai đoạn 2018 - 2020\n\nĐiều 2. Nội dung\n"
)
PROVINCES_SIGN = (
    "THỎA THUẬN HỢP TÁC\nGIỮA UBND TỈNH NGHỆ AN VÀ UBND TỈNH HÀ TĨNH\n\nBÊN A: ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\n"
    "BÊN B: ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH\n\nĐiều 2. Nội dung\n"
)
LETTER = "UBND TỈNH NGHỆ AN\nSố: 120/UBND-KT\nV/v hợp tác với tỉnh Hà Tĩnh\nNghệ An, ngày 3 tháng 4 năm 2012\n\n"
REQUEST = (
    LETTER + "Kính gửi: UBND tỉnh Hà Tĩnh\n\nUBND tỉnh Nghệ An kính đề nghị Quý Ủy ban phối hợp một số nội dung sau:\n"
)
ORDER = LETTER + "Kính gửi: Các sở, ban, ngành\n\nUBND tỉnh đề nghị các sở, ngành thực hiện các nội dung sau:\n"
PLAN = (
    "UBND TỈNH NGHỆ AN\nSố: 12/KH-UBND\nNghệ An, ngày 3 tháng 4 năm 2012\n\nKẾ HOẠCH\n"
    "Triển khai Thỏa thuận hợp tác giữa tỉnh Nghệ An và tỉnh Hà Tĩnh năm 2012\n\nII. NỘI DUNG\n"
)
JOINT_PLAN = (
    "UBND TỈNH NGHỆ AN - UBND TỈNH HÀ TĨNH\nSố: 12/KHPH-NA-HT\nNghệ An, ngày 3 tháng 4 năm 2012\n\nKẾ HOẠCH PHỐI HỢP\n"
    "giữa tỉnh Nghệ An và tỉnh Hà Tĩnh năm 2012\n\nII. NỘI DUNG\n"
)
BOTH = [("Sở Y tế", HOME), ("Sở Y tế", OTHER)]

KINDS = [
    # (document above, item, kind, leads, reason)
    (BODIES_SIGN, "1. Hai bên trao đổi số liệu ca bệnh.", "commitment", BOTH, "the sides are those who sign"),
    (BODIES_SIGN, "1. Mỗi bên cử một cán bộ trực dịch.", "commitment", BOTH, "also each of them"),
    (BODIES_SIGN, "1. Hai tỉnh lập đường dây nóng.", "commitment", [], "provinces are not the departments"),
    (
        BODIES_SIGN,
        "1. Hai bên trao đổi số liệu.\nĐiều 3. Trách nhiệm của Sở Y tế Nghệ An\n- Cấp 20 bộ kit xét nghiệm.",
        "commitment",
        BOTH[:1],
        "what a side that signs is in charge of it undertakes",
    ),
    (PROVINCES_SIGN, "1. Hai bên phối hợp chữa cháy rừng.", "commitment", [], "committees sign: the provinces act"),
    (
        PROVINCES_SIGN,
        "1. Hai bên chữa cháy rừng.\nĐiều 3. Trách nhiệm của Bên B\na) Bố trí kinh phí nạo vét sông Lam;",
        "commitment",
        [("Ủy ban nhân dân", OTHER)],
        "a side by its short name",
    ),
    (
        PROVINCES_SIGN,
        "1. Hai bên chữa cháy rừng.\n2. Giao Sở Nội vụ tỉnh Nghệ An tổng hợp số liệu.",
        "assignment",
        [("Sở Nội vụ", HOME)],
        "whom those who sign charge",
    ),
    (REQUEST, "1. Hai tỉnh cùng khảo sát đoạn cửa Hội.", "proposal", [], "under a request all is asked for"),
    (REQUEST, "1. Tổ chức họp giao ban mỗi quý.", "proposal", [], "also what names nobody"),
    (
        ORDER,
        "1. Sở Công Thương cung cấp danh mục chợ.",
        "assignment",
        [("Sở Công Thương", HOME)],
        "one's own bodies asked are told",
    ),
    (
        ORDER,
        "1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh vận động nhân dân.",
        "proposal",
        [("Ủy ban Mặt trận Tổ quốc Việt Nam", HOME)],
        "whom no executive orders about",
    ),
    (ORDER, "1. Đề nghị tỉnh Hà Tĩnh chỉ đạo Sở Công Thương gửi danh mục.", "proposal", [], "the province is asked"),
    (
        ORDER,
        "1. Đề nghị UBND huyện Hưng Nguyên rà soát đò ngang.",
        "assignment",
        [("Ủy ban nhân dân", "Hưng Nguyên")],
        "those below are told however politely",
    ),
    (PLAN, "1. Chia sẻ dữ liệu khí tượng.", "assignment", [], "the plan of one side orders"),
    (PLAN, "1. Hai tỉnh luân phiên tổ chức hội chợ.", "commitment", [], "what both do they undertake"),
    (JOINT_PLAN, "1. Chia sẻ dữ liệu khí tượng.", "commitment", [], "a plan of both sides undertakes"),
    (
        PLAN,
        "1. Sở Du lịch:\n- Hướng dẫn cơ quan báo chí, Đài Phát thanh và Truyền hình tỉnh đưa tin về hội chợ.",
        "assignment",
        [("Sở Du lịch", HOME)],
        "who is instructed does not lead",
    ),
]


@pytest.mark.parametrize(
    ("above", "item", "kind", "leads", "reason"), KINDS, ids=[f"{n}: {case[4]}" for n, case in enumerate(KINDS)]
)
def test_a_task_is_the_word_of_who_gives_it(
    above: str, item: str, kind: str, leads: list[tuple[str, str]], reason: str
) -> None:
    task = extract(above + item).tasks[-1]
    made = [(lead.name, lead.jurisdiction.name if lead.jurisdiction else None) for lead in task.leads]
    assert (task.kind, made) == (kind, leads), (reason, task)


SPANS = [
    # (item, how its tasks begin, reason)
    ("1. Về môi trường: Chi cục Bảo vệ môi trường lấy mẫu nước.", ["Chi cục"], "a topic with a colon is a heading"),
    ("1. Về du lịch: Giao Sở Du lịch khảo sát tuyến.", ["Giao"], "also before an order"),
    (
        "1. Giao Sở Nội vụ thông tin cho các tỉnh; hội nghị lần sau tổ chức tại Vinh vào tháng 8/2013.",
        ["Giao", "hội nghị lần sau"],
        "where the sides meet again is a task of its own",
    ),
    ("1. Về xử lý rác giáp ranh: giao Sở Xây dựng nghiên cứu.", ["Về xử lý"], "a small letter goes on with it"),
]


@pytest.mark.parametrize(("item", "begins", "reason"), SPANS, ids=[case[2] for case in SPANS])
def test_a_topic_above_a_sentence_is_not_of_its_words(item: str, begins: list[str], reason: str) -> None:
    tasks = extract(ORDER + item).tasks
    assert [task.text.startswith(begin) for task, begin in zip(tasks, begins, strict=True)] == [True] * len(begins), (
        reason
    )


NEWS = (
    "Nghệ An, Hà Tĩnh bàn hợp tác\n\n12/5/2022 08:15\n\n"
    "Sáng 11/5, UBND tỉnh Nghệ An làm việc với UBND tỉnh Hà Tĩnh.\n\n"
)


def test_a_list_behind_what_is_agreed_is_one_task_for_each_clause_without_what_introduces_it() -> None:
    text = "Hai tỉnh thống nhất một số việc trong năm tới: mở tuyến xe buýt; lập tổ tuần tra chung; chia sẻ dữ liệu."
    made = [task.text.rstrip(".") for task in extract(NEWS + text).tasks]
    assert made == ["mở tuyến xe buýt", "lập tổ tuần tra chung", "chia sẻ dữ liệu"]
