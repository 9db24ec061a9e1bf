"""The system of record: originals, texts and records of all documents in one SQLite file, and the order of changes.

One change is one transaction and one sequence number. Everything else that the project stores is derived from
here by replaying the changes, so that a store that died at any moment is brought in line by :meth:`Ledger.pending`.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import sqlalchemy as sa

from graph.documents import DocumentHead, Entry, Outcome, StoredDocument
from ontology.errors import NotFound, StoreBusy, StoreError
from ontology.record import Record

#: Raised by one with every change of the tables below that an older program would not understand.
SCHEMA_VERSION = 1

_tables = sa.MetaData()
_about = sa.Table(
    "about", _tables, sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
)
_document = sa.Table(
    "document",
    _tables,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("id_given", sa.Boolean, nullable=False),
    sa.Column("filename", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    sa.Column("original", sa.LargeBinary, nullable=False),
    sa.Column(
        "text", sa.LargeBinary, nullable=False
    ),  # UTF-8; as bytes, because SQLite's text functions stop at U+0000
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("extractor_version", sa.Text, nullable=False),
    sa.Column("ontology_version", sa.Text, nullable=False),
    sa.Column("sequence", sa.Integer, nullable=False, index=True),
)
_change = sa.Table(
    "change",
    _tables,
    sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=False, index=True),
    sqlite_autoincrement=True,  # a number is never given twice, even after a removal
)
_HEAD = [_document.c[name] for name in ("id", "filename", "media_type", "sha256", "extractor_version", "sequence")]


class Ledger:
    """The ledger in one SQLite file, made when it is not there; usable from several threads and processes.

    :raises StoreError: the file was written by a newer version, or is no ledger
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._engine = sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": 60, "isolation_level": None})
        sa.event.listen(self._engine, "connect", _configure)
        sa.event.listen(self._engine, "begin", _begin)
        try:
            self.id = self._open()
        except sa.exc.DatabaseError as error:
            self._engine.dispose()
            raise StoreError(f"{path} cannot be used as a ledger: {error.orig}", "name another data folder") from error
        except StoreError:
            self._engine.dispose()
            raise

    def close(self) -> None:
        self._engine.dispose()

    @property
    def sequence(self) -> int:
        """The number of the last change; 0 in an empty ledger."""
        with self._reading() as connection:
            return connection.scalar(sa.select(sa.func.max(_change.c.sequence))) or 0

    def put(self, entry: Entry) -> Outcome:
        """Enter a document, in place of what was held of it; the same bytes under the same versions write nothing.

        Bytes that were entered under an id made by the rules, and now get another one, move to it.
        """
        with self._writing() as connection:
            former = self._unchanged(connection, entry)
            if former:
                return former
            moved = () if entry.id_given else self._moved(connection, entry)
            for document_id in moved:
                self._log(connection, "remove", document_id)
            present = connection.scalar(sa.select(_document.c.id).where(_document.c.id == entry.id))
            replaced = (*moved, *((entry.id,) if present else ()))
            connection.execute(sa.delete(_document).where(_document.c.id.in_(replaced)))
            sequence = self._log(connection, "put", entry.id)
            connection.execute(sa.insert(_document).values(_row(entry, sequence)))
        return Outcome("replaced" if replaced else "loaded", entry.id, sequence, replaced)

    def unchanged(self, entry: Entry) -> Outcome | None:
        """What :meth:`put` would say of an entry that is already there in every respect."""
        with self._reading() as connection:
            return self._unchanged(connection, entry)

    def remove(self, document_id: str) -> int:
        """Take a document out; the number of the change.

        :raises NotFound: no such document
        """
        with self._writing() as connection:
            if not connection.execute(sa.delete(_document).where(_document.c.id == document_id)).rowcount:
                raise NotFound(f"no document has the id {document_id!r}", "`hoptac documents` lists them")
            return self._log(connection, "remove", document_id)

    def documents(self) -> list[DocumentHead]:
        """All documents in the order of their ids."""
        with self._reading() as connection:
            rows = connection.execute(sa.select(*_HEAD).order_by(_document.c.id))
            return [DocumentHead(**row) for row in rows.mappings()]

    def document(self, document_id: str) -> StoredDocument:
        """One document.

        :raises NotFound: no such document
        """
        found = self.find(document_id)
        if found is None:
            raise NotFound(f"no document has the id {document_id!r}", "`hoptac documents` lists them")
        return found

    def find(self, document_id: str) -> StoredDocument | None:
        with self._reading() as connection:
            row = connection.execute(sa.select(_document).where(_document.c.id == document_id)).mappings().first()
        return _stored(dict(row)) if row else None

    def known(self, digest: str, extractor_version: str, ontology_version: str) -> list[DocumentHead]:
        """The documents that hold these bytes under these versions: reading them again would change nothing."""
        query = sa.select(*_HEAD).where(
            _document.c.sha256 == digest,
            _document.c.extractor_version == extractor_version,
            _document.c.ontology_version == ontology_version,
        )
        with self._reading() as connection:
            return [DocumentHead(**row) for row in connection.execute(query.order_by(_document.c.id)).mappings()]

    def pending(self, applied: int) -> list[tuple[int, str]]:
        """The documents that changed after a sequence number, each once, with its last change, in that order."""
        last = sa.func.max(_change.c.sequence).label("last")
        query = sa.select(last, _change.c.document).where(_change.c.sequence > applied).group_by(_change.c.document)
        with self._reading() as connection:
            return [(row[0], row[1]) for row in connection.execute(query.order_by(last))]

    def _open(self) -> str:
        """Make the tables where there are none, look at their version, and return the id of this ledger."""
        with self._writing() as connection:
            _tables.create_all(connection)
            about: dict[str, str] = {row.key: row.value for row in connection.execute(sa.select(_about))}
            if not about:
                about = {"schema": str(SCHEMA_VERSION), "id": secrets.token_hex(8)}
                connection.execute(sa.insert(_about), [{"key": key, "value": value} for key, value in about.items()])
        if int(about["schema"]) > SCHEMA_VERSION:
            raise StoreError(
                f"{self.path} was written by a newer version of hoptac "
                f"(its tables have version {about['schema']}, this one knows {SCHEMA_VERSION})",
                "install that version, or name another data folder with --data",
            )
        return about["id"]

    @staticmethod
    def _unchanged(connection: sa.Connection, entry: Entry) -> Outcome | None:
        query = sa.select(_document.c.sequence).where(
            _document.c.id == entry.id,
            _document.c.sha256 == entry.source.sha256,
            _document.c.extractor_version == entry.extractor_version,
            _document.c.ontology_version == entry.ontology_version,
        )
        sequence = connection.scalar(query)
        return None if sequence is None else Outcome("unchanged", entry.id, sequence)

    @staticmethod
    def _moved(connection: sa.Connection, entry: Entry) -> tuple[str, ...]:
        query = sa.select(_document.c.id).where(
            _document.c.sha256 == entry.source.sha256,
            _document.c.filename == entry.source.filename,
            _document.c.id != entry.id,
            _document.c.id_given.is_(False),
        )
        return tuple(connection.scalars(query.order_by(_document.c.id)))

    @staticmethod
    def _log(connection: sa.Connection, action: Literal["put", "remove"], document_id: str) -> int:
        inserted = connection.execute(sa.insert(_change).values(action=action, document=document_id))
        assert inserted.inserted_primary_key is not None
        return int(inserted.inserted_primary_key[0])

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with self._engine.connect().execution_options(writes=True) as connection:
            try:
                with connection.begin():
                    yield connection
            except sa.exc.OperationalError as error:
                if "locked" not in str(error.orig):
                    raise
                raise StoreBusy(f"{self.path} is being written to by another command", "try again") from error


def _configure(connection: Any, _record: object) -> None:
    """Readers do not wait for the writer (WAL); what was acknowledged survives a power cut (FULL)."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """A writer takes the lock at once: it never finds out half-way that another one was faster."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _row(entry: Entry, sequence: int) -> dict[str, object]:
    return {
        "id": entry.id,
        "id_given": entry.id_given,
        "filename": entry.source.filename,
        "media_type": entry.source.media_type,
        "sha256": entry.source.sha256,
        "original": entry.source.content,
        "text": entry.text.encode("utf-8", "surrogatepass"),
        "record": entry.record.to_json(indent=None),
        "extractor_version": entry.extractor_version,
        "ontology_version": entry.ontology_version,
        "sequence": sequence,
    }


def _stored(row: dict[str, Any]) -> StoredDocument:
    del row["id_given"]
    row["text"] = row["text"].decode("utf-8", "surrogatepass")
    row["record"] = Record.model_validate_json(row["record"])
    return StoredDocument(**row)
