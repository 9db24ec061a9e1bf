"""Every error that the project raises on purpose, with what a user can do about it.

::

    HoptacError                  message and hint
    ├── ReadingError             a file cannot be read: empty, binary, encrypted, scanned, too big, of no known format
    ├── RefusedDocument          a document was read, but what it says does not conform; carries the reasons
    ├── InvalidRequest           what was asked for cannot be asked: a bad id, filter, cursor or query
    ├── NotFound                 nothing has this id
    │   └── Gone                 something had this id and was removed
    ├── StoreError               a store failed
    │   ├── StoreUnavailable     it does not answer or cannot be started
    │   └── StoreBusy            somebody else writes to it, or it took too long
    ├── OntologyError            the Turtle files do not hold together
    │   └── UndeclaredTerm       a class or property that schema.ttl does not declare
    └── SettingsError            a setting is missing or makes no sense
"""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN_REASONS = 3


class HoptacError(Exception):
    """``message`` says what is wrong and where, ``hint`` what to do; together they make one line."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class ReadingError(HoptacError):
    """A file cannot be read."""


class RefusedDocument(HoptacError):
    """A document whose graph does not conform; each of ``reasons`` names the statement and what is wrong with it.

    The message repeats the first reasons only, so that it stays one line that can be read.
    """

    def __init__(self, document: str, reasons: Sequence[str], hint: str | None = None) -> None:
        shown = list(reasons[:_SHOWN_REASONS])
        if len(reasons) > _SHOWN_REASONS:
            shown.append(f"and {len(reasons) - _SHOWN_REASONS} more")
        super().__init__(f"{document} is refused: {'; '.join(shown)}", hint)
        self.document = document
        self.reasons = tuple(reasons)


class InvalidRequest(HoptacError):
    """What was asked for cannot be asked."""


class NotFound(HoptacError):
    """Nothing has this id."""


class Gone(NotFound):
    """Something had this id and was removed."""


class StoreError(HoptacError):
    """A store failed."""


class StoreUnavailable(StoreError):
    """A store does not answer or cannot be started."""


class StoreBusy(StoreError):
    """Somebody else writes to a store, or it took longer than it may."""


class OntologyError(HoptacError):
    """The Turtle files do not hold together."""


class UndeclaredTerm(OntologyError):
    """A class or property that ``schema.ttl`` does not declare."""


class SettingsError(HoptacError):
    """A setting is missing or makes no sense."""
