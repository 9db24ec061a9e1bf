"""Mending what a check found: the documents that differ are put in anew; anything else means filling a store anew."""

from __future__ import annotations

from collections.abc import Sequence

from graph.applying import Applier
from graph.derivation import Derivation
from graph.differences import Difference
from graph.quads import Quads
from graph.writing import GraphWriter


def repair_quads(differences: Sequence[Difference], quads: Quads, applier: Applier) -> None:
    """Put the graphs of differing documents in place, or all of them."""
    found = [difference for difference in differences if difference.store == "RDF"]
    if any(not difference.document for difference in found):
        quads.clear()
        applier.to_quads(quads)
    else:
        for document_id in sorted({difference.document for difference in found}):
            applier.document_to_quads(quads, document_id)


def repair_property_graph(
    differences: Sequence[Difference], quads: Quads, writer: GraphWriter, applier: Applier, derivation: Derivation
) -> None:
    """Write differing documents again, or all of them into an emptied store."""
    found = [difference for difference in differences if difference.store == "property graph"]
    progress = quads.progress
    assert progress is not None
    if any(not difference.document for difference in found):
        writer.start(applier.progress(0), derivation.vocabulary)
        applier.to_property_graph(quads, writer, own=True)
        return
    for document_id in sorted({difference.document for difference in found}):
        applier.rewrite_in_property_graph(quads, writer, document_id, progress.sequence)
