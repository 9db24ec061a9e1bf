"""Finding the labels of a vocabulary in a normalised text: one Aho-Corasick pass, whole words only, longest first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import ahocorasick_rs

from loaders.view import View, normalise

_LETTER = re.compile(r"\w")
#: `A - B`, `A-B`, `A- B`, `A -B`: a dash inside a name is written with and without spaces.
_DASH = re.compile(r"\s*-\s*")
_DASHES = (" - ", "-", "- ", " -")
#: Verbs that share their object, with a comma or without.
_PAIRS = ("phòng, chống", "khám, chữa", "cứu nạn, cứu hộ", "xúc tiến, thu hút")


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found at ``norm[start:end]``: the ids of what bears it, and the label as the vocabulary writes it."""

    start: int
    end: int
    ids: tuple[str, ...]
    label: str


class Gazetteer:
    """Labels compiled once; ``find`` is linear in the text."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        """Compile ``(label, id)`` pairs; one label may name several ids."""
        ids: dict[str, list[str]] = {}
        labels: dict[str, str] = {}
        for label, identity in entries:
            for form in _forms(normalise(label)):
                ids.setdefault(form, [])
                labels.setdefault(form, label)
                if identity not in ids[form]:
                    ids[form].append(identity)
        self._forms = tuple(ids)
        self._ids = tuple(tuple(ids[form]) for form in self._forms)
        self._labels = tuple(labels[form] for form in self._forms)
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(self._forms), matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def find(self, view: View, allowed: Callable[[str], bool] = lambda _: True) -> Iterator[Hit]:
        """The longest labels that stand as whole words, from left to right, none inside another.

        ``allowed`` says which ids can be meant: a label that bears none of these is not read.
        """
        norm, end = view.norm, 0
        candidates = [
            (start, -stop, index)
            for index, start, stop in self._automaton.find_matches_as_indexes(norm, overlapping=True)
            if not (_letter(norm, start - 1) and _letter(norm, start)) and not _letter(norm, stop)
        ]
        for start, negative_stop, index in sorted(candidates):
            if start < end or not _capitals_fit(view, start, -negative_stop, self._labels[index]):
                continue
            ids = tuple(identity for identity in self._ids[index] if allowed(identity))
            if ids:
                end = -negative_stop
                yield Hit(start, end, ids, self._labels[index])


def _capitals_fit(view: View, start: int, end: int, label: str) -> bool:
    """An abbreviation must stand in capitals."""
    return not is_abbreviation(label) or view.cased[start:end] == label or view.cased[start:end].isupper()


def is_abbreviation(label: str) -> bool:
    """``HN``, ``ĐBSCL``, ``KTXH``: a word in capitals that in lower case would be no word or another one."""
    return " " not in label and label.isupper()


def _letter(text: str, i: int) -> bool:
    return 0 <= i < len(text) and bool(_LETTER.match(text[i]))


def _forms(label: str) -> list[str]:
    """A label as it may be written: with a dash or without spaces around it, `phòng chống` and `phòng, chống`."""
    parts = _DASH.split(label)
    forms = [dash.join(parts) for dash in _DASHES] if len(parts) > 1 else [label]
    for pair in _PAIRS:
        forms += [form.replace(pair, pair.replace(", ", " ")) for form in forms if pair in form]
        forms += [form.replace(pair.replace(", ", " "), pair) for form in forms if pair.replace(", ", " ") in form]
    return list(dict.fromkeys(forms))
