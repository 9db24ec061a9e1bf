"""Corrections in the stores: one change each, everywhere the same, gone without a trace when they are undone."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.judging import Judgement
from graph.workspace import Workspace
from ontology.errors import InvalidRequest, NotFound, RefusedDocument
from tests.graph.records import EXTRACTOR, Document, dispatch, documents
from tests.stores import Store


def load(workspace: Workspace, document: Document, extractor: str = EXTRACTOR) -> str:
    return workspace.put(document.source, document.text, document.record, extractor).document_id


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


def claim_at(workspace: Workspace, document: str, slot: str, words: str) -> str:
    """The id of the first claim of a slot that stands at these words."""
    return next(
        claim.id
        for claim in workspace.claims(document)
        if claim.place.slot.path == slot and words in {span.quote for span in claim.place.words}
    )


def say(workspace: Workspace, document: str, slot: str, words: str, verdict: Any, *, value: Any = None) -> int:
    claim = claim_at(workspace, document, slot, words)
    number = workspace.correct(claim, Judgement(verdict, "đọc lại bản ký", "bản ký", "An", value)).said.id
    assert number is not None
    return number


def test_a_correction_is_in_both_stores_and_goes_away_with_undo(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        for document in documents():
            load(workspace, document)
        identifier = next(d.id for d in workspace.documents() if d.filename == dispatch().filename)
        before, sequence = trig(workspace), workspace.sequence
        amended = say(workspace, identifier, "agreements.period", "2016 - 2020", "amend", value={"value": [2016, 2021]})
        rejected = say(workspace, identifier, "agreements.parties", "Lâm Đồng", "reject")
        confirmed = say(workspace, identifier, "tasks.leads", "Sở Kế hoạch và Đầu tư", "confirm")
        assert workspace.sequence == sequence + 3
        assert workspace.check() == []
        bolt = workspace.connection()
        assert bolt.read(
            "MATCH (a:Agreement) WHERE a.period_end = 2021 RETURN a.period_verdicts AS verdicts, "
            "a.period_corrected_by AS who, a.period_corrected_why AS why, a.period_corrected_source AS source, "
            "COLLECT { MATCH (a)-[:HAS_PARTY]->(l) RETURN l.id ORDER BY l.id } AS parties"
        ) == [
            {
                "verdicts": ["amend"],
                "who": ["An"],
                "why": ["đọc lại bản ký"],
                "source": ["bản ký"],
                "parties": ["binh-thuan", "ho-chi-minh"],
            }
        ]
        assert bolt.read(
            "MATCH (:Task)-[c:LED_BY]->(:Body) WHERE c.verdicts = ['confirm'] RETURN c.corrected AS of"
        ) == [{"of": ["tasks.leads"]}]
        assert b'"reject"' in trig(workspace)
        states = [(entered.said.verdict, state) for entered, state in workspace.corrections(identifier)]
        assert states == [("amend", "holds"), ("reject", "holds"), ("confirm", "holds")]
        for number in (rejected, amended, confirmed):
            workspace.undo(number, "nhầm")
        assert trig(workspace) == before
        assert workspace.check() == []
        assert {state for _, state in workspace.corrections()} == {"undone"}
        with pytest.raises(NotFound, match="already undone"):
            workspace.undo(amended, "nhầm")


def test_a_correction_survives_a_new_reading_and_waits_while_its_document_is_out(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        identifier = load(workspace, dispatch())
        say(workspace, identifier, "agreements.parties", "Lâm Đồng", "reject")
        say(workspace, identifier, "agreements.signed", "ký ngày 20/01/2016", "confirm")
        corrected = trig(workspace)
        load(workspace, dispatch(), "another extractor")
        assert trig(workspace) == corrected
        workspace.remove(identifier)
        assert [state for _, state in workspace.corrections()] == ["waits", "waits"]
        assert workspace.check() == []
        load(workspace, dispatch())
        assert trig(workspace) == corrected
        gone = dispatch()
        text = gone.text.replace("ký ngày 20/01/2016", "ký ngày hai mươi..")
        first, second = gone.record.agreements
        record = gone.record.model_copy(update={"agreements": (first, second.model_copy(update={"signed": None}))})
        load(workspace, replace(gone, text=text, record=record))
        assert [state for _, state in workspace.corrections()] == ["holds", "stale"]
        assert workspace.check() == []


def test_what_would_leave_a_document_not_conforming_is_refused_and_nothing_is_written(
    embedded_store: Store, data: Path
) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        identifier = load(workspace, dispatch())
        before, sequence = trig(workspace), workspace.sequence
        with pytest.raises(RefusedDocument, match="must have four digits and not come after the last"):
            say(workspace, identifier, "agreements.period", "2016 - 2020", "amend", value={"value": [2020, 2016]})
        with pytest.raises(RefusedDocument, match="must be one locality of the vocabulary"):
            say(
                workspace,
                identifier,
                "agreements.parties",
                "Lâm Đồng",
                "amend",
                value={"id": "atlantis", "name": "Atlantis"},
            )
        with pytest.raises(RefusedDocument, match="genre"):
            workspace.correct(f"{identifier}#genre", Judgement("reject", "không rõ"))
        with pytest.raises(InvalidRequest, match="amend one of its claims"):
            say(workspace, identifier, "tasks", dispatch().record.tasks[0].text, "amend", value={"kind": "proposal"})
        with pytest.raises(NotFound, match="hoptac claims"):
            workspace.correct(f"{identifier}/period/000000000000", Judgement("reject", "không có"))
        assert (trig(workspace), workspace.sequence) == (before, sequence)
        assert workspace.corrections() == []


def test_a_correction_follows_a_document_that_gets_another_id(embedded_store: Store, data: Path) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        former = load(workspace, dispatch())
        say(workspace, former, "agreements.parties", "Lâm Đồng", "reject")
        head = dispatch().record.document.model_copy(update={"number": "13/UBND-TH", "evidence": {}})
        record = dispatch().record.model_copy(update={"document": head})
        identifier = load(workspace, replace(dispatch(), record=record), "another extractor")
        assert identifier != former
        assert [(entered.document, state) for entered, state in workspace.corrections()] == [(identifier, "holds")]
        assert workspace.check() == []


@pytest.mark.parametrize(("kind", "ending"), [("trig", ".trig"), ("jsonl", ".jsonl")])
def test_corrections_travel_with_an_export(
    kind: str, ending: str, embedded_store: Store, data: Path, tmp_path: Path
) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        identifier = load(workspace, dispatch())
        say(workspace, identifier, "agreements.parties", "Lâm Đồng", "reject")
        say(workspace, identifier, "agreements.period", "2016 - 2020", "amend", value={"value": [2016, 2021]})
        workspace.export(kind, tmp_path / f"all{ending}")
        exported = trig(workspace)
    embedded_store.empty()
    with Workspace(tmp_path / "other", **embedded_store.settings) as workspace:
        list(workspace.import_file(tmp_path / f"all{ending}"))
        assert trig(workspace) == exported
        assert [state for _, state in workspace.corrections(identifier)] == ["holds", "holds"]
        load(workspace, dispatch())
        assert [entered.said.verdict for entered, _ in workspace.corrections(identifier)] == ["reject", "amend"]
        assert trig(workspace) == exported
