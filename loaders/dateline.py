"""When the document speaks: the date that it bears, and the year that its days without a year are in.

A page's clock tells when somebody looked at the page; of several datelines the earliest is the document's.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from loaders.dates import DateMention, PeriodMention
from loaders.head import Form
from loaders.segments import Paragraph
from loaders.spans import Spans
from loaders.view import View

#: `Huế, ngày 12 tháng 4 năm 2018`: place and date of an official document, a line (or a column) of its own.
_PLACE_AND_DATE = regex.compile(r"(?:^|[\n\t])[^\n\t,]{2,40}, ?ngày (?=\d{1,2} tháng \d{1,2} năm \d{4})")
#: `Hôm nay, ngày 24 tháng 10 năm 2008, tại …, chúng tôi gồm`: the date in the preamble of what parties sign.
_TODAY = regex.compile(r"\bhôm nay,? (?:là )?(?:ngày )?(?=\d)")
_FULL_DATE = regex.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}")
#: What may stand around the date of a dateline: weekdays, clocks, `cập nhật`, the name of an author.
_DATELINE_REST = 40
_LONGEST = 100
_NEAR = 160
_MENU = regex.compile(r"\|.*\||hotline|\bkm\b")
_POSTED = regex.compile(r"\b(?:ngày đăng|đăng ngày|ngày cập nhật|cập nhật|đăng lúc|xuất bản|ngày xuất bản)\b")
#: What a crawler writes before a text: `date 2020-10`.
_METADATA = regex.compile(r"(?:^|\n) ?date (\d{4})-(\d{2})(?:-(\d{2}))?\b")
_BARE_YEAR = regex.compile(r"(?<![\d./-])(20\d\d|19[5-9]\d)(?![\d/-]|\.\d)")
#: A year that lies ahead, lies back or only bounds a span says nothing of the day on which the text speaks.
_NOT_NOW = regex.compile(
    r"(?:đến|tới|từ|giai đoạn|trước|sau|kể từ|hết|định hướng|tầm nhìn|mục tiêu|nghị quyết|luật)\s(?:năm\s)?$"
)
_TOP = 10


@dataclass(frozen=True, slots=True)
class Dateline:
    """``issued``: the date that the document bears; ``year``: the year that it speaks in, borne or inferred."""

    issued: DateMention | None
    year: int | None
    year_from: str = ""

    @property
    def day(self) -> str | None:
        """The ISO day whose names hold."""
        if self.issued:
            return self.issued.value
        return f"{self.year}-06-30" if self.year else None


def dateline(
    view: View,
    parts: tuple[Paragraph, ...],
    dates: tuple[DateMention, ...],
    periods: tuple[PeriodMention, ...],
    form: Form,
) -> Dateline:
    """The dateline of an official document (its own form), of a reported act, or of a page (lines around the title)."""
    if form.reported:
        issued = _of_act(dates, form.act)
    else:
        issued = _official(view, dates) if form.official else _posted(view, parts, dates)
    if issued:
        return Dateline(issued, int(issued.value[:4]), view.norm[issued.start : issued.end])
    metadata = _METADATA.search(view.norm)
    if metadata:
        return Dateline(None, int(metadata.group(1)), metadata.group().strip())
    return Dateline(None, *_spoken_year(view, dates, periods))


def _official(view: View, dates: tuple[DateMention, ...]) -> DateMention | None:
    at = Spans(dates)
    for pattern in (_TODAY, _PLACE_AND_DATE):
        for match in pattern.finditer(view.norm):
            date = at.at(match.end())
            if date and date.has_year:
                return date
    return None


def _of_act(dates: tuple[DateMention, ...], act: int | None) -> DateMention | None:
    """The date of a reported act: the day said before it (`Ngày 19/12/2023, UBND tỉnh đã ban hành …`) or after it."""
    near = [d for d in dates if act is not None and d.has_year and len(d.value) == 10 and abs(d.start - act) < _NEAR]
    return min(near, key=lambda date: (date.start > (act or 0), abs(date.start - (act or 0))), default=None)


def _posted(view: View, parts: tuple[Paragraph, ...], dates: tuple[DateMention, ...]) -> DateMention | None:
    at = Spans(parts)
    lines: list[DateMention] = []
    for date in dates:
        part = at.at(date.start)
        if part and len(date.value) == 10 and date.has_year and _is_dateline(view.norm, part):
            lines.append(date)
    return min(lines, key=lambda date: date.value, default=None)


def _is_dateline(norm: str, part: Paragraph) -> bool:
    if part.end - part.start > _LONGEST:
        return False
    text = norm[part.start : part.end]
    if _MENU.search(text):
        return False
    if part.index >= _TOP:
        return _POSTED.search(text) is not None
    return bool(_FULL_DATE.search(text)) and len(_FULL_DATE.sub("", text)) <= _DATELINE_REST and "ảnh" not in text


def _spoken_year(
    view: View, dates: tuple[DateMention, ...], periods: tuple[PeriodMention, ...]
) -> tuple[int | None, str]:
    """The latest year of a day named in full; else the latest year named that neither bounds a span nor lies ahead."""
    days = [date for date in dates if date.has_year and len(date.value) == 10]
    if days:
        last = max(days, key=lambda date: date.value)
        return int(last.value[:4]), view.norm[last.start : last.end]
    in_period, in_date = Spans(periods), Spans(dates)
    years = [
        match
        for match in _BARE_YEAR.finditer(view.norm)
        if not in_period.at(match.start())
        and not in_date.at(match.start())
        and not _NOT_NOW.search(view.norm, max(0, match.start() - 20), match.start())
    ]
    if not years:
        return None, ""
    latest = max(years, key=lambda match: int(match.group()))
    return int(latest.group()), latest.group()
