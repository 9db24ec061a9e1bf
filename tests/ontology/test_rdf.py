"""What a record says, its graph says, and gives back."""

from __future__ import annotations

import io

import pyoxigraph as ox
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ontology.rdf import DocumentMeta, from_quads, to_quads
from tests.ontology.records import records

META = DocumentMeta("so-1", "so-1.txt", "text/plain", "0" * 64, "1" * 64)
SETTINGS = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@SETTINGS
@given(records(), st.randoms(use_true_random=False))
def test_a_record_comes_back_from_its_graph_whatever_the_order_of_the_quads(record, random):
    quads = to_quads(record, META)
    random.shuffle(quads)
    assert from_quads(quads) == (record, META)


@SETTINGS
@given(records())
def test_a_record_comes_back_from_a_store_and_from_a_file(record):
    store = ox.Store()
    store.extend(to_quads(record, META))
    assert set(store) == set(to_quads(record, META)), "literals are in canonical form"
    written = io.BytesIO()
    store.dump(written, format=ox.RdfFormat.N_QUADS)
    assert from_quads(ox.parse(written.getvalue(), format=ox.RdfFormat.N_QUADS)) == (record, META)


@SETTINGS
@given(records())
def test_everything_is_said_once_in_the_documents_own_graph_and_without_blank_nodes(record):
    quads = to_quads(record, META)
    assert {quad.graph_name for quad in quads} == {ox.NamedNode("https://hoptac.example/id/document/so-1/graph")}
    assert all(isinstance(node, ox.NamedNode) for quad in quads for node in (quad.subject, quad.predicate))
    assert not any(isinstance(quad.object, ox.BlankNode) for quad in quads)
    assert len(quads) == len(set(quads))
