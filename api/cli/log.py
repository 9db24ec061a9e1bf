"""``hoptac log``: which commands changed something, when and by whom, and which documents were changed."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from api.cli.options import Data
from api.cli.output import show_table


def log(
    changes: Annotated[bool, typer.Option("--changes", help="Show the changes of documents instead.")] = False,
    document: Annotated[
        str | None, typer.Option("--document", metavar="ID", help="Show the changes of this document.")
    ] = None,
    last: Annotated[int, typer.Option("--last", metavar="N", min=1, help="How many to show.")] = 20,
    data: Data = None,
) -> None:
    """Show the last commands that changed something, and what they did; the newest first."""
    from api.opening import open_workspace
    from api.settings import settings

    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    with open_workspace(settings(data_dir=data)) as workspace:
        if changes or document is not None:
            columns = ("number", "when", "who", "change", "document", "job")
            rows = [
                (str(each.sequence), each.at or "-", each.who or "-", each.action, each.document, str(each.job or "-"))
                for each in workspace.log.changes(last, document)
            ]
        else:
            columns = ("job", "command", "who", "started", "ended", "state", "did")
            rows = [
                (str(each.id), each.command, each.who, each.started, each.ended or "-", each.state, _written(each.did))
                for each in workspace.log.jobs(last)
            ]
    show_table(columns, rows)


def _written(did: dict[str, object]) -> str:
    return json.dumps(did, ensure_ascii=False, sort_keys=True)
