"""Backups: one file, written while the ledger is used, that gives back what there was, into either kind of database."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from graph.backing_up import back_up, restore
from graph.documents import Entry
from graph.jobs import running
from graph.ledger import Ledger
from graph.tables import tables
from graph.tokens import Tokens
from graph.versions import ontology_version
from graph.workspace import Workspace
from ontology.errors import InvalidRequest, StoreError
from tests.graph.records import EXTRACTOR, documents
from tests.postgresql import PostgreSQL
from tests.stores import Store

VERSION_1 = Path(__file__).parent / "ledgers" / "version-1.sql"


def entry(number: int) -> Entry:
    """The documents made by hand, over and over again, each with an id of its own."""
    made = documents()[number % 3]
    return Entry(f"d{number}", True, made.source, made.text, made.record, EXTRACTOR, ontology_version())


@contextmanager
def ledger_at(address: Path | str) -> Iterator[Ledger]:
    ledger = Ledger(address)
    yield ledger
    ledger.close()


def trig(data_dir: Path, ledger_uri: str | None = None) -> bytes:
    out = io.BytesIO()
    with Workspace(data_dir, ledger_uri=ledger_uri) as workspace:
        workspace.export("trig", out)
    return out.getvalue()


def contents(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the one that says which ledger it is."""
    with ledger.database.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in tables.sorted_tables
            if table.name != "about"
        }


def fill(ledger: Ledger) -> None:
    """Something in every table that backups have to carry."""
    with running(ledger, "load") as did:
        for number in range(4):
            ledger.put(entry(number))
        did["counts"] = {"loaded": 4}
    ledger.remove("d3")
    Tokens(ledger).make("bảng tin", days=7)
    with ledger.database.writing() as connection:
        for values in (
            {"document": "d0", "verdict": "reject", "slot": "tasks", "owner": "[]", "why": "đọc sai", "end": 3},
            {"document": "d1", "verdict": "confirm", "slot": "fields", "owner": "{}", "why": "", "quote": "du lịch"},
        ):
            connection.execute(sa.insert(tables.tables["correction"]).values(who="lan", at="2026-01-01", **values))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def other_uri(request: pytest.FixtureRequest) -> str | None:
    """Where it is restored to."""
    if request.param == "sqlite":
        return None
    server: PostgreSQL = request.getfixturevalue("postgresql_server")
    return server.database()


def test_a_backup_gives_back_every_row_into_either_kind_of_database(
    ledger_uri: str | None, other_uri: str | None, tmp_path: Path
) -> None:
    with ledger_at(ledger_uri or tmp_path / "ledger.sqlite") as ledger:
        fill(ledger)
        assert back_up(ledger.database, tmp_path / "copies" / "copy.sqlite") == 5
        assert [path.name for path in (tmp_path / "copies").iterdir()] == ["copy.sqlite"]
        before, identity = contents(ledger), ledger.id
    assert restore(tmp_path / "copies" / "copy.sqlite", tmp_path / "new", other_uri) == 5
    with ledger_at(other_uri or tmp_path / "new" / "ledger.sqlite") as restored:
        assert contents(restored) == before
        assert all(before.values())
        # It is known to go on from the other one, and stores that have followed that one further are filled anew.
        assert restored.id.partition(".")[0] == identity != restored.id
        assert restored.put(entry(9)).sequence == 6


LOADER = """
import sys
from pathlib import Path
from graph.ledger import Ledger
from tests.graph.test_backing_up import entry
ledger = Ledger(Path(sys.argv[1]))
for number in range(100000):
    ledger.put(entry(number))
    print(number, flush=True)
"""


def test_a_backup_taken_while_another_process_loads_is_the_ledger_of_one_moment(tmp_path: Path) -> None:
    here = tmp_path / "here" / "ledger.sqlite"
    with ledger_at(here) as ledger:
        root = Path(__file__).resolve().parents[2]
        command = [sys.executable, "-c", LOADER, str(here)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE) as loader:
            assert loader.stdout is not None
            for _ in range(10):
                loader.stdout.readline()
            sequence = back_up(ledger.database, tmp_path / "copy.sqlite")
            assert loader.poll() is None
            loader.kill()
        assert 10 <= sequence <= ledger.sequence
    assert restore(tmp_path / "copy.sqlite", tmp_path / "there") == sequence
    with ledger_at(tmp_path / "again" / "ledger.sqlite") as ledger:
        for number in range(sequence):
            ledger.put(entry(number))
    assert trig(tmp_path / "there") == trig(tmp_path / "again")


def test_a_copy_of_a_ledger_of_version_1_can_be_restored(tmp_path: Path) -> None:
    """They were told to make their backups with the program `sqlite3`."""
    connection = sqlite3.connect(tmp_path / "copy.sqlite")
    connection.executescript(VERSION_1.read_text(encoding="utf-8"))
    connection.close()
    before = (tmp_path / "copy.sqlite").read_bytes()
    assert restore(tmp_path / "copy.sqlite", tmp_path / "new") == 7
    with ledger_at(tmp_path / "new" / "ledger.sqlite") as restored:
        assert [document.id for document in restored.documents()] == ["d0", "d1", "odd"]
    assert (tmp_path / "copy.sqlite").read_bytes() == before


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    with ledger_at(tmp_path / "here" / "ledger.sqlite") as ledger:
        fill(ledger)
        back_up(ledger.database, tmp_path / "copy.sqlite")
    return tmp_path / "copy.sqlite"


def flip(copy: Path) -> None:
    """One letter of a text, which leaves a sound database behind."""
    content = copy.read_bytes()
    place = content.index("Dầu Giây".encode())
    copy.write_bytes(content[:place] + b"X" + content[place + 1 :])


def cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])


def drop(copy: Path) -> None:
    connection = sqlite3.connect(copy)
    connection.execute("DELETE FROM change WHERE sequence = 2")
    connection.commit()
    connection.close()


def advance(copy: Path) -> None:
    connection = sqlite3.connect(copy)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


def letters(copy: Path) -> None:
    copy.write_text("letters " * 1000, encoding="utf-8")


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (flip, "copy.sqlite is damaged"),
        (drop, "copy.sqlite is damaged"),
        (cut, "copy.sqlite (is damaged|cannot be used as a ledger: database disk image is malformed)"),
        (letters, "copy.sqlite cannot be used as a ledger: file is not a database"),
        (advance, "copy.sqlite was written by a newer version of hoptac"),
    ],
)
def test_what_is_no_sound_backup_of_a_known_version_is_refused(
    harm: object, reason: str, copy: Path, tmp_path: Path
) -> None:
    assert callable(harm)
    harm(copy)
    with pytest.raises(StoreError, match=reason):
        restore(copy, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.postgresql
def test_a_backup_is_restored_only_where_nothing_is(copy: Path, tmp_path: Path, postgresql_server: PostgreSQL) -> None:
    with pytest.raises(StoreError, match="holds a ledger"):
        restore(copy, tmp_path / "here")
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "letters.txt").touch()
    with pytest.raises(StoreError, match="is not empty"):
        restore(copy, tmp_path / "there")
    shared = postgresql_server.database()
    restore(copy, tmp_path / "new", shared)
    with pytest.raises(StoreError, match="holds a ledger"):
        restore(copy, tmp_path / "new", shared)
    with pytest.raises(InvalidRequest, match="there is no file"):
        restore(tmp_path / "none.sqlite", tmp_path / "new")


def test_a_backup_never_takes_the_place_of_a_file(copy: Path, tmp_path: Path) -> None:
    before = copy.read_bytes()
    with ledger_at(tmp_path / "here" / "ledger.sqlite") as ledger:
        for path in (copy, tmp_path / "here" / "ledger.sqlite"):
            with pytest.raises(InvalidRequest, match="exists already"):
                back_up(ledger.database, path)
        with pytest.raises(InvalidRequest, match="nothing can be written"):
            back_up(ledger.database, copy / "copy.sqlite")
    assert copy.read_bytes() == before


def test_a_store_that_followed_the_former_ledger_further_is_filled_anew(embedded_store: Store, tmp_path: Path) -> None:
    embedded_store.empty()
    made = documents()
    with Workspace(tmp_path / "here", **embedded_store.settings) as here:
        here.put(made[0].source, made[0].text, made[0].record, EXTRACTOR, "kept")
        here.backup(tmp_path / "copy.sqlite")
        here.put(made[1].source, made[1].text, made[1].record, EXTRACTOR, "lost")
    restore(tmp_path / "copy.sqlite", tmp_path / "there")
    with Workspace(tmp_path / "there", **embedded_store.settings) as there:
        # The number of this change is that of the one that was lost: the store must not take them for the same.
        there.put(made[2].source, made[2].text, made[2].record, EXTRACTOR, "new")
        assert [row["id"] for row in there.query("documents")] == ["kept", "new"]
        assert there.check() == []
