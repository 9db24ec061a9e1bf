"""Tasks: who must do what by when."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from api import models, places, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, BodyFilter, FieldFilter, LocalityFilter, given
from api.negotiation import Represented
from api.paging import Windowed
from api.problems import ANSWERS

router = APIRouter(tags=["tasks"], responses=ANSWERS)


@router.get("/tasks", response_model=models.Tasks, summary="Tasks by locality, field, body, agreement, kind, deadline")
def list_tasks(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    window: Windowed,
    locality: LocalityFilter = None,
    field: FieldFilter = None,
    body: BodyFilter = None,
    agreement: Annotated[str | None, Query(description="Id of an agreement.", max_length=400)] = None,
    document: Annotated[str | None, Query(description="Id of a document.", max_length=200)] = None,
    kind: Annotated[
        Literal["assignment", "commitment", "proposal", ""] | None, Query(description="Kind of the task.")
    ] = None,
    deadline: Annotated[
        str | None, Query(description="Years of the deadline, as for `period`.", max_length=20, examples=["2015"])
    ] = None,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Assignments, commitments and proposals with lead, partners and deadline; all filters given must hold."""
    asked = {
        "locality": given(locality),
        "field": given(field),
        "body": given(body),
        "agreement": given(agreement),
        "document": given(document),
        "kind": given(kind),
        "deadline": given(deadline),
    }
    filters = questions.task_filters(**asked, as_of=as_of)
    matched = questions.count(workspace, "tasks", **filters)
    items = questions.tasks(workspace, filters, window.skip, window.limit)
    found = models.Tasks(number_matched=matched, number_returned=len(items), links=window.links(matched), items=items)
    return respond(
        request,
        represented,
        found,
        "tasks.html",
        collection=found,
        asked=asked,
        localities=places.by_name(),
        fields=places.top_fields(),
    )
