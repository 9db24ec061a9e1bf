"""``hoptac release``, ``releases``, ``changes``: freezing the dataset, what is frozen, and what came and went."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from api.cli.options import Data, ExportFormat
from api.cli.output import complain, one_line, say, show_table
from graph.exports.formats import FORMATS


def release(
    version: Annotated[
        str | None, typer.Argument(metavar="VERSION", help="Its version; the day where there is none.")
    ] = None,
    formats: Annotated[
        list[ExportFormat] | None,
        typer.Option("--format", metavar="FORMAT", help="Only these exports (nquads is always there); again for each."),
    ] = None,
    data: Data = None,
) -> None:
    """Freeze what is loaded as a version of the dataset, with checksums and a description; it never changes."""
    from api.opening import open_workspace
    from api.settings import settings
    from graph.releases.manifest import Publication

    chosen = settings(data_dir=data)
    publication = Publication(publisher=chosen.publisher, licence=chosen.licence)
    kinds = [each.value for each in formats] if formats else list(FORMATS)
    with open_workspace(chosen) as workspace, workspace.job("release") as did:
        made = workspace.release(version, publication, kinds)
        did["version"] = made.version
        say(f"released {made.version}: {made.counts.documents} documents, in {workspace.shelf.folder / made.version}")


def releases(
    verify: Annotated[
        bool, typer.Option("--verify", help="Hold every file against its checksum; exit status 1 where one differs.")
    ] = False,
    data: Data = None,
) -> None:
    """List the releases, the oldest first."""
    from api.opening import open_workspace
    from api.settings import settings

    wrong = 0
    with open_workspace(settings(data_dir=data)) as workspace:
        found = workspace.shelf.releases()
        rows = [(one.version, one.issued, str(one.counts.documents), str(one.counts.triples)) for one in found]
        show_table(("version", "issued", "documents", "triples"), rows)
        for one in found if verify else ():
            for problem in workspace.shelf.verify(one.version):
                complain(f"{one.version}: {problem}")
                wrong += 1
    raise typer.Exit(1 if wrong else 0)


def changes(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The version to start from.")],
    new: Annotated[
        str | None, typer.Argument(metavar="NEW", help="The version to come to; the latest where there is none.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON Lines: one document on each.")] = False,
    data: Data = None,
) -> None:
    """Tell which documents and which of their statements came, went and changed between two releases."""
    from api.opening import open_workspace
    from api.settings import settings
    from graph.releases.changes import as_text, between

    with open_workspace(settings(data_dir=data)) as workspace:
        latest = workspace.shelf.releases()
        to = new or (latest[-1].version if latest else old)
        for change in between(workspace.shelf, old, to):
            if as_json:
                say(json.dumps(change, ensure_ascii=False))
            else:
                for line in as_text(change).splitlines():
                    say(_shown(line))


def _shown(line: str) -> str:
    """The line without what a terminal would obey, its indentation kept."""
    return " " * (len(line) - len(line.lstrip())) + one_line(line)
