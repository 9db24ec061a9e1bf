"""Headings that are only a body: who leads the items below them."""

from __future__ import annotations

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.patterns import Pattern

_HEADING = Pattern(r"(?:giao|đề nghị|yêu cầu|trách nhiệm của|nhiệm vụ của|đối với)(?= )")
#: `Vì vậy, Sở X trân trọng đề nghị Quý Sở:`
_ASKS = Pattern(r"\b(?:đề nghị|yêu cầu|giao)(?= )")
_LEADS_HERE = Pattern(r"\s?\(chủ trì\),?")
_HEADING_RESTS = Pattern(
    r"[\s:.]*+(?:(?:có trách nhiệm|chủ trì|thực hiện|có nhiệm vụ|chịu trách nhiệm)[^.;]{0,60})?[\s:.*]*+"
)


def heading_roles(cast: Cast, start: int, end: int) -> tuple[tuple[BodyMention, ...], tuple[BodyMention, ...]]:
    """Leads and partners of a heading that says nothing else: ``Giao Sở Y tế:``, ``Sở A (chủ trì), Sở B``."""
    norm = cast.reading.view.norm
    opening = _HEADING.match(norm, start, end) or _ASKS.search(norm, start, end)
    listed = cast.list_after(opening.end() if opening else start, end)
    if listed is None:
        return (), ()
    leading = _LEADS_HERE.match(norm, listed.end, end)
    others = cast.list_after(leading.end(), end) if leading else None
    if not _HEADING_RESTS.fullmatch(norm, others.end if others else leading.end() if leading else listed.end, end):
        return (), ()
    return distinct(listed.bodies), distinct(others.bodies) if others else ()
