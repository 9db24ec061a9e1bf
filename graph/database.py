"""The database of a ledger, with what differs between SQLite and PostgreSQL: connecting, and writing alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ontology.errors import StoreBusy, StoreError, StoreUnavailable

#: How long one writer waits for another one.
_SECONDS = 60
#: Names our lock among those of a PostgreSQL database.
_WRITING = 0x686F7074
#: SQLSTATE of a lock that was not to be had in time.
_LOCK_NOT_AVAILABLE = "55P03"


class Database:
    """An SQLite file, made when it is not there, or a PostgreSQL database (``postgresql://user:password@host/name``).

    ``shown`` is its address without a password.
    """

    def __init__(self, address: Path | str) -> None:
        if isinstance(address, Path):
            address.parent.mkdir(parents=True, exist_ok=True)
            arguments = {"timeout": _SECONDS, "isolation_level": None}
            self.engine = sa.create_engine(f"sqlite:///{address}", connect_args=arguments)
            sa.event.listen(self.engine, "connect", _configure)
            sa.event.listen(self.engine, "begin", _begin)
            self.shown = str(address)
            self._reader: dict[str, Any] = {}
        else:
            url = sa.make_url(address).set(drivername="postgresql+pg8000")
            self.engine = sa.create_engine(url, pool_pre_ping=True)
            self.shown = sa.make_url(address).render_as_string(hide_password=True)
            self._reader = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that sees one state of the ledger.

        :raises StoreError: the database cannot be used
        """
        with self._said(), self.engine.connect().execution_options(**self._reader) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction of the only writer, so that changes become visible in the order of their numbers.

        :raises StoreBusy: somebody else has been writing for a minute
        :raises StoreError: the database cannot be used
        """
        with self._said(), self.engine.connect().execution_options(writes=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{_SECONDS}s'")
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_WRITING)))
            yield connection

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What the database complains of, in our words."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            reason = str(error.orig)
            if "database is locked" in reason or _LOCK_NOT_AVAILABLE in reason:
                raise StoreBusy(f"{self.shown} is being written to by another command", "try again") from error
            if isinstance(error, sa.exc.InterfaceError):
                raise StoreUnavailable(f"the ledger at {self.shown} does not answer: {reason}") from error
            if isinstance(error, sa.exc.OperationalError) or type(error) is sa.exc.DatabaseError:
                raise StoreError(f"{self.shown} cannot be used as a ledger: {reason}", "name another one") from error
            raise


def _configure(connection: Any, _record: object) -> None:
    """Readers do not wait for the writer (WAL); what was acknowledged survives a power cut (FULL)."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """A writer takes the lock at once: it never finds out half-way that another one was faster."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
