"""What a Word 97–2003 file says about its characters and paragraphs: fonts, what is hidden, tables.

Properties are lists of changes to a default, told for runs of bytes of the document's stream on pages of 512 bytes
(ChpxFkp, PapxFkp in [MS-DOC]), and by styles.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from loaders import word97_sprms as sprms
from loaders.word97_parts import CHARACTER_RUNS, FONTS, PARAGRAPH_RUNS, STYLES, Parts
from loaders.word97_sprms import Characters, changes
from loaders.word97_styles import Style, fonts_of, styles_of

_PAGE = 512
#: Pages of properties; a document of a thousand printed pages has a thousand.
_MOST_PAGES = 5_000
_STYLE_DEPTH = 8


class Paragraph(NamedTuple):
    """What holds for a paragraph; ``merged`` are the cells of the row that are part of the cell before them."""

    style: int = 0
    in_table: bool = False
    row_ends: bool = False
    bordered: bool = False
    merged: frozenset[int] = frozenset()


class Properties:
    """The properties of every place of the document's stream."""

    def __init__(self, parts: Parts) -> None:
        self._data = parts.data
        self._characters = _Runs(parts, CHARACTER_RUNS)
        self._paragraphs = _Runs(parts, PARAGRAPH_RUNS)
        self._styles = styles_of(parts.part(STYLES))
        self._fonts = fonts_of(parts.part(FONTS))
        self._known: dict[bytes, Paragraph] = {}

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        """The parts of a stretch of bytes that have properties of their own: from, to, the properties."""
        return self._characters.over(start, end)

    def font(self, said: Characters, paragraph: int) -> str:
        """The name of the font of a run in a paragraph of this style; empty where none is said."""
        font = said.font
        for style in (said.style, paragraph):
            if font is None and style is not None:
                font = self._style_font(style)
        return self._fonts[font] if font is not None and font < len(self._fonts) else ""

    def paragraph(self, place: int, of_piece: bytes) -> Paragraph:
        """What holds for the paragraph whose mark stands at this place."""
        said = self._paragraphs.at(place)
        key = said + b"|" + of_piece
        if key not in self._known:
            self._known[key] = self._read_paragraph(int.from_bytes(said[:2], "little"), said[2:] + of_piece)
        return self._known[key]

    def _read_paragraph(self, style: int, properties: bytes) -> Paragraph:
        found = Paragraph(style)
        for code, operand in self._resolved(properties):
            if code in (sprms.IN_TABLE, sprms.DEPTH):
                found = found._replace(in_table=any(operand))
            elif code in (sprms.ROW_ENDS, sprms.INNER_ROW_ENDS):
                found = found._replace(row_ends=any(operand))
            elif code == sprms.TABLE_STYLE:
                found = found._replace(bordered=found.bordered or self._style_draws(int.from_bytes(operand, "little")))
            elif sprms.draws_borders(code, operand):
                found = found._replace(bordered=True)
            if code == sprms.TABLE:
                found = found._replace(merged=frozenset(sprms.merged_cells(operand)))
        return found

    def _resolved(self, properties: bytes) -> Iterator[tuple[int, bytes]]:
        """The changes, and those that did not fit on their page and stand in the data stream."""
        for code, operand in changes(properties):
            if code in sprms.ELSEWHERE:
                place = int.from_bytes(operand, "little")
                length = int.from_bytes(self._data[place : place + 2], "little")
                yield from changes(self._data[place + 2 : place + 2 + length])
            else:
                yield code, operand

    def _bases(self, style: int) -> Iterator[Style]:
        for _ in range(_STYLE_DEPTH):
            if style >= len(self._styles):
                return
            yield self._styles[style]
            style = self._styles[style].base

    def _style_font(self, style: int) -> int | None:
        return next((s.font for s in self._bases(style) if s.font is not None), None)

    def _style_draws(self, style: int) -> bool:
        return any(s.bordered for s in self._bases(style))


class _Runs:
    """Properties by the bytes of the stream that they hold for."""

    def __init__(self, parts: Parts, number: int) -> None:
        numbers = parts.part(number)
        count = max(0, len(numbers) - 4) // 8
        pages = sorted(set(struct.unpack_from(f"<{count}I", numbers, 4 * count + 4))) if count else []
        if len(pages) > _MOST_PAGES:
            problem = f"{len(pages)} pages of properties, more than {_MOST_PAGES}"
            raise ValueError(problem)
        read = _character_page if number == CHARACTER_RUNS else _paragraph_page
        starts = (place for page in pages if (place := (page & 0x3FFFFF) * _PAGE) + _PAGE <= len(parts.document))
        runs = sorted(run for start in starts for run in read(parts.document[start : start + _PAGE]))
        self._starts = [run[0] for run in runs]
        self._runs = runs

    def at(self, place: int) -> bytes:
        number = bisect_right(self._starts, place) - 1
        return self._runs[number][2] if number >= 0 and place < self._runs[number][1] else b""

    def over(self, start: int, end: int) -> Iterator[tuple[int, int, bytes]]:
        number = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            while number < len(self._runs) and self._runs[number][1] <= start:
                number += 1
            if number == len(self._runs) or self._runs[number][0] >= end:
                yield start, end, b""
                return
            begins, ends, properties = self._runs[number]
            if begins > start:
                yield start, begins, b""
            yield max(start, begins), min(end, ends), properties
            start = min(end, ends)


def _character_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 101)
    places = struct.unpack_from(f"<{count + 1}I", page)
    for number, place in enumerate(page[4 * count + 4 : 5 * count + 4]):
        properties = page[2 * place + 1 : 2 * place + 1 + page[2 * place]] if place else b""
        if places[number] < places[number + 1]:
            yield places[number], places[number + 1], properties


def _paragraph_page(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    count = min(page[511], 29)
    places = struct.unpack_from(f"<{count + 1}I", page)
    for number in range(count):
        place = 2 * page[4 * count + 4 + 13 * number]
        length = 2 * page[place] - 1
        if length < 0:
            place, length = place + 1, 2 * page[min(place + 1, 511)]
        properties = page[place + 1 : place + 1 + length] if place else b""
        if places[number] < places[number + 1]:
            yield places[number], places[number + 1], properties
