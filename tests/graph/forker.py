"""Processes that change a workspace and can be killed at any moment: ``python -m tests.graph.forker``.

It has imported everything and opened nothing, so that a process forked from it is at its work at once. A line on stdin
is a list of operations in JSON, which run side by side; a line on stdout says of each how it ended.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.derivation import derivation
from graph.documents import Entry
from graph.workspace import Workspace
from ontology.description import describe
from ontology.iris import DEFAULT_BASE
from ontology.validation import check
from tests.graph.records import EXTRACTOR, Document, news

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Operation:
    """What a process does to the workspace in ``data``, and after how many seconds it is killed, if ever."""

    what: str
    data: str
    settings: dict[str, str]
    arguments: dict[str, object] = field(default_factory=dict)
    kill_after: float | None = None


@dataclass(frozen=True, slots=True)
class End:
    """How an operation ended."""

    seconds: float
    killed: bool
    error: str


def version(number: int) -> Document:
    """One of the versions of a document: its text and what it says of it change with the number."""
    first = news()
    record = first.record.model_copy(update={"tasks": first.record.tasks[: number % 2]})
    return Document(first.filename, first.text + " " * number, record)


def load(workspace: Workspace, identifiers: list[str], number: int) -> None:
    """Put a version of the document in under each of these ids, one after another."""
    document = version(number)
    for identifier in identifiers:
        workspace.put(document.source, document.text, document.record, EXTRACTOR, id=identifier)


def remove(workspace: Workspace, identifier: str) -> None:
    workspace.remove(identifier)


def rebuild(workspace: Workspace) -> None:
    workspace.rebuild()


_OPERATIONS: dict[str, Callable[..., None]] = {f.__name__: f for f in (load, remove, rebuild)}


class Forker:
    """The running forker, as a test sees it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.graph.forker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            cwd=ROOT,
        )

    def run(self, *operations: Operation) -> list[End]:
        """Run operations side by side."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([asdict(operation) for operation in operations]) + "\n")
        self._process.stdin.flush()
        return [End(**end) for end in json.loads(self._process.stdout.readline())]

    def close(self) -> None:
        self._process.communicate()


@contextmanager
def forker() -> Iterator[Forker]:
    running = Forker()
    try:
        yield running
    finally:
        running.close()


def _child(operation: Operation, errors: int) -> None:
    """Do it and end at once, without a word to what was inherited from the forker."""
    try:
        with Workspace(Path(operation.data), **operation.settings) as workspace:  # type: ignore[arg-type]
            _OPERATIONS[operation.what](workspace, **operation.arguments)
    except BaseException:  # noqa: BLE001 - whatever it was, the test is told
        os.write(errors, traceback.format_exc().encode())
    os._exit(0)


def _run(operations: list[Operation]) -> list[End]:
    began = time.monotonic()
    pipes = [os.pipe() for _ in operations]
    pids = []
    for operation, (_, errors) in zip(operations, pipes, strict=True):
        pid = os.fork()
        if not pid:
            _child(operation, errors)
        pids.append(pid)
        os.close(errors)
    ended: dict[int, float] = {}
    killed = set()
    while len(ended) < len(pids):
        for pid, operation in zip(pids, operations, strict=True):
            if pid in ended:
                continue
            passed = time.monotonic() - began
            if operation.kill_after is not None and passed >= operation.kill_after and pid not in killed:
                os.kill(pid, signal.SIGKILL)
                killed.add(pid)
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                ended[pid] = passed
                killed = killed if os.WIFSIGNALED(status) else killed - {pid}
        time.sleep(0.001)
    ends = []
    for pid, (reading, _) in zip(pids, pipes, strict=True):
        with os.fdopen(reading, "rb") as stream:
            ends.append(End(ended[pid], pid in killed, stream.read().decode(errors="replace")))
    return ends


def _warm() -> None:
    """Read what every process reads once: the schema, the shapes, the vocabularies."""
    document = news()
    entry = Entry("warm", True, document.source, document.text, document.record, EXTRACTOR, "any")
    derived = derivation(DEFAULT_BASE)
    graph = describe(derived.quads(entry))
    derived.rows_of(entry.id, 0, graph)
    check("warm", graph, document.text)


if __name__ == "__main__":
    _warm()
    for line in sys.stdin:
        ends = _run([Operation(**operation) for operation in json.loads(line)])
        sys.stdout.write(json.dumps([asdict(end) for end in ends]) + "\n")
        sys.stdout.flush()
