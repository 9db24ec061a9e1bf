"""The property graph as tables: one for each label and each kind of relationship, described by a ``datapackage.json``.

CSV as in RFC 4180, in UTF-8; lists are JSON arrays. The description is a Frictionless data package.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import TextIO

from graph.bolt import batches
from graph.derivation import Derivation
from graph.projection import Projected
from graph.quads import Quads
from graph.writing import Thing
from ontology.property_graph import edge_types, node_types

_ENDS = ("source_label", "source", "target_label", "target")
#: What a column is when it holds values of these types; integers and numbers together are numbers.
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array"}


def write_tables(quads: Quads, derivation: Derivation, document_ids: Iterable[str], folder: Path) -> None:
    """Write all tables and their description into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        tables = {
            name: _Table(stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline="")), columns)
            for name, columns in _columns(derivation.base).items()
        }
        for projected in _projected(quads, derivation, document_ids):
            for label, nodes in projected.nodes.items():
                for node in nodes:
                    tables[label].write(node)
            for kind, edges in projected.edges.items():
                for edge in edges:
                    ends = (kind.source, edge["source"], kind.target, edge["target"])
                    properties = edge["properties"]
                    assert isinstance(properties, dict)
                    tables[kind.type].write({**dict(zip(_ENDS, ends, strict=True)), **properties})
    description = {
        "name": "hoptac",
        "profile": "tabular-data-package",
        "resources": [_resource(name, table) for name, table in sorted(tables.items())],
    }
    written = json.dumps(description, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(f"{written}\n", encoding="utf-8")


class _Table:
    """A table that is being written; remembers which types each column holds."""

    def __init__(self, file: TextIO, columns: tuple[str, ...]) -> None:
        self.columns = columns
        self.types: dict[str, set[str]] = defaultdict(set)
        self._writer = csv.DictWriter(file, columns, lineterminator="\r\n")
        self._writer.writeheader()

    def write(self, row: Mapping[str, object]) -> None:
        for name, value in row.items():
            self.types[name].add(_TYPES[type(value)])
        self._writer.writerow({name: _cell(value) for name, value in row.items()})


def _cell(value: object) -> object:
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return value


def _columns(base: str) -> dict[str, tuple[str, ...]]:
    nodes = {
        label: ("id", *(name for name in node.properties if name != "id")) for label, node in node_types(base).items()
    }
    edges = {name: (*_ENDS, *edge.properties) for name, edge in edge_types(base).items()}
    return {**nodes, **edges}


def _projected(quads: Quads, derivation: Derivation, document_ids: Iterable[str]) -> Iterator[Projected]:
    """The vocabularies, then each document, then what several documents describe, each in the order of the ids."""
    yield derivation.vocabulary
    shared: set[Thing] = set()
    for document_id in sorted(document_ids):
        rows = derivation.rows(document_id, 0, quads.graph(derivation.iris.document_graph(document_id)))
        shared.update(rows.shared)
        yield rows.owned
    yield from chain(derivation.describe_shared(quads, things) for things in batches(sorted(shared)))


def _resource(name: str, table: _Table) -> dict[str, object]:
    fields = [{"name": column, "type": _type(table.types[column])} for column in table.columns]
    key = {"primaryKey": "id"} if "id" in table.columns and _ENDS[0] not in table.columns else {}
    return {
        "name": name.lower().replace("_", "-"),
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "encoding": "utf-8",
        "schema": {"fields": fields, **key},
    }


def _type(types: set[str]) -> str:
    if types == {"integer", "number"}:
        return "number"
    return types.pop() if len(types) == 1 else "string"
