"""Backing up a ledger while it is used, and restoring it: one SQLite file, whatever database the ledger is in."""

from __future__ import annotations

import secrets
import shutil
import struct
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from graph.database import Database
from graph.opening import make_tables, open_tables
from graph.tables import about, change, tables
from ontology.errors import InvalidRequest, StoreError

#: In a backup only: the hash of what stood in each table.
_digests = sa.Table(
    "backup",
    sa.MetaData(),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False),
)


def back_up(database: Database, out: Path) -> int:
    """Write the state of this moment to a new file, read it back, and compare; the number of the last change in it.

    :raises InvalidRequest: there is something at that path already, or nothing can be written there
    :raises StoreError: what was read back is not what was written
    """
    if out.exists():
        raise InvalidRequest(f"{out} exists already", "name a new file for the backup")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part = Path(tempfile.mkdtemp(prefix=f".{out.name}.", dir=out.parent))
    except OSError as error:
        raise InvalidRequest(f"nothing can be written to {out.parent}: {error.strerror}", "name another") from error
    try:
        copy = Database(part / "ledger.sqlite")
        with database.reading() as source, copy.writing() as target:
            make_tables(target)
            digests = _copied(source, target)
            _digests.create(target)
            target.execute(sa.insert(_digests), [{"name": name, "sha256": said} for name, said in digests.items()])
            last = target.scalar(sa.select(sa.func.max(change.c.sequence))) or 0
        with copy.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")  # the mode changes outside of transactions only
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")  # everything in the one file
        copy.close()
        _check(part / "ledger.sqlite")
        (part / "ledger.sqlite").rename(out)
    finally:
        shutil.rmtree(part)
    return int(last)


def restore(backup: Path, data_dir: Path, ledger_uri: str | None = None) -> int:
    """Put a backup into an empty data folder or PostgreSQL database, all or nothing; the number of its last change.

    :raises InvalidRequest: there is no such file
    :raises StoreError: it is damaged or of a newer version, or the folder or database holds something
    """
    if not backup.is_file():
        raise InvalidRequest(f"there is no file {backup}", "name a file that `hoptac backup` wrote")
    # A ledger without tables is left by whoever was stopped while restoring.
    if data_dir.exists() and any(not path.name.startswith("ledger.sqlite") for path in data_dir.iterdir()):
        raise StoreError(f"{data_dir} is not empty", "name another data folder with --data")
    with tempfile.TemporaryDirectory() as folder:
        copied = Path(shutil.copy(backup, Path(folder) / "ledger.sqlite"))
        _check(copied, backup)
        source = Database(copied, shown=str(backup))
        try:
            open_tables(source)  # an older one is brought up
            with closing(Database(ledger_uri or data_dir / "ledger.sqlite")) as target:
                return _fill(source, target)
        finally:
            source.close()


def _fill(source: Database, target: Database) -> int:
    with source.reading() as old, target.writing() as new:
        if sa.inspect(new).get_table_names():
            raise StoreError(f"{target.shown} holds a ledger or something else", "restore into an empty one")
        make_tables(new)
        if _copied(old, new) != dict(_hashed(new, tables.sorted_tables)):
            raise StoreError(f"{target.shown} does not hold what was written to it", "look at its disk")
        _tell_apart(new)
        return int(new.scalar(sa.select(sa.func.max(change.c.sequence))) or 0)


def _tell_apart(connection: sa.Connection) -> None:
    """Mark that the ledger went on from a backup: stores that followed the other one may know later changes."""
    connection.execute(sa.delete(about).where(about.c.key == "restored"))
    connection.execute(sa.insert(about).values(key="restored", value=secrets.token_hex(4)))
    if connection.dialect.name == "postgresql":
        for table in tables.sorted_tables:
            if table.autoincrement_column is not None:
                (column,) = table.primary_key
                following = sa.func.pg_get_serial_sequence(table.name, column.name)
                highest = connection.scalar(sa.select(sa.func.max(column)))
                connection.execute(sa.select(sa.func.setval(following, highest or 1, highest is not None)))


def _copied(source: sa.Connection, target: sa.Connection) -> dict[str, str]:
    """Copy all rows of all tables into empty ones; the hash of each table."""
    digests = {}
    for table in tables.sorted_tables:
        target.execute(sa.delete(table))  # new tables say which ledger they are of
        digest = sha256()
        for rows in _rows(source, table):
            digest.update(_canonical(rows))
            target.execute(sa.insert(table), [dict(row) for row in rows])
        digests[table.name] = digest.hexdigest()
    return digests


def _check(path: Path, named: Path | None = None) -> None:
    """Read a whole backup and compare it with the hashes in it, if there are any: other copies have none.

    :raises StoreError: it is damaged or no ledger
    """
    database = Database(path, shown=str(named or path))
    try:
        with database.reading() as connection:
            sound = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            found = sa.MetaData()
            found.reflect(connection)
            said: dict[str, str] = {}
            if _digests.name in found.tables:
                said = {row.name: row.sha256 for row in connection.execute(sa.select(_digests))}
            held = [found.tables[name] for name in said if name in found.tables]
            if not sound or len(held) < len(said) or dict(_hashed(connection, held)) != said:
                raise StoreError(f"{database.shown} is damaged", "take another backup")
            if about.name not in found.tables:
                raise StoreError(f"{database.shown} is no backup of a ledger", "name a file that `hoptac backup` wrote")
    finally:
        database.close()


def _hashed(connection: sa.Connection, held: Iterable[sa.Table]) -> Iterator[tuple[str, str]]:
    for table in held:
        digest = sha256()
        for rows in _rows(connection, table):
            digest.update(_canonical(rows))
        yield table.name, digest.hexdigest()


def _rows(connection: sa.Connection, table: sa.Table) -> Iterator[Sequence[sa.RowMapping]]:
    """The rows in the order of their keys; few at a time where each holds a file."""
    at_once = 16 if table.name == "document" else 1000
    query = sa.select(*sorted(table.columns, key=lambda column: column.name)).order_by(*table.primary_key)
    with connection.execute(query, execution_options={"yield_per": at_once}) as found:
        yield from found.mappings().partitions()


def _canonical(rows: Iterable[sa.RowMapping]) -> bytes:
    """Values with their type and length, so that no two different tables look alike."""
    return b"".join(_value(value) for row in rows for value in row.values())


def _value(value: Any) -> bytes:
    written = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    return type(value).__name__.encode() + struct.pack(">Q", len(written)) + written
