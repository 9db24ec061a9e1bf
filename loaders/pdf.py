"""The text layer of a .pdf: its pages in order, line by line, a blank line where the page leaves one."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise

import pypdfium2
import pypdfium2.raw

from loaders.source import Source

#: PDFium must not be called from two threads at once.
_PDFIUM = threading.Lock()
#: PDFium's sign for a hyphen at the end of a line.
_HYPHEN = "\ufffe"
#: Fewer letters than this beside a picture of the page: a scan, perhaps with the stamp of a digital signature.
_SCAN_LETTERS = 200
_SCAN_AREA = 0.5
#: Lines further apart than this, measured in the page's usual line distance, belong to two paragraphs.
_PARAGRAPH_GAP = 1.25
_SCAN_HINT = "recognise its text first (OCR, for example: ocrmypdf -l vie in.pdf out.pdf)"


def text_of(source: Source) -> tuple[str, None]:
    """The text of all pages; raises :class:`ontology.errors.ReadingError` where there is none to be had."""
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            raise _unopened(source, error) from error
        with closing(document):
            pages = list(_pages(source, document))
    if not pages:
        raise source.refusal("has no pages", "give the document itself")
    scans = sum(scan for _, scan in pages)
    if scans * 2 > len(pages) or not any(letter.isalpha() for text, _ in pages for letter in text):
        raise source.refusal(f"is a scan without text on {scans} of its {len(pages)} pages", _SCAN_HINT)
    return "\n\n".join(text for text, _ in pages if text.strip()), None


def _unopened(source: Source, error: pypdfium2.PdfiumError) -> Exception:
    if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return source.refusal("is protected by a password", "remove the password and save it again")
    return source.refusal("is no sound PDF", "open it in a PDF program and print it to a new .pdf, or give it as .txt")


def _pages(source: Source, document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bool]]:
    """The text of each page and whether the page is a scan."""
    limits = source.limits
    if len(document) > limits.max_pages:
        problem = f"has {len(document)} pages, more than the limit of {limits.max_pages}"
        raise source.refusal(problem, "split it")
    end = time.monotonic() + limits.max_seconds
    for number in range(len(document)):
        if time.monotonic() > end:
            problem = f"takes longer than {limits.max_seconds:g} seconds to read (page {number + 1} of {len(document)})"
            raise source.refusal(problem, "split it, or print it to a new .pdf")
        try:
            with closing(document[number]) as page:
                text = _page_text(page)
                yield text, _is_scan(page, text)
        except pypdfium2.PdfiumError as error:
            raise source.refusal(f"is damaged on page {number + 1}", "print it to a new .pdf") from error


def _page_text(page: pypdfium2.PdfPage) -> str:
    with closing(page.get_textpage()) as layer:
        lines = layer.get_text_range().split("\r\n")
        heights = _baselines(layer, lines)
    drops = [a - b for a, b in pairwise(heights) if a is not None and b is not None and a > b]
    usual = statistics.median(drops) if drops else 0.0
    parts: list[str] = []
    before: float | None = None
    for line, height in zip(lines, heights, strict=True):
        if parts:
            apart = before is not None and height is not None and before - height > _PARAGRAPH_GAP * usual
            parts.append("\n\n" if apart else "\n")
        parts.append(line.replace(_HYPHEN, "-").rstrip())
        before = height if height is not None else before
    return "".join(parts)


def _baselines(layer: pypdfium2.PdfTextPage, lines: list[str]) -> list[float | None]:
    """How high each line stands on the page, in points; ``None`` for a line without a visible character."""
    heights: list[float | None] = []
    start = 0
    for line in lines:
        visible = next((i for i, c in enumerate(line) if c.isalnum()), None)
        heights.append(None if visible is None else _bottom(layer, start + visible))
        start += len(line) + 2  # the line end is two characters
    return heights


def _bottom(layer: pypdfium2.PdfTextPage, index: int) -> float | None:
    try:
        return float(layer.get_charbox(index, loose=True)[1])
    except pypdfium2.PdfiumError:
        return None


def _is_scan(page: pypdfium2.PdfPage, text: str) -> bool:
    if sum(letter.isalpha() for letter in text) >= _SCAN_LETTERS:
        return False
    width, height = page.get_size()
    for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        if (right - left) * (top - bottom) > _SCAN_AREA * width * height:
            return True
    return False
