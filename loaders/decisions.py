"""Decisions that the record has no place for, noted while somebody asks for an explanation and else not at all.

The claims of a record name their rule themselves. What the record states without one (the genre of the document, the
kind of an agreement, a recurrence) is noted here by the function that decides it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """``about``: where in the record the value stands (``document.genre``, ``agreements[0].kind``).

    ``rule`` is a name of `loaders.rulebook`; ``words`` are spans of ``View.norm`` that it rests on.
    """

    about: str
    rule: str
    words: tuple[tuple[int, int], ...] = ()


_noted: ContextVar[list[Decision] | None] = ContextVar("noted", default=None)


def note(about: str, rule: str, *words: tuple[int, int]) -> None:
    """Note a decision, if somebody asks."""
    noted = _noted.get()
    if noted is not None:
        noted.append(Decision(about, rule, words))


@contextmanager
def noting() -> Iterator[list[Decision]]:
    """The decisions that are taken in a ``with`` block, in their order."""
    noted: list[Decision] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)
