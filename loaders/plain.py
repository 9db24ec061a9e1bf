"""Decode the bytes of a text: UTF-8, UTF-16, windows-1258 with its tones composed, or the Latin guise of old fonts.

Of a .txt file nothing else is changed: line ends stay as they are, so offsets count what the file holds.
"""

from __future__ import annotations

import codecs
import unicodedata

from loaders import old_fonts
from loaders.plausible import why_not_text
from loaders.source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What a page may declare beside UTF-8; anything else that it declares is ignored.
_DECLARABLE = {"cp1258": "windows-1258", "cp1252": "windows-1252", "iso8859-1": "windows-1252", "ascii": "windows-1252"}


def text_of(source: Source) -> tuple[str, str]:
    """The text and the name of its encoding; raises :class:`ontology.errors.ReadingError` for what is no text."""
    return decode(source)


def decode(source: Source, declared: str | None = None, forgiving: bool = False) -> tuple[str, str]:
    """Decode by byte order mark, else as UTF-8 or UTF-16 if it is that, else as declared, else as windows-1258.

    Bytes above 127 that happen to be valid UTF-8 are UTF-8 in practice, whatever a page declares. ``forgiving`` reads a
    few broken bytes among many sound ones as U+FFFD, as browsers do.
    """
    data = source.data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(source, data[len(mark) :], encoding), encoding
    if unmarked := _unmarked_utf16(data):
        return _strictly(source, data, unmarked), unmarked
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if forgiving and (text := _nearly_utf8(data)):
            return text, "utf-8"
        return _legacy(source, _declarable(declared), error)


def _strictly(source: Source, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = f"begins with the mark of {encoding} but is not {encoding} from byte {error.start} on"
        raise source.refusal(problem, "save it again as UTF-8") from error


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows itself by zero bytes in every second place: spaces, digits, plain letters."""
    if len(data) % 2 or b"\0" not in data:
        return None
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if odd > 0.3 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _nearly_utf8(data: bytes) -> str | None:
    """The text where at least fifty letters beyond ASCII are sound for each broken byte."""
    text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return text if lost * 50 <= sum(c > "\x7f" for c in text) else None


def _declarable(declared: str | None) -> str:
    try:
        return _DECLARABLE.get(codecs.lookup(declared or "").name, "windows-1258")
    except (LookupError, ValueError):
        return "windows-1258"


def _legacy(source: Source, encoding: str, cause: UnicodeDecodeError) -> tuple[str, str]:
    latin = source.data.decode("cp1252", "replace")
    if old_fonts.encoding_of(latin):
        return latin, "windows-1252"
    problem = f"is neither UTF-8 (byte {cause.start} is not) nor {encoding}"
    hint = "save it as UTF-8"
    try:
        text = source.data.decode(encoding)
    except UnicodeDecodeError as error:
        raise source.refusal(problem, hint) from error
    # windows-1258 writes the tone after the vowel; a tone that finds no vowel shows that it was something else.
    text = unicodedata.normalize("NFC", text)
    stray = sum(unicodedata.combining(c) > 0 for c in text)
    if stray > 2 and stray > 0.01 * len(text):
        raise source.refusal(problem, hint) from cause
    if reason := why_not_text(text):
        raise source.refusal(f"{problem}: read so, it {reason[0]}", reason[1]) from cause
    return text, encoding
