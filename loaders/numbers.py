"""Numbers as Vietnamese texts write them: a point parts thousands (`50.000`), a comma is the decimal sign (`12,5`)."""

from __future__ import annotations

from loaders.patterns import Pattern

#: Thousands in groups of three, parted by points (with decimals), spaces or, the English way, commas; or plain digits.
PATTERN = (
    r"(?:\d{1,3}(?:\.\d{3})++(?:,\d{1,3}(?!\d))?|[1-9]\d{0,2}(?: \d{3})++(?![\d.,]*\d)|[1-9]\d{0,2}(?:,\d{3})++(?!\d)"
    r"|\d++(?:[.,]\d{1,2}(?!\d)|,\d{3}(?!\d))?)"
)
_GROUPED = Pattern(r"\d{1,3}(?:\.\d{3})++(?=,|$)|[1-9]\d{0,2}(?:(?: \d{3})++|(?:,\d{3})++)$")
#: The words by which texts count sides and bodies: `ba tỉnh`.
NUMERALS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
_DIGITS = {
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}
_DIGIT = rf"(?:{'|'.join(_DIGITS)})"
_TENS = rf"(?:{_DIGIT} mươi|mười)(?: {_DIGIT})?"
#: A number below a thousand in words: `năm`, `hai mươi lăm`, `một trăm linh hai`.
WORDS = rf"(?:{_DIGIT} trăm(?: (?:{_TENS}|(?:linh|lẻ) {_DIGIT}))?|{_TENS}|{_DIGIT})"
_PARTING = Pattern(r"[., ]")


def value(written: str) -> float:
    """`50.000` → 50000, `12,5` → 12.5, `1.234,5` → 1234.5, `12 000` and `12,000` → 12000, `03` → 3, `mười hai` → 12."""
    if not written[0].isdigit():
        return float(_in_words(written))
    grouped = _GROUPED.match(written)
    if grouped:
        return float(_PARTING.sub("", grouped.group()) + written[grouped.end() :].replace(",", "."))
    return float(written.replace(",", "."))


def _in_words(written: str) -> int:
    """`năm` → 5, `mười hai` → 12, `hai mươi lăm` → 25, `một trăm linh ba` → 103."""
    total, last = 0, 0
    for word in written.split():
        if word == "trăm":
            total, last = total + max(last, 1) * 100, 0
        elif word in ("mười", "mươi"):
            total, last = total + max(last, 1) * 10, 0
        else:
            last = _DIGITS.get(word, 0)
    return total + last
