"""When and where: days told from that of the text, the day of the meeting that a text is about, the place of it."""

from __future__ import annotations

import datetime

from loaders import localities, towns
from loaders.analysis import Reading
from loaders.dates import DateMention
from loaders.patterns import Pattern
from loaders.segments import SPEAKING
from loaders.spans import Spans
from ontology.vocabulary import Locality

#: A day by which or since which, not on which.
_BY = Pattern(
    r"\b(?:trước|chậm nhất|đến|hết|muộn nhất|(?<!\b(?:ký|kết|lực|trị) )(?:kể )?từ|sau)\s(?:là\s)?(?:ngày\s)?$"
)
_HELD = Pattern(
    r"\b(?:hội nghị|hội thảo|buổi làm việc|cuộc làm việc|làm việc với|phiên họp|cuộc họp|họp|hội đàm|tọa đàm|diễn đàn"
    r"|sơ kết|tổng kết|gặp (?:gỡ|nhau)|ngồi lại|(?<!hội )họp(?! báo| tác| mặt)|nhìn lại|kiểm điểm)\b"
)
#: An invitation says when in an item: `- Thời gian: 8 giờ 00, ngày 16/4/2021`.
_INVITED = Pattern(r"\W*+(?:\d{1,2}[.)] )?thời gian(?: tổ chức| họp| bắt đầu)? ?:")
#: A day that is a document's: `Công văn số 512-CV/TU, ngày 28/5/2019`.
_OF_DOCUMENT = Pattern(r"\bsố:?\s?\d[^\s,;]{0,30},?\s(?:ngày\s)?$")
#: `tại tỉnh Nghệ An`, `tại thành phố Tuy Hòa, tỉnh Phú Yên`, `Thành phố Đà Lạt … là nơi`.
_AT = Pattern(r"\b(?:tại|ở)\s(?:[^.;:,\n]{0,40},\s)?(?:hội trường[^.;:\n]{0,30},\s)?$")
#: A day told from that of the text.
_TOLD = Pattern(r"\b(?:hôm|sáng|trưa|chiều|tối|đêm) (?:nay|(?P<before>qua))\b(?!,? ?\(?\d)")


def told_day(reading: Reading, start: int, end: int) -> DateMention | None:
    """The day that `sáng nay`, `hôm qua` mean in a text of a known day."""
    issued = reading.dateline.issued
    said = _TOLD.search(reading.view.norm, start, end)
    if said is None or issued is None or len(issued.value) != 10 or reading.form.official:
        return None
    passed = datetime.timedelta(days=1 if said.group("before") else 0)
    try:
        day = datetime.date.fromisoformat(issued.value) - passed
    except ValueError:  # `30/2`
        return None
    return DateMention(*said.span(), day.isoformat())


def meeting_date(reading: Reading, limit: int | None = None) -> DateMention | None:
    """The day of the meeting that the text is about: the first one said with a meeting, before a norm offset."""
    dates = Spans(reading.dates)
    for sentence in reading.sentences:
        if limit is not None and sentence.start >= limit:
            break
        if reading.paragraphs[sentence.paragraph].kind not in SPEAKING:
            continue
        held = _HELD.search(reading.view.norm, sentence.start, sentence.end) or (
            _INVITED.match(reading.view.norm, sentence.start, sentence.end) if reading.form.official else None
        )
        days = [date for date in dates.within(sentence.start, sentence.end) if held and _is_day(reading, date)]
        if held and days:
            return min(days, key=lambda date: distance(date, held.start(), held.end()))
        if held and (told := told_day(reading, sentence.start, sentence.end)):
            return told
    return None


def day_before(reading: Reading, position: int) -> DateMention | None:
    """The day said last before a place, in its paragraph: `… hôm qua (25/2). Ngay sau đó, hai bên ký …`."""
    part = reading.paragraph_of(position)
    days = [d for d in Spans(reading.dates).within(part.start, position) if _is_day(reading, d)]
    return days[-1] if days else None


def day_of_news(reading: Reading) -> DateMention | None:
    """The first day in the text that is at most three days before the text's own: of what is news then."""
    issued = reading.dateline.issued
    if issued is None or len(issued.value) != 10:
        return None
    own = datetime.date.fromisoformat(issued.value)
    for day in reading.dates:
        if day != issued and _is_day(reading, day):
            try:
                passed = own - datetime.date.fromisoformat(day.in_year(own.year))
            except ValueError:  # `29/2` in a year without it
                continue
            if datetime.timedelta(0) <= passed <= datetime.timedelta(days=3):
                return day
    return None


def place(reading: Reading, start: int, end: int) -> tuple[Locality, tuple[int, int]] | None:
    """The locality at which something in ``norm[start:end]`` took place, and where it or its town is named."""
    for mention in reading.localities_in(start, end):
        if mention.kind in ("locality", "place") and _AT.search(
            reading.view.norm, max(start, mention.start - 90), mention.start
        ):
            return reading.locality(mention), (mention.start, mention.end)
    return towns.held_in(reading.view, start, end, reading.day or localities.DEFAULT_DAY)


def _is_day(reading: Reading, date: DateMention) -> bool:
    """A day of the time of the text, not its own date, not one by which something must be done."""
    long_ago = date.has_year and reading.year is not None and int(date.value[:4]) < reading.year - 1
    is_day = len(date.value) == (10 if date.has_year else 7)
    of_document = _OF_DOCUMENT.search(reading.view.norm, max(0, date.start - 50), date.start)
    return is_day and not (long_ago or of_document or deadline(reading, date) or date == reading.dateline.issued)


def deadline(reading: Reading, date: DateMention) -> bool:
    return _BY.search(reading.view.norm, max(0, date.start - 20), date.start) is not None


def distance(date: DateMention, start: int, end: int) -> int:
    return date.start - end if date.start >= end else start - date.end
