"""The projection follows the annotations of the schema and nothing else."""

from __future__ import annotations

import random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.derivation import Derivation
from graph.documents import Entry
from graph.projection import EdgeKind, Projected
from graph.statements import statements
from ontology.errors import OntologyError, UndeclaredTerm
from ontology.iris import DEFAULT_BASE
from ontology.property_graph import edge_types, node_types
from ontology.schema import RDF_TYPE
from tests.graph.records import EXTRACTOR, dispatch, documents

DERIVATION = Derivation(DEFAULT_BASE)
QUADS = [
    DERIVATION.quads(Entry(f"d{number}", True, document.source, document.text, document.record, EXTRACTOR, "o"))
    for number, document in enumerate(documents())
]
ROWS = DERIVATION.rows("d0", 1, QUADS[0])
_TASK = ox.NamedNode(f"{DEFAULT_BASE}id/document/d0/task/x")
#: A task that goes on and on.
TALKATIVE = [
    ox.Quad(_TASK, ox.NamedNode(RDF_TYPE), ox.NamedNode(f"{DEFAULT_BASE}ns#Task")),
    ox.Quad(_TASK, ox.NamedNode(f"{DEFAULT_BASE}ns#text"), ox.Literal("Sở Y tế " * 30)),
]


def rows_by_id(projected: Projected, label: str) -> dict[object, dict[str, object]]:
    return {row["id"]: dict(row) for row in projected.nodes[label]}


def ends(projected: Projected, kind: EdgeKind) -> list[tuple[object, object]]:
    return [(edge["source"], edge["target"]) for edge in projected.edges[kind]]


def test_an_agreement_carries_its_values_and_the_words_that_say_them() -> None:
    (agreement,) = (row for row in ROWS.owned.nodes["Agreement"] if "title" in row)
    assert (agreement["period_start"], agreement["period_end"], agreement["period_open_ended"]) == (2016, 2020, True)
    assert agreement["period_quotes"] == ["2016 - 2020", "những năm tiếp"]
    assert agreement["signed"] == "2016-01-20"
    text = dispatch().text
    starts, stops, quotes = (agreement[f"period_{name}"] for name in ("starts", "ends", "quotes"))
    assert isinstance(starts, list)
    assert isinstance(stops, list)
    assert [text[slice(*span)] for span in zip(starts, stops, strict=True)] == quotes


def test_a_participation_is_a_relationship_with_its_evidence() -> None:
    edges = ROWS.owned.edges[EdgeKind("HAS_PARTY", "Agreement", "Locality")]
    hub = next(edge["properties"] for edge in edges if edge["target"] == "ho-chi-minh")
    assert isinstance(hub, dict)
    assert (hub["role"], hub["quotes"], hub["rule"]) == ("hub", ["Thành phố Hồ Chí Minh"], "sides")


def test_an_inference_names_its_rule_and_what_it_started_from() -> None:
    edges = ROWS.owned.edges[EdgeKind("NAMES", "Document", "Body")]
    inferred = [edge["properties"] for edge in edges if "inferred" in str(edge["properties"])]
    assert [(claim["inferred"], "starts" in claim) for claim in inferred if isinstance(claim, dict)] == [
        ("capitals", False)
    ]


def test_bodies_are_shared_and_everything_else_is_the_documents_own() -> None:
    assert {thing.label for thing in ROWS.shared} == {"Body"}
    assert all(str(row["id"]).startswith("d0") for rows in ROWS.owned.nodes.values() for row in rows)
    assert "Body" not in ROWS.owned.nodes


def test_a_reversed_relationship_points_from_the_member_to_the_region() -> None:
    members = ends(DERIVATION.vocabulary, EdgeKind("MEMBER_OF", "Locality", "Locality"))
    assert ("ha-noi", "vung-dong-bang-song-hong") in members


def test_names_stand_in_both_languages_and_are_found_without_accents() -> None:
    binh_thuan = rows_by_id(DERIVATION.vocabulary, "Locality")["binh-thuan"]
    assert (binh_thuan["name"], binh_thuan["name_en"]) == ("Bình Thuận", "Binh Thuan")
    assert " binh thuan " in str(binh_thuan["search"])


def test_every_node_has_a_name_its_own_or_one_made_of_its_values() -> None:
    assert all(row["name"] for rows in ROWS.owned.nodes.values() for row in rows)
    agreements = {str(row["name"]) for row in ROWS.owned.nodes["Agreement"]}
    assert agreements == {str(row["title"]) for row in ROWS.owned.nodes["Agreement"] if "title" in row} | {
        "programme 2011 2015"
    }
    figures = [(row["name"], row["value"], row["unit"]) for row in ROWS.owned.nodes["Indicator"]]
    assert all(name == f"{value:.15g} {unit}" for name, value, unit in figures)
    long = DERIVATION.rows("d0", 1, [*QUADS[0], *TALKATIVE]).owned.nodes["Task"]
    assert {str(row["name"]) for row in long if row["id"] == "d0/task/x"} == {"Sở Y tế " * 9 + "Sở Y …"}


def test_every_row_and_relationship_is_of_a_declared_kind_with_declared_values() -> None:
    writes = statements(DEFAULT_BASE)
    for projected in (
        ROWS.owned,
        DERIVATION.vocabulary,
        *(DERIVATION.rows(f"d{n}", 1, q).owned for n, q in enumerate(QUADS)),
    ):
        for label, rows in projected.nodes.items():
            declared = node_types(DEFAULT_BASE)[label].properties
            for row in rows:
                assert {name: isinstance(value, list) for name, value in row.items()}.items() <= declared.items()
        for kind, edges in projected.edges.items():
            assert kind in writes.put_edges
            declared = edge_types(DEFAULT_BASE)[kind.type].properties
            for edge in edges:
                assert isinstance(edge["properties"], dict)
                found = {name: isinstance(value, list) for name, value in edge["properties"].items()}
                assert found.items() <= declared.items()


@given(seed=st.integers(0, 2**32))
def test_the_order_of_the_quads_changes_nothing(seed: int) -> None:
    shuffled = list(QUADS[0])
    random.Random(seed).shuffle(shuffled)
    again = DERIVATION.rows("d0", 1, shuffled)
    assert (again.owned.nodes, again.owned.edges, again.shared) == (ROWS.owned.nodes, ROWS.owned.edges, ROWS.shared)


@pytest.mark.parametrize(
    ("predicate", "thing", "error", "why"),
    [
        (f"{DEFAULT_BASE}ns#unheardOf", ox.Literal("x"), UndeclaredTerm, "a property that schema.ttl does not declare"),
        (f"{DEFAULT_BASE}ns#issuer", ox.NamedNode(f"{DEFAULT_BASE}id/body/x"), OntologyError, "nothing says what x is"),
        (f"{DEFAULT_BASE}ns#number", ox.BlankNode(), OntologyError, "a blank node cannot be named again"),
    ],
)
def test_what_the_schema_does_not_know_is_refused(
    predicate: str, thing: ox.Literal | ox.NamedNode | ox.BlankNode, error: type[OntologyError], why: str
) -> None:
    document = ox.NamedNode(f"{DEFAULT_BASE}id/document/d0")
    strange = ox.Quad(document, ox.NamedNode(predicate), thing, QUADS[0][0].graph_name)
    with pytest.raises(error):
        DERIVATION.rows("d0", 1, [*QUADS[0], strange])
    assert why
