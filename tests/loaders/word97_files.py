"""Word 97–2003 files, written from the published specifications ([MS-CFB], [MS-DOC]) for the tests that read them."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import NamedTuple

_SECTOR, _NONE, _END, _OF_FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
#: The changes to properties that the tests use, each with its operand.
DELETED, HIDDEN, SYMBOL = b"\x00\x08\x01", b"\x3c\x08\x01", b"\x09\x6a\x00\x00\xa8\xf0"
IN_TABLE, ROW_ENDS = b"\x16\x24\x01", b"\x16\x24\x01\x17\x24\x01"
BORDERS = b"\x05\xd6\x18" + b"\x04\x01\x00\x00" * 6


class Piece(NamedTuple):
    """A stretch of text with one set of properties, stored by itself."""

    text: str
    characters: bytes = b""
    paragraph: bytes = b""
    style: int = 0
    one_byte: bool = False
    #: What the piece table says of it: a short change, or twice the number of a list and one.
    said: int = 0


class Style(NamedTuple):
    """A style of paragraphs (kind 1) or of tables (kind 3)."""

    kind: int
    base: int = 0xFFF
    changes: bytes = b""


def font(number: int) -> bytes:
    return struct.pack("<HH", 0x4A4F, number)


def row_of(*cells: int) -> bytes:
    """What the end of a row says of its cells: 0 for one by itself, 1 for a part of the one before it."""
    widths = struct.pack(f"<{len(cells) + 1}h", *(1000 * n for n in range(len(cells) + 1)))
    borders = b"".join(bytes((cell, 0)) + bytes(18) for cell in cells)
    operand = bytes((len(cells),)) + widths + borders
    return ROW_ENDS + struct.pack("<HH", 0xD608, len(operand) + 1) + operand


def word97(
    *text: Piece | str,
    beside: Sequence[Piece] = (),
    boxes: Sequence[Piece] = (),
    fonts: Sequence[str] = ("Times New Roman",),
    styles: Sequence[Style] = (),
    lists: Sequence[bytes] = (),
    flags: int = 0x0200,
    signature: int = 0xA5EC,
    data: bytes = b"",
) -> bytes:
    """A document with running heads (``beside``) and text boxes; what is written last is stored first."""
    own = [Piece(piece) if isinstance(piece, str) else piece for piece in text]
    pieces = [*own, *beside, *boxes]
    stream = bytearray(0x800)
    places: dict[int, int] = {}
    for number in reversed(range(len(pieces))):
        places[number] = len(stream)
        stream += pieces[number].text.encode("cp1252" if pieces[number].one_byte else "utf-16-le")
    table = bytearray()
    parts = {
        1: _style_sheet(styles),
        12: _pages(stream, [(*_span(places[n], p), _character_page(p)) for n, p in enumerate(pieces)]),
        13: _pages(stream, [(*_span(places[n], p), _paragraph_page(p)) for n, p in enumerate(pieces)]),
        15: _font_table(fonts),
        33: _piece_table(pieces, places, lists),
    }
    for number, part in parts.items():
        struct.pack_into("<II", stream, 0x9A + 8 * number, len(table), len(part))
        table += part
    struct.pack_into("<HH6xH", stream, 0, signature, 193, flags)
    struct.pack_into("<7i", stream, 0x4C, _length(own), 0, _length(beside), 0, 0, 0, _length(boxes))
    return compound({"WordDocument": bytes(stream), "1Table": bytes(table), **({"Data": data} if data else {})})


def _length(pieces: Sequence[Piece]) -> int:
    return sum(_units(piece) for piece in pieces)


def _units(piece: Piece) -> int:
    return len(piece.text) if piece.one_byte else len(piece.text.encode("utf-16-le")) // 2


def _span(start: int, piece: Piece) -> tuple[int, int]:
    return start, start + _units(piece) * (1 if piece.one_byte else 2)


def _character_page(piece: Piece) -> bytes:
    return bytes((100,)).ljust(192, b"\0") + bytes((len(piece.characters),)) + piece.characters


def _paragraph_page(piece: Piece) -> bytes:
    said = struct.pack("<H", piece.style) + piece.paragraph
    said += b"\0" * (len(said) % 2)
    return bytes((100,)).ljust(192, b"\0") + bytes((0, len(said) // 2)) + said


def _pages(stream: bytearray, runs: Sequence[tuple[int, int, bytes]]) -> bytes:
    """One page for each run, appended to the stream; returns the list of the pages."""
    stream += bytes(-len(stream) % 512)
    numbers = []
    for start, end, content in runs:
        numbers.append(len(stream) // 512)
        stream += (struct.pack("<II", start, end) + content).ljust(511, b"\0") + b"\1"
    starts = [start for start, _, _ in runs]
    return struct.pack(f"<{len(runs) + 1}I", *starts, runs[-1][1]) + struct.pack(f"<{len(runs)}I", *numbers)


def _piece_table(pieces: Sequence[Piece], places: dict[int, int], lists: Sequence[bytes]) -> bytes:
    ends = [0]
    for piece in pieces:
        ends.append(ends[-1] + _units(piece))
    table = struct.pack(f"<{len(ends)}I", *ends)
    for number, piece in enumerate(pieces):
        place = 2 * places[number] | 0x40000000 if piece.one_byte else places[number]
        table += struct.pack("<HIH", 0, place, piece.said)
    told = b"".join(b"\1" + struct.pack("<H", len(said)) + said for said in lists)
    return told + b"\2" + struct.pack("<I", len(table)) + table


def _font_table(names: Sequence[str]) -> bytes:
    table = struct.pack("<HH", len(names), 0)
    for name in names:
        font = bytes(39) + name.encode("utf-16-le") + b"\0\0"
        table += bytes((len(font),)) + font
    return table


def _style_sheet(styles: Sequence[Style]) -> bytes:
    sheet = struct.pack("<HHH", 4, len(styles), 10)
    for style in styles:
        parts = [b"\0\0", style.changes] if style.kind == 1 else [style.changes, b"\0\0", b""]
        told = struct.pack("<HHHHH", 0, style.kind | style.base << 4, len(parts), 0, 0) + struct.pack("<HHH", 1, 65, 0)
        for part in parts:
            told += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
        sheet += struct.pack("<H", len(told)) + told
    return sheet


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file; every stream is made long enough to stand in sectors of its own."""
    names = sorted(streams, key=lambda name: (len(name), name))
    fat: list[int] = []
    body = bytearray()

    def put(content: bytes) -> int:
        start = len(fat)
        content += bytes(-len(content) % _SECTOR)
        body.extend(content)
        count = len(content) // _SECTOR
        fat.extend([*range(start + 1, start + count), _END])
        return start

    entries = [_entry("Root Entry", 5, (_NONE, 1), _END, 0)]
    for number, name in enumerate(names, 1):
        content = streams[name].ljust(4096, b"\0")
        following = number + 1 if number < len(names) else _NONE
        entries.append(_entry(name, 2, (following, _NONE), put(content), len(content)))
    directory = put(b"".join(entries))
    sectors = next(n for n in range(1, 110) if n * 128 >= len(fat) + n)
    numbers = [len(fat) + n for n in range(sectors)]
    table = [*fat, *[_OF_FAT] * sectors]
    table += [_NONE] * (sectors * 128 - len(table))
    header = struct.pack("<8s16xHHHHH6xII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, sectors)
    header += struct.pack("<IIIIIII", directory, 0, 4096, _END, 0, _END, 0)
    header += struct.pack("<109I", *numbers, *[_NONE] * (109 - sectors))
    return header + bytes(body) + struct.pack(f"<{len(table)}I", *table)


def _entry(name: str, kind: int, links: tuple[int, int], start: int, size: int) -> bytes:
    written = name.encode("utf-16-le")
    told = written.ljust(64, b"\0") + struct.pack("<HBBIII", len(written) + 2, kind, 1, _NONE, *links)
    return told + bytes(36) + struct.pack("<IQ", start, size)
