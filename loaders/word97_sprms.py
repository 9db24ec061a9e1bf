"""Changes to a default (sprms), by which a Word 97–2003 file says what holds for characters, paragraphs and tables.

[MS-DOC] tells how they are written (Sprm, Prl) and which there are (2.6).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

#: Bytes of an operand by the three high bits of its sprm; 0 where the operand says it itself.
_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABS = 0xC615
_DELETED, _HIDDEN, _SYMBOL = 0x0800, 0x083C, 0x6A09
_FONT, _FONT_OF_OTHERS, _STYLE = 0x4A4F, 0x4A51, 0x4A30
IN_TABLE, ROW_ENDS, INNER_ROW_ENDS, DEPTH, TABLE_STYLE, TABLE = 0x2416, 0x2417, 0x244C, 0x6649, 0x563A, 0xD608
#: Changes that did not fit on their page, and stand in the data stream.
ELSEWHERE = frozenset((0x6646, 0x646B))
#: Borders: where the first one's kind stands in the operand, and how many bytes there are from one to the next.
_BORDERS = {0xD605: (1, 4), 0xD613: (5, 8), 0xD620: (4, 4), 0xD62F: (8, 8)}
_NO_BORDER = (0, 0xFF)
#: The one-byte form of a change that a piece of a fast-saved file carries (Prm0).
_SHORT = {0x18: IN_TABLE, 0x19: ROW_ENDS, 0x41: _DELETED, 0x5C: _HIDDEN}
#: Yes, and the contrary of what the style says.
_ON = (b"\x01", b"\x81")


class Characters(NamedTuple):
    """What holds for a run of characters; ``None`` where nothing is said. A symbol is a sign of a font of pictures."""

    deleted: bool = False
    hidden: bool = False
    symbol: bool = False
    font: int | None = None
    style: int | None = None


def changes(properties: bytes) -> Iterator[tuple[int, bytes]]:
    """The sprms of a list with their operands."""
    place, end = 0, len(properties)
    while place + 3 <= end:
        code = int.from_bytes(properties[place : place + 2], "little")
        place += 2
        length = _SIZES[code >> 13]
        if code == TABLE:
            length = max(0, int.from_bytes(properties[place : place + 2], "little") - 1)
            place += 2
        elif not length:
            length = properties[place]
            place += 1
            if code == _TABS and length == 0xFF:
                deleted = properties[place]
                added = properties[place + 1 + 4 * deleted : place + 2 + 4 * deleted] or b"\0"
                length = 2 + 4 * deleted + 3 * added[0]
        yield code, properties[place : place + length]
        place += length


def short_change(number: int, value: int) -> bytes:
    """The change of a piece as a list; empty where it is of no meaning here."""
    code = _SHORT.get(number)
    return b"" if code is None else code.to_bytes(2, "little") + bytes((value,))


@lru_cache(maxsize=4096)
def characters(properties: bytes) -> Characters:
    """What a list says about characters."""
    found = Characters()
    for code, operand in changes(properties):
        if code == _DELETED:
            found = found._replace(deleted=operand in _ON)
        elif code == _HIDDEN:
            found = found._replace(hidden=operand in _ON)
        elif code == _FONT or (code == _FONT_OF_OTHERS and found.font is None):
            found = found._replace(font=int.from_bytes(operand, "little"))
        elif code == _STYLE:
            found = found._replace(style=int.from_bytes(operand, "little"))
        elif code == _SYMBOL:
            found = found._replace(symbol=True)
    return found


def draws_borders(code: int, operand: bytes) -> bool:
    """Whether the change gives a table borders."""
    if code == TABLE:
        cells = _cells(operand)
        return any(_draws(cells[n + 4 : n + 20], 1, 4) for n in range(0, len(cells), 20))
    return code in _BORDERS and _draws(operand, *_BORDERS[code])


def merged_cells(operand: bytes) -> Iterator[int]:
    """The cells of a row, from 0 on, that the definition of a table makes a part of the cell before them."""
    cells = _cells(operand)
    return (n // 20 for n in range(0, len(cells), 20) if cells[n] & 3 == 1)


def _cells(operand: bytes) -> bytes:
    """What the definition of a table says of the cells of a row, 20 bytes for each (TC80)."""
    return operand[1 + 2 * (operand[0] + 1) :] if operand else b""


def _draws(borders: bytes, first: int, step: int) -> bool:
    return any(kind not in _NO_BORDER for kind in borders[first::step])
