"""The quad store in the data folder: Oxigraph on disk.

One process writes at a time and opens the store for that moment only. Whoever reads takes a checkpoint: hard links to
files that never change, so that reading and writing do not wait for each other.
"""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pyoxigraph as ox

from graph.locks import FileLock
from graph.quads import BOOKKEEPING, STATE, Progress, Quads, QuadStore
from ontology.errors import StoreError

_UNPUBLISHED = ox.NamedNode("urn:hoptac:unpublished")
#: From how many quads on they are sorted into files of their own: a third of the time for each, after a moment.
_BULK = 5000
_COUNT = "SELECT ?graph (COUNT(*) AS ?quads) WHERE { GRAPH ?graph { ?thing ?said ?of } } GROUP BY ?graph"
_MARK = ox.Quad(_UNPUBLISHED, _UNPUBLISHED, _UNPUBLISHED, BOOKKEEPING)


class LocalQuads(Quads):
    """The quads of one open Oxigraph; reading from a checkpoint and writing look the same from here."""

    own = True

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        #: Whether anything was written that no checkpoint has; it survives a writer who is killed.
        self.unpublished = bool(list(store.quads_for_pattern(_UNPUBLISHED, None, None, BOOKKEEPING)))

    @property
    def progress(self) -> Progress | None:
        """How far the store has come; killed while that was written, it counts as less far."""
        said = [Progress.read(quad.object) for quad in self._marks()]
        return (
            min(said, key=lambda progress: progress.sequence)
            if len({(p.ledger, p.version) for p in said}) == 1
            else None
        )

    @progress.setter
    def progress(self, progress: Progress) -> None:
        if progress == self.progress:
            return
        self._touch()
        former = self._marks()
        mark = ox.Quad(STATE, STATE, progress.written(), BOOKKEEPING)
        self._store.add(mark)
        for quad in former:
            if quad != mark:
                self._store.remove(quad)

    def _marks(self) -> list[ox.Quad]:
        return list(self._store.quads_for_pattern(STATE, None, None, BOOKKEEPING))

    def graphs(self) -> list[str]:
        names = (graph.value for graph in self._store.named_graphs() if isinstance(graph, ox.NamedNode))
        return sorted(name for name in names if name != BOOKKEEPING.value)

    def graph(self, iri: str) -> list[ox.Quad]:
        return list(self._store.quads_for_pattern(None, None, None, ox.NamedNode(iri)))

    def differing(self, graphs: Mapping[str, Collection[ox.Quad]]) -> list[str]:
        """Asked for, one by one, and counted: reading them would cost three times as much."""
        return [graph for graph, quads in graphs.items() if not self._holds(graph, set(quads))]

    def _holds(self, graph: str, quads: Collection[ox.Quad]) -> bool:
        return self._count(graph) == len(quads) and all(map(self._store.__contains__, quads))

    def _count(self, graph: str) -> int:
        found = self._store.query(_COUNT, substitutions={ox.Variable("graph"): ox.NamedNode(graph)})
        assert isinstance(found, ox.QuerySolutions)
        return next((int(row["quads"].value) for row in found), 0)

    def about(self, subject: str) -> list[ox.Quad]:
        found = self._store.query(
            "SELECT DISTINCT ?thing ?said ?of WHERE { GRAPH ?graph { ?thing ?said ?of } }",
            substitutions={ox.Variable("thing"): ox.NamedNode(subject)},
        )
        assert isinstance(found, ox.QuerySolutions)
        return [ox.Quad(row["thing"], row["said"], row["of"]) for row in found]

    def replace(self, graph: str, quads: Iterable[ox.Quad]) -> None:
        self._touch()
        self._store.remove_graph(ox.NamedNode(graph))
        self._store.extend(quads)

    def replace_all(self, graphs: Mapping[str, Sequence[ox.Quad]]) -> None:
        self._touch()
        for graph in map(ox.NamedNode, graphs):
            if self._store.contains_named_graph(graph):
                self._store.remove_graph(graph)
        quads = [quad for said in graphs.values() for quad in said]
        (self._store.extend if len(quads) < _BULK else self._store.bulk_extend)(quads)

    def restate(self, graph: str, subjects: Collection[str], quads: Sequence[ox.Quad]) -> None:
        name, stating = ox.NamedNode(graph), set(quads)
        held = {q for iri in subjects for q in self._store.quads_for_pattern(ox.NamedNode(iri), None, None, name)}
        if held != stating:
            self._touch()
            for quad in held - stating:
                self._store.remove(quad)
            self._store.extend(stating - held)
            if next(self._store.quads_for_pattern(None, None, None, name), None) is None:
                self._store.remove_graph(name)  # else its name would stay

    def clear(self) -> None:
        self._store.clear()
        self.unpublished = False
        self._touch()  # and until there is progress again, nothing is published

    def is_empty(self) -> bool:
        return not any(quad != _MARK for quad in self._store)

    def published(self) -> None:
        self._store.remove(_MARK)
        self.unpublished = False

    def _touch(self) -> None:
        if not self.unpublished:
            self._store.add(_MARK)
            self.unpublished = True


class LocalQuadStore(QuadStore):
    """The store of one folder."""

    address = "local"
    own = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = folder / "store"
        self._checkpoints = folder / "checkpoints"
        self._readers = folder / "readers"
        for path in (self._checkpoints, self._readers):
            path.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def writing(self) -> Iterator[Quads]:
        """The store itself; afterwards, what was written is a new checkpoint."""
        store = self._opened(self._store)
        quads = LocalQuads(store)
        try:
            yield quads
        finally:
            if quads.unpublished and quads.progress is not None:
                store.flush()
                self._publish(store)
                quads.published()
            # Oxigraph closes a store when its last reference goes.
            quads._store = store = ox.Store()

    @contextmanager
    def reading(self) -> Iterator[Quads]:
        """The latest checkpoint; a copy of its own, made of hard links, that goes away afterwards."""
        lock = FileLock(self._readers / f"{os.getpid()}-{secrets.token_hex(4)}.lock")
        lock.acquire()
        mine = lock.path.with_suffix("")
        try:
            quads = LocalQuads(ox.Store.read_only(str(mine)) if self._link(mine) else ox.Store())
            yield quads
            quads._store = ox.Store()
        finally:
            shutil.rmtree(mine, ignore_errors=True)
            lock.path.unlink(missing_ok=True)
            lock.release()

    def close(self) -> None:
        """Nothing stays open between the moments of reading and writing."""

    def snapshot(self) -> AbstractContextManager[Quads]:
        """The same: what a checkpoint holds never changes."""
        return self.reading()

    def _opened(self, path: Path) -> ox.Store:
        try:
            return ox.Store(str(path))
        except OSError as error:
            raise StoreError(f"the RDF store in {path} cannot be opened: {error}") from error

    def _latest(self) -> Path | None:
        published = sorted(path for path in self._checkpoints.iterdir() if path.name.isdigit())
        return published[-1] if published else None

    def _publish(self, store: ox.Store) -> None:
        """Make a checkpoint under the next number and take the older ones away."""
        latest = self._latest()
        number = int(latest.name) + 1 if latest else 1
        fresh = self._checkpoints / "new"
        shutil.rmtree(fresh, ignore_errors=True)
        store.backup(str(fresh))
        fresh.rename(self._checkpoints / f"{number:012d}")
        if latest:
            shutil.rmtree(latest)
        self._sweep()

    def _sweep(self) -> None:
        """Take away what readers left who were killed."""
        for path in self._readers.glob("*.lock"):
            lock = FileLock(path)
            if lock.acquire():
                shutil.rmtree(path.with_suffix(""), ignore_errors=True)
                path.unlink(missing_ok=True)
                lock.release()

    def _link(self, target: Path) -> bool:
        """Link the latest checkpoint's files; False where nothing was ever published."""
        while (latest := self._latest()) is not None:
            try:
                shutil.copytree(latest, target, copy_function=os.link)
            except (FileNotFoundError, shutil.Error):
                shutil.rmtree(target, ignore_errors=True)  # it was replaced in this moment: take its successor
            else:
                return True
        return False
