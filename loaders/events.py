"""Signings, reviews, visits and working sessions: what happened, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from loaders.analysis import Reading
from loaders.drafts import Dealings
from loaders.signing import meeting_date
from ontology.record import Agreement, Event, LocalityRef

EventKind = Literal["signing", "review", "visit", "working-session", "conference"]
#: What a meeting is for decides what it is: a review before a visit before a working session before a conference.
_KINDS: tuple[tuple[EventKind, regex.Pattern[str]], ...] = (
    ("review", regex.compile(r"\b(?:sơ kết|tổng kết|đánh giá kết quả|rà soát kết quả)\b")),
    ("visit", regex.compile(r"\b(?:đến thăm|thăm và làm việc|chuyến thăm|chuyến công tác|tiếp đoàn)\b")),
    ("working-session", regex.compile(r"\b(?:buổi làm việc|cuộc làm việc|làm việc với|phiên họp|cuộc họp|hội đàm)\b")),
    ("conference", regex.compile(r"\b(?:hội nghị|hội thảo|diễn đàn|tọa đàm)\b")),
)


def find(reading: Reading, agreed: Sequence[Agreement], found: Dealings) -> tuple[Event, ...]:
    """The signings of the agreements and the meeting that the text is about."""
    events = [
        Event(
            kind="signing",
            date=agreement.signed.value,
            place=_place(agreement),
            agreement=index,
            evidence=agreement.signed.evidence,
            inferred=agreement.signed.inferred,
            rule="signed",
        )
        for index, agreement in enumerate(agreed)
        if agreement.signed
    ]
    meeting = _meeting(reading, agreed) if found.drafts else None
    return (*events, meeting) if meeting else tuple(events)


def _meeting(reading: Reading, agreed: Sequence[Agreement]) -> Event | None:
    """The meeting on whose day the latest agreement was reviewed, discussed or signed."""
    day = meeting_date(reading)
    sentence = reading.sentence_at(day.start) if day else None
    index = next((i for i, agreement in enumerate(agreed) if agreement.held), None)
    if day is None or sentence is None or index is None:
        return None
    for kind, words in _KINDS:
        match = words.search(reading.view.norm, sentence.start, sentence.end)
        if match:
            held = agreed[index].held
            assert held is not None
            return Event(
                kind=kind,
                date=held.value,
                place=_place(agreed[index]),
                agreement=index,
                evidence=(reading.view.evidence(match.start(), match.end()), *held.evidence),
                inferred=held.inferred,
                rule=f"meeting:{kind}",
            )
    return None


def _place(agreement: Agreement) -> LocalityRef | None:
    return LocalityRef(id=agreement.place.id, name=agreement.place.name) if agreement.place else None
