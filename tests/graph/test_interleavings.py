"""Whatever was loaded, replaced, removed, corrected and undone in whatever order: what is left is all that counts."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from graph import exporting, judging
from graph.bolt import Address
from graph.corrections import Entered
from graph.documents import Entry
from graph.holdings import Holdings
from graph.judging import Judgement
from graph.upkeep import check
from ontology.errors import InvalidRequest, RefusedDocument
from ontology.iris import DEFAULT_BASE
from tests.graph.records import EXTRACTOR, Document, documents
from tests.stores import Store

#: Draws changes after which documents and corrections are left.
SEED = 12
#: What can be said of a claim; an amendment fits few claims and is refused for the others, which then changes nothing.
SAYINGS = [("confirm", None), ("reject", None), ("amend", {"value": [2011, 2030]}), ("amend", {"value": "2017-01-01"})]


def version(name: int, number: int) -> Document:
    """A version of a document: another text, which says fewer of the tasks."""
    first = documents()[name]
    if number < 2:
        record = first.record.model_copy(update={"tasks": first.record.tasks[:number]})
        return Document(first.filename, first.text + " " * (number + 1), record)
    return first


def entry(name: int, number: int) -> Entry:
    found = version(name, number)
    return Entry(f"d{name}", True, found.source, found.text, found.record, EXTRACTOR, "any")


@contextmanager
def opened(data: Path, store: Store | None = None) -> Iterator[Holdings]:
    """The ledger and the RDF graphs of a folder; its property graph, where a test uses one, is at ``store``."""
    user = ("neo4j", "") if store is None else (store.settings["store_user"], store.settings["store_password"])
    uri = "bolt://127.0.0.1:1" if store is None else store.settings["store_uri"]
    database = "none" if store is None else store.settings["store_database"]
    holdings = Holdings(data, Address(uri, user, user, database), DEFAULT_BASE, None, "a test")
    try:
        yield holdings
    finally:
        holdings.close()


@dataclass
class History:
    """What is done to a folder, and what it amounts to: the versions of its documents and the corrections that hold."""

    versions: dict[int, int] = field(default_factory=dict)
    said: dict[int, Entered] = field(default_factory=dict)

    def put(self, holdings: Holdings, name: int, number: int) -> None:
        coming = entry(name, number)
        try:
            judging.enter(holdings, coming)
        except RefusedDocument:
            return  # with what people say of it; nothing is changed
        self.versions[name] = number

    def remove(self, holdings: Holdings, name: int) -> None:
        holdings.ledger.remove(f"d{name}")
        del self.versions[name]

    def correct(self, holdings: Holdings, name: int, place: int, saying: int) -> None:
        claims = judging.claims_of(holdings, f"d{name}")
        verdict, value = SAYINGS[saying]
        claim = claims[place % len(claims)]
        try:
            entered = judging.correct(holdings, claim.id, Judgement(verdict, "vì sao", value=value))  # type: ignore[arg-type]
        except (RefusedDocument, InvalidRequest):
            return
        assert entered.said.id is not None
        self.said[entered.said.id] = entered

    def undo(self, holdings: Holdings, which: int) -> None:
        number = sorted(self.said)[which % len(self.said)]
        try:
            judging.undo(holdings, number, "nhầm")
        except RefusedDocument:
            return
        del self.said[number]

    def told_plainly(self, data: Path, store: Store | None = None) -> object:
        """What a new folder holds into which each document is put once, with the corrections that hold."""
        with opened(data, store) as holdings:
            for name, number in sorted(self.versions.items()):
                holding = (self.said[n].said for n in sorted(self.said) if self.said[n].document == f"d{name}")
                corrections = tuple(said.model_copy(update={"id": None}) for said in holding)
                holdings.ledger.put(replace(entry(name, number), corrections=corrections))
            if store is not None:
                holdings.catch_up()
            return content(holdings, store)


def content(holdings: Holdings, store: Store | None) -> object:
    with tempfile.TemporaryFile() as out:
        exporting.export(holdings, "trig", out)
        out.seek(0)
        trig = out.read()
    if store is None:
        return trig
    nodes = "MATCH (n:Document|Agreement|Task|Finding|Event|Project|Body|Cell) RETURN n {.*} AS n ORDER BY n.id"
    edges = "MATCH (a:Document|Agreement|Task|Body)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, r {.*} AS r"
    return trig, *(
        holdings.store.using(lambda bolt, q=q: bolt.read(q)) for q in (nodes, f"{edges} ORDER BY a, t, b, r.id")
    )


class Changes(RuleBasedStateMachine):
    """Changes in any order; now and then the RDF graphs catch up, or the folder is closed and opened again."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.history = History()
        self._open()

    def _open(self) -> None:
        self.opening = opened(self.folder / "lived")
        self.holdings = self.opening.__enter__()

    @rule(name=st.integers(0, 2), number=st.integers(0, 2))
    def put(self, name: int, number: int) -> None:
        self.history.put(self.holdings, name, number)

    @precondition(lambda self: self.history.versions)
    @rule(which=st.integers(0, 2))
    def remove(self, which: int) -> None:
        names = sorted(self.history.versions)
        self.history.remove(self.holdings, names[which % len(names)])

    @precondition(lambda self: self.history.versions)
    @rule(which=st.integers(0, 2), place=st.integers(0, 200), saying=st.integers(0, len(SAYINGS) - 1))
    def correct(self, which: int, place: int, saying: int) -> None:
        names = sorted(self.history.versions)
        self.history.correct(self.holdings, names[which % len(names)], place, saying)

    @precondition(lambda self: self.history.said)
    @rule(which=st.integers(0, 20))
    def undo(self, which: int) -> None:
        self.history.undo(self.holdings, which)

    @rule()
    def catch_up(self) -> None:
        with self.holdings.writing() as quads:
            self.holdings.applier.to_quads(quads)

    @rule()
    def open_again(self) -> None:
        self.opening.__exit__(None, None, None)
        self._open()

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            try:
                lived = content(self.holdings, None)
                assert lived == self.history.told_plainly(self.folder / "plain")
            finally:
                self.opening.__exit__(None, None, None)
                shutil.rmtree(self.folder)


Changes.TestCase.settings = settings(max_examples=12, stateful_step_count=20, deadline=None, phases=[Phase.generate])
test_any_order_of_changes_ends_in_what_it_amounts_to = Changes.TestCase


def test_any_order_of_changes_ends_in_the_same_graphs_in_every_store(store: Store, data: Path, tmp_path: Path) -> None:
    draw = random.Random(SEED)
    history = History()
    with opened(data, store) as holdings:
        for _ in range(30):
            here = sorted(history.versions)
            what = draw.choice(["put", "put", *["correct"] * 5, "undo", "remove", "catch up"])
            if what == "put" or not here:
                history.put(holdings, draw.randrange(3), draw.randrange(3))
            elif what == "correct":
                history.correct(holdings, draw.choice(here), draw.randrange(200), draw.randrange(len(SAYINGS)))
            elif what == "undo" and history.said:
                history.undo(holdings, draw.randrange(20))
            elif what == "remove":
                history.remove(holdings, draw.choice(here))
            elif what == "catch up":
                holdings.catch_up()
        holdings.catch_up()
        assert check(holdings) == []
        assert len(history.said) > 1
        lived = content(holdings, store)
    store.empty()
    assert lived == history.told_plainly(tmp_path / "plain", store)
