"""What comes out: complete, streamed, and byte for byte the same whatever the order in which documents were loaded."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from pathlib import Path
from typing import IO

from graph.derivation import Derivation
from graph.exports.csv_tables import write_tables
from graph.exports.jsonl import write_jsonl
from graph.exports.trig import write_trig
from graph.ledger import Ledger
from graph.quads import Quads
from ontology.errors import InvalidRequest
from ontology.schema import schema

FORMATS = ("trig", "jsonl", "csv")


def write_export(kind: str, out: Path | IO[bytes], ledger: Ledger, quads: Quads, derivation: Derivation) -> None:
    """Write one of :data:`FORMATS` to a path or into a stream.

    ``csv`` is a folder of tables at a path; in a stream, or at a path that ends in ``.zip``, an archive of that folder.

    :raises InvalidRequest: no such format
    """
    if kind not in FORMATS:
        raise InvalidRequest(f"{kind!r} is no format for exports", f"one of {', '.join(FORMATS)}")
    if kind == "csv" and isinstance(out, Path) and out.suffix != ".zip":
        _tables(ledger, quads, derivation, out)
    elif isinstance(out, Path):
        out.parent.mkdir(parents=True, exist_ok=True)
        with out.open("wb") as file:
            write_export(kind, file, ledger, quads, derivation)
    elif kind == "trig":
        write_trig(quads, schema(derivation.base).prefixes, out)
    elif kind == "jsonl":
        write_jsonl(ledger, out)
    else:
        with tempfile.TemporaryDirectory() as folder:
            _tables(ledger, quads, derivation, Path(folder))
            _zip(Path(folder), out)


def _tables(ledger: Ledger, quads: Quads, derivation: Derivation, folder: Path) -> None:
    write_tables(quads, derivation, (document.id for document in ledger.documents()), folder)


def _zip(folder: Path, out: IO[bytes]) -> None:
    """An archive without the time of day."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            with path.open("rb") as source, archive.open(zipfile.ZipInfo(path.name), "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
