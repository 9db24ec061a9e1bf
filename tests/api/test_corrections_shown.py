"""What a person said of a claim is shown beside its words: in the data, and on the pages in both languages."""

from __future__ import annotations

from pathlib import Path

from httpx import Client

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from graph.judging import Judgement
from tests.api.serving import served
from tests.graph.records import EXTRACTOR, dispatch
from tests.stores import Store

HOSTILE = "<script>alert(1)</script>"


def test_a_corrected_claim_is_shown_as_the_persons_and_a_rejected_one_is_told(
    embedded_store: Store, data: Path
) -> None:
    embedded_store.empty()
    settings = Settings(data_dir=data, **embedded_store.settings)
    document = dispatch()
    with open_workspace(settings) as workspace:
        workspace.put(document.source, document.text, document.record, EXTRACTOR, "dispatch")
        ids = {}
        for claim in workspace.claims("dispatch"):
            for span in claim.place.words:
                ids[claim.place.slot.path, span.quote] = claim.id
        lead = ids["tasks.leads", "Sở Kế hoạch và Đầu tư"]
        period = ids["agreements.period", "2016 - 2020"]
        workspace.correct(lead, Judgement("confirm", "đúng như bản ký", who="An"))
        workspace.correct(period, Judgement("amend", HOSTILE, "phụ lục 2", "Bình", {"value": [2016, 2021]}))
        party = next(
            claim.id
            for claim in workspace.claims("dispatch")
            if claim.place.slot.path == "agreements.parties" and "Lâm Đồng" in {s.quote for s in claim.place.words}
        )
        workspace.correct(party, Judgement("reject", "nơi họp", who="Chi"))
        with served(create_app(settings, workspace)) as address, Client(base_url=address, timeout=30) as client:
            found = client.get("/documents/dispatch", headers={"Accept": "application/json"}).json()
            (amended,) = [item for item in found["agreements"] if item["period"] and item["period"]["last"] == 2021]
            said = amended["period"]["correction"]
            assert (said["verdict"], said["who"], said["source"]) == ("amend", "Bình", "phụ lục 2")
            assert said["why"] == HOSTILE
            assert "lam-dong" not in {side["locality"]["id"] for side in amended["parties"]}
            assert [(c["verdict"], c["stale"]) for c in found["corrections"]] == [
                ("confirm", False),
                ("amend", False),
                ("reject", False),
            ]
            leads = [lead for task in found["tasks"] for lead in task["leads"] if "correction" in lead]
            assert [lead["correction"]["who"] for lead in leads] == ["An"]
            for language, words in {
                "vi": ("Sửa lại", "Bác bỏ", "Xác nhận"),
                "en": ("Amended", "Rejected", "Confirmed"),
            }.items():
                page = client.get(f"/documents/dispatch?lang={language}", headers={"Accept": "text/html"}).text
                assert all(word in page for word in (*words, "phụ lục 2", "nơi họp"))
                assert HOSTILE not in page
