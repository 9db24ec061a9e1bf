"""GEXF and GraphML are well-formed whatever documents say, and networkx and Gephi read all of them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph.exports.formats import FORMATS
from graph.exports.network_files import edge_id, ends, node_id
from graph.exports.rows import Node, rows
from graph.exports.targets import write_to
from graph.exports.xml_text import clean
from tests.graph.exporting import UNPLEASANT, source
from tests.java import jars, need_java

_READ = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}
_GEXF = "{http://gexf.net/1.3}"


@pytest.fixture(scope="module", params=["gexf", "graphml"])
def file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("networks") / f"all.{request.param}"
    write_to(FORMATS[request.param], path, source())
    return path


def in_xml(value: object) -> object:
    """A value as it has to come back: lists as text, without what XML cannot hold."""
    if isinstance(value, list):
        return clean(json.dumps(value, ensure_ascii=False))
    return clean(value) if isinstance(value, str) else value


def test_networkx_reads_every_node_and_relationship_with_its_typed_values(file: Path) -> None:
    read = _READ[file.suffix[1:]](file)
    about = {"type", "type_vi", "type_en", "label", "label_en"}
    nodes = {name: {k: v for k, v in said.items() if k not in about} for name, said in read.nodes(data=True)}
    joined = (
        {said["id"]: (a, b) for a, b, said in read.edges(data=True)}
        if file.suffix == ".gexf"
        else {key: (a, b) for a, b, key in read.edges(keys=True)}
    )
    held_nodes: dict[str, Any] = {}
    held_edges: dict[str, Any] = {}
    for row in rows(source()):
        if isinstance(row, Node):
            values = {name: in_xml(value) for name, value in row.values.items() if name != "id"}
            held_nodes[clean(node_id(row.label, str(row.values["id"])))] = values
        else:
            held_edges[clean(edge_id(row))] = tuple(map(clean, ends(row)))
    assert nodes == held_nodes
    assert joined == held_edges


def test_nodes_are_called_in_vietnamese_with_an_english_caption_beside(file: Path) -> None:
    read = _READ[file.suffix[1:]](file)
    field = read.nodes["Field/tourism"]
    assert (field["label"], field["label_en"]) == ("Du lịch", "Tourism")
    assert (field["type"], field["type_vi"], field["type_en"]) == ("Field", "Lĩnh vực hợp tác", "Field of cooperation")
    (edge,) = read.get_edge_data("Locality/binh-thuan", "Locality/lam-dong-2025").values()
    assert (edge["type"], edge["label"]) == ("SUCCEEDED_BY", "được kế thừa bởi")


def test_what_xml_cannot_hold_becomes_the_replacement_character_and_the_rest_stays(file: Path) -> None:
    read = _READ[file.suffix[1:]](file)
    (titled,) = [said for _, said in read.nodes(data=True) if "o\ufffd" in said.get("text", "")]
    assert titled["text"] == clean(UNPLEASANT)
    assert "\r\nh\ri" in titled["text"]
    assert "]]>" in titled["text"]


def test_gexf_keeps_the_rules_of_its_schema_for_order_references_and_types(tmp_path: Path) -> None:
    path = tmp_path / "all.gexf"
    write_to(FORMATS["gexf"], path, source())
    root = etree.parse(path).getroot()
    assert (root.tag, root.get("version")) == (f"{_GEXF}gexf", "1.3")
    assert [child.tag.removeprefix(_GEXF) for child in root] == ["meta", "graph"]
    assert root[0].get("lastmodifieddate") is None, "no clock"
    graph = root[1]
    assert [child.tag.removeprefix(_GEXF) for child in graph] == ["attributes", "attributes", "nodes", "edges"]
    allowed = {"string", "long", "double", "boolean"}
    declared = {
        attributes.get("class"): {each.get("id"): each.get("type") for each in attributes}
        for attributes in graph.iterfind(f"{_GEXF}attributes")
    }
    assert all(set(types.values()) <= allowed for types in declared.values())
    nodes = [node.get("id") for node in graph[2]]
    assert len(set(nodes)) == len(nodes)
    edges = [edge.get("id") for edge in graph[3]]
    assert len(set(edges)) == len(edges)
    assert {edge.get(end) for edge in graph[3] for end in ("source", "target")} <= set(nodes)
    for kind, elements in (("node", graph[2]), ("edge", graph[3])):
        for value in elements.iter(f"{_GEXF}attvalue"):
            assert value.get("for") in declared[kind]


@pytest.mark.neo4j
def test_gephi_reads_every_node_and_relationship_without_complaint(tmp_path: Path) -> None:
    need_java("Gephi's toolkit")
    files = [tmp_path / f"all.{kind}" for kind in ("gexf", "graphml")]
    for file in files:
        write_to(FORMATS[file.suffix[1:]], file, source())
    here = Path(__file__).resolve().parents[1] / "gephi"
    java = ["java", "-Djava.awt.headless=true", "-Duser.home=" + str(tmp_path), "-XX:TieredStopAtLevel=1"]
    command = [*java, "-cp", f"{jars(here / 'pom.xml')}{os.sep}*", str(here / "Read.java"), *map(str, files)]
    said = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120)
    held = list(rows(source()))
    nodes = sum(isinstance(row, Node) for row in held)
    for part, file in zip(said.stdout.split("that was all\t")[:2], files, strict=True):
        lines = [line.split("\t") for line in part.splitlines()]
        assert len({line[1] for line in lines if line[0] == "node"}) == nodes
        assert len({line[1] for line in lines if line[0] == "edge"}) == len(held) - nodes
        assert ["node", "Locality/binh-thuan", "Bình Thuận"] in lines
        assert {tuple(line) for line in lines} >= {("column", "latitude", "Double"), ("column", "period_start", "Long")}
        complaints = [line for line in lines if line[0] == "issue" and line[1] != "INFO"]
        assert complaints == [], file.name
