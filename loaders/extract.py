"""From a text to a record: the one entry point of understanding."""

from __future__ import annotations

from loaders.agreements import agreements
from loaders.analysis import analyse
from loaders.document import document, mentioned
from loaders.drafts import dealings
from ontology.record import Record


def extract(text: str) -> Record:
    """Everything that a text says, each statement with its evidence. Never raises, whatever the text."""
    reading = analyse(text)
    found = dealings(reading)
    return Record(
        document=document(reading),
        agreements=agreements(reading, found, {}),
        mentioned_localities=mentioned(reading),
    )
