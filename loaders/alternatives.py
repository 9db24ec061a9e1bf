"""Many words as one expression that reads each letter once: `dự án|dự thảo` as `dự (?:án|thảo)`."""

from __future__ import annotations

from collections.abc import Iterable

import regex


def alternatives(words: Iterable[str]) -> str:
    """An expression for any of some words, of several that fit the longest."""
    return _any_of(sorted(set(words)))


def _any_of(endings: list[str]) -> str:
    """``endings`` in alphabetical order, so that an empty one comes first and equal letters stand together."""
    by_letter: dict[str, list[str]] = {}
    for ending in endings:
        if ending:
            by_letter.setdefault(ending[0], []).append(ending[1:])
    branches = [regex.escape(letter, literal_spaces=True) + _any_of(rest) for letter, rest in by_letter.items()]
    optional = "?" if branches and "" in endings else ""
    return f"(?:{'|'.join(branches)}){optional}" if len(branches) > 1 or optional else "".join(branches)
