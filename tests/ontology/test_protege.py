"""Protégé's OWL API reads schema and vocabularies: every term is what it was declared to be, nothing is left over."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from os import sep
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import OWL

from ontology.schema import RDF_TYPE, schema
from ontology.turtle_files import VOCABULARY_FILES, schema_quads, turtle, vocabulary_quads
from tests.java import jars, need_java

HERE = Path(__file__).resolve().parents[1] / "owlapi"

pytestmark = pytest.mark.neo4j  # needs the same JDK and Maven


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What the OWL API found in all our Turtle as one document, by kind."""
    need_java("the OWL API")
    document = tmp_path_factory.mktemp("owl") / "ontology.ttl"
    document.write_bytes(b"\n".join(turtle(name) for name in ("schema", *VOCABULARY_FILES)))
    java = ["java", "-XX:TieredStopAtLevel=1", "-cp", f"{jars(HERE / 'pom.xml')}{sep}*", str(HERE / "Read.java")]
    run = subprocess.run([*java, str(document)], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, set[str]] = defaultdict(set)
    for line in run.stdout.splitlines():
        kind, _, name = line.partition("\t")
        found[kind].add(name)
    return found


def declared(*types: str) -> set[str]:
    return {
        quad.subject.value
        for quad in schema_quads()
        if quad.predicate.value == RDF_TYPE and quad.object.value in types and isinstance(quad.subject, ox.NamedNode)
    }


def test_no_statement_is_left_over(read: dict[str, set[str]]) -> None:
    assert read["unparsed"] == set()
    assert read["version"] == {f"https://hoptac.example/ns/{schema().version}"}


@pytest.mark.parametrize(
    ("kind", "type_", "at_least"),
    [
        ("Class", OWL.Class, 25),
        ("ObjectProperty", OWL.ObjectProperty, 40),
        ("DataProperty", OWL.DatatypeProperty, 50),
        ("AnnotationProperty", OWL.AnnotationProperty, 15),
    ],
)
def test_every_term_is_what_it_was_declared_to_be(
    read: dict[str, set[str]], kind: str, type_: str, at_least: int
) -> None:
    assert len(read[kind]) >= at_least
    assert read[kind] == declared(str(type_))


def test_every_class_and_property_of_the_schema_is_there(read: dict[str, set[str]]) -> None:
    properties = read["ObjectProperty"] | read["DataProperty"] | read["AnnotationProperty"]
    assert set(schema().classes) == read["Class"]
    assert set(schema().properties) - {RDF_TYPE} <= properties  # rdf:type is OWL's own


def test_everything_in_the_vocabularies_is_an_individual(read: dict[str, set[str]]) -> None:
    things = {quad.subject.value for quad in vocabulary_quads() if isinstance(quad.subject, ox.NamedNode)}
    assert len(things) > 400
    assert things <= read["NamedIndividual"]
