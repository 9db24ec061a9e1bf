"""One file as it arrived, with the limits that hold while it is read and the way to refuse it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from ontology.errors import ReadingError

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask for; a file that asks for more is refused, never read in part."""

    max_bytes: int = 20 * MEBIBYTE
    #: Unpacked size of a .docx: a zip bomb of some kilobytes unpacks to gigabytes.
    max_unpacked_bytes: int = 200 * MEBIBYTE
    max_archive_members: int = 5_000
    max_pages: int = 2_000
    #: Wall-clock seconds for the pages of a .pdf, looked at between two pages, and for an .rtf.
    max_seconds: float = 60.0
    #: The same for recognising the text of pictures, which takes some seconds a page.
    max_recognition_seconds: float = 900.0


@dataclass(frozen=True, slots=True)
class Source:
    """A file's bytes under the name that its owner knows it by."""

    name: str
    data: bytes = field(repr=False)
    limits: Limits = field(default_factory=Limits)

    def refusal(self, problem: str, hint: str) -> ReadingError:
        """The error that says which file cannot be read, why, and what to do about it."""
        return refusal(self.name, problem, hint)


def refusal(name: str, problem: str, hint: str) -> ReadingError:
    """A :class:`ReadingError`; a file's name is untrusted, so what a terminal would obey is taken out of it."""
    shown = "".join("?" if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else c for c in name)
    return ReadingError(f"{shown or 'unnamed file'}: {problem}", hint)
