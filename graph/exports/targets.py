"""Where an export goes: a stream, a file, a folder or an archive; whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.exports.formats import Format
from graph.exports.source import Source
from ontology.errors import InvalidRequest


def write_to(found: Format, out: Path | IO[bytes], source: Source) -> None:
    """Write one format to a path or into a stream.

    What consists of several files becomes a folder at a path, and an archive of it in a stream or at a path that
    ends in ``.zip``. A path shows nothing, or what it showed before, until all is written.

    :raises InvalidRequest: something else is there already, or nothing can be written there
    """
    if not isinstance(out, Path):
        _stream(found, out, source)
    elif found.marker and out.suffix != ".zip":
        with _new_folder(out, found.marker) as folder:
            found.write(source, folder)
    else:
        with new_file(out) as file:
            _stream(found, file, source)


def _stream(found: Format, out: IO[bytes], source: Source) -> None:
    if not found.marker:
        found.write(source, out)
        return
    with tempfile.TemporaryDirectory() as folder:
        found.write(source, Path(folder))
        _zip(Path(folder), out)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place when the block ends without an error, and else is gone; a pipe is written as it is.

    :raises InvalidRequest: nothing can be written there
    """
    if path.is_dir():
        raise InvalidRequest(f"{path} is a folder", "name a file")
    if path.exists() and not path.is_file():
        with path.open("wb") as pipe:
            yield pipe
        return
    with _beside(path.resolve()) as new:
        with new.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        new.replace(path.resolve())


@contextmanager
def _new_folder(path: Path, marker: str) -> Iterator[Path]:
    """A folder that takes its place when the block ends without an error, also that of an earlier export."""
    if path.exists() and not (path.is_dir() and (not any(path.iterdir()) or (path / marker).is_file())):
        raise InvalidRequest(f"{path} is there already and is no earlier export", "name a folder that is not there")
    with _beside(path) as new:
        new.mkdir()
        yield new
        former = new.with_name(f"{new.name}.former")
        if path.exists():
            path.rename(former)
        new.rename(path)
        shutil.rmtree(former, ignore_errors=True)


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A name beside a path, of which nothing is left afterwards."""
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield new
    except OSError as error:
        raise InvalidRequest(f"{path} cannot be written: {error.strerror or error}", "name another place") from error
    finally:
        if new.is_dir():
            shutil.rmtree(new, ignore_errors=True)
        else:
            new.unlink(missing_ok=True)


def _zip(folder: Path, out: IO[bytes]) -> None:
    """An archive without the time of day."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            with path.open("rb") as source, archive.open(entry, "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target)
