"""Tasks as the record states them, each with evidence for who carries it, its fields and its date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from loaders import task_details, task_times, tasks
from loaders.analysis import Reading
from loaders.bodies import BodyMention, claims
from loaders.body_lists import Cast
from loaders.decisions import note
from loaders.mentions import Mention
from loaders.recurrence import recurrence
from loaders.task_orders import Found
from ontology.record import Agreement, DateClaim, FieldClaim, Inference, LocalityMention, Task
from ontology.vocabulary import vocabulary


def records(
    reading: Reading,
    mentions: Sequence[BodyMention],
    agreements: Sequence[Agreement] = (),
    sides: tuple[str, ...] = (),
) -> tuple[Task, ...]:
    """All tasks of a document in their order. ``sides``: the localities that cooperate, for ``hai bên``."""
    cast = Cast(reading, mentions)
    return tuple(
        _record(cast, found, agreements) for found in tasks.find(reading, mentions, sides) if found.end > found.start
    )


def _record(cast: Cast, found: Found, agreements: Sequence[Agreement]) -> Task:
    reading = cast.reading
    words = reading.view.evidence(found.start, found.end)
    due = task_times.deadline(reading, found.start, found.end)
    again = recurrence(reading.view.norm, found.start, found.end)
    if again:
        note("tasks.recurrence", "recurrence:words", again[1:])
    sentence = _sentence_start(reading, found.start)
    return Task(
        start=words.start,
        end=words.end,
        text=words.quote,
        kind=found.kind,
        leads=claims(reading, found.leads),
        partners=claims(reading, found.partners),
        localities=tuple(_localities(reading, found)),
        fields=_fields(cast, found),
        deadline=DateClaim(value=due[0], evidence=(reading.view.evidence(due[1], due[2]),), rule="deadline")
        if due
        else None,
        recurrence=again[0] if again else None,
        agreement=_agreement(reading, found, agreements),
        by=task_details.speaker(cast, sentence, found.start),
        condition=task_details.condition(cast, sentence, found.end),
        direction=task_details.direction(cast, found.start, found.end),
        mode=task_details.mode(cast, found.start, found.end),
        rule=f"task:{found.rule}",
    )


def _fields(cast: Cast, task: Found) -> tuple[FieldClaim, ...]:
    """The fields that the words of a task name outside of the names of bodies; failing these, its leads'."""
    inside = cast.within(task.start, task.end)
    named = [mention for mention in cast.reading.fields_in(task.start, task.end) if mention.end <= task.end]
    free = [m for m in named if not any(body.start <= m.start < body.name_end for body in inside)]
    return field_claims(
        cast.reading, free or [m for m in named if any(lead.start <= m.start < lead.name_end for lead in task.leads)]
    )


def field_claims(reading: Reading, mentions: Sequence[Mention]) -> tuple[FieldClaim, ...]:
    """One claim for each field that is named, with all its words."""
    found: dict[str, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(mention.id, []).append(mention)
    known = vocabulary().fields
    return tuple(
        FieldClaim(
            id=identity,
            top=known[identity].top,
            evidence=tuple(reading.view.evidence(mention.start, mention.end) for mention in named),
            rule="field:named",
        )
        for identity, named in found.items()
    )


def _localities(reading: Reading, found: Found) -> Iterator[LocalityMention]:
    known = vocabulary().localities
    for identity in found.localities:
        evidence = tuple(
            reading.view.evidence(mention.start, mention.end)
            for mention in reading.localities_in(found.start, found.end)
            if mention.id == identity and mention.end <= found.end
        )
        yield LocalityMention(
            id=identity,
            name=known[identity].name,
            evidence=evidence,
            inferred=None if evidence else Inference(rule="locality:sides", source="sides of the agreement"),
            rule="locality:acts",
        )


def _sentence_start(reading: Reading, position: int) -> int:
    found = bisect_right(reading.sentences, position, key=lambda sentence: sentence.start)
    return reading.sentences[found - 1].start if found else position


def _agreement(reading: Reading, found: Found, agreements: Sequence[Agreement]) -> int | None:
    """The agreement whose sides the task and the headings above it name most of; the latest of several that fit."""
    if not agreements:
        return None
    spans = [(found.start, found.end), *found.headings]
    named = {mention.id for start, end in spans for mention in reading.localities_in(start, end)}
    scores = [len(named & {party.id for party in agreement.parties}) for agreement in agreements]
    return max(range(len(agreements)), key=lambda i: (scores[i], i))
