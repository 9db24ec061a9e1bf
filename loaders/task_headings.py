"""Headings that are only a body: who leads the items below them."""

from __future__ import annotations

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct, is_unnamed
from loaders.patterns import Pattern
from loaders.task_partners import with_whom
from loaders.task_role_words import GIVING, LEADS_HERE

_HEADING = Pattern(
    r"(?:giao(?: cho)?|đề nghị|yêu cầu|kiến nghị(?: với)?|(?:về )?(?:trách nhiệm|nhiệm vụ)(?: cụ thể)?(?: của)?"
    r"|(?:đối )?với|về phía)(?= )"
)
#: `Vì vậy, Sở X trân trọng đề nghị Quý Sở:`
_ASKS = Pattern(r"\b(?:đề nghị|yêu cầu)(?= )")
_HEADING_RESTS = Pattern(
    r"[\s:.]*+(?:,? ?(?:có trách nhiệm|chủ trì|thực hiện|có nhiệm vụ|chịu trách nhiệm|là (?:cơ quan|đơn vị)"
    r"|lãnh đạo|chỉ đạo)"
    r"[^.;]{0,60})?[\s:.*]*+"
)
_WITH = Pattern(r",? ?(?:(?:có trách nhiệm|chủ trì),? )*(?:phối hợp|cùng)[^.;:]{0,160}+")


def heading_roles(cast: Cast, start: int, end: int) -> tuple[tuple[BodyMention, ...], tuple[BodyMention, ...]]:
    """Leads and partners of a heading that says nothing else: ``Giao Sở Y tế:``, ``Sở A (chủ trì), Sở B``."""
    norm = cast.reading.view.norm
    opening = _HEADING.match(norm, start, end) or _ASKS.search(norm, start, end) or GIVING.search(norm, start, end)
    listed = cast.list_after(opening.end() if opening else start, end)
    if listed is None:
        return (), ()
    leading = LEADS_HERE.match(norm, listed.end, end)
    others = cast.list_after(leading.end(), end) if leading else None
    stop = others.end if others else leading.end() if leading else listed.end
    beside = distinct(others.bodies) if others else ()
    if not beside and _WITH.match(norm, stop, end) and (beside := with_whom(cast, stop, end, listed.bodies)):
        stop = beside[-1].end
    rest = norm[stop:end].rstrip(" :.*")
    if not _HEADING_RESTS.fullmatch(norm, stop, end) and ("đại diện" in rest or not is_unnamed(rest)):
        return (), ()
    return distinct(listed.bodies), beside
