"""When the document speaks: the date that it bears, and the year that its days without a year are in.

A page's clock tells when somebody looked at the page; of several datelines the earliest is the document's.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders import datelines
from loaders.datelines import PageDate
from loaders.dates import DateMention, PeriodMention
from loaders.head import Form
from loaders.patterns import Pattern
from loaders.segments import Paragraph
from loaders.spans import Spans
from loaders.view import View

#: `Hôm nay, ngày 24 tháng 10 năm 2008, tại …, chúng tôi gồm`: the date in the preamble of what parties sign.
_TODAY = Pattern(r"\bhôm nay\b[^.;\n\d]{0,60}(?:\d{1,2} ?(?:giờ|h|:)[^.;\n]{0,25}?(?:ngày ))?")
#: `Ngày 14 tháng 3 năm 1995, tại …`, `Trong hai ngày 14 và 15 …`, `Vào hồi 8 giờ 30 ngày …` begin such a text.
_OPENING = Pattern(r"(?:^|\n)\W*+(?:vào (?:hồi|lúc)[^.;\n]{0,40}?|trong (?:\p{L}+ )?)?ngày ")
#: `Biên bản này được lập ngày …` ends it.
_CLOSING = Pattern(
    r"\b(?:biên bản|thỏa thuận|chương trình|bản ghi nhớ|quy chế|văn bản) (?:hợp tác |phối hợp )?này\b[^.;\n]{0,60}"
    r"\b(?:ký|lập|thông qua|làm)\b[^.;\n]{0,40}?ngày (?=\d)"
)
#: A day after which, or on which others met, is not the day of the act.
_OF_MEETING = Pattern(r"\b(?:sau|hội nghị|buổi|cuộc|phiên|họp|làm việc|ký)\b[^.;\n]{0,80}$")
#: `Làm tại …, ngày …`, `(ký tại … ngày …)`: a line of its own.
_MADE = Pattern(r"(?:^|[\n(])\W*+(?:làm|ký|lập|ký kết) tại [^.;\n]{0,100}?ngày (?=\d)")
_ISSUED_ON = Pattern(r"\b(?:ban hành|phát hành)(?: vào)?(?: ngày)? $")
_SIGNED_FORMS = ("memorandum", "agreement")
#: What a crawler writes before a text: `date 2020-10`.
_METADATA = Pattern(r"(?:^|\n) ?date (\d{4})-(\d{2})(?:-(\d{2}))?\b")
_BARE_YEAR = Pattern(r"(?<![\d./-])(20\d\d|19[5-9]\d)(?![\d/-]|\.\d)")
#: A year that lies ahead, lies back or only bounds a span says nothing of the day on which the text speaks.
_NOT_NOW = Pattern(
    r"(?:đến|tới|từ|giai đoạn|trước|sau|kể từ|hết|định hướng|tầm nhìn|mục tiêu|nghị quyết|luật)\s(?:năm\s)?$"
)
#: Between a page's clock and its story stand menus.
_MENU = Pattern(r"\|[^|\n]*\||\S > \S|hotline|\brss\b|trang (?:chủ|nhất)|đăng nhập|\d ?[*°]c\b")
_AFTER_NUMBER, _NEAR, _PREAMBLE = 20, 160, 110
_LAST_DAYS = {4: "-06-30", 7: "-28"}


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
            return self.issued.value + _LAST_DAYS.get(len(self.issued.value), "")
        return f"{self.year}-06-30" if self.year else None


def dateline(
    view: View,
    parts: tuple[Paragraph, ...],
    dates: tuple[DateMention, ...],
    periods: tuple[PeriodMention, ...],
    form: Form,
) -> Dateline:
    """The dateline of an official document (its own form), of a reported act, or of a page (lines around the title)."""
    if form.official:
        issued, told = _official(view, dates, form), dates
    else:
        lines = tuple(datelines.page_dates(view, parts))
        told = tuple(date for date in dates if not any(line.part.start <= date.start < line.part.end for line in lines))
        posted = _posted(view, parts, lines, _spoken_year(view, told, periods)[0])
        issued = _of_act(view, dates, form, posted) if form.reported else posted
        if posted and not issued:
            return Dateline(None, int(posted.value[:4]), view.norm[posted.start : posted.end])
    if issued and not issued.value.startswith("--"):  # a day without a year does not date a document
        known = Spans(dates).at(issued.end - 1)
        issued = known if known and known.value == issued.value else issued
        return Dateline(issued, int(issued.value[:4]), view.norm[issued.start : issued.end])
    metadata = _METADATA.search(view.norm)
    if metadata:
        return Dateline(None, int(metadata.group(1)), metadata.group().strip())
    return Dateline(None, *_spoken_year(view, told, periods))


def _official(view: View, dates: tuple[DateMention, ...], form: Form) -> DateMention | None:
    """The date in the head; else of the preamble; else under the text.

    One whose day or month is blank yields to a whole one that agrees with it.
    """
    head_end = max(form.title[0] if form.title else 0, form.begins + _NEAR)
    lines = list(datelines.form_dates(view, head_end))
    found = [line for line in lines if line.start < head_end]
    at = Spans(dates)
    end = len(view.norm)
    for pattern, limit in ((_MADE, end), (_TODAY, end), (_OPENING, head_end + 3000), (_CLOSING, end)):
        if pattern is _TODAY or form.genre in _SIGNED_FORMS:
            for match in pattern.finditer(view.norm, 0, min(limit, end)):
                found += [day for day in at.within(match.end(), match.end() + _PREAMBLE) if _is_day(day)][:1]
    found += [line for line in lines if line.start >= head_end]
    if form.number and form.title and form.number[0] > form.title[1]:  # a number under the text has its day with it
        line_end = view.norm.find("\n", form.number[1])
        found += at.within(form.number[1], line_end if line_end >= 0 else end)
    own = found[0] if found else None
    return next((day for day in found if own and _is_day(day) and day.value.startswith(own.value)), own)


def _is_day(date: DateMention) -> bool:
    return date.has_year and len(date.value) == 10


def _of_act(view: View, dates: tuple[DateMention, ...], form: Form, posted: DateMention | None) -> DateMention | None:
    """The date of a reported act: `… số 9043/UBND-VP ngày 28/7/2022`; the day before, not a meeting's; `ban hành ngày`.

    A day without its year is the last one before the page was posted.
    """
    if form.number is None or form.act is None:
        return None
    act, number_end = form.act, form.number[1]
    days = [date for date in dates if len(date.value) == (10 if date.has_year else 7)]
    after = [date for date in days if 0 <= date.start - number_end <= _AFTER_NUMBER]
    said = [
        date
        for date in days
        if 0 < date.start - number_end < _NEAR and _ISSUED_ON.search(view.norm, number_end, date.start)
    ]
    before = [
        date
        for date in days
        if 0 <= act - date.end < _NEAR and not _OF_MEETING.search(view.norm, max(0, date.start - _NEAR), date.start)
    ]
    for date in (*after, *reversed(before), *said):
        if date.has_year:
            return date
        if posted and len(posted.value) == 10:
            year = int(posted.value[:4])
            year -= f"{year}-{date.value[2:]}" > posted.value
            return DateMention(date.start, date.end, date.in_year(year))
    return None


def _posted(
    view: View, parts: tuple[Paragraph, ...], lines: tuple[PageDate, ...], spoken: int | None
) -> DateMention | None:
    """The earliest dateline of a page, unless it is only the clock above the menus of a page about past years."""
    first = min(lines, key=lambda line: line.date.value, default=None)
    if first is None:
        return None
    following = parts[first.part.index + 1] if first.part.index + 1 < len(parts) else None
    above_menus = following is not None and _MENU.search(view.norm, following.start, following.end) is not None
    past = spoken is not None and spoken < int(first.date.value[:4])
    if first.sort == "clock" and first.part.index == 0 and above_menus and past:
        return None
    return first.date


def _spoken_year(
    view: View, dates: tuple[DateMention, ...], periods: tuple[PeriodMention, ...]
) -> tuple[int | None, str]:
    """The latest year of a day named in full; else the latest year named that neither bounds a span nor lies ahead."""
    days = [date for date in dates if _is_day(date)]
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
