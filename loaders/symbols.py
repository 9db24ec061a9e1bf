"""Number and symbol of a document (số, ký hiệu): `96/KH-UBND`, `123-TB/TU`, `202/2025/QH15`, and what they say of it.

A number may be lost (`Số:      /BC-UBND`: not yet given, or stamped on paper) or set with spaces (`96 /KH - UBND`);
the symbol names the sort of document and who issues it.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from loaders.patterns import Pattern
from loaders.view import View
from ontology.codes import Genre

#: The parts of a symbol: `KH-UBND`, `TB/TU`, `QĐ/TWĐTN-VP`, `KH - UBND`; a spaced dash joins only capitals.
_PART = r"[\p{L}&](?:[\p{L}\p{N}&.]*[\p{L}\p{N}&])?"
_SYMBOL = rf"{_PART}(?:[/-]{_PART}|\s?[/-]\s?(?=\p{{Lu}}[\p{{Lu}}\p{{N}}])[\p{{Lu}}\p{{N}}&]++(?!\p{{Ll}}))*+"
#: Number, year of a legal document, symbol: at least one capital in it, so that `12/tháng` is none.
#: Before the rules of 1998 the sort of paper may stand behind a space: `214 CV/UB`.
NUMBER = (
    rf"\d{{1,6}}\p{{L}}?(?:\s?/\s?(?:19|20)\d\d(?=\s?[/-]))?"
    rf"(?:\s?[/-]\s?(?=[^\s/-]*\p{{Lu}})|\s(?=\p{{Lu}}{{1,5}}/\p{{Lu}})){_SYMBOL}"
)
#: Where the number should stand: dots, dashes or nothing.
_LOST = rf"[\s._…-]*?(?:/(?:19|20)\d\d)?[/-]\s?(?=[^\s/-]*\p{{Lu}}){_SYMBOL}"
#: `Số: …` begins a line, a column, a cell or a bracket; with a capital it may stand behind other words of the head.
_HEAD = Pattern(
    rf"(?:(?:^|[\n\t(|])\W{{0,4}}(?P<at>(?i:số))\s?:?[\s*]*+|(?<=\s)(?P<at>(?P<inline>Số))\s?:?[\s*]*+)(?:(?P<number>{NUMBER})|(?P<lost>{_LOST}))"
)
#: The licence of the paper or portal that shows a page: `Giấy phép: Số 12/GP-BTTTT`.
_LICENCE = Pattern(r"[/-]GP|GPXB|GXN")
_FOOT = Pattern(rf"(?:^|\n)\W*+(?i:(?:(?:công )?điện |văn bản )?số)\s?:?\s?(?P<number>{NUMBER})")
#: Behind these words numbers are those of other documents.
_MATTER = Pattern(r"\b(?:căn cứ|kính gửi|theo|thực hiện)\b")
_GENRES: tuple[tuple[str, Genre], ...] = (
    (r"KH|CTr|CTrHĐ|CTHĐ|PA", "plan"),
    (r"TB|KL|TBKL", "conclusion-notice"),
    (r"QĐ", "decision"),
    (r"BC", "report"),
    (r"BBGN|BGN|BB|GN|BBHT", "memorandum"),
    (r"TTHT|CTHT|CTPH|QCPH|QCHT|QC|QƯ|TTLK", "agreement"),
    (r"TTr|NQ|CT|HD|CĐ|GM|QyĐ|NĐ|TT|ĐA|UQ|GUQ|QH\d++", "other"),
)
#: Where the dash was lost the issuer follows at once: `QĐUBND`.
_GENRE = Pattern("(?:" + "|".join(f"(?P<g{i}>{words})" for i, (words, _) in enumerate(_GENRES)) + ")(?:UBND|TU)?")


@dataclass(frozen=True, slots=True)
class Symbol:
    """`Số: …` in a head, at ``start`` in ``norm``; ``number``: where the number is, ``None`` if it is lost."""

    start: int
    number: tuple[int, int] | None
    genre: Genre


def head(view: View, limit: int) -> Symbol | None:
    """The document's own number and symbol, before a norm offset."""
    for match in _HEAD.finditer(view.cased, 0, limit):
        written_so = match.group("number") or match.group("lost")
        of_another = match.group("inline") and _MATTER.search(view.norm, 0, match.start())
        if not of_another and not _LICENCE.search(written_so):
            number = match.span("number") if match.group("number") else None
            return Symbol(match.start("at"), number, genre(written_so))
    return None


def foot(view: View, start: int) -> Symbol | None:
    """A number that stands under the text, behind a norm offset: `(Điện số 19/CĐ-UBND, phát lúc …)`."""
    match = _FOOT.search(view.cased, start)
    return Symbol(match.start("number"), match.span("number"), genre(match.group("number"))) if match else None


def written(text: str) -> str:
    """A number as it is cited: without the spaces around its signs."""
    return " ".join(regex.sub(r"\s*+([/-])\s*+", r"\1", text).split())


def genre(number: str) -> Genre:
    """What a symbol says; a letter (công văn) bears only who wrote it: `312/UBND-KT`, `870-CV/TU`."""
    for part in regex.split(r"[/\s.-]++", number)[1:]:
        match = _GENRE.fullmatch(part)
        if match:
            return _GENRES[int((match.lastgroup or "g0")[1:])][1]
    return "dispatch"
