"""The cells of the aggregates: the agreements of one kind and one stretch of years that tie two localities, by field.

A cell is a node of our book-keeping. Its coordinates are its id; it holds the ids of its agreements, and of those on
each field, so that unions count nothing twice. An agreement, whatever number of
documents speak of it, is in one cell of each of its pairs, of each of its sides,
and of all: there the sizes of cells simply add up, parts of one cell among them. Years are kept as the interval that an
agreement touches: a question for years, open ends included, is two comparisons, and nothing is written for each year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import combinations
from typing import Any, Literal

from graph.consolidation.merging import Consolidated
from graph.projection import EdgeKind, Projected, Row

#: What stands for every locality.
ANY = "*"
#: The last year of what has no end.
OPEN = 9999
#: The value of a cell that lists its agreements; those on one field stand behind ``field:<id>``.
AGREEMENTS = "agreements"
_ON_FIELD = "field:"
_UNKNOWN = "?"
_REGIONS = ("region", "informal")

Shape = Literal["all", "side", "pair"]
#: In how many parts cells of one shape are kept: what grows with everything would be written anew with every change.
_PARTS: dict[Shape, int] = {"all": 256, "side": 64, "pair": 16}
#: The name of a list of a cell → ids of agreements.
Lists = dict[str, set[str]]
#: Cell id → its lists.
Cells = dict[str, Lists]


@dataclass(frozen=True, slots=True, order=True)
class Coordinates:
    """What a cell is about.

    ``source`` and ``target`` are a pair of localities (the smaller id first), one that is a side and :data:`ANY`, or
    both :data:`ANY`; ``kind`` is an agreement's; ``first`` and ``last`` are years, unknown or :data:`OPEN`.
    ``part`` is which of the parts it is that follow from the document: a change rewrites no more than these.
    """

    source: str
    target: str
    kind: str
    first: int | None
    last: int | None
    part: int

    @property
    def id(self) -> str:
        years = (_UNKNOWN if year is None else str(year) for year in (self.first, self.last))
        return " ".join((self.source, self.target, self.kind, *years, str(self.part)))

    @classmethod
    def of(cls, cell: str) -> Coordinates:
        """The coordinates that an id names."""
        source, target, kind, *years, part = cell.split(" ")
        first, last = (None if year == _UNKNOWN else int(year) for year in years)
        return cls(source, target, kind, first, last, int(part))

    @property
    def shape(self) -> Shape:
        return _shape(self.source, self.target)


@dataclass(frozen=True, slots=True)
class Places:
    """What cells depend on in the vocabulary: which localities are regions, with which members, and broader fields."""

    regions: frozenset[str]
    #: region and member
    members: frozenset[tuple[str, str]]
    broader: Mapping[str, str]

    @classmethod
    def of(cls, vocabulary: Projected) -> Places:
        regions = (str(row["id"]) for row in vocabulary.nodes["Locality"] if row.get("kind") in _REGIONS)
        members = _ends(vocabulary, EdgeKind("MEMBER_OF", "Locality", "Locality"))
        broader = _ends(vocabulary, EdgeKind("NARROWER_THAN", "Field", "Field"))
        return cls(frozenset(regions), frozenset((region, member) for member, region in members), dict(broader))

    def apart(self, one: str, other: str) -> bool:
        """Whether neither is a region that the other belongs to."""
        if one not in self.regions and other not in self.regions:
            return True
        return (one, other) not in self.members and (other, one) not in self.members

    def fields(self, named: Iterable[str]) -> set[str]:
        """The fields named, and all that they are part of."""
        found = level = set(named)
        while level:
            level = {self.broader[topic] for topic in level if topic in self.broader} - found
            found = found | level
        return found


def cells(found: Iterable[Consolidated], places: Places) -> Cells:
    """The cells that some agreements are in, each once whatever number of documents speak of it; a pure function."""
    counted: Cells = {}
    for agreement in found:
        add(counted, cells_of(agreement, places))
    return counted


def cells_of(agreement: Consolidated, places: Places) -> Cells:
    """The cells that one agreement is in."""
    names = [AGREEMENTS, *(f"{_ON_FIELD}{topic}" for topic in places.fields(agreement.fields))]
    spread = _spread(agreement.id.partition("/")[0])
    return {
        coordinates.id: {name: {agreement.id} for name in names}
        for coordinates in _coordinates(agreement, places, spread)
    }


def recounted(standing: Mapping[str, Mapping[str, Iterable[str]]], changed: Set[str], now: Iterable[Cells]) -> Cells:
    """What these cells hold after a change; one without lists is to go.

    ``standing`` is what they held, ``now`` what the agreements ``changed`` put in that still stand by themselves. The
    share of these agreements is replaced, never added to: done twice, it is the same.
    """
    after: Cells = {cell: defaultdict(set) for cell in standing}
    for cell, lists in standing.items():
        for name, agreements in lists.items():
            kept = {agreement for agreement in agreements if agreement not in changed}
            if kept:
                after[cell][name] = kept
    for share in now:
        add(after, share)
    return after


def add(all_cells: Cells, share: Cells) -> None:
    """Put the cells of one agreement to those of others."""
    for cell, lists in share.items():
        standing = all_cells.setdefault(cell, defaultdict(set))
        for name, agreements in lists.items():
            standing[name] |= agreements


def cell_row(cell: str, lists: Mapping[str, Iterable[str]]) -> Row:
    """The node of a cell; a year that nobody knows is left out. ``place`` is the locality of a side."""
    at = Coordinates.of(cell)
    row: Row = {"id": cell, "shape": at.shape, "kind": at.kind}
    if at.shape == "pair":
        row |= {"source": at.source, "target": at.target}
    elif at.shape == "side":
        row["place"] = at.source
    row |= {name: year for name, year in (("first", at.first), ("last", at.last)) if year is not None}
    return row | {name: [*sorted(lists[name])] for name in sorted(lists)}


def lists_of(row: Mapping[str, Any]) -> dict[str, list[str]]:
    """The lists of a cell's node."""
    return {name: row[name] for name in row if name == AGREEMENTS or name.startswith(_ON_FIELD)}


def _coordinates(said: Consolidated, places: Places, spread: int) -> Iterator[Coordinates]:
    first, last = _years(said)
    for source, target in [(ANY, ANY), *((side, ANY) for side in sorted(said.places)), *_tied(said, places)]:
        yield Coordinates(source, target, said.kind, first, last, spread % _PARTS[_shape(source, target)])


def _shape(source: str, target: str) -> Shape:
    if source == ANY:
        return "all"
    return "side" if target == ANY else "pair"


@lru_cache(maxsize=64)
def _spread(document_id: str) -> int:
    """A number that follows from a document, the same everywhere, and spreads documents evenly."""
    return int.from_bytes(sha256(document_id.encode()).digest()[:4], "big")


def _tied(said: Consolidated, places: Places) -> Iterator[tuple[str, str]]:
    """The pairs that an agreement stands for.

    Everybody with everybody where it is multilateral, its only two localities, or a hub and one that is none; never a
    region and its member.
    """
    free = said.form == "multilateral" or len(said.places) == 2
    for one, other in combinations(sorted(said.places), 2):
        hub = any((a == "hub") != (b == "hub") for a in said.places[one] for b in said.places[other])
        if (free or hub) and places.apart(one, other):
            yield one, other


def _years(said: Consolidated) -> tuple[int | None, int | None]:
    """The years of an agreement's period, else of its signing or meeting; 0 stands for a beginning that is not said."""
    start, end = said.period or (None, None)
    first = start
    if first is None:
        first = _year(said.signed or said.held) if end is None else 0
    endless = said.open_ended or (start is not None and end is None)
    return first, OPEN if endless else end if end is not None else first


def _year(date: str | None) -> int | None:
    year = (date or "")[:4]
    return int(year) if len(year) == 4 and year.isdecimal() else None


def _ends(rows: Projected, kind: EdgeKind) -> list[tuple[str, str]]:
    return [(str(edge["source"]), str(edge["target"])) for edge in rows.edges[kind]]
