"""What a group of agreements says as one agreement: the value that most documents tell, all sides and all fields."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph.consolidation.facts import Facts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Consolidated:
    """One agreement as aggregates count it; ``id`` is the smallest of its members'.

    ``places`` are the localities among its sides, each with its roles.
    """

    id: str
    members: tuple[str, ...]
    kind: str
    form: str
    places: dict[str, set[str]]
    fields: frozenset[str]
    period: tuple[int | None, int | None] | None = None
    open_ended: bool = False
    signed: str | None = None
    held: str | None = None


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of some agreements: ``ids`` are all that are concerned, of those that are gone too."""

    ids: frozenset[str] = frozenset()
    agreements: tuple[Consolidated, ...] = ()

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Each agreement that is consolidated as another one, with that one."""
        return [(member, found.id) for found in self.agreements for member in found.members if member != found.id]


def merged(group: Sequence[Facts]) -> Consolidated:
    """What a group says; its members in the order of their ids."""
    places: dict[str, set[str]] = defaultdict(set)
    for facts in group:
        for place, roles in facts.places.items():
            places[place] |= roles
    period, open_ended = most_told((f.period, f.open_ended) for f in group if f.period) or (None, False)
    return Consolidated(
        group[0].id,
        tuple(facts.id for facts in group),
        most_told(facts.kind for facts in group) or "",
        most_told(facts.form for facts in group if facts.form != "unknown") or "unknown",
        dict(places),
        frozenset(field for facts in group for field in facts.fields),
        period,
        open_ended,
        best_date(facts.signed for facts in group if facts.signed),
        best_date(facts.held for facts in group if facts.held),
    )


def most_told(values: Iterable[T]) -> T | None:
    """The value told most often; of several the smallest as text."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], str(value)), default=None)


def best_date(dates: Iterable[str]) -> str | None:
    """The date that says most, one with a year before one without; of several the one told most often, the smallest."""
    counts = Counter(dates)
    return min(counts, key=lambda date: (*precisely(date), -counts[date], date), default=None)


def precisely(date: str) -> tuple[bool, int]:
    """Orders dates by how much they say."""
    return date.startswith("--"), -len(date)
