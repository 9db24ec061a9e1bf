"""A .txt is its bytes decoded and nothing else; what cannot have been Vietnamese text is refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.reading import read
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, windows_1258

ENCODED = [
    (SENTENCE.encode(), "utf-8", "what nearly everything is today"),
    (b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8", "the mark that Windows editors put first is no part of the text"),
    (SENTENCE.encode("utf-16"), "utf-16-le", "Notepad's “Unicode”"),
    (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16-be", "the other byte order"),
    (SENTENCE.encode("utf-16-le"), "utf-16-le", "UTF-16 that lost its mark"),
    (SENTENCE.encode("utf-16-be"), "utf-16-be", "the same in the other order"),
    (b"\xff\xfe\0\0" + SENTENCE.encode("utf-32-le"), "utf-32-le", "its mark begins with that of UTF-16"),
    (windows_1258(SENTENCE), "windows-1258", "old Vietnamese Windows, tones composed with their vowels"),
]


@pytest.mark.parametrize(("data", "encoding", "reason"), ENCODED, ids=[row[2] for row in ENCODED])
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str, reason: str) -> None:
    source = read(data, "a.txt")
    assert source.text == SENTENCE, reason
    assert source.encoding == encoding


READ_AS_IS = [
    ("một\r\nhai\r\n", "line ends of Windows count in the offsets"),
    ("một\rhai", "line ends of old Macs too"),
    ("một\u00a0hai\u200bba", "no-break and zero-width spaces"),
    (unicodedata.normalize("NFD", "Thỏa thuận hợp tác"), "decomposed letters stay decomposed"),
    ("\n\n  đầu và cuối  \n", "white space around the text"),
    ("ok", "a short text"),
    ("Memorandum of understanding between two cities", "an English text"),
    ("Der Vertrag über die schöne große Straße in Köln", "another Latin alphabet"),
    ("Tỉnh Quảng Ninh và Khu tự trị Choang Quảng Tây (广西壮族自治区) ký kết", "foreign names in their own script"),
    ("Quy mô 200 m² ± 5 °C, © 2020 «Báo»", "signs beyond the alphabet"),
    ("trang một\ftrang hai", "page breaks"),
]


@pytest.mark.parametrize(("text", "reason"), READ_AS_IS, ids=[row[1] for row in READ_AS_IS])
def test_nothing_is_changed(text: str, reason: str) -> None:
    assert read(text.encode(), "a.txt").text == text, reason


VISCII = "Cöng hòa xã höi chü nghîa Vi®t Nam, tïnh và thành ph¯ höp bàn v« h²p tác, chü trì, chü tÕch, höi ðöng"
DAMAGED_TCVN3 = "Cñng hña xñ héi chñ ñghÜa ViÑt Nñm §éñ lËñ - Tñ do - Hñnh phñc"
GARBLED = [
    (SENTENCE.encode().decode("cp1252", "replace").encode(), "encoded twice", "UTF-8 read as Latin and saved again"),
    (SENTENCE.encode().decode("latin-1").encode(), "encoded twice", "the same with the control characters of Latin-1"),
    (VISCII.encode(), "old font", "an encoding that is not read, kept as Unicode"),
    (DAMAGED_TCVN3.encode(), "old font", "letters of TCVN3 that make no syllables"),
    (DAMAGED_TCVN3.encode("latin-1"), "old font", "the same as bytes"),
    (SENTENCE.replace("ỉ", "\ufffd").replace("ậ", "\ufffd").replace("ồ", "\ufffd").encode(), "lost", "letters lost"),
    ("\ue001\ue002\ue003 \ue004\ue005\ue006 text".encode(), "font of its own", "a private font"),
    (("合作协议" * 20).encode(), "not Vietnamese", "no Latin letter at all"),
    (SENTENCE.encode() + b"\xff" + SENTENCE.encode(), "neither UTF-8", "UTF-8 with a broken byte"),
    (b"\xff\xfe" + SENTENCE.encode("utf-16-le") + b"\x00\xd8", "not utf-16-le", "UTF-16 cut within a character"),
    ("Bi£n b¶n\0\0\0\0\0\0".encode(), "is not text", "a text with the padding of a data file"),
]


@pytest.mark.parametrize(("data", "problem", "reason"), GARBLED, ids=[row[2] for row in GARBLED])
def test_garbled_text_is_refused_and_not_read_as_a_document_without_agreements(
    data: bytes, problem: str, reason: str
) -> None:
    with pytest.raises(ReadingError, match=problem) as refused:
        read(data, "a.txt")
    assert refused.value.hint, reason


def test_a_stray_control_character_becomes_one_space_so_that_offsets_stay() -> None:
    data = b"Thong bao\0 ket luan\x1a"
    text = read(data, "a.txt").text
    assert text == "Thong bao  ket luan "
    assert len(text) == len(data)


_VIETNAMESE = st.text(
    st.sampled_from("aáàảãạăắằẳẵặâấầẩẫậđeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyý bcnt\r\n"), min_size=1
)


@given(_VIETNAMESE.filter(str.strip))
def test_utf8_and_utf16_come_back_unchanged_and_windows_1258_composed(text: str) -> None:
    assert read(text.encode(), "a.txt").text == text
    assert read(b"\xff\xfe" + text.encode("utf-16-le"), "a.txt").text == text
    assert read(windows_1258(text), "a.txt").text == text
