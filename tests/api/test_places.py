"""Names are found with or without marks, and never taken for their neighbours; localities live in time."""

from __future__ import annotations

import pytest

from api.places import asked_fields, asked_localities, fields_named, localities_named, shown
from ontology.errors import NotFound


@pytest.mark.parametrize(
    ("question", "first", "reason"),
    [
        ("binh thuan", "binh-thuan", "without marks"),
        ("Bình Thuận", "binh-thuan", "as written"),
        ("BÌNH THUẬN", "binh-thuan", "upper case"),
        ("hợp tác của Bình Thuận", "binh-thuan", "within a question"),
        ("ha nam", "ha-nam", "and not Hà Nội"),
        ("ninh thuan", "ninh-thuan", "one letter away from Bình Thuận"),
        ("tp hcm", "ho-chi-minh", "an abbreviation"),
        ("dak nong", "dak-nong", "đ without its stroke"),
    ],
)
def test_a_locality_is_found_by_its_name(question: str, first: str, reason: str) -> None:
    assert localities_named(question)[0].id == first, reason


def test_ha_nam_never_finds_ha_noi() -> None:
    assert "ha-noi" not in [place.id for place in localities_named("hà nam")]


def test_the_beginning_of_a_name_finds_all_that_begin_so() -> None:
    found = [place.name for place in localities_named("bình")]
    assert {"Bình Thuận", "Bình Dương", "Bình Phước", "Bình Định"} <= set(found)


@pytest.mark.parametrize("question", ["", "   ", "…", "không-có-tên-này"])
def test_what_names_nothing_finds_nothing(question: str) -> None:
    assert localities_named(question) == []


def test_a_field_is_found_by_the_words_that_documents_use() -> None:
    assert fields_named("du lich")[0].id == "tourism"


def test_as_of_today_a_province_answers_for_those_that_were_merged_into_it() -> None:
    assert asked_localities("lam-dong-2025", "signing") == ["lam-dong-2025"]
    today = asked_localities("lam-dong-2025", "today")
    assert today is not None
    assert {"lam-dong-2025", "lam-dong", "binh-thuan", "dak-nong"} <= set(today)


def test_as_of_today_a_merged_province_is_shown_as_what_it_became() -> None:
    assert [ref.id for ref in shown("binh-thuan", "signing")] == ["binh-thuan"]
    assert [ref.id for ref in shown("binh-thuan", "today")] == ["lam-dong-2025"]


def test_a_top_field_includes_its_children_and_a_child_does_not_include_its_parent() -> None:
    tourism = asked_fields("tourism")
    assert tourism is not None
    assert tourism[0] == "tourism"
    assert "tourism/eco-and-community-tourism" in tourism
    assert asked_fields("tourism/eco-and-community-tourism") == ["tourism/eco-and-community-tourism"]


def test_an_unknown_id_is_not_found_and_says_where_the_known_ones_are() -> None:
    with pytest.raises(NotFound, match="/localities"):
        asked_localities("atlantis", "signing")
    with pytest.raises(NotFound, match="/fields"):
        asked_fields("alchemy")
