"""Read one file of any known format into its text, or refuse it and say what to do.

What the bytes show beyond doubt (a PDF, a zip file) counts more than the name; between plain text and a web page
the name decides.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from loaders import html, mail, old_fonts, pdf, plain, rtf, scans, word, word97
from loaders.plausible import seen_hyphens, tidied, unprintable, why_not_text
from loaders.recognised import Recognised
from loaders.source import Limits, Source, refusal
from loaders.word97_parts import SIGNATURE
from ontology.errors import ReadingError

PLAIN, HTML, PDF, MAIL = "text/plain", "text/html", "application/pdf", "message/rfc822"
RTF = "application/rtf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WORD_97 = "application/msword"
#: The name endings that can be read.
SUFFIXES = {
    ".txt": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".docx": WORD,
    ".doc": WORD_97,
    ".pdf": PDF,
    ".rtf": RTF,
    ".eml": MAIL,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}
_READERS: dict[str, Callable[[Source], tuple[str, str | None]]] = {
    PLAIN: plain.text_of,
    HTML: html.text_of,
    WORD: word.text_of,
    WORD_97: word97.text_of,
    RTF: rtf.text_of,
}
#: What is read of pictures of pages: the text, its recognised words, and what was not read.
_PICTURED: dict[str, Callable[[Source], tuple[str, Recognised | None, tuple[str, ...]]]] = {
    PDF: pdf.text_of,
    **dict.fromkeys(scans.SIGNATURES.values(), scans.text_of),
}
_KNOWN = "give it as .txt, .html, .docx, .doc, .pdf, .rtf, .eml, .png, .jpg or .tif"
#: How a web page begins; sites offer it under the name of a Word document.
_PAGE = re.compile(rb"(?i)(?:\xef\xbb\xbf)?\s*+<(?:!doctype html|html)\b")
#: Bytes of a file's name that are not UTF-8, as Python hands them on (half surrogate pairs): no store holds them.
_NOT_UTF8 = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A document's text with what it was read from.

    ``text``: of a .txt its bytes decoded, nothing changed, line ends kept; of other formats in Unicode form NFC with
    ``\\n`` line ends. Control characters, which no store holds, are one space each. ``encoding`` is ``None`` for
    formats that carry their own; ``tcvn3`` or ``vni`` in any format whose letters were those of the old fonts and have
    become Unicode. ``sha256`` is that of the bytes, in hexadecimal. ``unread`` names what the file carries beside its
    text: the attachments of a mail, the scans in a PDF. ``recognised`` has the words that were recognised on pictures,
    with how sure they are.
    """

    filename: str
    media_type: str
    encoding: str | None
    sha256: str
    text: str
    data: bytes = field(repr=False)
    unread: tuple[str, ...] = ()
    recognised: Recognised | None = None


def read(
    path_or_bytes: str | os.PathLike[str] | bytes, filename: str | None = None, limits: Limits | None = None
) -> SourceText:
    """Read a file by its path, or bytes under a file name.

    Raises :class:`ontology.errors.ReadingError`, which names the file, what is wrong, and what to do.
    """
    limits = limits or Limits()
    if isinstance(path_or_bytes, bytes):
        name, data = filename or "", path_or_bytes
    else:
        path = Path(path_or_bytes)
        name = filename or path.name
        data = _bytes_of(path, name, limits)
    source = Source(PurePath(name.replace("\\", "/")).name.translate(_NOT_UTF8), data, limits)
    if len(data) > limits.max_bytes:
        raise _too_big(source.name, len(data), limits)
    if not data:
        raise source.refusal("is empty", "give the document itself")
    media_type = _media_type(source)
    unread: tuple[str, ...] = ()
    recognised: Recognised | None = None
    encoding: str | None = None
    if media_type == MAIL:
        text, encoding, unread = mail.mail_of(source)
    elif media_type in _PICTURED:
        text, recognised, unread = _PICTURED[media_type](source)
    else:
        text, encoding = _READERS[media_type](source)
    if recognised is None:  # where words have places already, nothing may move them
        # Before anything is tidied: the soft hyphen is a letter of TCVN3.
        text, old_font = old_fonts.decoded(text)
        text = seen_hyphens(text) if media_type == PDF else text
        text, encoding = text if media_type == PLAIN else tidied(text), old_font or encoding
    if not text.strip():
        raise source.refusal("holds no text", "give the document itself")
    if reason := why_not_text(text):
        raise source.refusal(*reason)
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(source.name, media_type, encoding, digest, _printable(text), data, unread, recognised)


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            problem = "is a folder" if path.is_dir() else "is not there" if not path.exists() else "is no regular file"
            raise refusal(name, problem, "give the path of a document")
        if (size := path.stat().st_size) > limits.max_bytes:
            raise _too_big(name, size, limits)
        with path.open("rb") as stream:
            return stream.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise refusal(name, f"cannot be opened ({reason})", "check its path and permissions") from error


def _too_big(name: str, size: int, limits: Limits) -> ReadingError:
    problem = f"has {size} bytes, more than the limit of {limits.max_bytes}"
    return refusal(name, problem, "split it, leave its pictures out, or raise HOPTAC_MAX_BYTES")


def _media_type(source: Source) -> str:
    data = source.data
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return WORD
    if data.startswith(b"{\\rtf"):
        return RTF
    if data.startswith(SIGNATURE):
        return WORD_97
    for signature, picture in scans.SIGNATURES.items():
        if data.startswith(signature):
            return picture
    suffix = PurePath(source.name).suffix.lower()
    if suffix not in SUFFIXES:
        raise source.refusal(f"has a format that is not read ({suffix or 'no ending'})", _KNOWN)
    if SUFFIXES[suffix] == RTF:
        raise source.refusal("is no Rich Text Format, which begins with {\\rtf", _KNOWN)
    if SUFFIXES[suffix].startswith("image/"):
        raise source.refusal(f"is no picture of the kind that it is named after ({suffix})", _KNOWN)
    if SUFFIXES[suffix] == WORD_97 and _PAGE.match(data):
        return HTML
    if SUFFIXES[suffix] == WORD_97:
        raise source.refusal("is no Word document", _KNOWN)
    return SUFFIXES[suffix]


def _printable(text: str) -> str:
    bad = {ord(c): " " for c in set(text) if unprintable(c)}
    return text.translate(bad) if bad else text
