"""How many agreements there are on each field, of each kind, in each year, of each locality: read from the cells."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import get_args

from api.models import AsOf, Facet, FacetValue
from api.places import field, locality, shown
from api.rows import Row, ask
from graph.cells import OPEN
from graph.workspace import Workspace
from ontology.errors import InvalidRequest
from ontology.names import tokens


def asked_facets(facets: str | None) -> list[Facet]:
    """The facets that a request names, separated by commas.

    :raises InvalidRequest: one of them is none
    """
    known: dict[str, Facet] = {name: name for name in get_args(Facet)}
    named = [name.strip() for name in facets.split(",") if name.strip()] if facets else []
    for name in named:
        if name not in known:
            raise InvalidRequest(f"{name!r} is no facet", f"there are {', '.join(known)}")
    return [known[name] for name in dict.fromkeys(named)]


def facets(
    workspace: Workspace, asked: Iterable[Facet], among: Iterable[str] | None, as_of: AsOf
) -> dict[Facet, tuple[FacetValue, ...]]:
    """The values of each facet, those of most agreements first, years in their order.

    ``among`` are the ids of the agreements that count; ``None``: all.
    """
    chosen = None if among is None else frozenset(among)
    return {facet: tuple(_FACETS[facet](workspace, chosen, as_of)) for facet in asked}


def united(rows: Iterable[Row], values: Callable[[Row], Iterable[str]], among: frozenset[str] | None) -> Counter[str]:
    """How many agreements the rows name for each value, each once, whatever became one value."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        named = frozenset().union(*row["agreements"])
        for value in values(row):
            found[value] |= named if among is None else named & among
    return Counter({value: len(agreements) for value, agreements in found.items() if agreements})


def _fields(workspace: Workspace, among: frozenset[str] | None, as_of: AsOf) -> list[FacetValue]:
    if among is None:
        counts = Counter({row["value"]: row["n"] for row in ask(workspace, "facets_by_field", named=False)})
    else:
        counts = united(ask(workspace, "facets_by_field", named=True), lambda row: [row["value"]], among)
    return _most_first(FacetValue(value=i, name=field(i).name, name_en=field(i).name_en, n=counts[i]) for i in counts)


def _localities(workspace: Workspace, among: frozenset[str] | None, as_of: AsOf) -> list[FacetValue]:
    if among is None and as_of == "signing":
        counts = Counter({row["value"]: row["n"] for row in ask(workspace, "facets_by_locality", named=False)})
    else:
        rows = ask(workspace, "facets_by_locality", named=True)
        counts = united(rows, lambda row: [ref.id for ref in shown(row["value"], as_of)], among)
    return _most_first(
        FacetValue(value=i, name=locality(i).name, name_en=locality(i).name_en, n=counts[i]) for i in counts
    )


def _kinds(workspace: Workspace, among: frozenset[str] | None, as_of: AsOf) -> list[FacetValue]:
    counts: Counter[str] = Counter()
    for row, n in _times(workspace, among):
        counts[row["kind"]] += n
    return _most_first(FacetValue(value=kind, n=counts[kind]) for kind in counts)


def _years(workspace: Workspace, among: frozenset[str] | None, as_of: AsOf) -> list[FacetValue]:
    """Each year, from the first to the last in which any of these agreements begins or ends, with how many touch it.

    What has no end touches the last of them too, and no year that nobody has named.
    """
    times = [(row["first"], row["last"], n) for row, n in _times(workspace, among) if row["first"] is not None]
    named = [year for first, last, _ in times for year in (first, last) if 0 < year < OPEN]
    counts: Counter[int] = Counter()
    for first, last, n in times:
        for year in range(max(first, min(named)), min(last, max(named)) + 1) if named else ():
            counts[year] += n
    return [FacetValue(value=str(year), n=counts[year]) for year in sorted(counts)]


def _times(workspace: Workspace, among: frozenset[str] | None) -> list[tuple[Row, int]]:
    """Kinds and stretches of years, each with how many agreements count there."""
    rows = ask(workspace, "facets_by_time", named=among is not None)
    counted = [(row, row["n"] if among is None else len(among & frozenset().union(*row["agreements"]))) for row in rows]
    return [(row, n) for row, n in counted if n]


def _most_first(values: Iterable[FacetValue]) -> list[FacetValue]:
    return sorted(values, key=lambda item: (-item.n, tokens(item.name or item.value), item.value))


_FACETS: dict[Facet, Callable[[Workspace, frozenset[str] | None, AsOf], Sequence[FacetValue]]] = {
    "field": _fields,
    "kind": _kinds,
    "year": _years,
    "locality": _localities,
}
