"""The one door to what hoptac keeps: the ledger, the RDF graphs and the property graph of a data folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from graph.documents import DocumentHead, Entry, Original, Outcome, StoredDocument
from graph.ledger import Ledger
from graph.versions import ontology_version
from ontology.identity import document_id as identify
from ontology.iris import DEFAULT_BASE
from ontology.record import Record


class Workspace:
    """A data folder and its stores; usable from several threads, and by several processes at once.

    The property graph is the embedded store in the data folder, or what answers at ``store_uri``
    (``neo4j://…``, ``bolt://…``). Stores are started and opened when they are first needed.
    """

    def __init__(
        self,
        data_dir: Path,
        *,
        store_uri: str | None = None,
        store_user: str = "neo4j",
        store_password: str | None = None,
        base_iri: str = DEFAULT_BASE,
    ) -> None:
        self.data_dir = data_dir
        self.base_iri = base_iri
        self.ontology_version = ontology_version()
        self._ledger = Ledger(data_dir / "ledger.sqlite")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._ledger.close()

    @property
    def sequence(self) -> int:
        """The number of the last change: the version of everything that can be asked."""
        return self._ledger.sequence

    def documents(self) -> list[DocumentHead]:
        """All documents in the order of their ids."""
        return self._ledger.documents()

    def document(self, document_id: str) -> StoredDocument:
        """One document with its text, original and record.

        :raises NotFound: no such document
        """
        return self._ledger.document(document_id)

    def known(self, sha256: str, extractor_version: str) -> list[DocumentHead]:
        """The documents that hold these bytes, read by this extractor under this ontology: nothing to do for them."""
        return self._ledger.known(sha256, extractor_version, self.ontology_version)

    def put(
        self,
        source: Original,
        text: str,
        record: Record,
        extractor_version: str,
        id: str | None = None,  # noqa: A002
    ) -> Outcome:
        """Enter a document and bring the stores up to date (inside :meth:`batch`: a little later).

        :raises RefusedDocument: its graph does not conform; nothing was written
        """
        identifier = identify(record.document, text, id)
        entry = Entry(identifier, id is not None, source, text, record, extractor_version, self.ontology_version)
        return self._ledger.put(entry)

    def remove(self, document_id: str) -> None:
        """Take a document and all that it says out of the ledger and the stores.

        :raises NotFound: no such document
        """
        self._ledger.remove(document_id)

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Inside, puts and removals reach the ledger at once and the stores in groups; after it, all of them."""
        yield
