"""The text of a picture of a document (.png, .jpg, .tif): recognised, each word with how sure it is."""

from __future__ import annotations

from loaders.recognised import Recognised, placed
from loaders.recognition import Recogniser
from loaders.source import Source

#: How pictures begin that tesseract reads; anything else it could take for a list of other files.
SIGNATURES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
NO_TEXT = (
    "is a picture on which no text can be recognised with any certainty",
    "scan it anew, upright and at 300 dots per inch, or give its text",
)


def text_of(source: Source) -> tuple[str, Recognised | None, tuple[str, ...]]:
    """The text on the picture, or on all pages of a .tif.

    :raises ReadingError: no text can be recognised on it, or there is nothing here that recognises text
    """
    lines = Recogniser(source).lines(source.data)
    if not lines:
        raise source.refusal(*NO_TEXT)
    return *placed([lines]), ()
