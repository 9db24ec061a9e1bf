"""Values as people say them, and what the record has for them."""

from __future__ import annotations

from typing import Any

import pytest

from ontology import record as r
from ontology.amending import amended, spoken
from ontology.claims import Place, places
from ontology.errors import InvalidRequest
from tests.graph.records import dispatch


def place_of(slot: str) -> Place:
    return next(place for place in places(dispatch().record) if place.slot.path == slot)


HOME = {"id": "binh-thuan", "name": "Bình Thuận"}


@pytest.mark.parametrize(
    ("slot", "said", "expected", "why"),
    [
        ("agreements.period", "2013-2015", {"value": [2013, 2015]}, "first and last year"),
        ("agreements.period", "2013 – 2015+", {"value": [2013, 2015], "open_ended": True}, "it goes on after that"),
        ("agreements.period", "2013-", {"value": [2013, None]}, "no last year"),
        ("agreements.period", "2013", {"value": [2013, 2013]}, "one year"),
        ("agreements.signed", "2016-01-21", {"value": "2016-01-21"}, "a day"),
        ("agreements.parties", "dak-lak", {"id": "dak-lak", "name": "Đắk Lắk", "role": "hub"}, "an id; the role stays"),
        ("agreements.fields", "Du lịch", {"id": "tourism", "top": "tourism"}, "a name of the vocabulary"),
        ("agreements.fields", "tourism", {"id": "tourism", "top": "tourism"}, "an id of the vocabulary"),
        ("tasks.leads", "Sở Y tế", {"name": "Sở Y tế", "kind": "so-y-te", "jurisdiction": HOME}, "of the same place"),
        ("tasks.leads", "Công ty A, binh-thuan", {"name": "Công ty A", "jurisdiction": HOME}, "of no known kind"),
        ("document.number", "13/UBND", "13/UBND", "a text"),
        ("document.status", "copy, draft", ["copy", "draft"], "several codes"),
        ("document.reported", "true", True, "a truth value"),
        ("tasks.by", '{"person": "B"}', {"person": "B"}, "what has several parts comes as JSON"),
    ],
)
def test_a_value_is_said_as_people_say_it(slot: str, said: str, expected: Any, why: str) -> None:
    assert amended(place_of(slot), said) == expected, why


@pytest.mark.parametrize(
    ("slot", "said", "complaint"),
    [
        ("agreements.period", "mãi mãi", "is no period"),
        ("agreements.period", "-", "is no period"),
        ("agreements.fields", "du hành vũ trụ", "no field of the vocabulary"),
        ("agreements.parties", "Atlantis", "no locality of the vocabulary"),
        ("agreements.place", "", "no locality of the vocabulary"),
        ("indicators", "nhiều", "is no number"),
        ("document.reported", "có", "neither true nor false"),
        ("tasks.by", "ông A", "JSON of the record"),
        ("tasks.by", "{", "is no JSON"),
    ],
)
def test_what_is_not_understood_is_said_so(slot: str, said: str, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        amended(place_of(slot), said)


def test_a_claim_is_told_in_one_line() -> None:
    open_ended = r.PeriodClaim(value=(2016, None), open_ended=True, inferred=r.Inference(rule="x", source="y"))
    assert spoken(open_ended) == "2016-+"
    assert spoken(dispatch().record.agreements[1].parties[2]) == "Lâm Đồng · lam-dong"
    assert spoken(dispatch().record.tasks[0].leads[0]) == "Sở Kế hoạch và Đầu tư · Bình Thuận"
    expected = "programme: Thành phố Hồ Chí Minh, Bình Thuận"
    assert spoken(dispatch().record.agreements[0]) == expected
