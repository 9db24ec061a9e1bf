"""Searching without accents finds what is meant and nothing that only looks alike."""

from __future__ import annotations

import pytest

from graph.search import search_key, search_terms


@pytest.mark.parametrize(
    ("question", "names", "found", "why"),
    [
        ("binh thuan", ["Bình Thuận"], True, "no marks needed"),
        ("BÌNH THUẬN", ["Bình Thuận"], True, "no case needed"),
        ("Hà Nội", ["Hà Nam"], False, "one letter apart is another province"),
        ("Hà Nội", ["Hà Nam", "Nội dung hợp tác"], False, "a known name stays together"),
        ("ninh thuan", ["Bình Thuận"], False, "Ninh Thuận is another province"),
        ("du lịch bình thuận", ["Bình Thuận", "Du lịch"], True, "several names, in any order"),
        ("du lich", ["Lịch sử", "Du học"], False, "the words of one name do not meet those of another"),
        ("xúc ti", ["Xúc tiến đầu tư"], True, "the last word may be the beginning of one"),
        ("đầu tư", ["dau tu"], True, "đ is d"),
        ("tphcm", ["Thành phố Hồ Chí Minh", "TPHCM"], True, "abbreviations are names too"),
        ("", ["Bình Thuận"], True, "nothing asked, everything found"),
    ],
)
def test_a_question_finds(question: str, names: list[str], found: bool, why: str) -> None:
    key = search_key(names)
    assert all(term in key for term in search_terms(question)) is found, why


def test_the_key_does_not_depend_on_the_order_of_the_names() -> None:
    assert search_key(["Bình Thuận", "Ninh Thuận"]) == search_key(["Ninh Thuận", "Bình Thuận", "BÌNH THUẬN"])
