"""Files that the reading tests need, made in memory: Word and PDF documents, sound ones and broken ones."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Ủy ban nhân dân tỉnh Bình Thuận ký thỏa thuận hợp tác với Thành phố Hồ Chí Minh về du lịch."
#: Marks that windows-1258 has as characters of their own; the vowel's own mark stays with the vowel.
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The text as old Vietnamese Windows programs wrote it: each tone after its vowel."""
    out = []
    for character in text:
        parts = unicodedata.normalize("NFD", character)
        vowel = "".join(p for p in parts if p not in _TONES)
        out.append(unicodedata.normalize("NFC", vowel) + "".join(p for p in parts if p in _TONES))
    return "".join(out).encode("cp1258")


def word_bytes(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def word(*paragraphs: str) -> bytes:
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return word_bytes(document)


def word_with_body(inner_xml: str) -> bytes:
    """A Word document whose body is the given WordprocessingML (prefixes ``w`` and ``mc``)."""
    original = zipfile.ZipFile(io.BytesIO(word("x")))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in original.namelist():
            content = original.read(name)
            if name == "word/document.xml":
                content = (
                    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                    f"<w:body>{inner_xml}</w:body></w:document>"
                ).encode()
            archive.writestr(name, content)
    return stream.getvalue()


def zip_of(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(pages: Sequence[Sequence[tuple[float, str]]], password: str | None = None) -> bytes:
    """Pages of (height in points, line) in a Latin font of the PDF standard."""
    stream = io.BytesIO()
    encryption = StandardEncryption(password) if password else None
    canvas = Canvas(stream, encrypt=encryption, invariant=1)
    for page in pages:
        for height, line in page:
            canvas.drawString(72, height, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def scanned_pdf(folder: Path, pages: int, stamp: str = "") -> bytes:
    """Pages that are pictures, each with the stamp of a digital signature where one is given."""
    picture = folder / "page.ppm"
    picture.write_bytes(b"P6 8 8 255\n" + bytes(200 for _ in range(8 * 8 * 3)))
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for _ in range(pages):
        canvas.drawImage(ImageReader(str(picture)), 0, 0, width=595, height=842)
        canvas.drawString(72, 800, stamp)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()
