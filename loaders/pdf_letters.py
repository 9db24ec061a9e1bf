"""The letters of a PDF's page where they stand, and lines of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw


class Letter(NamedTuple):
    """A character and its box, in points from the lower left corner of the page."""

    character: str
    left: float
    bottom: float
    right: float
    top: float


class Line(NamedTuple):
    """A line of text, how high it stands on the page, and whether a paragraph begins with it in any case."""

    text: str
    height: float | None = None
    apart: bool = False


#: PDFium's sign for a hyphen at the end of a line.
_HYPHEN = "\ufffe"


def lines(layer: pypdfium2.PdfTextPage, turn: int = 0) -> list[Line]:
    """The lines as the layer parts them."""
    box = pypdfium2.raw.FS_RECTF()
    found: list[Line] = []
    start = 0
    for line in layer.get_text_range().split("\r\n"):
        visible = next((place for place, character in enumerate(line) if character.isalnum()), None)
        height = None
        if visible is not None and pypdfium2.raw.FPDFText_GetLooseCharBox(layer, start + visible, box):
            height = turned((box.left, box.bottom, box.right, box.top), turn)[1]
        found.append(Line(line.replace(_HYPHEN, "-").rstrip(), height))
        start += len(line) + 2  # the line end is two characters
    return found


def letters(layer: pypdfium2.PdfTextPage, turn: int = 0) -> list[Letter]:
    """All characters in the order of the layer, on a page shown turned by so many degrees; a line end is two."""
    box = pypdfium2.raw.FS_RECTF()
    found: list[Letter] = []
    for place, character in enumerate(layer.get_text_range()):
        pypdfium2.raw.FPDFText_GetLooseCharBox(layer, place, box)
        found.append(Letter(character, *turned((box.left, box.bottom, box.right, box.top), turn)))
    return found


def turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """A box as it stands on a page that is shown turned by so many degrees."""
    left, bottom, right, top = box
    if turn == 90:
        return bottom, -right, top, -left
    if turn == 180:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if turn == 270 else box


def text_of(found: Sequence[Letter]) -> str:
    """Letters of one line as text."""
    return "".join(letter.character for letter in found).replace(_HYPHEN, "-").strip()


def lines_of(found: Sequence[Letter]) -> list[list[Letter]]:
    """Letters, some of a page perhaps, as the lines that the layer parts."""
    lines: list[list[Letter]] = [[]]
    for letter in found:
        if letter.character == "\n":
            lines.append([])
        elif letter.character != "\r":
            lines[-1].append(letter)
    return [line for line in lines if any(not letter.character.isspace() for letter in line)]
