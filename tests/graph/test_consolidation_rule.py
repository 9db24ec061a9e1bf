"""When agreements of several documents are one: conditions that can be said, and nothing that merely resembles."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.consolidation.facts import Facts, facts_of
from graph.consolidation.grouping import Judgements, groups, pair
from graph.consolidation.merging import merged
from graph.consolidation.rule import contradiction, dates_agree, one
from ontology.record import Agreement, Citation, DateClaim, DocumentInfo, Inference, Party, PeriodClaim, Record
from ontology.vocabulary import vocabulary

BECAUSE = Inference(rule="by-hand", source="a test")


def facts(identifier: str, *sides: str, **said: Any) -> Facts:
    """An agreement of a document, of Hà Nội and Hà Nam unless others are named."""
    who = tuple((side, ("party",)) for side in sorted(sides or ("ha-noi", "ha-nam")))
    return Facts(identifier, **{"kind": "agreement", "sides": who, **said})


@pytest.mark.parametrize(
    ("a", "b", "are_one", "why"),
    [
        ({"signed": "2022-03-15"}, {"signed": "2022-03-15"}, True, "signed on the same day"),
        ({"signed": "2022-03"}, {"signed": "2022-03-15"}, True, "a month agrees with a day in it"),
        ({"signed": "2022"}, {"signed": "2022-03-15"}, False, "a year is too little: they sign more than once a year"),
        ({"signed": "--03-15"}, {"signed": "2022-03-15"}, False, "the day may be that of any year"),
        ({"signed": "--03-15", "period": (2022, 2025)}, {"signed": "2022-03-15", "period": (2022, 2025)}, True,
         "the day agrees, and the period shows it"),
        ({"signed": "2022-03-15"}, {"signed": "2022-03-16"}, False, "signed on two days"),
        ({"period": (2016, 2020)}, {"period": (2016, 2020)}, True, "the same sides for the same years"),
        ({"period": (2016, 2020)}, {"period": (2011, 2015)}, False, "two phases"),
        ({"period": (2016, None)}, {"period": (2016, None)}, False, "a beginning alone shows nothing"),
        ({"period": (2016, 2020), "signed": "2015-12-01"}, {"signed": "2015-12-01"}, True,
         "who does not say the period says the day of signing"),
        ({"period": (2016, 2020), "signed": "2015-12-01"}, {"period": (2016, 2021), "signed": "2015-12-01"}, False,
         "the periods contradict each other, the day does not help"),
        ({}, {}, False, "the same sides agree on many things"),
        ({"signed": "2022-03-15", "kind": "programme"}, {"signed": "2022-03-15", "kind": "memorandum"}, True,
         "news and papers call one thing by several of these names"),
        ({"signed": "2022-03-15"}, {"signed": "2022-03-15", "kind": "plan"}, False, "a plan under it is not it"),
        ({"period": (2016, 2020)}, {"period": (2016, 2020), "kind": "conference"}, False, "a review of it"),
        ({"kind": "plan", "period": (2024, 2024)}, {"kind": "plan", "period": (2024, 2024)}, False,
         "each side makes its own plan for the same year"),
        ({"kind": "plan", "act": "12-kh 2024-01-05"}, {"kind": "plan", "act": "12-kh 2024-01-05"}, True,
         "the plan, and a report about it"),
        ({"kind": "conference", "held": "2024-05-06"}, {"kind": "conference", "held": "2024-05-06"}, True,
         "one meeting"),
        ({"kind": "conference", "held": "2024-05"}, {"kind": "conference", "held": "2024-05"}, False, "two in a month"),
        ({"kind": "proposal", "signed": "2024-05-06"}, {"kind": "proposal", "signed": "2024-05-06"}, False,
         "nobody signs what is proposed"),
        ({"act": "5-tt 2020-05-03"}, {"cites": ("5-tt 2020-05-03",)}, True, "a later document names it"),
        ({"cites": ("24-nq 2020-05-03",)}, {"cites": ("24-nq 2020-05-03",)}, False, "both rest on one resolution"),
        ({"act": "5-tt 2020-05-03", "period": (2020, 2025)}, {"act": "6-tt 2020-05-03", "period": (2020, 2025)}, False,
         "two papers with two numbers"),
        ({"period": (2020, 2025), "fields": ("tourism",)}, {"period": (2020, 2025), "fields": ("health",)}, False,
         "on other fields"),
        ({"period": (2020, 2025), "fields": ("tourism",)},
         {"period": (2020, 2025), "fields": ("health", "tourism")}, False,
         "an agreement on one field under a programme on many"),
        ({"period": (2020, 2025), "fields": ("tourism", "trade")},
         {"period": (2020, 2025), "fields": ("health", "tourism")}, True, "each names some of the fields"),
        ({"signed": "2020-05-03", "fields": ("tourism",)},
         {"signed": "2020-05-03", "fields": ("health", "tourism")}, True, "a headline names one of the fields"),
        ({"signed": "2020-05-03", "organs": (("ha-noi", "so-y-te--ha-noi"),)},
         {"signed": "2020-05-03", "organs": (("ha-noi", "uy-ban-nhan-dan--ha-noi"),)}, False,
         "what departments sign is not what committees sign"),
    ],
)  # fmt: skip
def test_two_agreements_of_two_documents_are_one(a: dict[str, Any], b: dict[str, Any], are_one: bool, why: str) -> None:
    x, y = facts("a/agreement/1", **a), facts("b/agreement/1", **b)
    assert (one(x, y), one(y, x)) == (are_one, are_one), why
    if are_one:
        assert x.block == y.block, "what is one has to meet in a block"


MERGER = {"signed": "2020-05-03"}


@pytest.mark.parametrize(
    ("a", "b", "are_one", "why"),
    [
        (("binh-thuan", "ha-noi"), ("ha-noi", "lam-dong-2025"), False, "which of the three that it was made of?"),
        (("ha-noi", "thua-thien-hue"), ("ha-noi", "hue"), True, "one province under its new name"),
        (("ha-noi", "ha-nam"), ("ha-noi", "ha-nam", "hung-yen"), False, "one side more is another agreement"),
        (("ha-noi",), ("ha-noi",), False, "with whom, neither says"),
    ],
)
def test_sides_are_the_same_as_history_says(a: tuple[str, ...], b: tuple[str, ...], are_one: bool, why: str) -> None:
    old, new = facts("a/agreement/1", *a, **MERGER), facts("b/agreement/1", *b, issued="2026-01-05", **MERGER)
    assert (one(old, new), one(new, old)) == (are_one, are_one), why
    early = facts("b/agreement/1", *b, issued="2019-01-05", **MERGER)
    assert one(old, early) is (are_one and a == b), "what was not yet there was no side"


def test_an_act_tells_which_of_the_provinces_that_became_one_is_meant() -> None:
    old = facts("a/agreement/1", "binh-thuan", "ha-noi", act="5-tt 2020-05-03")
    new = facts("b/agreement/1", "lam-dong-2025", "ha-noi", issued="2026-01-05", cites=("5-tt 2020-05-03",))
    assert one(old, new)
    assert old.block == new.block


def ids(found: list[tuple[Facts, ...]]) -> list[list[str]]:
    return [[each.id for each in group] for group in found]


def test_two_agreements_of_one_document_are_never_one() -> None:
    twice = [facts(i, period=(2016, 2020)) for i in ("a/agreement/1", "a/agreement/2", "b/agreement/1")]
    assert contradiction(*twice[:2]) == "document"
    assert ids(groups(twice)) == [["a/agreement/1"], ["a/agreement/2"], ["b/agreement/1"]], "nothing tells which is b's"
    more = [*twice, facts("c/agreement/1", period=(2016, 2020))]
    assert ids(groups(more))[2:] == [["b/agreement/1", "c/agreement/1"]], "the others lose nothing by it"


def test_what_fits_two_that_are_not_one_belongs_to_neither() -> None:
    first = facts("a/agreement/1", signed="2015-12-01", period=(2016, 2020))
    second = facts("b/agreement/1", signed="2015-12-01", period=(2016, 2021))
    between = facts("c/agreement/1", signed="2015-12")
    assert [len(group) for group in groups([first, second, between])] == [1, 1, 1]
    assert ids(groups([first, between])) == [["a/agreement/1", "c/agreement/1"]], "without the other it is clear"


def test_removing_what_ties_two_separates_them() -> None:
    day = facts("a/agreement/1", signed="2015-12-01")
    years = facts("b/agreement/1", period=(2016, 2020))
    both = facts("c/agreement/1", signed="2015-12-01", period=(2016, 2020))
    assert ids(groups([day, years, both])) == [["a/agreement/1", "b/agreement/1", "c/agreement/1"]]
    assert ids(groups([day, years])) == [["a/agreement/1"], ["b/agreement/1"]]


def judged(same: list[tuple[str, str]], different: list[tuple[str, str]]) -> Judgements:
    return Judgements(
        *(frozenset(pair(f"{a}/agreement/1", f"{b}/agreement/1") for a, b in p) for p in (same, different))
    )


def test_people_have_the_last_word() -> None:
    a, b = (facts(f"{name}/agreement/1", signed=f"2015-12-0{n}") for n, name in enumerate("ab", 1))
    c = facts("c/agreement/1", signed="2015-12-01")
    assert ids(groups([a, b, c], judged([("a", "b")], []))) == [[a.id, b.id, c.id]], (
        "with all that is one with one of them"
    )
    assert ids(groups([a, b, c], judged([], [("c", "a")]))) == [[a.id], [b.id], [c.id]]
    assert ids(groups([a, b, c], judged([("a", "b"), ("b", "c")], [("a", "c")]))) == [[a.id], [b.id], [c.id]], (
        "who contradict each other settle nothing"
    )


kinds = st.sampled_from(["agreement", "programme", "plan", "conference"])
dates = st.sampled_from([None, "2015-12-01", "2015-12", "--12-01", "2016-01-02"])
drawn = st.lists(
    st.builds(
        lambda document, key, sides, **said: facts(f"{document}/agreement/{key}", *sides, **said),
        st.sampled_from("abcdef"),
        st.integers(1, 2),
        st.sampled_from([("ha-noi", "ha-nam"), ("ha-noi", "hue"), ("ha-noi", "thua-thien-hue")]),
        kind=kinds,
        signed=dates,
        period=st.sampled_from([None, (2016, 2020), (2016, None), (2016, 2021)]),
        fields=st.sampled_from([(), ("tourism",), ("tourism", "health")]),
        issued=st.sampled_from([None, "2015-12-02", "2026-01-01"]),
    ),
    max_size=9,
    unique_by=lambda each: each.id,
)


@given(drawn, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order_and_hold_no_contradiction(found: list[Facts], random: Any) -> None:
    shuffled = random.sample(found, len(found))
    assert ids(groups(shuffled)) == ids(groups(found))
    assert sorted(i for group in ids(groups(found)) for i in group) == sorted(each.id for each in found)
    for group in groups(found):
        assert all(contradiction(x, y) is None for x in group for y in group if x is not y)
        assert len({each.block for each in group}) == 1


def test_a_group_says_what_most_of_its_documents_say() -> None:
    told = [
        facts("a/agreement/1", signed="2015-12", fields=("tourism",)),
        facts("b/agreement/1", signed="2015-12-01", period=(2016, 2020), kind="programme", fields=("health",)),
        facts("c/agreement/1", signed="2015-12", period=(2016, 2020), kind="programme"),
    ]
    found = merged(told)
    assert (found.id, found.kind, found.period) == ("a/agreement/1", "programme", (2016, 2020))
    assert found.signed == "2015-12-01", "the date that says most"
    assert found.fields == {"health", "tourism"}


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [("2022-03", "2022-03-15", True), ("--03-15", "2022-03-15", True), ("--03-16", "2022-03-15", False),
     ("2022", "2023-01-01", False), ("2022", "--01-01", True), (None, "2022", True)],
)  # fmt: skip
def test_dates_agree_where_they_can_be_one_day(a: str | None, b: str | None, agree: bool) -> None:
    assert (dates_agree(a, b), dates_agree(b, a)) == (agree, agree)


def party(place: str) -> Party:
    return Party(id=place, name=vocabulary().localities[place].name, inferred=BECAUSE)


def test_facts_are_those_of_the_record_and_outlive_being_written() -> None:
    agreement = Agreement(
        kind="memorandum",
        parties=(party("ha-noi"), party("ha-nam")),
        period=PeriodClaim(value=(2016, None), open_ended=True, inferred=BECAUSE),
        signed=DateClaim(value="2015-12-01", inferred=BECAUSE),
    )
    head = DocumentInfo(
        genre="memorandum", number="05/BBGN", issued="2015-12-01", cites=(Citation(number="3-KL/TU", date="2015"),)
    )
    (found,) = facts_of(Record(document=head, agreements=(agreement,)), "d")
    assert found.id.startswith("d/agreement/")
    assert found.signs == {"act 05-bbgn 2015-12-01", "signed 2015-12"}
    assert found.cites == (), "a number of an unknown day names no act"
    assert Facts.read(found.id, found.written()).written() == found.written()
