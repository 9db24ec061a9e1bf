"""Talking Bolt to a property store, embedded or Neo4j: one driver that writes, one that can only read."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import AuthError, ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from ontology.errors import StoreBusy, StoreError, StoreUnavailable

T = TypeVar("T")
Row = dict[str, Any]
Work = Callable[[neo4j.ManagedTransaction], T]

# Our errors say what happened; and a query may ask for a value that no document has given yet.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
logging.getLogger("neo4j.notifications").setLevel(logging.ERROR)

#: The largest number of rows in one parameter: larger messages gain nothing and can stall the embedded store.
BATCH_ROWS = 1000
READ_SECONDS = 10.0
_WRITE_SECONDS = 120.0
#: How long a read is tried again where the store does not answer: somebody is waiting for a page.
_READ_AGAIN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Address:
    """Where a store answers; ``writer`` and ``reader`` are user and password (the same where there is one user)."""

    uri: str
    writer: tuple[str, str] = field(repr=False)
    reader: tuple[str, str] = field(repr=False)
    database: str
    #: Seconds that the driver goes on trying where the store does not answer.
    patience: float = 5.0


class Bolt:
    """The two drivers of one address; usable from several threads."""

    def __init__(self, address: Address) -> None:
        self.address = address
        with _own_errors(address):
            self._writer = _driver(address, address.writer)
            self._reader = _driver(address, address.reader, min(address.patience, _READ_AGAIN_SECONDS))

    @staticmethod
    def answers(address: Address) -> bool:
        """Whether a store answers there and lets us in."""
        try:
            with _driver(address, address.writer) as driver:
                driver.execute_query("RETURN 1", database_=address.database)
        except (ServiceUnavailable, SessionExpired, AuthError, OSError):
            return False
        return True

    def close(self) -> None:
        self._writer.close()
        self._reader.close()

    def write(self, work: Work[T]) -> T:
        """Do some work in one transaction, again where the store asks for it; all of it or nothing is kept."""
        with _own_errors(self.address), self._writer.session(database=self.address.database) as session:
            return session.execute_write(neo4j.unit_of_work(timeout=_WRITE_SECONDS)(work))

    def define(self, statement: str) -> None:
        """Run one statement that makes a constraint or an index, which needs a transaction of its own."""
        with _own_errors(self.address), self._writer.session(database=self.address.database) as session:
            session.run(statement).consume()

    def read(self, statement: str, parameters: Mapping[str, object] | None = None) -> list[Row]:
        """The rows of a statement that only reads, as the user who can only read.

        :raises StoreBusy: it took longer than :data:`READ_SECONDS`
        """
        with _own_errors(self.address):
            result = self._reader.execute_query(
                neo4j.Query(statement, timeout=READ_SECONDS),
                dict(parameters or {}),
                routing_=neo4j.RoutingControl.READ,
                database_=self.address.database,
            )
        return [dict(record) for record in result.records]


def batches(rows: Sequence[T], size: int = BATCH_ROWS) -> Iterator[Sequence[T]]:
    """The rows in portions, by default as many as fit into one message."""
    for first in range(0, len(rows), size):
        yield rows[first : first + size]


def _driver(address: Address, user: tuple[str, str], patience: float | None = None) -> neo4j.Driver:
    seconds = address.patience if patience is None else patience
    return neo4j.GraphDatabase.driver(address.uri, auth=user, connection_timeout=10, max_transaction_retry_time=seconds)


@contextmanager
def _own_errors(address: Address) -> Iterator[None]:
    """Turn the driver's errors into ours."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired, OSError) as error:
        raise StoreUnavailable(f"the store at {address.uri} does not answer: {error}", "is it running?") from error
    except AuthError as error:
        raise StoreUnavailable(
            f"the store at {address.uri} refuses user {address.writer[0]!r}", "check the user and the password"
        ) from error
    except (ConfigurationError, ValueError) as error:
        raise StoreUnavailable(
            f"{address.uri!r} is no address of a store: {error}", "for example neo4j://host:7687"
        ) from error
    except Neo4jError as error:
        timed_out = "timeout" in f"{error.code} {error.message}".lower() or "TimedOut" in str(error.code)
        raise (StoreBusy if timed_out else StoreError)(f"the store says {error.code}: {error.message}") from error
    except DriverError as error:
        raise StoreError(f"the store's answer cannot be used: {error}") from error
