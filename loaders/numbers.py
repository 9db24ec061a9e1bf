"""Numbers as Vietnamese texts write them: a point parts thousands (``50.000``), a comma is the decimal sign (``12,5``)."""

from __future__ import annotations

import regex

#: Thousands in groups of three, with points (or spaces); a comma and decimals; or plain digits.
PATTERN = r"(?:\d{1,3}(?:\.\d{3})++(?:,\d{1,3}(?!\d))?|\d++(?:[.,]\d{1,2}(?!\d))?)"
_THOUSANDS = regex.compile(r"\d{1,3}(?:\.\d{3})++")
#: Words that multiply; with money they stay part of the unit (``tỷ đồng``).
SCALES = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}


def value(written: str) -> float:
    """``50.000`` → 50000, ``12,5`` → 12.5, ``1.234,5`` → 1234.5, ``2.5`` → 2.5, ``03`` → 3."""
    whole, _, decimals = written.partition(",")
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    elif decimals and "." not in whole and len(decimals) == 3 and whole != "0" and len(whole) <= 3:
        whole, decimals = whole + decimals, ""  # thousands parted in the English way: `1,200`
    return float(f"{whole}.{decimals}" if decimals else whole)
