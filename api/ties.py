"""Who cooperates with whom: pairs of localities with the agreements that tie them, as at signing or as today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from api.filters import PairFilters
from api.models import AsOf, Internal, Partner
from api.places import asked_localities, locality_ref
from api.rows import ask
from graph.workspace import Workspace
from ontology.vocabulary import vocabulary

EVERYTHING = PairFilters()


@dataclass(frozen=True, slots=True)
class Ties:
    """Agreements by pair (the smaller id first), by locality, and by locality that swallowed both sides of them."""

    pairs: dict[tuple[str, str], tuple[str, ...]]
    nodes: dict[str, tuple[str, ...]]
    internal: list[Internal]


def ties(workspace: Workspace, as_of: AsOf, filters: PairFilters = EVERYTHING) -> Ties:
    """The ties under the filters of a request.

    :raises NotFound: the vocabulary has no such field
    :raises InvalidRequest: the period is none
    """
    return tied(ask(workspace, "network_edges", **filters.parameters()), as_of)


def tied(found: Iterable[Mapping[str, Any]], as_of: AsOf) -> Ties:
    """Ties made of rows of ``network_edges``: those of merged localities join, or become internal to one province."""
    pairs: dict[tuple[str, str], set[str]] = defaultdict(set)
    inside: dict[str, set[str]] = defaultdict(set)
    for row in found:
        for source in _shown(row["source"], as_of):
            for target in _shown(row["target"], as_of):
                if source == target:
                    inside[source].update(row["agreements"])
                elif not _contains(source, target) and not _contains(target, source):
                    pairs[min(source, target), max(source, target)].update(row["agreements"])
    nodes: dict[str, set[str]] = defaultdict(set)
    for (source, target), agreements in pairs.items():
        nodes[source] |= agreements
        nodes[target] |= agreements
    return Ties(
        {pair: tuple(sorted(pairs[pair])) for pair in sorted(pairs)},
        {node: tuple(sorted(nodes[node])) for node in sorted(nodes)},
        [Internal(locality=locality_ref(i), agreements=sorted(inside[i])) for i in sorted(inside)],
    )


def partners(workspace: Workspace, locality_id: str, as_of: AsOf, filters: PairFilters = EVERYTHING) -> list[Partner]:
    """Those on the other side of a locality, who is tied by most agreements first.

    :raises NotFound: the vocabulary has no such locality or field
    :raises InvalidRequest: the period is none
    """
    asked = asked_localities(locality_id, as_of) or []
    found = ask(workspace, "locality_partners", localities=asked, **filters.parameters())
    return partnered(locality_id, found, as_of)


def partnered(locality_id: str, found: Iterable[Mapping[str, Any]], as_of: AsOf) -> list[Partner]:
    """Partners made of rows of ``locality_partners`` for a locality (and what it was made of)."""
    here = _shown(locality_id, as_of)
    others: dict[str, set[str]] = defaultdict(set)
    for row in found:
        for there in _shown(row["id"], as_of):
            if there not in here and not any(_contains(there, i) or _contains(i, there) for i in here):
                others[there].update(row["agreements"])
    ordered = sorted(others.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Partner(**locality_ref(i).model_dump(), agreements=sorted(agreements)) for i, agreements in ordered]


def _shown(node: str, as_of: AsOf) -> tuple[str, ...]:
    known = vocabulary()
    return known.current(node) if as_of == "today" and node in known.localities else (node,)


def _contains(region: str, member: str) -> bool:
    """Whether a region contains a locality, or contained what it was made of."""
    known = vocabulary()
    if region not in known.localities or member not in known.localities:
        return False
    return any(region in known.localities[i].part_of for i in known.ancestry(member))
