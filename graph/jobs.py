"""Jobs and changes as people look back at them: which command ran when, how it ended, and what it changed."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import psutil
import sqlalchemy as sa

from graph.audit import now
from graph.ledger import Ledger
from graph.tables import change, job
from ontology.errors import StoreError


@dataclass(frozen=True, slots=True)
class Job:
    """One run of a command that changes things; times are ISO 8601 in UTC.

    ``state`` is running, done, failed, stopped (by Ctrl-C), or interrupted: its process died. ``did`` is what the
    command counted and what it could not do.
    """

    id: int
    command: str
    who: str
    started: str
    ended: str | None
    state: str
    did: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one document; who, when and in which job is unknown where version 0.1.0 made it."""

    sequence: int
    action: str
    document: str
    who: str | None
    at: str | None
    job: int | None


@contextmanager
def running(ledger: Ledger, command: str) -> Iterator[dict[str, Any]]:
    """Enter a job that lasts as long as this context; what is put into the dictionary is kept as what it did (JSON).

    Changes made meanwhile through this ledger belong to the job.
    """
    started = {"command": command, "who": ledger.actor, "process": _process(), "started": now(), "state": "running"}
    with ledger.database.writing() as connection:
        inserted = connection.execute(sa.insert(job).values(**started, did="{}"))
        assert inserted.inserted_primary_key is not None
        number = int(inserted.inserted_primary_key[0])
    outer, ledger.job = ledger.job, number
    did: dict[str, Any] = {}
    try:
        yield did
    except BaseException as error:
        state = "stopped" if isinstance(error, KeyboardInterrupt) else "failed"
        with suppress(StoreError):  # what went wrong first is what has to be said
            _end(ledger, number, state, {**did, "error": str(error) or type(error).__name__})
        raise
    else:
        _end(ledger, number, "done", did)
    finally:
        ledger.job = outer


class Log:
    """Jobs and changes of one ledger, the newest first."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def jobs(self, last: int, before: int = 0) -> list[Job]:
        """The last jobs, without the newest ``before``."""
        query = sa.select(job).order_by(job.c.id.desc()).limit(last).offset(before)
        with self._ledger.database.reading() as connection:
            return [_job(row) for row in connection.execute(query).mappings()]

    def changes(self, last: int, document: str | None = None, before: int = 0) -> list[Change]:
        """The last changes, of one document or of all, without the newest ``before``."""
        query = sa.select(change).where(*_of(document)).order_by(change.c.sequence.desc()).limit(last).offset(before)
        with self._ledger.database.reading() as connection:
            return [Change(**row) for row in connection.execute(query).mappings()]

    def count_jobs(self) -> int:
        return self._count(sa.select(sa.func.count()).select_from(job))

    def count_changes(self, document: str | None = None) -> int:
        return self._count(sa.select(sa.func.count()).select_from(change).where(*_of(document)))

    def _count(self, query: sa.Select[int]) -> int:
        with self._ledger.database.reading() as connection:
            return connection.scalar(query) or 0


def _of(document: str | None) -> list[sa.ColumnElement[bool]]:
    return [] if document is None else [change.c.document == document]


def _job(row: sa.RowMapping) -> Job:
    return Job(
        **{name: row[name] for name in ("id", "command", "who", "started", "ended")},
        state="interrupted" if row["state"] == "running" and _is_gone(row["process"]) else row["state"],
        did=json.loads(row["did"]),
    )


def _end(ledger: Ledger, number: int, state: str, did: dict[str, Any]) -> None:
    ended = {"ended": now(), "state": state, "did": json.dumps(did, ensure_ascii=True, sort_keys=True)}
    with ledger.database.writing() as connection:
        connection.execute(sa.update(job).where(job.c.id == number).values(**ended))


def _process() -> str:
    """This process among all that ever ran on all machines: host, number, and when it began."""
    return f"{platform.node()} {os.getpid()} {psutil.Process().create_time():.2f}"


def _is_gone(process: str) -> bool:
    """Whether a process of this machine has died; nothing is known of other machines'."""
    host, number, began = process.rsplit(" ", 2)
    if host != platform.node():
        return False
    try:
        return f"{psutil.Process(int(number)).create_time():.2f}" != began
    except psutil.NoSuchProcess:
        return True
