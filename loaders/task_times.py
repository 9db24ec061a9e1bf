"""When a task is due: ``trước ngày 30/6/2019``, ``trong Quý III/2018``, ``trong vòng 30 ngày kể từ ngày ký``."""

from __future__ import annotations

import calendar
import datetime
from bisect import bisect_left

import regex

from loaders.analysis import Reading
from loaders.patterns import Match, Pattern, Patterns
from loaders.recurrence import recurrence

#: What makes a date the end of the work and not a date of something else.
_DUE = (
    r"(?:trước|trong|chậm nhất(?: là| vào)?|muộn nhất(?: là)?|không muộn hơn|hoàn thành|xong|kết thúc|đến "
    r"hết|hết|vào|thời gian(?: thực hiện| hoàn thành)?\s?:"
    r"|thời hạn\s?:|cuối|đầu|giữa|dự kiến|dịp|ngay|mốc|chạy thử|khai trương|vận hành thử"
    r"|(?:hạn cuối|thời hạn|hạn|xong|tiến độ)(?: là|\s?:)(?: \d{1,2} giờ)?)"
)
_LEAD_IN = rf"{_DUE}(?: (?:cuối|đầu|hết|vào|trong|trước|là|khoảng)){{0,3}}+[ \n]"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_SPELT = "giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười một|mười hai|mười|chạp"
_SPELT_MONTH = rf"(?P<spelt>{_SPELT})(?<!năm(?= \d))"
_PATTERNS = Patterns(
    # trước ngày 30/6/2019, trước 30/8/2018, chậm nhất ngày 31 tháng 10 năm 2019
    Pattern(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| )))(?:(?:\d{{1,2}} giờ(?: \d{{1,2}})? )?ngày )?(?:dịp "
        rf")?(?:lễ )?(?P<day>\d{{1,2}})(?:[/.-]| tháng )(?P<month>\d{{1,2}})(?:(?:[/.-]| năm "
        rf"){_YEAR})?(?![\d/])"
        r"(?! (?:hàng|hằng) năm)"
    ),
    # chậm nhất 30 tháng Tư năm 2015, trong tháng Chín
    Pattern(rf"\b{_LEAD_IN}(?:ngày )?(?P<day>\d{{1,2}}) tháng {_SPELT_MONTH}(?: năm {_YEAR})?(?!\p{{L}})"),
    Pattern(rf"\b{_LEAD_IN}tháng {_SPELT_MONTH}(?: năm {_YEAR})?(?=\s*(?:[.,;]|$))"),
    # trong qu[ýí] này; trong tháng này, trong tuần tới; trong vòng 30 ngày kể từ ngày ký
    Pattern(rf"\b{_LEAD_IN}(?P<this>(?P<in_quarter>qu[ýí]) này|tháng này|tuần (?:này|sau|tới))"),
    Pattern(r"\btrong (?:vòng|thời hạn) (?P<days>\d{1,3}) ngày,? (?:kể )?từ (?:ngày|khi) (?:ký|ban hành)"),
    # tuần cuối của tháng 10, tuần đầu tháng 12/2022; qu[ýí] I năm sau
    Pattern(rf"\btuần (?:đầu|cuối)(?: của)? tháng (?P<month>\d{{1,2}})(?:(?:/| năm ){_YEAR})?(?![\d/])"),
    Pattern(r"\b(?:qu[ýí] (?P<quarter>iv|i{1,3}|[1-4])|tháng (?P<month>\d{1,2})) năm (?P<next>sau|tới)"),
    # nhận đào tạo … đến năm 2027. (the horizon of a plan is none)
    Pattern(rf"(?:đến|tới) (?:hết )?(?:năm )?{_YEAR}(?=\s*(?:[.;]|$))"),
    # 03 tháng cuối năm (2024)
    Pattern(rf"\b{_LEAD_IN}(?:3|03|ba|6|06|sáu) tháng (?P<half>cuối|đầu) năm(?: {_YEAR})?(?!\d)"),
    Pattern(rf"(?:^|\n|\| ?)(?:6|06|sáu) tháng (?P<half>cuối|đầu) năm(?: {_YEAR})?(?!\d)"),
    # trong hai tháng 7 và 8; trong tháng 4 và tháng 5/2021
    Pattern(rf"\btháng \d{{1,2}} và (?:tháng )?(?P<month>\d{{1,2}})(?:(?:/| năm ){_YEAR})?(?![\d/])"),
    # trong tháng 12/2023, tháng 6/2018 in a cell, trong tháng 7
    Pattern(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))tháng (?P<month>\d{{1,2}})(?:(?:[/.-]| năm ){_YEAR})?(?![\d/])"
    ),
    # cuối qu[ýí] III năm 2012, Quý IV/2018
    Pattern(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))qu[ýí] (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?[/.-] ?| năm "
        rf"){_YEAR})?(?![\d/])"
    ),
    # …, tháng 4 năm 2023. as the last words of a clause
    Pattern(rf"(?<=[,)] )tháng (?P<month>\d{{1,2}})(?:/| năm ){_YEAR}(?=\s*(?:[.;]|$))"),
    # | 12/2019 |, | 2019 - 2020 as a cell of a table
    Pattern(rf"(?<=\| )(?P<month>\d{{1,2}})[/-]{_YEAR}(?=\s*(?:\||$))"),
    Pattern(rf"(?:(?<=\| )(?:(?:19|20)\d\d ?- ?)?|(?<=\n)){_YEAR}(?=\s*(?:\||$))"),
    # trước mùa khô năm 2019; thời gian: 2021 - 2022
    Pattern(rf"\btrước (?:mùa|vụ|dịp|lễ|tết)[^,;.]{{0,20}}?(?: năm)?\s{_YEAR}(?![\d/-]| -)"),
    # trong vụ xuân năm tới; đến giữa năm
    Pattern(r"\b(?:trong|trước|vào) (?:vụ|mùa)(?: \p{L}++){1,2}? năm (?P<next>sau|tới)"),
    Pattern(r"\b(?:đến|trước|trong|vào) (?P<half>giữa) năm(?: nay)?(?! \d)"),
    # trước phiên họp UBND thành phố tháng 4; trước Festival Dừa (tháng 11); trước khi UNESCO họp kỳ 2021
    Pattern(
        r"\btrước (?:khi|phiên|kỳ|lễ|festival|đại hội|hội) [^,;.|]{0,40}?"
        rf"(?:[ (]tháng (?P<month>\d{{1,2}})(?:(?:/| năm ){_YEAR})?|(?: năm| kỳ) {_YEAR})(?![\d/])"
    ),
    Pattern(rf"\bthời gian[^:;.]{{0,15}}:\s?(?:năm )?(?:(?:19|20)\d\d ?- ?)?{_YEAR}(?![\d/-])"),
    # … năm 2021. as the last words of a clause, of the work itself
    Pattern(rf"(?<!đến )(?<!từ )(?<!sau )(?<!trước )(?<!vào )(?<!hoạch )(?<!- )năm {_YEAR}(?=\s*(?:[.;]|$))"),
    # trong hai năm 2009 - 2010, trong năm 2019, hoàn thành năm 2019, năm 2020 in a cell
    Pattern(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))(?:(?:hai|ba|2|3|02|03|các) )?năm (?:(?:19|20)\d\d "
        rf"?[-,] ?)?{_YEAR}(?![\d/-])"
    ),
)
#: `trước ngày 15 tháng 12 hằng năm` recurs and is no date.
_YEARLY = Pattern(r",? (?:(?:hàng|hằng|mỗi|từng) (?:năm|tháng|quý)|năm (?:trước|ngoái))")
#: ``lần đầu vào năm 2023``, ``khóa đầu nhập học năm 2006``: when it begins.
_FIRST = Pattern(r"\b(?:lần|khóa|phiên|lớp|kỳ|đợt)\sđầu\b[^,;.]*+$")
#: Words that make a date the end of the work.
_BY = Pattern(r"(?:trước|chậm nhất|muộn nhất|không muộn|hoàn thành|xong|hạn|thời hạn)\b")
_MONTHS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
_SPELT_MONTHS = {
    name: month for month, name in enumerate(_SPELT.split("|"), 1) if not name.startswith(("mười", "chạp"))
}
_SPELT_MONTHS |= {"mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12}
#: ``phấn đấu đến năm 2030`` is an aim of the whole, ``quy hoạch đến năm 2020`` a plan's horizon: neither is a date of
#: the work.


def deadline(reading: Reading, start: int, end: int) -> tuple[str, int, int] | None:
    """The last date by which something of ``norm[start:end]`` is due, ISO, and where it stands."""
    matches = list(_PATTERNS.finditer(reading.view.norm, start, end))
    if not matches:
        return None
    found: list[tuple[int, int, str]] = []
    repeated = recurrence(reading.view.norm, start, end) is not None  # a date without a year is then each year's
    for match in matches:
        value = _value(match.groupdict(), reading)
        undated = not match.groupdict().get("year") and repeated
        first = _FIRST.search(reading.view.norm, max(start, match.start() - 45), match.start() + len("đầu "))
        if (
            value
            and not undated
            and not first
            and not _within_period(reading, match)
            and not _YEARLY.match(reading.view.norm, match.end())
            and not _is_horizon(reading.view.norm, start, match)
        ):
            found.append((match.start(), match.end(), value))
    if not found:
        return None
    at, until, value = max(found, key=lambda item: (item[1], -item[0]))
    while reading.view.norm[at] in "\n| ":
        at += 1
    return value, at, until


def _within_period(reading: Reading, match: Match) -> bool:
    """``trong giai đoạn 2018 - 2020`` is the period of the programme."""
    first = bisect_left(reading.periods, match.start(), key=lambda period: period.end)
    for period in reading.periods[first:]:
        if period.start >= match.end():
            break
        if period.cue in ("giai đoạn", "thời kỳ", "nhiệm kỳ"):
            return True
    return False


def _is_horizon(norm: str, start: int, match: Match) -> bool:
    """``lập quy hoạch … đến năm 2020``: how far a plan looks, not when it is due."""
    if not match.group().startswith(("đến", "tới")):
        return False
    return bool(
        regex.search(
            r"quy hoạch|kế hoạch|chiến lược|đề án|định hướng|tầm nhìn|chương trình|giai đoạn",
            norm[start : match.start()],
        )
    )


def is_due(reading: Reading, start: int, end: int) -> bool:
    """Whether something is due after the day of the document, and not merely takes place then."""
    due = deadline(reading, start, end)
    issued = reading.dateline.issued.value if reading.dateline.issued else str(reading.year or "")
    return due is not None and _BY.match(reading.view.norm, due[1]) is not None and due[0] >= issued[: len(due[0])]


def dated(reading: Reading, start: int, end: int) -> bool:
    """Whether a date begins within ``norm[start:end]``."""
    first = bisect_left(reading.dates, start, key=lambda date: date.start)
    return first < len(reading.dates) and reading.dates[first].start < end


def _value(parts: dict[str, str | None], reading: Reading) -> str | None:
    issued = reading.dateline.issued.value if reading.dateline.issued else ""
    if parts.get("in_quarter") and len(issued) >= 7:
        return f"{issued[:5]}{(int(issued[5:7]) + 2) // 3 * 3:02d}"
    if "this" in parts:
        return issued[:7] if len(issued) >= 7 else None
    if "days" in parts:
        day_of_issue = regex.fullmatch(r"\d{4}-\d{2}-\d{2}", issued)
        counted = datetime.timedelta(days=int(parts["days"] or 0))
        return (datetime.date.fromisoformat(issued) + counted).isoformat() if day_of_issue and _exists(issued) else None
    year = parts.get("year") or (str(reading.year + ("next" in parts)) if reading.year else None)
    if parts.get("quarter"):
        month = _MONTHS[str(parts["quarter"])]
    elif parts.get("half"):
        month = 12 if parts["half"] == "cuối" else 6
    else:
        month = int(parts.get("month") or 0) or _SPELT_MONTHS.get(parts.get("spelt") or "", 0)
    if month > 12 or (year is None and not month):
        return None
    day = int(parts.get("day") or 0)
    if "day" in parts and not (1 <= day <= 31 and month):
        return None
    if not parts.get("year") and year and month and f"{year}-{month:02d}" < issued[:7]:
        year = str(int(year) + 1)  # what is still to be done: the next such month
    head = year or "-"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def _exists(day: str) -> bool:
    """Whether an ISO day is one of the calendar's (a text may say 31/2)."""
    year, month, number = (int(part) for part in day.split("-"))
    return 1 <= month <= 12 and 1 <= number <= calendar.monthrange(year, month)[1]
