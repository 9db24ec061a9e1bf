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
from functools import lru_cache
from itertools import chain

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

    __slots__ = (
        "_finditer",
        "_number",
        "_reach",
        "_search",
        "findall",
        "flags",
        "fullmatch",
        "groupindex",
        "match",
        "necessary",
        "pattern",
        "split",
        "sub",
    )

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern, self.flags = expression, flags
        self._number = len(_patterns)
        _patterns.append(self)

    def __getattr__(self, name: str) -> object:
        """Analyse or compile: what that gives is an attribute from now on, as is each method of the compiled one."""
        if name in ("necessary", "_reach"):
            self.necessary: Necessary = necessary(self.pattern)
            self._reach: int | None = self.necessary.reach
        elif name in Pattern.__slots__:
            compiled = regex.compile(self.pattern, self.flags)
            self.match, self.fullmatch = compiled.match, compiled.fullmatch
            self.sub, self.split, self.findall = compiled.sub, compiled.split, compiled.findall
            self._search, self._finditer, self.groupindex = compiled.search, compiled.finditer, compiled.groupindex
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def search(self, text: str, pos: int = 0, endpos: int = _END) -> Match | None:
        """The first match in ``text[pos:endpos]``."""
        places = text.places[self._number] if text.__class__ is Indexed else None
        if places is not None and not places[0]:
            return None
        if self._reach is not None and pos >= 0:
            pos = max(pos, min(endpos, len(text)) - self._reach)
        if places is None or pos < 0:
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
        places = text.places[self._number] if text.__class__ is Indexed else None
        if places is None or pos < 0:
            return self._finditer(text, pos, endpos)
        needed, opening = places
        if not needed:
            return iter(())
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


class Patterns:
    """Several patterns that are tried in turn: those without a word in a text are left out at once."""

    def __init__(self, *patterns: Pattern) -> None:
        self._patterns = patterns

    def finditer(self, text: str, pos: int = 0, endpos: int = _END) -> Iterator[Match]:
        """The matches of each pattern in ``text[pos:endpos]``, pattern by pattern."""
        for pattern in self._in(text):
            yield from pattern.finditer(text, pos, endpos)

    def _in(self, text: str) -> tuple[Pattern, ...]:
        if text.__class__ is not Indexed:
            return self._patterns
        places = text.places
        if self not in places.groups:
            places.groups[self] = tuple([p for p in self._patterns if (there := places[p._number]) is None or there[0]])
        return places.groups[self]


class Indexed(str):
    """A text in small letters, or the same text before they were made small, that knows where words stand."""

    #: By number of a pattern.
    places: Index

    def over(self, index: Index) -> Indexed:
        """This text with an index, which texts of the same characters may share."""
        self.places = index
        return self


class Index(dict[int, Places | None]):
    """Where the necessary words of each pattern stand in a text, by the pattern's number; ``None`` if it needs none."""

    def __init__(self, norm: str) -> None:
        super().__init__()
        self._norm = norm
        self._bank: _Bank | None = None
        self._starts: dict[int, list[int]] = {}
        #: Of each group the patterns that can be there.
        self.groups: dict[Patterns, tuple[Pattern, ...]] = {}
        #: For each pattern that needs a word which stands there, the places of each such word.
        self._needed: dict[int, list[list[int]]] = {}

    def __missing__(self, number: int) -> Places | None:
        if self._bank is None or number >= len(self._bank.words):
            self._bank = _bank(len(_patterns))
            self._read(self._bank)
            if number in self:
                return self[number]
        needs, begins = self._bank.words[number]
        needed = _merged(self._needed[number])
        opening: list[int] | None = needed
        if begins is not needs:
            opening = _merged([self._starts[word] for word in begins & self._starts.keys()]) if begins else None
        self[number] = needed, opening
        return needed, opening

    def _read(self, bank: _Bank) -> None:
        """Find all words; what is known then of the patterns of which none stands there is known at once."""
        self._starts = bank.starts(self._norm)
        self._needed = {}
        self.clear()
        self.update(bank.absent)
        for word, places in self._starts.items():
            for number in bank.patterns[word]:
                if number in self._needed:
                    self._needed[number].append(places)
                else:
                    self._needed[number] = [places]
                    del self[number]


def _merged(places: list[list[int]]) -> list[int]:
    """Places of several words in their order; no two words of a pattern begin at one place (`loaders.necessary`)."""
    return places[0] if len(places) == 1 else sorted(chain.from_iterable(places))


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
