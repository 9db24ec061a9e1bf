"""``hoptac backup`` and ``restore``: the ledger as one file, from which everything can be made again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Data
from api.cli.output import say


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist.")],
    data: Data = None,
) -> None:
    """Write the ledger of this moment to one file, also while it is used, and check what was written."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        sequence = workspace.backup(file)
    say(f"backed up everything up to change {sequence} to {file}")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A file that `hoptac backup` wrote.")],
    data: Data = None,
) -> None:
    """Put a backup into an empty data folder or an empty PostgreSQL database, and make the graphs from it."""
    from api.opening import open_workspace
    from api.settings import settings
    from graph.backing_up import restore as restored

    chosen = settings(data_dir=data)
    sequence = restored(
        file, chosen.data_dir, chosen.ledger_uri.get_secret_value() if chosen.ledger_uri is not None else None
    )
    with open_workspace(chosen) as workspace, workspace.job("restore") as did:
        did["sequence"] = sequence
        workspace.catch_up()
        count = len(workspace.documents())
    say(f"restored everything up to change {sequence} from {file}; {count} documents are in the graphs again")
