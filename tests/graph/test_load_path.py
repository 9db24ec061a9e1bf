"""Loading more documents sends more rows, not more statements for each; nothing is derived or read twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import neo4j
import pytest

from graph.derivation import Derivation
from graph.local_quads import LocalQuads
from graph.workspace import Workspace
from ontology.record import Body, BodyRef, Record
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


SPELLINGS = "MATCH (b:Body) WHERE b.id CONTAINS 'so-cong-thuong' RETURN b.name AS name"


def spelt(record: Record, name: str) -> Record:
    """The record with another spelling of one body."""

    def named(body: BodyRef) -> BodyRef:
        return body.model_copy(update={"name": name}) if body.kind == "so-cong-thuong" else body

    bodies = tuple(named(body) for body in record.bodies if isinstance(body, Body))
    tasks = tuple(
        task.model_copy(update={"leads": tuple(map(named, task.leads)), "partners": tuple(map(named, task.partners))})
        for task in record.tasks
    )
    return record.model_copy(update={"bodies": bodies, "tasks": tasks})


def test_a_body_is_read_from_all_documents_only_when_one_says_something_else_of_it(
    data: Path, embedded_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    about = LocalQuads.about

    def noted(self: LocalQuads, subject: str) -> Any:
        read.append(subject.rpartition("/")[2])
        return about(self, subject)

    monkeypatch.setattr(LocalQuads, "about", noted)
    embedded_store.empty()
    d = documents()[0]
    with Workspace(data, **embedded_store.settings) as workspace:  # type: ignore[arg-type]

        def put(identifier: str, name: str, changed: str) -> set[str]:
            """Which bodies putting a document reads, where it calls one of them by this name."""
            read.clear()
            record = spelt(d.record, name)
            head = record.document.model_copy(update={"title": changed})
            record = record.model_copy(update={"document": head})
            workspace.put(d.source, d.text, record, f"{EXTRACTOR} {changed}", identifier)
            return set(read)

        trade = "so-cong-thuong--binh-thuan"
        assert trade in put("one", "Sở Công Thương", "first")
        assert put("two", "Sở Công Thương", "says the same") == set()
        assert put("two", "Sở Công Thương", "says something else of other things") == set()
        assert put("three", "SỞ CÔNG THƯƠNG", "in capitals") == {trade}
        assert put("four", "SỞ CÔNG THƯƠNG", "in capitals again") == set()
        assert workspace.check() == []
        workspace.remove("four")
        workspace.remove("three")
        assert workspace.connection().read(SPELLINGS) == [{"name": "Sở Công Thương"}]
        assert put("two", "SỞ CÔNG THƯƠNG", "two writes it in capitals now") == {trade}
        workspace.remove("one")
        assert workspace.connection().read(SPELLINGS) == [{"name": "SỞ CÔNG THƯƠNG"}]
        assert workspace.check() == []
        workspace.remove("two")
        assert workspace.connection().read(SPELLINGS) == []
