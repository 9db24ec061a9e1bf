"""The styles and the fonts of a Word 97–2003 file by their numbers (STSH and SttbfFfn in [MS-DOC])."""

from __future__ import annotations

import struct
from typing import NamedTuple

from loaders.word97_sprms import changes, characters, draws_borders

#: Which part of a style of paragraphs, of characters, of tables is about characters.
_OF_CHARACTERS = {1: 1, 2: 0, 3: 2}
_TABLE_STYLES = 3


class Style(NamedTuple):
    """The style that it rests on, the number of its font, and whether it gives tables borders."""

    base: int
    font: int | None
    bordered: bool


def styles_of(sheet: bytes) -> list[Style]:
    """The style sheet, by the numbers that its styles have."""
    if len(sheet) < 6:
        return []
    header, count, fixed = struct.unpack_from("<HHH", sheet)
    styles: list[Style] = []
    place = 2 + header
    for _ in range(count):
        length = int.from_bytes(sheet[place : place + 2], "little")
        styles.append(_style(sheet[place + 2 : place + 2 + length], fixed))
        place += 2 + length + length % 2
    return styles


def _style(definition: bytes, fixed: int) -> Style:
    if len(definition) < fixed + 2 or fixed < 6:
        return Style(0xFFF, None, False)
    kind, parts = struct.unpack_from("<HH", definition, 2)
    place = fixed + 2 + 2 * int.from_bytes(definition[fixed : fixed + 2], "little") + 2
    font, bordered = None, False
    for number in range(parts & 0xF):
        length = int.from_bytes(definition[place : place + 2], "little")
        properties = definition[place + 2 : place + 2 + length]
        place += 2 + length + length % 2
        if number == _OF_CHARACTERS.get(kind & 0xF):
            font = characters(properties).font
        elif number == 0 and kind & 0xF == _TABLE_STYLES:
            bordered = any(draws_borders(code, said) for code, said in changes(properties))
    return Style(kind >> 4, font, bordered)


def fonts_of(table: bytes) -> list[str]:
    """The names of the fonts by their numbers."""
    names: list[str] = []
    place = 4
    for _ in range(int.from_bytes(table[:2], "little")):
        length = table[place] if place < len(table) else 0
        name = table[place + 40 : place + 1 + length].decode("utf-16-le", "replace")
        names.append(name.split("\0")[0])
        place += 1 + length
    return names
