"""Bodies: organisations, and one with its tasks and agreements."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response

from api import models, places, questions, rows
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, Identifier, LocalityFilter, Words, given
from api.negotiation import Represented
from api.paging import Windowed
from api.problems import ANSWERS
from ontology.errors import NotFound

router = APIRouter(tags=["bodies"], responses=ANSWERS)
_SHOWN = 100


@router.get("/bodies", response_model=models.Bodies, summary="Organisations by locality and words")
def list_bodies(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    window: Windowed,
    locality: LocalityFilter = None,
    q: Words = None,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Organisations that documents name, with how many tasks they lead or take part in."""
    asked = {"locality": given(locality), "q": given(q)}
    filters: dict[str, Any] = {
        "localities": places.asked_localities(asked["locality"], as_of),
        "tokens": places.terms(asked["q"]),
    }
    matched = questions.count(workspace, "bodies", **filters)
    items = questions.bodies(workspace, filters, window.skip, window.limit)
    found = models.Bodies(number_matched=matched, number_returned=len(items), links=window.links(matched), items=items)
    return respond(
        request,
        represented,
        found,
        "bodies.html",
        collection=found,
        asked=asked,
        localities=places.by_name(),
    )


@router.get("/bodies/{id}", response_model=models.BodyDetail, summary="One organisation")
def read_body(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    id: Identifier,
) -> Response:
    """The tasks that it leads or takes part in, and the agreements that it is a side of."""
    found = rows.ask(workspace, "body", ids=[id])
    if not found:
        raise NotFound(f"no body has the id {id!r}", "/bodies lists them")
    filters = questions.task_filters(body=id)
    detail = models.BodyDetail(
        **rows.body(found[0]).model_dump(),
        tasks=questions.tasks(workspace, filters, 0, _SHOWN),
        tasks_matched=questions.count(workspace, "tasks", **filters),
        agreements=questions.agreements(workspace, questions.agreement_filters(body=id), 0, _SHOWN),
    )
    return respond(request, represented, detail, "body.html", item=detail)
