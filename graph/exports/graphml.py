"""The property graph as GraphML, for Cytoscape, yEd, igraph and networkx: typed values, lists as text."""

from __future__ import annotations

from typing import IO

from graph.exports.network_files import write_network
from graph.exports.source import Source
from graph.exports.xml_text import attribute, content
from ontology.property_graph import Datatype

_TYPES: dict[Datatype, str] = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean"}
#: The value that programs show beside a node or relationship.
_LABEL = "label"


def write_graphml(source: Source, out: IO[bytes]) -> None:
    """Write all nodes, then all relationships; only one document is in memory at a time."""
    write_network(source, out, _GraphML())


class _GraphML:
    def head(self, nodes: dict[str, Datatype], edges: dict[str, Datatype]) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
            'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
            f"{_keys('node', nodes)}{_keys('edge', edges)}"
            '<graph id="hoptac" edgedefault="directed">\n'
        )

    def node(self, identifier: str, label: str, values: dict[str, str]) -> str:
        return f"<node id={attribute(identifier)}>{_data('node', {_LABEL: label} | values)}</node>\n"

    def between(self) -> str:
        return ""

    def edge(self, identifier: str, source: str, target: str, label: str, values: dict[str, str]) -> str:
        joined = f"id={attribute(identifier)} source={attribute(source)} target={attribute(target)}"
        return f"<edge {joined}>{_data('edge', {_LABEL: label} | values)}</edge>\n"

    def foot(self) -> str:
        return "</graph>\n</graphml>\n"


def _keys(of: str, datatypes: dict[str, Datatype]) -> str:
    declared: dict[str, Datatype] = {_LABEL: "string"}
    return "".join(
        f'<key id="{of}-{name}" for="{of}" attr.name="{name}" attr.type="{_TYPES[datatype]}"/>\n'
        for name, datatype in (declared | datatypes).items()
    )


def _data(of: str, values: dict[str, str]) -> str:
    return "".join(f'<data key="{of}-{name}">{content(text)}</data>' for name, text in values.items())
