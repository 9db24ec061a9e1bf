"""The quad store in the data folder: readers see whole changes only, any history of changes ends in the same graphs."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.applying import Applier
from graph.derivation import Derivation
from graph.documents import Entry
from graph.exports.source import Source
from graph.exports.trig import write_trig
from graph.ledger import Ledger
from graph.local_quads import LocalQuads, LocalQuadStore
from graph.locks import FileLock
from graph.quads import Progress
from ontology.iris import DEFAULT_BASE
from tests.graph.records import documents

GRAPH = "https://hoptac.example/id/document/d/graph"
DERIVATION = Derivation(DEFAULT_BASE)


def quad(value: str) -> ox.Quad:
    thing = ox.NamedNode("https://hoptac.example/id/document/d")
    return ox.Quad(thing, thing, ox.Literal(value), ox.NamedNode(GRAPH))


@pytest.fixture
def store(tmp_path: Path) -> LocalQuadStore:
    return LocalQuadStore(tmp_path / "quads")


def read(store: LocalQuadStore) -> list[ox.Quad]:
    with store.reading() as quads:
        return quads.graph(GRAPH)


def write(store: LocalQuadStore, value: str, sequence: int) -> None:
    with store.writing() as quads:
        quads.replace(GRAPH, [quad(value)])
        quads.progress = Progress("ledger", sequence, "1")


def test_a_reader_sees_what_was_there_when_it_began_and_the_next_one_sees_the_change(store: LocalQuadStore) -> None:
    write(store, "before", 1)
    with store.reading() as reader, store.writing() as writer:
        writer.replace(GRAPH, [quad("after")])
        writer.progress = Progress("ledger", 2, "1")
        assert read(store) == [quad("before")]
        assert reader.graph(GRAPH) == [quad("before")]
    assert read(store) == [quad("after")]


def test_what_a_killed_writer_left_unpublished_the_next_one_publishes(store: LocalQuadStore) -> None:
    write(store, "before", 1)
    left = ox.Store(str(store.folder / "store"))  # it wrote, and never came to the end of ``writing``
    LocalQuads(left).replace(GRAPH, [quad("after")])
    left.flush()
    del left
    assert read(store) == [quad("before")]
    with store.writing():
        pass
    assert read(store) == [quad("after")]


def test_what_a_killed_reader_left_is_swept_away(store: LocalQuadStore) -> None:
    write(store, "before", 1)
    left = store.folder / "readers" / "1-dead"
    left.mkdir()
    left.with_suffix(".lock").touch()
    alive = FileLock(store.folder / "readers" / "2-alive.lock")
    assert alive.acquire()
    write(store, "after", 2)
    assert {path.name for path in (store.folder / "readers").iterdir()} == {"2-alive.lock"}
    alive.release()


def test_only_the_latest_checkpoint_stays(store: LocalQuadStore) -> None:
    for number in range(3):
        write(store, str(number), number)
    assert len(list((store.folder / "checkpoints").iterdir())) == 1


#: Three documents in two versions each, of which the second states no tasks any more.
ENTRIES = [
    Entry(name, True, document.source, document.text, record, version, "o")
    for name, document in zip("abc", documents(), strict=True)
    for version, record in (("1", document.record), ("2", document.record.model_copy(update={"tasks": ()})))
]
STEPS = st.lists(st.one_of(st.sampled_from(ENTRIES), st.sampled_from("abc"), st.just("apply")), max_size=12)


@settings(max_examples=10, deadline=None)
@given(steps=STEPS)
def test_any_history_of_changes_ends_in_what_loading_the_last_documents_gives(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Entry | str]
) -> None:
    def exported(entries: list[Entry | str]) -> bytes:
        folder = tmp_path_factory.mktemp("history")
        ledger, store, out = Ledger(folder / "ledger.sqlite"), LocalQuadStore(folder / "quads"), io.BytesIO()
        present = set()
        for step in [*entries, "apply"]:
            if isinstance(step, Entry):
                ledger.put(step)
                present.add(step.id)
            elif step in present:
                ledger.remove(step)
                present.remove(step)
            elif step == "apply":
                with store.writing() as quads:
                    Applier(ledger, DERIVATION).to_quads(quads)
        with store.reading() as quads:
            write_trig(Source(quads, DERIVATION), out)
        ledger.close()
        return out.getvalue()

    last: dict[str, Entry] = {}
    for step in steps:
        if isinstance(step, Entry):
            last[step.id] = step
        else:
            last.pop(step, None)
    assert exported(steps) == exported(sorted(last.values(), key=lambda entry: entry.id, reverse=True))
