"""``hoptac check``, ``rebuild`` and ``status``: whether the stores hold what the ledger says, and how far each is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from api.cli.catching_up import catch_up
from api.cli.options import Data
from api.cli.output import say, show_table


def check(
    repair: Annotated[bool, typer.Option("--repair", help="Make the stores hold what the ledger says.")] = False,
    data: Data = None,
) -> None:
    """Compare the stores with the ledger; exit status 1 where something differs and was not repaired."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        catch_up(workspace)
        differences = workspace.check()
        for difference in differences:
            say(str(difference))
        if differences and repair:
            with workspace.job("repair") as did:
                did["differed"] = [str(difference) for difference in differences]
                workspace.repair()
                differences = workspace.check()
                did["differs"] = len(differences)
            say("repaired" if not differences else f"{len(differences)} differences remain")
        elif not differences:
            say("nothing differs")
    raise typer.Exit(1 if differences else 0)


def rebuild(data: Data = None) -> None:
    """Make both stores anew from the ledger; exit status 1 where a document could not be derived."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        done = workspace.rebuild()
        for document, reason in done.failed:
            say(f"{document} is left out: {reason}")
        documents = len(workspace.documents())
    say(f"made anew from the ledger: {documents - len(done.failed)} documents in the quad store and the property graph")
    raise typer.Exit(1 if done.failed else 0)


def status(data: Data = None) -> None:
    """Say what is loaded, where it is kept, and how far each store is."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        found = asdict(workspace.status())
    show_table(("what", "value"), [(name, "-" if value is None else str(value)) for name, value in found.items()])
