"""The schema holds together, and says for every term what it is called and what becomes of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from ontology import correction_graph, mapping, rdf
from ontology.errors import OntologyError, UndeclaredTerm
from ontology.property_graph import edge_types, node_types
from ontology.schema import PropertyType, Term, read_schema, schema
from ontology.turtle_files import schema_quads, turtle, vocabulary_quads

SCHEMA = schema()
TERMS: list[Term] = [*SCHEMA.classes.values(), *SCHEMA.properties.values()]
LABELLED = set(SCHEMA.property(SCHEMA.iri("skos:prefLabel")).domains)
ABSTRACT = {SCHEMA.iri(curie) for curie in ("ht:Statement", "ht:Claim", "ht:Passage")}


def local(term: Term) -> str:
    return re.split(r"[#/]", term.iri)[-1]


def shapes(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle(name), format="turtle")


def curies(part: object) -> Iterable[str]:
    """The prefixed names that a part of the mapping uses."""
    if isinstance(part, str) and re.fullmatch(r"[a-z]+:[A-Za-z0-9]+", part):
        yield part
    elif isinstance(part, tuple):
        yield from (curie for item in part for curie in curies(item))
    elif isinstance(part, dict):
        yield from (curie for item in part.values() for curie in curies(item))
    elif is_dataclass(part):
        yield from (curie for field in fields(part) for curie in curies(getattr(part, field.name)))


SAID_OF_DOCUMENTS = {
    "rdf:type",
    "ht:position",
    "ht:Document",
    "ht:Body",
    "ht:Evidence",
    "ht:states",
    "ht:consolidatedAs",  # of agreements of several documents, in a graph of its own
    "skos:prefLabel",
    "ht:jurisdiction",
    "ht:district",
    "ht:districtRank",
    "ht:bodyKind",
    "oa:start",
    "oa:end",
    "oa:exact",
    "ht:hasCorrection",
    "ht:correctedBy",
    "ht:serial",
    *curies((mapping.AGREEMENT, mapping.STATEMENTS, mapping.DOCUMENT_INFO, rdf.FILE, correction_graph.CORRECTION)),
}


def test_the_schema_has_a_version_and_no_blank_nodes() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", SCHEMA.version)
    versions = [quad.object.value for quad in schema_quads() if quad.predicate.value == str(OWL.versionIRI)]
    assert versions == [f"https://hoptac.example/ns/{SCHEMA.version}"]
    assert not any(isinstance(node, ox.BlankNode) for quad in schema_quads() for node in (quad.subject, quad.object))


@pytest.mark.parametrize("term", TERMS, ids=local)
def test_every_term_is_named_in_two_languages_defined_and_shown_by_an_example(term: Term) -> None:
    assert term.label
    assert term.label_en
    assert term.definition.endswith(".")
    assert term.example
    assert term.example != term.definition


def test_every_annotation_is_named_in_two_languages_defined_and_shown_by_an_example() -> None:
    graph = rdflib.Graph().parse(data=turtle("schema"), format="turtle")
    for term in graph.subjects(RDF.type, OWL.AnnotationProperty):
        if str(term).startswith(SCHEMA.prefixes["ht"]):
            assert {label.language for label in graph.objects(term, RDFS.label)} == {"vi", "en"}, term
            assert graph.value(term, SKOS.definition), term
            assert graph.value(term, SKOS.example), term


@pytest.mark.parametrize("terms", [SCHEMA.classes.values(), SCHEMA.properties.values()], ids=["classes", "properties"])
def test_a_name_means_one_term(terms: Iterable[Term]) -> None:
    for names in ([term.label for term in terms], [term.label_en for term in terms]):
        assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("term", SCHEMA.properties.values(), ids=local)
def test_what_a_property_joins_is_declared(term: PropertyType) -> None:
    outside = (SCHEMA.prefixes["xsd"], SCHEMA.prefixes["rdf"])
    assert set(term.domains) <= set(SCHEMA.classes)
    assert {iri for iri in term.ranges if not iri.startswith(outside)} <= set(SCHEMA.classes)


def test_the_head_of_the_file_explains_every_annotation() -> None:
    graph = rdflib.Graph().parse(data=turtle("schema"), format="turtle")
    ours = graph.subjects(RDF.type, OWL.AnnotationProperty)
    annotations = {str(term) for term in ours if str(term).startswith(SCHEMA.prefixes["ht"])}
    used = {str(p) for p in graph.predicates() if str(p).startswith(SCHEMA.prefixes["ht"])}
    assert used == annotations
    head = turtle("schema").decode().split("@prefix", 1)[0]
    assert all(f"ht:{iri.removeprefix(SCHEMA.prefixes['ht'])}" in head for iri in annotations)


def test_every_term_is_used_by_the_records_or_by_the_vocabularies() -> None:
    in_vocabulary = {
        node.value for quad in vocabulary_quads() for node in (quad.predicate, quad.object) if hasattr(node, "value")
    }
    used = {SCHEMA.iri(curie) for curie in SAID_OF_DOCUMENTS} | in_vocabulary
    assert {term.iri for term in TERMS} - ABSTRACT <= used


@pytest.mark.parametrize("name", ["shapes", "vocabulary-shapes"])
def test_every_shape_is_for_a_declared_class_and_speaks_of_declared_properties(name: str) -> None:
    graph = shapes(name)
    targets = {str(iri) for iri in graph.objects(None, SH.targetClass)}
    assert targets <= set(SCHEMA.classes)
    paths = {str(path) for path in graph.objects(None, SH.path) if isinstance(path, rdflib.URIRef)}
    assert paths <= set(SCHEMA.properties)


def test_every_class_has_a_shape() -> None:
    targets = {
        str(iri) for name in ("shapes", "vocabulary-shapes") for iri in shapes(name).objects(None, SH.targetClass)
    }
    assert set(SCHEMA.classes) - ABSTRACT == targets


@pytest.mark.parametrize("name", ["shapes", "vocabulary-shapes"])
def test_every_shape_that_can_fail_says_what_has_to_be(name: str) -> None:
    graph = shapes(name)
    tested = set(graph.objects(None, SH.property))
    assert all(graph.value(shape, SH.message) for shape in tested)


def test_an_undeclared_term_is_an_error() -> None:
    for ask in (SCHEMA.iri, SCHEMA.klass, SCHEMA.property):
        with pytest.raises(UndeclaredTerm, match=r"ht:Weather.*schema\.ttl"):
            ask("ht:Weather")


def test_a_class_knows_all_that_it_is_a_kind_of() -> None:
    lineage = SCHEMA.lineage(SCHEMA.iri("ht:Indicator"))
    assert {SCHEMA.iri("ht:Claim"), SCHEMA.iri("ht:Passage"), SCHEMA.iri("ht:Statement")} <= set(lineage)


@pytest.mark.parametrize(
    ("label", "name", "many", "reason"),
    [
        ("Locality", "name", False, "the Vietnamese label takes the plain name"),
        ("Locality", "name_en", False, "other languages take a suffix"),
        ("Locality", "alt_names", True, "alternative labels are a list"),
        ("Locality", "search", False, "folded words of all names"),
        ("Agreement", "period_start", False, "a claim is folded into its owner under the name of the link"),
        ("Agreement", "signed", False, "an empty name behind the link adds nothing"),
        ("Agreement", "period_quotes", True, "evidence behind a folded claim is a list"),
        ("Agreement", "quotes", True, "evidence is parallel lists"),
        ("Document", "number_starts", True, "the evidence of the number"),
        ("Task", "deadline", False, "a date claim"),
    ],
)
def test_the_values_of_a_node_follow_from_the_annotations(label: str, name: str, many: bool, reason: str) -> None:
    assert node_types()[label].properties[name] is many, reason


@pytest.mark.parametrize(
    ("type_", "ends", "reason"),
    [
        ("HAS_PARTY", {("Agreement", "Locality"), ("Agreement", "Body")}, "the claim leads on to its party"),
        ("MEMBER_OF", {("Locality", "Locality")}, "reversed: from the member to the region"),
        ("HAS_FIELD", {("Agreement", "Field"), ("Task", "Field"), ("Finding", "Field")}, "three owners"),
        ("BELONGS_TO", {("Body", "Locality")}, "no claim between"),
    ],
)
def test_the_ends_of_a_relationship_follow_from_the_annotations(
    type_: str, ends: set[tuple[str, str]], reason: str
) -> None:
    assert set(edge_types()[type_].ends) == ends, reason


def test_a_claims_relationship_carries_its_id_and_its_evidence_as_parallel_lists() -> None:
    properties = edge_types()["HAS_PARTY"].properties
    assert properties["id"] is False
    assert all(properties[name] for name in ("starts", "ends", "quotes"))
    assert edge_types()["BELONGS_TO"].properties == {}


def test_what_is_indexed_is_a_value_of_the_label() -> None:
    for node in node_types().values():
        assert set(node.indexes) <= set(node.properties)


def test_what_names_a_node_is_a_value_of_its_label() -> None:
    for klass in SCHEMA.classes.values():
        values = {name for names in klass.captions for name in names}
        if klass.projection == "node":
            assert values <= set(node_types()[klass.name].properties)
            has_a_label = not LABELLED.isdisjoint(SCHEMA.lineage(klass.iri))
            assert has_a_label != bool(values)
        else:
            assert not values


def test_another_base_changes_every_term_of_our_own() -> None:
    other = schema("https://dulieu.example.vn/")
    assert other.iri("ht:Agreement") == "https://dulieu.example.vn/ns#Agreement"
    assert not any("hoptac.example" in iri for iri in (*other.classes, *other.properties))
    assert node_types("https://dulieu.example.vn/") == node_types()


@pytest.mark.parametrize(
    ("declared", "instead", "complaint"),
    [
        (
            b'ht:projectAs "node" ; ht:projectName "Task"',
            b'ht:projectName "Task"',
            r"ns#Task has 0 values of .*projectAs",
        ),
        (
            b'ht:projectAs "node" ; ht:projectName "Task"',
            b'ht:projectAs "node"',
            r"ns#Task has 0 values of .*projectName",
        ),
        (b'ht:projectAs "node" ; ht:projectName "Task"', b'ht:projectAs "leaf"', r"ns#Task is projected as 'leaf'"),
        ('"Nhiệm vụ"@vi, '.encode(), b"", r"ns#Task has no label in 'vi'"),
        (b"ht:edgeTo ht:party", b'ht:projectName ""', r"ns#Participation has 0 values of .*edgeTo"),
        (b'ht:projectName "mode" ; ht:projectMany false', b'ht:projectName "mode"', r"ns#mode has 0 values of .*Many"),
        (b'ht:projectAs "property" ; ht:projectName "mode"', b'ht:projectAs "node"', r"ns#mode cannot become a node"),
    ],
)
def test_a_term_that_leaves_the_projection_open_is_an_error(declared: bytes, instead: bytes, complaint: str) -> None:
    source = turtle("schema")
    assert declared in source
    with pytest.raises(OntologyError, match=complaint):
        read_schema(source.replace(declared, instead))


def test_the_documentation_names_every_label_relationship_type_and_value() -> None:
    documentation = (Path(__file__).parents[2] / "docs" / "ontology.md").read_text(encoding="utf-8")
    shown = "starts|ends|quotes|inferred|inferred_from|rule|confidence"
    judged = "verdicts|corrected|corrected_by|corrected_at|corrected_why|corrected_source"
    evidence = re.compile(rf"(.+_)?({shown}|{judged})")
    values = {name for node in node_types().values() for name in node.properties if not evidence.fullmatch(name)}
    assert [n for n in sorted({*node_types(), *edge_types(), *values}) if f"`{n}`" not in documentation] == []
