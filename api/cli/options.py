"""The options and arguments that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graph.exports.formats import FORMATS


class Language(StrEnum):
    """The language in which something is explained."""

    vi = "vi"
    en = "en"


#: What the graph can be exported as.
ExportFormat = StrEnum("ExportFormat", {n.upper().replace("-", "_"): n for n in FORMATS})  # type: ignore[misc]  # data

Data = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="FOLDER", help="The data folder (else HOPTAC_DATA_DIR, else .data).", file_okay=False
    ),
]
Paths = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH…", help="Files, or folders of .txt, .html, .docx, .doc, .pdf, .rtf, .eml, .png, .jpg, .tif."
    ),
]
Document = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="The id of a document, as `hoptac documents` shows it.")
]
