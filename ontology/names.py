"""Names in the forms that the project compares and addresses them by: NFC, folded for search, slugs for ids."""

from __future__ import annotations

import re
import unicodedata

_STROKE = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")


def nfc(text: str) -> str:
    """The text in Unicode normalisation form C, the one that everything inside uses."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """The text without tone and vowel marks, in lower case: ``Bình Thuận`` and ``binh thuan`` fold alike.

    For searching only, never for identity: ``Hà Nam`` and ``Hạ Nam`` fold alike too.
    """
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE).casefold())
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))


def tokens(text: str) -> tuple[str, ...]:
    """The folded words of a text in their order: what search compares, one whole word at a time."""
    return tuple(word for word in _NOT_ALPHANUMERIC.split(fold(text)) if word)


def slug(text: str) -> str:
    """An id made of a name: ``Sở Kế hoạch và Đầu tư`` becomes ``so-ke-hoach-va-dau-tu``."""
    return "-".join(tokens(text))
