"""From a text to a record: the one entry point of understanding."""

from __future__ import annotations

from loaders import bodies, body_places, events, findings, indicators, projects, task_records
from loaders.agreements import agreements
from loaders.analysis import analyse
from loaders.content import contents
from loaders.document import document, mentioned
from loaders.drafts import dealings
from loaders.partners import is_body
from ontology.record import Record


def extract(text: str) -> Record:
    """Everything that a text says, each statement with its evidence. Never raises, whatever the text."""
    reading = analyse(text)
    names = bodies.names(reading)
    organisations = bodies.find(reading, namings=names)
    found = dealings(reading, organisations)
    sides = tuple(identity for identity in found.main.order if not is_body(identity)) if found.main else ()
    if sides and any(body_places.counts(reading, naming) for naming in names):  # whose they are is known once sides are
        organisations = bodies.find(reading, sides, names)
    fields = contents(reading, found, organisations)
    agreed = agreements(reading, found, fields)
    tasks = task_records.records(reading, organisations, agreed, sides)
    figures = indicators.find(reading, agreed, tasks)
    return Record(
        document=document(reading, organisations),
        agreements=agreed,
        tasks=tasks,
        findings=findings.find(reading, tasks, agreed, figures),
        events=events.find(reading, agreed, found, organisations),
        projects=projects.find(reading, organisations),
        bodies=bodies.named(reading, organisations),
        indicators=figures,
        mentioned_localities=mentioned(reading),
    )
