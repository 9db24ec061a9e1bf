"""All RDF graphs as TriG: prefixes, graphs, subjects and statements each in their order."""

from __future__ import annotations

from typing import IO

import pyoxigraph as ox

from graph.exports.source import Source


def write_trig(source: Source, out: IO[bytes]) -> None:
    """Write every named graph, one after the other; only one is in memory at a time."""
    prefixes = source.schema.prefixes
    for prefix, iri in sorted(prefixes.items()):
        out.write(f"@prefix {prefix}: <{iri}> .\n".encode())
    for graph in source.graphs:
        written = ox.serialize(source.ordered(graph), format=ox.RdfFormat.TRIG, prefixes=dict(prefixes))
        assert written is not None
        # The serializer begins with the prefixes in an order of its own, one on each line.
        out.write(written.split(b"\n", len(prefixes))[-1])
