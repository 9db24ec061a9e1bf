"""The log: which command changed what, how it ended, and what became of it when its process died."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.jobs import Log, running
from graph.ledger import Ledger
from tests.graph.test_ledger import entry


@pytest.fixture
def ledger(tmp_path: Path, ledger_uri: str | None) -> Iterator[Ledger]:
    ledger = Ledger(ledger_uri or tmp_path / "ledger.sqlite", "lan")
    yield ledger
    ledger.close()


def test_a_job_knows_its_changes_its_end_and_what_it_did(ledger: Ledger) -> None:
    with running(ledger, "load") as did:
        ledger.put(entry("a"))
        assert [(job.command, job.state, job.ended) for job in Log(ledger).jobs(9)] == [("load", "running", None)]
        did["counts"] = {"loaded": 1}
    ledger.put(entry("b"))
    (job,) = Log(ledger).jobs(9)
    assert (job.who, job.state, job.did) == ("lan", "done", {"counts": {"loaded": 1}})
    assert job.ended is not None
    assert job.started <= job.ended
    changes = [(change.sequence, change.document, change.who, change.job) for change in Log(ledger).changes(9)]
    assert changes == [(2, "b", "lan", None), (1, "a", "lan", job.id)]
    assert [change.sequence for change in Log(ledger).changes(1)] == [2]
    assert [change.sequence for change in Log(ledger).changes(9, "a")] == [1]


@pytest.mark.parametrize(
    ("error", "state"), [(ValueError("no more room"), "failed"), (KeyboardInterrupt(), "stopped")], ids=str
)
def test_a_job_that_does_not_end_well_says_why(ledger: Ledger, error: BaseException, state: str) -> None:
    def fail() -> None:
        with running(ledger, "load") as did:
            did["counts"] = {"loaded": 3}
            raise error

    with pytest.raises(type(error)):
        fail()
    (job,) = Log(ledger).jobs(1)
    assert (job.state, job.did) == (state, {"counts": {"loaded": 3}, "error": str(error) or "KeyboardInterrupt"})
    assert ledger.job is None


def test_a_job_whose_process_died_was_interrupted(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from graph.jobs import running; from graph.ledger import Ledger\n"
        "with running(Ledger(Path(sys.argv[1])), 'load'): os._exit(9)"
    )
    path = tmp_path / "ledger.sqlite"
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 9
    ledger = Ledger(path)
    assert [(job.state, job.ended) for job in Log(ledger).jobs(1)] == [("interrupted", None)]
    ledger.close()
