"""The vocabularies hold together: provinces through time, regions, fields, kinds of bodies."""

from __future__ import annotations

import pytest

from ontology.names import fold
from ontology.vocabulary import Locality, vocabulary

VOCABULARY = vocabulary()


def provinces_on(day: str) -> list[Locality]:
    return [place for place in VOCABULARY.localities.values() if not place.is_region and place.valid_on(day)]


@pytest.mark.parametrize(
    ("day", "count", "reason"),
    [
        ("1990-01-01", 44, "after the splits of 1989"),
        ("1997-01-01", 61, "after the splits that took effect with 1997"),
        ("2003-06-01", 61, "before Điện Biên, Đắk Nông and Hậu Giang"),
        ("2004-06-01", 64, "after them"),
        ("2008-08-01", 63, "Hà Tây is in Hà Nội"),
        ("2024-12-31", 63, "Thừa Thiên Huế is still a province"),
        ("2025-01-01", 63, "Huế has taken its place"),
        ("2025-06-30", 63, "the last day of the 63"),
        ("2025-07-01", 34, "the mergers of resolution 202/2025/QH15"),
        ("2026-11-01", 34, "Đồng Nai is a city since 2026-04-30, still one of 34"),
    ],
)
def test_there_are_as_many_provinces_and_cities_as_there_were(day: str, count: int, reason: str) -> None:
    assert len(provinces_on(day)) == count, reason


@pytest.mark.parametrize(
    ("old", "today"),
    [
        ("binh-thuan", ("lam-dong-2025",)),
        ("dak-nong", ("lam-dong-2025",)),
        ("binh-duong", ("ho-chi-minh-2025",)),
        ("thua-thien-hue", ("hue",)),
        ("dong-nai", ("dong-nai-2026",)),
        ("song-be", ("ho-chi-minh-2025", "dong-nai-2026")),
        ("ha-tay", ("ha-noi",)),
        ("nghe-an", ("nghe-an",)),
    ],
)
def test_every_province_leads_to_what_it_is_today(old: str, today: tuple[str, ...]) -> None:
    assert VOCABULARY.current(old) == today


def test_what_a_province_was_on_a_day_is_itself_while_it_existed() -> None:
    assert VOCABULARY.current("binh-thuan", "2014-08-27") == ("binh-thuan",)
    assert VOCABULARY.current("binh-thuan", "2025-07-01") == ("lam-dong-2025",)


def test_today_s_province_knows_all_that_it_was_made_of() -> None:
    assert {"lam-dong", "binh-thuan", "dak-nong"} <= set(VOCABULARY.ancestry("lam-dong-2025"))
    assert "khanh-hoa" not in VOCABULARY.ancestry("lam-dong-2025")


def test_a_predecessor_ends_on_the_day_on_which_its_successor_begins() -> None:
    for place in VOCABULARY.localities.values():
        for successor in place.successors:
            begins = VOCABULARY.localities[successor].valid_from
            if place.id != "ha-tay":  # which went into a city that existed before and after
                assert begins == place.valid_to, (place.id, successor)


def test_no_two_places_of_the_same_day_share_a_name() -> None:
    for day in ("1995-06-01", "2010-06-01", "2025-08-01", "2026-06-01"):
        names = [place.name for place in provinces_on(day)]
        assert len(names) == len(set(names)), day


def test_names_one_letter_apart_stay_apart() -> None:
    folded = {fold(place.name): place.id for place in provinces_on("2010-01-01")}
    assert folded["ha nam"] == "ha-nam"
    assert folded["thanh pho ha noi"] == "ha-noi"
    assert folded["ninh thuan"] != folded["binh thuan"]


def test_the_two_large_cities_carry_their_rank_in_their_name_and_the_others_do_not() -> None:
    ranked = {place.name for place in provinces_on("2010-01-01") if place.name.startswith("Thành phố")}
    assert ranked == {"Thành phố Hà Nội", "Thành phố Hồ Chí Minh"}


@pytest.mark.parametrize(
    ("region", "members"),
    [
        ("vung-dong-nam-bo", 6),
        ("vung-tay-nguyen", 5),
        ("vung-dong-bang-song-cuu-long", 13),
        ("vung-dong-bang-song-hong", 11),
        ("vung-trung-du-va-mien-nui-phia-bac", 14),
        ("vung-bac-trung-bo-va-duyen-hai-mien-trung", 14),
        ("vung-bac-trung-bo", 6),
        ("vung-viet-bac", 6),
    ],
)
def test_regions_have_their_members(region: str, members: int) -> None:
    assert len(VOCABULARY.localities[region].members) == members


@pytest.mark.parametrize("day", ["2020-01-01", "2025-08-01"])
def test_the_six_regions_of_a_day_hold_every_province_once(day: str) -> None:
    suffix = "-2025" if day > "2025" else ""
    regions = [
        "vung-trung-du-va-mien-nui-phia-bac",
        "vung-dong-bang-song-hong",
        "vung-dong-nam-bo",
        "vung-dong-bang-song-cuu-long",
        *(
            ["vung-bac-trung-bo", "vung-duyen-hai-nam-trung-bo-va-tay-nguyen"]
            if suffix
            else ["vung-bac-trung-bo-va-duyen-hai-mien-trung", "vung-tay-nguyen"]
        ),
    ]
    members = [
        m for r in regions for m in VOCABULARY.localities[r + suffix].members if VOCABULARY.localities[m].valid_on(day)
    ]
    assert sorted(members) == sorted(place.id for place in provinces_on(day))


def test_an_open_part_of_the_country_is_not_expanded() -> None:
    assert VOCABULARY.localities["mien-trung"].kind == "informal"
    assert VOCABULARY.localities["mien-trung"].members == ()


def test_every_field_has_a_top_concept_and_labels_in_both_languages() -> None:
    tops = {field.id for field in VOCABULARY.fields.values() if field.parent is None}
    assert len(tops) >= 22
    for field in VOCABULARY.fields.values():
        assert field.top in tops
        assert field.name
        assert field.name_en


def test_departments_know_what_the_reorganisation_of_2025_made_of_them() -> None:
    planning = VOCABULARY.body_kinds["so-ke-hoach-va-dau-tu"]
    assert planning.successors == ("so-tai-chinh",)
    assert planning.changed_on == "2025-03-01"
    assert "Sở KH&ĐT" in planning.hidden
