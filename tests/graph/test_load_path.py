"""Loading more documents sends more rows, not more statements for each; nothing is derived twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.derivation import Derivation
from graph.workspace import Workspace
from tests.graph.records import EXTRACTOR, documents
from tests.stores import Store


def load(workspace: Workspace, first: int, last: int) -> None:
    """Copies of the documents under other ids."""
    with workspace.batch():
        for n in range(first, last):
            d = documents()[n % 3]
            workspace.put(d.source, d.text, d.record, EXTRACTOR, f"copy-{n}")


def test_statements_grow_with_groups_and_rows_with_documents(
    embedded_store: Store, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[int] = []
    run = neo4j.ManagedTransaction.run

    def counted(tx: Any, query: Any, parameters: Any = None, **rest: Any) -> Any:
        sent.append(len(rest.get("rows", ())))
        return run(tx, query, parameters, **rest)

    monkeypatch.setattr(neo4j.ManagedTransaction, "run", counted)
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:  # type: ignore[arg-type]
        counts = []
        load(workspace, 0, 3)
        for first, last in ((3, 9), (9, 21), (21, 45)):
            sent.clear()
            load(workspace, first, last)
            counts.append((len(sent), sum(sent)))
        statements, rows = zip(*counts, strict=True)
        assert max(statements) <= min(statements) + 10  # one group each, however many documents are in it
        assert rows[1] < 2.5 * rows[0]
        assert rows[2] < 2.5 * rows[1]
        assert workspace.check() == []


def test_a_document_is_derived_once(data: Path, embedded_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    derived: list[str] = []
    quads = Derivation.quads

    def noted(self: Derivation, document: Any) -> Any:
        derived.append(document.id)
        return quads(self, document)

    monkeypatch.setattr(Derivation, "quads", noted)
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:  # type: ignore[arg-type]
        load(workspace, 0, 3)
    assert sorted(derived) == ["copy-0", "copy-1", "copy-2"]
