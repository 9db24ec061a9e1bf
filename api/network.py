"""The network of cooperation as a pyvis ``Network``: the one module that knows pyvis.

pyvis emits names unescaped and links other hosts; so it gets a template of ours that escapes everything and holds
nothing but data. What draws it is ``api/web/network.js``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup
from pyvis.network import Network

from api.layout import Position
from api.models import NetworkEdge, NetworkNode
from api.pages import environment


@dataclass(frozen=True, slots=True)
class Node:
    """What a node stands for, before it is drawn."""

    id: str
    label: str
    kind: str
    agreements: int
    href: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two nodes and the agreements that tie them."""

    source: str
    target: str
    agreements: tuple[str, ...]
    href: str


def draw(nodes: Sequence[Node], edges: Sequence[Edge], positions: Mapping[str, Position]) -> Network:
    """The network with positions, sizes and widths.

    Edges are added as directed, because pyvis drops the second edge between two nodes of an undirected network and
    takes quadratic time for it; then they lose their arrows.
    """
    network = Network(directed=True, cdn_resources="local")
    network.toggle_physics(False)
    for node in nodes:
        x, y = positions[node.id]
        network.add_node(
            node.id,
            label=node.label,
            x=x,
            y=y,
            size=round(5 + 2.5 * math.sqrt(node.agreements), 1),  # the area grows with the number of agreements
            kind=node.kind,
            agreements=node.agreements,
            href=node.href,
        )
    for edge in edges:
        network.add_edge(
            edge.source,
            edge.target,
            id=f"{edge.source}--{edge.target}",
            width=round(1.4 + 1.4 * math.log2(len(edge.agreements)), 1),
            agreements=list(edge.agreements),
            href=edge.href,
        )
    for drawn in network.edges:
        drawn.pop("arrows", None)
    return network


def nodes_of(network: Network) -> list[NetworkNode]:
    return [NetworkNode.model_validate(node) for node in network.nodes]


def edges_of(network: Network) -> list[NetworkEdge]:
    return [NetworkEdge.model_validate(edge) for edge in network.edges]


def script(network: Network) -> Markup:
    """The network's data in a script element of type ``application/json``: pyvis fills our template with it."""
    network.templateEnv = environment()
    network.path = "network_data.html"
    return Markup(network.generate_html())  # noqa: S704 - our template escapes what it is given
