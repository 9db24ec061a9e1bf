"""Linked data: the address of a thing (`/id/…`) leads with 303 to the document about it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api import questions
from api.dependencies import WorkspaceDependency
from api.pages import address, linker
from api.problems import PROBLEMS
from graph.workspace import Workspace
from ontology.errors import NotFound

router = APIRouter(tags=["linked data"], responses={404: PROBLEMS[404]})
_PAGES = {"locality": "/localities/{}", "field": "/fields/{}/localities", "body": "/bodies/{}"}


@router.get("/id/{kind}/{id:path}", status_code=303, summary="From a thing to the document about it")
def read_thing(request: Request, workspace: WorkspaceDependency, kind: str, id: str) -> Response:
    """Localities, fields, bodies, documents, and the statements of documents: a task leads to its passage."""
    target, fragment = _target(workspace, kind, id)
    kept = list(request.query_params.multi_items())
    place = address(linker("vi")(target), kept) + (f"#{fragment}" if fragment else "")
    return RedirectResponse(place, 303)


def _target(workspace: Workspace, kind: str, identifier: str) -> tuple[str, str]:
    """The path of the page, and the passage in it."""
    if kind in _PAGES:
        return _PAGES[kind].format(identifier), ""
    if kind != "document":
        raise NotFound(f"nothing is of the kind {kind!r}", "there are locality, field, body and document")
    document, _, statement = identifier.partition("/")
    if statement.startswith("agreement/"):
        return f"/agreements/{identifier}", ""
    if statement.startswith("task/"):
        for task in questions.tasks(workspace, questions.task_filters(document=document), 0, 1000):
            if task.id == identifier:
                return f"/documents/{document}", f"c{task.evidence.start}-{task.evidence.end}"
        raise NotFound(f"no task has the id {identifier!r}", "/tasks lists them")
    return f"/documents/{document}", ""
