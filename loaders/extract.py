"""From a text to a record: the one entry point of understanding."""

from __future__ import annotations

from loaders import bodies
from loaders.agreements import agreements
from loaders.analysis import analyse
from loaders.content import contents
from loaders.document import document, mentioned
from loaders.drafts import dealings
from ontology.record import Record


def extract(text: str) -> Record:
    """Everything that a text says, each statement with its evidence. Never raises, whatever the text."""
    reading = analyse(text)
    found = dealings(reading)
    sides = found.main.order if found.main else ()
    organisations = bodies.find(reading, sides)
    fields = contents(reading, found, organisations)
    return Record(
        document=document(reading),
        agreements=agreements(reading, found, fields),
        bodies=bodies.named(reading, organisations),
        mentioned_localities=mentioned(reading),
    )
