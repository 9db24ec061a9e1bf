"""Word 97–2003 files as a reader sees them: pieces in their order, tables, capitals by font; broken ones refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading import WORD_97, read
from loaders.source import Limits
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE
from tests.loaders.word97_files import (
    BORDERS,
    DELETED,
    HIDDEN,
    IN_TABLE,
    ROW_ENDS,
    SYMBOL,
    Piece,
    Style,
    compound,
    font,
    row_of,
    word97,
)

TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ch\u00ad¬ng tr×nh\r"
TCVN3_READ = "Cộng hòa xã hội chủ nghĩa Việt Nam, chương trình"
FONTS = ("Times New Roman", ".VnTime", ".VnTimeH")


def cell(text: str) -> Piece:
    return Piece(text + "\x07", paragraph=IN_TABLE)


def row_end(borders: bytes = b"", *cells: int) -> Piece:
    return Piece("\x07", paragraph=(row_of(*cells) if cells else ROW_ENDS) + borders)


BODIES = [
    (word97(SENTENCE + "\r", "hai\r"), f"{SENTENCE}\n\nhai", "paragraphs, whatever order they are stored in"),
    (word97(Piece("Sở Du"), Piece(" – lich", one_byte=True)), "Sở Du – lich", "pieces"),
    (word97("a\x0bb\tc\x0cd\x1e\u00a0e\r"), "a\nb c\n\nd-\u00a0e", "line, tab, page, hyphen and space that hold"),
    (word97("𠀋 a\rb\r"), "𠀋 a\n\nb", "a letter of two units"),
    (word97("x\r", cell("a"), cell("b\rc"), row_end(BORDERS), cell(""), cell("d"), row_end(BORDERS), "y\r"),
     "x\n\na | b\nc\n| d\n\ny", "a table"),
    (word97(cell("A\x0bB"), cell("C"), row_end(), "y\r"), "A\nB\n\nC\n\ny", "columns of an official head"),
    (word97(cell("ngang"), cell(""), cell("c"), row_end(BORDERS, 0, 1, 0)), "ngang | c", "a cell merged with the next"),
    (word97(cell("a"), cell("b"), row_end(b"\x3a\x56\x01\x00"), styles=(Style(3), Style(3, changes=BORDERS))),
     "a | b", "borders by the table's style"),
    (word97(cell("a"), cell("b"), Piece("\x07", paragraph=b"\x46\x66" + bytes(4)),
            data=struct.pack("<H", len(ROW_ENDS + BORDERS)) + ROW_ENDS + BORDERS),
     "a | b", "a row whose properties do not fit on a page"),
    (word97(cell("a"), "b\r"), "a\n\nb", "a row that does not end"),
    (word97("a", Piece("cũ", DELETED), Piece("ẩn", HIDDEN), Piece("(", SYMBOL), "b\r"), "a b", "not shown, a symbol"),
    (word97("a\x01\x08\x05\x02b\r"), "ab", "signs for pictures and notes"),
    (word97('x \x13 HYPERLINK "\x13 PAGE \x14 1 \x15" \x14tên\x15 \x13 PAGE \x15y\x15\r'), "x tên y", "fields"),
    (word97("a\r", beside=[Piece("đầu trang\r")], boxes=[Piece("khung\r")]), "a\n\nkhung", "running heads, a text box"),
    (word97(Piece(TCVN3, font(2)), Piece(TCVN3, font(1)), fonts=FONTS),
     f"{TCVN3_READ.upper()}\n\n{TCVN3_READ}", "capitals by font"),
    (word97(Piece(TCVN3, style=1, one_byte=True), fonts=FONTS, styles=(Style(1, changes=font(2)), Style(1, base=0))),
     TCVN3_READ.upper(), "the font of a style, by the one that it rests on"),
    (word97("a", Piece("cũ", said=0x41 << 1 | 1 << 8), Piece("ẩn", said=1), "b\r", lists=[HIDDEN]), "ab",
     "what a piece of a file that was saved fast says itself"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "text", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_a_reader_sees_it_so(data: bytes, text: str, reason: str) -> None:
    source = read(data, "a.doc")
    assert source.text == text, reason
    assert source.media_type == WORD_97


def test_a_web_page_under_the_name_of_a_word_document_is_a_web_page() -> None:
    assert read(f"<html><body><p>{SENTENCE}</p></body></html>".encode(), "a.doc").text == SENTENCE


SOUND = word97(SENTENCE + "\r", cell("a"), row_end(BORDERS))


def changed(place: int, value: bytes, data: bytes = SOUND) -> bytes:
    return data[:place] + value + data[place + len(value) :]


def directory(name: str) -> int:
    return SOUND.index(name.encode("utf-16-le"))


REFUSED = [
    (word97("a\r", flags=0x0300), "protected by a password", "encrypted by Word"),
    (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "protected by a password", "a protected .docx"),
    (word97("a\r", signature=0xA5DC), "Word 6 or Word 95", "older than Word 97"),
    (compound({"Workbook": b"x"}), "another old Office program", "a workbook"),
    (compound({"WordDocument": bytes(4096)}), "none of Word's", "an empty header"),
    (compound({"WordDocument": b"\xec\xa5" + bytes(4094)}), "is damaged", "a file without its table stream"),
    (SOUND[: len(SOUND) // 2], "is damaged", "a file cut in the middle"),
    (SOUND[:600], "breaks off", "a file cut at its beginning"),
    (changed(44, b"\xff\xff\xff\x0f"), "more sectors", "a container that counts more than it has"),
    (changed(30, b"\x1e"), "more sectors", "sectors of a gigabyte"),
    (changed(directory("WordDocument") + 120, b"\xff\xff\xff\x7f"), "longer than the file", "a stream without end"),
    (
        changed(SOUND.index(b"\2\x28\0\0\0") + 9, b"\xff\xff\xff\x7f"),
        "where the file has ended",
        "text beyond",
    ),
]


@pytest.mark.parametrize(("data", "problem", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_no_whole_document_is_refused(data: bytes, problem: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(data, "a.doc")
    assert problem in refused.value.message, reason
    assert refused.value.hint


def test_too_much_time_is_refused() -> None:
    with pytest.raises(ReadingError, match="longer than 0 seconds"):
        read(SOUND, "a.doc", Limits(max_seconds=0))


@settings(max_examples=200, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=4)), max_size=8),
    cut=st.sampled_from([1.0, 1.0, 1.0, 0.9, 0.5]),
)
def test_a_damaged_file_is_read_or_refused(changes: list[tuple[float, bytes]], cut: float) -> None:
    damaged = SOUND
    for place, value in changes:
        damaged = changed(int(place * (len(SOUND) - 4)), value, damaged)
    try:
        assert read(damaged[: int(cut * len(SOUND))], "a.doc").text
    except ReadingError:
        return
