"""The text of a .pdf: its pages in order, line by line, a blank line where the page leaves one.

A page has a layer of text, with tables and columns, or is a picture, whose words are recognised.
"""

from __future__ import annotations

import statistics
import threading
import time
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw

from loaders import children, page_pictures, pdf_page
from loaders.pdf_letters import Line
from loaders.pdf_tables import Table
from loaders.plausible import seen_hyphens, tidied
from loaders.recognised import Recognised, placed
from loaders.recognition import INSTALL, Recogniser, Word, missing_program
from loaders.scans import NO_TEXT
from loaders.source import Source

#: PDFium must not be called from two threads at once.
_PDFIUM = threading.Lock()
#: Fewer letters than this beside pictures of so much of the page: a scan, perhaps with the stamp of a signature.
_SCAN_LETTERS = 200
_SCAN_AREA = 0.5
#: So many times the letters of its layer a scan shows that is not only text on a picture.
_SHOWN_LETTERS = 1.5
#: Lines further apart than this, measured in the page's usual line distance, belong to two paragraphs.
_PARAGRAPH_GAP = 1.25
#: The longest line that is only the number of a page: `- 12 -`.
_LONGEST_NUMBER = 7
#: A distance is common that this part of all lines keep; below so many points it is no distance of lines.
_COMMON, _LEAST_DISTANCE = 0.2, 6.0


class _Page(NamedTuple):
    parts: list[Line | Table]
    #: A picture of a page, whatever letters stand on it.
    scan: bool

    def letters(self) -> int:
        return sum(c.isalpha() for part in self.parts for c in _said(part))


def text_of(source: Source) -> tuple[str, Recognised | None, tuple[str, ...]]:
    """The text of all pages, the words of it that were recognised, and the pages that could not be read.

    :raises ReadingError: the file is damaged or protected, or there is no text to be had
    """
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            raise _unopened(source, error) from error
        with closing(document):
            pages = list(_pages(source, document))
    if not pages:
        raise source.refusal("has no pages", "give the document itself")
    _join_tables(pages)
    usual = _usual_distance(pages)
    texts: list[str | list[list[Word]]] = [_laid_out(page, usual) for page in pages]
    scans = [number for number, page in enumerate(pages) if page.scan]
    missing = missing_program() if scans else None
    if missing is None:
        _recognise(source, pages, texts, scans)
        if scans:  # the places of recognised words are those in the text as it stays
            texts = [tidied(seen_hyphens(text)) if isinstance(text, str) else text for text in texts]
    elif len(scans) * 2 > len(pages):
        raise source.refusal(f"is a scan on {len(scans)} of its {len(pages)} pages, and {missing}", INSTALL)
    text, recognised = placed(texts)
    if not any(c.isalpha() for c in text):
        problem = f"has no word on its {len(pages)} pages"
        raise source.refusal(*NO_TEXT) if scans else source.refusal(problem, "give the document itself")
    return text, recognised, tuple(f"page {number + 1}" for number in scans) if missing else ()


def _recognise(source: Source, pages: list[_Page], texts: list[str | list[list[Word]]], scans: list[int]) -> None:
    """Put the words that scans show in the place of the few letters of their layers."""
    recogniser = Recogniser(source)
    for number in scans:
        try:
            picture = page_pictures.picture(source.data, number, recogniser.seconds())
        except children.ChildFailed as error:
            raise recogniser.failed(error) from error
        lines = recogniser.lines(picture, page_pictures.DOTS_PER_INCH)
        letters = sum(c.isalpha() for line in lines for word in line for c in word.text)
        if letters > _SHOWN_LETTERS * pages[number].letters():
            texts[number] = lines


def _unopened(source: Source, error: pypdfium2.PdfiumError) -> Exception:
    if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
        return source.refusal("is protected by a password", "remove the password and save it again")
    return source.refusal("is no sound PDF", "open it in a PDF program and print it to a new .pdf, or give it as .txt")


def _pages(source: Source, document: pypdfium2.PdfDocument) -> Iterator[_Page]:
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
                yield _read_page(page)
        except pypdfium2.PdfiumError as error:
            raise source.refusal(f"is damaged on page {number + 1}", "print it to a new .pdf") from error


def _read_page(page: pypdfium2.PdfPage) -> _Page:
    with closing(page.get_textpage()) as layer:
        parts = pdf_page.parts(page, layer)
    found = _Page(parts, scan=False)
    return found._replace(scan=_is_scan(page, found.letters()))


def _said(part: Line | Table) -> str:
    return part.text if isinstance(part, Line) else part.text()


def _join_tables(pages: list[_Page]) -> None:
    """Let a table go on where the next page begins with its columns; the number of the page stands between them."""
    for before, page in pairwise(pages):
        above = [part for part in before.parts if not _is_page_number(part)]
        below = [part for part in page.parts if not _is_page_number(part)]
        last, first = above[-1] if above else None, below[0] if below else None
        if isinstance(last, Table) and isinstance(first, Table) and last.goes_on_in(first):
            # The rows move to the later page, so that a table of many pages gathers there.
            before.parts[:] = above[:-1]
            page.parts[:] = [last.followed_by(first), *below[1:]]


def _is_page_number(part: Line | Table) -> bool:
    return isinstance(part, Line) and not any(c.isalpha() for c in part.text) and len(part.text) <= _LONGEST_NUMBER


def _usual_distance(pages: list[_Page]) -> float:
    """The distance of two lines of one paragraph: the smallest of the common ones, 0 where there are no lines."""
    heights = [[part.height if isinstance(part, Line) else None for part in page.parts] for page in pages]
    drops = sorted(a - b for page in heights for a, b in pairwise(page) if a and b and a - b >= _LEAST_DISTANCE)
    for position, drop in enumerate(drops):
        if bisect_right(drops, drop * 1.1) - position >= _COMMON * len(drops):
            return drop
    return statistics.median(drops) if drops else 0.0


def _laid_out(page: _Page, usual: float) -> str:
    said: list[str] = []
    before: float | None = None
    apart = True
    for part in page.parts:
        if isinstance(part, Table):
            said.append(f"\n\n{part.text()}")
            before, apart = None, True
            continue
        fell = before is not None and part.height is not None and before - part.height > _PARAGRAPH_GAP * usual > 0
        said.append(("\n\n" if fell or apart or part.apart else "\n") + part.text)
        before = part.height if part.height is not None else before
        apart = False
    return "".join(said).strip()


def _is_scan(page: pypdfium2.PdfPage, letters: int) -> bool:
    if letters >= _SCAN_LETTERS:
        return False
    width, height = page.get_size()
    area = 0.0
    for picture in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        area += (right - left) * (top - bottom)
        if area > _SCAN_AREA * width * height:  # scanners cut a page into strips, too
            return True
    # Letters may be drawn as lines without a font.
    return letters == 0 and any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]))
