"""What is quickly seen to conform, conforms by pyshacl too, whatever is done to a graph."""

from __future__ import annotations

import subprocess
import sys

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from ontology.conformance import Conformance
from ontology.correction_graph import corrected_quads
from ontology.description import Term, describe
from ontology.iris import Iris
from ontology.rdf import to_quads
from ontology.schema import RDF_TYPE, schema
from ontology.turtle_files import turtle
from ontology.validation import conformance, shape_violations
from tests.graph.records import documents
from tests.ontology.examples import META
from tests.ontology.said import corrected_dispatch

XSD = "http://www.w3.org/2001/XMLSchema#"
#: Values good and bad of every datatype that the shapes know, and of some that they do not.
LITERALS = [
    *(ox.Literal(text) for text in ("", "x", "news", "hub", "P1Y", "2013", "2013-02-28", "a" * 64, "text/plain", "vi")),
    *(ox.Literal(text, language=tag) for text, tag in (("", "vi"), ("Sở Y tế", "vi"), ("Sở Y tế", "en"))),
    *(
        ox.Literal(text, datatype=ox.NamedNode(f"{XSD}{datatype}"))
        for datatype, texts in {
            "integer": ("0", "7", "-1", "01", "+1", "1.0", "abc", "", "2013", "9" * 25, "9" * 5000),
            "int": ("7",),
            "boolean": ("true", "false", "1", "TRUE", ""),
            "double": ("1", "1.5", "-0.0", "1e5", "1E400", "INF", "NaN", "x", "9" * 305),
            "decimal": ("1.5",),
            "date": ("2013-02-28", "2013-02-29", "20130228", "2013-02-28Z", "0000-01-01", "2013-W01-1", "2013-02-28\n"),
            "dateTime": (
                "2026-03-01T08:30:00Z",
                "2026-02-29T08:30:00Z",
                "2026-03-01T24:00:00Z",
                "2026-03-01",
                "0000-01-01T00:00:00Z",
            ),
            "gYearMonth": ("2013-12", "2013-13", "2013-1", "0000-01", "2013-12\n"),
            "gYear": ("2013", "0000", "13", "-2013", "2013Z", "2013\n"),
            "gMonthDay": ("--02-29", "--02-30", "02-03"),
            "gMonth": ("--12", "--13"),
            "normalizedString": ("x",),
        }.items()
        for text in texts
    ),
]
IRIS = Iris()
THINGS = [
    *(IRIS.thing("locality", name) for name in ("binh-phuoc", "atlantis")),
    *(IRIS.thing("field", name) for name in ("tourism", "tourism/on-the-moon")),
    *(IRIS.thing("body-kind", name) for name in ("so-y-te", "so-thoi-tiet")),
    *sorted(schema().classes)[:5],
    IRIS.document("another"),
]
PROPERTIES = [*sorted(schema().properties), RDF_TYPE, "http://www.w3.org/2000/01/rdf-schema#subClassOf", "urn:x"]
GRAPH = ox.NamedNode(IRIS.document_graph(META.id))


@st.composite
def altered(draw: st.DrawFn, said: list[ox.Quad]) -> list[ox.Quad]:
    """The graph with a few quads dropped, added or said otherwise, mostly so little that it could still conform."""
    quads = list(said)
    subjects = sorted({quad.subject.value for quad in said if isinstance(quad.subject, ox.NamedNode)})
    nodes = st.sampled_from([*subjects, *THINGS, *sorted(schema().classes)]).map(ox.NamedNode)
    values = st.sampled_from(LITERALS) | nodes
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(quads) - 1))
        quad = quads[place]
        match draw(st.sampled_from(["drop", "value", "value", "add", "property", "subject"])):
            case "drop":
                del quads[place]
            case "value":
                quads[place] = ox.Quad(quad.subject, quad.predicate, draw(values), GRAPH)
            case "add":
                quads.append(ox.Quad(quad.subject, quad.predicate, draw(values), GRAPH))
            case "property":
                predicate = ox.NamedNode(draw(st.sampled_from(PROPERTIES)))
                quads.append(ox.Quad(quad.subject, predicate, draw(values), GRAPH))
            case "subject":
                quads[place] = ox.Quad(draw(nodes), quad.predicate, quad.object, GRAPH)
    return quads


#: Graphs that together say everything that a record can say.
EXAMPLES = [*(to_quads(d.record, META) for d in documents()), corrected_quads(corrected_dispatch(), META)]


@settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(EXAMPLES).flatmap(altered))
def test_what_is_accepted_conforms(quads: list[ox.Quad]) -> None:
    graph = describe(quads)
    if conformance().accepts(graph):
        note("\n".join(map(str, quads)))
        assert shape_violations(graph) == set()


def places() -> list[tuple[int, str, str]]:
    """One place for each property of each class: which example, subject, predicate."""
    found: dict[tuple[str, str], tuple[int, str, str]] = {}
    for example, quads in enumerate(EXAMPLES):
        for subject, said in describe(quads).items():
            for predicate in said:
                found.setdefault((said[RDF_TYPE][0].value, predicate), (example, subject, predicate))
    return list(found.values())


def test_a_value_that_is_accepted_somewhere_is_one_that_pyshacl_accepts_there() -> None:
    """Each value stands in all places where it is accepted: graphs that pyshacl has to accept as well."""
    accepted = 0
    for value in [*LITERALS, *map(ox.NamedNode, THINGS)]:
        graphs = [describe(quads) for quads in EXAMPLES]
        changed = set()
        for example, subject, predicate in places():
            said = graphs[example][subject]
            before, said[predicate] = said[predicate], [value]
            if conformance().accepts(graphs[example]):
                accepted += 1
                changed.add(example)
            else:
                said[predicate] = before
        for example in changed:
            assert shape_violations(graphs[example]) == set(), value
    assert accepted > 100


def test_a_sound_document_loads_neither_pyshacl_nor_rdflib() -> None:
    program = (
        "import sys; from ontology.validation import validate; from ontology.rdf import to_quads;"
        "from tests.ontology.examples import META, TEXT, record;"
        "assert validate(to_quads(record(), META), TEXT) == []; print({'rdflib', 'pyshacl'} & sys.modules.keys())"
    )
    assert (
        subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout == "set()\n"
    )


SHAPE = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:Shape a sh:NodeShape ; sh:targetClass :Thing ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; """
#: `:a a :Thing ; :p "x"` would conform to all of them but for what is said here.
UNSUPPORTED = [
    ("sh:property [ sh:path :p ; sh:hasValue 'y' ]", "a component that nobody taught it"),
    ("sh:property [ sh:path :p ; sh:not [ sh:datatype xsd:string ] ]", "what is denied cannot be tested from one side"),
    ("sh:property [ sh:path :p ; sh:pattern 'X' ; sh:flags 'i' ]", "a flag changes what a pattern means"),
    ("sh:property [ sh:path :p ; sh:minCount 2 ]", "two forms of one number are one value"),
    ("sh:property [ sh:path :p ; sh:datatype xsd:anyURI ]", "a datatype without a known form"),
    ("sh:property [ sh:path :p ; sh:in ( 1 2 ) ]", "numbers are equal in several forms"),
    ("sh:property [ sh:path [ sh:inversePath :p ] ]", "a path that leads elsewhere"),
    ("sh:property [ sh:path :p ; sh:severity sh:Info ]", "pyshacl says what a severity does"),
    ("sh:property [ sh:path :p ] ; sh:xone ( :One :Two )", "logic about the thing itself"),
    ("sh:property [ sh:path :p ] ; sh:targetSubjectsOf :p", "things found otherwise than by class"),
    ("sh:property [ sh:path :p ] . :Open a sh:NodeShape ; sh:targetClass :Other", "an open shape"),
    ("sh:property [ sh:path :p ] . :Again sh:targetClass :Thing ; sh:closed true", "two shapes for one class"),
]


@pytest.mark.parametrize(("rest", "reason"), UNSUPPORTED)
def test_shapes_with_something_unknown_accept_nothing(rest: str, reason: str) -> None:
    values: list[tuple[str, Term]] = [(RDF_TYPE, ox.NamedNode("urn:Thing")), ("urn:p", ox.Literal("x"))]
    thing = describe(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode(name), value) for name, value in values)
    plain = Conformance(f"{SHAPE} sh:property [ sh:path :p ] .".encode(), lambda klass: (klass,), {})
    assert plain.accepts(thing)
    assert not Conformance(f"{SHAPE} {rest} .".encode(), lambda klass: (klass,), {}).accepts(thing), reason


def test_the_shapes_of_the_project_are_all_known() -> None:
    assert conformance().unsupported is None
    assert b"sh:property" in turtle("shapes")
