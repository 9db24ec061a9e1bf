"""One agreement of which several documents speak stands in all stores as one, whatever came, changed and went."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.consolidation.facts import facts_of
from graph.consolidation.keeping import judged, stated
from graph.consolidation.regrouping import consolidated
from graph.documents import Entry, Original
from graph.ledger import Ledger
from graph.tables import agreement as table
from graph.workspace import Workspace
from ontology.record import Agreement, DateClaim, DocumentInfo, Evidence, FieldClaim, Party, PeriodClaim, Record
from ontology.vocabulary import vocabulary
from tests.graph.records import EXTRACTOR
from tests.stores import Store

TEXT = "Hà Nội và Hà Nam ký ngày 01/12/2015 chương trình hợp tác 2016 - 2020 về du lịch và y tế."
TIES = "MATCH (a:Agreement)-[:CONSOLIDATED_AS]->(b:Agreement) RETURN a.id AS a, b.id AS b ORDER BY a"


def words(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def agreement(
    *,
    signed: bool = True,
    years: bool = True,
    fields: tuple[str, ...] = (),
    kind: str = "programme",
    place: str = "Hà Nam",
) -> Agreement:
    """The agreement as one document tells it: with the day, with the years, on some fields."""
    sides = {"Hà Nội": "ha-noi", "Hà Nam": "ha-nam", "Hà": "hai-phong"}
    named = {"tourism": "du lịch", "health": "y tế"}
    return Agreement.model_validate({
        "kind": kind,
        "parties": tuple(
            Party(id=sides[side], name=vocabulary().localities[sides[side]].name, evidence=words(side))
            for side in ("Hà Nội", place)
        ),
        "period": PeriodClaim(value=(2016, 2020), evidence=words("2016 - 2020")) if years else None,
        "signed": DateClaim(value="2015-12-01", evidence=words("01/12/2015")) if signed else None,
        "fields": tuple(FieldClaim(id=field, top=field, evidence=words(named[field])) for field in fields),
    })  # fmt: skip


def entry(identifier: str, *told: Agreement, text: str = TEXT) -> Entry:
    source = Original.of(f"{identifier}.txt", "text/plain", text.encode())
    return Entry(
        identifier, True, source, text, Record(document=DocumentInfo(genre="news"), agreements=told), EXTRACTOR, ""
    )


def the_id(given: Entry) -> str:
    return facts_of(given.record, given.id)[0].id


def exported(workspace: Workspace, kind: str) -> bytes:
    out = io.BytesIO()
    workspace.export(kind, out)
    return out.getvalue()


#: The day alone, the years alone, and both: the third ties the first two.
DAY = entry("a", agreement(years=False, fields=("tourism",)))
YEARS = entry("b", agreement(signed=False))
BOTH = entry("c", agreement(fields=("tourism", "health")))


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
changes = st.lists(
    st.tuples(st.sampled_from("abcde"), st.none() | st.lists(tellings, max_size=2), st.booleans()), max_size=14
)


@given(changes)
@settings(
    max_examples=40, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_following_the_changes_ends_where_computing_from_scratch_ends(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, list[Agreement] | None, bool]]
) -> None:
    """Whoever applies changes in whatever portions holds what one computation from all documents gives."""
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    standing: dict[str, str] = {}
    applied = 0

    def catch_up() -> int:
        found = ledger.regrouped(applied, ledger.sequence)
        for identifier in found.ids:
            standing.pop(identifier, None)
        standing.update({member: each.id for each in found.agreements for member in each.members})
        return ledger.sequence

    for number, (document, told, now) in enumerate(made):
        if told is not None:
            ledger.put(entry(document, *told, text=f"{TEXT}{number}"))
        elif document in {head.id for head in ledger.documents()}:
            ledger.remove(document)
        if now:
            applied = catch_up()
    catch_up()
    everything = [facts for head in ledger.documents() for facts in stated(ledger.document(head.id))]
    scratch = consolidated(everything, judged(ledger))
    assert standing == {member: each.id for each in scratch.agreements for member in each.members}
    ledger.close()
