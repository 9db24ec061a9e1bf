"""Whatever is dropped, added or altered in a store is named exactly, and mended."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest

from graph.workspace import Workspace

#: What is done to the documents' own claims, and what a check says of it.
TO_DOCUMENTS = [
    ("MATCH ()-[r:HAS_PARTY]->(:Locality {id: 'ha-nam'}) DELETE r", ["missing: HAS_PARTY 3a3b7533926dfd1d/"]),
    ("MATCH (n:Finding) SET n.text = 'tốt'", ["altered: Finding"]),
    ("MATCH (n:Indicator) REMOVE n.unit", ["altered: Indicator"]),
    ("MATCH (a:Agreement {kind: 'proposal'}), (f:Field {id: 'energy'}) CREATE (a)-[:HAS_FIELD {id: 'x'}]->(f)",
     ["unexpected: HAS_FIELD x"]),
    ("MATCH (n:Project) DETACH DELETE n", ["missing: LOCATED_IN"] * 2 + ["missing: Project", "missing: STATES"]),
    ("MATCH (n:Applied) WHERE n.id <> '*' DELETE n", []),  # our own notes are no claims
]  # fmt: skip
#: What is done to what documents share, or to nobody's.
TO_OTHERS = [
    ("CREATE (:Task {id: 'of/nobody'})", ["unexpected: Task of/nobody"]),
    ("MATCH (n:Locality {id: 'ha-nam'}) SET n.name = 'Hà Nội'", ["altered: Locality ha-nam"]),
    ("MATCH (:Body)-[r:BELONGS_TO]->() WITH r LIMIT 1 DELETE r", ["missing: BELONGS_TO"]),
]


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


@pytest.mark.parametrize("tampering", [TO_DOCUMENTS, TO_OTHERS], ids=["documents", "others"])
def test_check_names_what_was_done_to_the_property_graph_and_repair_mends_it(
    workspace: Workspace, tampering: list[tuple[str, list[str]]]
) -> None:
    assert workspace.check() == []
    expected = sorted(f"property graph: {name}" for _, names in tampering for name in names)
    for statement, _ in tampering:
        workspace.connection().write(lambda tx, statement=statement: tx.run(statement).consume())
    found = sorted(str(difference) for difference in workspace.repair())
    assert [name[: len(start)] for name, start in zip(found, expected, strict=True)] == expected
    assert workspace.check() == []


def test_check_names_what_was_done_to_the_rdf_graphs_and_repair_mends_it(workspace: Workspace) -> None:
    before = trig(workspace)
    claim = ox.NamedNode("https://hoptac.example/id/document/3a3b7533926dfd1d/participation/5ed3b3aa2b7a")
    with workspace.writing_quads() as quads:
        (graph,) = (graph for graph in quads.graphs() if "3a3b7533926dfd1d" in graph)
        kept = [quad for quad in quads.graph(graph) if claim not in (quad.subject, quad.object)]
        quads.replace(graph, kept)
        quads.replace(
            "https://hoptac.example/id/document/none/graph", [ox.Quad(claim, claim, claim, ox.NamedNode("urn:x"))]
        )
    named = {str(difference) for difference in workspace.check()}
    assert "RDF: missing: 3a3b7533926dfd1d/participation/5ed3b3aa2b7a" in named
    assert "RDF: unexpected: graph urn:x" in named
    workspace.repair()
    assert workspace.check() == []
    assert trig(workspace) == before
