"""The database of a ledger, with what differs between SQLite and PostgreSQL: connecting, and writing alone."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ontology.errors import SettingsError, StoreBusy, StoreError, StoreUnavailable

#: How long one writer waits for another one.
_SECONDS = 60
#: Names our locks among those of a PostgreSQL database.
_OURS = 0x686F7074
_LEDGER, _STORES = 1, 2
#: SQLSTATE of a lock that was not to be had in time.
_LOCK_NOT_AVAILABLE = "55P03"
#: Classes of SQLSTATE: the server is going or full; it does not let us in, or not do what a ledger needs.
_AWAY = ("08", "53", "57")
_UNUSABLE = ("25006", "28", "3D", "42501", "58", "XX")
#: Whether a connection is encrypted: no, if the server can, always, and only with whom a certificate names.
_TLS = ("disable", "prefer", "require", "verify-full")


class Database:
    """An SQLite file, made when it is not there, or a PostgreSQL database (``postgresql://user:password@host/name``).

    ``shown`` is what messages call it: its address without a password, unless another name is given.
    """

    def __init__(self, address: Path | str, shown: str | None = None) -> None:
        if isinstance(address, Path):
            address.parent.mkdir(parents=True, exist_ok=True)
            arguments = {"timeout": _SECONDS, "isolation_level": None}
            self.engine = sa.create_engine(f"sqlite:///{address}", connect_args=arguments)
            sa.event.listen(self.engine, "connect", _configure)
            sa.event.listen(self.engine, "begin", _begin)
            self.shown = shown or str(address)
            self._reader: dict[str, Any] = {}
        else:
            url = sa.make_url(address)
            self.shown = shown or url.render_as_string(hide_password=True)
            self.engine = _postgresql(url)
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
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_OURS, _LEDGER)))
            yield connection

    @contextmanager
    def applying(self, seconds: float) -> Iterator[None]:
        """Be the only one, of all machines that share this ledger, who writes to the stores that they share.

        An SQLite file belongs to one folder, whose own lock is enough (:class:`graph.locks.FileLock`).

        :raises StoreBusy: somebody else has been writing for so many seconds
        """
        if self.engine.dialect.name != "postgresql":
            yield
            return
        with self._said(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(f"SET lock_timeout = '{int(seconds * 1000)}ms'")
            connection.execute(sa.select(sa.func.pg_advisory_lock(_OURS, _STORES)))
            try:
                yield
            finally:
                connection.invalidate()  # closing the session lets go of the lock, whatever state it is in

    @contextmanager
    def _said(self) -> Iterator[None]:
        """What the database complains of, in our words."""
        try:
            yield
        except sa.exc.DBAPIError as error:
            code, reason = _complaint(error)
            if "database is locked" in reason or code == _LOCK_NOT_AVAILABLE:
                raise StoreBusy(f"{self.shown} is being written to by another command", "try again") from error
            if isinstance(error, sa.exc.InterfaceError) or code.startswith(_AWAY):
                raise StoreUnavailable(f"the ledger at {self.shown} does not answer: {reason}") from error
            if type(error) in (sa.exc.OperationalError, sa.exc.DatabaseError) or code.startswith(_UNUSABLE):
                raise StoreError(f"{self.shown} cannot be used as a ledger: {reason}", "name another one") from error
            raise
        except (ssl.SSLError, ConnectionError) as error:  # while connecting; the driver leaves them as they are
            raise StoreUnavailable(f"the ledger at {self.shown} does not answer: {error}") from error


def _complaint(error: sa.exc.DBAPIError) -> tuple[str, str]:
    """The SQLSTATE, empty from SQLite, and the message."""
    said = error.orig.args[0] if error.orig and error.orig.args else error
    if isinstance(said, dict):
        return str(said.get("C", "")), str(said.get("M", ""))
    return "", str(said)


def _postgresql(url: sa.URL) -> sa.Engine:
    """An engine for the address; ``sslmode`` means what it does to every other client of PostgreSQL.

    :raises SettingsError: no such ``sslmode``
    """
    asked = url.query.get("sslmode", "prefer")
    if asked not in _TLS:
        raise SettingsError(f"HOPTAC_LEDGER_URI: no sslmode {asked!r}", f"one of {', '.join(_TLS)}")
    context: ssl.SSLContext | bool | None = None if asked == "prefer" else False
    if asked in ("require", "verify-full"):
        context = ssl.create_default_context()
        context.check_hostname = asked == "verify-full"
        context.verify_mode = ssl.CERT_REQUIRED if asked == "verify-full" else ssl.CERT_NONE
    url = url.difference_update_query(["sslmode"]).set(drivername="postgresql+pg8000")
    return sa.create_engine(url, pool_pre_ping=True, connect_args={"ssl_context": context})


def _configure(connection: Any, _record: object) -> None:
    """Readers do not wait for the writer (WAL); what was acknowledged survives a power cut (FULL)."""
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    """A writer takes the lock at once: it never finds out half-way that another one was faster."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
