"""A sentence by its clauses: what stands between semicolons, where each opens with something to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from loaders.task_words import ACTION, DOERS
from ontology.record import TaskKind

_CLAUSE = regex.compile(r";\s")
_AND_THEN = regex.compile(r"\W*+(?:đồng thời|bên cạnh đó|và|ngoài ra|cùng với đó),?\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``norm[start:end]`` that say a task; ``rule`` names the construction."""

    start: int
    end: int
    kind: TaskKind
    rule: str


def clauses(norm: str, start: int, end: int, kind: TaskKind, rule: str) -> Iterator[Stretch]:
    """The task's clauses: each one that opens with what is to be done, the others with the one before them."""
    begun: tuple[int, int] | None = None
    for a, b in parts(norm, start, end):
        enumerated = begun is not None and ":" in norm[begun[0] : begun[1]]
        if begun is not None and (enumerated or not (ACTION.match(norm, a, b) or DOERS.match(norm, a, b))):
            begun = begun[0], b
            continue
        if begun is not None:
            yield Stretch(*begun, kind, rule)
        begun = a, b
    if begun is not None:
        yield Stretch(*begun, kind, rule)


def parts(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, without the words that link them."""
    at = start
    for match in [*_CLAUSE.finditer(norm, start, end), None]:
        stop = match.start() if match else end
        if match and norm.count("(", at, stop) > norm.count(")", at, stop):
            continue  # inside brackets
        link = _AND_THEN.match(norm, at, stop)
        begin = link.end() if link else at
        if stop - begin > 6:
            yield begin, stop
        at = match.end() if match else end
