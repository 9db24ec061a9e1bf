"""Opening a ledger: an older one is brought up in place, once, and without loss; a newer or foreign one is refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from graph import opening
from graph.ledger import Ledger
from graph.tables import tables
from ontology.errors import StoreError
from tests.graph.records import documents

#: What version 0.1.0 wrote: documents d0 and d1, `odd` with text that is hard to keep, and two that were removed.
VERSION_1 = Path(__file__).parent / "ledgers" / "version-1.sql"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger as version 0.1.0 left it."""
    path = tmp_path / "ledger.sqlite"
    run(path, VERSION_1.read_text(encoding="utf-8"))
    return path


def run(path: Path, script: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(script)
    connection.close()


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    found = connection.execute(query).fetchall()
    connection.close()
    return found


def test_a_ledger_of_version_1_is_brought_up_in_place_without_loss(old: Path) -> None:
    kept = "SELECT id, id_given, filename, media_type, sha256, original, text, record, extractor_version, sequence "
    log = "SELECT sequence, action, document FROM change ORDER BY sequence"
    before = rows(old, f"{kept} FROM document ORDER BY id"), rows(old, log), rows(old, "SELECT value FROM about")[1]
    ledger = Ledger(old)
    after = rows(old, f"{kept} FROM document ORDER BY id"), rows(old, log), (ledger.id,)
    stored = ledger.document("odd")
    sequence = ledger.remove("odd")
    ledger.close()
    assert after == before
    assert len(before[0]) == 3
    assert (stored.original, stored.text) == (b"x\0\xff", "văn\0bản \ud800")
    assert stored.text_sha256 == sha256("văn\0bản \ud800".encode("utf-8", "surrogatepass")).hexdigest()
    assert sequence == 8


def test_what_a_ledger_of_version_1_says_is_read_as_it_was_written(old: Path) -> None:
    ledger = Ledger(old)
    assert [ledger.document(f"d{n}").record for n in (0, 1)] == [document.record for document in documents()[:2]]
    assert [document_id for _, document_id in ledger.pending(0)] == ["d0", "d1", "gone", "odd", "d2"]
    ledger.close()


@pytest.mark.parametrize("made", ["brought up from version 1", "made today"])
def test_the_tables_are_what_the_code_believes_they_are(made: str, old: Path) -> None:
    """Steps and descriptions are written apart: this is what keeps them one."""
    if made == "made today":
        old.unlink()
    ledger = Ledger(old)
    with ledger.database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, tables)
    ledger.close()
    assert differences == []
    assert rows(old, "SELECT name FROM sqlite_sequence WHERE name = 'correction'") == []
    numbered = [sql for (sql,) in rows(old, "SELECT sql FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")]
    assert len(numbered) == 3  # changes, corrections and jobs never get a number twice


def test_the_revision_that_the_code_believes_to_be_the_last_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == opening.HEAD


def test_processes_that_open_an_old_ledger_together_bring_it_up_once(old: Path) -> None:
    code = "import sys; from pathlib import Path; from graph.ledger import Ledger; print(Ledger(Path(sys.argv[1])).id)"
    opened = [
        subprocess.Popen([sys.executable, "-c", code, str(old)], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    said = [process.communicate(timeout=60)[0].strip() for process in opened]
    assert said == [value for (value,) in rows(old, "SELECT value FROM about WHERE key = 'id'")] * 3
    assert rows(old, "SELECT version_num FROM alembic_version") == [(opening.HEAD,)]


def test_a_step_that_fails_leaves_the_ledger_as_it_was(old: Path) -> None:
    run(old, "CREATE TABLE correction (id INTEGER)")
    with pytest.raises(StoreError, match="cannot be used as a ledger: table correction already exists"):
        Ledger(old)
    run(old, "DROP TABLE correction")
    Ledger(old).close()


def test_a_folder_from_a_newer_version_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    Ledger(path).close()
    run(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match=r"newer version of hoptac .*install that version, or name another"):
        Ledger(path)


def test_version_1_refuses_what_this_version_made(tmp_path: Path) -> None:
    """It looks at this value only, and takes no other than 1."""
    path = tmp_path / "ledger.sqlite"
    Ledger(path).close()
    assert rows(path, "SELECT value FROM about WHERE key = 'schema'") == [("2",)]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("no database at all, but long enough to be looked at " * 9, "cannot be used as a ledger"),
        (None, "holds tables that hoptac did not make"),
    ],
)
def test_a_file_that_is_no_ledger_is_refused_and_left_alone(content: str | None, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    if content is None:
        run(path, "CREATE TABLE letters (id INTEGER)")
    else:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(StoreError, match=reason):
        Ledger(path)
    if content is None:
        assert rows(path, "SELECT name FROM sqlite_master") == [("letters",)]
    else:
        assert path.read_text(encoding="utf-8") == content


def test_opening_a_ledger_of_today_does_not_import_the_migrations(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from graph.ledger import Ledger; Ledger(Path(sys.argv[1]))"
    code += "; print('alembic' in sys.modules)"
    command = [sys.executable, "-c", code, str(tmp_path / "ledger.sqlite")]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert said == ["False", "False"]
