"""Names are compared and addressed in stated forms."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.names import fold, nfc, slug, tokens


@pytest.mark.parametrize(
    ("text", "folded", "reason"),
    [
        ("Bình Thuận", "binh thuan", "tone and vowel marks go"),
        ("Đắk Lắk", "dak lak", "the barred d has no decomposition of its own"),
        ("Ðà Nẵng", "da nang", "the Icelandic eth stands for it in old files"),
        ("ỦY BAN", "uy ban", "capitals"),
        ("Thừa Thiên - Huế", "thua thien - hue", "punctuation stays: folding is about letters"),
    ],
)
def test_what_a_person_types_without_marks_finds_the_name(text: str, folded: str, reason: str) -> None:
    assert fold(text) == folded, reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hà Nam", "Hà Nội"), ("Ninh Thuận", "Bình Thuận"), ("Quảng Ninh", "Quảng Nam"), ("Hà Giang", "An Giang")],
)
def test_names_that_look_alike_never_fold_alike(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_an_id_is_made_of_the_words_of_the_name() -> None:
    assert slug("Sở Kế hoạch và Đầu tư") == "so-ke-hoach-va-dau-tu"
    assert tokens("Bà Rịa – Vũng Tàu") == ("ba", "ria", "vung", "tau")


@given(st.text())
def test_folding_is_the_same_for_every_normalisation_form_and_done_once(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_an_id_is_safe_in_an_address(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
