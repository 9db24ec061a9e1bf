"""Each route answers its question, with the words that say so, over a real store."""

from __future__ import annotations

from typing import Any

import pytest
from httpx import Client

from tests.api.documents import documents

TEXTS = {document.filename.removesuffix(".txt"): document.text for document in documents()}


def get(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def all_evidence(answer: Any) -> list[dict[str, Any]]:
    """Every quote at any depth of an answer."""
    if isinstance(answer, dict):
        own = [answer] if {"start", "end", "quote"} <= answer.keys() else []
        return own + [found for value in answer.values() for found in all_evidence(value)]
    if isinstance(answer, list):
        return [found for value in answer for found in all_evidence(value)]
    return []


def test_the_first_page_says_what_is_in_here(client: Client) -> None:
    found = get(client, "/")
    assert found["counts"]["documents"] == 4
    assert found["counts"]["agreements"] == 5
    assert {link["href"] for link in found["links"]} >= {"/network", "/matrix", "/agreements", "/openapi.json"}


@pytest.mark.parametrize(
    ("question", "kind", "first"),
    [
        ("binh thuan", "localities", "binh-thuan"),
        ("Bình Thuận", "localities", "binh-thuan"),
        ("du lich", "fields", "tourism"),
        ("so ke hoach", "bodies", "so-ke-hoach-va-dau-tu--binh-thuan"),
        ("giao thong", "agreements", None),
        ("12/UBND-TH", "documents", "cong-van"),
    ],
)
def test_a_search_finds_things_of_each_kind(client: Client, question: str, kind: str, first: str | None) -> None:
    found = get(client, f"/?q={question}")["found"][kind]
    assert found
    assert first in (None, found[0]["id"])


def test_ha_nam_is_never_taken_for_ha_noi(client: Client) -> None:
    found = get(client, "/agreements?locality=ha-nam")
    assert found["numberMatched"] == 1
    assert get(client, "/?q=ha nam")["found"]["localities"][0]["id"] == "ha-nam"


def test_a_locality_shows_partners_fields_agreements_and_tasks(client: Client) -> None:
    found = get(client, "/localities/binh-thuan")
    partners = {partner["id"]: len(partner["agreements"]) for partner in found["partners"]}
    assert partners == {"ho-chi-minh": 2, "ninh-thuan": 1}, (
        "a hub ties each side to itself, not the sides to each other"
    )
    assert {field["id"] for field in found["fields"]} >= {"tourism", "health"}
    assert found["agreements_matched"] == len(found["agreements"]) == 3
    assert [ref["id"] for ref in found["successors"]] == ["lam-dong-2025"]
    assert any(task["leads"] for task in found["tasks"])


def test_as_of_today_a_province_has_the_agreements_of_those_that_were_merged_into_it(client: Client) -> None:
    assert get(client, "/localities/lam-dong-2025")["agreements_matched"] == 0
    today = get(client, "/localities/lam-dong-2025?as_of=today")
    assert today["agreements_matched"] == 3
    assert {party["locality"]["id"] for a in today["agreements"] for party in a["parties"]} >= {"ho-chi-minh-2025"}


def test_a_field_lists_the_localities_with_the_words_for_party_and_field(client: Client) -> None:
    found = get(client, "/fields/tourism/localities")
    assert {item["id"] for item in found["items"]} == {"ho-chi-minh", "binh-thuan", "lam-dong"}
    for item in found["items"]:
        for cooperation in item["agreements"]:
            assert cooperation["evidence"]
            assert cooperation["fields"][0]["evidence"][0]["quote"] == "du lịch"


def test_a_child_field_has_an_address_of_its_own(client: Client) -> None:
    assert get(client, "/fields/tourism/eco-and-community-tourism/localities")["numberMatched"] == 0


@pytest.mark.parametrize(
    ("filters", "matched"),
    [
        ("", 5),
        ("locality=binh-thuan", 3),
        ("field=transport-infrastructure", 1),
        ("field=tourism&locality=lam-dong", 1),
        ("period=2012", 1),
        ("period=2018/2019", 3),
        ("period=../2015", 1),
        ("body=so-ke-hoach-va-dau-tu--binh-thuan", 2),
        ("q=du lich ho chi minh", 2),
        ("q=không có gì như thế", 0),
        ("locality=&field=&period=", 5),
    ],
)
def test_agreements_are_filtered(client: Client, filters: str, matched: int) -> None:
    found = get(client, f"/agreements?{filters}")
    assert found["numberMatched"] == found["numberReturned"] == len(found["items"]) == matched


def test_pages_of_a_list_contain_every_item_once(client: Client) -> None:
    address, visited = "/agreements?limit=2", []
    while address:
        answer = client.get(address)
        visited += [item["id"] for item in answer.json()["items"]]
        following = [link["href"] for link in answer.json()["links"] if link["rel"] == "next"]
        assert all(f'<{href}>; rel="next"' in answer.headers["link"] for href in following)
        address = following[0] if following else ""
    assert visited == [item["id"] for item in get(client, "/agreements")["items"]]


def test_an_agreement_shows_the_words_for_each_of_its_statements(client: Client) -> None:
    (summary,) = get(client, "/agreements?period=2020&locality=lam-dong")["items"]
    found = get(client, f"/agreements/{summary['id']}")
    assert [party["role"] for party in found["parties"]] == ["hub", "party", "party"]
    assert found["parties"][1]["through"]["name"] == "Ủy ban nhân dân"
    assert found["period"]["open_ended"] is True
    assert found["signed"]["value"] == "2016-01-20"
    assert len(found["continues"]) == 1
    for statement in (*found["parties"], *found["fields"], found["period"], found["signed"]):
        assert statement["evidence"]


def test_an_inferred_statement_names_its_rule(client: Client) -> None:
    (summary,) = get(client, "/agreements?field=transport-infrastructure")["items"]
    assert get(client, f"/agreements/{summary['id']}")["held"]["inferred"]


@pytest.mark.parametrize(
    ("filters", "matched"),
    [
        ("", 5),
        ("kind=assignment", 3),
        ("body=so-cong-thuong--binh-thuan", 1),
        ("deadline=2016", 1),
        ("deadline=2018", 1),
        ("field=economy-investment", 1),
        ("document=tin", 1),
    ],
)
def test_tasks_are_filtered(client: Client, filters: str, matched: int) -> None:
    assert get(client, f"/tasks?{filters}")["numberMatched"] == matched


def test_a_task_says_who_leads_who_takes_part_and_by_when(client: Client) -> None:
    (task,) = get(client, "/tasks?deadline=2016")["items"]
    assert [each["body"]["name"] for each in task["leads"]] == ["Sở Kế hoạch và Đầu tư"]
    assert [each["body"]["jurisdiction"]["id"] for each in task["partners"]] == ["binh-thuan"]
    assert task["deadline"]["evidence"][0]["quote"] == "30/6/2016"
    assert task["recurrence"] == "P1Y"


def test_a_body_shows_its_tasks_in_all_documents(client: Client) -> None:
    found = get(client, "/bodies/so-ke-hoach-va-dau-tu--binh-thuan")
    assert found["tasks_matched"] == 2
    assert {task["document"] for task in found["tasks"]} == {"cong-van", "thong-bao"}


def test_a_document_has_its_text_and_its_record(client: Client) -> None:
    found = get(client, "/documents/cong-van")
    assert found["text"] == TEXTS["cong-van"]
    for evidence in all_evidence(found["record"]):
        assert found["text"][evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    "page",
    [
        "/localities/binh-thuan",
        "/localities/lam-dong-2025?as_of=today",
        "/fields/tourism/localities",
        "/tasks",
        "/network/statements?source=binh-thuan&target=ho-chi-minh",
        "/bodies/so-ke-hoach-va-dau-tu--binh-thuan",
        "/documents/hostile",
    ],
)
def test_every_quote_stands_in_its_document_and_its_link_leads_there(client: Client, page: str) -> None:
    found = [evidence for evidence in all_evidence(get(client, page)) if "document" in evidence]
    assert found
    for evidence in found:
        assert TEXTS[evidence["document"]][evidence["start"] : evidence["end"]] == evidence["quote"]
        assert evidence["href"] == f"/documents/{evidence['document']}#c{evidence['start']}-{evidence['end']}"
        shown = client.get(evidence["href"], headers={"Accept": "text/html"}).text
        assert f'id="c{evidence["start"]}-{evidence["end"]}"' in shown


def edges(client: Client, filters: str = "") -> dict[tuple[str, str], int]:
    return {(e["from"], e["to"]): len(e["agreements"]) for e in get(client, f"/network?{filters}")["edges"]}


def test_the_network_ties_the_hub_with_each_and_everybody_in_a_multilateral_agreement(client: Client) -> None:
    assert edges(client) == {
        ("binh-thuan", "ho-chi-minh"): 2,
        ("ho-chi-minh", "lam-dong"): 1,
        ("binh-thuan", "ninh-thuan"): 1,
        ("ha-nam", "ha-noi"): 1,
        ("ha-nam", "ninh-thuan"): 1,
        ("ha-noi", "ninh-thuan"): 1,
        ("ninh-thuan", "vung-dong-bang-song-hong"): 1,
        ("ca-mau", "kien-giang"): 1,
    }, "neither Hà Nội nor Hà Nam is tied to the region that contains it"


def test_the_network_is_filtered_by_field_and_period_and_nodes_stay_where_they_are(client: Client) -> None:
    assert edges(client, "field=health") == {("binh-thuan", "ninh-thuan"): 1}
    assert edges(client, "period=2012") == {("binh-thuan", "ho-chi-minh"): 1}
    everything = {node["id"]: (node["x"], node["y"]) for node in get(client, "/network")["nodes"]}
    for node in get(client, "/network?field=health")["nodes"]:
        assert everything[node["id"]] == (node["x"], node["y"])


def test_as_of_today_the_network_joins_merged_provinces(client: Client) -> None:
    today = edges(client, "as_of=today")
    assert today["ho-chi-minh-2025", "lam-dong-2025"] == 2
    assert not any("binh-thuan" in pair for pair in today)


@pytest.mark.parametrize("edge", [("binh-thuan", "ho-chi-minh"), ("ho-chi-minh", "binh-thuan")])
def test_the_statements_of_an_edge_are_its_agreements_in_either_direction(
    client: Client, edge: tuple[str, str]
) -> None:
    found = get(client, f"/network/statements?source={edge[0]}&target={edge[1]}")
    assert len(found["agreements"]) == 2
    assert len(get(client, f"/network/statements?source={edge[0]}&target={edge[1]}&period=2012")["agreements"]) == 1


@pytest.mark.parametrize("as_of", ["signing", "today"])
def test_behind_each_edge_stand_exactly_its_agreements(client: Client, as_of: str) -> None:
    for edge in get(client, f"/network?as_of={as_of}")["edges"]:
        behind = get(client, edge["href"])["agreements"]
        assert sorted(agreement["id"] for agreement in behind) == edge["agreements"]


@pytest.mark.parametrize(
    ("thing", "page"),
    [
        ("locality/binh-thuan", "/localities/binh-thuan"),
        ("field/tourism/eco-and-community-tourism", "/fields/tourism/eco-and-community-tourism/localities"),
        ("body/so-cong-thuong--binh-thuan", "/bodies/so-cong-thuong--binh-thuan"),
        ("document/cong-van", "/documents/cong-van"),
    ],
)
def test_the_address_of_a_thing_leads_to_the_document_about_it(client: Client, thing: str, page: str) -> None:
    answer = client.get(f"/id/{thing}")
    assert (answer.status_code, answer.headers["location"]) == (303, page)


def test_the_address_of_a_task_leads_to_its_passage(client: Client) -> None:
    task = get(client, "/tasks?deadline=2016")["items"][0]
    assert client.get(f"/id/document/{task['id']}").headers["location"] == task["evidence"]["href"]


def test_health_and_readiness(client: Client) -> None:
    assert get(client, "/healthz")["status"] == "ok"
    assert get(client, "/readyz")["sequence"] == 4
