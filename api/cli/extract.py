"""``hoptac extract``: what documents say, as JSON, and why; no store is needed or touched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Data, Language, Paths
from api.cli.output import complain, say
from ontology.errors import ReadingError, RefusedDocument


def extract(
    paths: Paths,
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write each record to DIR/<file name without extension>.json."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Print for each statement the words and the rule that made it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --explain: as JSON.")] = False,
    language: Annotated[Language, typer.Option("--language", help="With --explain: of the rules.")] = Language.vi,
    data: Data = None,
) -> None:
    """Print what documents say: one record each as JSON, every statement with its quote and offsets."""
    if (as_json and not explain) or (explain and out is not None):
        raise typer.BadParameter("--json goes with --explain, and --out goes without it")
    from api.files import files_in
    from api.settings import settings

    limit = settings(data_dir=data).max_bytes
    files = files_in(paths)
    refused = 0
    written: dict[Path, Path] = {}
    for file in files:
        try:
            if explain:
                _explain(file, limit, language, as_json=as_json, alone=len(files) == 1)
            else:
                _extract(file, limit, out, written, alone=len(files) == 1)
        except (ReadingError, RefusedDocument) as error:
            complain(str(error))
            refused += 1
    raise typer.Exit(1 if refused else 0)


def _extract(file: Path, limit: int, out: Path | None, written: dict[Path, Path], *, alone: bool) -> None:
    from api.files import note_of, understood

    source, record = understood(file, limit)
    if note := note_of(source):
        complain(note)
    if out is None:
        say(record.to_json(indent=1 if alone else None))
        return
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{file.stem}.json"
    if target in written:
        reason = f"its record would take the place of that of {written[target].name}"
        raise RefusedDocument(file.name, [reason], "extract it into a folder of its own")
    target.write_text(record.to_json() + "\n", encoding="utf-8")
    written[target] = file


def _explain(file: Path, limit: int, language: Language, *, as_json: bool, alone: bool) -> None:
    from api.cli import explain as explanations
    from api.files import explained

    statements = explained(file, limit)
    if as_json:
        say(explanations.as_json(file.name, statements, 1 if alone else None))
    else:
        explanations.show(file.name, statements, language)
