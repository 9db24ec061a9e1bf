"""All RDF graphs as N-Quads in canonical form: one statement on each line, the lines in the order of their code points.

This is what RDF Dataset Canonicalization (RDFC-1.0) gives, for there are no blank nodes: two data sets are the same
exactly where these files are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from graph.exports.sorting import sorted_lines
from graph.exports.source import Source


def write_nquads(source: Source, out: IO[bytes]) -> None:
    """Write all statements of all graphs; what does not fit into memory is sorted in temporary files."""
    out.writelines(sorted_lines(_lines(source)))


def _lines(source: Source) -> Iterator[bytes]:
    for graph in source.graphs:
        written = ox.serialize(source.quads.graph(graph), format=ox.RdfFormat.N_QUADS)
        assert written is not None
        yield from written.splitlines(keepends=True)  # of bytes: at line feeds and carriage returns, which are escaped
