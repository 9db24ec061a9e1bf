"""What a record says, its graph says, and gives back."""

from __future__ import annotations

import io
from random import Random
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontology import record as r
from ontology.errors import NotFound, UndeclaredTerm
from ontology.rdf import from_quads, to_quads
from tests.ontology import examples
from tests.ontology.examples import BINH_PHUOC, HEALTH, HO_CHI_MINH, META, seen
from tests.ontology.records import records

LAW = settings(max_examples=50, deadline=None, database=None, suppress_health_check=list(HealthCheck))


@LAW
@given(records(), st.randoms(use_true_random=False))
def test_a_record_comes_back_from_its_graph_whatever_the_order_of_the_quads(record: r.Record, random: Random) -> None:
    quads = to_quads(record, META)
    random.shuffle(quads)
    assert from_quads(quads) == (record, META)


@LAW
@given(records())
def test_a_record_comes_back_from_a_store_and_from_a_file(record: r.Record) -> None:
    quads = to_quads(record, META)
    store = ox.Store()
    store.extend(quads)
    assert set(store) == set(quads), "the store keeps literals as they are written: their form is canonical"
    file = io.BytesIO()
    store.dump(file, format=ox.RdfFormat.N_QUADS)
    assert from_quads(ox.parse(file.getvalue(), format=ox.RdfFormat.N_QUADS)) == (record, META)


@LAW
@given(records())
def test_everything_is_said_once_in_the_documents_own_graph_and_without_blank_nodes(record: r.Record) -> None:
    quads = to_quads(record, META)
    assert {quad.graph_name for quad in quads} == {ox.NamedNode("https://hoptac.example/id/document/so-12/graph")}
    assert not any(isinstance(node, ox.BlankNode) for quad in quads for node in (quad.subject, quad.object))
    assert len(quads) == len(set(quads))


def test_the_same_record_gives_the_same_quads_in_the_same_order() -> None:
    assert to_quads(examples.record(), META) == to_quads(examples.record(), META)


def test_a_graph_under_another_base_has_no_trace_of_the_default_one() -> None:
    base = "https://dulieu.example.vn/hop-tac/"
    quads = to_quads(examples.record(), META, base)
    assert "hoptac.example" not in "".join(map(str, quads))
    assert from_quads(quads, base) == (examples.record(), META)


@pytest.mark.parametrize(
    ("said", "comes_back", "reason"),
    [
        (
            {"evidence": (*seen("du lịch"), *seen("2013"))},
            {"evidence": (*seen("2013"), *seen("du lịch"))},
            "evidence stands in the order of the text",
        ),
        ({"evidence": seen("du lịch") * 2}, {"evidence": seen("du lịch")}, "the same words are one evidence"),
    ],
)
def test_what_means_nothing_is_put_in_order(said: dict[str, Any], comes_back: dict[str, Any], reason: str) -> None:
    written = to_quads(examples.record(agreements=(examples.agreement(**said),)), META)
    assert from_quads(written)[0] == examples.record(agreements=(examples.agreement(**comes_back),)), reason


def test_one_body_has_one_name_and_one_kind_in_a_document() -> None:
    bodies = tuple(
        r.Body(name=name, kind=kind, jurisdiction=BINH_PHUOC, evidence=seen("Sở Y tế"))
        for name, kind in [("Sở Y Tế", None), ("Sở Y tế", "so-y-te")]
    )
    came_back, _ = from_quads(to_quads(examples.record(tasks=(), bodies=bodies), META))
    assert {(body.name, body.kind) for body in came_back.bodies} == {("Sở Y Tế", "so-y-te")}


def addresses(record: r.Record, klass: str) -> list[str]:
    return [
        quad.subject.value
        for quad in to_quads(record, META)
        if isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.NamedNode)
        and quad.object.value.endswith(f"#{klass}")
    ]


def test_an_address_does_not_depend_on_what_stands_before() -> None:
    other = examples.task(text="Giao Sở Y tế", end=examples.task().start + len("Giao Sở Y tế"))
    assert addresses(examples.record(tasks=(examples.task(),)), "Task")[0] in addresses(
        examples.record(tasks=(other, examples.task())), "Task"
    )


def test_an_agreement_keeps_its_address_when_its_fields_are_read_better() -> None:
    better = examples.agreement(fields=(), title="Kế hoạch hợp tác")
    assert addresses(examples.record(), "Agreement") == addresses(examples.record(agreements=(better,)), "Agreement")


def test_what_is_said_twice_has_two_addresses() -> None:
    first, second = addresses(examples.record(tasks=(examples.task(), examples.task())), "Task")
    assert second == f"{first}-2"


def test_one_locality_as_two_parties_is_two_claims() -> None:
    twice = examples.agreement(parties=(examples.party(), examples.party(role="hub"), examples.party(HO_CHI_MINH)))
    record = examples.record(agreements=(twice,))
    assert len(set(addresses(record, "Participation"))) == 3
    assert from_quads(to_quads(record, META))[0] == record


def test_a_body_can_be_a_party() -> None:
    side = r.Party(body=HEALTH, name="Sở Y tế Bình Phước", evidence=seen("Sở Y tế"))
    record = examples.record(agreements=(examples.agreement(parties=(side,)),))
    assert from_quads(to_quads(record, META))[0] == record


def test_the_evidence_of_an_unknown_part_of_the_head_is_an_error() -> None:
    head = r.DocumentInfo(genre="news", evidence={"weather": seen("du lịch")})
    with pytest.raises(UndeclaredTerm, match="'weather'"):
        to_quads(examples.record(document=head), META)


def test_a_graph_without_a_document_has_no_record() -> None:
    with pytest.raises(NotFound):
        from_quads([])
