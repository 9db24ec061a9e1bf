"""Documents as the ledger takes them in and gives them out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from ontology.corrections import Correction
from ontology.record import Record

Status = Literal["loaded", "unchanged", "replaced"]


def encoded(text: str) -> bytes:
    """A text as the ledger keeps and hashes it: UTF-8, half a surrogate pair included."""
    return text.encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came: ``sha256`` is the hexadecimal hash of ``content``, which is None where it is not held."""

    filename: str
    media_type: str
    content: bytes | None
    sha256: str

    @classmethod
    def of(cls, filename: str, media_type: str, content: bytes) -> Original:
        return cls(filename, media_type, content, sha256(content).hexdigest())


@dataclass(frozen=True, slots=True)
class Entry:
    """What one change puts in; ``id_given`` where a person chose the id and no rule made it.

    ``text_sha256`` has to be given where the text is not at hand (None), and follows from it otherwise.
    """

    id: str
    id_given: bool
    source: Original
    text: str | None
    record: Record
    extractor_version: str
    ontology_version: str
    text_sha256: str = ""
    #: What people have said of its claims, where that comes with it; None leaves what the ledger has.
    corrections: tuple[Correction, ...] | None = None

    def __post_init__(self) -> None:
        if self.text is not None:
            object.__setattr__(self, "text_sha256", sha256(encoded(self.text)).hexdigest())
        elif not self.text_sha256:
            raise ValueError("a document without its text needs the hash of it")


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
    """A document with everything that the ledger keeps of it; ``original`` and ``text`` are None where not held."""

    id: str
    filename: str
    media_type: str
    sha256: str
    original: bytes | None
    text: str | None
    text_sha256: str
    record: Record
    extractor_version: str
    ontology_version: str
    sequence: int
    id_given: bool = False
    #: What people have said of its claims, in the order in which they said it; ``record`` is what was read.
    corrections: tuple[Correction, ...] = ()

    def with_corrections(self, corrections: tuple[Correction, ...]) -> StoredDocument:
        """The document with other corrections."""
        return replace(self, corrections=corrections)

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
