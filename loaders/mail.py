"""The text of an .eml: its subject as a heading and the words of the mail itself, without what is attached.

Sender and date belong to the sending, not to what is written, and are no part of the text: a dispatch forwarded today
is not of today. Of alternative forms of a part the plain text is read, else the page.
"""

from __future__ import annotations

from email.errors import (
    CloseBoundaryNotFoundDefect,
    HeaderParseError,
    InvalidBase64CharactersDefect,
    InvalidBase64LengthDefect,
    MessageError,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from typing import NamedTuple

from loaders import html
from loaders.plain import decode
from loaders.source import Source
from ontology.errors import ReadingError

#: What a mail has beside any other text.
_HEADERS = ("from", "subject", "date", "received", "message-id", "mime-version", "content-type")
#: The parser looks for the end of each part of parts at every line; 20 MiB of attachments have 300,000 lines.
_MOST_MULTIPARTS, _MOST_LINES, _DEEPEST = 30, 500_000, 10
_LONGEST_HEADER = 64 * 1024
_CUT = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
_UNDECODED = (InvalidBase64CharactersDefect, InvalidBase64LengthDefect)
#: What the standard library's parser raises on mails that are none.
_BROKEN = (MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError)
_HINT = "save it again from the mail program, or give its text as .txt"


class Mail(NamedTuple):
    """``encoding`` is that of the mail's first text; ``attachments`` are the names of what is not read."""

    text: str
    encoding: str | None
    attachments: tuple[str, ...]


class _Policy(Compat32):
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        if sum(map(len, sourcelines)) > _LONGEST_HEADER:
            raise HeaderParseError(f"a header has more than {_LONGEST_HEADER} characters")
        return super().header_source_parse(sourcelines)


def mail_of(source: Source) -> Mail:
    """What the mail says.

    :raises ReadingError: it is no mail, is cut short, or has no text of its own
    """
    lines, parts = source.data.count(b"\n") + source.data.count(b"\r"), source.data.lower().count(b"boundary=")
    if lines > 2 * _MOST_LINES or parts > _MOST_MULTIPARTS:
        problem = f"has {lines} line ends and {parts} parts of parts, more than {2 * _MOST_LINES} or {_MOST_MULTIPARTS}"
        raise source.refusal(problem, _HINT)
    try:
        message = BytesParser(policy=_Policy()).parsebytes(source.data)
        if not any(name in message for name in _HEADERS):
            raise source.refusal("is no mail: it does not begin with a sender, a subject or a date", _HINT)
        texts = _texts(source, message, 0)
        attachments = tuple(_attachments(message))
        heading = _subject(message)
    except ReadingError:
        raise
    except _BROKEN as error:
        raise source.refusal(f"is no sound mail ({str(error)[:120] or type(error).__name__})", _HINT) from error
    if not texts:
        besides = f", only attachments ({', '.join(attachments)})" if attachments else ""
        raise source.refusal(f"holds no text of its own{besides}", "save what is attached and give it as files")
    body = "\n\n".join(text for text, _ in texts)
    return Mail(f"{heading}\n\n{body}" if heading else body, texts[0][1], attachments)


def _texts(source: Source, part: Message, depth: int) -> list[tuple[str, str | None]]:
    """The texts of a part that a reader sees, in their order, each with its encoding."""
    if depth > _DEEPEST:
        raise source.refusal(f"has parts nested more than {_DEEPEST} deep", _HINT)
    if any(isinstance(defect, _CUT) for defect in part.defects):
        raise source.refusal("breaks off before the end of its parts", _HINT)
    if part.get_content_maintype() == "message" or not part.is_multipart():
        return [] if _is_attached(part) else _text(source, part)
    children = _children(part)
    if part.get_content_type() != "multipart/alternative":
        return [text for child in children for text in _texts(source, child, depth + 1)]
    children.sort(key=lambda child: child.get_content_type() != "text/plain")
    return next((texts for child in children if (texts := _texts(source, child, depth + 1))), [])


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _text(source: Source, part: Message) -> list[tuple[str, str | None]]:
    payload = part.get_payload(decode=True)
    if any(isinstance(defect, _UNDECODED) for defect in part.defects):
        raise source.refusal("is damaged: its text is not the base64 that it says", _HINT)
    if not isinstance(payload, bytes) or not payload.strip():
        return []
    own = Source(source.name, payload, source.limits)
    charset = part.get_content_charset()
    if part.get_content_type() == "text/html":
        text, encoding = html.text_of(own, charset)
    else:
        text, encoding = decode(own, charset, forgiving=True)
        text = "\n".join(text.replace("\r\n", "\n").split("\r")).strip("\n")
    return [(text, encoding)] if text.strip() else []


def _is_attached(part: Message) -> bool:
    if part.get_content_type() not in ("text/plain", "text/html"):
        return True
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _attachments(message: Message) -> list[str]:
    """The names of what is attached, or its kind where it has none; not the pictures of a page."""
    names: list[str] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            waiting += reversed(_children(part))
        elif _is_attached(part) and not (part.get_content_maintype() == "image" and "content-id" in part):
            names.append(_decoded(part.get_filename() or "") or part.get_content_type())
    return names


def _subject(message: Message) -> str:
    return next((_decoded(value) for name, value in message.raw_items() if name.lower() == "subject"), "")


def _decoded(header: str) -> str:
    """A header's words on one line; bytes beyond ASCII without an encoding are UTF-8 in practice."""
    plain = header.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    words = []
    for word, charset in decode_header(plain):
        if isinstance(word, str):
            words.append(word)
        else:
            try:
                words.append(word.decode(charset or "utf-8", "replace"))
            except (LookupError, ValueError):
                words.append(word.decode("utf-8", "replace"))
    return " ".join("".join(words).split())
