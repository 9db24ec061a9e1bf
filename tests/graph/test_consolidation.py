"""One agreement of which several documents speak stands in all stores as one, whatever came, changed and went."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.consolidation.judging import judge
from graph.consolidation.keeping import judged, stated
from graph.consolidation.regrouping import consolidated
from graph.judging import enter, undo
from graph.tables import agreement as table
from graph.workspace import Workspace
from ontology.errors import HoptacError
from tests.graph.test_interleavings import opened
from tests.graph.told import BOTH, DAY, TEXT, YEARS, agreement, entry, the_id
from tests.stores import Store

TIES = "MATCH (a:Agreement)-[:CONSOLIDATED_AS]->(b:Agreement) RETURN a.id AS a, b.id AS b ORDER BY a"


def exported(workspace: Workspace, kind: str) -> bytes:
    out = io.BytesIO()
    workspace.export(kind, out)
    return out.getvalue()


@pytest.fixture
def loaded(store: Store, data: Path) -> Iterator[Workspace]:
    with Workspace(data, **store.settings) as workspace:
        with workspace.batch():
            for each in (BOTH, YEARS, DAY):
                workspace.enter(each)
        yield workspace


def test_an_agreement_of_three_documents_is_one_until_what_ties_them_goes(loaded: Workspace) -> None:
    first, second, third = map(the_id, (DAY, YEARS, BOTH))
    assert loaded.connection().read(TIES) == [
        {"a": second, "b": first},
        {"a": third, "b": first},
    ]
    (row,) = loaded.query("facets_by_locality", named=True)[:1]
    assert row["agreements"] == [[first]], "it counts once"
    (line,) = map(json.loads, exported(loaded, "agreements").splitlines())
    assert line["agreements"] == [first, second, third]
    assert [(claim["document"], claim["quote"]) for claim in line["period"]["claims"]] == [
        ("b", "2016 - 2020"),
        ("c", "2016 - 2020"),
    ]
    graph = f"{loaded.base_iri}id/consolidation/graph"
    assert graph.encode() in exported(loaded, "nquads")
    assert loaded.check() == []

    loaded.remove("c")
    assert loaded.connection().read(TIES) == []
    assert loaded.query("facets_by_locality", named=True)[0]["n"] == 2
    assert graph.encode() not in exported(loaded, "nquads")
    assert loaded.check() == []

    loaded.enter(BOTH)
    loaded.remove("a")
    assert loaded.connection().read(TIES) == [{"a": third, "b": second}], "the smallest that is left names it"
    assert loaded.check() == []


def test_an_export_comes_in_again_as_the_same_file(loaded: Workspace, store: Store, tmp_path: Path) -> None:
    before = exported(loaded, "trig")
    (tmp_path / "all.trig").write_bytes(before)
    loaded.close()
    store.empty()
    with Workspace(tmp_path / "other", **store.settings) as workspace:
        with workspace.batch():
            assert {each.status for each in workspace.import_file(tmp_path / "all.trig")} == {"loaded", "known"}
        assert exported(workspace, "trig") == before
        assert len(workspace.connection().read(TIES)) == 2
        workspace.rebuild()
        assert exported(workspace, "trig") == before
        assert workspace.check() == []


def test_what_was_done_to_groups_is_named_and_mended(loaded: Workspace) -> None:
    before = exported(loaded, "trig")
    cut = "MATCH (:Agreement {id: $id})-[r:CONSOLIDATED_AS]->() DELETE r"
    loaded.connection().write(lambda tx: tx.run(cut, id=the_id(BOTH)).consume())
    graph = f"{loaded.base_iri}id/consolidation/graph"
    with loaded.writing_quads() as quads:
        kept = [quad for quad in quads.graph(graph) if the_id(YEARS) not in str(quad.subject)]
        quads.replace(graph, kept)
    assert [str(difference) for difference in loaded.repair()] == [
        f"consolidation: missing: {the_id(YEARS)}",
        f"property graph: missing: CONSOLIDATED_AS ({the_id(BOTH)})-[:CONSOLIDATED_AS]->({the_id(DAY)})",
    ]
    assert loaded.check() == []
    assert exported(loaded, "trig") == before
    assert len(loaded.connection().read(TIES)) == 2


def test_an_altered_index_is_named_and_filled_anew(loaded: Workspace) -> None:
    with loaded._holdings.ledger.database.writing() as connection:
        connection.execute(sa.delete(table).where(table.c.id == the_id(BOTH)))
    named = [str(difference) for difference in loaded.repair()]
    assert named == [f"ledger: missing: index of agreements: {the_id(BOTH)}"]
    assert loaded.check() == []


tellings = st.builds(
    agreement,
    signed=st.booleans(),
    years=st.booleans(),
    fields=st.sampled_from([(), ("tourism",), ("health",), ("tourism", "health")]),
    kind=st.sampled_from(["programme", "agreement", "plan"]),
    place=st.sampled_from(["Hà Nam", "Hà"]),
)
puts = st.tuples(st.just("put"), st.sampled_from("abcde"), st.lists(tellings, max_size=2))
steps = st.sampled_from(["remove", "same", "different", "undo", "catch up"])
others = st.tuples(steps, st.integers(0, 9), st.integers(0, 9))
changes = st.lists(puts | others, max_size=16)


@given(changes)
@settings(
    max_examples=25, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_following_the_changes_ends_where_computing_from_scratch_ends(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, Any, Any]]
) -> None:
    """Whoever applies changes in whatever portions holds what one computation from all documents gives."""
    with opened(tmp_path_factory.mktemp("lived")) as holdings:
        ledger, standing, applied, numbers = holdings.ledger, dict[str, str](), 0, list[int]()

        def catch_up() -> int:
            found = ledger.regrouped(applied, ledger.sequence)
            for identifier in found.ids:
                standing.pop(identifier, None)
            standing.update({member: each.id for each in found.agreements for member in each.members})
            return ledger.sequence

        for serial, (what, which, other) in enumerate(made):
            documents = [head.id for head in ledger.documents()]
            ids = sorted(facts.id for i in documents for facts in stated(ledger.document(i)))
            if what == "put":
                ledger.put(entry(which, *other, text=f"{TEXT}{serial}"))
            elif what == "remove" and documents:
                ledger.remove(documents[which % len(documents)])
            elif what == "undo" and numbers:
                undo(holdings, numbers.pop(which % len(numbers)), "nhầm")
            elif what in ("same", "different") and ids:
                pair = ids[which % len(ids)], ids[other % len(ids)]
                if len({i.partition("/")[0] for i in pair}) == 2:
                    numbers.append(judge(holdings, what, pair, "vì", "An").said.id or 0)
            elif what == "catch up":
                applied = catch_up()
        catch_up()
        everything = [facts for head in ledger.documents() for facts in stated(ledger.document(head.id))]
        scratch = consolidated(everything, judged(ledger))
        assert standing == {member: each.id for each in scratch.agreements for member in each.members}


def test_people_join_and_part_agreements_until_that_is_undone(loaded: Workspace, store: Store, tmp_path: Path) -> None:
    first, second, third = map(the_id, (DAY, YEARS, BOTH))
    before = exported(loaded, "trig")
    loaded.enter(entry("p", agreement(kind="plan", place="Hà")))
    plan = the_id(entry("p", agreement(kind="plan", place="Hà")))
    with loaded.batch():
        loaded.judge("different", (third, first), "hai hội nghị", who="An")
        joined = loaded.judge("same", (first, plan), "kế hoạch này là văn bản đã ký", who="Bình")
    assert loaded.connection().read(TIES) == [{"a": third, "b": second}, {"a": plan, "b": first}], (
        "across kinds and sides"
    )
    assert [(e.said.verdict, e.said.who, state) for e, state in loaded.corrections()] == [
        ("different", "An", "holds"),
        ("same", "Bình", "holds"),
    ]
    assert loaded.check() == []
    judged_once = {kind: exported(loaded, kind) for kind in ("trig", "jsonl")}

    loaded.remove("p")
    assert [state for _, state in loaded.corrections()] == ["holds", "waits"]
    loaded.enter(entry("p", agreement(kind="plan", place="Hà", fields=("health",)), text=f"{TEXT} "))
    assert [state for _, state in loaded.corrections()] == ["holds", "holds"], "read again, it is the same agreement"
    loaded.enter(entry("p", agreement(kind="plan", years=False, place="Hà"), text=f"{TEXT} ."))
    assert [state for _, state in loaded.corrections()] == ["holds", "stale"], "it is another agreement now"
    assert loaded.check() == []
    loaded.enter(entry("p", agreement(kind="plan", place="Hà")))
    assert exported(loaded, "trig") == judged_once["trig"]

    assert joined.said.id is not None
    loaded.undo(joined.said.id, "nhầm")
    loaded.undo(joined.said.id - 1, "nhầm")
    loaded.remove("p")
    assert exported(loaded, "trig") == before
    assert loaded.check() == []
    loaded.close()
    for kind, file in judged_once.items():
        store.empty()
        (tmp_path / f"all.{kind}").write_bytes(file)
        with Workspace(tmp_path / kind, **store.settings) as workspace:
            with workspace.batch():
                list(workspace.import_file(tmp_path / f"all.{kind}"))
            assert exported(workspace, "trig") == judged_once["trig"], "what people said comes in with it"
            assert workspace.check() == []


@pytest.mark.parametrize(
    ("verdict", "ids", "message"),
    [
        ("same", ("x/agreement/1", "y/agreement/1"), "no document states the agreement 'x/agreement/1'"),
        ("equal", ("x/agreement/1", "y/agreement/1"), "'equal' is no judgement"),
        ("same", (the_id(DAY), the_id(DAY)), "both are of one document"),
    ],
)
def test_no_judgement_is_entered_where(tmp_path: Path, verdict: str, ids: tuple[str, str], message: str) -> None:
    with opened(tmp_path) as holdings:
        enter(holdings, DAY)
        before = holdings.ledger.sequence
        with pytest.raises(HoptacError, match=message):
            judge(holdings, verdict, ids, "vì", "An")
        assert holdings.ledger.sequence == before
