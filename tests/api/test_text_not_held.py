"""A document that came as data: what it says is shown with its quotes, and that its text is not here is said."""

from __future__ import annotations

from pathlib import Path

from httpx import Client

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from tests.api.serving import served
from tests.graph.records import EXTRACTOR, notice
from tests.stores import Store


def test_a_document_without_its_text_says_so(embedded_store: Store, tmp_path: Path) -> None:
    made = notice()
    for folder in ("one", "other"):
        embedded_store.empty()
        settings = Settings(data_dir=tmp_path / folder, **embedded_store.settings)
        with open_workspace(settings) as workspace:
            if folder == "one":
                workspace.put(made.source, made.text, made.record, EXTRACTOR, "notice")
                workspace.export("trig", tmp_path / "all.trig")
                continue
            with workspace.batch():
                assert "loaded" in [each.status for each in workspace.import_file(tmp_path / "all.trig")]
            with served(create_app(settings, workspace)) as address, Client(base_url=address) as client:
                answer = client.get("/documents/notice")
                pages = [
                    client.get("/documents/notice", params={"f": "html", "lang": each}).text for each in ("vi", "en")
                ]
    assert "text" not in answer.json()
    assert answer.json()["sha256"] == made.source.sha256
    assert "Toàn văn không có ở đây" in pages[0]
    assert "The text is not held here" in pages[1]
    for shown in (answer.text, *pages):
        assert "theo dõi trong năm 2018" in shown
