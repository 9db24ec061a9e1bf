"""Groups of agreements that are one, by the rule and by what people judge; the same in whatever order they come.

What fits two agreements that are not one belongs to neither: a false merge is worse than a missed one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from graph.consolidation.facts import Facts
from graph.consolidation.rule import contradiction, one

H = TypeVar("H", bound=Hashable)
#: Two ids of agreements, the smaller first.
Pair = tuple[str, str]
#: What is judged together: a single agreement, or several that people say are one.
_Unit = tuple[Facts, ...]


@dataclass(frozen=True, slots=True)
class Judgements:
    """What people say of pairs of agreements; the last word on each pair."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()


NOBODY = Judgements()


def pair(one_id: str, other_id: str) -> Pair:
    return (one_id, other_id) if one_id < other_id else (other_id, one_id)


def groups(facts: Iterable[Facts], judged: Judgements = NOBODY) -> list[tuple[Facts, ...]]:
    """The agreements in groups that are one each, by their ids, the smallest first; a pure function."""
    units = _units(sorted(facts, key=lambda each: each.id), judged)
    edges = _edges(units, judged)
    settled: list[tuple[Facts, ...]] = []
    waiting = connected(units, edges)
    while waiting:
        part = waiting.pop()
        apart = [couple for couple in combinations(part, 2) if _contradict(*couple, judged)]
        doubtful = _clashing(part) or {unit for a, b in apart for unit in edges[a] & edges[b]}
        if doubtful:
            settled += [_flat([unit]) for unit in doubtful]
            left = [unit for unit in part if unit not in doubtful]
            waiting += connected(left, {unit: edges[unit] - doubtful for unit in left})
        else:
            settled += [_flat([unit]) for unit in part] if apart else [_flat(part)]
    return sorted(settled, key=lambda group: group[0].id)


def connected(nodes: Sequence[H], edges: Mapping[H, Iterable[H]]) -> list[list[H]]:
    """The connected parts."""
    waiting = dict.fromkeys(nodes)
    parts = []
    while waiting:
        part = [waiting.popitem()[0]]
        for node in part:
            for following in edges.get(node, ()):
                if following in waiting:
                    del waiting[following]
                    part.append(following)
        parts.append(part)
    return parts


def _units(facts: Sequence[Facts], judged: Judgements) -> list[_Unit]:
    """What people say is one stands together, unless they also say that two of it are not."""
    by_id = {each.id: each for each in facts}
    said: dict[str, list[str]] = defaultdict(list)
    for a, b in judged.same:
        if a in by_id and b in by_id:
            said[a].append(b)
            said[b].append(a)
    units: list[_Unit] = []
    for part in connected(list(by_id), said):
        if any(pair(a, b) in judged.different for a, b in combinations(part, 2)):
            units += [(by_id[i],) for i in part]
        else:
            units.append(tuple(by_id[i] for i in part))
    return units


def _edges(units: Sequence[_Unit], judged: Judgements) -> dict[_Unit, set[_Unit]]:
    """Which units the rule says are one, each way."""
    by_sign: dict[str, list[_Unit]] = defaultdict(list)
    for unit in units:
        for sign in {sign for facts in unit for sign in facts.signs | facts.cited}:
            by_sign[sign].append(unit)
    found: dict[_Unit, set[_Unit]] = {unit: set() for unit in units}
    for a, b in (couple for sharing in by_sign.values() for couple in combinations(sharing, 2)):
        if any(one(x, y) for x in a for y in b) and not _judged_different(a, b, judged):
            found[a].add(b)
            found[b].add(a)
    return found


def _clashing(part: Sequence[_Unit]) -> Set[_Unit]:
    """Those of which one document has several here: nothing tells which of them is meant."""
    by_document: dict[str, set[_Unit]] = defaultdict(set)
    for unit in part:
        for facts in unit:
            by_document[facts.document].add(unit)
    return {unit for several in by_document.values() if len(several) > 1 for unit in several}


def _contradict(a: _Unit, b: _Unit, judged: Judgements) -> bool:
    return _judged_different(a, b, judged) or all(contradiction(x, y) for x in a for y in b)


def _judged_different(a: _Unit, b: _Unit, judged: Judgements) -> bool:
    return bool(judged.different) and any(pair(x.id, y.id) in judged.different for x in a for y in b)


def _flat(units: Iterable[_Unit]) -> tuple[Facts, ...]:
    return tuple(sorted((facts for unit in units for facts in unit), key=lambda each: each.id))
