"""The log over HTTP, for operators with a token: commands that changed something, and the changes of documents."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api import models
from api.answers import respond_unkept
from api.authorization import authorized
from api.dependencies import WorkspaceDependency
from api.paging import Windowed
from api.problems import PROBLEMS

router = APIRouter(
    prefix="/log",
    tags=["service"],
    dependencies=[Depends(authorized)],
    responses={401: PROBLEMS[401], 422: PROBLEMS[422]},
)


@router.get("/jobs", response_model=models.Jobs, summary="Commands that changed something")
def read_jobs(workspace: WorkspaceDependency, window: Windowed) -> Response:
    """The newest first: who ran what and when, how it ended, what it did and could not do."""
    items = workspace.log.jobs(window.limit, window.skip)
    matched = workspace.log.count_jobs()
    found = models.Jobs(
        number_matched=matched,
        number_returned=len(items),
        links=window.links(matched),
        items=[models.JobItem(**asdict(item)) for item in items],
    )
    return respond_unkept(found)


@router.get("/changes", response_model=models.Changes, summary="Changes of documents")
def read_changes(
    workspace: WorkspaceDependency,
    window: Windowed,
    document: Annotated[str | None, Query(max_length=200, description="The id of a document, else of all.")] = None,
) -> Response:
    """The newest first: what happened to which document, who did it, in which job."""
    items = workspace.log.changes(window.limit, document, window.skip)
    matched = workspace.log.count_changes(document)
    found = models.Changes(
        number_matched=matched,
        number_returned=len(items),
        links=window.links(matched),
        items=[models.ChangeItem(**asdict(item)) for item in items],
    )
    return respond_unkept(found)
