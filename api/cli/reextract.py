"""``hoptac reextract``: what is loaded, read again by this version, and what changed by it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import Data
from api.cli.output import complain, one_line, say

if TYPE_CHECKING:
    from api.reextract import Reread

_STATUSES = ("changed", "same", "current", "without-original", "refused")
_MARKS = {"added": "+", "lost": "-", "changed": "~"}


def reextract(
    documents: Annotated[
        list[str] | None, typer.Argument(metavar="DOCUMENT…", help="Ids of documents, else all of them.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object for each document.")] = False,
    data: Data = None,
) -> None:
    """Read the kept originals again with this version, apply corrections anew, and print what changed."""
    from api.opening import open_workspace
    from api.reextract import reextract as read_again
    from api.settings import settings

    chosen = settings(data_dir=data)
    counts: Counter[str] = Counter()
    with open_workspace(chosen) as workspace, workspace.job("reextract") as did:
        ids = documents or [head.id for head in workspace.documents()]
        for found in read_again(workspace, ids, chosen, dry_run=dry_run):
            counts[found.status] += 1
            if found.reason:
                complain(f"{found.document} keeps its former record: {found.reason}")
            if as_json:
                said = {**asdict(found), "stale": [each.model_dump(mode="json") for each in found.stale]}
                say(json.dumps(said, ensure_ascii=False))
            else:
                _tell(found)
        did.update(counts)
    if not as_json:
        say(", ".join(f"{counts[status]} {status}" for status in _STATUSES))
    raise typer.Exit(1 if counts["refused"] else 0)


def _tell(found: Reread) -> None:
    """One line for each claim that changed, and for each correction whose words are gone."""
    from ontology.amending import spoken_fragment

    if not found.changes and not found.stale:
        return
    say(f"{found.document} ({one_line(found.filename)})")
    for change in found.changes:
        values = [spoken_fragment(value) for value in (change.before, change.after) if value is not None]
        words = f" “{change.words}”" if change.words else ""
        say(one_line(f"{_MARKS[change.kind]} {change.slot}: {' → '.join(values)}{words}"))
    for said in found.stale:
        words = f" “{said.words.quote}”" if said.words else ""
        say(one_line(f"! correction {said.id} of {said.slot} by {said.who} is stale: its words are gone{words}"))
