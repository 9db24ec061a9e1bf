"""The questions of docs/questions: the rows that a reader wrote by hand, in both languages and all stores."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from neo4j.graph import Entity

from graph.bolt import Row
from graph.workspace import Workspace
from loaders.reading import SUFFIXES
from ontology.property_graph import node_types
from tests.graph.understood import EXAMPLES, understood
from tests.stores import Store

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "questions"
QUESTIONS = sorted(path.stem for path in FOLDER.glob("*.csv"))
NUMBERS = {f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal", "double")}

Table = list[list[str]]


def text(name: str, suffix: str) -> str:
    return (FOLDER / f"{name}{suffix}").read_text(encoding="utf-8")


def expected(name: str) -> Table:
    """Names of the columns, then the rows."""
    return list(csv.reader(io.StringIO(text(name, ".csv"))))


def cell(value: object, datatype: str | None = None) -> str:
    """A value as one would write it by hand: nothing for what is not known, 62 for 62.0."""
    if value is None:
        return ""
    if isinstance(value, int | float) or datatype in NUMBERS:
        return f"{float(str(value)):.15g}"
    return " ".join(str(value).split())  # where a line of a PDF breaks says nothing


def sparql_cell(term: object) -> str:
    if isinstance(term, ox.Literal):
        return cell(term.value, term.datatype.value)
    if isinstance(term, rdflib.Literal):
        return cell(str(term), str(term.datatype))
    assert term is None, f"{term} is no value to read"
    return ""


def put(workspace: Workspace) -> None:
    with workspace.batch():
        for path in sorted(EXAMPLES.iterdir()):
            if path.suffix in SUFFIXES:
                d = understood(path)
                workspace.put(d.source, d.text, d.record, "1")


@pytest.fixture(scope="module")
def stores(
    embedded_store: Store, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Workspace]]:
    found = {}
    for store in (embedded_store, request.getfixturevalue("neo4j_store")):
        store.empty()
        found[store.name] = Workspace(tmp_path_factory.mktemp("questions"), **store.settings)
        put(found[store.name])
    yield found
    for workspace in found.values():
        workspace.close()


@pytest.fixture(scope="module")
def trig(stores: dict[str, Workspace]) -> bytes:
    out = io.BytesIO()
    stores["embedded"].export("trig", out)
    return out.getvalue()


@pytest.fixture(scope="module")
def oxigraph(trig: bytes) -> ox.Store:
    store = ox.Store()
    store.load(trig, format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="module")
def other_engine(oxigraph: ox.Store) -> rdflib.Graph:
    """The same statements in rdflib, the graphs as one."""
    graph = rdflib.Graph()
    triples = (ox.Triple(quad.subject, quad.predicate, quad.object) for quad in oxigraph)
    return graph.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")


def in_cypher(workspace: Workspace, name: str) -> Table:
    rows = workspace.connection().read(text(name, ".cypher"))
    return [list(rows[0]), *([cell(value) for value in row.values()] for row in rows)] if rows else []


@pytest.mark.neo4j
@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("store", ["embedded", "neo4j"])
def test_cypher_gives_the_rows_that_a_reader_of_the_documents_wrote(
    stores: dict[str, Workspace], store: str, name: str
) -> None:
    assert in_cypher(stores[store], name) == expected(name)


@pytest.mark.neo4j
@pytest.mark.parametrize("name", QUESTIONS)
def test_sparql_gives_the_same_rows_in_two_engines(oxigraph: ox.Store, other_engine: rdflib.Graph, name: str) -> None:
    found = oxigraph.query(text(name, ".rq"), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    assert [names, *([sparql_cell(row[n]) for n in names] for row in found)] == expected(name)
    other = other_engine.query(text(name, ".rq"))
    assert other.vars is not None
    rows: Iterable[rdflib.query.ResultRow] = other  # type: ignore[assignment]
    assert [[str(v) for v in other.vars], *([sparql_cell(term) for term in row] for row in rows)] == expected(name)


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_is_asked_in_two_languages_and_orders_its_rows(name: str) -> None:
    sparql, cypher = text(name, ".rq"), text(name, ".cypher")
    asked = [line.removeprefix("# ") for line in sparql.splitlines() if line.startswith("#")]
    assert asked == [line.removeprefix("// ") for line in cypher.splitlines() if line.startswith("//")]
    assert asked[0].endswith("?")
    assert re.search(r"\b(nào|gì|ai)\b", asked[0]), "the question in Vietnamese comes first"
    assert re.search(r"\b([Ww]hich|[Ww]hat|[Ww]ho)\b.*\?$", asked[1]), "then in English"
    assert "ORDER BY" in sparql
    assert "ORDER BY" in cypher
    assert len(expected(name)) > 1, "no question is without an answer"


@pytest.mark.neo4j
@pytest.mark.parametrize("number", range(10))
def test_every_starter_query_runs_as_it_stands_and_gives_the_same_on_both_stores(
    stores: dict[str, Workspace], number: int
) -> None:
    queries = re.findall(r"```cypher\n(.+?)```", (FOLDER.parent / "cypher.md").read_text(encoding="utf-8"), re.DOTALL)
    assert len(queries) == 10
    answers = {name: store.connection().read(queries[number]) for name, store in stores.items()}
    assert answers["embedded"]
    assert readable(answers["embedded"]) == readable(answers["neo4j"])


def readable(answer: list[Row]) -> list[list[object]]:
    """An answer with nodes and relationships as their values: the stores' own ids differ."""
    return [[dict(v.items()) if isinstance(v, Entity) else v for v in row.values()] for row in answer]


@pytest.mark.neo4j
def test_neo4j_browser_finds_a_caption_on_every_node_and_a_style_for_every_label(stores: dict[str, Workspace]) -> None:
    for store in stores.values():
        nameless = "MATCH (n) WHERE NOT n:Applied|Cell AND coalesce(n.name, '') = '' RETURN labels(n)"
        assert store.connection().read(nameless) == []
    style = (FOLDER.parent / "hoptac.grass").read_text(encoding="utf-8")
    assert re.findall(r"^node\.(\w+) \{", style, re.MULTILINE) == sorted(node_types())
    assert set(re.findall(r'caption: "(.*?)"', style)) == {"{name}", "<type>"}


def test_the_index_lists_every_question_with_its_three_files() -> None:
    index = (FOLDER / "README.md").read_text(encoding="utf-8")
    files = sorted(path.name for path in FOLDER.iterdir() if path.name != "README.md")
    assert files == sorted(f"{name}{suffix}" for name in QUESTIONS for suffix in (".rq", ".cypher", ".csv"))
    assert len(QUESTIONS) >= 12
    for name in QUESTIONS:
        question = text(name, ".rq").splitlines()
        assert all(line.removeprefix("# ") in index for line in question[:2]), name
        assert all(f"({name}{suffix})" in index for suffix in (".rq", ".cypher", ".csv")), name
