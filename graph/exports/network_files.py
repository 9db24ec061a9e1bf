"""The property graph for programs that draw and measure networks: what GEXF and GraphML have in common.

Nodes come before relationships, as their readers want it: relationships wait in a temporary file meanwhile. Each
value is declared once for all labels; where labels disagree about its type, it is text.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from typing import IO, Protocol

from graph.exports.rows import Edge, Node, as_text, caption, rows
from graph.exports.source import Source
from graph.projection import Row
from ontology.property_graph import Datatype, EdgeType, NodeType, common_datatype, edge_types, node_types

#: What is said of a node or relationship beside its own values, all of it text: its label or type, the same in words in
#: both languages, and the English caption (the Vietnamese one is the label that programs show).
DESCRIBED = ("type", "type_vi", "type_en", "label_en")


class Syntax(Protocol):
    """How one format writes the parts of a network, each as a whole number of lines."""

    def head(self, nodes: dict[str, Datatype], edges: dict[str, Datatype]) -> str:
        """Everything before the first node; the types of the values by their names."""
        ...

    def node(self, identifier: str, label: str, values: dict[str, str]) -> str: ...

    def between(self) -> str: ...

    def edge(self, identifier: str, source: str, target: str, label: str, values: dict[str, str]) -> str: ...

    def foot(self) -> str: ...


def write_network(source: Source, out: IO[bytes], syntax: Syntax) -> None:
    """Write the whole property graph, one document in memory at a time."""
    nodes, edges = node_types(source.base), edge_types(source.base)

    def write(file: IO[bytes], text: str) -> None:
        file.write(text.encode("utf-8"))

    with tempfile.TemporaryFile() as waiting:
        write(out, syntax.head(_datatypes(nodes), _datatypes(edges)))
        for row in rows(source):
            if isinstance(row, Node):
                said = described(row.values, nodes[row.label], row.label, str(row.values.get("name_en", "")))
                write(out, syntax.node(node_id(row.label, str(row.values["id"])), caption(row.values), said))
            else:
                declared = edges[row.kind.type]
                said = described(row.values, declared, row.kind.type, declared.name_en)
                write(waiting, syntax.edge(edge_id(row), *ends(row), declared.name, said))
        write(out, syntax.between())
        waiting.seek(0)
        shutil.copyfileobj(waiting, out)
        write(out, syntax.foot())


def node_id(label: str, identifier: str) -> str:
    """Our id under its label: a body and a kind of body may have the same."""
    return f"{label}/{identifier}"


def ends(edge: Edge) -> tuple[str, str]:
    return node_id(edge.kind.source, edge.source), node_id(edge.kind.target, edge.target)


def edge_id(edge: Edge) -> str:
    """The id of the claim that the relationship is; else its ends, which it joins once."""
    claim = edge.values.get("id")
    return f"{edge.kind.type}/{claim}" if claim else f"{edge.kind.type}/{'>'.join(ends(edge))}"


def described(values: Row, declared: NodeType | EdgeType, type_: str, label_en: str) -> dict[str, str]:
    """All values as text, in the order of :func:`_datatypes`; the id is that of the element itself."""
    about = dict(zip(DESCRIBED, (type_, declared.name, declared.name_en, label_en), strict=True))
    own = {name: as_text(values[name]) for name in sorted(values) if name != "id"}
    return {name: text for name, text in (about | own).items() if text}


def _datatypes(types: dict[str, NodeType] | dict[str, EdgeType]) -> dict[str, Datatype]:
    found: dict[str, list[Datatype]] = defaultdict(list)
    for name, datatype in _declared(types):
        found[name].append(datatype)
    about: dict[str, Datatype] = dict.fromkeys(DESCRIBED, "string")
    return about | {name: common_datatype(found[name]) for name in sorted(found) if name != "id"}


def _declared(types: dict[str, NodeType] | dict[str, EdgeType]) -> Iterator[tuple[str, Datatype]]:
    for declared in types.values():
        for name, many in declared.properties.items():
            yield name, "string" if many else declared.datatypes[name]
