"""Files that the reading tests need, made in memory: Word and PDF documents, pictures of text, sound and broken."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_FONTS = (
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
    "/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
)
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


def scanned_pdf(*pages: bytes | str, stamp: str = "") -> bytes:
    """Pages that are pictures, each with the stamp of a digital signature where one is given, or lines of text."""
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1)
    for page in pages:
        if isinstance(page, bytes):
            drawn = ImageReader(io.BytesIO(page))
            width, height = drawn.getSize()
            canvas.setPageSize((595, 595 * height / width))
            canvas.drawImage(drawn, 0, 0, width=595, height=595 * height / width)
            canvas.drawString(350, 10, stamp)
        else:
            canvas.drawString(72, 700, page)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def vietnamese_font() -> str:
    """The file of a font with Vietnamese letters; the test is skipped where there is none."""
    font = next((path for path in _FONTS if Path(path).is_file()), None)
    if font is None:
        pytest.skip(f"no font with Vietnamese letters is here ({', '.join(_FONTS)})")
    return font


def picture(*lines: str, kind: str = "PNG", blurred: str = "") -> bytes:
    """A picture of lines of text, one word of them blurred."""
    drawn = ImageFont.truetype(vietnamese_font(), 36)
    image = Image.new("L", (1240, 80 + 60 * len(lines)), 255)
    canvas = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        canvas.text((60, 40 + 60 * number), line, fill=0, font=drawn)
        if blurred and blurred in line:
            left = 60 + int(drawn.getlength(line[: line.index(blurred)]))
            place = (left, 36 + 60 * number, left + int(drawn.getlength(blurred)), 96 + 60 * number)
            image.paste(image.crop(place).filter(ImageFilter.GaussianBlur(3)), place)
    stream = io.BytesIO()
    image.save(stream, kind, **({"save_all": True, "append_images": [image]} if kind == "TIFF" else {}))
    return stream.getvalue()
