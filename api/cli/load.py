"""``hoptac load``: read documents, understand them, and put them into the ledger and the graphs."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer

from api.cli.catching_up import catch_up
from api.cli.options import Data, Paths
from api.cli.output import complain, one_line, say


def load(
    paths: Paths,
    identifier: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="The id of the document, where PATH is one file.")
    ] = None,
    data: Data = None,
) -> None:
    """Load documents: what is new is loaded, what is known stays, what has changed is replaced, the rest is refused."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from api.files import files_in
    from api.ingest import ingest
    from api.opening import open_workspace
    from api.settings import settings

    chosen = settings(data_dir=data)
    files = files_in(paths)
    if identifier is not None and len(files) != 1:
        raise typer.BadParameter(f"an id is for one document, these are {len(files)}", param_hint="--id")
    counts: Counter[str] = Counter()
    console = Console(stderr=True)
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    with (
        open_workspace(chosen) as workspace,
        workspace.job("load") as did,
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        catch_up(workspace, without_store=True)
        did.update(counts=counts, refused=(refusals := []))
        bar = progress.add_task("", total=len(files), speed="")
        for outcome in ingest(workspace, files, chosen, identifier):
            counts[outcome.status] += 1
            if outcome.reason:
                complain(outcome.reason)
                refusals.append(one_line(outcome.reason))
            if outcome.note:
                complain(outcome.note)
            speed = progress.tasks[bar].speed
            progress.update(
                bar,
                advance=1,
                description=one_line(outcome.file.name),
                speed=f"{speed:.1f} documents/s" if speed else "",
            )
    say(", ".join(f"{counts[status]} {status}" for status in ("loaded", "unchanged", "replaced", "refused")))
    raise typer.Exit(1 if counts["refused"] else 0)
