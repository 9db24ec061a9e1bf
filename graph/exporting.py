"""Taking everything out of a workspace: the stores' present state, in one of the formats of ``graph/exports``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.exports.formats import format_named
from graph.exports.source import Source
from graph.exports.targets import write_to
from graph.holdings import Holdings


def export(holdings: Holdings, kind: str, out: Path | IO[bytes]) -> None:
    """Write everything that is loaded to a path or into a stream (:func:`graph.exports.targets.write_to`).

    :raises InvalidRequest: no such format, or nothing can be written there
    """
    found = format_named(kind)
    with present(holdings) as source:
        write_to(found, out, source)


@contextmanager
def present(holdings: Holdings) -> Iterator[Source]:
    """The RDF graphs with all changes of the ledger, as they are at this moment."""
    with holdings.writing() as quads:
        holdings.applier.to_quads(quads)
    with holdings.quads.snapshot() as quads:
        yield Source(quads, holdings.derivation)
