"""When a task is due and how often it recurs: ``trước ngày 30/6/2019``, ``trong Quý III/2018``, ``định kỳ 6 tháng``."""

from __future__ import annotations

from bisect import bisect_left

import regex

from loaders.analysis import Reading
from loaders.body_places import COUNTS

#: What makes a date the end of the work and not a date of something else.
_DUE = (
    r"(?:trước|trong|chậm nhất(?: là| vào)?|muộn nhất(?: là)?|không muộn hơn|hoàn thành|xong|kết thúc|đến "
    r"hết|hết|vào|thời gian(?: thực hiện| hoàn thành)?\s?:"
    r"|thời hạn\s?:|cuối|đầu|giữa|dự kiến|dịp|(?:hạn cuối|thời hạn|hạn)(?: là|\s?:)(?: \d{1,2} giờ)?)"
)
_LEAD_IN = rf"{_DUE}(?: (?:cuối|đầu|hết|vào|trong|trước|là|khoảng))*+[ \n]"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_PATTERNS = (
    # trước ngày 30/6/2019, trước 30/8/2018, chậm nhất ngày 31 tháng 10 năm 2019
    regex.compile(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| )))(?:(?:\d{{1,2}} giờ(?: \d{{1,2}})? )?ngày )?(?:dịp "
        rf")?(?:lễ )?(?P<day>\d{{1,2}})(?:[/.-]| tháng )(?P<month>\d{{1,2}})(?:(?:[/.-]| năm "
        rf"){_YEAR})?(?![\d/])"
        r"(?! (?:hàng|hằng) năm)"
    ),
    # trong tháng này; 03 tháng cuối năm (2024)
    regex.compile(rf"\b{_LEAD_IN}(?P<this>tháng này)"),
    regex.compile(rf"\b{_LEAD_IN}(?:3|03|ba|6|06|sáu) tháng (?P<half>cuối|đầu) năm(?: {_YEAR})?(?!\d)"),
    # trong hai tháng 7 và 8; trong tháng 4 và tháng 5/2021
    regex.compile(rf"\btháng \d{{1,2}} và (?:tháng )?(?P<month>\d{{1,2}})(?:(?:/| năm ){_YEAR})?(?![\d/])"),
    # trong tháng 12/2023, tháng 6/2018 in a cell, trong tháng 7
    regex.compile(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))tháng (?P<month>\d{{1,2}})(?:(?:[/.-]| năm ){_YEAR})?(?![\d/])"
    ),
    # cuối quý III năm 2012, Quý IV/2018
    regex.compile(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?[/.-] ?| năm "
        rf"){_YEAR})?(?![\d/])"
    ),
    # …, tháng 4 năm 2023. as the last words of a clause
    regex.compile(rf"(?<=, )tháng (?P<month>\d{{1,2}})(?:/| năm ){_YEAR}(?=\s*(?:[.;]|$))"),
    # trước mùa khô năm 2019; thời gian: 2021 - 2022
    regex.compile(rf"\btrước (?:mùa|vụ|dịp|lễ|tết)[^,;.]{{0,20}}? năm {_YEAR}"),
    regex.compile(rf"\bthời gian[^:;.]{{0,15}}:\s?(?:năm )?(?:(?:19|20)\d\d ?- ?)?{_YEAR}(?![\d/-])"),
    # … năm 2021. as the last words of a clause, of the work itself
    regex.compile(rf"(?<!đến )(?<!từ )(?<!sau )(?<!trước )(?<!vào )(?<!hoạch )(?<!- )năm {_YEAR}(?=\s*(?:[.;]|$))"),
    # trong hai năm 2009 - 2010, trong năm 2019, hoàn thành năm 2019, năm 2020 in a cell
    regex.compile(
        rf"(?:\b{_LEAD_IN}|(?P<alone>(?:^|\n|\| ?)))(?:(?:hai|ba|2|3|02|03|các) )?năm (?:(?:19|20)\d\d "
        rf"?[-,] ?)?{_YEAR}(?![\d/-])"
    ),
)
#: `trước ngày 15 tháng 12 hằng năm` recurs and is no date.
_YEARLY = regex.compile(r",? (?:(?:hàng|hằng|mỗi|từng) (?:năm|tháng|quý)|năm (?:trước|ngoái))")
#: Words that make a date the end of the work.
_BY = regex.compile(r"(?:trước|chậm nhất|muộn nhất|không muộn|hoàn thành|xong|hạn|thời hạn)\b")
_MONTHS = {"i": 3, "ii": 6, "iii": 9, "iv": 12, "1": 3, "2": 6, "3": 9, "4": 12}
#: ``phấn đấu đến năm 2030`` is an aim of the whole, ``quy hoạch đến năm 2020`` a plan's horizon: neither is a date of
#: the work.
_RECURRING = (
    # định kỳ 06 tháng (một lần), định kỳ hai năm một lần
    (regex.compile(r"\bđịnh kỳ (?P<n>\d{1,2}|\p{L}++) (?P<unit>tháng|năm|quý|tuần)"), "n"),
    # hai năm một lần, 6 tháng/lần
    (regex.compile(r"\b(?P<n>\d{1,2}|\p{L}++) (?P<unit>tháng|năm|quý|tuần)(?: một lần| 1 lần| 01 lần|/lần)"), "n"),
    # mỗi năm hai đợt, một năm hai lần: twice a year
    (regex.compile(r"\b(?:mỗi|một) (?P<unit>năm) (?P<times>hai|2|02|bốn|4|04) (?:lần|đợt|kỳ|cuộc)"), "times"),
    (regex.compile(r"\btháng 6 và tháng 12\b"), "half"),
    # ba năm tổ chức một lần, sáu tháng báo cáo một lần
    (regex.compile(r"\b(?P<n>\d{1,2}|\p{L}++) (?P<unit>tháng|năm|quý|tuần)(?: \p{L}++){1,3} (?:một|1|01) lần"), "n"),
    # tháng cuối quý, tuần cuối mỗi tháng
    (regex.compile(r"\bđịnh kỳ [^,;.]{0,25}\b(?:cuối|đầu|mỗi) (?P<unit>tháng|quý)\b"), ""),
    # mỗi năm (but not: 15% mỗi năm)
    (regex.compile(r"(?<!%)(?<!đồng) mỗi (?P<unit>tháng|năm|quý|tuần)(?= (?:về|tại|cho|để|vào|ở))"), ""),
    # ngày 20 tháng cuối quý; mỗi năm mở một khóa
    (regex.compile(r"\btháng cuối (?:mỗi |hằng |hàng )?(?P<unit>quý)\b"), ""),
    (regex.compile(r"\bmỗi (?P<unit>tháng|năm|quý|tuần)(?: \p{L}++){1,2} (?:một|1|01) \p{L}++"), ""),
    # hằng năm, hàng quý, mỗi quý một lần, mỗi năm ít nhất một lần, định kỳ hàng tháng
    (regex.compile(r"\b(?:hàng|hằng|thường niên|từng) ?(?P<unit>tháng|năm|quý|tuần|ngày)"), ""),
    (
        regex.compile(
            r"\bmỗi (?P<unit>tháng|năm|quý|tuần)(?: ít nhất| tối thiểu| tổ chức| họp)? (?:một|1|01) "
            r"(?:lần|cuộc|đợt|kỳ|phiên|chuyến|đoàn)"
        ),
        "",
    ),
    (regex.compile(r"\bmỗi (?P<unit>tháng|năm|quý|tuần) (?:họp|tổ chức|gặp|giao ban)"), ""),
    (regex.compile(r"\bvào [^,;.]{3,25} mỗi (?P<unit>tháng|năm|quý|tuần)"), ""),
    (regex.compile(r"\b(?:thường niên|(?P<unit>năm) một lần)"), ""),
)
_LETTERS = {"tháng": "M", "năm": "Y", "tuần": "W", "ngày": "D"}


def deadline(reading: Reading, start: int, end: int) -> tuple[str, int, int] | None:
    """The last date by which something of ``norm[start:end]`` is due, ISO, and where it stands."""
    found: list[tuple[int, int, str]] = []
    repeated = recurrence(reading.view.norm, start, end) is not None  # a date without a year is then each year's
    for pattern in _PATTERNS:
        for match in pattern.finditer(reading.view.norm, start, end):
            value = _value(match.groupdict(), reading)
            undated = not match.groupdict().get("year") and repeated
            first = reading.view.norm[: match.start()].endswith("lần đầu ")
            if (
                value
                and not undated
                and not first
                and not _within_period(reading, match)
                and not _YEARLY.match(reading.view.norm, match.end())
            ):
                found.append((match.start(), match.end(), value))
    if not found:
        return None
    at, until, value = max(found, key=lambda item: (item[1], -item[0]))
    while reading.view.norm[at] in "\n| ":
        at += 1
    return value, at, until


def _within_period(reading: Reading, match: regex.Match[str]) -> bool:
    """``trong giai đoạn 2018 - 2020`` is the period of the programme."""
    first = bisect_left(reading.periods, match.start(), key=lambda period: period.end)
    for period in reading.periods[first:]:
        if period.start >= match.end():
            break
        if period.cue in ("giai đoạn", "thời kỳ", "nhiệm kỳ"):
            return True
    return False


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
    if "this" in parts:
        return issued[:7] if len(issued) >= 7 else None
    year = parts.get("year") or (str(reading.year) if reading.year else None)
    if parts.get("quarter"):
        month = _MONTHS[str(parts["quarter"])]
    elif parts.get("half"):
        month = 6 if parts["half"] == "đầu" else 12
    else:
        month = int(parts.get("month") or 0)
    if month > 12 or (year is None and not month):
        return None
    day = int(parts.get("day") or 0)
    if "day" in parts and not (1 <= day <= 31 and month):
        return None
    if not parts.get("year") and year and month and f"{year}-{month:02d}" < issued[:7]:
        year = str(int(year) + 1)  # what is still to be done: the next such month
    head = year or "-"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def recurrence(norm: str, start: int, end: int) -> str | None:
    """How often something of ``norm[start:end]`` is repeated, as an ISO 8601 duration."""
    for pattern, counted in _RECURRING:
        match = pattern.search(norm, start, end)
        if match:
            if counted in ("times", "half"):
                return "P3M" if counted == "times" and match["times"] in ("bốn", "4", "04") else "P6M"
            duration = _duration(match["n"] if counted else "1", match.groupdict().get("unit") or "năm")
            if duration:
                return duration
    return None


def _duration(number: str, unit: str) -> str | None:
    """``hai năm`` → ``P2Y``, ``quý`` → ``P3M``; a word that is no number stands for one (``hàng``, ``mỗi``)."""
    count = (
        int(number) if number.isdigit() else COUNTS.get(number, 1 if number in ("một", "mỗi", "hàng", "hằng") else 0)
    )
    if not count or count > 60:
        return None
    return f"P{count * 3}M" if unit == "quý" else f"P{count}{_LETTERS[unit]}"
