"""Who carries a task: the bodies that lead it, those that work with them, and the localities themselves.

Each construction that names a lead or a partner is one pattern below, with the way Vietnamese documents say it.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct, is_unnamed
from loaders.patterns import Match, Pattern
from loaders.task_partners import helpers, localities_of, with_whom
from loaders.task_role_words import (
    ADVERB,
    ASKING,
    CLOSED,
    DOES,
    DONE_BY,
    GIVING,
    HELPS,
    IS_ASKED,
    IS_WHO,
    LEAD_LABEL,
    LEADING,
    LEADS_HERE,
    MUST,
    NAMED_LAST,
    REPORTING,
    SPEAKER,
    SUBJECT_ENDS,
    TOWARDS,
)
from loaders.task_words import ACTION, OPENING

#: `đề nghị tỉnh X` before another verb: nobody who has a name of an office is asked.
ASKED_PLACE = Pattern(r"\b(?:đề nghị|kiến nghị|mong|mong muốn) (?:quý )?(?:tỉnh|thành phố|tp\.?|lãnh đạo) ")
_BREAK = Pattern(r"[,;:.]")
_NAME_LENGTH = 40
#: Those who give orders to other bodies.
_AUTHORITIES = frozenset({"executive", "party", "council", "central", "ministry"})


@dataclass(frozen=True, slots=True)
class Roles:
    """``start`` is where the words that assign begin (``giao``, the lead itself); ``rule`` names the construction."""

    leads: tuple[BodyMention, ...]
    partners: tuple[BodyMention, ...]
    localities: tuple[str, ...]
    start: int
    rule: str


def read(cast: Cast, start: int, end: int, sides: tuple[str, ...] = ()) -> Roles | None:
    """The roles that the words of ``norm[start:end]`` give; ``None`` where they name nobody who leads."""
    for construction in (_given, _labelled, _named_as, _subject, _asked, _done_by, _led, _named_last):
        found = construction(cast, start, end)
        if found:
            leads, at, rule = found
            partners = with_whom(cast, start, end, leads)
            if rule == "marked":
                partners = (*_beside(cast, leads[-1].end, end), *partners)
            return Roles(distinct(leads), partners, localities_of(cast, start, end), at, rule)
    return None


Found = tuple[tuple[BodyMention, ...], int, str]


def _beside(cast: Cast, position: int, end: int) -> tuple[BodyMention, ...]:
    """The bodies after the one that is marked to lead: ``(chủ trì), Sở B, Sở C (phối hợp)``."""
    marked = LEADS_HERE.match(cast.reading.view.norm, position, end)
    others = cast.list_after(marked.end(), end) if marked else None
    return distinct(others.bodies) if others else ()


def _given(cast: Cast, start: int, end: int) -> Found | None:
    """``giao Giám đốc Sở X, Sở Y``; ``Sở X được UBND tỉnh giao``."""
    for match in GIVING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed and not _hands_over(cast, start, match.start()):
            return listed.bodies, match.start(), "giao"
        passive = cast.reading.view.norm.rfind("được ", start, match.start())
        subject = cast.list_before(passive, start) if passive > start else None
        if subject:
            return subject.bodies, subject.start, "được-giao"
    return None


def _hands_over(cast: Cast, start: int, giving: int) -> bool:
    """``Sở A có số liệu giao Hiệp hội B``: a body without authority hands something over."""
    opening = cast.list_after(start, giving)
    if opening is None or ":" in cast.reading.view.norm[opening.end : giving]:
        return False
    return not any(body.category in _AUTHORITIES for body in opening.bodies)


def _labelled(cast: Cast, start: int, end: int) -> Found | None:
    for match in LEAD_LABEL.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed:
            return listed.bodies, start, "label"
    return None


def _subject(cast: Cast, start: int, end: int) -> Found | None:
    """``Sở X, Sở Y phối hợp với …``: the bodies that open the clause, after an adverb or an office."""
    norm = cast.reading.view.norm
    adverb = ADVERB.match(norm, start, end)
    for position in dict.fromkeys((start, adverb.end() if adverb else start)):
        listed = cast.list_after(position, end)
        if listed is None:
            continue
        rest = norm[listed.end : end]
        if REPORTING.match(rest) or not SUBJECT_ENDS.match(rest) or not rest.strip(" .;:,)\n"):
            return None
        marked = LEADS_HERE.match(norm, listed.end, end)
        if marked:  # `Sở A (chủ trì), Sở B (phối hợp): …`
            return listed.bodies, start, "marked"
        colon = CLOSED.match(norm, listed.end, end)
        if colon:  # `Sở X: thống kê …`
            return listed.bodies, colon.end(), "subject:"
        return listed.bodies, start, "is-asked" if IS_ASKED.match(norm, listed.end, end) else "subject"
    return None


def _named_as(cast: Cast, start: int, end: int) -> Found | None:
    """``Đầu mối đôn đốc chung là Sở X``."""
    norm = cast.reading.view.norm
    match = IS_WHO.match(norm, start, end)
    listed = cast.list_after(match.end(), end) if match else None
    if listed:
        return listed.bodies, start, "là-đầu-mối"
    towards = TOWARDS.match(norm, start, end)
    listed = cast.list_after(towards.end(), end) if towards else None
    colon = (CLOSED.match(norm, listed.end, end) or MUST.match(norm, listed.end, end)) if listed else None
    return (listed.bodies, colon.end(), "với:") if listed and colon else None


def _asked(cast: Cast, start: int, end: int) -> Found | None:
    for match in ASKING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if match.group() in ("chỉ đạo", "đôn đốc") and _led_by_subject(cast, start, match.start()):
            continue
        if match.group() == "chỉ đạo" and _asks_a_place(cast.reading.view.norm, start, match.start()):
            return None  # `đề nghị tỉnh X chỉ đạo Chi cục Y …`: the province is asked
        if listed and listed.end < end - 3 and _may_be_asked(cast, listed.bodies[0], match, start):
            at = match.start() if _opens(cast.reading.view.norm, start, match.start()) else match.end()
            while cast.reading.view.norm[at] in " :\n":
                at += 1
            return listed.bodies, at, match.group()
    return None


def _led_by_subject(cast: Cast, start: int, end: int) -> bool:
    """``Ban Cán sự đảng lãnh đạo UBND tỉnh chỉ đạo các sở``: who directs is who leads."""
    if any(end - place.end <= 1 for place in cast.reading.localities_in(start, end)):
        return True  # `đề nghị tỉnh A chỉ đạo Sở B`
    opened = after_opening(cast, start, end)
    return cast.list_after(opened, end) is not None


def _asks_a_place(norm: str, start: int, end: int) -> bool:
    asked = ASKED_PLACE.search(norm, start, end)
    return asked is not None and end - asked.end() < _NAME_LENGTH and not _BREAK.search(norm, asked.end(), end)


def _opens(norm: str, start: int, position: int) -> bool:
    """Whether a verb opens its item, perhaps after a label (``Kiến nghị: đề nghị …``)."""
    return position == start or norm[start:position].rstrip().endswith(":")


def _may_be_asked(cast: Cast, body: BodyMention, match: Match, start: int) -> bool:
    """A ministry leads what a speaker asks it for; ``kiến nghị Bộ X`` is itself what the parties do."""
    if body.category not in ("ministry", "central") or _opens(cast.reading.view.norm, start, match.start()):
        return body.category not in ("ministry", "central") or match.group() == "đề nghị"
    return match.group() == "đề nghị" and bool(SPEAKER.search(cast.reading.view.norm, start, match.start()))


def _led(cast: Cast, start: int, end: int) -> Found | None:
    """``…, Sở X chủ trì``: not the chairing of a meeting, which :mod:`loaders.tasks` leaves out."""
    for match in LEADING.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_before(match.start(), start)
        if listed and not cast.reading.view.norm[max(start, listed.start - 9) : listed.start].strip().endswith("nghị"):
            return listed.bodies, start, "chủ-trì"
    return None


def _done_by(cast: Cast, start: int, end: int) -> Found | None:
    for match in DONE_BY.finditer(cast.reading.view.norm, start, end):
        listed = cast.list_after(match.end(), end)
        if listed and (match.group() != "do" or DOES.match(cast.reading.view.norm, listed.end, end)):
            return listed.bodies, start, "do-chủ-trì"
    return None


def _named_last(cast: Cast, start: int, end: int) -> Found | None:
    """``Tổ chức đoàn khảo sát Sa Pa: Sở A, Sở B.``, ``Lập sàn nông sản (Sở C).``: only bodies after the work."""
    norm = cast.reading.view.norm
    mark = NAMED_LAST.search(norm, start, end)
    listed = cast.list_after(mark.end(), end) if mark and ACTION.match(norm, start, end) else None
    if mark is None or listed is None or not is_unnamed(norm[listed.end : end].rstrip(" .;)")):
        return None
    if any(body.start >= mark.end() for body in with_whom(cast, start, end, ())):
        return None
    return listed.bodies, start, "named-last"


def opens_with_lead(cast: Cast, start: int, end: int) -> bool:
    """Whether a clause has a subject of its own that does something: ``Sở B chủ trì …``, ``giao Sở C …``."""
    if GIVING.match(cast.reading.view.norm, start, end) and cast.list_after(start + 4, end):
        return True
    return _subject(cast, start, end) is not None


def helps(cast: Cast, start: int, position: int, end: int) -> bool:
    """Whether the clause after the semicolon at an offset only says who helps those who lead before it."""
    norm = cast.reading.view.norm
    stop = norm.find(";", position + 1, end)
    listed = cast.list_after(position + 2, stop if stop > 0 else end)
    verb = HELPS.match(norm, listed.end, end) if listed else None
    if listed is None or verb is None or cast.begins_at(verb.end() + 1):
        return False
    before = read(cast, start, position)
    return before is not None and bool(helpers(cast, start, end, before.leads))


def opening_bodies(cast: Cast, start: int, end: int) -> tuple[BodyMention, ...]:
    """The bodies that are the subject of a clause."""
    found = _subject(cast, start, end)
    return distinct(found[0]) if found else ()


def after_opening(cast: Cast, start: int, end: int, *, subject: bool = True) -> int:
    """Where a clause begins after a ground or a time (``Căn cứ Thông báo này, Sở X …``), at a body if ``subject``."""
    norm = cast.reading.view.norm
    position = start
    if ACTION.match(norm, start, end) and not OPENING.match(norm, start, end) and ":" not in norm[start : start + 60]:
        return start  # `Hướng dẫn các cơ quan báo chí, Đài X …`: a verb opens it
    for _ in range(4):
        comma = min(
            (at for mark in (", ", "- ", ": ") if (at := norm.find(mark, position, min(end, start + 260))) >= 0),
            default=-1,
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
