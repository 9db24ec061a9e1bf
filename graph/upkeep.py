"""Looking after the stores: what differs from the ledger, and mending it."""

from __future__ import annotations

from graph.applying import Applied
from graph.cell_checking import recount, repair_cells
from graph.checking import Checker
from graph.differences import Difference
from graph.holdings import Holdings
from graph.quads import Quads
from graph.repairing import repair_property_graph, repair_quads


def check(holdings: Holdings) -> list[Difference]:
    """In what the stores differ from the ledger, after they have caught up with it."""
    with holdings.writing() as quads:
        holdings.apply(quads)
        return _compare(holdings, quads)


def repair(holdings: Holdings) -> list[Difference]:
    """Mend what :func:`check` would find; what it was."""
    with holdings.writing() as quads:
        holdings.apply(quads)
        differences = _compare(holdings, quads)
        # First RDF, from which the property graph is written again.
        repair_quads(differences, quads, holdings.applier)
        holdings.writer(
            lambda writer: repair_property_graph(differences, quads, writer, holdings.applier, holdings.derivation)
        )
        if any(difference.store != "RDF" for difference in differences):
            ids = [document.id for document in holdings.ledger.documents()]
            cells = recount(ids, quads, holdings.derivation)
            holdings.store.using(lambda bolt: repair_cells(cells, bolt, holdings.derivation.base))
    return differences


def rebuild(holdings: Holdings) -> Applied:
    """Make both stores anew from the ledger; killed at any moment, the next command that writes finishes it."""
    with holdings.writing() as quads:
        holdings.writer(lambda writer: holdings.applier.discard(quads, writer, own=holdings.store.own))
        return holdings.apply(quads)


def _compare(holdings: Holdings, quads: Quads) -> list[Difference]:
    """Each store is held against the ledger by itself, so that what one holds wrongly is named of that one only."""
    checker = Checker(holdings.ledger, holdings.derivation)
    found = list(checker.quads(quads))
    return [*found, *holdings.store.using(lambda bolt: list(checker.property_graph(bolt)))]
