"""Documents as the ledger takes them in and gives them out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from ontology.record import Record

Status = Literal["loaded", "unchanged", "replaced"]


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: ``sha256`` is the hexadecimal hash of ``content``."""

    filename: str
    media_type: str
    content: bytes
    sha256: str

    @classmethod
    def of(cls, filename: str, media_type: str, content: bytes) -> Original:
        return cls(filename, media_type, content, sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Entry:
    """What one change puts in; ``id_given`` where a person chose the id and no rule made it."""

    id: str
    id_given: bool
    source: Original
    text: str
    record: Record
    extractor_version: str
    ontology_version: str


@dataclass(frozen=True, slots=True)
class DocumentHead:
    """A document in a list; ``sequence`` is the change that last touched it."""

    id: str
    filename: str
    media_type: str
    sha256: str
    extractor_version: str
    sequence: int


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with everything that the ledger keeps of it."""

    id: str
    filename: str
    media_type: str
    sha256: str
    original: bytes
    text: str
    record: Record
    extractor_version: str
    ontology_version: str
    sequence: int

    @property
    def source(self) -> Original:
        """The file as it came."""
        return Original(self.filename, self.media_type, self.original, self.sha256)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What putting a document did; ``replaced`` are the ids whose former statements are gone."""

    status: Status
    document_id: str
    sequence: int
    replaced: tuple[str, ...] = ()
