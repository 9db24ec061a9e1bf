"""Who carries a task: the bodies that lead it, those that work with them, and the localities themselves.

Each construction that names a lead or a partner is one pattern below, with the way Vietnamese documents say it.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from loaders.bodies import BodyMention
from loaders.body_lists import OFFICES, Cast, distinct
from loaders.mentions import Mention
from loaders.task_words import OPENING


@dataclass(frozen=True, slots=True)
class Roles:
    """``start`` is where the words that assign begin (``giao``, the lead itself); ``rule`` names the construction."""

    leads: tuple[BodyMention, ...]
    partners: tuple[BodyMention, ...]
    localities: tuple[str, ...]
    start: int
    rule: str


#: `giao Sở X`, `phân công cho …`, `ủy quyền …`, `chỉ đạo Sở X`: the verb, then the list.
_GIVING = regex.compile(r"\b(?:giao|phân công|ủy quyền|giao nhiệm vụ cho|giao trách nhiệm cho)(?: cho)?(?=[ \n:])")
#: `yêu cầu các sở`, `đề nghị UBND tỉnh Y`: an order or a request to named bodies.
_ASKING = regex.compile(r"\b(?:yêu cầu|đề nghị|chỉ đạo|kiến nghị|đôn đốc)(?=[ \n:])")
_SPEAKER = regex.compile(
    r"\b(?:ông|bà|đồng chí|chủ tịch|bí thư|lãnh đạo|đại biểu|tỉnh|thành phố|ubnd|ủy ban nhân dân)\b"
)
#: `X chủ trì`, `X là cơ quan thường trực`, `X làm đầu mối`: the verb after the lead.
_LEADING = regex.compile(
    r"(?:[ \n]|, )(?:(?:là|làm|giữ vai trò|đóng vai trò) )?(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối|thường "
    r"trực thực hiện|chịu trách nhiệm chính)\b"
)
#: `do UBND thành phố chủ trì / thực hiện`.
_DONE_BY = regex.compile(r"\bdo(?= )")
#: `(Cơ quan chủ trì: Sở X; phối hợp: Sở Y)`, `Đơn vị thực hiện: …`: labels in a line or in brackets.
_LEAD_LABEL = regex.compile(
    r"\b(?:cơ quan|đơn vị|sở)?\s?(?:chủ trì|đầu mối|thực hiện|chịu trách nhiệm)(?: thực hiện| tham mưu)?\s?:"
)
_PARTNER_LABEL = regex.compile(r"\b(?:cơ quan|đơn vị)?\s?phối hợp(?: thực hiện)?\s?:")
#: `phối hợp (chặt chẽ) với`, `cùng`, `cùng với`, `liên hệ với`, `làm việc với`, `trao đổi với`.
_WITH = regex.compile(
    r"\b(?:phối hợp(?: (?:chặt chẽ|tốt|đồng bộ|thường xuyên|hiệu quả|tích cực))*(?:,? thống nhất)?"
    r"(?: với| cùng(?: với)?)?"
    r"|cùng(?: với)?|liên hệ(?: với)?|làm việc(?: trực tiếp)? với|(?:kết nối|thống nhất|liên kết|hợp tác) với"
    r"|(?:trao đổi|chia sẻ|bàn|bàn bạc|đàm phán|thảo luận|ký|ký kết)(?:,? (?!với\b)\p{L}++){0,6}? với)"
    r"(?=[ \n])"
)
#: From here on other bodies act: `kiến nghị Bộ Tài chính sớm chủ trì, phối hợp Bộ …`, `trình …`, `… để UBND làm việc
#: với …`.
_OTHERS_ACT = regex.compile(
    r"\b(?:kiến nghị|đề nghị|đề xuất với|trình|báo cáo|để|tham mưu cho|tham mưu|giúp|lãnh đạo|chỉ đạo|"
    r"hướng dẫn|đôn đốc|giữa)[ \n]"
)
#: What may stand before the subject of an order: a date that recurs, a point that the order follows from.
_ADVERB = regex.compile(
    rf"(?:(?:định kỳ|hàng|hằng|mỗi|trước mắt|đồng thời|ngoài ra|riêng|đối với|bên cạnh đó|theo "
    rf"đó)\b[^,;:.]{{0,50}},? )?(?:{OFFICES} )?"
)
_SUBJECT_ENDS = regex.compile(r"[ \n,:]|$")
_CLOSED = regex.compile(r"\s?:\s?(?=\S)")
#: `Sở X, Chi cục Y được đề nghị trao đổi …`
_IS_ASKED = regex.compile(r"[ \n](?:được|có trách nhiệm)[ \n](?:giao|đề nghị|yêu cầu|phân công)[ \n]")
#: Verbs of attendance and speech: a body that opens a report is no lead.
_REPORTING = regex.compile(
    r"[ ,](?:đã|vừa|từng|cũng đã|còn có|cho biết|cho rằng|nhận định|đánh giá|ghi nhận|cảm ơn|phát biểu|"
    r"nhấn mạnh|khẳng định|báo cáo tại|"
    r"tổ chức họp|dự|tham dự|có buổi|đến thăm|ban hành|nhận được|ký ban hành|thông tin|chia sẻ tại|có ý "
    r"kiến như sau|kết luận)\b"
)


def read(cast: Cast, start: int, end: int, sides: tuple[str, ...] = ()) -> Roles | None:
    """The roles that the words of ``norm[start:end]`` give; ``None`` where they name nobody who leads."""
    for construction in (_given, _labelled, _subject, _asked, _done_by, _led):
        found = construction(cast, start, end)
        if found:
            leads, at, rule = found
            partners = with_whom(cast, start, end, leads)
            return Roles(distinct(leads), partners, localities_of(cast, start, end), at, rule)
    return None


Found = tuple[tuple[BodyMention, ...], int, str]


def _given(cast: Cast, start: int, end: int) -> Found | None:
    """``giao Giám đốc Sở X, Sở Y``; ``Sở X được UBND tỉnh giao``."""
    for match in _GIVING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed:
            return listed.bodies, match.start(), "giao"
        passive = cast.reading.view.norm.rfind("được ", start, match.start())
        subject = cast.list_before(passive, start) if passive > start else None
        if subject:
            return subject.bodies, subject.start, "được-giao"
    return None


def _labelled(cast: Cast, start: int, end: int) -> Found | None:
    for match in _LEAD_LABEL.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed:
            return listed.bodies, start, "label"
    return None


def _subject(cast: Cast, start: int, end: int) -> Found | None:
    """``Sở X, Sở Y phối hợp với …``: the bodies that open the clause, after an adverb or an office."""
    norm = cast.reading.view.norm
    adverb = _ADVERB.match(norm, start, end)
    for position in dict.fromkeys((start, adverb.end() if adverb else start)):
        listed = cast.list_after(position, end)
        if listed is None:
            continue
        rest = norm[listed.end : end]
        if _REPORTING.match(rest) or not _SUBJECT_ENDS.match(rest) or not rest.strip(" .;:,)\n"):
            return None
        colon = _CLOSED.match(norm, listed.end, end)
        if colon:  # `Sở X: thống kê …`
            return listed.bodies, colon.end(), "subject:"
        return listed.bodies, start, "is-asked" if _IS_ASKED.match(norm, listed.end, end) else "subject"
    return None


def _asked(cast: Cast, start: int, end: int) -> Found | None:
    for match in _ASKING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if match.group() in ("chỉ đạo", "đôn đốc") and _led_by_subject(cast, start, match.start()):
            continue
        if listed and listed.end < end - 3 and _may_be_asked(cast, listed.bodies[0], match, start):
            at = match.start() if _opens(cast.reading.view.norm, start, match.start()) else match.end()
            while cast.reading.view.norm[at] in " :\n":
                at += 1
            return listed.bodies, at, match.group()
    return None


def _led_by_subject(cast: Cast, start: int, end: int) -> bool:
    """``Ban Cán sự đảng lãnh đạo UBND tỉnh chỉ đạo các sở``: who directs is who leads."""
    opened = after_opening(cast, start, end)
    return cast.list_after(opened, end) is not None


def _opens(norm: str, start: int, position: int) -> bool:
    """Whether a verb opens its item, perhaps after a label (``Kiến nghị: đề nghị …``)."""
    return position == start or norm[start:position].rstrip().endswith(":")


def _may_be_asked(cast: Cast, body: BodyMention, match: regex.Match[str], start: int) -> bool:
    """A ministry leads what a speaker asks it for; ``kiến nghị Bộ X`` is itself what the parties do."""
    if body.category not in ("ministry", "central") or _opens(cast.reading.view.norm, start, match.start()):
        return body.category not in ("ministry", "central") or match.group() == "đề nghị"
    return match.group() == "đề nghị" and bool(_SPEAKER.search(cast.reading.view.norm, start, match.start()))


def _led(cast: Cast, start: int, end: int) -> Found | None:
    """``…, Sở X chủ trì``: not the chairing of a meeting, which :mod:`loaders.tasks` leaves out."""
    for match in _LEADING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_before(match.start(), start)
        if listed and not cast.reading.view.norm[max(start, listed.start - 9) : listed.start].strip().endswith("nghị"):
            return listed.bodies, start, "chủ-trì"
    return None


def _done_by(cast: Cast, start: int, end: int) -> Found | None:
    for match in _DONE_BY.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed and regex.match(
            r" (?:chủ trì|thực hiện|phụ trách|đảm nhận|đăng cai)", cast.reading.view.norm[listed.end : end]
        ):
            return listed.bodies, start, "do-chủ-trì"
    return None


def opens_with_lead(cast: Cast, start: int, end: int) -> bool:
    """Whether a clause has a subject of its own that does something: ``Sở B chủ trì …``, ``giao Sở C …``."""
    if _GIVING.match(cast.reading.view.norm, start, end) and cast.list_after(start + 4, end):
        return True
    return _subject(cast, start, end) is not None


def opening_bodies(cast: Cast, start: int, end: int) -> tuple[BodyMention, ...]:
    """The bodies that are the subject of a clause."""
    found = _subject(cast, start, end)
    return distinct(found[0]) if found else ()


def heading_roles(cast: Cast, start: int, end: int) -> tuple[tuple[BodyMention, ...], tuple[BodyMention, ...]]:
    """Leads and partners of a heading that says nothing else: ``Giao Sở Y tế:``, ``Sở A (chủ trì), Sở B``."""
    norm = cast.reading.view.norm
    opening = _HEADING.match(norm, start, end)
    listed = cast.list_after(opening.end() if opening else start, end)
    if listed is None:
        return (), ()
    leading = _LEADS_HERE.match(norm, listed.end, end)
    others = cast.list_after(leading.end(), end) if leading else None
    if not _HEADING_RESTS.fullmatch(norm, others.end if others else leading.end() if leading else listed.end, end):
        return (), ()
    return distinct(listed.bodies), distinct(others.bodies) if others else ()


_HEADING = regex.compile(r"(?:giao|đề nghị|yêu cầu|trách nhiệm của|nhiệm vụ của|đối với)(?= )")
_LEADS_HERE = regex.compile(r"\s?\(chủ trì\),?")
_HEADING_RESTS = regex.compile(
    r"[\s:.]*+(?:(?:có trách nhiệm|chủ trì|thực hiện|có nhiệm vụ|chịu trách nhiệm)[^.;]{0,60})?[\s:.*]*+"
)


def after_opening(cast: Cast, start: int, end: int, *, subject: bool = True) -> int:
    """Where a clause begins after a ground or a time (``Căn cứ Thông báo này, Sở X …``), at a body if ``subject``."""
    norm = cast.reading.view.norm
    position = start
    for _ in range(4):
        comma = min(
            (at for mark in (", ", "- ") if (at := norm.find(mark, position, min(end, start + 260))) >= 0), default=-1
        )
        if comma < 0 or (subject and cast.within(start, comma) and not OPENING.match(norm, start, end)):
            return start
        position = comma + 2
        if not subject:
            return position if OPENING.match(norm, start, end) else start
        listed = cast.list_after(position, end)
        if listed and _subject(cast, position, end):
            return position
    return start


def with_whom(cast: Cast, start: int, end: int, leads: tuple[BodyMention, ...]) -> tuple[BodyMention, ...]:
    """The bodies after each ``phối hợp với``, up to where other bodies begin to act."""
    norm = cast.reading.view.norm
    limit = end
    for match in _OTHERS_ACT.finditer(norm, start, end):
        if cast.list_after(match.end(), end):
            limit = match.start()
            break
    found: list[BodyMention] = []
    for pattern in (_WITH, _PARTNER_LABEL):
        for match in pattern.finditer(norm, start, limit):
            listed = cast.list_after(match.end(), limit)
            if listed:
                found += [body for body in listed.bodies if body.kind != "cac-so-ban-nganh"]
    own = {(body.name, body.places) for body in leads}
    return tuple(body for body in distinct(sorted(found, key=lambda b: b.start)) if (body.name, body.places) not in own)


_LOCALITY_ACTS = regex.compile(r"\b(?:với|cùng|cùng với)[ \n]$")


def localities_of(cast: Cast, start: int, end: int) -> tuple[str, ...]:
    """Localities that must themselves take part: after ``với`` or ``cùng``, and where they are the subject."""
    inside: tuple[Mention, ...] = cast.reading.localities_in(start, end)
    bodies = cast.within(start, end)
    found: list[str] = []
    end_of = 0
    for mention in inside:
        if mention.kind not in ("locality", "region") or any(b.start <= mention.start < b.end for b in bodies):
            continue
        joined = end_of and cast.reading.view.norm[end_of : mention.start] in (" và ", ", ", " - ")
        acts = _LOCALITY_ACTS.search(cast.reading.view.norm, max(start, mention.start - 10), mention.start)
        if mention.start == start or joined or acts:
            found.append(mention.id)
            end_of = mention.end
    return tuple(dict.fromkeys(found))
