"""The one door to what hoptac keeps: the ledger, the RDF graphs and the property graph of a data folder."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import IO, Any, Self

from graph import exporting, importing, judging, upkeep
from graph.applying import Applied
from graph.backing_up import back_up
from graph.bolt import Address, Bolt, Row
from graph.consolidation.judging import judge
from graph.corrections import Entered
from graph.differences import Difference
from graph.documents import DocumentHead, Entry, Original, Outcome, StoredDocument
from graph.holdings import Holdings
from graph.importing import Imported
from graph.jobs import Log, running
from graph.judging import Judgement
from graph.quads import Quads
from graph.queries import named_query
from graph.releases.making import make_release
from graph.releases.manifest import Publication, Release
from graph.releases.shelf import Shelf
from graph.sparql_address import SparqlAddress
from graph.status import Status, status
from graph.tokens import Tokens
from graph.versions import ontology_version
from ontology.claims import Claim
from ontology.identity import document_id as identify
from ontology.iris import DEFAULT_BASE
from ontology.record import Record

#: Documents that reach the stores together while a batch is loaded.
_BATCH = 128


class Workspace:
    """A data folder and its stores; usable from several threads, and by several processes at once.

    The property graph is the embedded store in the data folder, or what answers at ``store_uri``
    (``neo4j://…``, ``bolt://…``); the quads are there too, or on the server at ``sparql``; the ledger is a file there,
    or a PostgreSQL database at ``ledger_uri``. ``actor`` is who changes are said to be made by. Stores are started and
    opened when they are first needed.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        store_uri: str | None = None,
        store_user: str = "neo4j",
        store_password: str = "",
        store_database: str = "neo4j",
        sparql: SparqlAddress | None = None,
        base_iri: str = DEFAULT_BASE,
        ledger_uri: str | None = None,
        actor: str | None = None,
    ) -> None:
        self.data_dir = data_dir.resolve()
        self.base_iri = base_iri
        self.ontology_version = ontology_version()
        user = (store_user, store_password)
        address = Address(store_uri, user, user, store_database) if store_uri else None
        self._holdings = Holdings(self.data_dir, address, base_iri, ledger_uri, actor, sparql=sparql)
        self._batch_depth = 0
        self._waiting = 0
        self._lock = RLock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._holdings.close()

    @property
    def sequence(self) -> int:
        """The number of the last change: the version of everything that can be asked."""
        return self._holdings.ledger.sequence

    def documents(self) -> list[DocumentHead]:
        """All documents in the order of their ids."""
        return self._holdings.ledger.documents()

    def document(self, document_id: str) -> StoredDocument:
        """One document with its text, original and record.

        :raises NotFound: no such document
        """
        return self._holdings.ledger.document(document_id)

    def knew_agreement(self, agreement_id: str) -> bool:
        """Whether a document states this agreement, or ever did."""
        return self._holdings.ledger.knew_agreement(agreement_id)

    def known(self, sha256: str, extractor_version: str) -> list[DocumentHead]:
        """The documents that hold these bytes, read by this extractor under this ontology: nothing to do for them."""
        return self._holdings.ledger.known(sha256, extractor_version, self.ontology_version)

    def put(
        self,
        source: Original,
        text: str,
        record: Record,
        extractor_version: str,
        id: str | None = None,
    ) -> Outcome:
        """Enter a document and bring the stores up to date (inside :meth:`batch`: a little later).

        :raises RefusedDocument: its graph does not conform; nothing was written
        """
        identifier = identify(record.document, text, id)
        entry = Entry(identifier, id is not None, source, text, record, extractor_version, self.ontology_version)
        return self.enter(entry)

    def enter(self, entry: Entry) -> Outcome:
        """Enter a document as :meth:`put` does, with an id that is settled.

        :raises RefusedDocument: its graph does not conform; nothing was written
        """
        unchanged = self._holdings.ledger.unchanged(entry)
        if unchanged:
            return unchanged
        outcome = judging.enter(self._holdings, entry)
        self._changed()
        return outcome

    def remove(self, document_id: str) -> None:
        """Take a document and all that it says out of the ledger and the stores.

        :raises NotFound: no such document
        """
        self._holdings.ledger.remove(document_id)
        self._changed()

    def claims(self, document_id: str) -> list[Claim]:
        """The claims of a document that stand, each with what people said of it.

        :raises NotFound: no such document
        """
        return judging.claims_of(self._holdings, document_id)

    def claim(self, claim_id: str) -> Claim:
        """One claim by its id.

        :raises NotFound: no document makes it
        """
        return judging.find_claim(self._holdings, claim_id)

    def correct(self, claim_id: str, judgement: Judgement) -> Entered:
        """Enter what somebody says of a claim (:func:`graph.judging.correct`) and bring the stores up to date."""
        entered = judging.correct(self._holdings, claim_id, judgement)
        self._changed()
        return entered

    def judge(self, verdict: str, ids: tuple[str, str], why: str, who: str | None = None) -> Entered:
        """Enter that two agreements are the same or different (:func:`graph.consolidation.judging.judge`)."""
        entered = judge(self._holdings, verdict, ids, why, who)
        self._changed()
        return entered

    def undo(self, number: int, why: str, who: str | None = None) -> Entered:
        """Take a correction back (:func:`graph.judging.undo`) and bring the stores up to date."""
        entered = judging.undo(self._holdings, number, why, who)
        self._changed()
        return entered

    def corrections(self, document_id: str | None = None) -> list[tuple[Entered, str]]:
        """All corrections, or those of one document, each with its state (:func:`graph.judging.listed`)."""
        return judging.listed(self._holdings, document_id)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Inside, puts and removals reach the ledger at once and the stores in groups; after it, all of them."""
        with self._lock:
            self._batch_depth += 1
        interrupted = False
        try:
            yield
        except KeyboardInterrupt:
            interrupted = True  # whoever stops a command does not wait; the next one catches up
            raise
        finally:
            with self._lock:
                self._batch_depth -= 1
            if not interrupted:
                self.catch_up()

    def catch_up(self) -> Applied:
        """Apply to both stores what they have not seen of the ledger; does nothing where they are up to date."""
        self._waiting = 0
        return self._holdings.catch_up()

    def query(self, name: str, **parameters: object) -> list[Row]:
        """The rows of a named query of ``graph/queries``, read as a user who can only read."""
        statement = named_query(name)
        return self._holdings.store.using(lambda bolt: bolt.read(statement, parameters))

    def connection(self) -> Bolt:
        """The connection to the property store, for what no named query answers."""
        return self._holdings.store.bolt()

    @contextmanager
    def writing_quads(self) -> Iterator[Quads]:
        """The RDF graphs for whoever has to change them by hand; :meth:`check` tells what differs afterwards."""
        with self._holdings.writing() as quads:
            yield quads

    def status(self) -> Status:
        """How far everything is; the property store is asked, and started for it where it does not run."""
        return status(self._holdings)

    def check(self) -> list[Difference]:
        """In what the stores differ from the ledger, after they have caught up with it."""
        return upkeep.check(self._holdings)

    def repair(self) -> list[Difference]:
        """Mend what :meth:`check` would find; what it was."""
        return upkeep.repair(self._holdings)

    def job(self, command: str) -> AbstractContextManager[dict[str, Any]]:
        """Enter a command that changes things into the log, with what it puts into the dictionary."""
        return running(self._holdings.ledger, command)

    @property
    def log(self) -> Log:
        """Which commands changed things, and what they changed."""
        return Log(self._holdings.ledger)

    def backup(self, out: Path) -> int:
        """Write the ledger of this moment to a new file (:func:`graph.backing_up.back_up`); the last change in it."""
        return back_up(self._holdings.ledger.database, out)

    def rebuild(self) -> Applied:
        """Make both stores anew from the ledger; what it did (:func:`graph.upkeep.rebuild`)."""
        return upkeep.rebuild(self._holdings)

    def export(self, kind: str, out: Path | IO[bytes]) -> None:
        """Write everything in one of :data:`graph.exports.formats.FORMATS` (:func:`graph.exporting.export`).

        :raises InvalidRequest: no such format, or nothing can be written there
        """
        exporting.export(self._holdings, kind, out)

    def import_file(self, path: Path, *, rebase: bool = False) -> Iterator[Imported]:
        """Enter the documents of an export, best inside :meth:`batch` (:func:`graph.importing.import_file`)."""
        return importing.import_file(self._holdings, self.enter, path, rebase=rebase)

    @property
    def tokens(self) -> Tokens:
        """Who is let in over HTTP where not everybody is."""
        return Tokens(self._holdings.ledger)

    @property
    def shelf(self) -> Shelf:
        """The frozen versions of the dataset."""
        return Shelf(self.data_dir / "releases")

    def release(self, version: str | None, publication: Publication, formats: Collection[str]) -> Release:
        """Freeze what is loaded as a version (:func:`graph.releases.making.make_release`)."""
        return make_release(self._holdings, version, publication=publication, formats=formats)

    def _changed(self) -> None:
        with self._lock:
            self._waiting += 1
            if self._batch_depth and self._waiting < _BATCH:
                return
        self.catch_up()
