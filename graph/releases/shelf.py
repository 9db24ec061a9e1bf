"""Where releases stand: one folder for each version, whole from the first moment, and how one of them is verified.

The folders are the only truth about releases: what has no folder is none, and a folder says all about itself.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path

from graph.locks import FileLock
from graph.releases.manifest import MANIFEST, Release
from ontology.errors import InvalidRequest, NotFound, StoreBusy, StoreError

#: The file with the SHA-256 of every other file, as ``sha256sum --check`` reads it.
CHECKSUMS = "SHA256SUMS"
_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_WRITER_SECONDS = 120.0


class Shelf:
    """The releases of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def releases(self) -> list[Release]:
        """All releases, the oldest first."""
        if not self.folder.is_dir():
            return []
        versions = (path.name for path in self.folder.iterdir() if (path / MANIFEST).is_file())
        found = (self.release(version) for version in versions if _VERSION.fullmatch(version))
        return sorted(found, key=lambda release: (release.issued, release.version))

    def release(self, version: str) -> Release:
        """One release by its version.

        :raises NotFound: there is none
        """
        path = self.folder / version / MANIFEST
        if not _VERSION.fullmatch(version) or not path.is_file():
            raise NotFound(f"no release has the version {version!r}", "`hoptac releases` lists them")
        return Release.model_validate_json(path.read_bytes())

    def names(self, version: str) -> list[str]:
        """The names of the files of a release, in their order."""
        return sorted((CHECKSUMS, *_checksums(self.folder / version)))

    def file(self, version: str, name: str) -> Path:
        """A file of a release.

        :raises NotFound: there is none of this name
        """
        release = self.release(version)
        if name not in self.names(version):
            raise NotFound(f"the release {release.version} has no file {name!r}", f"/releases/{version} lists them")
        return self.folder / version / name

    def checksum(self, version: str, name: str) -> str:
        """The SHA-256 of a file of a release, as its list of checksums has it; of that list, as it is."""
        path = self.file(version, name)
        return sha256_of(path) if name == CHECKSUMS else _checksums(self.folder / version)[name]

    def verify(self, version: str) -> list[str]:
        """What is wrong with a release: files that are missing, altered or added; nothing where it is as it was made.

        :raises NotFound: there is none
        """
        self.release(version)
        folder = self.folder / version
        known = _checksums(folder)
        there = {path.name for path in folder.iterdir()} - {CHECKSUMS}
        return [
            *(f"{name} is missing" for name in sorted(known.keys() - there)),
            *(f"{name} does not belong to it" for name in sorted(there - known.keys())),
            *(f"{n} was altered" for n in sorted(there & known.keys()) if sha256_of(folder / n) != known[n]),
        ]

    @contextmanager
    def new(self, version: str) -> Iterator[Path]:
        """An empty folder that becomes the release when the block ends without an error, and else is gone.

        :raises InvalidRequest: the version cannot be one, or is there already
        :raises StoreBusy: another release has been in the making for too long
        """
        if not _VERSION.fullmatch(version):
            raise InvalidRequest(f"{version!r} cannot be a version", "use letters, digits, '.', '_' and '-', like 1.0")
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "making.lock")
        if not lock.acquire(timeout=_WRITER_SECONDS):
            raise StoreBusy("another release is being made", "try again later")
        try:
            if (self.folder / version).exists():
                raise InvalidRequest(f"the release {version} is there already", "releases never change: name another")
            for left in self.folder.glob(".*.partial"):  # by somebody who was killed
                shutil.rmtree(left, ignore_errors=True)
            partial = self.folder / f".{version}.{secrets.token_hex(4)}.partial"
            partial.mkdir()
            try:
                yield partial
                _seal(partial)
                partial.rename(self.folder / version)
            except OSError as error:
                raise StoreError(f"the release cannot be written: {error.strerror or error}") from error
            finally:
                shutil.rmtree(partial, ignore_errors=True)
        finally:
            lock.release()


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _seal(folder: Path) -> None:
    """Write the checksums of all files; none of them is to be written again."""
    names = sorted(path.name for path in folder.iterdir())
    lines = "".join(f"{sha256_of(folder / name)}  {name}\n" for name in names)
    (folder / CHECKSUMS).write_text(lines, encoding="utf-8")
    for path in folder.iterdir():
        path.chmod(0o444)


def _checksums(folder: Path) -> dict[str, str]:
    lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
