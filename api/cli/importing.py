"""``hoptac import``: take in what ``hoptac export`` has put out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Data
from api.cli.output import complain, one_line, say


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An export: .trig, .nq, .jsonld or .jsonl.", dir_okay=False)
    ],
    rebase: Annotated[
        bool, typer.Option("--rebase", help="Bring graphs under another base IRI in under that of this folder.")
    ] = False,
    data: Data = None,
) -> None:
    """Load the documents of an export; what does not come back exactly is refused, and stops none of the others."""
    from api.opening import open_workspace
    from api.settings import settings

    counts: Counter[str] = Counter()
    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("import") as did, workspace.batch():
        did.update(file=file.name, counts=counts, refused=(refusals := []))
        for outcome in workspace.import_file(file, rebase=rebase):
            counts[outcome.status] += 1
            if outcome.reason:
                complain(outcome.reason)
                refusals.append(one_line(outcome.reason))
    say(", ".join(f"{counts[status]} {status}" for status in ("loaded", "unchanged", "replaced", "refused")))
    raise typer.Exit(1 if counts["refused"] else 0)
