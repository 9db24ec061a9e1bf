"""The parts of a Word 97–2003 file (.doc): its streams and what its header, the File Information Block, says of them.

The container is a Compound File [MS-CFB], read by olefile; the block is the Fib of [MS-DOC]. What either of them says
is compared with what the file can hold before anything is read by it.
"""

from __future__ import annotations

import io
import struct
from dataclasses import dataclass, field

import olefile

from loaders.source import Source

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HINT = "open it in a word processor and save it as .docx, or give it as .pdf or .txt"
#: Where the header of the container counts its sectors of the FAT, of the mini FAT, and of the DIFAT.
_COUNTS = struct.Struct("<44xI16xI4xI")
#: What olefile raises on containers that are none.
_BROKEN = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, struct.error)
_WORD_97, _WORD_6 = 0xA5EC, 0xA5DC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
#: Where the block holds the lengths of the document's stories, and the places of its parts in the table stream.
_LENGTHS, _PLACES = struct.Struct("<76x7i"), 0x9A
STYLES, CHARACTER_RUNS, PARAGRAPH_RUNS, FONTS, PIECES = 1, 12, 13, 15, 33


@dataclass(frozen=True, slots=True)
class Parts:
    """``document`` is the stream of the text, ``table`` and ``data`` those of what is said about it."""

    document: bytes = field(repr=False)
    table: bytes = field(repr=False)
    data: bytes = field(repr=False)

    def part(self, number: int) -> bytes:
        """A part of the table stream by its number in the block; empty where there is none."""
        place, length = struct.unpack_from("<II", self.document, _PLACES + 8 * number)
        return self.table[place : place + length]

    def stories(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where the text itself and its text boxes begin and end, in characters.

        Notes and running heads stand between them.
        """
        text, *beside, boxes = (max(0, length) for length in _LENGTHS.unpack_from(self.document))
        start = text + sum(beside)
        return (0, text), (start, start + boxes)


def parts_of(source: Source) -> Parts:
    """The streams of the file.

    :raises ReadingError: the file is protected, older than Word 97, damaged, or of another program
    """
    _check_header(source)
    try:
        with olefile.OleFileIO(io.BytesIO(source.data)) as container:
            if container.exists("EncryptedPackage"):
                raise source.refusal("is protected by a password", "remove the password and save it again")
            if not container.exists("WordDocument"):
                raise source.refusal("is no Word document, but a file of another old Office program", HINT)
            document = _stream(source, container, "WordDocument")
            table = _stream(source, container, _table_of(source, document))
            data = _stream(source, container, "Data") if container.exists("Data") else b""
    except _BROKEN as error:
        raise source.refusal(f"is damaged ({str(error)[:120] or type(error).__name__})", HINT) from error
    return Parts(document, table, data)


def _check_header(source: Source) -> None:
    """Refuse a container that counts more than it can hold: olefile would read the same sector again and again."""
    sectors = len(source.data) // 512
    if len(source.data) < 1536:
        raise source.refusal("breaks off within its first sectors", HINT)
    allocation, small, double = _COUNTS.unpack_from(source.data)
    sizes = struct.unpack_from("<HH", source.data, 30)
    if (
        sizes not in ((9, 6), (12, 6))
        or allocation > sectors // 128 + 8
        or small > sectors
        or double > sectors // 128 + 8
    ):
        raise source.refusal("is damaged (its header counts more sectors than it has)", HINT)


def _stream(source: Source, container: olefile.OleFileIO, name: str) -> bytes:
    size = container.get_size(name)
    if max(size, container.root.size) > len(source.data):
        raise source.refusal(f"is damaged (its part {name} is said to be longer than the file)", HINT)
    content = bytes(container.openstream(name).read())
    if len(content) != size:
        raise source.refusal(f"breaks off: {len(content)} of {size} bytes of its part {name} are there", HINT)
    return content


def _table_of(source: Source, document: bytes) -> str:
    """The name of the table stream, as the block says."""
    if len(document) < _PLACES + 8 * (PIECES + 1):
        raise source.refusal("breaks off within its header", HINT)
    signature, _, flags = struct.unpack_from("<HH6xH", document)
    if signature == _WORD_6:
        raise source.refusal("is a document of Word 6 or Word 95", HINT)
    if signature != _WORD_97:
        raise source.refusal("is damaged (its header is none of Word's)", HINT)
    if flags & _ENCRYPTED:
        raise source.refusal("is protected by a password", "remove the password and save it again")
    return "1Table" if flags & _SECOND_TABLE else "0Table"
