"""The matrix of cooperation: localities by localities, or by fields."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import models, places
from api.answers import respond, respond_table
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, BetweenLocalities
from api.matrix import By, matrix, table
from api.negotiation import RepresentedTable
from api.problems import ANSWERS

router = APIRouter(tags=["network"], responses=ANSWERS)


@router.get(
    "/matrix",
    response_model=models.Matrix,
    responses={200: {"content": {"text/csv": {}}}},
    summary="How much localities cooperate with each other, or on each field",
)
def read_matrix(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: RepresentedTable,
    by: Annotated[By, Query(description="What the columns are.")] = "locality",
    filters: BetweenLocalities,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Numbers of agreements: by locality those that tie two, as on the network; by field those that a locality is a
    side of, on each top concept, or with `field` on a field and its children."""
    found = matrix(workspace, by, as_of, filters)
    if represented.media == "csv":
        return respond_table(request, represented, table(found, represented.language))
    return respond(request, represented, found, "matrix.html", matrix=found, fields=places.top_fields())
