"""Compare what the extraction says about an example with what a careful reader wrote down before.

An expectation lists only what is clear: a key that is absent is not compared, ``optional_…`` is neither owed nor
wrong. ``kind`` may be a list of kinds that are all right, ``or_parties`` another way to name the sides.
A body is written ``name | locality``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from ontology.record import Agreement, BodyRef, Evidence, Record, Task

Expected = dict[str, Any]


@dataclass
class Comparison:
    """How many statements were compared, and what differs, a line each."""

    compared: int = 0
    differences: list[str] = field(default_factory=list)

    def equal(self, what: str, expected: object, found: object) -> None:
        self.compared += 1
        if expected != found:
            self.differences.append(f"{what}: expected {expected!r}, found {found!r}")

    def sets(self, what: str, expected: Iterable[str], found: Iterable[str], optional: Iterable[str] = ()) -> None:
        owed, given, free = set(expected), set(found), set(optional)
        self.compared += 1
        missing, invented = sorted(owed - given), sorted(given - owed - free)
        if missing or invented:
            self.differences.append(f"{what}: missing {missing}, invented {invented}")


def compare(record: Record, expected: Expected, text: str) -> Comparison:
    comparison = Comparison()
    _document(comparison, record, expected["document"])
    _agreements(comparison, record, expected["agreements"])
    for task in expected["tasks"]:
        _task(comparison, record, task, text)
    figures = {indicator.value for indicator in record.indicators}
    for figure in expected["figures"]:
        comparison.equal(f"figure {figure:g}", True, float(figure) in figures)
    named = {mention.name for mention in record.mentioned_localities}
    for name in expected.get("also_mentioned", ()):
        comparison.equal(f"{name} is named", True, name in named)
    limitations = sum(finding.kind == "limitation" for finding in record.findings)
    comparison.equal("a limitation is found", bool(expected.get("limitations")), bool(limitations))
    return comparison


def _document(comparison: Comparison, record: Record, expected: Expected) -> None:
    document = record.document
    for key in ("genre", "number", "issued", "reported"):
        if key in expected:
            comparison.equal(key, expected[key], getattr(document, key))
    if "issuer" in expected:
        comparison.equal("issuer", expected["issuer"].casefold(), _body(document.issuer).casefold())
    if "status" in expected:
        comparison.equal("status", expected["status"], list(document.status))
    for number in expected.get("cites", ()):
        comparison.equal(f"cites {number}", True, number in {citation.number for citation in document.cites})


def _agreements(comparison: Comparison, record: Record, expected: list[Expected]) -> None:
    rest = list(record.agreements)
    for wanted in sorted(expected, key=lambda agreement: bool(agreement.get("optional"))):
        best = max(rest, key=lambda found: _likeness(wanted, found), default=None)
        if best is None or _likeness(wanted, best) <= 0:
            if not wanted.get("optional"):
                comparison.equal(f"agreement {_title(wanted)}", "there", "missing")
            continue
        rest.remove(best)
        _agreement(comparison, best, wanted)
    for extra in rest:
        parties = ", ".join(party.name for party in extra.parties)
        comparison.equal(f"agreement {extra.kind} of {parties}, {_period(extra)}", "not there", "invented")


def _agreement(comparison: Comparison, found: Agreement, wanted: Expected) -> None:
    title = _title(wanted)
    given = {party.name for party in found.parties}
    owed = wanted["or_parties"] if set(wanted.get("or_parties", ())) == given else wanted["parties"]
    comparison.sets(f"{title}: parties", owed, given)
    comparison.equal(f"{title}: period", wanted["period"], _period(found))
    kinds = wanted["kind"] if isinstance(wanted["kind"], list) else [wanted["kind"]]
    comparison.equal(f"{title}: kind", True, found.kind in kinds or f"{found.kind} instead of {kinds}")
    if not wanted.get("any_fields"):
        tops = {claim.top for claim in found.fields}
        comparison.sets(f"{title}: fields", wanted["fields"], tops, wanted.get("optional_fields", ()))
    for key in ("signed", "held"):
        if key in wanted:
            claim = getattr(found, key)
            comparison.equal(f"{title}: {key}", wanted[key], claim.value if claim else None)
    if "form" in wanted:
        comparison.equal(f"{title}: form", wanted["form"], found.form)
    if "open_ended" in wanted:
        comparison.equal(
            f"{title}: open-ended", wanted["open_ended"], found.period is not None and found.period.open_ended
        )
    if not wanted.get("optional"):
        comparison.equal(f"{title}: continues", bool(wanted.get("continues")), found.continues is not None)


def _task(comparison: Comparison, record: Record, wanted: Expected, text: str) -> None:
    start, end = place(text, wanted["says"])
    covering = [task for task in record.tasks if task.start <= start and end <= task.end]
    title = f"task “{wanted['says']}”"
    comparison.equal(title, "there", "there" if covering else "missing")
    if not covering:
        return
    task = min(covering, key=lambda task: task.end - task.start)
    if not wanted.get("leads_unclear"):
        _bodies(comparison, f"{title}: leads", wanted, "leads", task.leads)
        if not wanted.get("partners_unclear"):
            _bodies(comparison, f"{title}: partners", wanted, "partners", task.partners)
    if "deadline" in wanted:
        comparison.equal(f"{title}: deadline", wanted["deadline"], _deadline(task))
    if "recurrence" in wanted:
        comparison.equal(f"{title}: recurrence", wanted["recurrence"], task.recurrence)


def _bodies(comparison: Comparison, what: str, wanted: Expected, key: str, found: Iterable[BodyRef]) -> None:
    optional = [body.casefold() for body in wanted.get(f"optional_{key}", ())]
    comparison.sets(what, [b.casefold() for b in wanted[key]], [_body(b).casefold() for b in found], optional)


def place(text: str, words: str) -> tuple[int, int]:
    """Where the words stand, whatever white space parts them; they must stand there once."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    matches = list(re.finditer(pattern, text))
    if len(matches) != 1:
        raise ValueError(f"“{words}” stands {len(matches)} times in the example, not once")
    return matches[0].span()


def _likeness(wanted: Expected, found: Agreement) -> float:
    given = {party.name for party in found.parties}
    sides = [set(wanted["parties"]), set(wanted.get("or_parties", ()))]
    shared = max(len(owed & given) / len(owed | given) for owed in sides)
    return shared + 0.5 * (wanted["period"] == _period(found)) * bool(shared)


def _period(agreement: Agreement) -> list[int | None] | None:
    if agreement.period is None or agreement.period.value == (None, None):
        return None
    return list(agreement.period.value)


def _deadline(task: Task) -> str | None:
    return task.deadline.value if task.deadline else None


def _body(body: BodyRef | None) -> str:
    if body is None:
        return ""
    return f"{body.name} | {body.jurisdiction.name if body.jurisdiction else ''}"


def _title(wanted: Expected) -> str:
    parties = wanted["parties"]
    names = ", ".join(parties[:3]) + (" …" if len(parties) > 3 else "")
    return f"{names} {wanted['period']}"


def lines(comparisons: dict[str, Comparison]) -> Iterator[str]:
    """Every difference under its document's name."""
    for name, comparison in comparisons.items():
        for difference in comparison.differences:
            yield f"{name}: {difference}"


def evidence(part: object) -> Iterator[Evidence]:
    """Every quote in a record or in a part of it."""
    if isinstance(part, Evidence):
        yield part
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from evidence(getattr(part, name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from evidence(value)
    elif isinstance(part, tuple):
        for value in part:
            yield from evidence(value)
