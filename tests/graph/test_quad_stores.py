"""The quad stores answer alike: in the data folder, in the ``oxigraph`` server, in Jena Fuseki."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.quads import Progress, QuadStore
from graph.remote_quads import REQUEST_BYTES, RemoteQuadStore
from tests.quad_stores import Place, SparqlPlace

THING = ox.NamedNode("https://hoptac.example/id/document/d")
GRAPH = "https://hoptac.example/id/document/d/graph"
OTHER = "https://hoptac.example/id/document/e/graph"
XSD = "http://www.w3.org/2001/XMLSchema#"


def quads(graph: str, *values: str | ox.Literal) -> list[ox.Quad]:
    literals = [value if isinstance(value, ox.Literal) else ox.Literal(value) for value in values]
    return [
        ox.Quad(THING, ox.NamedNode(f"https://hoptac.example/ns#p{number}"), literal, ox.NamedNode(graph))
        for number, literal in enumerate(literals)
    ]


@pytest.fixture
def store(quad_store: Place, tmp_path: Path) -> Iterator[QuadStore]:
    store = quad_store.opened(tmp_path / "quads")
    yield store
    store.close()


def test_what_is_written_is_there_and_our_notes_are_no_graph(store: QuadStore) -> None:
    with store.writing() as written:
        assert (written.progress, written.graphs(), written.is_empty()) == (None, [], True)
        written.replace(OTHER, quads(OTHER, "x"))
        written.replace(GRAPH, quads(GRAPH, "a", "b"))
        written.progress = Progress("ledger", 1, "1")
        assert written.progress.sequence == 1
    with store.writing() as written:
        written.replace(GRAPH, quads(GRAPH, "c"))
        written.progress = Progress("ledger", 2, "1")
        assert written.graph(GRAPH) == quads(GRAPH, "c"), "who writes reads what was just written"
    with store.reading() as read:
        assert read.progress == Progress("ledger", 2, "1")
        assert read.graphs() == [GRAPH, OTHER]
        assert [read.graph(graph) for graph in (GRAPH, OTHER, "urn:nowhere")] == [
            quads(GRAPH, "c"),
            quads(OTHER, "x"),
            [],
        ]
        assert not read.is_empty()
    with store.writing() as written:
        written.replace(OTHER, ())
        written.progress = Progress("ledger", 3, "1")
        assert written.graphs() == [GRAPH]
        written.clear()
        assert (written.progress, written.is_empty()) == (None, True)
        written.progress = Progress("ledger", 0, "2")
        assert written.graphs() == []


def test_what_a_graph_says_of_some_things_is_put_in_place_and_an_empty_graph_is_none(store: QuadStore) -> None:
    one, other = (ox.Quad(ox.NamedNode(f"urn:{i}"), THING, THING, ox.NamedNode(GRAPH)) for i in "ab")
    with store.writing() as written:
        written.restate(GRAPH, ["urn:a", "urn:b"], [one, other])
        written.progress = Progress("ledger", 1, "1")
    with store.writing() as written:
        written.restate(GRAPH, ["urn:b", "urn:c"], [])
        written.progress = Progress("ledger", 2, "1")
        assert written.graph(GRAPH) == [one]
    with store.writing() as written:
        written.restate(GRAPH, ["urn:a"], [])
        written.progress = Progress("ledger", 3, "1")
    with store.reading() as read:
        assert read.graphs() == []


def test_what_several_graphs_say_of_one_thing_stands_once(store: QuadStore) -> None:
    with store.writing() as written:
        for graph in (GRAPH, OTHER):
            written.replace(graph, quads(graph, "x"))
        written.progress = Progress("ledger", 1, "1")
        assert [quad.triple for quad in written.about(THING.value)] == [quad.triple for quad in quads(GRAPH, "x")]


#: What a serializer, a parser of SPARQL or a store that keeps values instead of texts could change.
LITERALS = [
    *("", '"', "'''", "\\", "\\n", "\\u0041", "\\\\u0022", "\n\r\t\b\f", "\r\n", "\0", "\x01\x1f\x7f"),
    *("\x85\u2028\ufeff", "\ufffe\uffff\ufdd0", "\U0010ffff𝄞", "đ\u0323ị", "đị"),
    *('"} } ; DROP ALL #', "?x $y {}", "<>", "%s %d {graph}"),
    *map(ox.Literal, (0.1, 50000.0, -0.0, 1e-7, 1e15, 1e22, 1e23, 1e300, 5e-324, 123456789.123)),
    *map(ox.Literal, (2**53 + 1, -5, 0, True, False)),
    *(ox.Literal("Hà Nội", language=tag) for tag in ("vi", "en", "vi-vn", "zh-hant")),
    *(
        ox.Literal(value, datatype=ox.NamedNode(f"{XSD}{name}"))
        for value, name in [
            *[("2015", "gYear"), ("2015-04", "gYearMonth"), ("--04-21", "gMonthDay"), ("--04", "gMonth")],
            *[("2015-04-21", "date"), ("2015-04-21Z", "date"), ("2015-04-21+07:00", "date")],
            *[("-0044-03-15", "date"), ("2015-04-21T07:00:00+07:00", "dateTime"), ("P1Y6M", "duration")],
            *[("10.5", "decimal"), ("106.6297", "decimal"), ("0.0000001", "decimal")],
            *[("123456789012345678901234567890", "integer"), ("https://hoptac.example/?a=1&b", "anyURI")],
        ]
    ),
]  # fmt: skip


def test_every_literal_comes_back_as_it_was_written(store: QuadStore) -> None:
    written = set(quads(GRAPH, *LITERALS))
    assert len(written) == len(LITERALS)
    with store.writing() as writer:
        writer.replace(GRAPH, written)
        writer.progress = Progress("ledger", 1, "1")
    with store.reading() as reader, store.snapshot() as copy:
        assert set(reader.graph(GRAPH)) == written
        assert {quad.triple for quad in reader.about(THING.value)} == {quad.triple for quad in written}
        assert set(copy.graph(GRAPH)) == written
        assert reader.differing({GRAPH: written, OTHER: []}) == []
        few, strange = sorted(written, key=str)[1:], quads(GRAPH, "strange")
        for said in (few, [*written, *strange], [*few, *strange], []):
            assert reader.differing({GRAPH: said, OTHER: []}) == [GRAPH]
        assert reader.differing({GRAPH: written, OTHER: quads(OTHER, "x")}) == [OTHER]


def test_a_literal_in_another_form_comes_back_in_the_form_of_the_local_store(store: QuadStore) -> None:
    said = [("5.0E4", "double"), ("50000.0", "double"), ("1", "boolean"), ("050", "integer"), ("10.50", "decimal")]
    forms = [ox.Literal(value, datatype=ox.NamedNode(f"{XSD}{name}")) for value, name in said]
    with store.writing() as writer:
        writer.replace(GRAPH, quads(GRAPH, *forms))
        writer.progress = Progress("ledger", 1, "1")
    with store.reading() as reader:
        found = sorted(reader.graph(GRAPH), key=lambda quad: quad.predicate.value)
        assert [quad.object.value for quad in found if isinstance(quad.object, ox.Literal)] == [
            *("50000", "50000", "true", "50", "10.5")
        ]


def test_a_snapshot_does_not_see_what_is_written_after_it(store: QuadStore) -> None:
    with store.writing() as writer:
        writer.replace(GRAPH, quads(GRAPH, "before"))
        writer.progress = Progress("ledger", 1, "1")
    with store.snapshot() as copy:
        with store.writing() as writer:
            writer.replace(GRAPH, quads(GRAPH, "after"))
            writer.progress = Progress("ledger", 2, "1")
        assert (copy.progress, copy.graphs(), copy.graph(GRAPH)) == (
            Progress("ledger", 1, "1"),
            [GRAPH],
            quads(GRAPH, "before"),
        )


def test_a_writer_who_dies_leaves_whole_requests_and_the_number_that_belongs_to_them(
    sparql_server: SparqlPlace,
) -> None:
    large = "x" * (REQUEST_BYTES // 3)
    store = RemoteQuadStore(sparql_server.address)
    graphs = [f"{GRAPH}/{number}" for number in range(9)]
    with suppress(KeyboardInterrupt), store.writing() as writer:
        for sequence, graph in enumerate(graphs, 1):
            writer.replace(graph, quads(graph, large))
            writer.progress = Progress("ledger", sequence, "1")
            if sequence == 7:
                raise KeyboardInterrupt
    with store.reading() as reader:
        assert reader.progress == Progress("ledger", 6, "1"), "three documents make a request; the seventh is in none"
        assert reader.graphs() == graphs[:6]
    store.close()


def test_an_emptied_store_is_never_seen_without_the_number_that_says_whose_it_is(sparql_server: SparqlPlace) -> None:
    store = RemoteQuadStore(sparql_server.address)
    with store.writing() as writer:
        writer.replace(GRAPH, quads(GRAPH, "old"))
        writer.progress = Progress("ledger", 5, "1")
    with suppress(KeyboardInterrupt), store.writing() as writer:
        writer.clear()
        for graph in (GRAPH, OTHER):
            writer.replace(graph, quads(graph, "x" * REQUEST_BYTES))
        raise KeyboardInterrupt
    with store.reading() as reader:
        assert (reader.progress, reader.graph(GRAPH)) == (Progress("ledger", 5, "1"), quads(GRAPH, "old"))
    store.close()
