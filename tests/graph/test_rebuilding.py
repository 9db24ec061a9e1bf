"""Both stores can be made anew from the ledger, and whoever is killed over it leaves that to the next command."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from graph.holdings import Holdings
from graph.quads import Quads
from graph.workspace import Workspace
from tests.graph.records import documents


def trig(workspace: Workspace) -> bytes:
    out = io.BytesIO()
    workspace.export("trig", out)
    return out.getvalue()


def test_a_rebuild_makes_whole_what_was_damaged_in_both_stores_and_says_how_much(workspace: Workspace) -> None:
    before = trig(workspace)
    workspace.connection().write(lambda tx: tx.run("MATCH (n:Task) DETACH DELETE n").consume())
    with workspace.writing_quads() as quads:
        quads.replace(next(graph for graph in quads.graphs() if "/document/" in graph), ())
    done = workspace.rebuild()
    assert (done.quads, done.property_graph, done.failed) == (3, 3, ())
    assert workspace.check() == []
    assert trig(workspace) == before


def discarded(holdings: Holdings, quads: Quads) -> None:
    holdings.writer(lambda writer: holdings.applier.discard(quads, writer, own=holdings.store.own))


def half(holdings: Holdings, quads: Quads) -> None:
    discarded(holdings, quads)
    holdings.applier.to_quads(quads)


@pytest.mark.parametrize("stopped", [discarded, half])
def test_the_next_command_finishes_a_rebuild_that_was_killed(
    workspace: Workspace, stopped: Callable[[Holdings, Quads], None]
) -> None:
    before = trig(workspace)
    holdings = workspace._holdings
    with holdings.writing() as quads:
        stopped(holdings, quads)
    done = workspace.catch_up()
    assert done.property_graph == len(documents())
    assert workspace.check() == []
    assert trig(workspace) == before
