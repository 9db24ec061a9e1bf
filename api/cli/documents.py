"""``hoptac documents``, ``remove``, ``export``: what is loaded, taking one out, taking everything out as data."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Data, Document
from api.cli.output import say, show_table


class Format(StrEnum):
    """What the graph can be exported as."""

    TRIG = "trig"
    JSONL = "jsonl"
    CSV = "csv"


def documents(data: Data = None) -> None:
    """List the documents that are loaded."""
    from api.dependencies import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        rows = [(head.id, head.filename, head.media_type) for head in workspace.documents()]
    show_table(("id", "file", "type"), rows)


def remove(document: Document, data: Data = None) -> None:
    """Take a document, and everything that only it states, out of the ledger and the graphs."""
    from api.dependencies import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        workspace.remove(document)
    say(f"removed {document}")


def export(
    format_: Annotated[
        Format,
        typer.Argument(
            metavar="FORMAT",
            help="trig (RDF), jsonl (records) or csv (a zip of tables; a folder where --out names one).",
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="PATH", help="Write there instead of to stdout.", dir_okay=True)
    ] = None,
    data: Data = None,
) -> None:
    """Write everything that is loaded, the same bytes whatever the order of loading."""
    from api.dependencies import open_workspace
    from api.settings import settings

    if format_ is Format.CSV and out is None and sys.stdout.isatty():
        raise typer.BadParameter("csv is an archive of tables: write it to a file or a folder", param_hint="--out")
    with open_workspace(settings(data_dir=data)) as workspace:
        workspace.export(format_.value, out or sys.stdout.buffer)
    sys.stdout.buffer.flush()
