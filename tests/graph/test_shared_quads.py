"""A workspace whose quads are on a SPARQL server keeps in it what it would keep in the data folder, byte for byte."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from graph.applying import Applier
from graph.checking import Checker
from graph.derivation import Derivation
from graph.documents import Entry
from graph.exports.source import Source
from graph.exports.trig import write_trig
from graph.ledger import Ledger
from graph.quads import Progress, Quads
from graph.remote_quads import RemoteQuadStore
from graph.sparql_address import SparqlAddress
from graph.workspace import Workspace
from ontology.errors import SettingsError, StoreBusy, StoreError, StoreUnavailable
from ontology.iris import DEFAULT_BASE
from tests.graph.records import EXTRACTOR, Document, dispatch, documents, notice
from tests.java import free_port
from tests.quad_stores import LocalPlace, Place, SparqlPlace
from tests.stores import Store

ANOTHER_BASE = "https://data.example.vn/hop-tac/"


def put(workspace: Workspace, *loaded: Document) -> None:
    with workspace.batch():
        for d in loaded:
            workspace.put(d.source, d.text, d.record, EXTRACTOR, id=d.filename)


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


@contextmanager
def asked(address: SparqlAddress) -> Iterator[Quads]:
    """The quads of a server without a workspace."""
    with closing(RemoteQuadStore(address)) as store, store.reading() as quads:
        yield quads


def history(place: Place, folder: Path) -> dict[str, bytes]:
    """What is exported at each point of a history of loading, replacing, removing and moving to another base."""
    exports = {}
    with closing(Ledger(folder / "ledger.sqlite")) as ledger, closing(place.opened(folder / "quads")) as store:

        def export(point: str, base: str = DEFAULT_BASE) -> None:
            derivation, out = Derivation(base), io.BytesIO()
            with store.writing() as quads:
                Applier(ledger, derivation).to_quads(quads)
                with Checker(ledger, derivation) as checker:
                    assert list(checker.quads(quads)) == []
                assert all(graph.startswith(base) for graph in quads.graphs()), "of the former base nothing is left"
            with store.snapshot() as quads:
                assert quads.progress == Progress(ledger.id, ledger.sequence, derivation.version)
                write_trig(Source(quads, derivation), out)
            exports[point] = out.getvalue()

        first, second, third = (
            Entry(document.filename, True, document.source, document.text, document.record, EXTRACTOR, "o")
            for document in documents()
        )
        export("empty")
        for entry in (first, second):
            ledger.put(entry)
        export("loaded")
        ledger.put(replace(first, extractor_version="2", record=first.record.model_copy(update={"tasks": ()})))
        ledger.put(third)
        export("replaced")
        ledger.remove(second.id)
        export("removed")
        export("moved", ANOTHER_BASE)
        export("back")
    return exports


@pytest.fixture(scope="module")
def in_the_data_folder(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return history(LocalPlace(), tmp_path_factory.mktemp("local"))


def test_the_same_history_gives_the_same_exports_wherever_the_quads_are(
    sparql_server: SparqlPlace, in_the_data_folder: dict[str, bytes], tmp_path: Path
) -> None:
    assert history(sparql_server, tmp_path) == in_the_data_folder


def test_another_base_leaves_nothing_of_the_former_one_and_back_is_the_same(
    in_the_data_folder: dict[str, bytes],
) -> None:
    exports = in_the_data_folder
    assert exports["back"] == exports["removed"]
    assert DEFAULT_BASE.encode() not in exports["moved"]
    assert exports["moved"].count(b"\n") == exports["removed"].count(b"\n")
    assert len(set(exports.values())) == 5, "empty, loaded, replaced, removed and moved all differ"


def test_a_server_that_was_down_catches_up_and_what_somebody_changed_there_is_mended(
    sparql_server: SparqlPlace, embedded_store: Store, data: Path
) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings, **sparql_server.settings) as workspace:
        put(workspace, dispatch())
        sparql_server.stop()
        try:
            with pytest.raises(StoreUnavailable, match=r"does not answer.*is it running\?"):
                put(workspace, notice())
            assert workspace.sequence == 2, "the ledger has it"
        finally:
            sparql_server.start()
        applied = workspace.catch_up()
        assert (applied.quads, applied.property_graph) == (1, 1), "what was there before is still there"
        before = trig(workspace)

        sparql_server.update(
            "INSERT DATA { GRAPH <urn:x> { <urn:x> <urn:x> 1 } } ; "
            "DELETE { GRAPH ?g { ?n ?p ?o } } INSERT { GRAPH ?g { ?n ?p 'Hà Nội'@vi } } "
            "WHERE { GRAPH ?g { ?n ?p ?o . FILTER(STRENDS(STR(?n), '/locality/ha-nam') && ?o = 'Hà Nam'@vi) } }"
        )
        named = {str(difference) for difference in workspace.check()}
        assert {name for name in named if name.startswith("RDF")} == {
            "RDF: altered: ha-nam",
            "RDF: unexpected: graph urn:x",
        }
        workspace.repair()
        assert (workspace.check(), trig(workspace)) == ([], before)
        status = workspace.status()
        assert (status.quad_store, status.quads) == (sparql_server.address.query, 2)
        assert not (data / "quads").exists()
    with Workspace(data, **embedded_store.settings, **sparql_server.settings, base_iri=ANOTHER_BASE) as workspace:
        assert workspace.status().to_derive_anew == "RDF, property graph"


@pytest.mark.parametrize(
    ("theirs", "whose"),
    [
        ("INSERT DATA { GRAPH <urn:theirs> { <urn:x> <urn:x> 1 } }", "hoptac did not write"),
        ("INSERT DATA { <urn:x> <urn:x> 1 }", "hoptac did not write"),
        (
            "INSERT DATA { GRAPH <urn:hoptac:bookkeeping> { <urn:hoptac:state> <urn:hoptac:state> 'other 1 1' } }",
            "another data folder",
        ),
    ],
)
def test_a_server_that_is_not_ours_is_never_emptied(
    theirs: str, whose: str, oxigraph_place: SparqlPlace, data: Path
) -> None:
    oxigraph_place.empty()
    oxigraph_place.update(theirs)
    with Workspace(data, **oxigraph_place.settings) as workspace, pytest.raises(StoreError, match=whose):
        workspace.catch_up()
    with asked(oxigraph_place.address) as quads:
        assert not quads.is_empty()


@contextmanager
def answering(status: int, body: bytes) -> Iterator[SparqlAddress]:
    """A server that gives everybody the same answer, and none to who is not let in."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            known = self.headers["Authorization"] == "Basic aG9wdGFjOmdlaGVpbQ=="  # hoptac:geheim
            self.send_response(status if known else 401)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield SparqlAddress.of(f"http://127.0.0.1:{server.server_port}/query", None, None, "hoptac", "geheim")
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("status", "body", "error", "said"),
    [
        (200, b"<html>welcome</html>", StoreError, "not SPARQL"),
        (404, b"", StoreError, "check HOPTAC_SPARQL_URI"),
        (302, b"", StoreError, "check HOPTAC_SPARQL_URI"),
        (403, b"", StoreUnavailable, "HOPTAC_SPARQL_PASSWORD"),
        (503, b"later", StoreBusy, "503: later"),
        (500, b"line\nline " + b"x" * 1000, StoreError, "500: line line x"),
    ],
)
def test_an_answer_that_cannot_be_used_is_one_line_that_says_why(
    status: int, body: bytes, error: type[StoreError], said: str
) -> None:
    with answering(status, body) as address, asked(address) as quads:
        with pytest.raises(StoreError, match=said) as refused:
            quads.graphs()
        assert type(refused.value) is error
        assert len(str(refused.value)) < 400
        assert "geheim" not in str(refused.value)


def test_user_and_password_are_sent_where_they_are_given() -> None:
    with answering(200, b"?graph\n<urn:x>\n") as address:
        with asked(address) as quads:
            assert quads.graphs() == ["urn:x"]
        nobody = SparqlAddress(address.query, address.update, address.graphs)
        with (
            asked(nobody) as quads,
            pytest.raises(StoreUnavailable, match=r"does not let us in \(401\)"),
        ):
            quads.graphs()


def test_where_nobody_listens_the_error_says_so() -> None:
    nowhere = SparqlAddress.of(f"http://127.0.0.1:{free_port()}/query")
    with asked(nowhere) as quads, pytest.raises(StoreUnavailable, match="does not answer"):
        quads.graphs()


@pytest.mark.parametrize(
    ("query", "update", "graphs"),
    [
        ("http://h:7878/query", "http://h:7878/update", "http://h:7878/store"),  # oxigraph serve
        ("https://h/ds/query", "https://h/ds/update", "https://h/ds/data"),  # Fuseki
        ("http://h/fuseki/ds/sparql", "http://h/fuseki/ds/update", "http://h/fuseki/ds/data"),  # its other name, below
    ],
)
def test_the_other_addresses_follow_where_the_kind_of_server_is_known(query: str, update: str, graphs: str) -> None:
    assert SparqlAddress.of(query) == SparqlAddress(query, update, graphs)
    assert SparqlAddress.of(query, "http://u", "http://g") == SparqlAddress(query, "http://u", "http://g")


def test_the_address_that_does_not_follow_has_to_be_said() -> None:
    with pytest.raises(SettingsError, match="HOPTAC_SPARQL_UPDATE_URI"):
        SparqlAddress.of("http://h/repositories/r")
    with pytest.raises(SettingsError, match="HOPTAC_SPARQL_GRAPHS_URI"):
        SparqlAddress.of("http://h/repositories/r", "http://h/repositories/r/statements")
