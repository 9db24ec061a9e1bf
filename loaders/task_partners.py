"""With whom a task is done: the bodies after ``phối hợp với``, and localities that themselves take part."""

from __future__ import annotations

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.task_role_words import OTHERS_ACT, PARTNER_LABEL, WITH

_LOCALITY_ACTS = Pattern(r"\b(?:với|cùng|cùng với)[ \n]$")


def with_whom(cast: Cast, start: int, end: int, leads: tuple[BodyMention, ...]) -> tuple[BodyMention, ...]:
    """The bodies after each ``phối hợp với``, up to where other bodies begin to act."""
    norm = cast.reading.view.norm
    limit = end
    for match in OTHERS_ACT.finditer(norm, start, end):
        if cast.list_after(match.end(), end):
            limit = match.start()
            break
    found: list[BodyMention] = []
    for pattern in (WITH, PARTNER_LABEL):
        for match in pattern.finditer(norm, start, limit):
            listed = cast.list_after(match.end(), limit)
            if listed:
                found += [body for body in listed.bodies if body.kind != "cac-so-ban-nganh"]
    own = {(body.name, body.places) for body in leads}
    return tuple(body for body in distinct(sorted(found, key=lambda b: b.start)) if (body.name, body.places) not in own)


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
