"""All RDF graphs as TriG: prefixes, graphs, subjects and statements each in their order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO

import pyoxigraph as ox

from graph.quads import Quads


def write_trig(quads: Quads, prefixes: Mapping[str, str], out: IO[bytes]) -> None:
    """Write every named graph, one after the other; only one is in memory at a time."""
    for prefix, iri in sorted(prefixes.items()):
        out.write(f"@prefix {prefix}: <{iri}> .\n".encode())
    for graph in quads.graphs():
        ordered = sorted(
            quads.graph(graph), key=lambda quad: (str(quad.subject), str(quad.predicate), str(quad.object))
        )
        written = ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=dict(prefixes))
        assert written is not None
        # The serializer begins with the prefixes in an order of its own, one on each line.
        out.write(written.split(b"\n", len(prefixes))[-1])
