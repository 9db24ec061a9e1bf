"""Cursors lead through a list once; periods are read as people write them; nonsense is refused with a hint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.filters import period_years
from api.paging import Window, cursor_at, place_of
from ontology.errors import InvalidRequest


@given(st.integers(0, 10**9))
def test_a_cursor_names_the_place_that_it_was_made_for(skip: int) -> None:
    assert place_of(cursor_at(skip)) == skip


@pytest.mark.parametrize("cursor", ["x", "YWZ0ZXIgLTE", "%%%", "YmVmb3JlIDEw", "đ", cursor_at(10**13)])
def test_a_cursor_that_no_answer_contained_is_refused(cursor: str) -> None:
    with pytest.raises(InvalidRequest, match="no cursor"):
        place_of(cursor)


@given(st.integers(0, 200), st.integers(1, 50))
def test_following_next_from_the_first_page_visits_every_item_once(matched: int, limit: int) -> None:
    visited: list[int] = []
    skip = 0
    while True:
        visited += range(skip, min(skip + limit, matched))
        links = Window(skip, limit, "/agreements", ()).links(matched)
        following = [link for link in links if link.rel == "next"]
        if not following:
            break
        skip = place_of(following[0].href.split("cursor=")[1])
    assert visited == list(range(matched))


def test_links_keep_the_filters() -> None:
    (link,) = [x for x in Window(0, 1, "/tasks", (("q", "du lịch & y tế"),)).links(2) if x.rel == "next"]
    assert link.href.startswith("/tasks?q=du+l%E1%BB%8Bch+%26+y+t%E1%BA%BF&cursor=")


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("2015", (2015, 2015)),
        ("2015/2020", (2015, 2020)),
        ("2015-2020", (2015, 2020)),
        ("2015 – 2020", (2015, 2020)),
        ("2015/..", (2015, None)),
        ("../2020", (None, 2020)),
        ("2015/", (2015, None)),
        ("", (None, None)),
        ("  ", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_period_is_read_as_people_write_it(written: str | None, years: tuple[int | None, int | None]) -> None:
    assert period_years(written) == years


@pytest.mark.parametrize("written", ["15", "2015/2020/2025", "năm 2015", "2015-06-01", "2020/2015"])
def test_what_is_no_period_is_refused_with_a_hint(written: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        period_years(written)
    assert refused.value.hint
