"""The lines in which a date stands as the document's own: place and date of an official form, publication of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from loaders.dates import DateMention
from loaders.patterns import Match, Pattern
from loaders.segments import Paragraph
from loaders.view import View

_GAP = r"[\s._…]*+"
_DAY, _MONTH, _YEAR = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>1[0-2]|0?[1-9])", r"(?P<y>(?:19|20)\d\d)"
#: `ngày 09 tháng 4 năm 2021`, `ngày 27/02/2024`; day and month may be dots or nothing: they come with the seal.
_FORM_DATE = (
    rf"ngày{_GAP}(?:(?:{_DAY})?{_GAP}tháng{_GAP}(?:{_MONTH})?{_GAP}năm{_GAP}{_YEAR}"
    rf"|{_DAY}\s?(?P<sep>[/.-])\s?{_MONTH}\s?(?P=sep)\s?{_YEAR})(?!\d)"
)
_PLACE = r"\p{Lu}[\p{L}.]*+(?: (?:\p{Lu}[\p{L}.]*+|-|phố|tỉnh))*+"
#: `Huế, ngày …` begins a line or a column; or the date alone is one.
_LINE = Pattern(
    rf"(?:^|[\n\t|])[^\w\n\t|]*+(?:[^\n\t,|]{{2,40}}, ?)(?=(?P<date>(?i:{_FORM_DATE})))"
    rf"|(?:^|[\n\t|])[^\w\n\t|]*+(?=(?P<alone>(?i:{_FORM_DATE}))[^\w\n\t|]*+(?:$|[\n\t|]))"
)
#: Under a letter the word for day may be left out: `Đồng Xoài, 30-10-2021`.
_SHORT = Pattern(
    rf"(?:^|[\n\t|])[^\w\n]*+{_PLACE}, ?"
    rf"(?=(?P<date>{_DAY}(?P<sep>[/.-]){_MONTH}(?P=sep){_YEAR})[^\w\n\t|]*+(?:$|[\n\t|]))"
)
#: In a head whose lines were lost it may stand behind other words.
_INLINE = Pattern(rf"(?<=\s){_PLACE}, ?(?=(?P<date>(?i:{_FORM_DATE})))")

_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PAGE_DATE = Pattern(
    "|".join(
        (
            rf"(?<![\d/.-]){_DAY}\s?(?P<sep>[/.-])\s?{_MONTH}\s?(?P=sep)\s?{_YEAR}(?![\d/-]|\.\d)",
            # 25 tháng 3 năm 2023; 25 tháng 3, 2023; 25 Tháng Ba, 2023
            rf"(?<!\d){_DAY} tháng (?:{_MONTH}|(?P<word>{_WORD}))(?: năm |,? ){_YEAR}(?!\d)",
            # 2023-03-25
            rf"(?<![\d/.-]){_YEAR}-(?P<m>1[0-2]|0[1-9])-(?P<d>[0-2]\d|3[01])(?!\d)",
        )
    )
)
_CLOCK = Pattern(r"\b\d{1,2}\s?(?::|h|giờ)\s?\d{2}(?::\d{2})?\b")
_POSTED = Pattern(
    r"\b(?:ngày đăng|đăng ngày|ngày cập nhật|cập nhật|đăng lúc|gửi lúc|đăng bởi|ngày xuất bản|xuất bản|ngày tạo"
    r"|thời gian đăng|ngày phát hành|ngày viết|posted|published|updated|date)\b"
)
#: Small words of a dateline besides the date; any other one makes a sentence of it.
_SMALL = Pattern(
    r"\b(?:thứ|hai|ba|tư|năm|sáu|bảy|chủ|nhật|ngày|tháng|lúc|giờ|phút|cập|đăng|gửi|lượt|xem|đọc"
    r"|bình|luận|bởi|tác|giả|am|pm|sa|ch|gmt|utc|nghe|bài|viết|chia|sẻ|phóng|viên|theo|tin|by|on|in|bản|xuất|tạo"
    r"|thời|gian|cỡ|chữ|post|ed|published|updated|date|h)\b"
)
_SMALL_LETTER = Pattern(r"(?<!\p{L})\p{Ll}\p{L}++")
_MENU = Pattern(r"\|[^|\n]*\||hotline|\bkm\b")
#: A day from which, up to which or on which something was.
_OF_ANOTHER = Pattern(r"\b(?:ký|từ|đến|tới|trước|sau|hạn|hết)\s(?:ngày\s)?$")
_LONGEST, _TOP, _SECTION = 120, 12, 3


@dataclass(frozen=True, slots=True)
class PageDate:
    """A date in a line of a page: said to be of publication, standing alone, or with a time of day."""

    date: DateMention
    part: Paragraph
    sort: Literal["posted", "line", "clock"]


def form_dates(view: View, inline_until: int) -> Iterator[DateMention]:
    """The datelines of an official form in their order; ``inline_until``: where its head is over.

    What is not filled in is left out of the value: ``2023-05``, ``2023``.
    """
    found = [*_INLINE.finditer(view.cased, 0, inline_until), *_LINE.finditer(view.cased), *_SHORT.finditer(view.cased)]
    for match in sorted(found, key=lambda match: match.end()):
        start, end = match.span("alone" if match.groupdict().get("alone") else "date")
        yield DateMention(start, end, _value(match))


def page_dates(view: View, parts: tuple[Paragraph, ...]) -> Iterator[PageDate]:
    """The datelines of a page in their order."""
    for part in parts:
        if part.end - part.start > _LONGEST:
            continue
        line = view.norm, part.start, part.end
        dates = list(_PAGE_DATE.finditer(*line))
        posted = bool(dates) and _POSTED.search(*line) is not None
        if not dates or (part.index >= _TOP and not posted) or _MENU.search(*line):
            continue
        if not posted and (len(dates) > 1 or not _only_a_date(_cell(view, part, dates[0]))):
            continue
        for match in dates:
            date = DateMention(match.start(), match.end(), _value(match))
            yield PageDate(date, part, "posted" if posted else "clock" if _CLOCK.search(*line) else "line")


def _cell(view: View, part: Paragraph, date: Match) -> str:
    """What stands between bars or in one column with a date."""
    left = max(view.cased.rfind(sign, part.start, date.start()) for sign in "|\t")
    ends = [end for sign in "|\t" if (end := view.cased.find(sign, date.end(), part.end)) >= 0]
    return view.cased[max(left + 1, part.start) : min(ends, default=part.end)]


def _only_a_date(line: str) -> bool:
    """Whether nothing but weekdays, hours, names and the like stands around the date of a line.

    Beside a time of day the name of a section may stand.
    """
    lower = line.lower()
    date = _PAGE_DATE.search(lower)
    if "ảnh" in lower or date is None or _OF_ANOTHER.search(lower, 0, date.start()):
        return False
    rest = regex.findall(r"\p{L}++", _SMALL.sub("", _PAGE_DATE.sub("", lower)))
    small = {match.group() for match in _SMALL_LETTER.finditer(line)}
    return sum(word in small for word in rest) <= (_SECTION if _CLOCK.search(line) else 0)


def _value(match: Match) -> str:
    """ISO, as far as it is said."""
    named = match.groupdict()
    month = named["m"] or (str(_MONTHS.index(named["word"]) + 1) if named.get("word") else None)
    parts = [match.group("y")]
    if month:
        parts += [f"{int(month):02d}", *([f"{int(named['d']):02d}"] if named["d"] else [])]
    return "-".join(parts)
