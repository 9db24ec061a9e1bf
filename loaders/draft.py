"""One agreement to be, which earlier phase it continues, and all that a text says of cooperation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.acts import Act
from loaders.partners import is_body
from loaders.phases import Years
from loaders.side_sets import Side, Sides
from loaders.signing import Signing
from ontology.vocabulary import Locality, vocabulary


@dataclass(slots=True)
class Draft:
    """One agreement to be: its sides, its years (as often as they are said), its acts and signings."""

    side: Side
    years: list[Years] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    dated: list[Act] = field(default_factory=list)
    signings: list[Signing] = field(default_factory=list)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """First and last year, each from the first place that says it."""
        first = next((years.first for years in self.years if years.first is not None), None)
        last = next((years.last for years in self.years if years.last is not None), None)
        return first, last

    def takes(self, years: Years) -> bool:
        return all(years.agrees_with(own) for own in self.years)


@dataclass(frozen=True, slots=True)
class Dealings:
    """What a text says about cooperation, before it becomes a record.

    ``before``: for each draft the index of the phase that it continues.
    """

    drafts: tuple[Draft, ...]
    acts: tuple[Act, ...]
    sides: Sides
    main: Side | None
    before: tuple[int | None, ...] = ()


def earlier(drafts: Sequence[Draft], index: int) -> int | None:
    """The phase that a draft continues: of the same sides (or their regions), begun and ended before.

    Where nothing says when a phase began it began with its signing.
    """
    first, last = drafts[index].span
    if last is None or any(other is not drafts[index] and _part_of(drafts[index], other) for other in drafts):
        return None
    best: tuple[int, int] | None = None
    for i, other in enumerate(drafts):
        start, end = other.span
        start = start or year_of_signing(other)
        if start is None or end is None or end >= last or (first is not None and start >= first):
            continue
        if not _related(drafts[index], other):
            continue
        if best is None or start > best[0]:
            best = (start, i)
    return best[1] if best else None


def _part_of(draft: Draft, other: Draft) -> bool:
    """Whether the years of a draft are some of those of another one of the same sides: it carries that one out."""
    return bool(draft.years and other.years) and draft.side is other.side and draft.years[0].within(other.years[0])


def year_of_signing(draft: Draft) -> int | None:
    """The first year that a signing of it says."""
    dates = [date.value for signing in draft.signings if (date := signing.date or signing.year)]
    return next((int(value[:4]) for value in dates if value[:4].isdecimal()), None)


def _related(draft: Draft, other: Draft) -> bool:
    ours, theirs = draft.side.ids, other.side.ids
    if ours == theirs or (_succeed(ours, theirs) and _today(ours) and _today(ours) == _today(theirs)):
        return True
    return len(ours) > 2 and ours <= _members(theirs) | theirs


def _succeed(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether no two of them that are one today were there together: Hải Dương is not what Hải Phòng was before."""
    known, current = vocabulary().localities, vocabulary().current
    one = [i for i in ours - theirs if not is_body(i)]
    other = [i for i in theirs - ours if not is_body(i)]
    return not any(_together(known[a], known[b]) for a in one for b in other if set(current(a)) & set(current(b)))


def _together(one: Locality, other: Locality) -> bool:
    begin = max(one.valid_from or "", other.valid_from or "")
    return begin < min(one.valid_to or "9", other.valid_to or "9")


@lru_cache(maxsize=1024)
def _today(ids: frozenset[str]) -> frozenset[str]:
    """The localities of today that sides have become."""
    return frozenset(i for own in ids if not is_body(own) for i in vocabulary().current(own))


@lru_cache(maxsize=1024)
def _members(ids: frozenset[str]) -> frozenset[str]:
    """The localities that sides are or consist of."""
    known = vocabulary().localities
    return frozenset(m for i in ids if not is_body(i) for m in (known[i].members or (i,)))
