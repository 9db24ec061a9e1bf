"""``hoptac documents``, ``remove``, ``export``: what is loaded, taking one out, taking everything out as data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.cli.catching_up import catch_up
from api.cli.options import Data, Document, ExportFormat
from api.cli.output import say, show_table
from graph.exports.formats import FORMATS


def documents(data: Data = None) -> None:
    """List the documents that are loaded."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        rows = [(head.id, head.filename, head.media_type) for head in workspace.documents()]
    show_table(("id", "file", "type"), rows)


def remove(document: Document, data: Data = None) -> None:
    """Take a document, and everything that only it states, out of the ledger and the graphs."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("remove") as did:
        did["document"] = document
        catch_up(workspace, without_store=True)
        workspace.remove(document)
    say(f"removed {document}")


def export(
    format_: Annotated[
        ExportFormat,
        typer.Argument(
            metavar="FORMAT",
            help="; ".join(f"{found.name}: {found.label_en}" for found in FORMATS.values()),
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="PATH", help="Write there instead of to stdout.", dir_okay=True)
    ] = None,
    data: Data = None,
) -> None:
    """Write everything that is loaded, the same bytes whatever the order of loading."""
    from api.opening import open_workspace
    from api.settings import settings

    if FORMATS[format_.value].marker and out is None and sys.stdout.isatty():
        reason = f"{format_.value} is an archive of several files: write it to a file or a folder"
        raise typer.BadParameter(reason, param_hint="--out")
    with open_workspace(settings(data_dir=data)) as workspace:
        workspace.export(format_.value, out or sys.stdout.buffer)
    sys.stdout.buffer.flush()
