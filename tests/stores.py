"""The stores that tests run on, each started once.

``store`` runs a test on the embedded property store and on Neo4j, ``ledger_uri`` with SQLite and with PostgreSQL.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from graph.embedded import EmbeddedStore
from tests import postgresql
from tests.java import need_java
from tests.neo4j.server import Neo4jServer


@dataclass(frozen=True, slots=True)
class Store:
    """A running store; ``settings`` are the arguments of a workspace that uses it."""

    name: str
    settings: dict[str, str]

    def empty(self) -> None:
        auth = (self.settings["store_user"], self.settings["store_password"])
        with neo4j.GraphDatabase.driver(self.settings["store_uri"], auth=auth) as driver:
            driver.execute_query("MATCH (n) DETACH DELETE n", database_=self.settings["store_database"])


@pytest.fixture(scope="session")
def embedded_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One embedded server for all tests, reached by its address like any other store."""
    server = EmbeddedStore(tmp_path_factory.mktemp("embedded"))
    address = server.address()
    user, password = address.writer
    yield Store(
        "embedded",
        {
            "store_uri": address.uri,
            "store_user": user,
            "store_password": password,
            "store_database": address.database,
        },
    )
    server.close()


@pytest.fixture(scope="session")
def neo4j_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The real Neo4j; where it cannot run, its tests are skipped, and in CI they fail."""
    need_java("the Neo4j server")
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"))
    yield Store(
        "neo4j",
        {
            "store_uri": server.uri,
            "store_user": server.user,
            "store_password": server.password,
            "store_database": server.database,
        },
    )
    server.stop()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[postgresql.PostgreSQL]:
    """The real PostgreSQL; where it cannot run, its tests are skipped, and in CI they fail."""
    _need(postgresql.missing())
    server = postgresql.PostgreSQL()
    yield server
    server.stop()


def _need(lacking: str | None) -> None:
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def ledger_uri(request: pytest.FixtureRequest) -> str | None:
    """Where an empty ledger is: in a file of the data folder (None), then in a new PostgreSQL database."""
    if request.param == "sqlite":
        return None
    server: postgresql.PostgreSQL = request.getfixturevalue("postgresql_server")
    return server.database()


@pytest.fixture(params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def store(request: pytest.FixtureRequest) -> Store:
    """An empty property store: the embedded one, then Neo4j."""
    found: Store = request.getfixturevalue(f"{request.param}_store")
    found.empty()
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An empty data folder."""
    return tmp_path / "data"
