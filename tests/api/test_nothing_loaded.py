"""Before anything is loaded every list is empty, and the first page says how to load something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client

from tests.api.serving import loaded_and_served
from tests.stores import Store

LISTS = ["/agreements", "/tasks", "/bodies", "/documents", "/fields/tourism/localities"]


@pytest.fixture
def client(embedded_store: Store, tmp_path: Path) -> Iterator[Client]:
    with loaded_and_served(embedded_store, tmp_path, []) as address, Client(base_url=address) as opened:
        yield opened


def test_everything_answers(client: Client) -> None:
    for page in LISTS:
        assert client.get(page).json()["numberMatched"] == 0
        assert client.get(page, headers={"Accept": "text/html"}).status_code == 200
    assert client.get("/network").json()["nodes"] == []
    assert client.get("/network", headers={"Accept": "text/html"}).status_code == 200
    assert client.get("/localities/binh-thuan").json()["agreements"] == []
    assert "hoptac load" in client.get("/?lang=en", headers={"Accept": "text/html"}).text
