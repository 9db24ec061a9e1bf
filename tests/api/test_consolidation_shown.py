"""One agreement of several documents is shown once, with what each of them says, and found by every id it ever had."""

from __future__ import annotations

from pathlib import Path

from httpx import Client

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from tests.api.serving import served
from tests.graph.told import BOTH, DAY, YEARS, agreement, entry, the_id
from tests.stores import Store


def test_an_agreement_of_several_documents_is_shown_once_with_all_of_them(embedded_store: Store, data: Path) -> None:
    embedded_store.empty()
    settings = Settings(data_dir=data, **embedded_store.settings)
    first, second, third = map(the_id, (DAY, YEARS, BOTH))
    other = entry("d", agreement(signed=False, years=False, kind="plan"))
    with open_workspace(settings) as workspace, workspace.batch():
        for each in (DAY, YEARS, BOTH, other):
            workspace.enter(each)
    with served(create_app(settings)) as address, Client(base_url=address, timeout=30) as client:
        listed = client.get("/agreements").json()
        assert listed["numberMatched"] == 2
        found = next(item for item in listed["items"] if item["id"] == first)
        assert (found["first"], found["last"], found["signed"], found["documents"]) == (2016, 2020, "2015-12-01", 3)
        assert client.get("/").json()["counts"]["agreements"] == 2
        facets = client.get("/agreements", params={"facets": "field,kind,year", "field": "health"}).json()
        assert facets["numberMatched"] == 1
        assert {item["value"]: item["n"] for item in facets["facets"]["year"]}["2018"] == 1
        asked = {"field": "health", "period": "2018", "q": "hà nam", "kind": "programme", "locality": "ha-noi"}
        assert client.get("/agreements", params=asked).json()["numberMatched"] == 1

        told = client.get(f"/agreements/{first}").json()
        assert [each["document"] for each in told["told_by"]] == ["a", "b", "c"]
        assert [(e["document"], e["quote"]) for e in told["period"]["evidence"]] == [
            ("b", "2016 - 2020"),
            ("c", "2016 - 2020"),
        ]
        assert {f["field"]["id"] for f in told["fields"]} == {"tourism", "health"}
        assert told["differing"] == ["fields"]
        (edge,) = client.get("/network").json()["edges"]
        assert edge["agreements"] == sorted([first, the_id(other)])
        (onto,) = [i for i in client.get("/fields/tourism/localities").json()["items"] if i["id"] == "ha-noi"]
        assert [(each["agreement"], len(each["evidence"])) for each in onto["agreements"]] == [(first, 2)]
        assert [each["id"] for each in client.get("/documents/c").json()["agreements"]] == [third]

        for language, words in (("vi", "3 văn bản nói về thỏa thuận này"), ("en", "3 documents speak of it")):
            page = client.get(f"/agreements/{first}", params={"lang": language}, headers={"Accept": "text/html"}).text
            assert words in page
            assert page.count("/documents/c") > 1

        moved = client.get(f"/agreements/{third}", headers={"Accept": "application/json"})
        assert (moved.status_code, moved.headers["location"]) == (303, f"/agreements/{first}")
        linked = client.get(f"/id/document/{second}", follow_redirects=True)
        assert linked.url.path == f"/agreements/{first}"

        with open_workspace(settings) as workspace, workspace.batch():
            workspace.remove("a")
        assert client.get(f"/agreements/{first}").status_code == 410
        assert client.get("/documents/a").status_code == 410
        assert client.get("/agreements/x/agreement/1").status_code == 404
        assert client.get(f"/agreements/{second}").json()["differing"] == []
