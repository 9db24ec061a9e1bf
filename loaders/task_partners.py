"""With whom a task is done: the bodies after ``phối hợp với``, and localities that themselves take part."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.bodies import BodyMention
from loaders.body_lists import OFFICES, Cast, distinct
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.task_role_words import HELPS, OTHERS_ACT, PARTNER_LABEL, WITH

#: What parts those who help from what stands before them: a comma, a semicolon, ``còn``, an office.
_PARTED = Pattern(rf"(?:[,;(:-]|\b(?:còn|và))\s*(?:(?:các|đồng chí|{OFFICES}) )*$")
_LOCALITY_ACTS = Pattern(r"\b(?:với|cùng|cùng với)[ \n]$")


def with_whom(cast: Cast, start: int, end: int, leads: tuple[BodyMention, ...]) -> tuple[BodyMention, ...]:
    """The bodies after each ``phối hợp với``, up to where other bodies begin to act."""
    norm = cast.reading.view.norm
    found: list[BodyMention] = []
    for a, b in _clauses(norm, start, end):
        limit = next((m.start() for m in OTHERS_ACT.finditer(norm, a, b) if cast.list_after(m.end(), b)), b)
        for pattern in (WITH, PARTNER_LABEL):
            for match in pattern.finditer(norm, a, limit):
                listed = cast.list_after(match.end(), end if limit == b else limit)
                found += listed.bodies if listed else ()
    found += helpers(cast, start, end, leads)
    named = [body for body in found if body.kind != "cac-so-ban-nganh"]
    own = {body.key for body in leads}
    return tuple(body for body in distinct(sorted(named, key=lambda b: b.start)) if body.key not in own)


def _clauses(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Between semicolons: whoever else acts in one clause does not in the next."""
    at = start
    while (stop := norm.find(";", at, end)) >= 0:
        yield at, stop
        at = stop + 1
    yield at, end


def helpers(cast: Cast, start: int, end: int, leads: tuple[BodyMention, ...]) -> tuple[BodyMention, ...]:
    """``Sở A chủ trì, Sở B và Sở C phối hợp``: those whose own verb says that they help the leads."""
    norm = cast.reading.view.norm
    after = leads[-1].end if leads else end
    found: list[BodyMention] = []
    for match in HELPS.finditer(norm, after, end):
        listed = cast.list_before(match.start(), after)
        if listed and _PARTED.search(norm, after, listed.start) and not cast.begins_at(match.end() + 1):
            found += listed.bodies
    return tuple(found)


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
