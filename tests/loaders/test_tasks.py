"""What is a task, who carries it, and until when: a table for each way of saying it, a reason per row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.extract import extract
from ontology.record import Task

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Thỏa thuận hợp tác giữa tỉnh Bình Thuận và tỉnh Lâm Đồng giai đoạn 2021 - 2025\n\nII. NHIỆM VỤ\n\n"
)
NEWS = (
    "Bình Thuận, Lâm Đồng bàn hợp tác du lịch\n\n12/5/2022 08:15\n\n"
    "(BTO) - Sáng 11/5, tại TP. Phan Thiết, UBND tỉnh Bình Thuận và UBND tỉnh Lâm Đồng tổ chức hội nghị sơ kết "
    "Chương trình hợp tác giai đoạn 2021 - 2025 giữa tỉnh Bình Thuận và tỉnh Lâm Đồng.\n\n"
)
US, THEM = "Bình Thuận", "Lâm Đồng"

ORDERS = [
    # (item, leads, partners, reason)
    (
        "1. Giao Sở Y tế chủ trì, phối hợp với Sở Y tế tỉnh Lâm Đồng lập quy trình chuyển tuyến.",
        [("Sở Y tế", US)],
        [("Sở Y tế", THEM)],
        "giao … chủ trì, phối hợp với …",
    ),
    (
        "1. Giao cho Giám đốc Sở Y tế phối hợp chặt chẽ cùng với Sở Y tế tỉnh Lâm Đồng khám chữa bệnh.",
        [("Sở Y tế", US)],
        [("Sở Y tế", THEM)],
        "the office of a person stands for the body",
    ),
    (
        "1. Giao Sở Nội vụ, Trường Chính trị tỉnh tham mưu UBND tỉnh cử cán bộ học tập.",
        [("Sở Nội vụ", US), ("Trường Chính trị", US)],
        [],
        "whom one advises is no partner",
    ),
    (
        "1. Các sở: Y tế, Công Thương chủ động làm việc với Sở Công Thương Lâm Đồng.",
        [("Sở Y tế", US), ("Sở Công Thương", US)],
        [("Sở Công Thương", THEM)],
        "a list that elides its head noun leads",
    ),
    (
        "1. Sở Công Thương, các sở, ngành liên quan tổ chức hội chợ.",
        [("Sở Công Thương", US)],
        [],
        "a group without a name does not count beside a body",
    ),
    (
        "1. Các sở, ngành có liên quan rà soát nội dung đã ký.",
        [("Các sở, ngành có liên quan", US)],
        [],
        "it counts where it alone carries the task",
    ),
    (
        "1. UBND các huyện, thị xã, thành phố báo cáo kết quả về Sở Nội vụ.",
        [("Ủy ban nhân dân các huyện, thị xã, thành phố", US)],
        [],
        "who receives a report is no partner",
    ),
    (
        "1. Sở Văn hóa, Thể thao và Du lịch hai tỉnh xuất bản sổ tay du lịch.",
        [("Sở Văn hóa, Thể thao và Du lịch", US), ("Sở Văn hóa, Thể thao và Du lịch", THEM)],
        [],
        "hai tỉnh makes two bodies",
    ),
    (
        "1. Tổ chức diễn đàn doanh nghiệp (Cơ quan chủ trì: Sở Ngoại vụ; cơ quan phối hợp: Hội Nhà báo tỉnh).",
        [("Sở Ngoại vụ", US)],
        [("Hội Nhà báo", US)],
        "roles in brackets",
    ),
    (
        "1. Mở tuyến xe buýt.\n- Cơ quan chủ trì: Sở Xây dựng.\n- Cơ quan phối hợp: Sở Xây dựng Lâm Đồng.",
        [("Sở Xây dựng", US)],
        [("Sở Xây dựng", THEM)],
        "roles on lines of their own",
    ),
    (
        "1. Sở Công Thương:\n- Phối hợp với Sở Công Thương Lâm Đồng mở gian hàng chung;",
        [("Sở Công Thương", US)],
        [("Sở Công Thương", THEM)],
        "a heading that is only a body leads the items below it",
    ),
    (
        "1. Sở Du lịch (chủ trì), Sở Nội vụ\n- Trao đổi cán bộ du lịch với các đơn vị của tỉnh bạn.",
        [("Sở Du lịch", US)],
        [("Sở Nội vụ", US)],
        "of several in a heading the one marked leads",
    ),
    (
        "1. Đường ven biển - Sở Xây dựng bàn với Sở Xây dựng Lâm Đồng hướng tuyến.",
        [("Sở Xây dựng", US)],
        [("Sở Xây dựng", THEM)],
        "a topic before a dash, then the lead",
    ),
    (
        "1. Về xử lý rác thải: giao Sở Tài chính bố trí vốn, kiến nghị Bộ Tài chính sớm chủ trì, phối hợp Bộ Nội vụ.",
        [("Sở Tài chính", US)],
        [],
        "whom one petitions acts for himself",
    ),
    (
        "1. Ban cán sự đảng UBND tỉnh lãnh đạo UBND tỉnh chỉ đạo các sở thực hiện.",
        [("Ban cán sự đảng Ủy ban nhân dân", US)],
        [],
        "who leads others leads the task",
    ),
    (
        "1. Đề nghị UBND tỉnh Lâm Đồng cử đầu mối.",
        [("Ủy ban nhân dân", THEM)],
        [],
        "whom a document asks is to do it",
    ),
    (
        "1. Ban Cán sự đảng UBND tỉnh:\n- Chỉ đạo Sở Nội vụ cử cán bộ học tập.",
        [("Ban cán sự đảng Ủy ban nhân dân", US)],
        [],
        "who directs others leads, in a heading too",
    ),
    (
        "1. Sở Thông tin và Truyền thông\nHướng dẫn các cơ quan báo chí, Hội Nhà báo tỉnh tuyên truyền.",
        [("Sở Thông tin và Truyền thông", US)],
        [],
        "whom one guides does not lead",
    ),
    (
        "1. Sở Y tế phối hợp với Sở Nội vụ, UBND các xã liên quan rà soát trạm y tế.",
        [("Sở Y tế", US)],
        [("Sở Nội vụ", US)],
        "liên quan: nobody by name",
    ),
    (
        "1. UBND tỉnh Lâm Đồng giao Sở Xây dựng bàn với Sở Xây dựng Bình Thuận về nước sạch.",
        [("Sở Xây dựng", THEM)],
        [("Sở Xây dựng", US)],
        "whoever charges a department has it",
    ),
    (
        "1. Giao Sở Giao thông vận tải cùng Sở Xây dựng nghiên cứu hướng tuyến.",
        [("Sở Giao thông vận tải", US)],
        [("Sở Xây dựng", US)],
        "cùng: the second helps; `giao thông` charges nobody",
    ),
    (
        "1. Giao Sở Y tế chủ trì; Công an tỉnh, Sở Y tế Lâm Đồng phối hợp kiểm tra vùng giáp ranh.",
        [("Sở Y tế", US)],
        [("Công an", US), ("Sở Y tế", THEM)],
        "a clause that only says who helps belongs to the one before it",
    ),
    (
        "1. Tổ chức hội chợ: do Sở Công Thương chủ trì, Sở Du lịch, Hội Nhà báo tỉnh tham gia.",
        [("Sở Công Thương", US)],
        [("Sở Du lịch", US), ("Hội Nhà báo", US)],
        "those whose own verb says that they help",
    ),
    (
        "1. Giám đốc Công an tỉnh chỉ đạo nắm địa bàn; phối hợp chặt với Công an Lâm Đồng.",
        [("Công an", US)],
        [("Công an", THEM)],
        "a partner in the clause after a semicolon",
    ),
    (
        "1. Sở Công Thương điều tra vùng nguyên liệu, có số liệu giao Hội Nhà báo tỉnh trước 15/8.",
        [("Sở Công Thương", US)],
        [],
        "a department hands something over and charges nobody",
    ),
    (
        "1. Tổ chức đoàn khảo sát bờ biển: Sở Du lịch, Sở Ngoại vụ.",
        [("Sở Du lịch", US), ("Sở Ngoại vụ", US)],
        [],
        "only bodies stand behind the work",
    ),
    (
        "1. Đối với Sở Du lịch: phối hợp với Sở Du lịch Lâm Đồng mở tour.",
        [("Sở Du lịch", US)],
        [("Sở Du lịch", THEM)],
        "đối với …: who is meant",
    ),
    (
        "1. Sở Giao thông vận tải\n- Chủ trì hoàn thành hồ sơ thiết kế cầu.",
        [("Sở Giao thông vận tải", US)],
        [],
        "`giao thông` in a heading is no verb",
    ),
    (
        "1. Đề nghị Hội Nhà báo tỉnh và các tổ chức chính trị - xã hội:\n- Tuyên truyền về hợp tác.",
        [("Hội Nhà báo", US)],
        [],
        "a group without a name ends a heading",
    ),
    (
        "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ và các đơn vị liên quan:\n- Cử bác sĩ luân phiên.",
        [("Sở Y tế", US)],
        [("Sở Nội vụ", US)],
        "a heading names who helps",
    ),
    (
        "Nội dung | Cơ quan chủ trì | Cơ quan phối hợp\nHội chợ nông sản | Sở Công Thương | Sở Du lịch",
        [("Sở Công Thương", US)],
        [("Sở Du lịch", US)],
        "cells of a table by its head",
    ),
    (
        "TT\nNội dung\nChủ trì\nPhối hợp\nThời gian\n1\nHội thảo biển đảo\nSở Nội vụ\nSở Du lịch\nTháng 6/2021",
        [("Sở Nội vụ", US)],
        [("Sở Du lịch", US)],
        "a table as one line for each cell",
    ),
]

SPEECH = [
    # (sentence, [(text begins with, kind)], reason)
    (
        "Trong thời gian tới, hai địa phương sẽ đẩy mạnh xúc tiến đầu tư.",
        [("hai địa phương sẽ", "commitment")],
        "what the sides will do, without the opening",
    ),
    (
        "Ông Trần Văn C, Chủ tịch UBND tỉnh Lâm Đồng, đề nghị hai tỉnh sớm hoàn thiện quy chế.",
        [("hai tỉnh sớm", "proposal")],
        "what somebody asks for, without who asks",
    ),
    (
        "Bí thư Tỉnh ủy Bình Thuận nhấn mạnh, hai bên cần phân công đầu mối.",
        [("hai bên cần", "proposal")],
        "a modal behind a verb of speech",
    ),
    (
        "UBND tỉnh Bình Thuận cam kết tạo điều kiện cho doanh nghiệp; miễn phí hạ tầng năm đầu.",
        [("UBND tỉnh Bình Thuận cam kết", "commitment"), ("miễn phí", "commitment")],
        "each clause between semicolons",
    ),
    (
        "Hai bên thống nhất: mở hội chợ luân phiên; lập nhóm trao đổi giá nông sản.",
        [("mở hội chợ", "commitment"), ("lập nhóm", "commitment")],
        "a list after a colon",
    ),
    (
        "Theo thỏa thuận, Bình Thuận hỗ trợ Lâm Đồng giới thiệu rau, hoa.",
        [("Bình Thuận hỗ trợ", "commitment")],
        "the present tense under what was agreed",
    ),
    (
        "Các đại biểu mong muốn cao tốc Dầu Giây - Phan Thiết sớm hoàn thành.",
        [("cao tốc Dầu Giây", "proposal")],
        "something wished of something",
    ),
    (
        "Chủ tịch UBND tỉnh Bình Thuận giao Sở Ngoại vụ chủ trì tổ chức đoàn khảo sát.",
        [("giao Sở Ngoại vụ", "assignment")],
        "an order told by a paper",
    ),
    (
        "Bí thư đề nghị: Các địa phương quan tâm chia sẻ thông tin. Nội dung ký kết phải cụ thể.",
        [("Các địa phương", "proposal"), ("Nội dung ký kết", "proposal")],
        "a request goes on through its paragraph",
    ),
    (
        "Bí thư Tỉnh ủy Bình Thuận đánh giá cao kết quả hợp tác, đồng thời đề nghị tỉnh Lâm Đồng tạo điều kiện.",
        [("tỉnh Lâm Đồng tạo", "proposal")],
        "praise in a clause of its own before what is asked",
    ),
    (
        "Bí thư đề nghị thời gian tới hai tỉnh tập trung làm cao tốc; phối hợp bảo vệ rừng.",
        [("hai tỉnh tập trung", "proposal"), ("phối hợp", "proposal")],
        "a time without a comma before the sides",
    ),
    (
        "Chủ tịch UBND tỉnh Lâm Đồng cho biết tỉnh sẽ bố trí 250 tỷ đồng làm cầu.",
        [("tỉnh sẽ bố trí", "commitment")],
        "what one tells that one will do",
    ),
    (
        "Theo chương trình ký kết, Hội Nông dân tỉnh Lâm Đồng trồng rau sạch; mỗi năm mở hai phiên chợ.",
        [("Hội Nông dân", "commitment"), ("mỗi năm", "commitment")],
        "under what was signed, each clause",
    ),
    ("Ông cho biết, Bình Thuận đón 3 triệu lượt khách mỗi năm.", [], "what is merely told"),
    ("Hai tỉnh đã đón 3 triệu lượt khách.", [], "a result"),
    ("Đồng chí đánh giá cao kết quả đạt được và cảm ơn tỉnh bạn.", [], "praise"),
    ("Chủ tịch UBND tỉnh Lâm Đồng chủ trì hội nghị.", [], "chairing a meeting"),
    ("Lễ hội hoa sẽ khai mạc vào tháng 12.", [], "an event that takes place"),
    ("Cũng trong chuyến công tác, đoàn đã thăm Khu du lịch Bàu Trắng.", [], "attendance"),
]


KINDS = [
    # (item, kind, reason)
    ("1. Đối với Sở Du lịch: mở tour biển - rừng.", "assignment", "one's own body is told"),
    ("1. Đề nghị UBND tỉnh Lâm Đồng cử đầu mối.", "proposal", "another province is asked"),
    ("1. UBND tỉnh sẽ làm việc với Bộ Nội vụ về biên chế.", "commitment", "the issuer says what it will do itself"),
    ("1. Hai bên phối hợp bảo vệ rừng.", "commitment", "the sides"),
    ("1. Phối hợp với Sở Du lịch Lâm Đồng mở tour.", "assignment", "an item of a plan is for its own bodies"),
    ("1. Đề nghị Hội Nhà báo tỉnh tuyên truyền.", "proposal", "an association is asked, not ordered"),
]


NO_TASKS = [
    "Dự họp có lãnh đạo Sở Y tế; đại diện Ban Quản lý Khu kinh tế; Chủ tịch UBND các xã: An Bình, Cái Nhum.",
    "I. NHẬN ĐỊNH\n- Hai tỉnh có chung ranh giới dài.",
    "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 14/TTr-SYT.",
    "UBND tỉnh kính báo cáo.",
    "Điều 4. Chánh Văn phòng UBND tỉnh, Giám đốc Sở Y tế; Giám đốc Sở Nội vụ chịu trách nhiệm thi hành Quyết định này.",
    "1. Thống nhất với đề xuất của tỉnh Lâm Đồng về mở tuyến xe buýt.",
    "III. YÊU CẦU\n- Các sở, ngành chủ động triển khai, bảo đảm hiệu quả.",
]


def _tasks(text: str) -> tuple[Task, ...]:
    return extract(text).tasks


def _names(bodies) -> list[tuple[str, str | None]]:
    return [(body.name, body.jurisdiction.name if body.jurisdiction else None) for body in bodies]


@pytest.mark.parametrize(("item", "leads", "partners", "reason"), ORDERS, ids=[row[3] for row in ORDERS])
def test_an_order_names_who_leads_and_with_whom(item, leads, partners, reason):
    tasks = _tasks(PLAN + item)
    assert len(tasks) == 1, reason
    assert (_names(tasks[0].leads), _names(tasks[0].partners)) == (leads, partners), reason


@pytest.mark.parametrize(("item", "kind", "reason"), KINDS, ids=[row[2] for row in KINDS])
def test_whose_work_it_is_makes_its_kind(item, kind, reason):
    assert [task.kind for task in _tasks(PLAN + item)] == [kind], reason


@pytest.mark.parametrize("item", NO_TASKS)
def test_what_binds_or_judges_is_no_task(item):
    assert _tasks(PLAN + item) == ()


@pytest.mark.parametrize(("sentence", "expected", "reason"), SPEECH, ids=[row[2] for row in SPEECH])
def test_running_text_says_what_is_undertaken_and_what_is_asked(sentence, expected, reason):
    tasks = _tasks(NEWS + sentence)
    assert len(tasks) == len(expected), reason
    for task, (beginning, kind) in zip(tasks, expected, strict=True):
        assert task.text.startswith(beginning), reason
        assert task.kind == kind, reason


def test_a_task_leaves_out_its_mark_and_the_closing_sign():
    (task,) = _tasks(PLAN + "1. Sở Nội vụ tổng hợp, báo cáo kết quả./.")
    assert task.text == "Sở Nội vụ tổng hợp, báo cáo kết quả"


def test_the_sides_are_the_localities_that_act():
    (task,) = _tasks(PLAN + "1. Hai bên luân phiên tổ chức hội nghị đánh giá.")
    assert [locality.name for locality in task.localities] == [US, THEM]
    assert (task.kind, task.leads, task.direction) == ("commitment", (), "reciprocal")


def test_a_party_is_known_by_its_short_name():
    text = (
        "THỎA THUẬN HỢP TÁC\n\nHôm nay, ngày 05 tháng 6 năm 2020, tại thành phố Cần Thơ, chúng tôi gồm:\n\n"
        "BÊN A: ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ\n\nBÊN B: ỦY BAN NHÂN DÂN TỈNH HẬU GIANG\n\n"
        "Điều 1. Nội dung hợp tác\n\n1. Bên B mở lớp bồi dưỡng nghề cho lao động của Bên A.\n"
    )
    (task,) = _tasks(text)
    assert _names(task.leads) == [("Ủy ban nhân dân", "Hậu Giang")]
    assert task.kind == "commitment"


def test_departments_that_sign_for_themselves_are_both_sides_and_undertake_what_they_do():
    text = (
        "THỎA THUẬN HỢP TÁC\n\nHôm nay, ngày 05 tháng 6 năm 2020, chúng tôi gồm:\n\nBÊN A: SỞ Y TẾ TỈNH BÌNH THUẬN\n\n"
        "BÊN B: SỞ Y TẾ TỈNH LÂM ĐỒNG\n\nĐiều 1. Nội dung hợp tác\n\n1. Hai bên luân phiên bác sĩ.\n\n"
        "Điều 2. Trách nhiệm của Bên B\n\n1. Bố trí chỗ ở cho bác sĩ.\n"
    )
    both, own = extract(text).tasks
    assert _names(both.leads) == [("Sở Y tế", US), ("Sở Y tế", THEM)]
    assert (both.kind, own.kind, _names(own.leads)) == ("commitment", "commitment", [("Sở Y tế", THEM)])


def test_what_a_long_introduction_announces_is_said_by_its_last_clause():
    text = PLAN.replace("II. NHIỆM VỤ", "").replace("KẾ HOẠCH", "THÔNG BÁO") + (
        "Sau khi nghe Sở Y tế báo cáo kết quả hội nghị hợp tác và dự thảo chương trình, "
        "Chủ tịch UBND tỉnh kết luận như sau:"
        "\n\n1. Sở Y tế theo dõi việc luân phiên bác sĩ.\n"
    )
    assert [_names(task.leads) for task in extract(text).tasks] == [[("Sở Y tế", US)]]


def test_a_condition_and_an_author_are_kept_beside_the_words():
    (task,) = _tasks(PLAN + "1. Sau khi đề án được phê duyệt, Sở Nội vụ lập tổ giúp việc.")
    assert task.condition == "Sau khi đề án được phê duyệt"
    (task,) = _tasks(NEWS + "Ông Trần Văn C, Chủ tịch UBND tỉnh Lâm Đồng, đề nghị hai tỉnh sớm lập tổ công tác.")
    assert task.by is not None
    assert (task.by.person, task.by.body.name if task.by.body else None) == ("Trần Văn C", "Ủy ban nhân dân")


def test_reported_results_hold_no_tasks_but_findings():
    text = PLAN.replace("II. NHIỆM VỤ", "I. KẾT QUẢ") + (
        "Hai địa phương đã tổ chức 11 đợt trao đổi nghiệp vụ về du lịch. Việc phối hợp quản lý còn chậm. "
        "Nguyên nhân là thiếu kinh phí.\n"
    )
    record = extract(text)
    assert record.tasks == ()
    assert [finding.kind for finding in record.findings] == ["result", "limitation", "cause"]


def test_named_works_are_projects():
    record = extract(NEWS + "Hai bên sẽ đầu tư cao tốc Dầu Giây - Liên Khương và Khu công nghiệp Tân Phú.")
    assert [project.name for project in record.projects] == [
        "cao tốc Dầu Giây - Liên Khương",
        "Khu công nghiệp Tân Phú",
    ]


_PIECES = st.sampled_from(
    [
        *(row[0] for row in ORDERS),
        *(row[0] for row in SPEECH),
        "trước ngày 30/6/2021",
        "định kỳ 06 tháng một lần",
        PLAN,
        "\n\n",
        "; ",
        ": ",
        "Bên A",
        "a) ",
        "- ",
        "| ",
        "Nơi nhận:\n",
        "\r\n",
    ]
)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_any_heap_of_orders_is_read_the_same_way_twice_and_every_span_holds(text):
    record = extract(text)
    assert record == extract(text)
    for task in record.tasks:
        assert text[task.start : task.end] == task.text
    spans = [(task.start, task.end) for task in record.tasks]
    assert spans == sorted(spans)


NEWS = (
    "Bắt tay đưa đặc sản về phố\n\n(BTN) - Sáng 15/5/2018, tại thành phố Cao Lãnh, UBND tỉnh Đồng Tháp và UBND TP.HCM"
    " ký kết thỏa thuận hợp tác giai đoạn 2018 - 2020.\n\n"
)
PROMISES = [
    ("Đổi lại, TP.HCM cử 20 bác sĩ xuống Đồng Tháp luân phiên khám bệnh.", 1, "the present tense is a promise"),
    ("Mỗi năm hai địa phương tổ chức một hội chợ.", 1, "what recurs, by the sides"),
    ("Phía Đồng Tháp phụ trách vùng nguyên liệu, phía thành phố lo khâu tiêu thụ.", 2, "each side its part"),
    (
        "Theo thỏa thuận, Đồng Tháp cung ứng 200 tấn xoài mỗi tháng; TP.HCM giúp tỉnh xây dựng 3 chuỗi thực phẩm.",
        2,
        "a clause with a side of its own",
    ),
    ("Ông Dương đề nghị thành phố hỗ trợ đào tạo hướng dẫn viên du lịch.", 1, "a side without its name is asked"),
    ("Năm qua, hai bên đã đưa 1.200 tấn nông sản vào siêu thị.", 0, "a result"),
    ("Hiện Đồng Tháp cung ứng 30% sản lượng cá tra cả nước.", 0, "how things are"),
    ("Bộ Công Thương cử đoàn về dự.", 0, "attendance"),
    ("Tỉnh Long An cử cán bộ học tập.", 0, "not one of the sides"),
]


@pytest.mark.parametrize(("sentence", "number", "reason"), PROMISES, ids=[reason for _, _, reason in PROMISES])
def test_news_tell_promises_in_the_present_tense(sentence: str, number: int, reason: str) -> None:
    tasks = [task for task in extract(NEWS + sentence).tasks if task.start >= len(NEWS)]
    assert len(tasks) == number, reason


NOTICE = (
    "UBND TỈNH NINH THUẬN\nSố: 12/TB-UBND\nNinh Thuận, ngày 9 tháng 6 năm 2016\n\nTHÔNG BÁO\nKết luận buổi làm việc"
    " giữa UBND tỉnh Ninh Thuận và UBND thành phố Đà Nẵng\n\nHai bên thống nhất tiếp tục hợp tác"
    " với các nội dung sau:\n\n"
)


def test_an_opening_before_a_work_ends_at_its_colon() -> None:
    text = NOTICE + "3. Về nông nghiệp: Đà Nẵng tạo điều kiện để nho, táo, tỏi Ninh Thuận vào các siêu thị."
    assert [task.text for task in extract(text).tasks] == [
        "Đà Nẵng tạo điều kiện để nho, táo, tỏi Ninh Thuận vào các siêu thị."
    ]


def test_a_work_beside_an_order_is_a_task_of_its_own() -> None:
    text = NOTICE + "1. Về du lịch: xây dựng sản phẩm chung; Sở Du lịch Đà Nẵng chủ trì mở 02 đợt khảo sát mỗi năm."
    assert [bool(task.leads) for task in extract(text).tasks] == [False, True]


def test_what_the_sides_judge_is_nothing_to_be_done() -> None:
    judged = "đánh giá: hợp tác đã mở rộng, trao đổi thông tin chưa đều."
    text = NOTICE.replace("tiếp tục hợp tác với các nội dung sau:", judged)
    assert extract(text).tasks == ()
