"""Each agreement stands on one line with its values, and each value with the claims that make it."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from graph.exports.agreements import write_agreements
from graph.exports.source import Source
from ontology.record import Agreement, DateClaim, DocumentInfo, FieldClaim, PeriodClaim, Record
from tests.graph.exporting import documents, exported, source
from tests.graph.records import Document, Reader, dispatch
from tests.ontology.said import said_of

TEXTS = {document.filename: document.text for document in documents()}


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in exported("agreements").splitlines()]


def claims(value: Any) -> list[dict[str, Any]]:
    """All claims at any depth."""
    if isinstance(value, dict):
        return value.get("claims", []) + [c for name, v in value.items() if name != "claims" for c in claims(v)]
    return [c for v in value for c in claims(v)] if isinstance(value, list) else []


def test_every_agreement_stands_once_in_the_order_of_the_ids(lines: list[dict[str, Any]]) -> None:
    ids = [line["id"] for line in lines]
    assert ids == sorted(set(ids))
    assert len(ids) == sum(len(document.record.agreements) for document in documents())


def test_a_programme_has_all_its_values(lines: list[dict[str, Any]]) -> None:
    (line,) = [line for line in lines if line.get("signed", {}).get("value") == "2016-01-20"]
    assert line["kind"] == "programme"
    assert [(party["id"], party["role"]) for party in line["parties"]] == [
        ("ho-chi-minh", "hub"),
        ("binh-thuan", "party"),
        ("lam-dong", "party"),
    ]
    assert line["parties"][1]["through"]["id"] == "uy-ban-nhan-dan--binh-thuan"
    assert (line["period"]["value"], line["period"]["open_ended"]) == ([2016, 2020], True)
    assert [claim["quote"] for claim in line["period"]["claims"]] == ["2016 - 2020", "những năm tiếp"]
    assert line["place"]["id"] == "lam-dong"
    assert [field["name"] for field in line["fields"]] == ["Du lịch", "Nông nghiệp và phát triển nông thôn"]
    assert [document["filename"] for document in line["documents"]] == ["cong-van.txt"]
    assert line["continues"][0] in {other["id"] for other in lines}


def test_every_claim_is_shown_by_words_of_its_document_or_says_what_inferred_it(lines: list[dict[str, Any]]) -> None:
    found = claims(lines)
    assert len(found) > 20
    files = {document["id"]: document["filename"] for line in lines for document in line["documents"]}
    for claim in found:
        if "inferred" in claim:
            assert claim["from"]
        else:
            assert TEXTS[files[claim["document"]]][claim["start"] : claim["end"]] == claim["quote"]
    ids = {claim["claim"] for claim in found if "inferred" in claim}
    assert any("/date/" in identifier for identifier in ids), "a date can be inferred"


def told(filename: str, year: int, day: str, field: str) -> Document:
    """One of several documents about the same agreement."""
    text = f"{filename}: Hà Nội và Hà Nam ký ngày {day} chương trình {year} về {field}"
    r = Reader(text)
    agreement = Agreement(
        kind="programme",
        parties=(r.party("ha-noi", "Hà Nội"), r.party("ha-nam", "Hà Nam")),
        period=PeriodClaim(value=(year, None), evidence=r.words(str(year))),
        signed=DateClaim(value=day, evidence=r.words(day)),
        fields=(FieldClaim(id=field, top=field, evidence=r.words(field)),),
    )
    return Document(filename, text, Record(document=DocumentInfo(genre="news"), agreements=(agreement,)))


def grouped(of: Source) -> list[dict[str, Any]]:
    """All agreements as one."""
    ids = [json.loads(line)["id"] for line in exported("agreements", of).splitlines()]
    out = io.BytesIO()
    write_agreements(of, out, lambda _: ids)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_agreement_of_several_documents_stands_once_with_what_each_says_and_where_they_differ() -> None:
    tellers = [("a", 2011, "tourism"), ("b", 2012, "health"), ("c", 2012, "tourism")]
    of = source([told(name, year, "2011-01-01", field) for name, year, field in tellers])
    (line,) = grouped(of)
    assert [len(party["claims"]) for party in line["parties"]] == [3, 3]
    assert {field["id"]: len(field["claims"]) for field in line["fields"]} == {"tourism": 2, "health": 1}
    assert line["period"]["value"] == [2012, None], "two of three say so"
    assert [other["value"] for other in line["period"]["others"]] == [[2011, None]]
    assert "others" not in line["signed"]
    assert sorted(document["filename"] for document in line["documents"]) == ["a", "b", "c"]
    assert line["id"] == min(line["agreements"])


def test_a_value_that_a_person_corrected_says_who_and_why() -> None:
    read = dispatch()
    amended = said_of(read, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]})
    confirmed = said_of(read, "agreements.fields", "nông nghiệp", "confirm")
    of = source([read], corrections={read.filename: (amended, confirmed)})
    found = [json.loads(line) for line in exported("agreements", of).splitlines()]
    (line,) = [line for line in found if line["period"]["value"] == [2016, 2021]]
    judged = [claim for claim in claims(line) if "corrected" in claim]
    assert {(claim["corrected"], claim["who"], claim["why"]) for claim in judged} == {
        ("amend", "An", "đọc lại"),
        ("confirm", "An", "đọc lại"),
    }
    assert [claim["corrected"] for claim in line["period"]["claims"] if "corrected" in claim] == ["amend"]
