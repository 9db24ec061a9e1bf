"""What rests on words of a scan that were not recognised surely says so, in the data and on the page."""

from __future__ import annotations

from pathlib import Path

from httpx import Client

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from loaders.recognised import Recognised, marked
from tests.api.serving import served
from tests.graph.records import EXTRACTOR, dispatch
from tests.stores import Store


def test_an_unsure_statement_is_shown_as_such(embedded_store: Store, data: Path) -> None:
    embedded_store.empty()
    settings = Settings(data_dir=data, **embedded_store.settings)
    document = dispatch()
    place = document.text.index("Sở Kế hoạch và Đầu tư")
    recognised = Recognised(((0, place, 0.9), (place, place + 2, 0.54), (place + 2, len(document.text), 0.9)))
    record = marked(document.record, recognised, document.text)
    with open_workspace(settings) as workspace:
        workspace.put(document.source, document.text, record, EXTRACTOR, "dispatch")
        assert workspace.check() == []
        with served(create_app(settings, workspace)) as address, Client(base_url=address, timeout=30) as client:
            found = client.get("/documents/dispatch", headers={"Accept": "application/json"}).json()
            sure = {party["confidence"] for agreement in found["agreements"] for party in agreement["parties"]}
            assert sure == {0.9}
            leads = {lead["body"]["name"]: lead["confidence"] for task in found["tasks"] for lead in task["leads"]}
            assert leads["Sở Kế hoạch và Đầu tư"] == 0.54
            for language, words in {"vi": "Nhận dạng chưa chắc:", "en": "Not recognised surely:"}.items():
                page = client.get(f"/documents/dispatch?lang={language}", headers={"Accept": "text/html"}).text
                assert f"{words}</span> 54 %" in page
                assert '<mark class="m-body m-unsure"' in page
