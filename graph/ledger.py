"""The system of record: originals, texts and records of all documents in one database, and the order of changes.

One change is one transaction and one sequence number. Everything else that the project stores is derived from
here by replaying the changes, so that a store that died at any moment is brought in line by :meth:`Ledger.pending`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from graph import corrections
from graph.audit import now, os_user
from graph.consolidation import index, keeping, regrouping
from graph.consolidation.merging import Regrouped
from graph.database import Database
from graph.documents import DocumentHead, Entry, Outcome, StoredDocument, encoded
from graph.opening import open_tables
from graph.tables import change, document
from ontology.correcting import apply
from ontology.errors import Gone, NotFound
from ontology.record import Record

_HEAD = [document.c[name] for name in ("id", "filename", "media_type", "sha256", "extractor_version", "sequence")]

Action = Literal["put", "remove", "correct", "judge", "undo"]


class Ledger:
    """The ledger in one SQLite file, or in PostgreSQL; usable from several threads and processes.

    ``actor`` is who is held to have made its changes; the user of the operating system where nobody is named.

    :raises StoreError: it was written by a newer version, or is no ledger
    """

    def __init__(self, address: Path | str, actor: str | None = None) -> None:
        self.database = Database(address)
        self.actor = actor or os_user()
        #: The job that changes belong to, where one is running (:mod:`graph.jobs`).
        self.job: int | None = None
        try:
            self.id = open_tables(self.database)
            keeping.bring_up(self)
        except BaseException:
            self.database.close()
            raise

    def close(self) -> None:
        self.database.close()

    @property
    def sequence(self) -> int:
        """The number of the last change; 0 in an empty ledger."""
        with self.database.reading() as connection:
            return connection.scalar(sa.select(sa.func.max(change.c.sequence))) or 0

    def put(self, entry: Entry) -> Outcome:
        """Enter a document, in place of what was held of it; the same bytes under the same versions write nothing.

        Bytes that were entered under an id made by the rules, and now get another one, move to it.
        """
        with self.database.writing() as connection:
            former = self._unchanged(connection, entry)
            if former:
                return former
            moved = () if entry.id_given else self._moved(connection, entry)
            for document_id in moved:
                self.log(connection, "remove", document_id)
            present = connection.scalar(sa.select(document.c.id).where(document.c.id == entry.id))
            replaced = (*moved, *((entry.id,) if present else ()))
            connection.execute(sa.delete(document).where(document.c.id.in_(replaced)))
            sequence = self.log(connection, "put", entry.id)
            corrections.move(connection, moved, entry.id)
            if entry.corrections is not None and not corrections.same(connection, entry.id, entry.corrections):
                corrections.replace(connection, entry.id, entry.corrections, self.actor)
            connection.execute(sa.insert(document).values(_row(entry, sequence)))
            for document_id in moved:
                index.enter(connection, document_id, [], sequence)
            said = corrections.holding(connection, [entry.id])
            keeping.note(connection, entry.id, apply(entry.record, entry.text, said), sequence)
        return Outcome("replaced" if replaced else "loaded", entry.id, sequence, replaced)

    def unchanged(self, entry: Entry) -> Outcome | None:
        """What :meth:`put` would say of an entry that is already there in every respect."""
        with self.database.reading() as connection:
            return self._unchanged(connection, entry)

    def with_corrections(self, entry: Entry) -> Entry:
        """A document that is about to be put in, with what people will have said of its claims then."""
        if entry.corrections is not None:
            return entry
        with self.database.reading() as connection:
            moved = () if entry.id_given else self._moved(connection, entry)
            return replace(entry, corrections=corrections.holding(connection, (*moved, entry.id)))

    def remove(self, document_id: str) -> int:
        """Take a document out; the number of the change. What people said of it waits for it to come back.

        :raises NotFound: no such document
        """
        with self.database.writing() as connection:
            if not connection.execute(sa.delete(document).where(document.c.id == document_id)).rowcount:
                raise NotFound(f"no document has the id {document_id!r}", "`hoptac documents` lists them")
            sequence = self.log(connection, "remove", document_id)
            index.enter(connection, document_id, [], sequence)
            return sequence

    def documents(self) -> list[DocumentHead]:
        """All documents in the order of their ids."""
        with self.database.reading() as connection:
            rows = connection.execute(sa.select(*_HEAD).order_by(document.c.id))
            return [DocumentHead(**row) for row in rows.mappings()]

    def document(self, document_id: str) -> StoredDocument:
        """One document.

        :raises NotFound: no such document
        :raises Gone: there was one
        """
        found = self.find(document_id)
        if found is None:
            if self._knew(document_id):
                raise Gone(f"the document {document_id!r} was removed", "`hoptac documents` lists those there are")
            raise NotFound(f"no document has the id {document_id!r}", "`hoptac documents` lists them")
        return found

    def _knew(self, document_id: str) -> bool:
        with self.database.reading() as connection:
            query = sa.select(change.c.sequence).where(change.c.document == document_id, change.c.action == "remove")
            return connection.scalar(query.limit(1)) is not None

    def knew_agreement(self, agreement_id: str) -> bool:
        """Whether a document states this agreement, or ever did."""
        with self.database.reading() as connection:
            return bool(index.blocks_of(connection, [agreement_id]))

    def regrouped(self, after: int, upto: int) -> Regrouped:
        """The groups of agreements that the changes after one and up to another one touch."""
        with self.database.reading() as connection:
            return regrouping.changed(connection, after, upto)

    def groups_around(self, document_id: str) -> Regrouped:
        """The groups that a document's agreements are in."""
        with self.database.reading() as connection:
            return regrouping.around(connection, index.ids_of(connection, document_id))

    def find(self, document_id: str) -> StoredDocument | None:
        with self.database.reading() as connection:
            row = connection.execute(sa.select(document).where(document.c.id == document_id)).mappings().first()
            said = corrections.holding(connection, [document_id]) if row else ()
        return _stored(dict(row)).with_corrections(said) if row else None

    def known(self, digest: str, extractor_version: str, ontology_version: str) -> list[DocumentHead]:
        """The documents that hold these bytes under these versions: reading them again would change nothing."""
        query = sa.select(*_HEAD).where(
            document.c.sha256 == digest,
            document.c.extractor_version == extractor_version,
            document.c.ontology_version == ontology_version,
        )
        with self.database.reading() as connection:
            return [DocumentHead(**row) for row in connection.execute(query.order_by(document.c.id)).mappings()]

    def pending(self, applied: int) -> list[tuple[int, str]]:
        """The documents that changed after a sequence number, each once, with its last change, in that order."""
        last = sa.func.max(change.c.sequence).label("last")
        query = sa.select(last, change.c.document).where(change.c.sequence > applied).group_by(change.c.document)
        with self.database.reading() as connection:
            return [(row[0], row[1]) for row in connection.execute(query.order_by(last))]

    @staticmethod
    def _unchanged(connection: sa.Connection, entry: Entry) -> Outcome | None:
        query = sa.select(document.c.sequence).where(
            document.c.id == entry.id,
            document.c.sha256 == entry.source.sha256,
            document.c.extractor_version == entry.extractor_version,
            document.c.ontology_version == entry.ontology_version,
        )
        sequence = connection.scalar(query)
        if entry.corrections is not None and not corrections.same(connection, entry.id, entry.corrections):
            return None
        return None if sequence is None else Outcome("unchanged", entry.id, sequence)

    @staticmethod
    def _moved(connection: sa.Connection, entry: Entry) -> tuple[str, ...]:
        query = sa.select(document.c.id).where(
            document.c.sha256 == entry.source.sha256,
            document.c.filename == entry.source.filename,
            document.c.id != entry.id,
            document.c.id_given.is_(False),
        )
        return tuple(connection.scalars(query.order_by(document.c.id)))

    def log(self, connection: sa.Connection, action: Action, document_id: str, who: str | None = None) -> int:
        """Enter a change of a document, in the transaction that makes it; its number."""
        said = {"who": who or self.actor, "at": now(), "job": self.job}
        inserted = connection.execute(sa.insert(change).values(action=action, document=document_id, **said))
        assert inserted.inserted_primary_key is not None
        return int(inserted.inserted_primary_key[0])


def _row(entry: Entry, sequence: int) -> dict[str, object]:
    return {
        "id": entry.id,
        "id_given": entry.id_given,
        "filename": entry.source.filename,
        "media_type": entry.source.media_type,
        "sha256": entry.source.sha256,
        "original": entry.source.content,
        "text": None if entry.text is None else encoded(entry.text),
        "text_sha256": entry.text_sha256,
        "record": entry.record.to_json(indent=None),
        "extractor_version": entry.extractor_version,
        "ontology_version": entry.ontology_version,
        "sequence": sequence,
    }


def _stored(row: dict[str, Any]) -> StoredDocument:
    row["text"] = None if row["text"] is None else row["text"].decode("utf-8", "surrogatepass")
    row["record"] = Record.model_validate_json(row["record"])
    return StoredDocument(**row)
