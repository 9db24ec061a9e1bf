"""One claim, drawn at random, is altered, dropped or added in one store: a check names that one and nothing else."""

from __future__ import annotations

import random
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from graph.workspace import Workspace
from ontology.iris import DEFAULT_BASE, Iris
from tests.graph.test_kills import SEED, content

DRAWS = 4
IRIS = Iris(DEFAULT_BASE)
_CLAIMS = "MATCH (a:Agreement|Task|Finding|Document)-[r]->(b) WHERE r.id IS NOT NULL"


def in_the_property_graph(workspace: Workspace, what: str, draw: random.Random) -> str:
    """Do it to one node or relationship; what has to be named."""
    bolt = workspace.connection()
    if what == "alter" and draw.random() < 0.5:
        matched = "MATCH (n:Agreement|Task|Finding|Event|Project|Indicator)"
        node = draw.choice(bolt.read(f"{matched} RETURN n.id AS id, labels(n)[0] AS kind ORDER BY id"))
        statement = f"{matched} WHERE n.id = $id SET n.position = 77"
        bolt.write(lambda tx: tx.run(statement, {"id": node["id"]}).consume())
        return f"{node['kind']} {node['id']}"
    claim = draw.choice(bolt.read(f"{_CLAIMS} RETURN r.id AS id, type(r) AS kind ORDER BY id, kind"))
    done = {
        "alter": "SET r.position = 77",
        "drop": "DELETE r",
        "add": "WITH a, b LIMIT 1 CREATE (a)-[:CONCERNS {id: 'new'}]->(b)",
    }[what]
    statement = f"{_CLAIMS} AND r.id = $id AND type(r) = $kind {done}"
    bolt.write(lambda tx: tx.run(statement, {"id": claim["id"], "kind": claim["kind"]}).consume())
    return "CONCERNS new" if what == "add" else f"{claim['kind']} {claim['id']}"


def in_rdf(workspace: Workspace, what: str, draw: random.Random) -> str:
    """Do it to all that one document says of one thing; what has to be named."""
    with workspace.writing_quads() as quads:
        graph = draw.choice([iri for iri in quads.graphs() if "/document/" in iri])
        stated = sorted(quads.graph(graph), key=str)
        subject = draw.choice(sorted({quad.subject.value for quad in stated}))
        own = [quad for quad in stated if quad.subject.value == subject]
        rest = [quad for quad in stated if quad.subject.value != subject]
        if what == "add":
            thing = ox.NamedNode(f"{subject}-new")
            own += [ox.Quad(thing, quad.predicate, quad.object, quad.graph_name) for quad in own]
        elif what == "alter":
            lost = own.pop(draw.randrange(len(own)))
            own.append(ox.Quad(lost.subject, lost.predicate, ox.Literal("khác"), lost.graph_name))
        quads.replace(graph, [*rest, *(own if what != "drop" else ())])
    return IRIS.id(thing.value if what == "add" else subject)


@pytest.mark.parametrize("tamper", [in_the_property_graph, in_rdf])
def test_a_check_names_one_altered_dropped_or_added_claim_exactly_and_repair_brings_it_back(
    workspace: Workspace, tamper: Callable[[Workspace, str, random.Random], str]
) -> None:
    before = content(workspace)
    draw = random.Random(SEED)
    named = {"alter": "altered", "drop": "missing", "add": "unexpected"}
    for _ in range(DRAWS):
        for what, said in named.items():
            where = tamper(workspace, what, draw)
            store = "RDF" if tamper is in_rdf else "property graph"
            assert [str(difference) for difference in workspace.repair()] == [f"{store}: {said}: {where}"]
            assert content(workspace) == before
    assert workspace.check() == []
