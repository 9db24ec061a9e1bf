"""The text of a document cut into pieces, each marked with the kinds of statements that rest on it.

Spans of evidence overlap (a task contains its fields and bodies), so the text is cut wherever one begins or ends; no
mark has to contain another, and the pieces joined are the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ontology.record import Agreement, Claim, Record, Task

#: The kinds of marks, the least specific first: a later one is seen where several lie on the same words.
KINDS = ("other", "finding", "task", "locality", "body", "figure", "time", "field", "party", "unsure")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A span of the text, in code points, end exclusive, and what kind of statement rests on it."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on which the same marks lie; ``anchors`` are the ids of the spans that begin here."""

    start: int
    end: int
    text: str
    kinds: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


def anchor(start: int, end: int) -> str:
    """The id of a passage in the page of its document."""
    return f"c{start}-{end}"


def marks(record: Record) -> list[Mark]:
    """All spans of a record, each once, in the order of the text."""
    return sorted(set(_marks(record)))


def _marks(record: Record) -> Iterator[Mark]:
    for spans in record.document.evidence.values():
        yield from (Mark(span.start, span.end, "other") for span in spans)
    yield from (Mark(span.start, span.end, "unsure") for span in record.document.unsure)
    for agreement in record.agreements:
        yield from _of_agreement(agreement)
    for task in record.tasks:
        yield from _of_task(task)
    for finding in record.findings:
        yield Mark(finding.start, finding.end, "finding")
        yield from _of(finding.fields, "field")
    for indicator in record.indicators:
        yield Mark(indicator.start, indicator.end, "figure")
    yield from _of(record.bodies, "body")
    yield from _of(record.mentioned_localities, "locality")
    yield from _of(record.events, "time")
    yield from _of(record.projects, "other")


def _of_agreement(agreement: Agreement) -> Iterator[Mark]:
    yield from (Mark(span.start, span.end, "other") for span in agreement.evidence)
    yield from _of(agreement.parties, "party")
    yield from _of(agreement.fields, "field")
    yield from _of([claim for claim in (agreement.period, agreement.signed, agreement.held) if claim], "time")


def _of_task(task: Task) -> Iterator[Mark]:
    yield Mark(task.start, task.end, "task")
    yield from _of((*task.leads, *task.partners), "body")
    yield from _of(task.localities, "locality")
    yield from _of(task.fields, "field")
    yield from _of([task.deadline] if task.deadline else [], "time")


def _of(claims: Iterable[Claim], kind: str) -> Iterator[Mark]:
    for claim in claims:
        yield from (Mark(span.start, span.end, kind) for span in claim.evidence)


def pieces(text: str, found: Iterable[Mark]) -> list[Piece]:
    """The text in pieces, cut wherever a mark begins or ends; spans outside the text are cut to it."""
    inside = [Mark(m.start, min(m.end, len(text)), m.kind) for m in found if m.start < min(m.end, len(text))]
    beginning: dict[int, list[Mark]] = defaultdict(list)
    ending: dict[int, list[Mark]] = defaultdict(list)
    for mark in inside:
        beginning[mark.start].append(mark)
        ending[mark.end].append(mark)
    cuts = sorted({0, len(text), *beginning, *ending})
    open_marks: dict[str, int] = defaultdict(int)
    cut_up = []
    for start, end in pairwise(cuts):
        for mark in ending[start]:
            open_marks[mark.kind] -= 1
        for mark in beginning[start]:
            open_marks[mark.kind] += 1
        kinds = tuple(kind for kind in KINDS if open_marks[kind])
        anchors = tuple(dict.fromkeys(anchor(mark.start, mark.end) for mark in sorted(beginning[start])))
        cut_up.append(Piece(start, end, text[start:end], kinds, anchors))
    return cut_up
