"""What an export has put out comes in again, exactly or not at all."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.documents import Entry
from graph.exporting import present
from graph.holdings import Holdings
from graph.importing import Imported, import_file
from graph.workspace import Workspace
from ontology.errors import InvalidRequest
from ontology.identity import document_id
from tests.graph.exporting import documents, exported, source
from tests.graph.records import EXTRACTOR, dispatch
from tests.ontology.said import said_of
from tests.stores import Store

ENDINGS = {"trig": ".trig", "nquads": ".nq", "jsonld": ".jsonld", "jsonl": ".jsonl"}
DISPATCH = "https://hoptac.example/id/document/12-ubnd-th--uy-ban-nhan-dan--binh-thuan--2016-03-05"


@pytest.fixture
def holdings(data: Path) -> Iterator[Holdings]:
    """What a folder holds; nothing below needs the property store, so it is never started."""
    with Workspace(data) as workspace:
        yield workspace._holdings


def file(folder: Path, kind: str, written: bytes | None = None) -> Path:
    path = folder / f"all{ENDINGS[kind]}"
    path.write_bytes(exported(kind) if written is None else written)
    return path


def enter(holdings: Holdings, path: Path, *, rebase: bool = False) -> list[Imported]:
    """What became of each graph; the ledger alone tells what is entered."""
    return list(import_file(holdings, holdings.ledger.put, path, rebase=rebase))


@pytest.mark.parametrize("kind", ENDINGS)
def test_into_an_empty_folder_and_out_again_is_the_same_file(
    kind: str, data: Path, tmp_path: Path, embedded_store: Store
) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        with workspace.batch():
            outcomes = list(workspace.import_file(file(tmp_path, kind)))
        out = io.BytesIO()
        workspace.export("trig", out)
        assert out.getvalue() == exported("trig")
        assert workspace.check() == []
    expected = ["known"] * (0 if kind == "jsonl" else 2) + ["loaded"] * len(documents())
    assert sorted(outcome.status for outcome in outcomes) == sorted(expected)


def test_what_is_in_already_is_unchanged_and_keeps_its_original_and_text(holdings: Holdings, tmp_path: Path) -> None:
    for d in documents():
        identifier = document_id(d.record.document, d.text)
        holdings.ledger.put(Entry(identifier, False, d.source, d.text, d.record, EXTRACTOR, "1"))
    before = holdings.ledger.sequence
    assert {outcome.status for outcome in enter(holdings, file(tmp_path, "trig"))} == {"known", "unchanged"}
    assert holdings.ledger.sequence == before
    title = b'dcterms:title "Ch\xc6\xb0\xc6\xa1ng tr\xc3\xacnh h\xe1\xbb\xa3p t\xc3\xa1c 2016 - 2020"'
    changed = exported("trig").replace(title, b'dcterms:title "Another title"')
    statuses = [outcome.status for outcome in enter(holdings, file(tmp_path, "trig", changed))]
    assert statuses.count("replaced") == 1
    held = holdings.ledger.document(DISPATCH.rpartition("/")[2])
    assert held.text == documents()[0].text
    assert held.original == documents()[0].source.content


def test_a_document_that_came_without_its_text_gets_it_when_it_is_loaded(holdings: Holdings, tmp_path: Path) -> None:
    enter(holdings, file(tmp_path, "trig"))
    d = documents()[0]
    identifier = document_id(d.record.document, d.text)
    assert holdings.ledger.document(identifier).text is None
    outcome = holdings.ledger.put(Entry(identifier, False, d.source, d.text, d.record, EXTRACTOR, "1"))
    assert outcome.status == "replaced"
    assert holdings.ledger.document(identifier).text == d.text


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        (b'ht:genre "dispatch"', b'ht:genre "dispatch" , "novel"', "genre"),
        (b"oa:start 190", b"oa:start 191", "no offset can be moved"),
        (b'ht:genre "dispatch"', b'ht:genre "dispatch" ; ht:colour "red"', "ht:colour is no term"),
        (b'ht:genre "dispatch"', b'ht:genre "dispatch" ; ht:cites [ ]', "blank node"),
        (b"ht:party <https://hoptac.example/id/locality/lam-dong>", b"ht:party <urn:x>", "no locality"),
        (b"/participation/72e65f98e6b2", b"/participation/000000000000", "a key follows from what is said"),
        (f"<{DISPATCH}>".encode(), f"<{DISPATCH}x>".encode(), "another document"),
    ],
)
def test_a_graph_that_does_not_come_back_exactly_is_refused_and_the_others_come_in(
    was: bytes, becomes: bytes, reason: str, holdings: Holdings, tmp_path: Path
) -> None:
    written = exported("trig", source([documents()[0], documents()[2]]))
    assert was in written
    outcomes = enter(holdings, file(tmp_path, "trig", written.replace(was, becomes)))
    refused = [outcome for outcome in outcomes if outcome.status == "refused"]
    assert [outcome.graph for outcome in refused] == [f"{DISPATCH}/graph"], reason
    assert refused[0].reason
    assert len(refused[0].reason) < 2000
    assert [head.filename for head in holdings.ledger.documents()] == ["thong-bao.txt"]


@pytest.mark.parametrize(
    ("ending", "written", "reason"),
    [
        (".trig", b"this is no TriG", "cannot be read"),
        (".trig", b"", "no document is in"),
        (".nq", b"<urn:a> <urn:b> <urn:c> .\n", "outside any graph"),
        (".jsonl", b'{"id": "x"}\n', "line 1"),
        (".jsonl", b"\xff\n", "line 1"),
        (".ttl", b"", "no export that can be read back"),
        (".nq", None, "cannot be read"),
    ],
)
def test_a_file_that_no_export_has_written_is_refused_with_what_is_wrong(
    ending: str, written: bytes | None, reason: str, holdings: Holdings, tmp_path: Path
) -> None:
    path = tmp_path / f"all{ending}"
    if written is not None:
        path.write_bytes(written)
    with pytest.raises(InvalidRequest, match=reason):
        enter(holdings, path)
    assert holdings.ledger.documents() == []


def test_another_base_iri_is_refused_with_the_way_out_which_is_to_rebase(holdings: Holdings, tmp_path: Path) -> None:
    path = file(tmp_path, "trig", exported("trig", source(base="https://dulieu.example.vn/hop-tac/")))
    with pytest.raises(InvalidRequest, match=r"--rebase.*HOPTAC_BASE_IRI=https://dulieu\.example\.vn/hop-tac/"):
        enter(holdings, path)
    outcomes = enter(holdings, path, rebase=True)
    assert {outcome.status: outcome.reason for outcome in outcomes} == {"known": None, "loaded": None}
    with present(holdings) as everything:
        assert exported("trig", everything) == exported("trig")


def test_graphs_that_are_not_ours_are_named_and_vocabularies_of_another_version_stay_outside(
    holdings: Holdings, tmp_path: Path
) -> None:
    foreign = b"<urn:my:graph> { <urn:a> <urn:b> <urn:c> }\n"
    written = exported("trig").replace(b'"Qu\xe1\xba\xa3ng Nam"@vi', b'"Qu\xe1\xba\xa3ng Nam x"@vi') + foreign
    outcomes = {outcome.graph: outcome for outcome in enter(holdings, file(tmp_path, "trig", written))}
    assert (outcomes["urn:my:graph"].status, len(holdings.ledger.documents())) == ("refused", len(documents()))
    vocabulary = outcomes["https://hoptac.example/id/vocabulary/graph"]
    assert vocabulary.status == "known"
    assert "not that of this version" in (vocabulary.reason or "")


@pytest.mark.parametrize("kind", ENDINGS)
def test_corrections_come_in_again_with_what_they_are_about(kind: str, holdings: Holdings, tmp_path: Path) -> None:
    read = dispatch()
    said = said_of(read, "agreements.period", "2016 - 2020", "amend", {"value": [2016, 2021]})
    corrected = source([read], corrections={read.filename: (said,)})
    outcomes = enter(holdings, file(tmp_path, kind, exported(kind, corrected)))
    assert [outcome.reason for outcome in outcomes if outcome.status == "refused"] == []
    with present(holdings) as everything:
        assert exported("trig", everything) == exported("trig", corrected)
    assert {outcome.status for outcome in enter(holdings, tmp_path / f"all{ENDINGS[kind]}")} <= {"known", "unchanged"}
