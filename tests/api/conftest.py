"""A client of the application, over the embedded store and over Neo4j."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx import Client

from tests.api.documents import documents
from tests.api.serving import loaded_and_served
from tests.stores import Store


@pytest.fixture(scope="module", params=["embedded", pytest.param("neo4j", marks=pytest.mark.neo4j)])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    store: Store = request.getfixturevalue(f"{request.param}_store")
    with (
        loaded_and_served(store, tmp_path_factory.mktemp("api"), documents()) as address,
        Client(base_url=address, timeout=30) as opened,
    ):
        yield opened
