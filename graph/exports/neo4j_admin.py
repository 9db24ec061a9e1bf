"""The property graph as CSV files for ``neo4j-admin database import full``, with the arguments and what to do then.

One pair of files (header, rows) for each label and for each kind of relationship that there is. Text is always
quoted, so that what is missing and what is empty differ; members of lists are separated by U+001F.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from graph.exports.rows import Node, as_text, rows
from graph.exports.source import Source
from graph.projection import EdgeKind, Value
from graph.statements import BOOKKEEPING, statements
from ontology.property_graph import Datatype, EdgeType, NodeType, edge_types, node_types

_TYPES: dict[Datatype, str] = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean"}
_SEPARATOR = "\x1f"
_OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--input-encoding=UTF-8", "--bad-tolerance=0")
_README = """# hoptac for neo4j-admin

In this folder, with the database not yet there (or `--overwrite-destination=true`):

    neo4j-admin database import full neo4j @import.args

Then make the constraints and indexes:

    cypher-shell -d neo4j -f schema.cypher

Files come in pairs: `<Label>-header.csv` and `<Label>.csv` hold nodes, `<TYPE>.<From>.<To>…` relationships. Text is
UTF-8 and always quoted, quotes are doubled, members of lists are separated by U+001F.
"""


def write_neo4j_admin(source: Source, folder: Path) -> None:
    """Write the files into a folder; rows of one document are in memory at a time."""
    nodes, edges = node_types(source.base), edge_types(source.base)
    with ExitStack() as stack:
        files: dict[str, _File] = {}

        def file(name: str, columns: Mapping[str, str]) -> _File:
            if name not in files:
                files[name] = _File(folder, name, columns, stack)
            return files[name]

        for row in rows(source):
            if isinstance(row, Node):
                file(row.label, _node_columns(nodes[row.label])).write({":LABEL": row.label, **row.values})
            else:
                columns = _edge_columns(row.kind, edges[row.kind.type])
                ends: dict[str, Value] = {":START_ID": row.source, ":END_ID": row.target, ":TYPE": row.kind.type}
                file(_name(row.kind), columns).write({**ends, **row.values})
    arguments = [
        *(f"--nodes={_pair(name)}" for name in sorted(files) if name in nodes),
        *(f"--relationships={_pair(name)}" for name in sorted(files) if name not in nodes),
        *_OPTIONS,
    ]
    definitions = [line for line in statements(source.base).definitions if BOOKKEEPING not in line]
    (folder / "import.args").write_text("".join(f"{line}\n" for line in arguments), encoding="utf-8")
    (folder / "schema.cypher").write_text("".join(f"{line};\n" for line in definitions), encoding="utf-8")
    (folder / "README.md").write_text(_README, encoding="utf-8")


class _File:
    """A file of rows, its header in a file of its own."""

    def __init__(self, folder: Path, name: str, columns: Mapping[str, str], stack: ExitStack) -> None:
        self._columns = tuple(columns)
        header = ",".join(columns.values())
        (folder / f"{name}-header.csv").write_text(f"{header}\n", encoding="utf-8")
        self._out: IO[str] = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))

    def write(self, values: Mapping[str, Value]) -> None:
        self._out.write(",".join(_cell(values.get(name)) for name in self._columns) + "\n")


def _name(kind: EdgeKind) -> str:
    return f"{kind.type}.{kind.source}.{kind.target}"


def _pair(name: str) -> str:
    return f"{name}-header.csv,{name}.csv"


def _node_columns(declared: NodeType) -> dict[str, str]:
    """The header of each value: the id is unique among the nodes of its label, which is its id space."""
    identifier = {"id": f"id:ID({declared.label})", ":LABEL": ":LABEL"}
    return identifier | {name: _typed(name, declared) for name in declared.properties if name != "id"}


def _edge_columns(kind: EdgeKind, declared: EdgeType) -> dict[str, str]:
    ends = {":START_ID": f":START_ID({kind.source})", ":END_ID": f":END_ID({kind.target})", ":TYPE": ":TYPE"}
    return ends | {name: _typed(name, declared) for name in declared.properties}


def _typed(name: str, declared: NodeType | EdgeType) -> str:
    return f"{name}:{_TYPES[declared.datatypes[name]]}{'[]' if declared.properties[name] else ''}"


def _cell(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return _quoted(_SEPARATOR.join(as_text(member).replace(_SEPARATOR, "\ufffd") for member in value))
    return as_text(value)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
