"""The normalised view: what reads the same becomes the same, and every offset leads back to the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.view import normalise, view

SAME = [
    ("decomposed letters are composed", unicodedata.normalize("NFD", "Đồng Tháp"), "đồng tháp"),
    ("both ways to place the tone are one", "Hoà Bình, Khánh Hoà, uỷ ban, quý", "hòa bình, khánh hòa, ủy ban, quý"),
    ("a closed syllable keeps its tone", "hoàn toàn, thuyền", "hoàn toàn, thuyền"),
    ("the Icelandic letter stands for Đ", "Ðồng Nai", "đồng nai"),
    ("no-break and double spaces are one space", "Hà\u00a0Nội  và   Huế", "hà nội và huế"),
    ("all dashes are one", "2015 – 2020 — Bà Rịa‑Vũng Tàu", "2015 - 2020 - bà rịa-vũng tàu"),
    ("what is not seen is not there", "Bắc\u200b Kạn\ufeff", "bắc kạn"),
    ("quotes are plain", "“Qua những miền”", '"qua những miền"'),
    ("a line end inside a sentence is a space", "tỉnh Thừa\nThiên Huế và", "tỉnh thừa\nthiên huế và"),
]


@pytest.mark.parametrize(("text", "norm"), [case[1:] for case in SAME], ids=[case[0] for case in SAME])
def test_what_reads_the_same_becomes_the_same(text: str, norm: str) -> None:
    assert normalise(text) == norm


def test_a_sentence_wrapped_at_a_fixed_width_is_one_sentence_whatever_the_letter_it_goes_on_with() -> None:
    text = (
        "Thực hiện Biên bản hợp tác giữa hai tỉnh về phát triển du lịch, Ủy ban nhân dân tỉnh Thừa\n"
        "Thiên Huế ban hành kế hoạch phối hợp với các sở, ngành của thành phố Đà Nẵng trong năm tới."
    )
    assert "tỉnh thừa thiên huế ban hành" in view(text).norm


def test_what_begins_something_new_stays_apart() -> None:
    norm = view("KẾ HOẠCH\n- Sở Y tế chủ trì;\n- Sở Du lịch phối hợp.\n\nNơi nhận:").norm
    assert norm.split("\n") == ["kế hoạch", "- sở y tế chủ trì;", "- sở du lịch phối hợp.", "nơi nhận:"]


def test_columns_are_told_apart() -> None:
    assert "\t" in view("UBND TỈNH HẬU GIANG          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").norm


VIETNAMESE = st.text(
    alphabet=st.sampled_from("aàáảãạăâeêoôơuưyđĐÐ bcdghmnt.,;:-–\n\r\t\u00a0\u200b\u0301\u0302\u0323İß01/()“”"),
    max_size=200,
)


@given(st.one_of(st.text(max_size=300), VIETNAMESE))
def test_normalising_moves_no_offset(text: str) -> None:
    seen = view(text)
    assert len(seen.norm) == len(seen.cased)
    previous = 0
    for i in range(len(seen.norm)):
        start, end = seen.span(i, i + 1)
        assert previous <= start <= end <= len(text)
        previous = start
    assert seen.span(0, len(seen.norm))[1] <= len(text)


@given(st.one_of(st.text(max_size=300), VIETNAMESE))
def test_evidence_quotes_the_text_word_for_word(text: str) -> None:
    seen = view(text)
    for i in range(0, len(seen.norm), 3):
        start, end = seen.span(i, min(i + 5, len(seen.norm)))
        if start < end:
            evidence = seen.evidence(i, min(i + 5, len(seen.norm)))
            assert text[evidence.start : evidence.end] == evidence.quote
