"""The filters that several lists share, and what the named queries make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Path, Query

from api import places
from api.models import AsOf
from ontology.codes import AgreementKind
from ontology.errors import InvalidRequest

LocalityFilter = Annotated[str | None, Query(description="Id of a locality.", max_length=100, examples=["binh-thuan"])]
FieldFilter = Annotated[
    str | None,
    Query(description="Id of a field; a top concept includes its children.", max_length=100, examples=["tourism"]),
]
KindFilter = Annotated[AgreementKind | Literal[""] | None, Query(description="Kind of agreement.")]
BodyFilter = Annotated[str | None, Query(description="Id of a body.", max_length=300, examples=["so-y-te--binh-thuan"])]
PeriodFilter = Annotated[
    str | None,
    Query(
        description="Years that the agreement's own period overlaps: `2015`, `2015/2020`, `2015/..`, `../2020`.",
        max_length=20,
        examples=["2015/2020"],
    ),
]
Words = Annotated[
    str | None, Query(description="Words to find, with or without marks.", max_length=200, examples=["du lich"])
]
AsOfChoice = Annotated[
    AsOf,
    Query(description="Localities as at `signing`, or as `today`: merged ones count as what they became."),
]
Identifier = Annotated[str, Path(max_length=400)]

_PERIOD = re.compile(r"\s*(\d{4}|\.\.)?\s*(?:([/–—-])\s*(\d{4}|\.\.)?)?\s*")


def period_years(period: str | None) -> tuple[int | None, int | None]:
    """First and last year of a filter; ``None`` where it is open.

    :raises InvalidRequest: it is no period
    """
    if not period or not period.strip():
        return None, None
    match = _PERIOD.fullmatch(period)
    if not match:
        raise InvalidRequest(f"{period!r} is no period", "write 2015, 2015/2020, 2015/.. or ../2020")
    first, separator, last = match.groups()
    start = int(first) if first and first != ".." else None
    end = int(last) if last and last != ".." else None
    if not separator:
        end = start
    if start is not None and end is not None and end < start:
        raise InvalidRequest(f"the period {period!r} ends before it begins", "write the earlier year first")
    return start, end


def given(value: str | None) -> str | None:
    """``None`` for an empty parameter, which is what an untouched form sends."""
    return value.strip() or None if value else None


@dataclass(frozen=True, slots=True)
class PairFilters:
    """What agreements count between localities: those on a field, of a kind, in a period; ``None``: any."""

    field: str | None = None
    kind: str | None = None
    period: str | None = None

    def parameters(self) -> dict[str, object]:
        """The parameters of queries about cells.

        :raises NotFound: the vocabulary has no such field
        :raises InvalidRequest: the period is none
        """
        first, last = period_years(self.period)
        chosen = places.field(self.field).id if self.field is not None else None
        return {"field": chosen, "kind": self.kind, "period_from": first, "period_to": last}


def pair_filters(field: FieldFilter = None, kind: KindFilter = None, period: PeriodFilter = None) -> PairFilters:
    """The filters that a request gives; FastAPI calls this before the route."""
    return PairFilters(given(field), given(kind), given(period))


BetweenLocalities = Annotated[PairFilters, Depends(pair_filters)]
