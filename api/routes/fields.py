"""Fields of cooperation: all of them, and the localities that cooperate on one."""

from __future__ import annotations

from collections import defaultdict

from fastapi import APIRouter, Request, Response

from api import models, places, questions, rows
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, Identifier
from api.negotiation import Represented
from api.problems import ANSWERS
from api.united import united_cooperation
from ontology.names import tokens

router = APIRouter(tags=["fields"], responses=ANSWERS)


@router.get("/fields", response_model=models.Fields, summary="All fields of cooperation")
def list_fields(request: Request, workspace: WorkspaceDependency, represented: Represented) -> Response:
    """Top concepts and their children, with how many agreements name them and how many localities take part."""
    items = questions.fields(workspace)
    found = models.Fields(number_matched=len(items), number_returned=len(items), items=items)
    return respond(request, represented, found, "fields.html", collection=found)


@router.get("/fields/{id:path}/localities", response_model=models.FieldLocalities, summary="Who cooperates on a field")
def list_field_localities(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    id: Identifier,
    as_of: AsOfChoice = "signing",
) -> Response:
    """For each locality its agreements on the field (a top concept includes its children), and the words for it."""
    chosen = places.field_ref(id)
    grouped: dict[str, list[models.Cooperation]] = defaultdict(list)
    for row in rows.ask(workspace, "field_localities", fields=places.asked_fields(id)):
        for place in places.shown(row["id"], as_of):
            told = grouped[place.id]
            known = next((n for n, each in enumerate(told) if each.agreement == row["agreement"]), None)
            if known is None:
                told.append(_cooperation(row))
            else:
                told[known] = united_cooperation(told[known], _cooperation(row))
    items = [
        models.LocalityOnField(**places.locality_ref(i).model_dump(), agreements=grouped[i])
        for i in sorted(grouped, key=lambda i: (-len(grouped[i]), tokens(places.locality(i).name), i))
    ]
    found = models.FieldLocalities(
        number_matched=len(items), number_returned=len(items), field=chosen, as_of=as_of, items=items
    )
    return respond(request, represented, found, "field.html", collection=found)


def _cooperation(row: rows.Row) -> models.Cooperation:
    return models.Cooperation(
        agreement=row["agreement"],
        title=row["title"],
        kind=row["agreement_kind"],
        document=row["document"],
        document_title=row["document_title"],
        first=row["period_start"],
        last=row["period_end"],
        open_ended=row["open_ended"],
        signed=row["signed"],
        fields=[rows.field_statement(item) for item in row["fields"]],
        **rows.shown_by(row["party"]),
    )
