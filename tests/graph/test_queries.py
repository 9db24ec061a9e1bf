"""Every named query gives the same rows on both stores, and the rows that a reader of the documents expects."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from graph.bolt import Row
from graph.queries import named_queries
from graph.search import search_terms
from graph.workspace import Workspace
from ontology.errors import InvalidRequest
from tests.graph.records import EXTRACTOR, documents
from tests.stores import Store

#: Every filter of every query, open.
FILTERS = (
    "document localities field fields body period_from period_to tokens kind named agreement deadline_from deadline_to"
)
ANY: dict[str, object] = {**dict.fromkeys(FILTERS.split()), "skip": 0, "limit": 100}
#: What the queries cannot do without; the id is put in when it is known.
NEEDED: dict[str, dict[str, object]] = {
    "body": {"ids": ["so-cong-thuong--binh-thuan"]},
    "field_localities": {"fields": ["tourism", "transport-infrastructure"]},
    "locality_fields": {"fields": ["tourism"]},
    "locality_partners": {"localities": ["binh-thuan"]},
}


@pytest.fixture(scope="module")
def workspaces(
    tmp_path_factory: pytest.TempPathFactory, embedded_store: Store, request: pytest.FixtureRequest
) -> Iterator[list[Workspace]]:
    """The same documents on the embedded store and, where it can run, on Neo4j."""
    stores = [embedded_store, request.getfixturevalue("neo4j_store")]
    opened = []
    for store in stores:
        store.empty()
        workspace = Workspace(tmp_path_factory.mktemp(store.name), **store.settings)
        with workspace.batch():
            for d in documents():
                workspace.put(d.source, d.text, d.record, EXTRACTOR)
        opened.append(workspace)
    yield opened
    for workspace in opened:
        workspace.close()


def ask(workspaces: list[Workspace], name: str, **parameters: object) -> list[Row]:
    """The rows of a query, after seeing that all stores give the same."""
    first, *others = (w.query(name, **{**ANY, **NEEDED.get(name, {}), **parameters}) for w in workspaces)
    for rows in others:
        assert rows == first
    return first


pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize("name", named_queries())
def test_each_query_gives_the_same_rows_on_both_stores_and_never_none(workspaces: list[Workspace], name: str) -> None:
    for row in ask(workspaces, "agreements")[:1]:
        assert ask(workspaces, name, id=row["id"])


@pytest.mark.parametrize("name", named_queries())
def test_each_query_says_what_it_answers(name: str) -> None:
    head = [line for line in named_queries()[name].splitlines() if line.startswith("//")]
    assert head[0].endswith(".")
    assert any(line.startswith("// Columns:") for line in head)
    described = set(re.findall(r"\$(\w+)", "\n".join(head)))
    rest = [line for line in named_queries()[name].splitlines() if not line.startswith("//")]
    assert described == set(re.findall(r"\$(\w+)", "\n".join(rest)))


@pytest.mark.parametrize(
    ("asked", "parties", "why"),
    [
        ({"tokens": search_terms("binh thuan")}, 3, "three agreements have Bình Thuận as a side"),
        ({"tokens": search_terms("Hà Nội")}, 1, "Hà Nội"),
        ({"tokens": search_terms("Hà Giang")}, 0, "nobody"),
        ({"tokens": search_terms("du lịch lâm đồng")}, 1, "a field and a side together"),
        ({"localities": ["lam-dong", "ninh-thuan"]}, 3, "either of them is enough"),
        ({"fields": ["health"]}, 1, "the proposal"),
        ({"body": "uy-ban-nhan-dan--binh-thuan"}, 2, "it acts for a side"),
        ({"body": "vien-kinh-te-b2452e11"}, 1, "it is a side itself"),
        ({"body": "so-cong-thuong--binh-thuan"}, 1, "it takes part in a task of it"),
        ({"period_to": 2015}, 1, "2011 to 2015"),
        ({"period_from": 2021}, 3, "2019 to 2022, from 2018 on, and 2016 to 2020 and the following years"),
        ({"period_from": 2016, "period_to": 2016}, 1, "2016 to 2020"),
        ({"period_to": 2010}, 0, "before all of them"),
    ],
)
def test_agreements_are_found_by(workspaces: list[Workspace], asked: dict[str, object], parties: int, why: str) -> None:
    assert len(ask(workspaces, "agreements", **asked)) == parties, why
    assert ask(workspaces, "agreements_count", **asked) == [{"n": parties, "ids": []}]


@pytest.mark.parametrize(
    ("asked", "n", "why"),
    [
        ({}, 4, "all tasks"),
        ({"kind": "commitment"}, 2, "what the parties undertake"),
        ({"localities": ["lam-dong"]}, 2, "it takes part in one, and is a side of the agreement of both"),
        ({"body": "so-ke-hoach-va-dau-tu--binh-thuan"}, 2, "it leads in two documents"),
        ({"fields": ["tourism"]}, 1, "promoting tourism"),
        ({"deadline_from": "2018-06-01"}, 1, "the year 2018 ends after that day"),
        ({"deadline_to": "2016-06-30"}, 1, "due on that day"),
        ({"deadline_from": "2016-07-01", "deadline_to": "2017-12-31"}, 0, "nothing is due in between"),
    ],
)
def test_tasks_are_found_by(workspaces: list[Workspace], asked: dict[str, object], n: int, why: str) -> None:
    assert len(ask(workspaces, "tasks", **asked)) == n, why
    assert ask(workspaces, "tasks_count", **asked) == [{"n": n}]


def test_a_page_is_a_part_of_the_whole(workspaces: list[Workspace]) -> None:
    whole = [row["id"] for row in ask(workspaces, "agreements")]
    pages = [ask(workspaces, "agreements", skip=skip, limit=1) for skip in range(len(whole))]
    assert [row["id"] for (row,) in pages] == whole


def test_the_network_joins_a_hub_with_each_of_the_others_and_everybody_only_where_it_is_multilateral(
    workspaces: list[Workspace],
) -> None:
    pairs = {(row["source"], row["target"]): len(row["agreements"]) for row in ask(workspaces, "network_edges")}
    assert pairs == {
        ("binh-thuan", "ho-chi-minh"): 2,  # both phases of the programme of the hub
        ("ho-chi-minh", "lam-dong"): 1,  # and never Bình Thuận with Lâm Đồng
        ("binh-thuan", "ninh-thuan"): 1,  # the only two sides of the proposal
        ("ha-nam", "ha-noi"): 1,
        ("ha-nam", "ninh-thuan"): 1,
        ("ha-noi", "ninh-thuan"): 1,
        ("ninh-thuan", "vung-dong-bang-song-hong"): 1,  # never Hà Nội with the region that contains it
    }
    nodes = {row["id"]: row["agreements"] for row in ask(workspaces, "network_nodes")}
    assert nodes.keys() == {place for pair in pairs for place in pair}
    assert nodes["ho-chi-minh"] == 2
    partners = ask(workspaces, "locality_partners", localities=["ho-chi-minh"])
    assert [(row["id"], len(row["agreements"])) for row in partners] == [("binh-thuan", 2), ("lam-dong", 1)]


def test_evidence_leads_to_the_words_of_the_document(workspaces: list[Workspace]) -> None:
    workspace = workspaces[0]
    rows = ask(workspaces, "field_localities", fields=["tourism"])
    assert {row["id"] for row in rows} == {"binh-thuan", "ho-chi-minh", "lam-dong"}
    for row in rows:
        for claim in (row["party"], *(field["evidence"] for field in row["fields"])):
            text = workspace.document(claim["document"]).text
            spans = zip(claim["starts"], claim["ends"], claim["quotes"], strict=True)
            assert [text[start:end] == quote for start, end, quote in spans] == [True]


def test_an_agreement_tells_what_it_continues(workspaces: list[Workspace]) -> None:
    later, earlier = (row["id"] for row in ask(workspaces, "agreements", fields=["tourism"]))
    (found,) = ask(workspaces, "agreement", id=later)
    assert (found["continues"], found["places"][0]["id"], found["approved_by"][0]["name"]) == (
        [earlier],
        "lam-dong",
        "Ủy ban nhân dân",
    )
    assert ask(workspaces, "agreement", id=earlier)[0]["continued_by"] == [later]


def test_an_unknown_query_is_named_with_those_that_there_are(workspaces: list[Workspace]) -> None:
    with pytest.raises(InvalidRequest, match=r"no query is named 'nothing' .*agreements"):
        workspaces[0].query("nothing")
