"""Agreements: a list with filters, and one with the evidence for each of its statements."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api import models, places, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.facets import asked_facets, facets
from api.filters import (
    AsOfChoice,
    BodyFilter,
    FieldFilter,
    Identifier,
    KindFilter,
    LocalityFilter,
    PeriodFilter,
    Words,
    given,
)
from api.negotiation import Represented
from api.pages import linker
from api.paging import Windowed
from api.problems import ANSWERS, PROBLEM_CONTENT, Problem

router = APIRouter(tags=["agreements"], responses=ANSWERS)
#: More tasks than one agreement has.
_ALL = 500
_ONE: dict[int | str, dict[str, Any]] = {
    303: {"description": "It is one with others, and known by the id that this leads to"},
    410: {"model": Problem, "description": "No document states it any more", "content": PROBLEM_CONTENT},
}


@router.get(
    "/agreements", response_model=models.Agreements, summary="Agreements by locality, field, body, period, words"
)
def list_agreements(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    window: Windowed,
    locality: LocalityFilter = None,
    field: FieldFilter = None,
    body: BodyFilter = None,
    kind: KindFilter = None,
    period: PeriodFilter = None,
    q: Words = None,
    facet: Annotated[
        str | None,
        Query(
            alias="facets",
            description="Also count the agreements found by `field`, `kind`, `year`, `locality`, separated by commas.",
            max_length=60,
            examples=["field,year"],
        ),
    ] = None,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Agreements, programmes, plans and working sessions; all filters given must hold."""
    asked = {
        "locality": given(locality),
        "field": given(field),
        "body": given(body),
        "kind": given(kind),
        "period": given(period),
        "q": given(q),
    }
    counted = asked_facets(facet)
    filters = questions.agreement_filters(**asked, as_of=as_of)
    matched = questions.count(workspace, "agreements", **filters)
    items = questions.agreements(workspace, filters, window.skip, window.limit, as_of)
    among = questions.agreement_ids(workspace, filters) if counted and any(asked.values()) else None
    found = models.Agreements(
        number_matched=matched,
        number_returned=len(items),
        links=window.links(matched),
        items=items,
        facets=facets(workspace, counted, among, as_of) if counted else None,
    )
    return respond(
        request,
        represented,
        found,
        "agreements.html",
        collection=found,
        asked={**asked, "as_of": as_of},
        facets=",".join(counted),
        narrowed=lambda facet, value: _narrowed(asked, as_of, facet, value),
        localities=places.by_name(),
        fields=places.top_fields(),
    )


def _narrowed(
    asked: dict[str, str | None], as_of: models.AsOf, facet: models.Facet | None, value: str
) -> dict[str, str | None]:
    """The parameters of the same list, of those agreements that have one value of a facet."""
    chosen: dict[str, str | None] = {"period" if facet == "year" else facet: value} if facet else {}
    return {**asked, "as_of": as_of if as_of != "signing" else None, **chosen}


@router.get("/agreements/{id:path}", response_model=models.Agreement, summary="One agreement", responses=_ONE)
def read_agreement(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    id: Identifier,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Its parties, fields, period and dates, each with the words that say it; the page shows its tasks too.

    Where several documents speak of it (docs/consolidation.md), all of them are told, and the ids that its other
    documents have for it lead here (303). What no document states any more answers 410.
    """
    found = questions.agreement(workspace, id, as_of)
    if found.id != id:  # now; it is not for ever, because the group may change
        place = linker(represented.language)(f"/agreements/{found.id}", as_of=as_of if as_of != "signing" else None)
        return RedirectResponse(place, 303, {"Vary": "Accept"})
    tasks = questions.tasks(workspace, questions.task_filters(agreement=id), 0, _ALL)
    return respond(request, represented, found, "agreement.html", item=found, tasks=tasks, as_of=as_of)
