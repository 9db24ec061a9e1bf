"""Localities stand where they lie in the country, and no two names cover one another."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from api.layout import _ACROSS, _DOWN, geographic, place, spread
from ontology.vocabulary import vocabulary

KNOWN = vocabulary()
POINTS = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), st.tuples(st.floats(-500, 500), st.floats(-500, 500)), max_size=25
)


def test_the_north_is_above_the_south_and_the_coast_is_right_of_the_highlands() -> None:
    found = place(["ha-noi", "ho-chi-minh", "dak-lak", "khanh-hoa"], [], KNOWN)
    assert found["ha-noi"][1] < found["ho-chi-minh"][1]
    assert found["khanh-hoa"][0] > found["dak-lak"][0]


def test_a_region_lies_among_its_members() -> None:
    region = KNOWN.localities["vung-tay-nguyen"]
    middle = geographic(region, KNOWN)
    members = [geographic(KNOWN.localities[member], KNOWN) for member in region.members]
    assert middle is not None
    heights = [position[1] for position in members if position]
    assert min(heights) < middle[1] < max(heights)


def test_what_has_no_place_in_the_country_stands_beside_what_it_is_tied_to() -> None:
    found = place(["ha-noi", "ho-chi-minh", "an-institute"], [("an-institute", "ho-chi-minh")], KNOWN)
    assert math.dist(found["an-institute"], found["ho-chi-minh"]) < math.dist(found["an-institute"], found["ha-noi"])


def test_what_is_tied_to_nothing_has_a_place_all_the_same() -> None:
    found = place(["an-institute", "another"], [], KNOWN)
    assert found["an-institute"] != found["another"]


def test_all_localities_of_the_vocabulary_can_be_drawn_without_covering_one_another() -> None:
    found = place(list(KNOWN.localities), [], KNOWN)
    assert found.keys() == KNOWN.localities.keys()
    assert closest(found) > 0.6


@given(POINTS)
def test_spreading_is_deterministic_and_loses_nobody(points: dict[str, tuple[float, float]]) -> None:
    found = spread(points)
    assert found.keys() == points.keys()
    assert found == spread(dict(reversed(list(points.items()))))


def test_two_in_the_same_place_are_pushed_apart() -> None:
    assert closest(spread({"a": (0.0, 0.0), "b": (0.0, 0.0), "c": (0.0, 0.0)})) > 0.9


def closest(found: dict[str, tuple[float, float]]) -> float:
    """The smallest distance of two nodes, where 1 is as wide or as high as a name."""
    return min(math.hypot((a[0] - b[0]) / _ACROSS, (a[1] - b[1]) / _DOWN) for a, b in combinations(found.values(), 2))
