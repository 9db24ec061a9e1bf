"""The workspace on both stores: what is put in is there, what is taken out is gone, and order does not matter."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.workspace import Workspace
from ontology.errors import NotFound, RefusedDocument, StoreError
from ontology.record import Record
from tests.graph.records import EXTRACTOR, Document, dispatch, documents, news, notice
from tests.stores import Store


def load(workspace: Workspace, loaded: Sequence[Document]) -> list[str]:
    """The outcomes of loading some documents."""
    with workspace.batch():
        return [workspace.put(d.source, d.text, d.record, EXTRACTOR).status for d in loaded]


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


def everything(workspace: Workspace) -> tuple[list[dict[str, object]], ...]:
    """All nodes and relationships of documents, as the reader sees them."""
    bolt = workspace.connection()
    nodes = bolt.read("MATCH (n:Document|Agreement|Task|Finding|Event|Project|Body) RETURN n {.*} AS n ORDER BY n.id")
    edges = bolt.read(
        "MATCH (a:Document|Agreement|Task|Body)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, r {.*} AS r "
        "ORDER BY a, t, b, r.id"
    )
    return nodes, edges


def test_loading_twice_changes_nothing(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        assert load(workspace, documents()) == ["loaded"] * 3
        before = trig(workspace), everything(workspace), workspace.sequence
        assert load(workspace, documents()) == ["unchanged"] * 3
        assert (trig(workspace), everything(workspace), workspace.sequence) == before


def test_the_order_of_loading_does_not_matter(store: Store, data: Path, tmp_path: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, documents())
        before = trig(workspace), everything(workspace)
    store.empty()
    with Workspace(tmp_path / "other", **store.settings) as workspace:
        for document in reversed(documents()):
            load(workspace, [document])
        assert (trig(workspace), everything(workspace)) == before


def test_removing_takes_a_document_out_and_nothing_else(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, [dispatch(), notice()])
        before = trig(workspace), everything(workspace)
        load(workspace, [news()])
        assert "vien-kinh-te" in str(workspace.query("bodies", localities=None, tokens=None, skip=0, limit=100))
        workspace.remove(next(d.id for d in workspace.documents() if d.filename == news().filename))
        assert (trig(workspace), everything(workspace)) == before
        with pytest.raises(NotFound):
            workspace.remove("never-there")


def test_a_body_stays_as_long_as_some_document_names_it(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, [dispatch(), notice()])

        def names() -> list[object]:
            return [row["id"] for row in workspace.query("bodies", localities=None, tokens=None, skip=0, limit=100)]

        shared = "so-ke-hoach-va-dau-tu--binh-thuan"
        ids = {document.filename: document.id for document in workspace.documents()}
        workspace.remove(ids[dispatch().filename])
        assert names() == [shared]
        workspace.remove(ids[notice().filename])
        assert names() == []


def test_a_new_version_replaces_the_claims_of_its_document(store: Store, data: Path) -> None:
    first = news()
    changed = Document(first.filename, first.text + " ", first.record.model_copy(update={"tasks": ()}))
    with Workspace(data, **store.settings) as workspace:
        workspace.put(first.source, first.text, first.record, EXTRACTOR, id="tin")
        outcome = workspace.put(changed.source, changed.text, changed.record, EXTRACTOR, id="tin")
        assert (outcome.status, outcome.replaced) == ("replaced", ("tin",))
        (counts,) = workspace.query("counts")
        assert (counts["documents"], counts["agreements"], counts["tasks"]) == (1, 1, 0)
        assert workspace.check() == []


def test_a_graph_that_does_not_conform_is_refused_and_nothing_is_written(data: Path) -> None:
    sound = notice()
    (agreement,) = sound.record.agreements
    unheard_of = agreement.fields[0].model_copy(update={"id": "alchemy", "top": "alchemy"})
    agreements = (agreement.model_copy(update={"fields": (unheard_of,)}),)
    with Workspace(data) as workspace:
        with pytest.raises(RefusedDocument, match="alchemy") as refusal:
            workspace.put(
                sound.source, sound.text, sound.record.model_copy(update={"agreements": agreements}), EXTRACTOR
            )
        assert refusal.value.document == sound.filename
        assert refusal.value.reasons
        assert workspace.sequence == 0


def test_a_quote_that_the_text_does_not_say_is_refused(data: Path) -> None:
    sound = notice()
    with Workspace(data) as workspace, pytest.raises(RefusedDocument):
        workspace.put(sound.source, sound.text.upper(), sound.record, EXTRACTOR)


def test_a_store_that_was_down_catches_up(embedded_store: Store, data: Path) -> None:
    store = embedded_store
    store.empty()
    with Workspace(data, **store.settings) as workspace:
        load(workspace, [dispatch()])
    nowhere = {**store.settings, "store_uri": "bolt://127.0.0.1:1"}
    with Workspace(data, **nowhere) as workspace:
        with pytest.raises(StoreError, match="does not answer"):
            load(workspace, [news()])
        assert workspace.sequence == 2  # the ledger has it
        assert b"tin.txt" in trig(workspace)  # and so has RDF
    with Workspace(data, **store.settings) as workspace:
        assert workspace.catch_up().property_graph == 1
        assert workspace.check() == []


def test_a_database_that_is_not_ours_is_never_emptied(store: Store, data: Path, tmp_path: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, [dispatch()])
        with (
            Workspace(tmp_path / "other", **store.settings) as other,
            pytest.raises(StoreError, match="another data folder"),
        ):
            other.catch_up()
        assert workspace.check() == []


def test_status_tells_how_far_each_store_is(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, documents())
        status = workspace.status()
        assert (status.documents, status.sequence, status.quads, status.property_graph) == (3, 3, 3, 3)


def test_on_neo4j_a_read_session_cannot_write(neo4j_store: Store, data: Path) -> None:
    neo4j_store.empty()
    with Workspace(data, **neo4j_store.settings) as workspace:
        workspace.catch_up()
        with pytest.raises(StoreError, match="AccessMode"):
            workspace.connection().read("CREATE (n:Task {id: 'x'}) RETURN n")


def test_another_base_iri_fills_the_stores_anew(store: Store, data: Path) -> None:
    with Workspace(data, **store.settings) as workspace:
        load(workspace, [notice()])
        before, graph = trig(workspace), everything(workspace)
    with Workspace(data, **store.settings, base_iri="https://data.example.vn/") as workspace:
        assert workspace.status().to_derive_anew == "RDF, property graph"
        workspace.catch_up()
        assert workspace.status().to_derive_anew is None
        assert b"hoptac.example" not in trig(workspace)
        assert everything(workspace) == graph
        assert workspace.check() == []
    with Workspace(data, **store.settings) as workspace:
        assert trig(workspace) == before


def test_a_record_comes_back_as_it_went_in(embedded_store: Store, data: Path) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        load(workspace, documents())
        found: dict[str, Record] = {d.filename: workspace.document(d.id).record for d in workspace.documents()}
    assert found == {d.filename: d.record for d in documents()}
