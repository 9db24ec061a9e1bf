"""Localities: all of them, and one with its partners, fields, agreements and tasks."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import models, places, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, Identifier, Words, given
from api.negotiation import Represented
from api.paging import Windowed
from api.problems import ANSWERS
from api.ties import partners

router = APIRouter(tags=["localities"], responses=ANSWERS)
#: How many agreements and tasks stand on the page of a locality; the rest is a link away.
_SHOWN = 100


@router.get("/localities", response_model=models.Localities, summary="All localities and regions")
def list_localities(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    window: Windowed,
    q: Words = None,
    known: Annotated[bool, Query(description="Only those of which something is known.")] = False,
) -> Response:
    """Provinces, cities, regions with their validity and how many agreements, tasks and documents speak of them."""
    items = questions.localities(workspace)
    asked = given(q)
    if asked:
        order = {place.id: n for n, place in enumerate(places.localities_named(asked))}
        items = sorted((item for item in items if item.id in order), key=lambda item: order[item.id])
    if known:
        items = [item for item in items if item.agreements or item.tasks or item.documents]
    chosen = items[window.skip : window.skip + window.limit]
    found = models.Localities(
        number_matched=len(items), number_returned=len(chosen), links=window.links(len(items)), items=chosen
    )
    return respond(request, represented, found, "localities.html", collection=found)


@router.get("/localities/{id}", response_model=models.Locality, summary="One locality")
def read_locality(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    id: Identifier,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Whom it cooperates with, on what, under which agreements, and what is to be done; each with its evidence."""
    place = places.locality(id)
    filters = questions.agreement_filters(locality=id, as_of=as_of)
    found = questions.agreements(workspace, filters, 0, _SHOWN, as_of)
    asked_tasks = questions.task_filters(locality=id, as_of=as_of)
    detail = models.Locality(
        **places.locality_ref(id).model_dump(),
        as_of=as_of,
        valid_from=place.valid_from,
        valid_to=place.valid_to,
        predecessors=[places.locality_ref(i) for i in place.predecessors],
        successors=[places.locality_ref(i) for i in place.successors],
        part_of=[places.locality_ref(i) for i in place.part_of],
        members=[places.locality_ref(i) for i in place.members],
        partners=partners(workspace, id, as_of),
        fields=questions.fields_of(found),
        agreements=questions.agreements_in_full(workspace, (item.id for item in found), as_of),
        agreements_matched=questions.count(workspace, "agreements", **filters),
        tasks=questions.tasks(workspace, asked_tasks, 0, _SHOWN),
        tasks_matched=questions.count(workspace, "tasks", **asked_tasks),
    )
    return respond(request, represented, detail, "locality.html", place=detail)
