"""Aggregates answer what counting would answer, whatever came, changed and went; a wrong one is named and mended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from graph.cells import Cells, Coordinates, Places, add, cell_row, cells, lists_of, recounted
from graph.consolidation.facts import facts_of
from graph.consolidation.merging import Consolidated, Regrouped, merged
from graph.derivation import Derivation
from graph.documents import Original
from graph.workspace import Workspace
from ontology.iris import DEFAULT_BASE
from ontology.record import (
    Agreement,
    DateClaim,
    DocumentInfo,
    Evidence,
    FieldClaim,
    Inference,
    Party,
    PeriodClaim,
    Record,
)
from ontology.vocabulary import vocabulary
from tests.graph.records import EXTRACTOR, documents
from tests.stores import Store

#: Counting without cells: what each query of this name has to answer.
DIRECT = {path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "direct").glob("*.cypher")}
#: Few, so that documents meet: a hub, provinces that became one, and a region with a member of it.
LOCALITIES = ("ho-chi-minh", "binh-thuan", "dak-nong", "lam-dong", "ha-noi", "vung-dong-bang-song-hong")
FIELDS = ("tourism", "tourism/eco-and-community-tourism", "health")
KINDS = ("programme", "agreement")
DATES = ("2016-01-20", "2018", "--05-20")
YEARS = (None, 2015, 2016, 2018, 2020)
TEXT = "Các bên hợp tác."
DERIVATION = Derivation(DEFAULT_BASE)
BECAUSE = Inference(rule="by-hand", source="a test")
SHOWN = (Evidence(start=0, end=7, quote=TEXT[:7]),)

periods = st.tuples(st.sampled_from(YEARS), st.sampled_from(YEARS), st.booleans()).filter(
    lambda p: (p[0], p[1]) != (None, None) and (p[0] is None or p[1] is None or p[0] <= p[1])
)
dates = st.none() | st.sampled_from(DATES).map(lambda value: DateClaim(value=value, inferred=BECAUSE))
parties = st.lists(
    st.builds(
        lambda place, role: Party(id=place, name=vocabulary().localities[place].name, role=role, inferred=BECAUSE),
        st.sampled_from(LOCALITIES),
        st.sampled_from(["hub", "party", "party"]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda party: party.id,
).map(tuple)
fields = st.lists(
    st.sampled_from(FIELDS).map(lambda i: FieldClaim(id=i, top=i.partition("/")[0], inferred=BECAUSE)),
    max_size=3,
    unique_by=lambda field: field.id,
).map(tuple)
agreements = st.builds(
    Agreement,
    kind=st.sampled_from(KINDS),
    form=st.sampled_from(["multilateral", "bilateral-set", "unknown"]),
    parties=parties,
    period=st.none() | periods.map(lambda p: PeriodClaim(value=p[:2], open_ended=p[2], inferred=BECAUSE)),
    signed=dates,
    held=dates,
    fields=fields,
    evidence=st.just(SHOWN),
)
records = st.lists(agreements, max_size=2).map(
    lambda found: Record(document=DocumentInfo(genre="other"), agreements=tuple(found))
)
#: A document's id, and what it says from now on; nothing where it is taken out.
changes = st.lists(st.tuples(st.sampled_from("abc"), st.none() | records), min_size=1, max_size=6)


@pytest.fixture
def workspace(store: Store, data: Path) -> Iterator[Workspace]:
    with Workspace(data, **store.settings) as workspace:
        yield workspace


def told_apart(identifier: str, record: Record) -> Record:
    """What each document tells is of kinds of its own, so that no two documents tell of one agreement."""
    kinds = {"b": "plan", "c": "conference"}
    changed = [
        agreement.model_copy(update={"kind": kinds.get(identifier, agreement.kind)}) for agreement in record.agreements
    ]
    return record.model_copy(update={"agreements": tuple(changed)})


def put(workspace: Workspace, identifier: str, record: Record) -> None:
    workspace.put(Original.of(f"{identifier}.txt", "text/plain", TEXT.encode()), TEXT, record, EXTRACTOR, identifier)


def apply(workspace: Workspace, made: list[tuple[str, Record | None]]) -> None:
    """Bring the changes in, one by one: each is in a transaction of its own."""
    for identifier, record in made:
        if record is not None:
            put(workspace, identifier, told_apart(identifier, record))
        elif identifier in {head.id for head in workspace.documents()}:
            workspace.remove(identifier)


#: What a question about pairs may ask for.
filters = st.fixed_dictionaries(
    {
        "field": st.sampled_from([None, "tourism", "tourism/eco-and-community-tourism"]),
        "kind": st.sampled_from([None, "programme"]),
        "period_from": st.sampled_from([None, 2016, 2017, 2021]),
        "period_to": st.sampled_from([None, 2015, 2016, 2021]),
    }
)
#: Today's Lâm Đồng and what it was made of.
LAM_DONG = ["lam-dong", "binh-thuan", "dak-nong"]


def assert_counting_answers_the_same(workspace: Workspace, name: str, **asked: object) -> None:
    narrower = [i for i in FIELDS if asked["field"] in (i, i.partition("/")[0])] if asked.get("field") else None
    direct = workspace.connection().read(DIRECT[name], {**asked, "fields": narrower})
    assert workspace.query(name, **asked) == direct, (name, asked)


@given(changes, st.lists(filters, min_size=2, max_size=2))
@settings(
    max_examples=3,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_cells_answer_what_counting_answers_after_any_changes(
    workspace: Workspace, made: list[tuple[str, Record | None]], asked: list[dict[str, object]]
) -> None:
    """Documents of earlier examples stay: they are what these changes replace and take out."""
    apply(workspace, made)
    for name in ("localities", "fields", "counts"):
        assert_counting_answers_the_same(workspace, name)
    for question in asked:
        assert_counting_answers_the_same(workspace, "network_edges", **question)
        assert_counting_answers_the_same(workspace, "network_nodes", **question)
        assert_counting_answers_the_same(workspace, "locality_partners", localities=LAM_DONG, **question)
    assert workspace.check() == []


@given(st.lists(st.tuples(st.sampled_from("abc"), records), max_size=6), st.permutations("abc"))
def test_cells_are_those_of_the_last_versions_in_whatever_order(
    made: list[tuple[str, Record]], order: list[str]
) -> None:
    """The law, without a store: applying changes one by one, twice each, is counting what stands at the end."""
    standing: Cells = {}
    shares: dict[str, Cells] = {}
    known: set[str] = set()
    for identifier, record in made:
        now = share(identifier, record)
        known |= ids(record, identifier)
        changed = {i for i in known if i.startswith(f"{identifier}/")}
        dirty = now.keys() | shares.get(identifier, {}).keys()
        for _ in range(2):
            after = recounted({c: standing[c] for c in dirty if c in standing}, changed, [now])
            standing = {c: lists for c, lists in {**standing, **after}.items() if lists}
        shares[identifier] = now
    counted: Cells = {}
    for identifier in order:
        add(counted, shares.get(identifier, {}))
    assert standing == counted


def share(identifier: str, record: Record) -> Cells:
    """The cells that the agreements of one document are in, each by itself."""
    alone = tuple(merged([facts]) for facts in facts_of(record, identifier))
    return DERIVATION.cells(Regrouped(frozenset(), alone))


def ids(record: Record, identifier: str) -> set[str]:
    return {facts.id for facts in facts_of(record, identifier)}


@pytest.mark.parametrize(
    ("agreement", "kept_under", "why"),
    [
        ({"period": (2016, 2020)}, "2016 2020", "its own period"),
        ({"period": (2016, 2020), "open_ended": True}, "2016 9999", "and the following years"),
        ({"period": (2016, None)}, "2016 9999", "from 2016 on"),
        ({"period": (None, 2020), "signed": "2016-01-20"}, "0 2020", "until 2020, from nobody says when"),
        ({"signed": "2016-01-20", "held": "2017"}, "2016 2016", "the year of signing before that of meeting"),
        ({"held": "2017-05"}, "2017 2017", "the year of meeting"),
        ({"signed": "--05-20", "held": "2017"}, "? ?", "a signing of an unknown year says that it is unknown"),
        ({}, "? ?", "nothing is known"),
    ],
)
def test_an_agreement_counts_in_the_years_of(agreement: dict[str, Any], kept_under: str, why: str) -> None:
    sides: dict[str, set[str]] = {"ha-noi": set(), "ha-nam": set()}
    one = Consolidated("d/agreement/1", (), "plan", "unknown", sides, frozenset(), **agreement)
    found = cells([one], Places(frozenset(), frozenset(), {}))
    assert sorted(cell.rpartition(" ")[0] for cell in found) == [
        f"{ends} plan {kept_under}" for ends in ("* *", "ha-nam *", "ha-nam ha-noi", "ha-noi *")
    ], why


def test_an_id_names_its_coordinates_and_a_row_its_lists() -> None:
    for cell, lists in share("a", documents()[0].record.model_copy(update={"tasks": ()})).items():
        assert Coordinates.of(cell).id == cell
        assert lists_of(cell_row(cell, lists)) == {name: sorted(ids) for name, ids in lists.items()}


def test_a_wrong_cell_is_named_and_mended_and_nothing_else_is_touched(workspace: Workspace) -> None:
    for document in documents():
        workspace.put(document.source, document.text, document.record, EXTRACTOR)
    read = "MATCH (c:Cell) RETURN c {.*} AS row ORDER BY c.id"
    before = workspace.connection().read(read)
    (pair,) = (i for i in (row["row"]["id"] for row in before) if i.startswith("binh-thuan ho-chi-minh programme 2011"))
    (side,) = (i for i in (row["row"]["id"] for row in before) if i.startswith("ha-noi * agreement"))
    for statement in (
        f"MATCH (c:Cell {{id: '{pair}'}}) SET c.`field:tourism` = []",
        f"MATCH (c:Cell {{id: '{side}'}}) DELETE c",
        "CREATE (:Cell {id: 'ha-noi hue plan ? ? 0', shape: 'pair', source: 'ha-noi', agreements: ['x']})",
    ):
        workspace.connection().write(lambda tx, statement=statement: tx.run(statement).consume())
    assert sorted(str(difference) for difference in workspace.repair()) == [
        f"aggregates: altered: Cell {pair}: field:tourism",
        f"aggregates: missing: Cell {side}",
        "aggregates: unexpected: Cell ha-noi hue plan ? ? 0",
    ]
    assert workspace.check() == []
    assert workspace.connection().read(read) == before
