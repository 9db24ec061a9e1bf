"""The property graph as GEXF 1.3, for Gephi: typed values, lists as text, without the time of day."""

from __future__ import annotations

from typing import IO

from graph.exports.network_files import write_network
from graph.exports.source import Source
from graph.exports.xml_text import attribute
from ontology.property_graph import Datatype

_TYPES: dict[Datatype, str] = {"string": "string", "integer": "long", "number": "double", "boolean": "boolean"}


def write_gexf(source: Source, out: IO[bytes]) -> None:
    """Write all nodes, then all relationships; only one document is in memory at a time."""
    write_network(source, out, _Gexf())


class _Gexf:
    def head(self, nodes: dict[str, Datatype], edges: dict[str, Datatype]) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
            "<meta><creator>hoptac</creator><description>Hợp tác giữa các địa phương Việt Nam</description></meta>\n"
            '<graph mode="static" defaultedgetype="directed">\n'
            f"{_attributes('node', nodes)}{_attributes('edge', edges)}<nodes>\n"
        )

    def node(self, identifier: str, label: str, values: dict[str, str]) -> str:
        return f"<node id={attribute(identifier)} label={attribute(label)}>{_values(values)}</node>\n"

    def between(self) -> str:
        return "</nodes>\n<edges>\n"

    def edge(self, identifier: str, source: str, target: str, label: str, values: dict[str, str]) -> str:
        # Without a kind, Gephi makes one edge of several between the same nodes.
        joined = f"id={attribute(identifier)} source={attribute(source)} target={attribute(target)}"
        return f"<edge {joined} kind={attribute(values['type'])} label={attribute(label)}>{_values(values)}</edge>\n"

    def foot(self) -> str:
        return "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, datatypes: dict[str, Datatype]) -> str:
    declared = "".join(
        f'<attribute id="{name}" title="{name}" type="{_TYPES[datatype]}"/>\n' for name, datatype in datatypes.items()
    )
    return f'<attributes class="{of}" mode="static">\n{declared}</attributes>\n'


def _values(values: dict[str, str]) -> str:
    written = "".join(f"<attvalue for={attribute(name)} value={attribute(text)}/>" for name, text in values.items())
    return f"<attvalues>{written}</attvalues>"
