"""The embedded store: one server per folder, found by everybody, on loopback, alive as long as somebody uses it."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from graph.bolt import Bolt
from graph.embedded import EmbeddedStore
from graph.workspace import Workspace
from ontology.errors import StoreError, StoreUnavailable

#: Loads numbered versions of one document, one after the other, until it is killed.
LOADER = """
import sys
from pathlib import Path
from graph.documents import Original
from graph.workspace import Workspace
from tests.graph.records import EXTRACTOR, notice
document = notice()
with Workspace(Path(sys.argv[1])) as workspace:
    for number in range(int(sys.argv[2]), int(sys.argv[2]) + 1000):
        text = document.text + f" {number}"
        workspace.put(Original.of(f"{number}.txt", "text/plain", text.encode()), text, document.record, EXTRACTOR)
        print(number, flush=True)
"""


@pytest.fixture(scope="module", autouse=True)
def _plain_locale() -> Iterator[None]:
    """Whatever the locale, names and texts are UTF-8."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C")
        yield


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    """A store in a folder whose name is no plain word."""
    store = EmbeddedStore(tmp_path_factory.mktemp("dữ liệu hợp tác") / "store", idle_seconds=0.5)
    store.address()
    yield store
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "store"


def server(folder: Path) -> psutil.Process:
    return psutil.Process(json.loads((folder / "state.json").read_text(encoding="utf-8"))["pid"])


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )


def test_it_listens_on_loopback_only_and_keeps_its_passwords_to_itself(running: EmbeddedStore) -> None:
    folder = running.folder
    listening = [c for c in server(folder).net_connections("tcp") if c.status == psutil.CONN_LISTEN]
    assert listening
    assert all(connection.laddr.ip in ("127.0.0.1", "::ffff:127.0.0.1") for connection in listening)
    for private in ("credentials.json", "server.log", "state.json"):
        assert stat.S_IMODE((folder / private).stat().st_mode) & 0o077 == 0, private
    assert "password" not in repr(running.address()).lower()


def test_a_reader_cannot_write(running: EmbeddedStore) -> None:
    bolt = Bolt(running.address())
    with pytest.raises(StoreError, match="Forbidden"):
        bolt.read("CREATE (n:Task {id: 'x'}) RETURN n")
    bolt.close()


def test_commands_that_start_at_once_start_one_server_which_ends_when_the_last_one_ends(folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph.embedded import EmbeddedStore as E; "
        "store = E(Path(sys.argv[1]), 0.5); print(store.address().uri, flush=True); sys.stdin.readline()"
    )
    first, second = (run(code, folder) for _ in range(2))
    assert first.stdout is not None
    assert second.stdout is not None
    assert first.stdout.readline() == second.stdout.readline() != ""
    process = server(folder)
    first.communicate("\n")
    time.sleep(1.5)
    assert process.is_running()
    second.communicate("\n")
    process.wait(timeout=30)
    assert not (folder / "state.json").exists()


def test_a_server_that_was_killed_is_started_again_with_what_it_had(running: EmbeddedStore) -> None:
    folder = running.folder
    bolt = Bolt(running.address())
    bolt.write(lambda tx: tx.run("CREATE (:Kept {id: 1})").consume())
    bolt.close()
    killed = server(folder)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    bolt = Bolt(running.address())
    assert bolt.read("MATCH (n:Kept) RETURN n.id AS id") == [{"id": 1}]
    bolt.close()
    assert server(folder).pid != killed.pid


def test_a_store_that_cannot_start_says_what_its_log_says(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "databases").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=r"did not start: .*the whole log is"):
        EmbeddedStore(folder).address()


def test_what_others_load_is_served_whatever_is_killed_meanwhile(data: Path) -> None:
    with Workspace(data) as serving:
        serving.catch_up()
        for round_, delay in enumerate((0.3, 0.9)):
            loader = run(LOADER, data, round_ * 1000)
            assert loader.stdout is not None
            loader.stdout.readline()
            time.sleep(delay)
            if round_ == 1:
                os.kill(server(data / "store").pid, signal.SIGKILL)
            loader.kill()
            loader.communicate()
            before = serving.sequence
            serving.catch_up()
            status = serving.status()
            assert (status.sequence, status.quads, status.property_graph) == (before, before, before)
            assert serving.query("counts")[0]["documents"] == len(serving.documents()) >= round_ + 1
            assert serving.check() == []
