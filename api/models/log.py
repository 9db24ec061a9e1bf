"""The log as operators read it over HTTP."""

from __future__ import annotations

from typing import Any

from api.models.lists import Collection
from api.models.statements import Model


class JobItem(Model):
    """One run of a command that changed things; ``state`` is running, done, failed, stopped or interrupted."""

    id: int
    command: str
    who: str
    started: str
    ended: str | None
    state: str
    did: dict[str, Any]


class Jobs(Collection):
    items: tuple[JobItem, ...]


class ChangeItem(Model):
    """One change of one document; who, when and in which job is unknown where version 0.1.0 made it."""

    sequence: int
    action: str
    document: str
    who: str | None
    at: str | None
    job: int | None


class Changes(Collection):
    items: tuple[ChangeItem, ...]
