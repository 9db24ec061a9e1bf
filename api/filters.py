"""The filters that several lists share, and what the named queries make of them."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import Path, Query

from api.models import AsOf
from ontology.errors import InvalidRequest

LocalityFilter = Annotated[str | None, Query(description="Id of a locality.", max_length=100, examples=["binh-thuan"])]
FieldFilter = Annotated[
    str | None,
    Query(description="Id of a field; a top concept includes its children.", max_length=100, examples=["tourism"]),
]
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
