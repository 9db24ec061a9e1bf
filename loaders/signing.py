"""That something was signed or held, when and where."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from dataclasses import dataclass

import regex

from loaders import localities, towns
from loaders.acts import Act, in_sentences
from loaders.analysis import Reading
from loaders.dates import DateMention
from loaders.patterns import Pattern
from loaders.segments import SPEAKING
from loaders.spans import Spans
from ontology.vocabulary import Locality

#: Signing; not registering, a secretary, a signature, or the signing of an order into force.
_SIGN = Pattern(
    r"(?<!đăng )(?<!thư )(?<!chữ )\b(?:ra tuyên bố chung|kết ước|nhận nhau làm (?:anh em|chị em)|(?:mang|có) chữ ký"
    r"|(?:cam kết|xác lập|đi đến) (?:một |các )?bản"
    r"|lễ ký kết|lễ ký|(?:lễ|ngày) kết nghĩa|ký kết"
    r"|đặt bút ký|đặt bút|hạ bút|đặt tên(?: mình)?(?: dưới| vào)|trao (?:cho )?nhau"
    r"|ký)\b(?! (?:ban hành|tên|tự|túc|hiệu|sự|ức|sinh|họa|giả|bao tiêu|hợp đồng))"
)
#: What is not signed yet: planned, wished, ordered, authorised; `việc ký kết` as such.
_NOT_YET = Pattern(
    r"\b(?:sẽ|dự kiến|chuẩn bị|tiến tới|đề nghị|đề xuất|ủy quyền|giao(?! thông| ban| lưu| ước| kết)|cho phép|để|nhằm"
    r"|sớm|sau khi"
    r"|kiến nghị|chủ trương|nghiên cứu|xúc tiến việc|bàn việc"
    r"|xem xét|trước khi|mong muốn|cần(?! thơ)|phải|nội dung|đã được|kể từ|từ khi|trên cơ sở"
    r"|sau \d{1,2} năm)\b[^,.;:]{0,40}$"
)
_AGREED_TO = Pattern(
    r"\b(?:nhất trí|thống nhất|đồng ý|sẽ|chưa|không|chẳng|cần gì)\s(?:chủ trương |tiến hành |cùng |có )?$"
)
#: What was signed at another time: `thực hiện thỏa thuận đã ký kết`, without a day.
_SIGNED_BEFORE = Pattern(
    r"\b(?:thỏa thuận|chương trình|nội dung|biên bản|bản ghi nhớ|kế hoạch|văn bản|hợp tác"
    r"|phối hợp)(?: mà)?(?: hai bên| 2 bên)? đã (?:được )?$"
)
_WILL_BE = Pattern(r"[^.;]{0,140}\b(?:sẽ được|sẽ diễn ra|sẽ tổ chức)\b")
_SAID_WITH = 16
#: Only the year is said: `ký cuối năm 2019`, `năm 2018, hai tỉnh đã ký`.
_IN_YEAR = Pattern(r"(?: kết)?(?: từ| vào| hồi| trong)? (?:đầu |cuối |giữa )?năm (?P<y>(?:19|20)\d\d)(?![\d/]|\s?-)")
_YEAR_BEFORE = Pattern(
    r"(?<!đến )(?<!hết )(?<!từ )\bnăm (?P<y>(?:19|20)\d\d),? (?!và|đến|là|-)[^.,;:\d]{0,50}\b(?:đã|cùng|từng) $"
)
#: A day by which or since which, not on which.
_BY = Pattern(
    r"\b(?:trước|chậm nhất|đến|hết|muộn nhất|(?<!\b(?:ký|kết|lực|trị) )(?:kể )?từ|sau)\s(?:là\s)?(?:ngày\s)?$"
)
_HELD = Pattern(
    r"\b(?:hội nghị|hội thảo|buổi làm việc|cuộc làm việc|làm việc với|phiên họp|cuộc họp|họp|hội đàm|tọa đàm|diễn đàn"
    r"|sơ kết|tổng kết|gặp (?:gỡ|nhau)|ngồi lại|(?<!hội )họp(?! báo| tác| mặt)|nhìn lại|kiểm điểm)\b"
)
#: A day that is a document's: `Công văn số 512-CV/TU, ngày 28/5/2019`.
_OF_DOCUMENT = Pattern(r"\bsố:?\s?\d[^\s,;]{0,30},?\s(?:ngày\s)?$")
#: The day of a paper, after its name: `Thỏa thuận hợp tác giữa A và B ngày 20/12/2019`, `Kết luận liên tịch đề ngày …`.
_OF_DAY = Pattern(r"[^.;,\n]{0,120}?(?:,? số [^\s,;]{1,30},?)?(?:[\s(]|,? (?:đề|lập) )ngày $")
_HAPPENS = Pattern(
    r"\b(?:tổ chức|diễn ra|họp|làm việc|được|đã|sẽ|dự kiến|ký|ban hành|phê duyệt|vào|trong|từ|trước|tại|cho|theo)\b"
)
_DAY_ENDS = Pattern(r"\s?(?:[,;.:)(/\n]|$|(?:của|giữa|về|là|và)\b)")
#: … unless the day is that of what the agreement is the matter of: `Hội nghị sơ kết Chương trình … ngày …`.
_MATTER_OF = Pattern(
    r"\b(?:hội nghị|cuộc họp|buổi|lễ|hội thảo|sơ kết|tổng kết|kế hoạch|thông báo|công văn|tờ trình|báo cáo"
    r"|quyết định)\b[^.;,]{0,60}$"
)
#: `tại tỉnh Nghệ An`, `tại thành phố Tuy Hòa, tỉnh Phú Yên`, `Thành phố Đà Lạt … là nơi`.
_AT = Pattern(r"\b(?:tại|ở)\s(?:[^.;:,\n]{0,40},\s)?(?:hội trường[^.;:\n]{0,30},\s)?$")


#: What companies sign: `4 dự án được ký kết`, `hợp đồng đã ký`.
_DEALS = Pattern(r"\b(?:dự án|hợp đồng|đơn hàng|gói thầu|doanh nghiệp|công ty)\b[^.;,\n]{0,25}$")
#: A day told from that of the text.
_TOLD = Pattern(r"\b(?:hôm|sáng|trưa|chiều|tối|đêm) (?:nay|(?P<before>qua))\b(?!,? ?\(?\d)")


@dataclass(frozen=True, slots=True)
class Signing:
    """A signing at ``norm[start:end]``, the date that goes with it, and the act signed (``None``: not said which).

    ``year``: the year, where no day is said.
    """

    start: int
    end: int
    date: DateMention | None
    act: Act | None
    sentence: int
    year: DateMention | None = None


def signings(reading: Reading, acts: tuple[Act, ...]) -> tuple[Signing, ...]:
    """What is said to have been signed, in the order of the text."""
    found: list[Signing] = []
    by_sentence = in_sentences(acts)
    dates = Spans(reading.dates)
    for index, sentence in enumerate(reading.sentences):
        kind = reading.paragraphs[sentence.paragraph].kind
        based = kind == "basis" and any(act.formal for act in by_sentence.get(index, []))
        if kind not in SPEAKING and not based:
            continue
        for match in _SIGN.finditer(reading.view.norm, sentence.start, sentence.end):
            if planned(reading, match.start(), match.end(), sentence.start):
                continue
            if _DEALS.search(reading.view.norm, max(sentence.start, match.start() - 60), match.start()):
                continue
            local = [d for d in dates.within(sentence.start, sentence.end) if not _deadline(reading, d)]
            issued = reading.dateline.issued
            local = [d for d in local if not (issued and d.has_year and d.value > issued.value)]  # still to come
            date = min(local, key=lambda d: _distance(d, match.start(), match.end()), default=None)
            date = date or told_day(reading, sentence.start, sentence.end)
            if date is None and reading.form.official and reading.paragraphs[sentence.paragraph].kind == "bullet":
                continue  # an item of a plan: still to be signed
            said_with = date is not None and 0 <= date.start - match.end() <= _SAID_WITH
            if not said_with and _SIGNED_BEFORE.search(reading.view.norm, max(0, match.start() - 60), match.start()):
                continue
            act = _signed(by_sentence.get(index, []), match.start(), match.end(), date)
            year = None if said_with else _year_said(reading, match.start(), match.end(), sentence.start, sentence.end)
            date = None if year else date
            found.append(Signing(match.start(), match.end(), date, act, index, year))
        if not any(signing.sentence == index for signing in found[-1:]):
            formal = [act for act in by_sentence.get(index, []) if act.formal]
            found += _papers_of_a_day(reading, formal, dates.within(sentence.start, sentence.end), index)
    return tuple(found)


def _papers_of_a_day(reading: Reading, acts: list[Act], dates: tuple[DateMention, ...], index: int) -> list[Signing]:
    """The agreements of a sentence that are named with their day: a paper bears the day on which it is signed."""
    norm = reading.view.norm
    found: list[Signing] = []
    for date in dates:
        last = bisect_left(acts, date.start, key=lambda act: act.end) - 1
        if last < 0 or len(date.value) != 10 or not date.has_year or not _DAY_ENDS.match(norm, date.end):
            continue
        act = acts[last]
        between = _OF_DAY.fullmatch(norm, act.end, date.start)
        if not between or _HAPPENS.search(norm, act.end, date.start):
            continue
        numbered = " số " in between.group()
        if numbered or not _MATTER_OF.search(norm, max(reading.sentences[index].start, act.start - 80), act.start):
            found.append(Signing(act.start, act.end, date, act, index))
    return found


def _year_said(reading: Reading, start: int, end: int, left: int, right: int) -> DateMention | None:
    """The year of a signing of which no day is said."""
    norm = reading.view.norm
    said = _IN_YEAR.match(norm, end, right) or _YEAR_BEFORE.search(norm, max(left, start - 70), start)
    return DateMention(*said.span("y"), said.group("y")) if said else None


def planned(reading: Reading, start: int, end: int, left: int) -> bool:
    """Whether the words before or after say that it is still to come."""
    norm = reading.view.norm
    if _AGREED_TO.search(norm, max(left, start - 40), start):
        return True
    if _NOT_YET.search(norm, max(left, start - 60), start):
        return not regex.search(r"\b(?:đã|vừa)\b[^,.;:]{0,20}$", norm[max(left, start - 25) : start])
    return _WILL_BE.match(norm, end) is not None


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
        held = _HELD.search(reading.view.norm, sentence.start, sentence.end)
        days = [date for date in dates.within(sentence.start, sentence.end) if held and _is_day(reading, date)]
        if held and days:
            return min(days, key=lambda date: _distance(date, held.start(), held.end()))
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


def _signed(acts: list[Act], start: int, end: int, date: DateMention | None) -> Act | None:
    """`ký kết Chương trình …`; `Chương trình … được ký ngày …`, `(ký ngày …)`."""
    formal = [act for act in acts if act.formal]
    after = next((act for act in formal if act.end > start and act.start - end <= 120), None)
    before = next((act for act in reversed(formal) if act.end <= start), None)
    if date and 0 <= date.start - end <= 6 and before:
        return before
    return after or before


def _is_day(reading: Reading, date: DateMention) -> bool:
    """A day of the time of the text, not its own date, not one by which something must be done."""
    long_ago = date.has_year and reading.year is not None and int(date.value[:4]) < reading.year - 1
    is_day = len(date.value) == (10 if date.has_year else 7)
    of_document = _OF_DOCUMENT.search(reading.view.norm, max(0, date.start - 50), date.start)
    return is_day and not (long_ago or of_document or _deadline(reading, date) or date == reading.dateline.issued)


def _deadline(reading: Reading, date: DateMention) -> bool:
    return _BY.search(reading.view.norm, max(0, date.start - 20), date.start) is not None


def _distance(date: DateMention, start: int, end: int) -> int:
    return date.start - end if date.start >= end else start - date.end
