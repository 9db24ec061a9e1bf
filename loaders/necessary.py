"""What a match of a regular expression cannot be without: the words that it begins with, words in it, where it ends.

The expression is read from left to right, and only as far as it says something: an alternation of words says all of
them, a class of letters nothing. Whatever is not understood counts as saying nothing, so what is found is always true.
Words are in small letters; ``0`` stands for every digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

#: No more variants of a word than this are spelt out; a word is not followed further than this many letters.
_VARIANTS, _LETTERS, _SYLLABLE, _TIMES = 200, 12, 4, 4
#: Words of fewer letters are no help, digits apart.
_RARE = 2
_NOTHING = frozenset({""})
_ASSERTIONS = ("?=", "?!", "?<=", "?<!")
_CONTROLS = {"n": "\n", "t": "\t"}
_PLAIN = re.compile(r"[^][\\^$.|?*+(){}]*")


class _UnreadableError(ValueError):
    """A construction that is not read here."""


@dataclass(frozen=True, slots=True)
class Necessary:
    """``begins``: one of them opens every match. ``needs``: one of them is in every match. Empty: nothing is known.

    ``reach``: a match ends where the text ends, and is no longer than this; ``None`` where that is not known.
    """

    begins: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    reach: int | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """``exact``: all that a part can be, where known; ``begins`` holds the empty word where nothing is known.

    ``width``: the most characters that it takes; ``last``: nothing can follow it; ``optional``: it may be left out.
    """

    exact: frozenset[str] | None
    begins: frozenset[str]
    needs: frozenset[str]
    width: int | None
    last: bool = False
    optional: bool = False


_EMPTY = _Part(_NOTHING, _NOTHING, frozenset(), 0)
_END = _Part(_NOTHING, _NOTHING, frozenset(), 0, last=True)
_ANY = _Part(None, _NOTHING, frozenset(), 1)
_UNBOUND = _Part(None, _NOTHING, frozenset(), None)


def necessary(expression: str) -> Necessary:
    """What a match of an expression (syntax of ``regex``) cannot be without."""
    try:
        reader = _Reader(expression)
        part = reader.alternatives()
        if reader.at != len(expression) or "\\G" in expression:
            return Necessary()
    except (_UnreadableError, IndexError):
        return Necessary()
    # The end is also before a line end that is the last character.
    reach = part.width + 1 if part.last and part.width is not None else None
    return Necessary(_known(part.begins), _known(part.needs or part.begins), reach)


def _known(words: frozenset[str]) -> frozenset[str]:
    """Without words that another one begins; none where one stands in almost every sentence."""
    if any(len(word) < _RARE and word != "0" for word in words):
        return frozenset()
    return frozenset([w for w in words if not any(w[:n] in words for n in range(1, len(w)))])


def _said(words: Iterable[str]) -> _Part:
    exact = frozenset(words)
    return _Part(exact, exact, frozenset() if "" in exact else exact, max(map(len, exact)))


def _joined(one: frozenset[str], other: frozenset[str]) -> frozenset[str] | None:
    """Each of one followed by each of the other; ``None`` where that is too much."""
    if other == _NOTHING:
        return one
    if len(one) * len(other) > _VARIANTS or min(map(len, one)) > _LETTERS:
        return None
    return frozenset([a + b for a in one for b in other])


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The words that stand in fewer texts: the longer ones (up to a syllable), else the fewer."""

    if not other or one == other:
        return one
    return max(one, other, key=_rarity)


@lru_cache(maxsize=1024)
def _rarity(words: frozenset[str]) -> tuple[int, int]:
    return (min(_SYLLABLE, *map(len, words)), -len(words)) if words and "" not in words else (0, 0)


class _Reader:
    def __init__(self, expression: str) -> None:
        self.text, self.at = expression, 0

    def _next(self) -> str:
        return self.text[self.at : self.at + 1]

    def alternatives(self) -> _Part:
        parts = [self._sequence()]
        while self._next() == "|":
            self.at += 1
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        exact = frozenset().union(*(part.exact or () for part in parts))
        begins = frozenset().union(*(part.begins for part in parts))
        needs = frozenset().union(*(part.needs for part in parts))
        known = all(part.exact is not None for part in parts) and len(exact) <= _VARIANTS
        return _Part(
            exact if known else None,
            begins,
            needs if all(part.needs for part in parts) else frozenset(),
            _most(*(part.width for part in parts)),
            all(part.last for part in parts),
        )

    def _sequence(self) -> _Part:
        begins, begun, left_out = _NOTHING, False, frozenset[str]()
        run, needs, exact = _NOTHING, frozenset[str](), True
        width: int | None = 0
        part = _EMPTY
        while self._next() not in ("", "|", ")"):
            part = self._quantified()
            exact = exact and part.exact is not None
            width = None if width is None or part.width is None else width + part.width
            said = part.exact if part.exact is not None else part.begins
            if not begun:
                more = _joined(begins, said)
                if part.optional:
                    left_out |= (begins - _NOTHING) | said if more is None else more
                elif more is None and "" in begins:
                    begins = (begins - _NOTHING) | said  # one of these, or, without it, one of those
                elif more is not None:
                    begins = more
                known = part.exact is not None and (more is not None or "" in begins)
                begun = not (part.optional or known)
            longer = _joined(run, _NOTHING if part.optional else said)
            needs = _better(_better(needs, run if longer is None else longer), part.needs)
            if longer is None or part.exact is None:
                exact, run = False, (part.exact if part.exact is not None else _NOTHING)
            else:
                run = longer
        needs = _better(needs, run)
        needs = frozenset() if "" in needs else needs
        return _Part(run if exact else None, run if exact else begins | left_out, needs, width, part.last)

    def _quantified(self) -> _Part:
        part = self._atom()
        while True:
            sign = self._next()
            if sign and sign in "?*+":
                self.at += 1
                low, high = (0, 1) if sign == "?" else (0 if sign == "*" else 1, None)
            elif sign == "{" and self.text[self.at + 1].isdigit():
                inner, _, _ = self.text[self.at + 1 :].partition("}")
                self.at += len(inner) + 2
                first, comma, last = inner.partition(",")
                low, high = int(first), int(first) if not comma else int(last) if last else None
            else:
                return part
            if self._next() and self._next() in "?+":
                self.at += 1
            part = _repeated(part, low, high)

    def _atom(self) -> _Part:
        char = self.text[self.at]
        self.at += 1
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape()
        if char in "^$":
            return _EMPTY if char == "^" else _END
        if char == ".":
            return _ANY
        # A run of letters is one word, but a repetition concerns its last letter alone.
        run = _PLAIN.match(self.text, self.at).end()  # type: ignore[union-attr]
        if run > self.at and self.text[run : run + 1] in ("?", "*", "+", "{"):
            run -= 1
        word, self.at = self.text[self.at - 1 : run], max(run, self.at)
        return _said({"".join(map(_plain, word))})

    def _group(self) -> _Part:
        rest = self.text[self.at :]
        asserted = rest.startswith(_ASSERTIONS)
        if asserted:
            self.at += 3 if rest.startswith("?<") else 2
        elif rest.startswith(("?:", "?>")):
            self.at += 2
        elif rest.startswith("?P<"):
            self.at = self.text.index(">", self.at) + 1
        elif rest.startswith("?i:"):
            self.at += 3
        elif rest.startswith("?i)"):
            self.at += 3
            return _EMPTY
        elif rest.startswith("?P="):
            self.at = self.text.index(")", self.at) + 1
            return _UNBOUND
        elif rest.startswith("?"):
            raise _UnreadableError(rest[:3])
        part = self.alternatives()
        if self._next() != ")":
            raise _UnreadableError("an open group")
        self.at += 1
        if not asserted:
            return part
        # What must follow is in the text as well.
        return replace(_EMPTY, needs=part.needs) if rest.startswith("?=") else _EMPTY

    def _class(self) -> _Part:
        begun = self.at
        self.at += 1 if self.text[self.at] == "^" else 0
        self.at += 1 if self.text[self.at] == "]" else 0
        while self.text[self.at] != "]":
            self.at += 2 if self.text[self.at] == "\\" else 1
        inner = self.text[begun : self.at]
        self.at += 1
        plain = inner.replace("\\d", "0")
        if inner.startswith("^") or "\\" in plain or "[" in plain:
            return _ANY
        if plain.replace("-", "").isdigit():
            return _said({"0"}) if not plain.startswith("-") and not plain.endswith("-") else _said({"0", "-"})
        return _ANY if "-" in plain[1:-1] else _said(map(_plain, plain))

    def _escape(self) -> _Part:
        char = self.text[self.at]
        self.at += 1
        if char in "bBAG":
            return _EMPTY
        if char == "d":
            return _said({"0"})
        if char in "pP":
            self.at = self.text.index("}", self.at) + 1
            return _ANY
        if char in "nt":
            return _said({_CONTROLS[char]})
        if char.isalnum():
            if char not in "wWsSD":
                raise _UnreadableError(char)
            return _ANY
        return _said({char})


def _plain(char: str) -> str:
    """A character in the form of the index: small, ``0`` for a digit."""
    return "0" if char.isdecimal() else char.lower()


def _repeated(part: _Part, low: int, high: int | None) -> _Part:
    if low == high == 1:
        return part
    width = None if high is None or part.width is None else part.width * high
    if low == 0:
        if high == 1 and part.exact is not None:
            return _said(part.exact | _NOTHING)
        return _Part(None, part.begins, frozenset(), width, optional=True)
    if part.exact is None or high is None or high > _TIMES or len(part.exact) > _TIMES:
        return _Part(None, part.begins, part.needs, width)
    powers, power = frozenset[str](), _NOTHING
    for count in range(1, high + 1):
        power = frozenset([a + b for a in power for b in part.exact])
        powers |= power if count >= low else frozenset()
    return _said(powers)


def _most(*widths: int | None) -> int | None:
    return None if None in widths else max(width for width in widths if width is not None)
