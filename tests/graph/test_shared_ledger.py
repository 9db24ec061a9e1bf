"""A ledger in PostgreSQL: several machines share it, nothing prints its password, and what is wrong with it is said."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import sqlalchemy as sa

from graph.database import Database
from graph.ledger import Ledger
from graph.workspace import Workspace
from ontology.errors import HoptacError, SettingsError, StoreBusy, StoreError, StoreUnavailable
from tests.graph.records import EXTRACTOR, Document, documents
from tests.postgresql import PostgreSQL
from tests.stores import Store

pytestmark = pytest.mark.postgresql


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


def put(workspace: Workspace, document: Document, name: str) -> None:
    workspace.put(document.source, document.text, document.record, EXTRACTOR, name)


def test_two_machines_write_to_one_ledger_and_one_store_and_both_know_all_of_it(
    embedded_store: Store, tmp_path: Path, postgresql_server: PostgreSQL
) -> None:
    embedded_store.empty()
    shared = {**embedded_store.settings, "ledger_uri": postgresql_server.database()}
    entered = [(f"{name}-{number}", each) for number, each in enumerate(documents()) for name in ("here", "there")]
    with (
        Workspace(tmp_path / "here", **shared) as here,
        Workspace(tmp_path / "there", **shared) as there,
        ThreadPoolExecutor(2) as pool,
    ):
        machines = {"here": here, "there": there}
        for job in [pool.submit(put, machines[name.split("-")[0]], each, name) for name, each in entered]:
            job.result(timeout=120)
        assert here.sequence == there.sequence == 6
        found = trig(here)
        assert trig(there) == found
        assert (here.check(), there.check()) == ([], [])
    embedded_store.empty()
    with Workspace(tmp_path / "alone", **embedded_store.settings) as alone, alone.batch():
        for name, each in reversed(entered):
            put(alone, each, name)
        assert trig(alone) == found  # a ledger in a file says the same


def test_whoever_writes_to_the_shared_store_keeps_others_waiting(postgresql_server: PostgreSQL) -> None:
    address = postgresql_server.database()
    one, other = Database(address), Database(address)
    with one.applying(1):
        with pytest.raises(StoreBusy, match="try again"), other.applying(0.1):
            pass
        with one.writing(), other.reading():
            pass  # the ledger itself goes on
    with other.applying(1):
        pass
    one.close()
    other.close()


@pytest.mark.parametrize(
    ("change", "error", "reason"),
    [
        (("for-tests-only", "secret-guess"), StoreError, "password"),
        (("ledger_", "no_such_"), StoreError, "does not exist"),
        (("127.0.0.1:", "127.0.0.1:1"), StoreUnavailable, "does not answer"),
    ],
    ids=["a wrong password", "no such database", "nobody listens"],
)
def test_an_address_that_does_not_work_is_said_without_its_password(
    change: tuple[str, str], error: type[HoptacError], reason: str, postgresql_server: PostgreSQL
) -> None:
    address = postgresql_server.database().replace(*change, 1)
    if "127.0.0.1:1" in address:
        address = address.replace(f":1{postgresql_server.port}", ":1")
    with pytest.raises(error, match=reason) as refused:
        Ledger(address)
    said = str(refused.value)
    assert "for-tests-only" not in said
    assert "secret-guess" not in said
    assert "postgresql://hoptac:***@127.0.0.1" in said


def test_a_database_of_somebody_else_is_refused_and_left_alone(postgresql_server: PostgreSQL) -> None:
    database = Database(postgresql_server.database())
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE letters (id integer)")
    with pytest.raises(StoreError, match="holds tables that hoptac did not make"):
        Ledger(database.engine.url.set(drivername="postgresql").render_as_string(hide_password=False))
    with database.reading() as connection:
        assert sa.inspect(connection).get_table_names() == ["letters"]
    database.close()


def test_the_connection_is_encrypted_where_that_is_asked_for(postgresql_server: PostgreSQL) -> None:
    address = postgresql_server.database()
    for mode, encrypted in (("disable", False), ("prefer", True), ("require", True)):
        database = Database(f"{address}?sslmode={mode}")
        with database.reading() as connection:
            query = sa.text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
            assert connection.scalar(query) is encrypted, mode
        database.close()
    with pytest.raises(StoreUnavailable, match="certificate"):
        Ledger(f"{address}?sslmode=verify-full")
    with pytest.raises(SettingsError, match="no sslmode 'allow'"):
        Ledger(f"{address}?sslmode=allow")
