"""From paths to records: which files are documents, and what each of them says. Needs no store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from loaders.explain import Statement, explain
from loaders.extract import extract
from loaders.reading import PDF, SUFFIXES, SourceText, read
from loaders.recognised import marked
from loaders.recognition import INSTALL
from loaders.source import Limits
from ontology.errors import InvalidRequest
from ontology.record import Record

#: Documents in formats that are not read: named in a folder too, so that they are not passed over in silence.
_REFUSED_SUFFIXES = {".odt", ".wps"}


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


def explained(file: Path, max_bytes: int) -> tuple[Statement, ...]:
    """Every statement of a file with its words and its rule.

    :raises ReadingError: the file cannot be read
    """
    return explain(read(file, limits=Limits(max_bytes=max_bytes)).text)[1]


def understood(file: Path | bytes, max_bytes: int, filename: str | None = None) -> tuple[SourceText, Record]:
    """The text of a file, or of bytes under a file name, and what it says.

    :raises ReadingError: the file cannot be read
    """
    source = read(file, filename, limits=Limits(max_bytes=max_bytes))
    record = extract(source.text)
    return source, marked(record, source.recognised, source.text) if source.recognised else record


def note_of(source: SourceText) -> str | None:
    """What the file carries that was not read, in words for whoever gave it."""
    if not source.unread:
        return None
    beside = ", ".join(source.unread)
    if source.media_type == PDF:
        return f"{source.filename}: not read, because they are scans: {beside} ({INSTALL})"
    return f"{source.filename}: attachments are not read: {beside} (save them and give them as files)"
