"""From files to the workspace, one after another, each with its own outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import file_digest, sha256
from importlib.resources import files
from pathlib import Path

from api.files import note_of, understood
from api.settings import Settings
from graph.collecting import few_collections
from graph.documents import Original
from graph.workspace import Workspace
from ontology.errors import ReadingError, RefusedDocument


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: ``loaded``, ``unchanged``, ``replaced``, or ``refused`` with a reason.

    ``note``: what the file carries that was not read.
    """

    file: Path
    status: str
    document: str | None = None
    reason: str | None = None
    note: str | None = None


def ingest(
    workspace: Workspace, documents: Iterable[Path], settings: Settings, identifier: str | None = None
) -> Iterator[FileOutcome]:
    """Put the files into the workspace; a refused one stops none of the others.

    The stores are brought up to date in groups, and are so when the last outcome has been taken.
    """
    with few_collections(), workspace.batch():
        for file in documents:
            try:
                yield _known(workspace, file, identifier) or _put(workspace, file, settings.max_bytes, identifier)
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


def _known(workspace: Workspace, file: Path, identifier: str | None) -> FileOutcome | None:
    """The outcome for a file whose bytes these same versions have read before, without reading it again."""
    try:
        with file.open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None  # reading it will say what is wrong
    for head in workspace.known(digest, extractor_version()):
        if head.filename == file.name and identifier in (None, head.id):
            return FileOutcome(file, "unchanged", head.id)
    return None


def _put(workspace: Workspace, file: Path, max_bytes: int, identifier: str | None) -> FileOutcome:
    source, record = understood(file, max_bytes)
    original = Original(source.filename, source.media_type, source.data, source.sha256)
    outcome = workspace.put(original, source.text, record, extractor_version(), identifier)
    return FileOutcome(file, outcome.status, outcome.document_id, note=note_of(source))
