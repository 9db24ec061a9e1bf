"""The quad store that several processes or machines share: any SPARQL 1.1 server, by its address.

A request of updates is all or nothing on the servers that we know. One is sent when enough has come together; the mark
of how far the store has come is in that of the last document it stands for. Whoever reads, reads what is there now.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

import pyoxigraph as ox

from graph.local_quads import LocalQuads
from graph.quads import BOOKKEEPING, STATE, Progress, Quads, QuadStore
from graph.sparql import SparqlServer
from graph.sparql_address import SparqlAddress

#: How much text of updates makes a request: several documents of the usual size.
REQUEST_BYTES = 1 << 20

_ANYTHING = "SELECT ?graph WHERE { { ?thing ?said ?of } UNION { GRAPH ?graph { ?thing ?said ?of } } } LIMIT 1"
#: Some servers go on knowing a graph from which everything was taken away.
_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { } FILTER EXISTS { GRAPH ?graph { ?thing ?said ?of } } }"
_MARK = f"SELECT ?mark WHERE {{ GRAPH {BOOKKEEPING} {{ {STATE} {STATE} ?mark }} }}"
_EVERYTHING = "SELECT ?graph ?thing ?said ?of WHERE { GRAPH ?graph { ?thing ?said ?of } }"
#: ``%s`` are IRIs as terms, in their brackets.
_SOME = "SELECT ?graph ?thing ?said ?of WHERE { VALUES ?graph { %s } GRAPH ?graph { ?thing ?said ?of } }"
#: ``%s`` is an IRI as a term, in its brackets.
_ABOUT = "CONSTRUCT { %s ?said ?of } WHERE { GRAPH ?graph { %s ?said ?of } }"


class RemoteQuads(Quads):
    """The quads of a server, for one who writes under the writer's lock, or for a few questions."""

    own = False

    def __init__(self, server: SparqlServer) -> None:
        self._server = server
        self._updates: list[bytes] = []
        self._size = 0
        #: What the store will be as far as, when what waits has been sent; None where that is not to change.
        self._mark: Progress | None = None
        #: Whether all goes first. Then nothing is sent before there is a mark: graphs without one are nobody's.
        self._cleared = False

    @cached_property
    def _found(self) -> Progress | None:
        """What the server said when it was first asked; nobody else writes meanwhile."""
        with self._server.select(_MARK) as rows:
            marks = [Progress.read(row["mark"]) for row in rows]
        return marks[0] if len(marks) == 1 else None

    @property
    def progress(self) -> Progress | None:
        return self._mark or (None if self._cleared else self._found)

    @progress.setter
    def progress(self, progress: Progress) -> None:
        if progress != self.progress:
            self._mark = progress
        if self._size >= REQUEST_BYTES:
            self.send()

    def graphs(self) -> list[str]:
        self.send()
        with self._server.select(_GRAPHS) as rows:
            return sorted(row["graph"].value for row in rows if row["graph"] != BOOKKEEPING)

    def graph(self, iri: str) -> list[ox.Quad]:
        self.send()
        return self._server.graph(ox.NamedNode(iri))

    def differing(self, graphs: Mapping[str, Collection[ox.Quad]]) -> list[str]:
        """They are read with one question; an Oxigraph in memory gives what comes the form of the local store."""
        self.send()
        named = " ".join(str(ox.NamedNode(graph)) for graph in graphs)
        found = ox.Store()
        with self._server.select(_SOME % named) as rows:
            found.extend(ox.Quad(row["thing"], row["said"], row["of"], row["graph"]) for row in rows)
        return LocalQuads(found).differing(graphs)

    def about(self, subject: str) -> list[ox.Quad]:
        self.send()
        thing = str(ox.NamedNode(subject))  # refuses what is no IRI
        return self._server.construct(_ABOUT % (thing, thing), BOOKKEEPING)

    def replace(self, graph: str, quads: Iterable[ox.Quad]) -> None:
        if self._size >= REQUEST_BYTES and not self._cleared:
            self.send()
        self._wait(_replacement(ox.NamedNode(graph), quads))

    def restate(self, graph: str, subjects: Collection[str], quads: Sequence[ox.Quad]) -> None:
        if subjects:
            self._wait(_restatement(ox.NamedNode(graph), subjects, quads))

    def clear(self) -> None:
        self._updates, self._size, self._mark = [], 0, None
        self._cleared = True
        self._wait(b"DROP ALL")

    def is_empty(self) -> bool:
        if self._cleared:
            return self._mark is None
        with self._server.select(_ANYTHING) as rows:
            return next(rows, None) is None

    def send(self) -> None:
        """Have done what waits, in one request."""
        if not self._updates and self._mark is None:
            return
        mark = self._mark
        if mark is not None:
            self._wait(_replacement(BOOKKEEPING, [ox.Quad(STATE, STATE, mark.written(), BOOKKEEPING)]))
        self._server.update(b" ;\n".join(self._updates))
        if mark is not None or self._cleared:
            self._found = mark
        self._updates, self._size, self._mark, self._cleared = [], 0, None, False

    def _wait(self, update: bytes) -> None:
        self._updates.append(update)
        self._size += len(update)


class RemoteQuadStore(QuadStore):
    """The store at an address."""

    own = False

    def __init__(self, address: SparqlAddress) -> None:
        self.address = address.query
        self._server = SparqlServer(address)

    def close(self) -> None:
        self._server.close()

    @contextmanager
    def writing(self) -> Iterator[Quads]:
        """What still waits is sent at the end, but not after an error: the next one finds where this one stopped."""
        quads = RemoteQuads(self._server)
        yield quads
        quads.send()

    @contextmanager
    def reading(self) -> Iterator[Quads]:
        """What the server has at the moment of each question."""
        yield RemoteQuads(self._server)

    @contextmanager
    def snapshot(self) -> Iterator[Quads]:
        """A copy of everything that one query gave, streamed to disk; it goes away afterwards."""
        with tempfile.TemporaryDirectory(prefix="hoptac-") as folder:
            store = ox.Store(folder)
            with self._server.select(_EVERYTHING) as rows:
                store.bulk_extend(ox.Quad(row["thing"], row["said"], row["of"], row["graph"]) for row in rows)
            quads = LocalQuads(store)
            del store
            yield quads
            # Oxigraph closes a store when its last reference goes.
            quads._store = ox.Store()


def _replacement(graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> bytes:
    """The update that puts quads in place of a graph; a serializer of RDF writes the terms."""
    triples = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    assert triples is not None
    drop = f"DROP SILENT GRAPH {graph}".encode()
    return b"%s ;\nINSERT DATA { GRAPH %s {\n%s} }" % (drop, str(graph).encode(), triples) if triples else drop


def _restatement(graph: ox.NamedNode, subjects: Iterable[str], quads: Iterable[ox.Quad]) -> bytes:
    """The update that puts quads in place of what a graph said of some things."""
    things = " ".join(str(ox.NamedNode(iri)) for iri in sorted(subjects))
    pattern = f"GRAPH {graph} {{ ?s ?p ?o }}"
    delete = f"DELETE {{ {pattern} }} WHERE {{ VALUES ?s {{ {things} }} {pattern} }}"
    triples = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES)
    insert = b" ;\nINSERT DATA { GRAPH %s {\n%s} }" % (str(graph).encode(), triples) if triples else b""
    return delete.encode() + insert
