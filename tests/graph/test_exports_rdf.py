"""TriG, N-Quads and JSON-LD say the same statements, in forms that other programs read."""

from __future__ import annotations

import json

import pyoxigraph as ox
import pytest
import rdflib

from graph.exports.source import Source
from ontology.rdf import from_quads
from tests.graph.exporting import documents, exported, source

_FORMATS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
_RDFLIB = {"trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def everything() -> Source:
    return source()


def statements(source: Source) -> set[ox.Quad]:
    return {quad for graph in source.graphs for quad in source.quads.graph(graph)}


@pytest.mark.parametrize("kind", _FORMATS)
def test_oxigraph_reads_exactly_the_statements_that_are_held(everything: Source, kind: str) -> None:
    assert set(ox.parse(exported(kind, everything), format=_FORMATS[kind])) == statements(everything)


@pytest.mark.parametrize("kind", ["trig", "jsonld"])
def test_rdflib_reads_the_same_quads_as_from_nquads(everything: Source, kind: str) -> None:
    quads = {}
    for each in (kind, "nquads"):
        dataset = rdflib.Dataset()
        dataset.parse(data=exported(each, everything), format=_RDFLIB[each])
        # Equal terms may be written differently: the words of a literal and its type are compared, not its value.
        quads[each] = {tuple(term.n3() if term is not None else "" for term in quad) for quad in _quads(dataset)}
    assert len(quads["nquads"]) == len(statements(everything))
    assert quads[kind] == quads["nquads"]


def _quads(dataset: rdflib.Dataset) -> list[tuple[rdflib.term.Identifier | None, ...]]:
    return [(s, p, o, rdflib.URIRef(str(g)) if g is not None else None) for s, p, o, g in dataset.quads()]


def test_trig_begins_with_its_prefixes_in_their_order(everything: Source) -> None:
    lines = exported("trig", everything).decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) == lines[: len(prefixes)]


def test_each_document_comes_back_from_trig(everything: Source) -> None:
    store = ox.Store()
    store.load(exported("trig", everything), format=ox.RdfFormat.TRIG)
    records = {}
    for graph in store.named_graphs():
        assert isinstance(graph, ox.NamedNode)
        if "/document/" in graph.value:
            record, meta = from_quads(store.quads_for_pattern(None, None, None, graph))
            records[meta.filename] = len(record.agreements), len(record.tasks)
    assert records == {d.filename: (len(d.record.agreements), len(d.record.tasks)) for d in documents()}


def test_nquads_are_canonical_one_statement_on_each_line_in_the_order_of_the_bytes(everything: Source) -> None:
    lines = exported("nquads", everything).splitlines(keepends=True)
    assert lines == sorted(lines)
    assert len(lines) == len(set(lines)) == len(statements(everything))
    escapes = [line for line in lines if b"ontology.example" not in line and b"\\u0000" in line]
    assert any(b"\\u007F" in line and b"\\b" in line and "\x85".encode() in line for line in escapes), "RDFC-1.0, 5.1"


def test_jsonld_is_one_object_for_each_graph_with_one_thing_on_each_line(everything: Source) -> None:
    written = exported("jsonld", everything)
    read = json.loads(written)
    assert [graph["@id"] for graph in read["@graph"]] == everything.graphs
    assert read["@context"]["ht:party"] == {"@id": "https://hoptac.example/ns#party", "@type": "@id"}
    things = sum(len(graph["@graph"]) for graph in read["@graph"])
    assert written.count(b"\n") == things + 2 * len(everything.graphs) + 3
