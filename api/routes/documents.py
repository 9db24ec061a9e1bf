"""Documents: a list, and one with its text, in which every passage that a statement rests on is marked."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api import marks, models, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import Identifier, Words, given
from api.negotiation import Represented
from api.paging import Windowed
from api.problems import ANSWERS
from graph.consolidation.facts import facts_of
from ontology.amending import spoken_fragment
from ontology.correcting import apply
from ontology.corrections import Correction

router = APIRouter(tags=["documents"], responses=ANSWERS)
#: More agreements or tasks than one document has.
_ALL = 1000


@router.get("/documents", response_model=models.Documents, summary="Documents by words")
def list_documents(
    *, request: Request, workspace: WorkspaceDependency, represented: Represented, window: Windowed, q: Words = None
) -> Response:
    """The documents that are loaded, the newest first."""
    everything = questions.documents(workspace, given(q))
    matched = len(everything)
    items = everything[window.skip : window.skip + window.limit]
    found = models.Documents(
        number_matched=matched, number_returned=len(items), links=window.links(matched), items=items
    )
    return respond(request, represented, found, "documents.html", collection=found)


@router.get("/documents/{id}", response_model=models.Document, summary="One document")
def read_document(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    id: Identifier,
) -> Response:
    """Its text and its record; offsets count code points of the text. The page opens at `#c<start>-<end>`."""
    stored = workspace.document(id)
    corrected = apply(stored.record, stored.text, stored.corrections)
    record = corrected.record
    found = models.Document(
        id=stored.id,
        filename=stored.filename,
        media_type=stored.media_type,
        sha256=stored.sha256,
        extractor_version=stored.extractor_version,
        text=stored.text,
        record=record.model_dump(mode="json", exclude_defaults=True, exclude_none=True),
        corrections=[_said(said, stale=said in corrected.stale) for said in corrected.corrections],
        agreements=questions.agreements_stated(workspace, (facts.id for facts in facts_of(record, id))),
        tasks=questions.tasks(workspace, questions.task_filters(document=id), 0, _ALL),
    )
    return respond(
        request,
        represented,
        found,
        "document.html",
        item=found,
        head=record.document,
        record=record,
        judged=corrected.of,
        pieces=None if stored.text is None else marks.pieces(stored.text, marks.marks(record)),
        kinds=[kind for kind in reversed(marks.KINDS) if kind != "other"],
    )


def _said(said: Correction, *, stale: bool) -> models.DocumentCorrection:
    """A correction in words."""
    return models.DocumentCorrection(
        verdict=said.verdict,
        claim=said.slot,
        who=said.who,
        at=said.at,
        why=said.why,
        source=said.source,
        before=said.one or spoken_fragment(said.before),
        after=said.other or (None if said.after is None else spoken_fragment(said.after)),
        quote=said.words and said.words.quote,
        stale=stale,
    )
