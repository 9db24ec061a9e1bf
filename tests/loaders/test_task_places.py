"""Where tasks can stand at all: under which headings, in which sentences, across which line ends."""

from __future__ import annotations

import pytest

from loaders.extract import extract
from loaders.view import normalise

NOTICE = (
    "TỈNH ỦY NGHỆ AN\nSố 77-TB/TU\nNghệ An, ngày 15 tháng 5 năm 2019\n\nTHÔNG BÁO\nKẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY\n"
    "về hợp tác với tỉnh Hà Tĩnh\n\n"
)
PACT = "THỎA THUẬN HỢP TÁC\nGiữa Sở Y tế tỉnh Nghệ An và Sở Y tế tỉnh Hà Tĩnh\n\n"
DECISION = (
    "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN\nSố: 18/QĐ-UBND\nNghệ An, ngày 15 tháng 5 năm 2019\n\nQUYẾT ĐỊNH\n"
    "Phê duyệt Kế hoạch hợp tác giữa tỉnh Nghệ An và tỉnh Hà Tĩnh\n\n"
)
NEWS = (
    "Nghệ An, Hà Tĩnh bàn hợp tác\n\n12/5/2022 08:15\n\n"
    "Sáng 11/5, UBND tỉnh Nghệ An làm việc với UBND tỉnh Hà Tĩnh.\n\n"
)
ITEM = "\n\n1. Công an tỉnh ký quy chế tuần tra chung với Công an tỉnh Hà Tĩnh."
ORDERED = ["Công an tỉnh ký"]

PLACES = [
    # (text, how the tasks begin, reason)
    (
        NOTICE
        + "Xét báo cáo kết quả 3 năm hợp tác với tỉnh Hà Tĩnh, Ban Thường vụ thống nhất các nội dung sau:"
        + ITEM,
        ORDERED,
        "the main clause says what the list is, not what was read before",
    ),
    (
        NOTICE + "Sau khi nghe đánh giá tình hình phối hợp với tỉnh Hà Tĩnh, Thường trực Tỉnh ủy kết luận:" + ITEM,
        ORDERED,
        "heard and then concluded",
    ),
    (
        NOTICE + "Sau khi các sở trao đổi, UBND tỉnh báo cáo kết quả như sau:" + ITEM,
        [],
        "a main clause that reports makes a report",
    ),
    (NOTICE + "Hội nghị thống nhất đánh giá kết quả như sau:" + ITEM, [], "agreed judgement is judgement"),
    (
        NOTICE + "II/ KHÓ KHĂN\nĐường xấu, thông tin chậm.\n\nIII/ KẾ HOẠCH NĂM 2020" + ITEM,
        ORDERED,
        "a plan for a year is no more of the report",
    ),
    (NOTICE + "III/ TÌNH HÌNH THỰC HIỆN KẾ HOẠCH NĂM 2018" + ITEM, [], "how a plan was carried out is the report"),
    (NOTICE + "I. MỤC ĐÍCH, YÊU CẦU:" + ITEM, [], "requirements beside purposes order nothing"),
    (
        PACT + "Điều 5. Điều khoản thi hành\n1. Văn phòng hai Sở là đầu mối, báo cáo tiến độ hằng quý.\n"
        "2. Trước ngày 30/11 hằng năm, hai bên luân phiên tổ chức họp đánh giá.",
        ["Văn phòng hai Sở", "Trước ngày 30/11"],
        "final clauses may give work; the day that recurs belongs to it",
    ),
    (
        PACT + "Điều 5. Điều khoản thi hành\n1. Thỏa thuận có hiệu lực kể từ ngày ký.\n"
        "2. Thỏa thuận được lập thành 04 bản, mỗi bên giữ 02 bản.\n"
        "3. Trong quá trình thực hiện, nếu có vướng mắc, hai bên cùng bàn bạc sửa đổi, bổ sung.\n"
        "4. Mọi sửa đổi phải được hai bên thống nhất bằng văn bản.",
        [],
        "validity, copies and amendments are none",
    ),
    (
        NOTICE + "Tham dự cuộc họp có Giám đốc Sở Nội vụ; đại diện Ban Quản lý Khu kinh tế; Chi cục Kiểm lâm.\n\n"
        "Cùng dự có lãnh đạo Công an tỉnh; Bộ Chỉ huy Quân sự tỉnh.",
        [],
        "all clauses of a sentence that tells who was there",
    ),
    (
        NOTICE + "Kết luận:\n- Hai tỉnh có đường ranh giới chung dài 40 km.\n- Hai tỉnh là cửa ngõ ra biển của Lào.\n"
        "- Hai địa phương đều có cảng biển.\n- Hai tỉnh có trách nhiệm cung cấp số liệu trước ngày 30/6/2019.",
        ["Hai tỉnh có trách nhiệm"],
        "how the sides are is no work, what they are in charge of is",
    ),
    (
        DECISION
        + "Theo đề nghị của Giám đốc Sở Văn hóa, Thể thao và Du lịch tại Tờ trình số 22/TTr-SVHTTDL và Báo cáo "
        "thẩm định số 7/BC-SKHĐT của Sở Kế hoạch và Đầu tư.\n"
        "Xét Tờ trình số 12/TTr-SCT của Sở Công Thương và ý kiến của Sở Tư pháp tại Văn bản số 33/STP-XD.",
        [],
        "on whose proposal it is decided, also before a full stop",
    ),
    (
        DECISION
        + "Xét đề nghị của Sở Công Thương tại Tờ trình số 12/TTr-SCT, UBND tỉnh giao Sở Y tế chuẩn bị hội nghị.",
        ["giao Sở Y tế"],
        "a main clause behind the proposal still orders",
    ),
    (
        NOTICE + "Trên đây là báo cáo kết quả hợp tác, Sở Nội vụ kính trình UBND tỉnh xem xét, chỉ đạo./.\n\n"
        "UBND tỉnh trân trọng báo cáo Thủ tướng Chính phủ.",
        [],
        "formulas that close a letter",
    ),
    (
        NEWS
        + "Ông N cảm ơn sự hỗ trợ của Nghệ An thời gian qua, đồng thời mong muốn tỉnh Nghệ An sớm nâng cấp quốc lộ 46.",
        ["tỉnh Nghệ An sớm"],
        "praise ends where something is asked",
    ),
    (
        NEWS + "Ông N biểu dương kết quả mà ngành y tế đạt được, song yêu cầu Sở Y tế tiếp tục chuyển giao kỹ thuật.",
        ["Sở Y tế tiếp tục"],
        "also behind song, and of results reached",
    ),
    (
        NEWS + "Ông N đánh giá cao đề nghị của tỉnh Hà Tĩnh về mở rộng quốc lộ 46 tới biên giới.",
        [],
        "a request praised",
    ),
    (
        NEWS + "Ông N ghi nhận việc tỉnh Hà Tĩnh đã đề nghị Trung ương nâng cấp quốc lộ 46 tới biên giới.",
        [],
        "a request that was made, praised",
    ),
]


@pytest.mark.parametrize(("text", "begins", "reason"), PLACES, ids=[case[2] for case in PLACES])
def test_a_task_stands_where_the_text_gives_work(text: str, begins: list[str], reason: str) -> None:
    tasks = [task.text for task in extract(text).tasks]
    assert len(tasks) == len(begins), (reason, tasks)
    assert all(task.startswith(begin) for task, begin in zip(tasks, begins, strict=True)), (reason, tasks)


LINES = [
    # (text, the lines that are read, reason)
    ("giữa ba tỉnh Quảng Bình – Quảng Trị\n– Thừa Thiên Huế năm 2021", 1, "a list joined by dashes goes on"),
    ('sản phẩm "Con đường di sản\n- Hành lang Đông Tây" trong tháng 9', 1, "a quoted name is not closed yet"),
    ("sản phẩm “Con đường di sản\n– Hành lang Đông Tây” trong tháng 9", 1, "the same in other marks"),
    ("Các tuyến Đồng Hới – Phong Nha\n– Sở Xây dựng khảo sát", 2, "a body is no name in a list of places"),
    ("Mở tuyến:\n- Huế – Đồng Hới\n- Đông Hà – Lao Bảo", 3, "items that are routes"),
    ("Nội dung hợp tác\n- Du lịch\n- Y tế", 3, "items without a full stop"),
    ('Ký "Chương trình hợp tác"\n- Sở Y tế chủ trì', 2, "a quoted name that is closed"),
]


@pytest.mark.parametrize(("text", "lines", "reason"), LINES, ids=[case[2] for case in LINES])
def test_a_dash_that_begins_a_line_opens_an_item_where_nothing_is_open(text: str, lines: int, reason: str) -> None:
    assert len(normalise(text).split("\n")) == lines, reason
