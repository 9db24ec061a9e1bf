"""What a release says about itself, as JSON: version, time, what it was made with, its files, and counts."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from graph.exports.formats import FORMATS

#: The name of the file.
MANIFEST = "release.json"
#: The format that every release has, because changes between releases are told from it.
COMPARED = "nquads"


def file_name(kind: str) -> str:
    """What a format's file is called in every release."""
    return f"hoptac{FORMATS[kind].suffix}"


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Publication(_Model):
    """Who publishes, under which licence: an IRI."""

    publisher: str = "hoptac"
    licence: str = "https://creativecommons.org/licenses/by/4.0/"


class ReleasedFile(_Model):
    """One export of a release; ``bytes`` is its size, ``sha256`` its hash in hexadecimal."""

    name: str
    format: str
    media_type: str
    bytes: int
    sha256: str


class Counts(_Model):
    """What the graphs hold, in the terms of VoID: triples count once, whatever graphs say them.

    ``classes`` are entities and ``properties`` triples, by IRI.
    """

    statements: int
    triples: int
    entities: int
    documents: int
    classes: dict[str, int]
    properties: dict[str, int]


class Release(_Model):
    """A frozen version of the dataset; ``issued`` is a time in UTC, ``sequence`` the last change that it holds."""

    version: str
    issued: str
    previous: str | None
    sequence: int
    base_iri: str
    ontology_version: str
    extractor_versions: tuple[str, ...]
    program_version: str
    publication: Publication
    counts: Counts
    files: tuple[ReleasedFile, ...]
