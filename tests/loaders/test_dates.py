"""Dates and spans of years in all the ways in which documents write them."""

from __future__ import annotations

import pytest

from loaders.dates import find_dates, find_periods
from loaders.view import view

DATES = [
    ("day, month and year in words", "ngày 24 tháng 10 năm 2008", ["2008-10-24"]),
    ("slashes, dashes and full stops", "27/8/2014, 05-9-2008 và 3.2.2010", ["2014-08-27", "2008-09-05", "2010-02-03"]),
    ("a month with a year", "tháng 8/2009, tháng 8-2009, tháng 8 năm 2009", ["2009-08"] * 3),
    (
        "a day without a year needs a word that makes it one",
        "sáng 7-8, ngày 25/3, (sáng nay 11.10)",
        ["--08-07", "--03-25", "--10-11"],
    ),
    ("a score and a rate are no days", "thắng 2-1, giảm 7-8 phần trăm", []),
    ("a month alone", "trong tháng 7", ["--07"]),
    ("figures with full stops are no dates", "21.300 tấn, 1.200.000 lượt", []),
    ("a road is no date", "quốc lộ 1/5 đoạn qua", []),
]

PERIODS = [
    ("a phase", "giai đoạn 2015 – 2020", [(2015, 2020, False)]),
    ("years that go on", "giai đoạn 2023-2025 và những năm tiếp theo", [(2023, 2025, True)]),
    ("years in parentheses after their number", "sơ kết 10 năm (2005 – 2014)", [(2005, 2014, False)]),
    ("from year to year in words", "từ năm 2005 đến năm 2014", [(2005, 2014, False)]),
    ("from a year until now", "từ năm 2008 đến nay", [(2008, None, False)]),
    ("a year and a phase are one span", "năm 2023 và giai đoạn 2024 - 2025", [(2023, 2025, False)]),
    ("an outlook is no phase", "định hướng 2030 - 2045", []),
    ("a span that runs backwards is none", "giai đoạn 2020 - 2015", []),
    ("day spans are no years", "ngày 10/5/2020-12/5/2020", []),
]


@pytest.mark.parametrize(("text", "values"), [case[1:] for case in DATES], ids=[case[0] for case in DATES])
def test_dates_are_read(text: str, values: list[str]) -> None:
    assert [date.value for date in find_dates(view(text))] == values


@pytest.mark.parametrize(("text", "values"), [case[1:] for case in PERIODS], ids=[case[0] for case in PERIODS])
def test_spans_of_years_are_read(text: str, values: list[tuple[int, int | None, bool]]) -> None:
    assert [(period.first, period.last, period.open_ended) for period in find_periods(view(text))] == values


def test_last_year_is_the_year_before_the_text() -> None:
    (date,) = find_dates(view("đặt bút ký tháng 12 năm ngoái"))
    assert date.in_year(2020) == "2019-12"
