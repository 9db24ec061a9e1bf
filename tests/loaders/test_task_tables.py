"""Rows of tables are tasks where a column says who leads: a table for each layout, a reason per row."""

from __future__ import annotations

import pytest

from loaders.extract import extract

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Thỏa thuận hợp tác giữa tỉnh Bình Thuận và tỉnh Lâm Đồng giai đoạn 2021 - 2025\n\n"
)
HEAD = "STT | Nội dung | Cơ quan, đơn vị chủ trì | Đơn vị phối hợp | Thời gian\n"
HEALTH = "1 | Chuyển giao kỹ thuật mổ tim | Sở Y tế | Sở Nội vụ | 2022\n"

TABLES = [
    # (table, [(begins, leads, partners, deadline)], reason)
    (
        HEAD + "I | LĨNH VỰC Y TẾ | | |\n" + HEALTH,
        [("Chuyển giao", ["Sở Y tế"], ["Sở Nội vụ"], "2022")],
        "a row that only heads others is no task",
    ),
    (
        HEAD + HEALTH + "2 | Luân phiên bác sĩ giỏi | -nt- | -nt- | 12/2021",
        [("Chuyển", ["Sở Y tế"], ["Sở Nội vụ"], "2022"), ("Luân", ["Sở Y tế"], ["Sở Nội vụ"], "2021-12")],
        "-nt-: the same as above",
    ),
    (
        HEAD + HEALTH + "2 | Luân phiên bác sĩ giỏi | | | Quý IV/2021",
        [("Chuyển", ["Sở Y tế"], ["Sở Nội vụ"], "2022"), ("Luân", ["Sở Y tế"], [], "2021-12")],
        "a cell merged downwards is empty",
    ),
    (
        "Nhiệm vụ | Phân công | Hạn\nKhơi thông sông Cổ Cò | Sở Xây dựng chủ trì, Sở Nội vụ phối hợp | 2021",
        [("Khơi", ["Sở Xây dựng"], ["Sở Nội vụ"], "2021")],
        "one cell says who leads and who helps",
    ),
    (
        "Nhiệm vụ | Chủ trì/phối hợp | Hạn\nKhơi thông sông Cổ Cò | Sở Xây dựng/Sở Nội vụ | 30/6/2021",
        [("Khơi", ["Sở Xây dựng"], ["Sở Nội vụ"], "2021-06-30")],
        "under a head for both the first leads",
    ),
    (
        "Nhiệm vụ\nCơ quan phụ trách\nKỳ hạn\n\nTrữ nước ngọt cho vùng dứa\nSở Nội vụ; Sở Y tế cùng làm\n2022\n\n"
        "Trạm y tế vùng lũ\nSở Y tế\n6 tháng cuối năm 2021\n\nIII. KINH PHÍ\n",
        [("Trữ", ["Sở Nội vụ"], ["Sở Y tế"], "2022"), ("Trạm", ["Sở Y tế"], [], "2021-12")],
        "a line for each cell, rows without numbers",
    ),
    (
        "TT\nNội dung\nChủ trì\nPhối hợp\n1\nHội thảo biển đảo\nSở Nội vụ\nSở Du lịch\n\nIII. KINH PHÍ\nSở Y tế.",
        [("Hội thảo", ["Sở Nội vụ"], ["Sở Du lịch"], None)],
        "the next part of the document is no cell",
    ),
    ("Họ và tên | Chức vụ | Phụ trách\nNguyễn Văn A | Giám đốc Sở Y tế | Tổ trưởng", [], "a list of persons"),
    ("TT | Họ tên | Đơn vị\n1 | Lê Văn C | Sở Xây dựng", [], "no column says who leads"),
]


@pytest.mark.parametrize(("table", "expected", "reason"), TABLES, ids=[row[2] for row in TABLES])
def test_a_row_names_its_work_who_leads_who_helps_and_until_when(table, expected, reason):
    tasks = extract(PLAN + table).tasks
    told = [
        ([b.name for b in task.leads], [b.name for b in task.partners], task.deadline.value if task.deadline else None)
        for task in tasks
    ]
    assert told == [row[1:] for row in expected], reason
    assert all(task.text.startswith(row[0]) for task, row in zip(tasks, expected, strict=True)), reason
