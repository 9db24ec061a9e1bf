"""Facets and matrix say what counting the agreements one by one says."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

import pytest
from httpx import Client


def get(client: Client, address: str) -> Any:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return answer.json()


def values(found: Any, facet: str) -> dict[str, int]:
    return {item["value"]: item["n"] for item in found["facets"][facet]}


def top(item: dict[str, Any]) -> set[str]:
    """The fields of an agreement and those that they are part of."""
    ids = {field["id"] for field in item["fields"]}
    return ids | {i.partition("/")[0] for i in ids}


@pytest.mark.parametrize(
    "filters",
    ["", "locality=binh-thuan", "field=tourism", "kind=programme", "period=2018", "q=binh thuan",
     "as_of=today", "locality=lam-dong-2025&as_of=today", "q=nothing at all"],
)  # fmt: skip
def test_facets_count_all_agreements_found(client: Client, filters: str) -> None:
    found = get(client, f"/agreements?facets=locality,field,kind&{filters}")
    items = found["items"]
    assert len(items) == found["numberMatched"]
    assert values(found, "kind") == Counter(item["kind"] for item in items)
    assert values(found, "field") == Counter(field for item in items for field in top(item))
    assert values(found, "locality") == Counter(place["id"] for item in items for place in item["localities"])


def test_facets_count_what_other_pages_hold_too_and_come_with_names(client: Client) -> None:
    found = get(client, "/agreements?facets=field&limit=1")
    (tourism,) = [item for item in found["facets"]["field"] if item["value"] == "tourism"]
    assert tourism == {"value": "tourism", "name": "Du lịch", "name_en": "Tourism", "n": 2}


def test_an_agreement_counts_in_each_year_that_it_touches(client: Client) -> None:
    """One from 2011 to 2015, one from 2016 on and one from 2018 on; nobody begins or ends after 2018."""
    years = values(get(client, "/agreements?facets=year&locality=binh-thuan"), "year")
    assert years == {str(year): 2 if year == 2018 else 1 for year in range(2011, 2019)}


def test_the_matrix_counts_what_ties_two_localities(client: Client) -> None:
    found = get(client, "/matrix")
    network = get(client, "/network")
    counts = {
        (row["id"], column["id"]): n
        for row, numbers in zip(found["rows"], found["counts"], strict=True)
        for column, n in zip(found["columns"], numbers, strict=True)
        if n
    }
    expected = {(edge["from"], edge["to"]): len(edge["agreements"]) for edge in network["edges"]}
    assert counts == expected | {(target, source): n for (source, target), n in expected.items()}


def test_as_of_today_the_diagonal_holds_what_became_internal(client: Client) -> None:
    found = get(client, "/matrix?as_of=today")
    internal = {
        item["locality"]["id"]: len(item["agreements"]) for item in get(client, "/network?as_of=today")["internal"]
    }
    ids = [row["id"] for row in found["rows"]]
    assert {i: found["counts"][n][n] for n, i in enumerate(ids) if found["counts"][n][n]} == internal


@pytest.mark.parametrize("filters", ["", "&as_of=today", "&kind=programme", "&period=2018/..", "&field=tourism"])
def test_the_matrix_by_field_counts_the_agreements_that_each_cell_leads_to(client: Client, filters: str) -> None:
    found = get(client, f"/matrix?by=field{filters}")
    shared = "&".join(part for part in filters.split("&") if not part.startswith("field="))
    assert any(map(any, found["counts"]))
    for row, numbers in zip(found["rows"], found["counts"], strict=True):
        for column, n in zip(found["columns"], numbers, strict=True):
            listed = get(client, f"/agreements?locality={row['id']}&field={column['id']}&{shared}")
            assert listed["numberMatched"] == n


def test_the_matrix_as_csv_is_the_same_table(client: Client) -> None:
    answer = client.get("/matrix?by=field", headers={"Accept": "text/csv"})
    assert answer.headers["content-type"].startswith("text/csv")
    head, *rows = csv.reader(io.StringIO(answer.text, newline=""))
    found = get(client, "/matrix?by=field")
    assert head == ["id", "name", *(column["id"] for column in found["columns"])]
    assert rows == [
        [row["id"], row["name"], *map(str, numbers)]
        for row, numbers in zip(found["rows"], found["counts"], strict=True)
    ]
