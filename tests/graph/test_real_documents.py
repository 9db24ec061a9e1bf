"""The examples, and the annotated documents where they are at hand, through the whole path, on both property stores."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from graph.documents import Original
from graph.queries import named_queries
from graph.workspace import Workspace
from loaders.reading import SUFFIXES
from tests.graph.records import Document
from tests.graph.test_queries import ANY
from tests.graph.understood import understood
from tests.stores import Store

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "corpus" / "seeds"

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module", params=[ROOT / "examples", SEEDS], ids=["examples", "annotated"])
def loaded(request: pytest.FixtureRequest) -> list[Document]:
    folder: Path = request.param
    if not folder.is_dir():
        pytest.skip("the annotated documents (../shared) are not here")
    return [understood(path) for path in sorted(folder.iterdir()) if path.suffix in SUFFIXES]


@pytest.fixture(scope="module")
def stores(embedded_store: Store, request: pytest.FixtureRequest) -> list[Store]:
    return [embedded_store, request.getfixturevalue("neo4j_store")]


def load(data: Path, store: Store, documents: Sequence[Document], times: int = 1) -> Workspace:
    store.empty()
    workspace = Workspace(data, **store.settings)
    for _ in range(times):
        with workspace.batch():
            for d in documents:
                source = Original.of(d.filename, "text/plain", d.text.encode())
                workspace.put(source, d.text, d.record, "1")
    return workspace


def test_any_order_and_any_store_give_the_same_graph_and_the_same_answers(
    loaded: list[Document], stores: list[Store], tmp_path: Path
) -> None:
    exports, answers = [], []
    orders = [loaded, list(reversed(loaded))]
    for number, (store, order) in enumerate(zip(stores, orders, strict=True)):
        with load(tmp_path / str(number), store, order, times=2) as workspace:
            out = io.BytesIO()
            workspace.export("trig", out)
            exports.append(out.getvalue())
            answers.append(list(every_answer(workspace)))
            assert workspace.check() == []
    assert exports[0] == exports[1]
    assert answers[0] == answers[1]


def every_answer(workspace: Workspace) -> Iterator[tuple[str, object]]:
    """The rows of every named query, none of them empty."""
    known = {
        "id": workspace.query("agreements", **ANY)[0]["id"],
        "ids": [row["id"] for row in workspace.query("bodies", **ANY)],
    }
    for name in named_queries():
        asked = {**ANY, **known}
        if name == "locality_partners":
            asked["localities"] = ["ho-chi-minh"]
        if name in ("field_localities", "locality_fields"):
            asked["fields"] = ["tourism"]
        rows = workspace.query(name, **asked)
        assert rows, name
        yield name, rows
