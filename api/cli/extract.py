"""``hoptac extract``: what documents say, as JSON; no store is needed or touched."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import Data, Paths
from api.cli.output import complain, say
from ontology.errors import ReadingError, RefusedDocument


def extract(
    paths: Paths,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="DIR", help="Write each record to DIR/<file name without extension>.json."),
    ] = None,
    data: Data = None,
) -> None:
    """Print what documents say: one record each as JSON, every statement with its quote and offsets."""
    from api.files import files_in, understood
    from api.settings import settings

    limit = settings(data_dir=data).max_bytes
    files = files_in(paths)
    refused = 0
    written: dict[Path, Path] = {}
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
    for file in files:
        try:
            _, record = understood(file, limit)
            if out is None:
                say(record.to_json(indent=1 if len(files) == 1 else None))
                continue
            target = out / f"{file.stem}.json"
            if target in written:
                reason = f"its record would take the place of that of {written[target].name}"
                raise RefusedDocument(file.name, [reason], "extract it into a folder of its own")
            target.write_text(record.to_json() + "\n", encoding="utf-8")
            written[target] = file
        except (ReadingError, RefusedDocument) as error:
            complain(str(error))
            refused += 1
    raise typer.Exit(1 if refused else 0)
