"""What reading promises for every format: what is text is read, what is not is refused with a way out."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from loaders.reading import HTML, MAIL, PDF, PLAIN, RTF, SUFFIXES, WORD, WORD_97, read
from loaders.source import Limits
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, pdf, word, zip_of
from tests.loaders.word97_files import word97

SOUND = [
    (SENTENCE.encode(), "a.txt", PLAIN, "plain text"),
    (SENTENCE.encode(), "A.TXT", PLAIN, "the ending's case does not matter"),
    (f"<p>{SENTENCE}</p>".encode(), "a.html", HTML, "a web page"),
    (f"<p>{SENTENCE}</p>".encode(), "a.htm", HTML, "the short ending of a web page"),
    (word(SENTENCE), "a.docx", WORD, "a Word document"),
    (pdf([[(700, "Bien ban hop tac")]]), "a.pdf", PDF, "a PDF"),
    (pdf([[(700, "Bien ban hop tac")]]), "a.txt", PDF, "a PDF under a wrong name is a PDF all the same"),
    (word(SENTENCE), "download", WORD, "a Word document that lost its ending"),
    (b"{\\rtf1 Bien ban}", "a.doc", RTF, "Rich Text Format under the name of a Word document, as Word itself saved it"),
    (b"Subject: Hop tac\n\nBien ban", "a.eml", MAIL, "a mail"),
    (word97(SENTENCE), "a.doc", WORD_97, "an old Word document"),
]


@pytest.mark.parametrize(("data", "name", "media_type", "reason"), SOUND, ids=[row[3] for row in SOUND])
def test_a_sound_file_is_read_with_its_type_and_hash(data: bytes, name: str, media_type: str, reason: str) -> None:
    source = read(data, name)
    assert source.media_type == media_type, reason
    assert source.sha256 == hashlib.sha256(data).hexdigest()
    assert source.data == data
    assert source.filename == name
    assert source.text


REFUSED = [
    (b"", "a.txt", "is empty", "nothing in it"),
    (b" \r\n\t\n", "a.txt", "holds no text", "only white space"),
    (b"<html><body><nav>Menu</nav></body></html>", "a.html", "holds no text", "a page of navigation only"),
    (b"some text", "a.zip", "format that is not read", "no format of ours"),
    (b"/etc/passwd", "a.tif", "no picture", "what the recogniser would take for a list of files"),
    (b"some text", "a", "format that is not read", "no ending and nothing to tell by"),
    (b"some text", "a.doc", "no Word document", "text under the name of an old Word document"),
    (b"text", "a.rtf", "no Rich Text", "text under the name of Rich Text Format"),
    (b"not a zip", "a.docx", "no readable zip", "text under the name of a Word document"),
    (b"not a PDF", "a.pdf", "no sound PDF", "text under the name of a PDF"),
    (zip_of({"a.txt": b"x"}), "a.docx", "no Word document", "a zip file of something else"),
    (bytes(range(256)) * 20, "a.txt", "neither UTF-8", "bytes of a program"),
    (b"\x7fELF" + bytes(200), "a.txt", "is not text", "a program whose bytes happen to be UTF-8"),
]


@pytest.mark.parametrize(("data", "name", "problem", "reason"), REFUSED, ids=[row[3] for row in REFUSED])
def test_what_is_no_document_is_refused_with_its_name_and_what_to_do(
    data: bytes, name: str, problem: str, reason: str
) -> None:
    with pytest.raises(ReadingError) as refused:
        read(data, name)
    assert refused.value.message.startswith(f"{name}: ")
    assert problem in refused.value.message, reason
    assert refused.value.hint
    assert "\n" not in str(refused.value)


def test_a_file_is_read_by_its_path_under_its_own_name(tmp_path: Path) -> None:
    path = tmp_path / "thỏa thuận.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    source = read(path)
    assert (source.filename, source.text) == ("thỏa thuận.txt", SENTENCE)
    assert read(str(path)) == source


def test_a_name_that_is_not_utf8_is_kept_with_signs_for_what_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("thỏa".encode() + b"\xff.txt")
    path.write_text(SENTENCE, encoding="utf-8")
    assert read(path).filename == "thỏa\ufffd.txt"


def test_a_path_that_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, problem in [(tmp_path, "is a folder"), (tmp_path / "none.txt", "is not there"), ("a\0b", "is not there")]:
        with pytest.raises(ReadingError, match=problem):
            read(path)


def test_a_file_above_the_size_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 101)
    for given_as in (path, path.read_bytes()):
        with pytest.raises(ReadingError, match="101 bytes, more than the limit of 100"):
            read(given_as, "big.txt", Limits(max_bytes=100))
    assert read(path, limits=Limits(max_bytes=101)).text == "a" * 101


def test_a_name_cannot_command_the_terminal_or_leave_its_folder() -> None:
    with pytest.raises(ReadingError) as refused:
        read(b"", "\x1b[2Jx\u202e.txt")
    assert str(refused.value).startswith("?[2Jx?.txt: ")
    assert read(b"text", "../../etc/passwd.txt").filename == "passwd.txt"
    assert read(b"text", "C:\\Users\\a\\b.txt").filename == "b.txt"


_NAMES = st.sampled_from([f"a{suffix}" for suffix in SUFFIXES] + ["a.bin", "a"])
_STARTS = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html><p>", b"\xff\xfe", b"\xef\xbb\xbf", b"{\\rtf", b"Subject: a\n\n"]
)


@settings(max_examples=300, deadline=None)
@given(start=_STARTS, rest=st.binary(max_size=400), name=_NAMES)
@example(start=b"PK\x05\x06", rest=bytes(18), name="a.docx")
def test_any_bytes_are_read_or_refused_and_always_the_same_way(start: bytes, rest: bytes, name: str) -> None:
    def outcome() -> str:
        try:
            return repr(read(start + rest, name))
        except ReadingError as refused:
            return str(refused)

    assert outcome() == outcome()


@settings(max_examples=80, deadline=None)
@given(
    file=st.sampled_from([word(SENTENCE, "Giao Sở Y tế"), pdf([[(700, "Bien ban hop tac")]])]),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
    cut=st.floats(0, 1),
)
def test_a_damaged_file_is_read_or_refused_and_never_ends_in_another_error(
    file: bytes, changes: list[tuple[float, int]], cut: float
) -> None:
    damaged = bytearray(file)
    for place, value in changes:
        damaged[int(place * len(file))] = value
    try:
        assert read(bytes(damaged[: max(1, int(cut * len(file)))]), "a.pdf" if file[:1] == b"%" else "a.docx").text
    except ReadingError:
        return
