"""Text in XML: escaped, and without the characters that XML cannot hold in any way."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

#: What is no character of XML 1.0: most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
#: A reader makes line feeds of carriage returns that are not written as references.
_KEPT = {"\r": "&#13;"}


def clean(text: str) -> str:
    """The text with U+FFFD for each character that XML cannot hold."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def content(text: str) -> str:
    """The text as it stands between tags."""
    return escape(clean(text), _KEPT)


def attribute(text: str) -> str:
    """The text as the value of an attribute, with its quotes; line ends and tabs are kept."""
    return quoteattr(clean(text))
