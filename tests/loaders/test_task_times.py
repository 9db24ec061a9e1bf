"""Until when a task is due and how often it is repeated: one table, a reason per row."""

from __future__ import annotations

import pytest

from loaders.extract import extract

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Thỏa thuận hợp tác giữa tỉnh Bình Thuận và tỉnh Lâm Đồng giai đoạn 2021 - 2025\n\nII. NHIỆM VỤ\n\n"
)

TIMES = [
    # (item, deadline, recurrence, reason)
    ("trước ngày 30/6/2021", "2021-06-30", None, "a day"),
    ("chậm nhất là cuối quý III năm 2022", "2022-09", None, "a quarter ends with its last month"),
    ("hoàn thành trong tháng 7", "2021-07", None, "a month of the document's year"),
    ("xong trước 15-01", "2022-01-15", None, "a month that is over in the document's year is the next year's"),
    ("trong hai năm 2022 - 2023", "2023", None, "the last of two years"),
    ("trong 6 tháng đầu năm 2022", "2022-06", None, "half a year"),
    ("hằng năm, trước ngày 15 tháng 12", None, "P1Y", "a day of every year is no deadline"),
    ("định kỳ 06 tháng một lần", None, "P6M", "every so many months"),
    ("hai năm một lần", None, "P2Y", "numbers in words"),
    ("mỗi quý ít nhất một lần", None, "P3M", "a quarter is three months"),
    ("mỗi năm hai đợt", None, "P6M", "twice a year"),
    ("sáu tháng báo cáo một lần", None, "P6M", "a verb between number and time"),
    ("trong giai đoạn 2021 - 2025", None, None, "the period of the programme is no deadline"),
    ("theo quy hoạch đến năm 2030", None, None, "nor is the horizon of a plan"),
    ("chậm nhất 30 tháng Tư năm 2022", "2022-04-30", None, "a month by its name"),
    ("ngay trong quý này", "2021-03", None, "the quarter of the document"),
    ("trước phiên họp của UBND tỉnh tháng 4", "2021-04", None, "before a meeting of a month"),
    ("trước mùa lũ 2022", "2022", None, "before a season of a year"),
    ("đến giữa năm", "2021-06", None, "the middle of the year"),
    ("trong vụ xuân năm tới", "2022", None, "a season of next year"),
    ("mỗi dịp hè", None, "P1Y", "a season comes once a year"),
    ("trong quí IV năm 2021", "2021-12", None, "the other spelling of a quarter"),
    ("tại hội chợ (ITE) tháng 9/2021", "2021-09", None, "a month behind a bracket"),
    ("trước ngày 20/6 và 20/12 hằng năm", None, "P6M", "two days of each year"),
    ("trước 25/3, 25/6, 25/9 và 25/12 hàng năm", None, "P3M", "four days of each year"),
    ("về tuyến bay khai thác hằng ngày", None, None, "how often one flies is not how often one works"),
    (", lần đầu vào năm 2022", None, None, "when it begins is not when it is due"),
]


@pytest.mark.parametrize(("words", "deadline", "recurrence", "reason"), TIMES, ids=[row[3] for row in TIMES])
def test_a_task_says_until_when_and_how_often(words, deadline, recurrence, reason):
    (task,) = extract(f"{PLAN}1. Sở Nội vụ tổng hợp báo cáo {words}.").tasks
    assert (task.deadline.value if task.deadline else None, task.recurrence) == (deadline, recurrence), reason
