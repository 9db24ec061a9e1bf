"""From files to the workspace: read, understand, put, one file after another, each with its own outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from api.settings import Settings
from graph.documents import Original
from graph.workspace import Workspace
from loaders.extract import extract
from loaders.reading import SUFFIXES, SourceText, read
from loaders.source import Limits
from ontology.errors import InvalidRequest, ReadingError, RefusedDocument
from ontology.record import Record

#: Documents in formats that are not read: named in a folder too, so that they are not passed over in silence.
_REFUSED_SUFFIXES = {".doc", ".rtf", ".odt", ".wps"}


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: ``loaded``, ``unchanged``, ``replaced``, or ``refused`` with a reason."""

    file: Path
    status: str
    document: str | None = None
    reason: str | None = None


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and of folders the documents at any depth, in the order of their names.

    :raises InvalidRequest: a path is not there, or there is no document
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file() and _is_document(p.relative_to(path)))
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            raise InvalidRequest(f"{path} is not there", "give the path of a file or a folder")
    if not found:
        endings = ", ".join(SUFFIXES)
        raise InvalidRequest(f"no document in {', '.join(map(str, paths))}", f"documents end in {endings}")
    return list(found)


def _is_document(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.suffix.lower() in SUFFIXES.keys() | _REFUSED_SUFFIXES


def understood(file: Path, max_bytes: int) -> tuple[SourceText, Record]:
    """The text of a file and what it says.

    :raises ReadingError: the file cannot be read
    """
    source = read(file, limits=Limits(max_bytes=max_bytes))
    return source, extract(source.text)


def ingest(
    workspace: Workspace, documents: Iterable[Path], settings: Settings, identifier: str | None = None
) -> Iterator[FileOutcome]:
    """Put the files into the workspace; a refused one stops none of the others.

    The stores are brought up to date in groups, and are so when the last outcome has been taken.
    """
    with workspace.batch():
        for file in documents:
            try:
                yield _put(workspace, file, settings.max_bytes, identifier)
            except (ReadingError, RefusedDocument) as error:
                yield FileOutcome(file, "refused", reason=str(error))


@lru_cache(maxsize=1)
def extractor_version() -> str:
    """Twelve hexadecimal digits that change with any change of the code that reads and understands documents."""
    digest = sha256()
    folder = files("loaders")
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".py")):
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def _put(workspace: Workspace, file: Path, max_bytes: int, identifier: str | None) -> FileOutcome:
    source, record = understood(file, max_bytes)
    original = Original(source.filename, source.media_type, source.data, source.sha256)
    outcome = workspace.put(original, source.text, record, extractor_version(), identifier)
    return FileOutcome(file, outcome.status, outcome.document_id)
