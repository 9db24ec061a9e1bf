"""Who is tied to whom, as at signing and as today."""

from __future__ import annotations

from api.ties import partnered, tied

ROWS = [
    {"source": "binh-thuan", "target": "ho-chi-minh", "agreements": ["a", "b"]},
    {"source": "dak-nong", "target": "ho-chi-minh", "agreements": ["b", "c"]},
    {"source": "binh-thuan", "target": "lam-dong", "agreements": ["d"]},
]


def test_as_at_signing_every_pair_keeps_its_own_agreements() -> None:
    found = tied(ROWS, "signing")
    assert found.pairs == {
        ("binh-thuan", "ho-chi-minh"): ("a", "b"),
        ("dak-nong", "ho-chi-minh"): ("b", "c"),
        ("binh-thuan", "lam-dong"): ("d",),
    }
    assert found.internal == []


def test_as_of_today_the_ties_of_merged_provinces_join_and_an_agreement_counts_once() -> None:
    found = tied(ROWS, "today")
    assert found.pairs == {("ho-chi-minh-2025", "lam-dong-2025"): ("a", "b", "c")}
    assert found.nodes["lam-dong-2025"] == ("a", "b", "c")


def test_as_of_today_what_two_merged_provinces_agreed_has_become_internal() -> None:
    (internal,) = tied(ROWS, "today").internal
    assert (internal.locality.id, internal.agreements) == ("lam-dong-2025", ("d",))


def test_a_province_is_never_tied_to_a_region_that_contains_it() -> None:
    rows = [{"source": "ha-nam", "target": "vung-dong-bang-song-hong", "agreements": ["a"]}]
    assert tied(rows, "signing").pairs == {}


PARTNERS = [
    {"id": "dak-nong", "agreements": ["d"]},
    {"id": "ho-chi-minh", "agreements": ["a", "b"]},
    {"id": "vung-duyen-hai-nam-trung-bo", "agreements": ["e"]},
]


def test_partners_are_those_on_the_other_side_the_closest_first_and_no_region_around_it() -> None:
    found = partnered("binh-thuan", PARTNERS, "signing")
    assert [(p.id, p.agreements) for p in found] == [("ho-chi-minh", ("a", "b")), ("dak-nong", ("d",))]


def test_as_of_today_a_province_is_no_partner_of_itself() -> None:
    found = partnered("lam-dong-2025", PARTNERS, "today")
    assert [(p.id, p.agreements) for p in found] == [("ho-chi-minh-2025", ("a", "b"))]


def test_two_provinces_of_today_that_were_once_one_are_partners_all_the_same() -> None:
    """Thuận Hải was split into Ninh Thuận and Bình Thuận, which are in Khánh Hòa and Lâm Đồng today."""
    found = partnered("khanh-hoa-2025", [{"id": "binh-thuan", "agreements": ["a"]}], "today")
    assert [(p.id, p.agreements) for p in found] == [("lam-dong-2025", ("a",))]
