"""What changed from one reading of a document to another, claim by claim."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from ontology import record as r
from ontology.difference import Change, differences
from tests.graph.records import dispatch, locality
from tests.ontology.records import records

LAW = settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def read_otherwise(**changes: object) -> r.Record:
    """The dispatch with another second agreement."""
    first, second = dispatch().record.agreements
    return dispatch().record.model_copy(update={"agreements": (first, second.model_copy(update=changes))})


def test_what_came_went_and_says_something_else_is_told_with_its_words() -> None:
    record = dispatch().record
    agreement = record.agreements[1]
    period = agreement.period
    assert period is not None
    changed = read_otherwise(
        period=period.model_copy(update={"value": (2016, 2021)}),
        signed=None,
        parties=agreement.parties[:2],
        title="Chương trình",
        form="multilateral",
    )
    changed = changed.model_copy(update={"tasks": record.tasks[:1]})
    found = differences(record, changed)
    said = {"value": [2016, 2020], "open_ended": True}, {"value": [2016, 2021], "open_ended": True}
    assert Change("lost", "agreements.parties", {"id": "lam-dong", "name": "Lâm Đồng"}, None, "Lâm Đồng") in found
    assert Change("changed", "agreements.period", *said, "2016 - 2020") in found
    assert Change("lost", "agreements.signed", {"value": "2016-01-20"}, None, "ký ngày 20/01/2016") in found
    assert sorted((change.kind, change.slot) for change in found) == [
        ("changed", "agreements.form"),
        ("changed", "agreements.period"),
        ("changed", "agreements.title"),
        ("lost", "agreements.parties"),
        ("lost", "agreements.signed"),
        ("lost", "tasks"),
    ]


def test_another_value_at_the_same_words_is_a_change_and_no_loss() -> None:
    record = dispatch().record
    mention = record.mentioned_localities[0]
    other = r.LocalityMention(**locality("dak-lak").model_dump(), evidence=mention.evidence)
    changed = record.model_copy(update={"mentioned_localities": (other, *record.mentioned_localities[1:])})
    (found,) = differences(record, changed)
    assert (found.kind, found.slot) == ("changed", "mentioned_localities")
    assert (found.before["id"], found.after["id"]) == (mention.id, "dak-lak")


@LAW
@given(records())
def test_a_reading_does_not_differ_from_itself(record: r.Record) -> None:
    assert differences(record, record) == []
