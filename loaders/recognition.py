"""Recognise the words on a picture of a page through the program tesseract, each with how sure it is.

It runs with one thread and a fixed model, so that the same picture gives the same words.
"""

from __future__ import annotations

import os
import shutil
import statistics
import time
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from loaders import children
from loaders.source import Source
from ontology.errors import ReadingError

_PROGRAM, _LANGUAGE = "tesseract", "vie"
#: What to do where the program or its Vietnamese are missing.
INSTALL = "install tesseract with its Vietnamese (Debian: tesseract-ocr, tesseract-ocr-vie), or give its text"
_HINT = "scan it anew, upright and at 300 dots per inch, or give its text"
#: Bytes for one page; one of A4 takes 100 MB, and a second or two.
_MEMORY = 2 << 30
#: A page whose words are less sure than this, on the whole, shows no text.
_LEAST_SURE = 0.6
#: Lines further apart than this, in heights of a line, belong to two paragraphs.
_PARAGRAPH_GAP = 0.9
_WORD_LEVEL, _COLUMNS = "5", 12


class Word(NamedTuple):
    """A word with its confidence from 0 to 1."""

    text: str
    confidence: float


class _Line(NamedTuple):
    words: list[Word]
    page: int
    top: int
    bottom: int


class Recogniser:
    """Recognises one file's pages, within the time that the file may take."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._end = time.monotonic() + source.limits.max_recognition_seconds

    def seconds(self) -> float:
        """How long the file may still take.

        :raises ReadingError: there is no time left
        """
        left = self._end - time.monotonic()
        if left <= 0:
            problem = f"takes longer than {self._source.limits.max_recognition_seconds:g} seconds to recognise"
            raise self._source.refusal(problem, "split it")
        return left

    def lines(self, picture: bytes, dots_per_inch: int | None = None) -> list[list[Word]]:
        """The lines of words on a picture (a .tif may have several pages), an empty one between paragraphs.

        None where it shows no text.

        :raises ReadingError: tesseract or its Vietnamese are not installed, or cannot read the picture in time
        """
        if missing := missing_program():
            raise self._source.refusal(f"is a scan, and {missing}", INSTALL)
        command = [_PROGRAM, "stdin", "stdout", "-l", _LANGUAGE]
        command += ["--dpi", str(dots_per_inch)] if dots_per_inch else []
        try:
            table = children.run([*command, "tsv"], picture, _environment(), self.seconds(), _MEMORY)
        except children.ChildFailed as error:
            raise self.failed(error) from error
        lines = list(_lines(table.decode("utf-8", "replace")))
        words = [word for line in lines for word in line.words]
        return _parted(lines) if confidence(words) >= _LEAST_SURE else []

    def failed(self, error: children.ChildFailed) -> ReadingError:
        """The refusal of a file one of whose pictures cannot be read."""
        return self._source.refusal(f"is a scan that cannot be recognised ({error})", _HINT)


@lru_cache(maxsize=1)
def missing_program() -> str | None:
    """What is missing of what recognition needs, in words; ``None`` where it is all there."""
    if shutil.which(_PROGRAM) is None:
        return "the program that recognises text, tesseract, is not installed"
    try:
        known = children.run([_PROGRAM, "--list-langs"], b"", _environment(), 60.0, _MEMORY)
    except children.ChildFailed as error:
        return f"the program that recognises text, tesseract, does not run ({error})"
    if _LANGUAGE not in known.decode("utf-8", "replace").split():
        return f"tesseract does not know Vietnamese ({_LANGUAGE}) here"
    return None


def confidence(words: list[Word]) -> float:
    """The mean confidence of words, each counting by its letters; 0 of none."""
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 0.0


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


def _lines(table: str) -> Iterator[_Line]:
    """The lines of tesseract's table, in the order in which it reads them."""
    rows = [row for text in table.splitlines() if len(row := text.split("\t", _COLUMNS - 1)) == _COLUMNS]
    words = (row for row in rows if row[0] == _WORD_LEVEL and row[11].strip())
    for (page, *_), line in groupby(words, key=lambda row: row[1:5]):
        found = list(line)
        said = [Word(_tidy(cell[11]), max(0.0, float(cell[10])) / 100) for cell in found]
        tops, heights = [int(cell[7]) for cell in found], [int(cell[9]) for cell in found]
        bottom = max(top + height for top, height in zip(tops, heights, strict=True))
        yield _Line([word for word in said if word.text], int(page), min(tops), bottom)


def _parted(lines: list[_Line]) -> list[list[Word]]:
    lines = [line for line in lines if any(c.isalnum() for word in line.words for c in word.text)]
    height = statistics.median(line.bottom - line.top for line in lines) if lines else 0
    parted = [line.words for line in lines[:1]]
    for before, line in pairwise(lines):
        gap = line.top - before.bottom
        if line.page != before.page or gap > _PARAGRAPH_GAP * height or gap < -2 * height:
            parted.append([])
        parted.append(line.words)
    return parted


def _tidy(word: str) -> str:
    """In Unicode form NFC, without what no store holds."""
    return unicodedata.normalize("NFC", "".join(c for c in word if unicodedata.category(c)[0] not in "CZ"))
