"""Bodies that can themselves be a side of an agreement: universities, institutes and ministries.

They stand among the localities as mentions of kind ``body``; their id is ``body:``, kind and canonical name.
"""

from __future__ import annotations

from collections.abc import Iterable

from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.mentions import Mention
from loaders.patterns import Pattern
from ontology.record import BodyRef

#: `UBND tỉnh`, `Ban Thường vụ Thành ủy` without a name: the organ of the province (or city) that speaks.
_ORGAN = Pattern(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân) (?:(?P<p1>tỉnh)|(?P<c1>thành phố|tp))\b"
    r"|(?<=\bgiữa )(?:(?P<p3>tỉnh)|(?P<c3>thành phố))(?= (?:với|và)\b)"
    r"|\b(?:ban thường vụ |thường trực )?(?:(?P<p2>tỉnh ủy)|(?P<c2>thành ủy))\b"
)
_PREFIX = "body:"
_CATEGORIES = frozenset({"university", "institute", "ministry"})


def partners(found: Iterable[BodyMention]) -> tuple[Mention, ...]:
    """The mentions of bodies that can be sides."""
    return tuple(
        Mention(body.start, body.end, "body", f"{_PREFIX}{body.kind}/{body.name}", body.start)
        for body in found
        if body.category in _CATEGORIES and not body.places and not body.group
    )


def organs_of_home(reading: Reading) -> tuple[Mention, ...]:
    """The organs named without a province, as mentions of the one that the document speaks from."""
    home = reading.home
    if home is None:
        return ()
    starts = {mention.start for mention in reading.localities}
    fits = ("c1", "c2", "c3") if home.kind == "city" else ("p1", "p2", "p3")
    return tuple(
        Mention(match.start(), match.end(), "locality", home.id, match.start())
        for match in _ORGAN.finditer(reading.view.norm)
        if match.lastgroup in fits and not starts & {match.start(match.lastgroup or 0), match.end() + 1}
    )


def is_body(identity: str) -> bool:
    return identity.startswith(_PREFIX)


def reference(identity: str) -> BodyRef:
    """The body that an id stands for."""
    kind, name = identity.removeprefix(_PREFIX).split("/", 1)
    return BodyRef(name=name, kind=kind)
