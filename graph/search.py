"""Searching without accents: the key that nodes carry, and the terms that a question is made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from ontology.names import tokens
from ontology.vocabulary import vocabulary


def search_key(values: Iterable[str]) -> str:
    """The folded words of some values, each value once: ``" binh thuan | ninh thuan "``.

    Every word has a space on both sides, so that ``" ha noi "`` is found as those two words and nothing else;
    the stroke keeps the last word of one value from meeting the first of the next.
    """
    folded = sorted({" ".join(tokens(value)) for value in values} - {""})
    return f" {' | '.join(folded)} "


def search_terms(question: str) -> list[str]:
    """What a search key has to contain, each of them, to answer a question.

    A name of the vocabulary stays together (``Hà Nội`` is no ``Hà`` and no ``nội dung``); other words stand alone,
    and the last word may be the beginning of one, because people search while they type.
    """
    words = tokens(question)
    terms: list[str] = []
    position = 0
    while position < len(words):
        length = _longest_name(words[position:])
        terms.append(f" {' '.join(words[position : position + length])} ")
        position += length
    if terms and terms[-1].count(" ") == 2:  # a single word
        terms[-1] = terms[-1].rstrip()
    return list(dict.fromkeys(terms))


def _longest_name(words: Sequence[str]) -> int:
    names, longest = _names()
    for length in range(min(longest, len(words)), 1, -1):
        if " ".join(words[:length]) in names:
            return length
    return 1


@lru_cache(maxsize=1)
def _names() -> tuple[frozenset[str], int]:
    """All folded names of localities, fields and kinds of bodies, and the number of words of the longest."""
    known = vocabulary()
    labels = [
        *(label for locality in known.localities.values() for label in (*locality.labels, *locality.hidden)),
        *(label for field in known.fields.values() for label in (*field.labels, *field.hidden)),
        *(label for kind in known.body_kinds.values() for label in (*kind.labels, *kind.hidden)),
    ]
    names = {" ".join(tokens(label)) for label in labels}
    return frozenset(names), max(name.count(" ") + 1 for name in names)
