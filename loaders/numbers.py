"""Numbers as Vietnamese texts write them: a point parts thousands (`50.000`), a comma is the decimal sign (`12,5`)."""

from __future__ import annotations

import regex

#: Thousands in groups of three, parted by points (with decimals), spaces or, the English way, commas; or plain digits.
PATTERN = (
    r"(?:\d{1,3}(?:\.\d{3})++(?:,\d{1,3}(?!\d))?|[1-9]\d{0,2}(?: \d{3})++(?![\d.,]*\d)|[1-9]\d{0,2}(?:,\d{3})++(?!\d)"
    r"|\d++(?:[.,]\d{1,2}(?!\d)|,\d{3}(?!\d))?)"
)
_GROUPED = regex.compile(r"\d{1,3}(?:\.\d{3})++(?=,|$)|[1-9]\d{0,2}(?:(?: \d{3})++|(?:,\d{3})++)$")
_PARTING = regex.compile(r"[., ]")


def value(written: str) -> float:
    """`50.000` → 50000, `12,5` → 12.5, `1.234,5` → 1234.5, `12 000` and `12,000` → 12000, `2.5` → 2.5, `03` → 3."""
    grouped = _GROUPED.match(written)
    if grouped:
        return float(_PARTING.sub("", grouped.group()) + written[grouped.end() :].replace(",", "."))
    return float(written.replace(",", "."))
