"""The first page: a search over everything, what is in here, and the network."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api import models, places, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import Words, given
from api.negotiation import Represented
from api.problems import ANSWERS
from api.routes.network import drawn
from api.rows import ask
from graph.workspace import Workspace

router = APIRouter(tags=["search"], responses=ANSWERS)
_COUNTED = ("localities", "fields", "agreements", "tasks", "bodies", "documents")
_SHOWN = 12


@router.get("/", response_model=models.Landing, summary="What is in here")
def read_home(request: Request, workspace: WorkspaceDependency, represented: Represented, q: Words = None) -> Response:
    """How much is in here, the fields with most localities, and links to the lists; with `q` what a search finds."""
    asked = given(q)
    counted = ask(workspace, "counts")[0]
    fields = [item for item in questions.fields(workspace) if item.parent is None and item.localities]
    landing = models.Landing(
        title="hoptac",
        counts={name: counted[name] for name in _COUNTED},
        fields=sorted(fields, key=lambda item: -item.localities),
        links=[models.Link(rel="item", href=f"/{name}") for name in (*_COUNTED, "network", "matrix")]
        + [models.Link(rel="service-desc", href="/openapi.json", type="application/vnd.oai.openapi+json;version=3.1")],
        found=search(workspace, asked) if asked else None,
    )
    network, data = drawn(workspace, "signing", represented.language)
    return respond(
        request, represented, landing, "home.html", landing=landing, found=landing.found, network=network, data=data
    )


def search(workspace: Workspace, question: str) -> models.Found:
    """What the names and words of a question find, with or without marks, best first."""
    counted = {item.id: item for item in questions.localities(workspace)}
    words = places.terms(question)
    named = {"localities": None, "tokens": words}
    return models.Found(
        q=question,
        localities=[counted[place.id] for place in places.localities_named(question)[:_SHOWN]],
        fields=[places.field_ref(field.id) for field in places.fields_named(question)[:_SHOWN]],
        bodies=questions.bodies(workspace, named, 0, _SHOWN) if words else [],
        agreements=questions.agreements(workspace, questions.agreement_filters(q=question), 0, _SHOWN) if words else [],
        documents=questions.documents(workspace, question)[:_SHOWN] if words else [],
    )
