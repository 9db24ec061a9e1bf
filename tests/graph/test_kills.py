"""Whatever is killed at whatever moment: afterwards each change has happened as a whole or not at all, everywhere."""

from __future__ import annotations

import io
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from graph.workspace import Workspace
from tests.graph.forker import End, Forker, Operation, forker
from tests.graph.records import EXTRACTOR, dispatch, notice
from tests.graph.test_workspace import everything
from tests.stores import Store

#: Kills of each kind; fifty together on each store.
KILLS = {"load": 16, "replace": 17, "remove": 12, "rebuild": 5}
#: Another draw of moments: HOPTAC_TEST_SEED=7 make test.
SEED = int(os.environ.get("HOPTAC_TEST_SEED", "1"))

#: What the stores hold: the TriG file, and the nodes and relationships of documents.
Content = tuple[bytes, object]


@pytest.fixture(scope="module")
def forks() -> Iterator[Forker]:
    with forker() as running:
        yield running


@dataclass
class Folder:
    """A workspace with two documents that stay and one that comes, changes and goes; ``state`` is its version."""

    data: Path
    store: Store
    forks: Forker
    state: int | None = None
    known: dict[int | None, Content] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)

    def opened(self) -> Workspace:
        return Workspace(self.data, **self.store.settings)

    def after(self, what: str) -> int | None:
        return {"load": 1, "replace": 3 - (self.state or 0), "remove": None, "rebuild": self.state}[what]

    def run(self, what: str, kill_after: float | None = None) -> End:
        coming: dict[str, object] = {"identifiers": ["tin"], "number": self.after(what)}
        name, arguments = {
            "load": ("load", coming),
            "replace": ("load", coming),
            "remove": ("remove", {"identifier": "tin"}),
            "rebuild": ("rebuild", {}),
        }[what]
        (end,) = self.forks.run(Operation(name, str(self.data), self.store.settings, arguments, kill_after))
        assert end.error == ""
        return end


def content(workspace: Workspace) -> Content:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue(), everything(workspace)


@pytest.fixture
def folder(store: Store, data: Path, forks: Forker) -> Folder:
    made = Folder(data, store, forks)
    with made.opened() as workspace, workspace.batch():
        for document in (dispatch(), notice()):
            workspace.put(document.source, document.text, document.record, EXTRACTOR)
    return made


def learn(made: Folder) -> None:
    """Once through all operations in peace: what the stores hold after each, and how long it took."""
    with made.opened() as workspace:
        made.known[None] = content(workspace)
        for what in ("load", "replace", "rebuild", "remove"):
            made.seconds[what] = made.run(what).seconds
            made.state = made.after(what)
            workspace.catch_up()
            made.known.setdefault(made.state, content(workspace))
        assert content(workspace) == made.known[None]
        assert len({trig for trig, _ in made.known.values()}) == 3


def test_a_change_whose_process_is_killed_has_happened_or_has_not(folder: Folder) -> None:
    learn(folder)
    draw = random.Random(f"{SEED} {folder.store.name}")
    left = dict(KILLS)
    happened: dict[bool, int] = {True: 0, False: 0}
    with folder.opened() as workspace:
        while any(left.values()):
            absent = folder.state is None
            possible = [what for what in left if left[what] and (what == "rebuild" or (what == "load") == absent)]
            if not possible:  # what is left needs the document there, or gone
                folder.run("load" if absent else "remove")
                folder.state = 1 if absent else None
                continue
            what = draw.choice(possible)
            after = folder.after(what)
            end = folder.run(what, draw.uniform(0, 1.05) * folder.seconds[what])
            left[what] -= end.killed
            folder.seconds[what] = end.seconds if not end.killed else folder.seconds[what]
            behind = workspace.sequence
            workspace.catch_up()
            found = content(workspace)
            assert found in (folder.known[folder.state], folder.known[after]), f"{what} was killed after {end.seconds}"
            if end.killed and after != folder.state:
                happened[found == folder.known[after]] += 1
            folder.state = after if found == folder.known[after] else folder.state
            status = workspace.status()
            assert (status.quads, status.property_graph) == (behind, behind)
            assert workspace.catch_up().quads == workspace.catch_up().property_graph == 0
            if sum(left.values()) % 10 == 0:
                assert workspace.check() == []
    assert happened[True] >= 3
    assert happened[False] >= 3


def test_two_who_load_at_once_into_one_folder_lose_nothing(folder: Folder) -> None:
    with folder.opened() as workspace:
        before = content(workspace)
    many = [[f"{who}-{number}" for number in range(4)] for who in ("an", "binh")]
    ends = folder.forks.run(
        *(Operation("load", str(folder.data), folder.store.settings, {"identifiers": ids, "number": 1}) for ids in many)
    )
    assert [end.error for end in ends] == ["", ""]
    with folder.opened() as workspace:
        assert workspace.catch_up().quads == 0
        assert {document.id for document in workspace.documents()} >= {*many[0], *many[1]}
        assert workspace.check() == []
        with workspace.batch():
            for identifier in (*many[0], *many[1]):
                workspace.remove(identifier)
        assert content(workspace) == before
