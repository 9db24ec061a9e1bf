"""The files for neo4j-admin keep its rules; its own importer makes of them the graph that hoptac writes over Bolt."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from graph.exports.formats import FORMATS
from graph.exports.rows import Node, rows
from graph.exports.targets import write_to
from ontology.property_graph import edge_types, node_types
from tests.graph.exporting import source
from tests.java import jars, need_java

_HERE = Path(__file__).resolve().parents[1] / "neo4j"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "neo4j-admin"
    write_to(FORMATS["neo4j-admin"], folder, source())
    return folder


def groups(folder: Path, option: str) -> list[tuple[list[str], list[dict[str, str]]]]:
    """Header and rows of each pair of files that an option names."""
    found = []
    for line in (folder / "import.args").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"--{option}="):
            header, data = line.partition("=")[2].split(",")
            columns = (folder / header).read_text(encoding="utf-8").rstrip("\n").split(",")
            with (folder / data).open(encoding="utf-8", newline="") as file:
                found.append((columns, list(csv.DictReader(file, columns, strict=True))))
    return found


def test_ids_are_unique_in_their_space_and_every_end_is_there(folder: Path) -> None:
    spaces: dict[str, set[str]] = {}
    for columns, found in groups(folder, "nodes"):
        (space,) = re.findall(r"^id:ID\((\w+)\)", ",".join(columns))
        ids = [row[f"id:ID({space})"] for row in found]
        assert {row[":LABEL"] for row in found} == {space}
        assert len(set(ids)) == len(ids)
        spaces[space] = set(ids)
    for columns, found in groups(folder, "relationships"):
        start, end, type_, *_ = columns
        for column, pattern in ((start, r":START_ID\((\w+)\)"), (end, r":END_ID\((\w+)\)")):
            (space,) = re.fullmatch(pattern, column).groups()  # type: ignore[union-attr]
            assert {row[column] for row in found} <= spaces[space]
        assert type_ == ":TYPE"
        assert all(row[":TYPE"] for row in found)


def test_headers_say_the_type_of_every_value_and_whether_it_is_a_list(folder: Path) -> None:
    types = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean"}
    declared = {**node_types(), **edge_types()}
    for option in ("nodes", "relationships"):
        for columns, found in groups(folder, option):
            of = declared[found[0].get(":LABEL") or found[0][":TYPE"]]
            special = re.compile(":?(id:ID|LABEL|START_ID|END_ID|TYPE)")
            named = dict(column.split(":") for column in columns if not special.match(column))
            wanted = {n: types[of.datatypes[n]] + "[]" * many for n, many in of.properties.items()}
            assert named == {n: t for n, t in wanted.items() if option == "relationships" or n != "id"}


_NODES = "MATCH (n) RETURN labels(n)[0] AS label, n {.*} AS said"
_EDGES = (
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, labels(a)[0] AS la, a.id AS a, labels(b)[0] AS lb, b.id AS b, "
    "r {.*} AS said"
)


@pytest.mark.neo4j
def test_the_importer_of_neo4j_makes_the_same_graph(folder: Path, tmp_path: Path) -> None:
    need_java("Neo4j's importer")
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", f"{jars(_HERE / 'pom.xml')}/*"]
    given = [tmp_path, folder / "schema.cypher", tmp_path / "found.json", _NODES, _EDGES, "--", "neo4j", "@import.args"]
    (tmp_path / "conf").mkdir()
    command = [*java, _HERE / "Import.java", *given]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    read_nodes, read_edges = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    nodes, edges = set(), set()
    for row in rows(source()):
        if isinstance(row, Node):
            nodes.add((row.label, in_csv(row.values)))
        else:
            kind = row.kind
            edges.add((kind.type, kind.source, row.source, kind.target, row.target, in_csv(row.values)))
    assert {(each["label"], in_csv(each["said"])) for each in read_nodes} == nodes
    assert {(e["type"], e["la"], e["a"], e["lb"], e["b"], in_csv(e["said"])) for e in read_edges} == edges
    assert (len(read_nodes), len(read_edges)) == (len(nodes), len(edges))


def in_csv(values: Mapping[str, Any]) -> str:
    """Values as they can be compared; the separator of lists cannot stand in a member of one."""
    comparable = {
        name: [str(member).replace("\x1f", "\ufffd") for member in value] if isinstance(value, list) else value
        for name, value in values.items()
    }
    return repr(sorted(comparable.items()))
