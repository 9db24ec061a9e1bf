"""The property graph as tables: one for each label and each kind of relationship, described by a ``datapackage.json``.

CSV as in RFC 4180, in UTF-8; lists are JSON arrays. The description is a Frictionless data package.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from graph.exports.rows import Node, as_text, rows
from graph.exports.source import Source
from ontology.property_graph import EdgeType, NodeType, edge_types, node_types

_ENDS = ("source_label", "source", "target_label", "target")


@dataclass(frozen=True, slots=True)
class _Table:
    """The columns of a table and what each holds, as Table Schema calls it."""

    types: dict[str, str]
    key: str | None = None

    @classmethod
    def of(cls, declared: NodeType | EdgeType) -> _Table:
        values = {
            name: "array" if many else str(declared.datatypes[name]) for name, many in declared.properties.items()
        }
        if isinstance(declared, NodeType):
            return cls({"id": "string"} | values, key="id")
        return cls(dict.fromkeys(_ENDS, "string") | values)

    def description(self, name: str) -> dict[str, object]:
        fields = [{"name": column, "type": type_} for column, type_ in self.types.items()]
        return {
            "name": name.lower().replace("_", "-"),
            "path": f"{name}.csv",
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": {"fields": fields, **({"primaryKey": self.key} if self.key else {})},
        }


def write_tables(source: Source, folder: Path) -> None:
    """Write all tables and their description into a folder."""
    declared: dict[str, NodeType | EdgeType] = {**node_types(source.base), **edge_types(source.base)}
    tables = {name: _Table.of(type_) for name, type_ in declared.items()}
    with ExitStack() as stack:
        writers = {}
        for name, table in tables.items():
            file = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            writers[name] = csv.DictWriter(file, table.types, lineterminator="\r\n")
            writers[name].writeheader()
        for row in rows(source):
            if isinstance(row, Node):
                writers[row.label].writerow(_cells(row.values))
            else:
                ends = (row.kind.source, row.source, row.kind.target, row.target)
                writers[row.kind.type].writerow({**dict(zip(_ENDS, ends, strict=True)), **_cells(row.values)})
    description = {
        "name": "hoptac",
        "profile": "tabular-data-package",
        "resources": [table.description(name) for name, table in sorted(tables.items())],
    }
    written = json.dumps(description, ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(f"{written}\n", encoding="utf-8")


def _cells(values: Mapping[str, str | int | float | bool | list[str | int | float | bool]]) -> dict[str, str]:
    return {name: as_text(value) for name, value in values.items()}
