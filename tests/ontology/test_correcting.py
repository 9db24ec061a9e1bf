"""What people say of claims: laws for every record, and what becomes of a correction when a text is read anew."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ontology import record as r
from ontology.claims import claims, judged, places
from ontology.correcting import Corrected, apply
from ontology.correction_graph import corrected_quads, read_corrections
from ontology.corrections import Correction
from ontology.errors import InvalidRequest
from ontology.rdf import from_quads, to_quads
from ontology.slots import slots, value_of
from tests.graph.records import Document, dispatch
from tests.ontology.examples import META
from tests.ontology.records import TEXT, records
from tests.ontology.said import SAID, said_of

LAW = settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@st.composite
def corrections(draw: st.DrawFn, record: r.Record, most: int = 4) -> list[Correction]:
    """What people say of some claims of a record, each of another one."""
    corrected = apply(record, TEXT, [])
    found = claims(corrected, META)
    chosen = draw(st.lists(st.sampled_from(range(len(found))), unique=True, max_size=most))
    said = []
    for index in chosen:
        claim = found[index]
        alike = [place.model for place in places(record) if place.slot == claim.place.slot]
        verdict = draw(st.sampled_from(["confirm", "reject", "amend"]))
        if verdict == "amend" and claim.place.slot.holds_owners:
            verdict = "reject"
        after = value_of(draw(st.sampled_from(alike))) if verdict == "amend" else None
        said.append(judged(claim, corrected, verdict, after, **SAID))
    return said


def applied(record: r.Record, said: list[Correction]) -> Corrected:
    """The corrected record, where what is left is a record at all."""
    try:
        return apply(record, TEXT, said)
    except ValueError:
        assume(False)
        raise


@LAW
@given(st.data())
def test_correcting_twice_changes_nothing(data: st.DataObject) -> None:
    record = data.draw(records())
    said = data.draw(corrections(record))
    once = applied(record, said)
    twice = apply(once.record, TEXT, said)
    assert corrected_quads(twice, META) == corrected_quads(once, META)


@LAW
@given(st.data())
def test_corrections_of_different_claims_may_come_in_any_order(data: st.DataObject) -> None:
    record = data.draw(records())
    said = data.draw(corrections(record))
    once = applied(record, said)
    assert apply(record, TEXT, data.draw(st.permutations(said))).record == once.record


@LAW
@given(st.data())
def test_a_corrected_record_and_its_corrections_come_back_from_their_graph(data: st.DataObject) -> None:
    record = data.draw(records())
    once = applied(record, data.draw(corrections(record)))
    quads = corrected_quads(once, META)
    found, meta = from_quads(quads)
    assert meta == META
    assert read_corrections(quads) == once.corrections
    assert set(corrected_quads(apply(found, None, read_corrections(quads)), meta)) == set(quads)
    assert len(quads) == len(set(quads))


@LAW
@given(records())
def test_without_corrections_the_graph_is_that_of_the_record(record: r.Record) -> None:
    assert corrected_quads(apply(record, TEXT, []), META) == to_quads(record, META)


def moved(document: Document, before: str = "Lời dẫn thêm vào. ") -> tuple[r.Record, str]:
    """The document read again with words put in before it: all offsets are others."""
    shift = len(before)
    dumped = document.record.model_dump(mode="json")

    def shifted(part: Any) -> Any:
        if isinstance(part, list):
            return [shifted(item) for item in part]
        if not isinstance(part, dict):
            return part
        places = {k: part[k] + shift for k in ("start", "end") if k in part}
        return {**{k: shifted(v) for k, v in part.items()}, **places}

    return r.Record.model_validate(shifted(dumped)), before + document.text


#: Words of a party, verdict, what stands instead → what the corrected record has there, and why.
EFFECTS = [
    ("Lâm Đồng", "reject", None, ["ho-chi-minh", "binh-thuan"], "a party that is none goes"),
    (
        "Lâm Đồng",
        "confirm",
        None,
        ["ho-chi-minh", "binh-thuan", "lam-dong"],
        "it stands as it was",
    ),
    (
        "Lâm Đồng",
        "amend",
        {"id": "dak-lak", "name": "Đắk Lắk"},
        ["ho-chi-minh", "binh-thuan", "dak-lak"],
        "another party takes its place in the list",
    ),
    (
        "Lâm Đồng",
        "amend",
        {"id": "ho-chi-minh", "name": "Thành phố Hồ Chí Minh"},
        ["ho-chi-minh", "binh-thuan"],
        "what is a party already becomes one party with both its words",
    ),
]


@pytest.mark.parametrize(
    ("words", "verdict", "after", "expected"), [e[:-1] for e in EFFECTS], ids=[e[-1] for e in EFFECTS]
)
def test_what_a_correction_does(words: str, verdict: str, after: Any, expected: list[str]) -> None:
    document = dispatch()
    corrected = apply(document.record, document.text, [said_of(document, "agreements.parties", words, verdict, after)])
    assert [party.id for party in corrected.record.agreements[1].parties] == expected


def test_a_rejected_agreement_takes_its_claims_along_and_what_belonged_to_it_stays() -> None:
    document = dispatch()
    said = said_of(document, "document.number", "12/UBND-TH")
    corrected = apply(document.record, document.text, [])
    first = next(c for c in claims(corrected, META) if c.place.slot.path == "agreements")
    rejected = apply(document.record, document.text, [judged(first, corrected, "reject", **SAID), said]).record
    assert [agreement.period and agreement.period.value for agreement in rejected.agreements] == [(2016, 2020)]
    assert rejected.agreements[0].continues is None
    assert [task.agreement for task in rejected.tasks] == [
        0 if t.agreement == 1 else None for t in document.record.tasks
    ]
    assert rejected.document.number is None
    assert "number" not in rejected.document.evidence


def test_a_correction_follows_its_words_and_what_it_belongs_to() -> None:
    document = dispatch()
    said = [
        said_of(
            document,
            "agreements.parties",
            "Lâm Đồng",
            "amend",
            {"id": "dak-lak", "name": "Đắk Lắk"},
        ),
        said_of(document, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]}),
        said_of(document, "tasks.deadline", "30/6/2016", "reject"),
        said_of(document, "tasks.recurrence", "P1Y", "amend", "P2Y"),
        said_of(
            document,
            "document.title",
            "Chương trình hợp tác 2016 - 2020",
            "amend",
            "Chương trình",
        ),
    ]
    there = apply(document.record, document.text, said)
    record, text = moved(document)
    again = apply(record, text, said)
    assert not again.stale
    assert again.record == moved(Document("", document.text, there.record))[0]


def test_a_confirmed_claim_stands_although_a_new_reading_no_longer_finds_it() -> None:
    document = dispatch()
    text, record = document.text, document.record
    said = [
        said_of(document, "tasks", "tổ chức hội nghị xúc tiến hằng năm, hoàn thành trước 30/6/2016", "confirm"),
        said_of(document, "mentioned_localities", record.mentioned_localities[0].evidence[0].quote, "confirm"),
        said_of(document, "agreements.signed", "ký ngày 20/01/2016", "confirm"),
    ]
    agreement = record.agreements[1].model_copy(update={"signed": None})
    poorer = record.model_copy(
        update={
            "agreements": (record.agreements[0], agreement),
            "tasks": record.tasks[1:],
            "mentioned_localities": record.mentioned_localities[1:],
        }
    )
    corrected = apply(poorer, text, said)
    assert not corrected.stale
    assert [value_of(task) for task in corrected.record.tasks] == [value_of(task) for task in record.tasks]
    assert set(corrected.record.mentioned_localities) == set(record.mentioned_localities)
    assert corrected.record.agreements == record.agreements


def test_a_correction_wins_over_what_a_new_reading_says_at_its_words() -> None:
    document = dispatch()
    text, record = document.text, document.record
    said = [said_of(document, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]})]
    other = r.PeriodClaim(value=(2016, 2019), evidence=record.agreements[1].period.evidence)  # type: ignore[union-attr]
    reading = record.model_copy(
        update={"agreements": (record.agreements[0], record.agreements[1].model_copy(update={"period": other}))}
    )
    period = apply(reading, text, said).record.agreements[1].period
    assert period is not None
    assert period.value == (2016, 2021)


def test_a_correction_whose_words_are_gone_is_stale_and_changes_nothing() -> None:
    document = dispatch()
    said = said_of(document, "agreements.signed", "ký ngày 20/01/2016", "amend", {"value": "2016-01-21"})
    text = document.text.replace("ký ngày 20/01/2016", "ký ngày 20/02/2016")
    corrected = apply(document.record, text, [said])
    assert corrected.stale == (said,)
    assert corrected.record == document.record


def test_the_last_one_who_speaks_of_a_claim_is_right() -> None:
    document = dispatch()
    first = said_of(document, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]})
    corrected = apply(document.record, document.text, [first])
    claim = next(c for c in claims(corrected, META) if c.corrections)
    second = judged(claim, corrected, "reject", **SAID)
    assert apply(document.record, document.text, [first, second]).record.agreements[1].period is None
    assert apply(document.record, document.text, [first]).record == corrected.record


def test_what_no_words_say_stands_by_the_person() -> None:
    document = dispatch()
    inferred = r.PeriodClaim(value=(2016, None), inferred=r.Inference(rule="from-the-year-of-signing", source="2016"))
    agreement = document.record.agreements[1].model_copy(update={"period": inferred})
    record = document.record.model_copy(update={"agreements": (document.record.agreements[0], agreement)})
    said = said_of(
        Document("", document.text, record),
        "agreements.period",
        str(value_of(inferred)),
        "amend",
        {"value": [2016, 2018]},
    )
    period = apply(record, document.text, [said]).record.agreements[1].period
    assert period is not None
    assert period.inferred == r.Inference(rule="person", source="đọc lại")


def test_a_whole_agreement_or_task_is_amended_by_its_claims() -> None:
    document = dispatch()
    with pytest.raises(InvalidRequest, match="amend one of its claims"):
        said_of(document, "tasks", document.record.tasks[0].text, "amend", {"kind": "proposal"})


def test_there_is_a_slot_for_every_claim_of_a_record() -> None:
    expected = {"agreements.parties", "agreements.period", "tasks.leads", "document.number", "indicators", "tasks.by"}
    assert expected <= set(slots())
    assert not {"tasks.text", "tasks.start", "agreements.rule", "agreements.evidence", "tasks.agreement"} & set(slots())
