"""What people say of the claims of the documents made by hand."""

from __future__ import annotations

from typing import Any

from ontology.claims import claims, judged
from ontology.correcting import Corrected, apply
from ontology.corrections import Correction
from ontology.slots import value_of
from tests.graph.records import Document, dispatch
from tests.ontology.examples import META

SAID = {"who": "An", "at": "2026-03-01T08:30:00Z", "why": "đọc lại"}


def said_of(read: Document, slot: str, words: str, verdict: str = "reject", after: Any = None) -> Correction:
    """What somebody says of the first claim of a slot that stands at these words, or has this value."""
    corrected = apply(read.record, read.text, [])
    for claim in claims(corrected, META):
        quotes = {span.quote for span in claim.place.words}
        if claim.place.slot.path == slot and (words in quotes or words == str(value_of(claim.place.model))):
            return judged(claim, corrected, verdict, after, **SAID)  # type: ignore[arg-type]
    raise AssertionError(f"{slot} has nothing at {words!r}")


def corrected_dispatch() -> Corrected:
    """The dispatch with a correction of each kind, one of them of words that it does not have any more."""
    document = dispatch()
    said = [
        said_of(document, "agreements.parties", "Lâm Đồng", "reject"),
        said_of(document, "agreements.fields", "nông nghiệp", "confirm"),
        said_of(document, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]}),
        said_of(document, "document.number", "12/UBND-TH", "amend", "12/UBND-KT"),
        said_of(document, "tasks.recurrence", "P1Y", "reject"),
        said_of(document, "agreements.signed", "ký ngày 20/01/2016", "confirm"),
    ]
    gone = document.text.replace("ký ngày 20/01/2016", "ký ngày hai mươi..")
    return apply(document.record, gone, said)
