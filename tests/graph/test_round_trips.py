"""What a record says survives every form that its graph takes: RDF → file or server → RDF loses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.derivation import Derivation
from graph.exports.source import Source
from graph.local_quads import LocalQuads
from graph.quads import Progress
from graph.remote_quads import RemoteQuads
from graph.sparql import SparqlServer
from ontology.iris import DEFAULT_BASE
from ontology.literals import date_literal, literal, name_literal, value_of
from ontology.rdf import from_quads, to_quads
from ontology.record import Record
from tests.graph.exporting import exported
from tests.ontology.examples import META
from tests.ontology.records import partial_dates, records
from tests.quad_stores import SparqlPlace

_FORMATS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
_LAW = settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
_DECIMAL = ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")
_GRAPH = ox.NamedNode("https://hoptac.example/id/document/d/graph")

#: All characters that UTF-8 can write, and more often those that some grammar means something by.
texts = st.text(
    st.characters(codec="utf-8") | st.sampled_from("\"'\\\n\r\t\0\x7f{}<>@^_:;,.#%?$ u0\ufeff\ufffeđ\u0323")
)
values = texts | st.booleans() | st.integers() | st.floats(allow_nan=False)
#: All literals that the schema has a use for.
literals = st.one_of(
    values.map(literal),
    texts.map(name_literal),
    partial_dates().map(date_literal),
    st.decimals(-180, 180, places=4).map(lambda d: ox.Literal(f"{d.normalize():f}", datatype=_DECIMAL)),
)
said = st.lists(literals, min_size=1, max_size=20)


def graph_of(said: list[ox.Literal]) -> set[ox.Quad]:
    return {ox.Quad(_GRAPH, ox.NamedNode(f"https://hoptac.example/ns#p{n}"), one, _GRAPH) for n, one in enumerate(said)}


def held(quads: set[ox.Quad] | list[ox.Quad]) -> Source:
    store = ox.Store()
    store.extend(quads)
    return Source(LocalQuads(store), Derivation(DEFAULT_BASE))


@_LAW
@given(record=records())
def test_a_record_comes_back_from_each_form_of_rdf(record: Record) -> None:
    quads = to_quads(record, META)
    source = held(quads)
    for kind, form in _FORMATS.items():
        read = list(ox.parse(exported(kind, source), format=form))
        assert set(read) == set(quads)
        assert len(read) == len(quads)
        assert from_quads(read) == (record, META)


@_LAW
@given(said=said)
def test_any_literal_comes_back_from_each_form_of_rdf(said: list[ox.Literal]) -> None:
    quads = graph_of(said)
    for kind, form in _FORMATS.items():
        assert set(ox.parse(exported(kind, held(quads)), format=form)) == quads


@pytest.fixture
def server(sparql_server: SparqlPlace) -> Iterator[SparqlServer]:
    with closing(SparqlServer(sparql_server.address)) as server:
        yield server


@_LAW
@given(said=said)
def test_any_literal_comes_back_from_a_server(server: SparqlServer, said: list[ox.Literal]) -> None:
    quads = RemoteQuads(server)
    quads.replace(_GRAPH.value, graph_of(said))
    quads.progress = Progress("ledger", 1, "1")
    assert set(quads.graph(_GRAPH.value)) == graph_of(said)


@_LAW
@given(value=values)
def test_a_value_is_what_its_literal_says(value: str | float | bool) -> None:
    came_back = value_of(literal(value))
    assert came_back == value
    assert type(came_back) is type(value)
