"""Read the font encodings of the nineties, TCVN3 (.VnTime) and VNI, which draw Vietnamese letters over Latin-1 ones.

``Céng hßa x· héi`` and ``Coäng hoøa xaõ hoäi`` are ``Cộng hòa xã hội``. A text is taken for one of them only where
nearly all words that it would change become Vietnamese syllables and most of them were none before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from loaders.syllables import is_syllable

_TCVN3_LETTERS = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"  # from A1 on
)
#: One character for each letter; capitals with a tone have none: the font .VnTimeH draws small letters as capitals.
TCVN3 = {chr(0xA1 + place): letter for place, letter in enumerate(_TCVN3_LETTERS) if letter != "."}

#: The marks that follow a vowel in VNI, each with what it makes of the vowels before it.
_VNI_MARKS = {
    "ù": "aá eé oó uú yý ôớ öứ",
    "ø": "aà eè oò uù yỳ ôờ öừ",
    "û": "aả eẻ oỏ uủ yỷ ôở öử",
    "õ": "aã eẽ oõ uũ yỹ ôỡ öữ",
    "ï": "aạ eẹ oọ uụ ôợ öự",
    "â": "aâ eê oô",
    "á": "aấ eế oố",
    "à": "aầ eề oồ",
    "å": "aẩ eể oổ",
    "ã": "aẫ eễ oỗ",
    "ä": "aậ eệ oộ",
    "ê": "aă",
    "é": "aắ",
    "è": "aằ",
    "ú": "aẳ",
    "ü": "aẵ",
    "ë": "aặ",
}
_VNI_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ", "ô": "ơ", "ö": "ư"}
_VNI_SMALL = _VNI_ALONE | {pair[0] + mark: pair[1] for mark, pairs in _VNI_MARKS.items() for pair in pairs.split()}
#: A letter's case is that of its vowel; the mark is written in either.
VNI = (
    _VNI_SMALL
    | {old.upper(): letter.upper() for old, letter in _VNI_SMALL.items()}
    | {old[0].upper() + old[1:]: letter.upper() for old, letter in _VNI_SMALL.items() if len(old) == 2}
)
_VNI_UNIT = re.compile("|".join(sorted(VNI, key=len, reverse=True)))

_SIGNS = "".join(sign for sign in TCVN3 if not sign.isalpha())
#: A run of letters and of the signs that stand for letters; a Greek mu is what some programs make of the micro sign.
_WORD = re.compile(rf"(?:[^\W\d_]|[{re.escape(_SIGNS)}μ])+")
#: The same with the hyphens that programs make of the soft hyphen, which is TCVN3's ư.
_HYPHENATED = re.compile(rf"(?<!\w)(?=[^\s-]*-)(?:[^\W\d_]|[{re.escape(_SIGNS)}μ-]){{2,8}}(?!\w)")
#: Letters that only Unicode writes; capitals aside, which a reader that knows the font .VnTimeH has put there.
_UNICODE = re.compile("[ăđĩũơưạ-ỹ]")
#: So many words at least that change, so many of them syllables after it, and no more of them before it.
_LEAST_WORDS, _AFTER, _BEFORE = 5, 0.85, 0.5


class _Encoding(NamedTuple):
    name: str
    letters: Callable[[str], str]
    #: Whether the word has letters that this encoding does not.
    has_others: Callable[[str], bool]


def _tcvn3(text: str) -> str:
    return "".join(TCVN3.get(c, c) for c in text.replace("μ", "µ"))


def _vni(text: str) -> str:
    return _VNI_UNIT.sub(lambda found: VNI[found.group()], text)


_ENCODINGS = (
    _Encoding("tcvn3", _tcvn3, lambda word: any("\x7f" < c < "\u0100" and c not in TCVN3 for c in word)),
    _Encoding("vni", _vni, lambda word: any("\x7f" < c < "\u0100" for c in _VNI_UNIT.sub("", word))),
)


class _Count(NamedTuple):
    words: int
    before: int
    after: int


def encoding_of(text: str) -> str | None:
    """``tcvn3``, ``vni``, or ``None`` where it is not certain that the text is one of them."""
    encoding = _recognised(text)
    return encoding.name if encoding else None


def decoded(text: str) -> tuple[str, str | None]:
    """The text in Unicode and the encoding that its letters had; as it is, and ``None``, where that is not certain.

    Lines that are Unicode already, as in documents written by several hands, stay as they are.
    """
    encoding = _recognised(text)
    if encoding is None:
        return text, None
    lost_hyphens = encoding.name == "tcvn3" and "\u00ad" not in text
    lines = text.split("\n")
    for place, line in enumerate(lines):
        if _UNICODE.search(line):
            continue
        count = _counted(encoding, [line])
        if count.after >= count.before:
            if lost_hyphens:
                line = _HYPHENATED.sub(_with_horn, line)  # noqa: PLW2901 - the line as it was before the hyphens
            lines[place] = encoding.letters(line)
    return "\n".join(lines), encoding.name


def draws_capitals(font: str | None) -> bool:
    """Whether the font of this name draws the small letters of TCVN3 as capitals (.VnTimeH, .VnArialH)."""
    name = (font or "").strip()
    return name.lower().startswith(".vn") and name.endswith("H")


def capitals(text: str) -> str:
    """What the font .VnTimeH draws: TCVN3 in capitals; the text as it is where its letters are not TCVN3's."""
    if _UNICODE.search(text):
        return text
    count = _counted(_ENCODINGS[0], [text])
    return _tcvn3(text).upper() if count.after >= count.before else text


def _with_horn(found: re.Match[str]) -> str:
    word = found.group()
    return word.replace("-", "\u00ad") if is_syllable(_tcvn3(word.replace("-", "\u00ad"))) else word


def _recognised(text: str) -> _Encoding | None:
    lines = [line for line in text.split("\n") if not line.isascii() and not _UNICODE.search(line)]
    for encoding in _ENCODINGS:
        words, before, after = _counted(encoding, lines)
        if words >= _LEAST_WORDS and after >= _AFTER * words and before <= _BEFORE * words:
            return encoding
    return None


def _counted(encoding: _Encoding, lines: list[str]) -> _Count:
    """The words that are not plain Latin letters, and how many are syllables before and after."""
    words = before = after = 0
    for line in lines:
        for word in _WORD.findall(line):
            if word.isascii() or not any("\x7f" < c < "\u0100" or c == "μ" for c in word):
                continue
            words += 1
            before += is_syllable(word.strip(_SIGNS))
            after += not encoding.has_others(word) and is_syllable(encoding.letters(word))
    return _Count(words, before, after)
