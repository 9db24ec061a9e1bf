"""What a check finds: one thing in which a store differs from what it has to hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Store = Literal["ledger", "RDF", "consolidation", "property graph", "aggregates"]
What = Literal["missing", "unexpected", "altered", "not derivable"]


@dataclass(frozen=True, slots=True, order=True)
class Difference:
    """One thing in which a store differs from the ledger; ``document`` is empty where it belongs to no single one."""

    store: Store
    what: What
    where: str
    document: str = ""

    def __str__(self) -> str:
        return f"{self.store}: {self.what}: {self.where}"


def compared(expected: object | None, found: object | None) -> What | None:
    """What is to be said of a thing that should be ``expected`` and is ``found``; nothing where they are the same."""
    if expected == found:
        return None
    if found is None:
        return "missing"
    return "unexpected" if expected is None else "altered"
