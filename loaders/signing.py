"""That something was signed, and the day that goes with it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import regex

from loaders.acts import Act, in_sentences
from loaders.analysis import Reading
from loaders.dates import DateMention
from loaders.occasions import deadline, distance, told_day
from loaders.patterns import Pattern
from loaders.segments import SPEAKING

#: Signing; not registering, a secretary, a signature, or the signing of an order into force.
_SIGN = Pattern(
    r"(?<!đăng )(?<!thư )(?<!chữ )\b(?:ra tuyên bố chung|kết ước|nhận nhau làm (?:anh em|chị em)|(?:mang|có) chữ ký"
    r"|(?:cam kết|xác lập|đi đến) (?:một |các )?bản"
    r"|lễ ký kết|lễ ký|(?:lễ|ngày|đã|từng|chính thức) kết nghĩa|ký kết"
    r"|đặt bút ký|đặt bút|hạ bút|đặt tên(?: mình)?(?: dưới| vào)|trao (?:cho )?nhau"
    r"|ký)\b(?! (?:ban hành|tên|tự|túc|hiệu|sự|ức|sinh|họa|giả|bao tiêu|hợp đồng"
    r"|biên bản (?:làm việc|họp|cuộc họp|hội nghị)))"
)
#: What is not signed yet: planned, wished, ordered, authorised; `việc ký kết` as such.
_NOT_YET = Pattern(
    r"\b(?:sẽ|dự kiến|chuẩn bị|tiến tới|đề nghị|đề xuất|ủy quyền|giao(?! thông| ban| lưu| ước| kết)|cho phép|để|nhằm"
    r"|sớm|sau khi"
    r"|kiến nghị|chủ trương|nghiên cứu|xúc tiến việc|bàn việc"
    r"|xem xét|trước khi|mong muốn|cần(?! thơ)|phải|nội dung|đã được|kể từ|từ khi|trên cơ sở"
    r"|sau \d{1,2} năm)\b[^,.;:]{0,40}$"
)
#: Somebody is allowed to sign; names of offices with commas may stand between.
_LET = Pattern(r"\b(?:ủy quyền|cho phép|cử)\b[^.;:\n]{0,140}$")
#: `hai bên bắt tay nhau sau khi ký`: in what tells of a day, that was before.
_AFTER_SIGNING = Pattern(r"\bsau khi (?:đã |cùng )?$")
_AGREED_TO = Pattern(
    r"\b(?:nhất trí|thống nhất|đồng ý|sẽ|chưa|không|chẳng|cần gì)\s(?:chủ trương |tiến hành |cùng |có )?$"
)
#: What was signed at another time: `thực hiện thỏa thuận đã ký kết`, without a day.
_SIGNED_BEFORE = Pattern(
    r"\b(?:thỏa thuận|chương trình|nội dung|biên bản|bản ghi nhớ|kế hoạch|văn bản|hợp tác"
    r"|phối hợp)(?: mà)?(?: hai bên| 2 bên)? đã (?:được )?$"
)
_WILL_BE = Pattern(r"[^.;]{0,140}\b(?:sẽ được|sẽ diễn ra|sẽ tổ chức)\b")
#: `đến nay đã ký`, `trước đó hai tỉnh đã ký`: not on the day of what is told.
_EARLIER = Pattern(
    r"\b(?:đến nay|tới nay|đến hết năm|tính đến|trước đó|trước đây|(?:thời gian|những năm|nhiều năm|năm) qua|từng"
    r"|từ năm|các năm|năm (?:ngoái|trước)|từ trước)\b[^.;]{0,90}$"
)
_SAID_WITH = 16
_TWINNED = Pattern(r"\bnăm (?P<y>(?:19|20)\d\d),? [^.;:\d]{0,70}$")
#: `kỷ niệm 60 năm ngày kết nghĩa`: the day is one of long ago.
_ANNIVERSARY = Pattern(r"\b\d{1,3} năm (?:ngày )?(?:ký kết |hai tỉnh )?$")
_SINCE_THEN = Pattern(r"[^.;\n]{0,80}\((?P<y>(?:19|20)\d\d) ?- ?(?:19|20)\d\d\)")
#: Only the year is said: `ký cuối năm 2019`, `năm 2018, hai tỉnh đã ký`.
_IN_YEAR = Pattern(r"(?: kết)?(?: từ| vào| hồi| trong)? (?:đầu |cuối |giữa )?năm (?P<y>(?:19|20)\d\d)(?![\d/]|\s?-)")
_YEAR_BEFORE = Pattern(
    r"(?<!đến )(?<!hết )(?<!từ )\bnăm (?P<y>(?:19|20)\d\d),? (?!và|đến|là|-)[^.,;:\d]{0,50}\b(?:đã|cùng|từng) $"
)
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
#: What companies sign: `4 dự án được ký kết`, `hợp đồng đã ký`.
_DEALS = Pattern(r"\b(?:dự án|hợp đồng|đơn hàng|gói thầu|doanh nghiệp|công ty)\b[^.;,\n]{0,25}$")


_ROW = Pattern(r"[|\t]")
_SIGNED_ON = Pattern(r"\b(?:ngày|thời gian|thời điểm) ký\b")
_ROWS = 20


@dataclass(frozen=True, slots=True)
class Signing:
    """A signing at ``norm[start:end]``, the date that goes with it, and the act signed (``None``: not said which).

    ``year``: the year, where no day is said; ``earlier``: it was at another time than what the text is about.
    """

    start: int
    end: int
    date: DateMention | None
    act: Act | None
    sentence: int
    year: DateMention | None = None
    earlier: bool = False


def signings(reading: Reading, acts: tuple[Act, ...]) -> tuple[Signing, ...]:
    """What is said to have been signed, in the order of the text."""
    found: list[Signing] = []
    by_sentence = in_sentences(acts)
    for index, sentence in enumerate(reading.sentences):
        kind = reading.paragraphs[sentence.paragraph].kind
        local = by_sentence.get(index, [])
        based = kind == "basis" and any(act.formal for act in local)
        if kind not in SPEAKING and not based:
            continue
        matches = _SIGN.finditer(reading.view.norm, sentence.start, sentence.end)
        here = [signing for match in matches if (signing := _signing(reading, *match.span(), index, local))]
        if not here:
            formal = [act for act in local if act.formal]
            days = reading.dates_in(sentence.start, sentence.end)
            here = _papers_of_a_day(reading, formal, days, index) or _of_a_row(reading, formal, days, index)
        found += here
    return tuple(found)


def _signing(reading: Reading, start: int, end: int, index: int, acts: list[Act]) -> Signing | None:
    """The signing that the words at ``norm[start:end]`` tell of, unless it is still to come or something else's."""
    norm, sentence = reading.view.norm, reading.sentences[index]
    deal = _DEALS.search(norm, max(sentence.start, start - 60), start)
    if deal or planned(reading, start, end, sentence.start):
        return None
    past = _ANNIVERSARY.search(norm, max(sentence.start, start - 30), start) is not None
    local = [day for day in reading.dates_in(sentence.start, sentence.end) if not deadline(reading, day)]
    days = [day for day in local if not _to_come(reading, day) and not (past and _of_our_time(reading, day))]
    if local and not days and not past:
        return None
    date = min(days, key=lambda day: distance(day, start, end), default=None)
    date = date or told_day(reading, sentence.start, sentence.end)
    if date is None and reading.form.official and reading.paragraphs[sentence.paragraph].kind == "bullet":
        return None  # an item of a plan: still to be signed
    said_with = date is not None and 0 <= date.start - end <= _SAID_WITH
    if not said_with and _SIGNED_BEFORE.search(norm, max(0, start - 60), start):
        return None
    act = _signed(acts, start, end, date)
    year = None if said_with else _year_said(reading, start, end, sentence.start, sentence.end)
    earlier = past or _EARLIER.search(norm, max(sentence.start, start - 120), start) is not None
    return Signing(start, end, None if year else date, act, index, year, earlier)


def _to_come(reading: Reading, day: DateMention) -> bool:
    """Whether a day lies ahead of the document's own."""
    issued = reading.dateline.issued
    return issued is not None and day.has_year and day.value > issued.value


def _of_our_time(reading: Reading, day: DateMention) -> bool:
    """Whether a day is not one of years before the text."""
    return not (day.has_year and reading.year and int(day.value[:4]) < reading.year - 1)


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


def _of_a_row(reading: Reading, acts: list[Act], dates: tuple[DateMention, ...], index: int) -> list[Signing]:
    """A row of a table whose head has a column for the day of signing: `Thỏa thuận hợp tác | 12/3/2016`."""
    days = [date for date in dates if len(date.value) == 10]
    part = reading.paragraphs[reading.sentences[index].paragraph]
    norm = reading.view.norm
    if len(acts) != 1 or len(days) != 1 or not _ROW.search(norm, part.start, part.end):
        return []
    above = reading.paragraphs[max(0, part.index - _ROWS) : part.index]
    headed = any(_ROW.search(norm, row.start, row.end) and _SIGNED_ON.search(norm, row.start, row.end) for row in above)
    return [Signing(acts[0].start, acts[0].end, days[0], acts[0], index)] if headed else []


def _year_said(reading: Reading, start: int, end: int, left: int, right: int) -> DateMention | None:
    """The year of a signing of which no day is said."""
    norm = reading.view.norm
    said = _IN_YEAR.match(norm, end, right) or _YEAR_BEFORE.search(norm, max(left, start - 70), start)
    if said is None and "kết nghĩa" in norm[start:end]:  # no other word says that it was done
        said = _TWINNED.search(norm, max(left, start - 90), start)
    if said is None and _ANNIVERSARY.search(norm, max(left, start - 30), start):
        said = _SINCE_THEN.match(norm, end, right)
    return DateMention(*said.span("y"), said.group("y")) if said else None


def planned(reading: Reading, start: int, end: int, left: int) -> bool:
    """Whether the words before or after say that it is still to come."""
    norm = reading.view.norm
    if _AGREED_TO.search(norm, max(left, start - 40), start) or _LET.search(norm, max(left, start - 160), start):
        return True
    if _NOT_YET.search(norm, max(left, start - 60), start):
        return not (
            regex.search(r"\b(?:đã|vừa)\b[^,.;:]{0,20}$", norm[max(left, start - 25) : start])
            or _told_of(reading, start, left)
        )
    return _WILL_BE.match(norm, end) is not None


def _told_of(reading: Reading, start: int, left: int) -> bool:
    """`hôm 22/5 … bắt tay nhau sau khi ký`: news of a day tell what was before as done."""
    if reading.form.official or not _AFTER_SIGNING.search(reading.view.norm, max(left, start - 20), start):
        return False
    return bool(reading.dates_in(left, start)) or told_day(reading, left, start) is not None


def _signed(acts: list[Act], start: int, end: int, date: DateMention | None) -> Act | None:
    """`ký kết Chương trình …`; `Chương trình … được ký ngày …`, `(ký ngày …)`."""
    formal = [act for act in acts if act.formal]
    after = next((act for act in formal if act.end > start and act.start - end <= 120), None)
    before = next((act for act in reversed(formal) if act.end <= start), None)
    if date and 0 <= date.start - end <= 6 and before:
        return before
    return after or before
