"""Who is who: documents by what they state or contain, bodies by name and locality, statements by their content."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.errors import InvalidRequest
from ontology.identity import Keys, body_id, document_id
from ontology.record import BodyRef, DocumentInfo, LocalityRef

BINH_PHUOC = LocalityRef(id="binh-phuoc", name="Bình Phước")
COMMITTEE = BodyRef(name="Ủy ban nhân dân", jurisdiction=BINH_PHUOC, kind="uy-ban-nhan-dan")
ACT = {"genre": "plan", "number": "215/KH-UBND", "issued": "2013-10-01", "issuer": COMMITTEE}
TEXT = "Kế hoạch"
HASH = sha256(TEXT.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("change", "given_id", "expected", "reason"),
    [
        ({}, "ke-hoach-215", "ke-hoach-215", "what is given at loading counts first"),
        ({}, None, "215-kh-ubnd--uy-ban-nhan-dan--binh-phuoc--2013-10-01", "an act by number, issuer and date"),
        ({"reported": True}, None, HASH, "a report about an act is not the act"),
        ({"number": None}, None, HASH, "no number"),
        ({"number": "…"}, None, HASH, "a number without letters or digits is none"),
        ({"issuer": None}, None, HASH, "no issuer: every province has a number 215"),
        ({"issued": None}, None, HASH, "no date: numbers begin anew every year"),
        ({"issued": "--10-01"}, None, HASH, "a date without a year is none here"),
        ({"issued": "2013"}, None, "215-kh-ubnd--uy-ban-nhan-dan--binh-phuoc--2013", "the year is enough"),
    ],
)
def test_a_document_is_known_by(change: dict[str, Any], given_id: str | None, expected: str, reason: str) -> None:
    assert document_id(DocumentInfo(**{**ACT, **change}), TEXT, given_id) == expected, reason


@pytest.mark.parametrize("given_id", ["", "-a", ".", "..", "a/b", "a b", "kế-hoạch", "a?b", "a#b", "a\n", "a" * 201])
def test_an_id_that_cannot_stand_in_an_address_is_refused(given_id: str) -> None:
    with pytest.raises(InvalidRequest, match="cannot be a document's id"):
        document_id(DocumentInfo(**ACT), TEXT, given_id)


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_a_number_never_makes_an_id_that_could_not_be_given(number: str) -> None:
    identifier = document_id(DocumentInfo(**{**ACT, "number": number}), TEXT)
    assert document_id(DocumentInfo(**ACT), TEXT, identifier) == identifier


@pytest.mark.parametrize(
    ("name", "expected", "reason"),
    [
        ("Sở Y tế", "so-y-te--binh-phuoc", "a name of the vocabulary is its slug"),
        ("Sở Y Tế", "so-y-te--binh-phuoc", "upper and lower case are one"),
        ("Sở  Y\u00a0tế", "so-y-te--binh-phuoc", "so are spaces"),
        ("So\u031b\u0309 Y te\u0302\u0301", "so-y-te--binh-phuoc", "and Unicode forms"),
        ("Công ty An Phú", "cong-ty-an-phu-b0f3ad3c--binh-phuoc", "any other name carries a hash"),
        ("Công ty Ân Phú", "cong-ty-an-phu-788970fd--binh-phuoc", "because marks tell names apart"),
        ("…", "b4935894--binh-phuoc", "what no slug can be made of is its hash"),
    ],
)
def test_a_body_is_known_by_its_name_and_locality(name: str, expected: str, reason: str) -> None:
    assert body_id(BodyRef(name=name, jurisdiction=BINH_PHUOC)) == expected, reason


def test_a_national_body_is_known_by_its_name() -> None:
    assert body_id(BodyRef(name="Bộ Y tế")) == "bo-y-te"


def test_what_is_said_again_is_counted_and_nothing_else_changes() -> None:
    keys = Keys()
    first = keys.key("task", "Giao Sở Y tế")
    assert keys.key("task", "Giao Sở Y tế") == f"{first}-2"
    assert keys.key("finding", "Giao Sở Y tế") != first
    assert keys.key("task", "Giao Sở Y tế") == f"{first}-3"
    assert Keys().key("task", "Giao Sở Y tế") == first
