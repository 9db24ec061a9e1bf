"""Documents read again: what changed is told claim by claim, and what people said holds on."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.ingest import ingest
from api.reextract import reextract
from api.settings import Settings
from graph.documents import Original
from graph.judging import Judgement
from graph.workspace import Workspace
from loaders.extract import extract
from tests.api.test_command_line import NOTICE
from tests.stores import Store


@pytest.fixture
def chosen(data: Path) -> Settings:
    return Settings(data_dir=data)


def older(workspace: Workspace) -> str:
    """A notice as an older version read it, which did not see the task and took the period for another one."""
    record = extract(NOTICE)
    agreement = record.agreements[0]
    assert agreement.period is not None
    period = agreement.period.model_copy(update={"value": (2015, 2019)})
    agreements = (agreement.model_copy(update={"period": period}), *record.agreements[1:])
    former = record.model_copy(update={"tasks": (), "agreements": agreements})
    source = Original.of("thông báo.txt", "text/plain", NOTICE.encode())
    return workspace.put(source, NOTICE, former, "older").document_id


def test_what_is_read_again_is_told_and_corrections_hold_on(
    chosen: Settings, embedded_store: Store, tmp_path: Path
) -> None:
    embedded_store.empty()
    with Workspace(chosen.data_dir, **embedded_store.settings) as workspace:
        identifier = older(workspace)
        claim = next(c.id for c in workspace.claims(identifier) if c.place.slot.path == "agreements.fields")
        workspace.correct(claim, Judgement("reject", "không phải lĩnh vực"))
        sequence = workspace.sequence
        (dry,) = reextract(workspace, [identifier], chosen, dry_run=True)
        assert workspace.sequence == sequence, "a dry run writes nothing"
        (found,) = reextract(workspace, [identifier], chosen)
        assert (found.status, found.changes, found.stale) == ("changed", dry.changes, ())
        told = [(change.kind, change.slot) for change in found.changes]
        assert told == [("changed", "agreements.period"), ("added", "tasks")]
        assert (found.changes[0].before, found.changes[0].after) == ({"value": [2015, 2019]}, {"value": [2015, 2020]})
        assert [state for _, state in workspace.corrections()] == ["holds"]
        assert claim not in {c.id for c in workspace.claims(found.document)}
        assert [each.status for each in reextract(workspace, [found.document], chosen)] == ["current"]
        file = tmp_path / "thông báo.txt"
        file.write_text(NOTICE, encoding="utf-8")
        assert [outcome.status for outcome in ingest(workspace, [file], chosen)] == ["unchanged"]
        assert workspace.check() == []


def test_a_refused_document_keeps_its_former_record_and_is_named(chosen: Settings, embedded_store: Store) -> None:
    embedded_store.empty()
    with Workspace(chosen.data_dir, **embedded_store.settings) as workspace:
        record = extract(NOTICE)
        source = Original.of("notice.txt", "text/plain", b"%PDF-1.4 broken")
        identifier = workspace.put(source, NOTICE, record, "older").document_id
        (found,) = reextract(workspace, [identifier], chosen)
        assert found.status == "refused"
        assert "notice.txt" in str(found.reason)
        assert workspace.document(identifier).record == record
