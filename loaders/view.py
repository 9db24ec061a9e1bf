"""The text as the recognisers see it: one normalised form, whose every offset leads back to the text as read.

``norm`` is lower-case; ``cased`` is the same characters before lower-casing, at the same offsets. In both

- letters are composed (NFC), the Icelandic Ð stands for Đ no more, and tone marks sit where the older
  orthography puts them (``hoà`` → ``hòa``, ``uỷ`` → ``ủy``);
- dashes are ``-``, quotes are ``"`` and ``'``, no-break spaces are spaces, invisible characters are gone;
- a run of white space is one character: a space inside a line or where a sentence was only wrapped, a tab between
  columns (four spaces or more), a newline where something new begins.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

import regex

from loaders.patterns import Index, Indexed, Match, Pattern, substitute
from loaders.wrapping import breaks
from ontology.record import Evidence

_BLANK = r"[ \u00a0\u2000-\u200a\u202f\u3000\t]"
_NEWLINE = r"(?:\r\n|[\r\n\u2028\u2029\x0b\x0c\x85])"
#: What is not copied as it stands: white space other than one plain space, letters with combining marks, the unseen.
_SPACE = (
    rf"(?P<space>{_BLANK}*+(?:{_NEWLINE}{_BLANK}*+)++|{_BLANK}{{2,}}+"
    r"|[\t\x0b\x0c\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])"
)
_UNSEEN = r"(?P<unseen>[\u200b-\u200f\u00ad\ufeff\u2060])"
_MARKED = regex.compile(rf"{_SPACE}|(?P<marked>\P{{M}}\p{{M}}++)|{_UNSEEN}")
#: Most texts have no combining marks; then the standard library finds the rest in a fraction of the time.
_UNMARKED = re.compile(rf"{_SPACE}|{_UNSEEN}")
_MARK = regex.compile(r"\p{M}")
_LINE_END = Pattern(_NEWLINE)
_SAME_LENGTH = {
    "Ð": "Đ",
    "ð": "đ",
    "İ": "I",  # the one letter whose lower case is two characters
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("‘’‚‛", "'"),
}
#: In an open syllable the tone of ``oa``, ``oe`` and ``uy`` (not after q) belongs on the first vowel.
_OPEN_SYLLABLE = Pattern(r"([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})")
_COLUMN_GAP = 4


@dataclass(frozen=True, slots=True)
class View:
    """A text and its normalised form. ``_norm_at`` and ``_text_at`` are where copying began anew."""

    text: str
    norm: Indexed
    cased: Indexed
    _norm_at: tuple[int, ...]
    _text_at: tuple[int, ...]

    def _offset(self, i: int) -> int:
        piece = bisect_right(self._norm_at, i) - 1
        offset = self._text_at[piece] + i - self._norm_at[piece]
        limit = self._text_at[piece + 1] if piece + 1 < len(self._text_at) else len(self.text)
        return min(offset, limit)

    def span(self, i: int, j: int) -> tuple[int, int]:
        """Offsets in the text of what stands at ``norm[i:j]``."""
        return self._offset(i), self._offset(j)

    def evidence(self, i: int, j: int) -> Evidence:
        """The words of the text that stand at ``norm[i:j]`` (not empty)."""
        start, end = self.span(i, j)
        return Evidence(start=start, end=end, quote=self.text[start:end])


def view(text: str) -> View:
    """The normalised view of a text."""
    soft = breaks(text)
    pieces: list[str] = []
    norm_at, text_at = [0], [0]
    at, length = 0, 0
    for match in (_MARKED if _MARK.search(text) else _UNMARKED).finditer(text):
        kept = text[at : match.start()]
        if match.lastgroup == "space":
            instead = _white_space(match.group(), match.start(), soft)
        elif match.lastgroup == "marked":
            instead = unicodedata.normalize("NFC", match.group())
        else:
            instead = ""
        pieces += (kept, instead)
        length += len(kept)
        norm_at.append(length)
        text_at.append(match.start())
        length += len(instead)
        norm_at.append(length)
        text_at.append(match.end())
        at = match.end()
    pieces.append(text[at:])
    cased = _OPEN_SYLLABLE.sub(_older_tone, substitute("".join(pieces), _SAME_LENGTH))
    norm = _lower(cased)
    index = Index(norm)
    return View(text, Indexed(norm).over(index), Indexed(cased).over(index), tuple(norm_at), tuple(text_at))


def normalise(text: str) -> str:
    """A label in the form in which it stands in ``View.norm``."""
    return view(text).norm.strip()


def _white_space(run: str, start: int, soft: frozenset[int]) -> str:
    ends = [start + match.start() for match in _LINE_END.finditer(run)]
    if ends:
        return " " if len(ends) == 1 and ends[0] in soft else "\n"
    return "\t" if len(run) >= _COLUMN_GAP else " "


def _older_tone(match: Match) -> str:
    first, second = match.group(1) or match.group(3), match.group(2) or match.group(4)
    plain = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + plain[1:]) + plain[0]


def _lower(text: str) -> str:
    lower = text.lower()
    # One character for one character, whatever Unicode adds.
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
