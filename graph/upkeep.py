"""Looking after the stores: what differs from the ledger, and mending it."""

from __future__ import annotations

from graph.applying import Applied
from graph.cell_checking import repair_cells
from graph.checking import Checker
from graph.collecting import few_collections
from graph.consolidation import keeping
from graph.differences import Difference
from graph.holdings import Holdings
from graph.quads import Quads
from graph.repairing import repair_property_graph, repair_quads


def check(holdings: Holdings) -> list[Difference]:
    """In what the stores differ from the ledger, after they have caught up with it."""
    with few_collections(), holdings.writing() as quads, _checker(holdings) as checker:
        holdings.apply(quads)
        return _compare(holdings, checker, quads)


def repair(holdings: Holdings) -> list[Difference]:
    """Mend what :func:`check` would find; what it was."""
    with few_collections(), holdings.writing() as quads, _checker(holdings) as checker:
        holdings.apply(quads)
        differences = _compare(holdings, checker, quads)
        if any(difference.store == "ledger" and difference.what != "not derivable" for difference in differences):
            keeping.refill(holdings.ledger)
        # First RDF, from which the property graph is written again.
        repair_quads(differences, quads, holdings.applier)
        graph = holdings.derivation.iris.consolidation_graph
        quads.replace(graph, holdings.derivation.group_quads(checker.groups))
        holdings.writer(
            lambda writer: repair_property_graph(differences, quads, writer, holdings.applier, holdings.derivation)
        )
        if any(difference.store != "RDF" for difference in differences):
            cells = holdings.derivation.cells(checker.groups)
            holdings.store.using(lambda bolt: repair_cells(cells, bolt, holdings.derivation.base))
    return differences


def rebuild(holdings: Holdings) -> Applied:
    """Make both stores anew from the ledger; killed at any moment, the next command that writes finishes it."""
    with few_collections(), holdings.writing() as quads:
        holdings.writer(lambda writer: holdings.applier.discard(quads, writer, own=holdings.store.own))
        return holdings.apply(quads)


def _checker(holdings: Holdings) -> Checker:
    return Checker(holdings.ledger, holdings.derivation)


def _compare(holdings: Holdings, checker: Checker, quads: Quads) -> list[Difference]:
    """Each store is held against the ledger by itself, so that what one holds wrongly is named of that one only."""
    found = list(checker.quads(quads))
    return [*found, *holdings.store.using(lambda bolt: list(checker.property_graph(bolt)))]
