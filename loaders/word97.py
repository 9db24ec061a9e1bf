"""The text of a Word 97–2003 file (.doc): paragraphs and tables in order, changes as accepted, capitals by font.

The signs below the space part the words: ends of paragraphs, cells and lines, and where fields begin and end
[MS-DOC]. A table without borders sets columns side by side, as in an official head.
"""

from __future__ import annotations

import struct
import time
from dataclasses import dataclass, field

from loaders import old_fonts
from loaders.layout import Layout
from loaders.source import Source
from loaders.word97_parts import HINT, Parts, parts_of
from loaders.word97_pieces import Run, pieces_of, runs_of
from loaders.word97_properties import Paragraph, Properties
from loaders.word97_sprms import characters

_CELL, _LINE = "\x07", "\x0b"
_PARAGRAPHS = frozenset(("\r", "\x0c", "\x0e"))
_FIELD, _RESULT, _FIELD_ENDS = "\x13", "\x14", "\x15"
_WORDS = {"\t": "\t", "\x1e": "-", "\x1f": "\u00ad"}
#: Runs of characters between two looks at the clock.
_LOOK_AT_CLOCK = 500


@dataclass(slots=True)
class _Writer:
    properties: Properties
    layout: Layout = field(default_factory=Layout)
    #: The words of the paragraph so far, each run with what is said of it.
    words: list[tuple[str, bytes]] = field(default_factory=list)
    #: The paragraphs of the cell and the cells of the row so far.
    cell: list[str] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)
    #: Of each open field, whether what it shows has begun; before that stands how it is made.
    fields: list[bool] = field(default_factory=list)
    unshown: int = 0


def text_of(source: Source) -> tuple[str, None]:
    """The text of the document, then of its text boxes; notes, running heads, comments and pictures are left out.

    :raises ReadingError: the file is protected, damaged, older than Word 97, or takes too long
    """
    parts = parts_of(source)
    try:
        return _written(source, parts), None
    except (struct.error, IndexError, ValueError) as error:
        raise source.refusal(f"is damaged ({str(error)[:120]})", HINT) from error


def _written(source: Source, parts: Parts) -> str:
    end = time.monotonic() + source.limits.max_seconds
    pieces = pieces_of(parts)
    writer = _Writer(Properties(parts))
    count = 0
    for story in parts.stories():
        for run in runs_of(parts, pieces, story, writer.properties):
            if count % _LOOK_AT_CLOCK == 0 and time.monotonic() > end:
                raise source.refusal(f"takes longer than {source.limits.max_seconds:g} seconds to read", HINT)
            count += 1
            _take(writer, run)
        _end_paragraph(writer, Paragraph())
        writer.fields.clear()
        writer.unshown = 0
    return writer.layout.text()


def _take(writer: _Writer, run: Run) -> None:
    """Words, or the one sign that parts them from the next ones."""
    said = characters(run.properties)
    if said.deleted or said.hidden:
        return
    text = run.text
    if text == _FIELD:
        writer.fields.append(False)
        writer.unshown += 1
    elif text in (_RESULT, _FIELD_ENDS):
        _turn_field(writer, ends=text == _FIELD_ENDS)
    elif writer.unshown:
        return
    elif text == _LINE:
        writer.words.append(("\n", b""))
    elif text == _CELL or text in _PARAGRAPHS:
        _end_paragraph(writer, writer.properties.paragraph(run.place, run.of_piece), cell_ends=text == _CELL)
    elif text >= " " or text in _WORDS:
        writer.words.append((_WORDS.get(text, text) if not said.symbol else " ", run.properties))


def _turn_field(writer: _Writer, ends: bool) -> None:
    if not writer.fields:
        return
    if not writer.fields[-1]:
        writer.unshown -= 1
    writer.fields[-1] = True
    if ends:
        writer.fields.pop()


def _end_paragraph(writer: _Writer, paragraph: Paragraph, cell_ends: bool = False) -> None:
    if cell_ends and paragraph.row_ends:
        _end_row(writer, paragraph)
        return
    text = "".join(_drawn(writer, words, properties, paragraph.style) for words, properties in writer.words)
    writer.words.clear()
    if paragraph.in_table or cell_ends:
        writer.cell.append(text)
        if cell_ends:
            writer.row.append(writer.cell)
            writer.cell = []
        return
    _end_row(writer, paragraph)  # where the file does not say that a row ends
    _say(writer.layout, text)


def _drawn(writer: _Writer, words: str, properties: bytes, style: int) -> str:
    font = writer.properties.font(characters(properties), style)
    return old_fonts.capitals(words) if old_fonts.draws_capitals(font) else words


def _end_row(writer: _Writer, paragraph: Paragraph) -> None:
    layout = writer.layout
    if writer.cell:
        writer.row.append(writer.cell)
    cells = [cell for number, cell in enumerate(writer.row) if number not in paragraph.merged]
    writer.cell, writer.row = [], []
    if not cells:
        return
    if paragraph.bordered:
        layout.row()
    else:
        layout.paragraph()
    for number, cell in enumerate(cells):
        if paragraph.bordered:
            layout.open_cell(first=number == 0)
        else:
            layout.open_block()
        for text in cell:
            _say(layout, text)
        if paragraph.bordered:
            layout.close_cell()
        else:
            layout.close_block()
    layout.line()


def _say(layout: Layout, text: str) -> None:
    layout.paragraph()
    for line in text.split("\n"):
        layout.words(line)
        layout.line()
    layout.paragraph()
