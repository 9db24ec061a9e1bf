"""A real workspace with documents made by hand, and a client of the application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Client

from api.app import create_app
from api.settings import Settings
from graph.workspace import Workspace
from tests.api.documents import documents
from tests.api.serving import served
from tests.graph.records import EXTRACTOR


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("api") / "data")


@pytest.fixture(scope="session")
def workspace(settings: Settings) -> Iterator[Workspace]:
    with Workspace(settings.data_dir) as opened:
        with opened.batch():
            for document in documents():
                opened.put(document.source, document.text, document.record, EXTRACTOR, Path(document.filename).stem)
        yield opened


@pytest.fixture(scope="session")
def address(settings: Settings, workspace: Workspace) -> Iterator[str]:
    with served(create_app(settings, workspace)) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[Client]:
    with Client(base_url=address, timeout=30) as opened:
        yield opened
