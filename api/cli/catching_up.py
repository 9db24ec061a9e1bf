"""What a command does first: bring the stores in line with the ledger, and say what they had missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from api.cli.output import complain
from ontology.errors import StoreUnavailable

if TYPE_CHECKING:
    from graph.workspace import Workspace


def catch_up(workspace: Workspace, *, without_store: bool = False) -> None:
    """Apply to the stores what they lack, and say on stderr what that was.

    :raises StoreUnavailable: a store does not answer, unless the command goes on ``without_store``
    """
    try:
        applied = workspace.catch_up()
    except StoreUnavailable:
        if without_store:
            return  # what the command changes is in the ledger; its end says that the store does not answer
        raise
    if applied.quads or applied.property_graph:
        complain(
            f"caught up with the ledger: {applied.quads} documents in the quad store, "
            f"{applied.property_graph} in the property graph"
        )
    for document, reason in applied.failed:
        complain(f"{document} is left out: {reason}")
