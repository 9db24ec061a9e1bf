"""Rich Text Format as a reader sees it: letters of every spelling, tables, nothing of what stands beside the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading import read
from loaders.source import Limits
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, windows_1258

FONTS = (
    r"{\fonttbl{\f0\fnil\fcharset0 Times New Roman;}{\f1\fcharset163{\*\panose 020}Arial;}"
    r"{\f2\fcharset0 .VnTime;}{\f3\fcharset0 .VnTimeH;}{\f4\fcharset163 VNI-Times;}}"
)


def rtf(body: str, code_page: int = 1252) -> bytes:
    return (rf"{{\rtf1\ansi\ansicpg{code_page}\deff0{FONTS}{{\colortbl;\red0;}}" + body + "}").encode("latin-1")


def escaped(data: bytes) -> str:
    return "".join(chr(byte) if byte < 128 else rf"\'{byte:02x}" for byte in data)


def by_number(text: str, stand_in: str = "?") -> str:
    units = text.encode("utf-16-le")
    pairs = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return "".join(chr(n) if 0 <= n < 128 else rf"\u{n}{stand_in}" for n in pairs)


TCVN3 = escaped("Céng hßa x· héi chñ nghÜa ViÖt Nam, ch\u00ad¬ng tr×nh".encode("cp1252"))
TCVN3_READ = "Cộng hòa xã hội chủ nghĩa Việt Nam, chương trình"
VNI = escaped("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, tænh Bình Ñònh".encode("cp1252"))
VNI_READ = "Cộng hòa xã hội chủ nghĩa Việt Nam, tỉnh Bình Định"
SPELLINGS = [
    (rtf(by_number(SENTENCE)), SENTENCE, r"\u with a sign for old programs"),
    (rtf(r"\uc2 " + by_number(SENTENCE, r"\'c3\'a1")), SENTENCE, r"with two bytes for them"),
    (rtf(r"\uc0 " + by_number(SENTENCE, " ")), SENTENCE, r"with none"),
    (rtf(by_number("𠀋 Hợp tác")), "𠀋 Hợp tác", "a letter of two units"),
    (rtf(r"\f9 " + escaped(windows_1258(SENTENCE)), 1258), SENTENCE, "the code page of the document"),
    (rtf(r"\f1 " + escaped(windows_1258(SENTENCE))), SENTENCE, "the character set of the font"),
    (rtf(r"\f2 " + TCVN3), TCVN3_READ, "TCVN3"),
    (rtf(r"\f2 " + TCVN3, 1258), TCVN3_READ, "TCVN3 where the code page is windows-1258"),
    (rtf(rf"{{\f3 {TCVN3}}}\par\f2 {TCVN3}"), f"{TCVN3_READ.upper()}\n\n{TCVN3_READ}", "capitals by font"),
    (rtf(r"\f4 " + VNI), VNI_READ, "VNI in a font that says otherwise"),
]


@pytest.mark.parametrize(("data", "text", "reason"), SPELLINGS, ids=[row[2] for row in SPELLINGS])
def test_letters_are_read_in_every_spelling(data: bytes, text: str, reason: str) -> None:
    assert read(data, "a.rtf").text == text, reason


_ROW = r"\trowd\clbrdrt\brdrs\cellx1\cellx2\pard\intbl "
_PLAIN_ROW = r"\trowd\cellx1\cellx2\pard\intbl "
BODIES = [
    (r"a\par b\line c", "a\n\nb\nc", "paragraphs and lines"),
    ("a\\par\r\nb c\r\nd", "a\n\nb cd", "line ends of the file are none of the text"),
    (r"\{a\}\~b\_c \\d", "{a} b-c \\d", "escaped signs"),
    (rf"x\par{_ROW}a\cell b\par c\cell\row{_ROW}\cell d\cell\row\pard y", "x\n\na | b\nc\n| d\n\ny", "a table"),
    (rf"{_ROW}a\cell b\cell\pard{{\trowd\clbrdrt\brdrs\row}}\pard y", "a | b\n\ny", "a row told twice, as Word does"),
    (rf"{_PLAIN_ROW}A\line B\cell C\cell\row\pard y", "A\nB\n\nC\n\ny", "columns of an official head"),
    (r"a{\*\unheardof b}{\info{\title c}}{\pict 0102}{\footnote d}e", "ae", "what stands beside the text"),
    (r"a{\pict\bin4 }{}}}b", "ab", "the bytes of a picture"),
    (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt tên}}", "tên", "a link's words"),
    (r"a{\v b}{\deleted c}d", "ad", "hidden and deleted words"),
    (r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt khung}}{\shprslt y}}", "khung", "a text box, once"),
    (r"a}b{c", "a", "what follows the document"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_a_reader_sees_it_so(body: str, text: str, reason: str) -> None:
    written = body.replace("tên", r"t\u234?n")
    assert read(rtf(written), "a.rtf").text == text, reason


REFUSED = [
    (b"{\\rtf1 text", "breaks off", "a file cut short"),
    (b"{\\rtf1 text\\", "breaks off", "cut within a word"),
    (b"{\\rtf1" + b"{" * 2000, "more than 1000 deep", "groups without end"),
    (b"{\\rtf1{\\pict 00}}", "holds no text", "a picture only"),
    (rtf("\\bin999999999 x"), "breaks off", "a picture longer than the file"),
]


@pytest.mark.parametrize(("data", "problem", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_no_whole_document_is_refused(data: bytes, problem: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(data, "a.rtf")
    assert problem in refused.value.message, reason
    assert refused.value.hint


def test_too_much_time_is_refused() -> None:
    with pytest.raises(ReadingError, match="longer than 0 seconds"):
        read(rtf("text"), "a.rtf", Limits(max_seconds=0))


_PIECES = (
    r"\u-10179 ~\u7887?~\uc~\uc99 ~\'e1~\'~\f1 ~\f~\f99999 ~{~}~{\fonttbl~\fcharset163 ~\ansicpg~\ansicpg932 ~"
    r"{\*~\cell~\row~\trowd~\intbl~\pard~\par~\brdrs~\bin3 ~\bin-1 ~\shptxt~\v~\v0~\plain~text~\deff1 ~.VnTimeH;~;"
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_PIECES.split("~")), st.text("aé\\{}'\r\n", max_size=3)), max_size=40))
def test_any_rich_text_is_read_or_refused(pieces: list[str]) -> None:
    data = rtf("".join(pieces))
    for whole in (data, data + b"}" * 40):
        try:
            assert read(whole, "a.rtf").text
        except ReadingError:
            continue
