"""The characters of a Word 97–2003 file, in the order of the document: runs with what is said of them.

The text stands in pieces of the document's stream, in windows-1252 or UTF-16, in the order that the piece table tells
(PlcPcd in [MS-DOC]). A file that was saved fast has many, and pieces say things of their own.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from loaders.word97_parts import PIECES, Parts
from loaders.word97_properties import Properties
from loaders.word97_sprms import short_change

_SIGN = re.compile(r"([\x00-\x1f])")
_LIST, _TABLE = 1, 2
_COMPRESSED = 0x40000000


class Piece(NamedTuple):
    """Characters from ``start`` to ``end`` of the document, which stand in its stream from ``place`` on."""

    start: int
    end: int
    place: int
    #: Bytes of a character: one of windows-1252, or two of UTF-16.
    width: int
    properties: bytes


class Run(NamedTuple):
    """Words of one kind, or one sign; ``place`` is that of its first byte, ``of_piece`` what its piece says."""

    text: str
    place: int
    properties: bytes
    of_piece: bytes


def pieces_of(parts: Parts) -> list[Piece]:
    """The pieces in the order of the document.

    :raises ValueError: the table is damaged, or tells of more text than the file has
    """
    lists, table = _read(parts.part(PIECES))
    count = max(0, len(table) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", table) if count else ()
    pieces: list[Piece] = []
    left = len(parts.document)
    for number in range(count):
        start, end = ends[number], ends[number + 1]
        _, place, said = struct.unpack_from("<HIH", table, 4 * (count + 1) + 8 * number)
        width = 1 if place & _COMPRESSED else 2
        place = (place & ~_COMPRESSED) // 2 if width == 1 else place
        left -= (end - start) * width
        if start > end or left < 0 or place + (end - start) * width > len(parts.document):
            problem = "its text is said to be where the file has ended"
            raise ValueError(problem)
        of_piece = _said(said, lists)
        pieces.append(Piece(start, end, place, width, of_piece))
    if not pieces:
        problem = "it does not say where its text is"
        raise ValueError(problem)
    return pieces


def runs_of(parts: Parts, pieces: list[Piece], story: tuple[int, int], properties: Properties) -> Iterator[Run]:
    """The characters of a stretch of the document, each sign below the space by itself."""
    for piece in pieces:
        start, end = max(story[0], piece.start), min(story[1], piece.end)
        first = piece.place + (start - piece.start) * piece.width
        for begins, ends, said in properties.runs(first, first + (end - start) * piece.width):
            raw = parts.document[begins:ends]
            text = raw.decode("cp1252" if piece.width == 1 else "utf-16-le", "replace")
            place = begins
            for part in _SIGN.split(text):
                if part:
                    yield Run(part, place, said + piece.properties, piece.properties)
                place += len(part.encode("utf-16-le")) // 2 * piece.width


def _read(clx: bytes) -> tuple[list[bytes], bytes]:
    """The lists of changes that pieces refer to, and the table itself (Clx)."""
    lists: list[bytes] = []
    place = 0
    while clx[place : place + 1] == bytes((_LIST,)):
        length = int.from_bytes(clx[place + 1 : place + 3], "little")
        lists.append(clx[place + 3 : place + 3 + length])
        place += 3 + length
    if clx[place : place + 1] != bytes((_TABLE,)):
        return lists, b""
    length = int.from_bytes(clx[place + 1 : place + 5], "little")
    return lists, clx[place + 5 : place + 5 + length]


def _said(number: int, lists: list[bytes]) -> bytes:
    """What a piece says of itself: one short change, or one of the lists."""
    if not number & 1:
        return short_change((number >> 1) & 0x7F, number >> 8)
    return lists[number >> 1] if number >> 1 < len(lists) else b""
