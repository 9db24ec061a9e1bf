"""What tests of the graph share: a workspace that holds the documents of tests/graph/records.py, on each store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.workspace import Workspace
from tests.graph.records import EXTRACTOR, documents
from tests.stores import Store


@pytest.fixture
def workspace(store: Store, data: Path) -> Iterator[Workspace]:
    with Workspace(data, **store.settings) as workspace:
        with workspace.batch():
            for d in documents():
                workspace.put(d.source, d.text, d.record, EXTRACTOR)
        yield workspace
