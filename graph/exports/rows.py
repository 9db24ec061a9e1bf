"""The property graph row by row, for formats that want all nodes before the first relationship."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from graph.exports.source import Source
from graph.projection import EdgeKind, Row, Value
from ontology.property_graph import NAME


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its label and its values, ``id`` among them."""

    label: str
    values: Row


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship; ``source`` and ``target`` are the ids of its ends, unique under the labels of its kind."""

    kind: EdgeKind
    source: str
    target: str
    values: Row


def rows(source: Source) -> Iterator[Node | Edge]:
    """All nodes and relationships, those of one document together; only one document is in memory at a time."""
    for projected in source.projected():
        for label, nodes in projected.nodes.items():
            yield from (Node(label, node) for node in nodes)
        for kind, edges in projected.edges.items():
            for edge in edges:
                properties = edge["properties"]
                assert isinstance(properties, dict)
                yield Edge(kind, str(edge["source"]), str(edge["target"]), properties)


def as_text(value: Value) -> str:
    """A value as one text: a list as a JSON array, truth values as ``true`` and ``false``."""
    if isinstance(value, bool | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


_CAPTION_LENGTH = 80


def caption(values: Row) -> str:
    """The beginning of a node's name, on one line."""
    words = " ".join(str(values[NAME]).split())
    return words if len(words) <= _CAPTION_LENGTH else f"{words[: _CAPTION_LENGTH - 1]}…"
