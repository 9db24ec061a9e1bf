"""The matrix, read from cells: in how many agreements localities cooperate with each other, or on each field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Literal

from api.facets import united
from api.filters import PairFilters
from api.models import AsOf, LocalityRef, Matrix, Ref
from api.places import asked_fields, by_name, field_ref, locality_ref, shown, top_fields
from api.rows import ask
from api.ties import ties
from graph.workspace import Workspace

By = Literal["locality", "field"]


def matrix(workspace: Workspace, by: By, as_of: AsOf, filters: PairFilters) -> Matrix:
    """The matrix under the filters of a request; rows and columns without any agreement are left out.

    By field the columns are the top concepts, or a field and its children where ``field`` is given. By locality the
    diagonal holds what has become internal to one province.

    :raises NotFound: the vocabulary has no such field
    :raises InvalidRequest: the period is none
    """
    if by == "field":
        counts = _by_field(workspace, as_of, filters)
        wanted = asked_fields(filters.field) or [top.id for top in top_fields()]
        columns: list[LocalityRef | Ref] = [field_ref(i) for i in wanted if any(column == i for _, column in counts)]
    else:
        counts = _by_locality(workspace, as_of, filters)
        columns = [*_named({column for _, column in counts})]
    rows = _named({row for row, _ in counts})
    return Matrix(
        by=by,
        **asdict(filters),
        as_of=as_of,
        rows=rows,
        columns=columns,
        counts=[[counts[row.id, column.id] for column in columns] for row in rows],
    )


def table(found: Matrix, language: str) -> Iterator[list[object]]:
    """A matrix as rows of cells: a head with the ids of the columns, then id, name and numbers of each row."""
    yield ["id", "name", *(column.id for column in found.columns)]
    for row, counts in zip(found.rows, found.counts, strict=True):
        yield [row.id, row.name_en if language == "en" else row.name, *counts]


def _by_locality(workspace: Workspace, as_of: AsOf, filters: PairFilters) -> Counter[tuple[str, str]]:
    tied = ties(workspace, as_of, filters)
    counts: Counter[tuple[str, str]] = Counter()
    for (one, other), agreements in tied.pairs.items():
        counts[one, other] = counts[other, one] = len(agreements)
    for inside in tied.internal:
        counts[inside.locality.id, inside.locality.id] = len(inside.agreements)
    return counts


def _by_field(workspace: Workspace, as_of: AsOf, filters: PairFilters) -> Counter[tuple[str, str]]:
    """Of today ids are united, because localities that became one may be sides of one agreement."""
    asked = {name: value for name, value in filters.parameters().items() if name != "field"}
    columns = asked_fields(filters.field) or [top.id for top in top_fields()]
    rows = ask(workspace, "locality_fields", **asked, fields=columns, named=as_of == "today")
    if as_of == "signing":
        return Counter({(row["locality"], row["field"]): row["n"] for row in rows})
    counts: Counter[tuple[str, str]] = Counter()
    for column in columns:
        there = [row for row in rows if row["field"] == column]
        for place, n in united(there, lambda row: [ref.id for ref in shown(row["locality"], as_of)], None).items():
            counts[place, column] = n
    return counts


def _named(ids: set[str]) -> list[LocalityRef]:
    return [locality_ref(place.id) for place in by_name() if place.id in ids]
