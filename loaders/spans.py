"""Looking up what covers a place in a text, in logarithmic time."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


class Spans(Generic[S]):
    """Spans that do not overlap, in their order."""

    def __init__(self, items: Iterable[S]) -> None:
        self.items = tuple(items)
        self._starts = [item.start for item in self.items]

    def at(self, position: int) -> S | None:
        """The span that covers a position."""
        i = bisect_right(self._starts, position) - 1
        return self.items[i] if i >= 0 and position < self.items[i].end else None

    def before(self, position: int) -> S | None:
        """The last span that begins at a position or before it."""
        i = bisect_right(self._starts, position) - 1
        return self.items[i] if i >= 0 else None

    def within(self, start: int, end: int) -> tuple[S, ...]:
        """The spans that begin in ``[start, end)``."""
        return self.items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
