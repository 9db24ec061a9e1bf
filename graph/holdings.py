"""What a data folder holds, opened: the ledger, the two stores that follow from it, and the lock of who writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from graph.applying import Applied, Applier
from graph.bolt import Address
from graph.derivation import derivation
from graph.ledger import Ledger
from graph.local_quads import LocalQuadStore
from graph.locks import FileLock
from graph.quads import Quads, QuadStore
from graph.sparql_address import SparqlAddress
from graph.stores import PropertyStore
from graph.writing import GraphWriter
from ontology.errors import StoreBusy

T = TypeVar("T")

#: How long one command waits for another one that is writing.
_WRITER_SECONDS = 120.0


class Holdings:
    """The parts of one workspace; stores are started and opened when they are first needed."""

    def __init__(
        self,
        data_dir: Path,
        address: Address | None,
        base_iri: str,
        ledger_uri: str | None,
        actor: str | None,
        *,
        sparql: SparqlAddress | None = None,
    ) -> None:
        data_dir.mkdir(parents=True, exist_ok=True)
        self.data_dir = data_dir
        self.ledger = Ledger(ledger_uri or data_dir / "ledger.sqlite", actor)
        self.derivation = derivation(base_iri)
        self.applier = Applier(self.ledger, self.derivation)
        self.quads = _quad_store(data_dir / "quads", sparql)
        self.store = PropertyStore(data_dir / "store", address)

    def close(self) -> None:
        self.quads.close()
        self.store.close()
        self.ledger.close()

    @contextmanager
    def writing(self) -> Iterator[Quads]:
        """The RDF graphs for writing, as the only one who writes to the stores of this folder.

        Where several machines share a ledger and a store, as the only one of them too.

        :raises StoreBusy: somebody else has been writing for too long
        """
        lock = FileLock(self.data_dir / "writer.lock")
        if not lock.acquire(timeout=_WRITER_SECONDS):
            raise StoreBusy(f"another command has been writing to {self.data_dir} for minutes", "try again later")
        try:
            with self._alone(), self.quads.writing() as quads:
                yield quads
        finally:
            lock.release()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self.store.own and self.quads.own:
            yield
        else:
            with self.ledger.database.applying(_WRITER_SECONDS):
                yield

    def writer(self, work: Callable[[GraphWriter], T]) -> T:
        """Do some work on the property graph that may be done twice."""
        return self.store.using(lambda bolt: work(GraphWriter(bolt, self.derivation.base)))

    def catch_up(self) -> Applied:
        """Apply to both stores what they have not seen of the ledger; does nothing where they are up to date."""
        try:
            with self.writing() as quads:
                return self.apply(quads)
        finally:
            self.applier.forget()

    def apply(self, quads: Quads) -> Applied:
        """:meth:`catch_up` for one who is already writing."""
        applied, failed = self.applier.to_quads(quads)
        written = self.writer(lambda writer: self.applier.to_property_graph(quads, writer, own=self.store.own))
        return Applied(applied, written, tuple(failed))


def _quad_store(folder: Path, address: SparqlAddress | None) -> QuadStore:
    if address is None:
        return LocalQuadStore(folder)
    from graph.remote_quads import RemoteQuadStore  # noqa: PLC0415 - an HTTP client that most commands do not need

    return RemoteQuadStore(address)
