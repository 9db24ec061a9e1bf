"""Bodies that can themselves be a side of an agreement: universities, institutes and ministries.

They stand among the localities as mentions of kind ``body``; their id is ``body:`` and their canonical name.
"""

from __future__ import annotations

from collections.abc import Iterable

from loaders.bodies import BodyMention
from loaders.mentions import Mention

_PREFIX = "body:"
_CATEGORIES = frozenset({"university", "institute", "ministry"})


def partners(found: Iterable[BodyMention]) -> tuple[Mention, ...]:
    """The mentions of bodies that can be sides."""
    return tuple(
        Mention(body.start, body.end, "body", f"{_PREFIX}{body.name}", body.start)
        for body in found
        if body.category in _CATEGORIES and not body.places and not body.group
    )


def is_body(identity: str) -> bool:
    return identity.startswith(_PREFIX)


def name_of(identity: str) -> str:
    """The canonical name of the body that an id stands for."""
    return identity.removeprefix(_PREFIX)
