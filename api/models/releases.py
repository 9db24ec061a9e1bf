"""Releases: frozen versions of the dataset and their files."""

from __future__ import annotations

from api.models.lists import Collection
from api.models.statements import Model


class ReleaseFile(Model):
    """A file of a release: what it is in both languages where it is an export, its size in bytes and its SHA-256."""

    name: str
    href: str
    media_type: str
    bytes: int
    sha256: str
    label: str | None = None
    label_en: str | None = None


class ReleaseItem(Model):
    """A release in a list; ``issued`` is in UTC, ``sequence`` the last change of the ledger that it holds."""

    version: str
    href: str
    issued: str
    documents: int
    triples: int
    sequence: int


class Releases(Collection):
    items: tuple[ReleaseItem, ...]


class Release(ReleaseItem):
    """One release with its files; ``changes`` is the address of what changed since the one before."""

    previous: str | None = None
    changes: str | None = None
    licence: str
    publisher: str
    ontology_version: str
    extractor_versions: tuple[str, ...]
    files: tuple[ReleaseFile, ...]
