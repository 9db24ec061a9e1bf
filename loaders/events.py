"""Signings, reviews, visits and working sessions: what happened, when and where, and who was in the chair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from loaders import symbols
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.chairs import chairs
from loaders.dates import DateMention
from loaders.draft import Dealings
from loaders.occasions import place
from loaders.patterns import Pattern
from loaders.segments import SPEAKING, Sentence
from loaders.signing import planned
from loaders.spans import Spans
from ontology.record import Agreement, Event, Inference, LocalityRef

EventKind = Literal["signing", "review", "visit", "working-session", "conference"]
#: What a meeting is for decides what it is: a review before a visit before a working session before a conference.
_KINDS: tuple[tuple[EventKind, Pattern], ...] = (
    (
        "review",
        Pattern(r"\b(?:sơ kết|tổng kết|kiểm điểm|nhìn lại|(?:đánh giá|rà soát) (?:kết quả|tình hình|việc))\b"),
    ),
    (
        "visit",
        Pattern(
            r"\b(?:đến thăm|thăm(?: và|,) làm việc|thăm chính thức|chuyến (?:thăm|công tác)"
            r"|(?:tiếp|đón)(?: và làm việc với)? đoàn)\b"
        ),
    ),
    (
        "working-session",
        Pattern(
            r"\b(?:(?:buổi|cuộc) (?:làm việc|gặp)|làm việc với|(?:phiên|cuộc) họp|hội đàm"
            r"|(?<!hội )họp(?! báo| tác| mặt)|ngồi lại|gặp (?:nhau|gỡ|mặt)|giao ban)\b"
        ),
    ),
    ("conference", Pattern(r"\b(?:hội nghị|hội thảo|diễn đàn|tọa đàm)\b")),
)
#: A day of something else: of a paper (`Công văn số … ngày`), of a signing, up to which, from which, long ago.
_OF_ANOTHER = Pattern(
    r"(?:\b(?:trước|chậm nhất|đến|tới|hết|muộn nhất|từ|kể từ|sau|ký|ban hành|sinh|thành lập)\s(?:là\s)?"
    r"|\b(?:luật|nghị quyết|nghị định|quyết định|thông báo|công văn|kế hoạch|văn bản|tờ trình)\b[^.;\n]{0,60}?,?\s"
    r"|\bkỷ niệm\b[^.;\n]{0,100}\(|\d\s?-\s?)(?:ngày\s)?$"
)
_OF_NUMBER = Pattern(rf"{symbols.NUMBER},?\s\(?(?:ngày\s)?$")
_NOT_HELD = Pattern(r"\b(?:dự kiến|sẽ|mời|chuẩn bị|đề nghị|phải|cần(?! thơ)|chậm nhất|dự định|họp báo)\b[^.;\n]{0,60}$")
_NEAR, _MOST = 320, 6


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting that a sentence dates; ``words``: where in ``norm`` it is named."""

    sentence: Sentence
    date: DateMention
    kind: EventKind
    words: tuple[int, int]


def find(
    reading: Reading, agreed: Sequence[Agreement], found: Dealings, organisations: Sequence[BodyMention] = ()
) -> tuple[Event, ...]:
    """The signings of the agreements and the meetings that the text tells of, in this order."""
    signings = [_signing(reading, agreed, index) for index, agreement in enumerate(agreed) if agreement.signed]
    tells = bool(found.drafts) or reading.form.genre == "conclusion-notice"
    return (*signings, *(_meetings(reading, agreed, organisations) if tells else ()))


def _signing(reading: Reading, agreed: Sequence[Agreement], index: int) -> Event:
    signed = agreed[index].signed
    assert signed is not None
    shown = {(evidence.start, evidence.end) for evidence in signed.evidence}
    where = None
    for date in reading.dates:
        sentence = reading.sentence_at(date.start)
        if sentence and reading.view.span(date.start, date.end) in shown:
            where = where or _place(reading, date, sentence)
    held = agreed[index].held
    if where is None and held and held.value == signed.value and agreed[index].place:
        at = agreed[index].place
        assert at is not None
        where = LocalityRef(id=at.id, name=at.name)
    return Event(
        kind="signing",
        date=signed.value,
        place=where,
        agreement=index,
        evidence=signed.evidence,
        inferred=signed.inferred,
        rule="signed",
    )


def _meetings(reading: Reading, agreed: Sequence[Agreement], organisations: Sequence[BodyMention]) -> Iterator[Event]:
    """Every meeting said to have been held on a day, once for each day."""
    told = set[str]()
    for held in _held(reading):
        value = held.date.in_year(reading.year)
        if value in told or len(told) == _MOST:
            continue
        told.add(value)
        inferred = None
        if not held.date.has_year and reading.year:
            inferred = Inference(rule="year-of-the-text", source=reading.dateline.year_from or str(reading.year))
        words, day = reading.view.evidence(*held.words), reading.view.evidence(held.date.start, held.date.end)
        yield Event(
            kind=held.kind,
            date=value,
            place=_place(reading, held.date, held.sentence),
            chairs=chairs(reading, organisations, held.sentence.start),
            agreement=next((i for i, a in enumerate(agreed) if a.held and a.held.value == value), None),
            evidence=(words, day),
            inferred=inferred,
            rule=f"meeting:{held.kind}",
        )


def _held(reading: Reading) -> Iterator[Held]:
    """What was held on a day: of the words near by, what it was for goes before what it was."""
    dates, norm = Spans(reading.dates), reading.view.norm
    for sentence in reading.sentences:
        if reading.paragraphs[sentence.paragraph].kind not in SPEAKING:
            continue
        for date in dates.within(sentence.start, sentence.end):
            left, right = max(sentence.start, date.start - _NEAR), min(sentence.end, date.end + _NEAR)
            found = [(kind, match) for kind, words in _KINDS if (match := words.search(norm, left, right))]
            to_come = all(_NOT_HELD.search(norm, left, match.start()) for _, match in found)
            if found and not to_come and _is_day(reading, date, sentence):
                yield Held(sentence, date, found[0][0], found[0][1].span())


def _is_day(reading: Reading, date: DateMention, sentence: Sentence) -> bool:
    """A day on which something was held: no deadline, none of a paper, none that lies ahead of the document's own."""
    if len(date.value) != (10 if date.has_year else 7) or date == reading.dateline.issued:
        return False
    left = max(sentence.start, date.start - _NEAR)
    if _OF_ANOTHER.search(reading.view.norm, left, date.start) or _OF_NUMBER.search(
        reading.view.cased, left, date.start
    ):
        return False
    issued = reading.dateline.issued
    ahead = issued is not None and len(issued.value) == 10 and date.in_year(reading.year) > issued.value
    return not ahead and not planned(reading, date.start, date.end, sentence.start)


def _place(reading: Reading, date: DateMention, sentence: Sentence) -> LocalityRef | None:
    """Where it was: said behind the day, else before it, in the same sentence."""
    for start, end in ((date.end, sentence.end), (sentence.start, date.start)):
        where = place(reading, start, end)
        if where:
            return LocalityRef(id=where[0].id, name=where[0].name)
    return None
