"""Regular expressions that are only tried where a word stands that they cannot match without.

A pattern is used like one of ``regex``. It is compiled when first used. A text of the class :class:`Indexed` knows,
after one Aho-Corasick pass over the necessary words of all patterns (`loaders.necessary`), where those of each pattern
stand: most searches in most sentences are over before they begin, and where the words open the pattern, it is tried at
them alone. What is found is the same as without.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

import ahocorasick_rs
import regex

from loaders.necessary import Necessary, necessary

Match = regex.Match[str]
_END = sys.maxsize
#: Words that stand nearer to each other than these characters are no help: to search all of the text is as fast.
_SPARSE = 8
#: Where the necessary words of a pattern begin, and where those that open it do; ``None`` where these are not known.
Places = tuple[list[int], list[int] | None]
_patterns: list[Pattern] = []


def substitute(text: str, table: Mapping[str, str]) -> str:
    """The text with single characters put for others: faster than ``str.translate`` where few occur."""
    for char in set(text):
        if char in table:
            text = text.replace(char, table[char])
    return text


class Pattern:
    """An expression in the syntax of ``regex``."""

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern, self.flags = expression, flags
        self._number = len(_patterns)
        _patterns.append(self)

    def __getattr__(self, name: str) -> object:
        """Compile: from now on the methods of the compiled expression are attributes of this one."""
        compiled = regex.compile(self.pattern, self.flags)
        self.match, self.fullmatch = compiled.match, compiled.fullmatch
        self.sub, self.split, self.findall = compiled.sub, compiled.split, compiled.findall
        self._search, self._finditer, self.groupindex = compiled.search, compiled.finditer, compiled.groupindex
        if name not in self.__dict__:
            raise AttributeError(name)
        return self.__dict__[name]

    @cached_property
    def necessary(self) -> Necessary:
        return necessary(self.pattern)

    @cached_property
    def _reach(self) -> int | None:
        return self.necessary.reach

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> Match | None:
        """The first match in ``text[pos:endpos]``."""
        if self._reach is not None and pos >= 0:
            pos = max(pos, min(endpos, len(text)) - self._reach)
        if text.__class__ is not Indexed or pos < 0:
            return self._search(text, pos, endpos)
        places = text.places(self._number)
        if places is None:
            return self._search(text, pos, endpos)
        needed, opening = places
        first = bisect_left(needed, pos)
        if first == len(needed) or needed[first] >= endpos:
            return None
        if opening is None:
            return self._search(text, pos, endpos)
        if opening is not needed:
            first = bisect_left(opening, pos)
        last = bisect_left(opening, endpos, first)
        if (last - first) * _SPARSE > min(endpos, len(text)) - pos:
            return self._search(text, pos, endpos)
        for place in opening[first:last]:
            match = self.match(text, place, endpos)
            if match is not None:
                return match
        return None

    def finditer(self, text: str, pos: int = 0, endpos: int = _END) -> Iterator[Match]:
        """The matches in ``text[pos:endpos]``, none inside another."""
        if text.__class__ is not Indexed or pos < 0:
            return self._finditer(text, pos, endpos)
        places = text.places(self._number)
        if places is None:
            return self._finditer(text, pos, endpos)
        needed, opening = places
        first = bisect_left(needed, pos)
        if first == len(needed) or needed[first] >= endpos:
            return iter(())
        if opening is None:
            return self._finditer(text, pos, endpos)
        if opening is not needed:
            first = bisect_left(opening, pos)
        last = bisect_left(opening, endpos, first)
        if (last - first) * _SPARSE > min(endpos, len(text)) - pos:
            return self._finditer(text, pos, endpos)
        return self._at(text, opening[first:last], endpos)

    def _at(self, text: str, places: list[int], endpos: int) -> Iterator[Match]:
        end = -1
        for place in places:
            if place >= end:
                match = self.match(text, place, endpos)
                if match is not None:
                    end = match.end()
                    yield match


class Indexed(str):
    """A text in small letters, or the same text before they were made small, that knows where words stand."""

    _index: Index

    def over(self, index: Index) -> Indexed:
        """This text with an index, which texts of the same characters may share."""
        self._index = index
        return self

    def places(self, number: int) -> Places | None:
        known = self._index.known
        return known[number] if number in known else self._index.look(number)


class Index:
    """Where the necessary words stand in a text."""

    def __init__(self, norm: str) -> None:
        self._norm = norm
        self._bank: _Bank | None = None
        self._starts: dict[int, list[int]] = {}
        self.known: dict[int, Places | None] = {}

    def look(self, number: int) -> Places | None:
        """The places of a pattern's words, ``None`` if it needs none."""
        if self._bank is None or number >= len(self._bank.words):
            self._bank = _bank(len(_patterns))
            self._starts = self._bank.starts(self._norm)
            self._present = frozenset(self._starts)
            self.known = dict(self._bank.absent)
            for word in self._present:
                for there in self._bank.patterns[word]:
                    self.known.pop(there, None)
            if number in self.known:
                return self.known[number]
        needs, begins = self._bank.words[number]
        needed = self._merged(needs)
        opening = needed if begins is needs else self._merged(begins) if begins else None
        self.known[number] = needed, opening
        return needed, opening

    def _merged(self, words: frozenset[int]) -> list[int]:
        """The places in their order; no two words of a pattern begin at one place (`loaders.necessary`)."""
        present = words & self._present
        if len(present) == 1:
            (word,) = present
            return self._starts[word]
        return sorted([start for word in present for start in self._starts[word]])


class _Bank:
    """The necessary words of all patterns in one automaton."""

    def __init__(self) -> None:
        numbers: dict[str, int] = {}

        def numbered(words: frozenset[str]) -> frozenset[int]:
            return frozenset(numbers.setdefault(word, len(numbers)) for word in sorted(words))

        self.words: list[tuple[frozenset[int], frozenset[int]]] = []
        for pattern in _patterns:
            words = pattern.necessary
            needs = numbered(words.needs)
            self.words.append((needs, needs if words.begins == words.needs else numbered(words.begins)))
        #: What is known of each pattern before a text is seen: that its words are not there, or that it needs none.
        self.absent: dict[int, Places | None] = {
            number: ([], None) if needs else None for number, (needs, _) in enumerate(self.words)
        }
        self.patterns: list[list[int]] = [[] for _ in numbers]
        for number, (needs, _) in enumerate(self.words):
            for word in needs:
                self.patterns[word].append(number)
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(numbers), matchkind=ahocorasick_rs.MatchKind.Standard, store_patterns=False
        )

    def starts(self, norm: str) -> dict[int, list[int]]:
        """The number of each word that stands in a text, with the places where it begins."""
        found: dict[int, list[int]] = {}
        digits = {char: "0" for char in set(norm) if char.isdecimal()}
        for word, start, _ in self._automaton.find_matches_as_indexes(substitute(norm, digits), overlapping=True):
            if word in found:
                found[word].append(start)
            else:
                found[word] = [start]
        return found


@lru_cache(maxsize=1)
def _bank(_count: int) -> _Bank:
    """Of as many patterns as there are: one that is made later makes it anew."""
    return _Bank()


def all_patterns() -> tuple[Pattern, ...]:
    """Every pattern that has been made so far."""
    return tuple(_patterns)
