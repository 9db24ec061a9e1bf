"""Why a record says what it says: every statement with the words that it rests on and the rule that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from loaders.decisions import Decision, noting
from loaders.extract import extract
from loaders.rulebook import Rule, rule
from loaders.view import View, view
from ontology.record import Agreement, Claim, Evidence, Finding, Inference, Record, Task

_CLAIMED = (Claim, Agreement, Task, Finding)
#: What names a statement in one line, the first that it has.
_NAMES = ("text", "name", "value", "kind", "id")


@dataclass(frozen=True, slots=True)
class Statement:
    """``path``: where it stands in the record. ``rules``: that read it, then that inferred it.

    ``source``: what an inference started from.
    """

    path: str
    value: str
    evidence: tuple[Evidence, ...]
    rules: tuple[Rule, ...]
    source: str = ""


def explain(text: str) -> tuple[Record, tuple[Statement, ...]]:
    """The record of a text (the same as `extract` gives) and its statements in their order."""
    with noting() as decisions:
        record = extract(text)
    seen = view(text)
    return record, (*_document(record, decisions, seen), *_statements(record, "", decisions, seen))


def _document(record: Record, decisions: list[Decision], seen: View) -> Iterator[Statement]:
    for decision in decisions:
        about, _, name = decision.about.partition(".")
        if about == "document":
            value = getattr(record.document, name)
            words = record.document.evidence.get(name) or _words(decision, seen)
            yield Statement(decision.about, _said(value), words, (rule(decision.rule),))


def _statements(model: BaseModel, path: str, decisions: list[Decision], seen: View) -> Iterator[Statement]:
    if isinstance(model, _CLAIMED):
        yield _statement(model, path)
        for decision in decisions:
            if decision.about == f"{path}.kind":
                words = _words(decision, seen)
                yield Statement(decision.about, str(getattr(model, "kind", "")), words, (rule(decision.rule),))
    if isinstance(model, Task) and model.recurrence:
        yield from _recurrence(model, path, decisions, seen)
    for name in type(model).model_fields:
        value = getattr(model, name)
        inside = f"{path}.{name}" if path else name
        if isinstance(value, tuple):
            for position, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _statements(item, f"{inside}[{position}]", decisions, seen)
        elif isinstance(value, BaseModel) and name != "document":
            yield from _statements(value, inside, decisions, seen)


def _statement(model: BaseModel, path: str) -> Statement:
    names = [name for name in (getattr(model, "rule", None),) if name]
    inferred: Inference | None = getattr(model, "inferred", None)
    if inferred:
        names.append(inferred.rule)
    evidence: tuple[Evidence, ...] = getattr(model, "evidence", ())
    if isinstance(model, Task | Finding):
        evidence = (Evidence(start=model.start, end=model.end, quote=model.text),)
    value = next(value for name in _NAMES if (value := getattr(model, name, None)) is not None)
    unit = getattr(model, "unit", "")
    said = f"{_said(value)} {unit}".strip()
    return Statement(path, said, evidence, tuple(map(rule, names)), inferred.source if inferred else "")


def _recurrence(task: Task, path: str, decisions: list[Decision], seen: View) -> Iterator[Statement]:
    for decision in decisions:
        words = _words(decision, seen) if decision.about == "tasks.recurrence" else ()
        if words and task.start <= words[0].start < task.end:
            yield Statement(f"{path}.recurrence", task.recurrence or "", words, (rule(decision.rule),))
            return


def _words(decision: Decision, seen: View) -> tuple[Evidence, ...]:
    return tuple(seen.evidence(start, end) for start, end in decision.words)


def _said(value: object) -> str:
    """A value on one line: a span of years with a dash, a name by its name."""
    if isinstance(value, tuple):
        return " - ".join("…" if part is None else str(part) for part in value)
    if isinstance(value, float):
        return f"{value:g}" if abs(value) < 1e6 else f"{value:.0f}"
    return str(getattr(value, "name", value))
