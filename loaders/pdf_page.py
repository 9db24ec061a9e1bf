"""What stands on a PDF's page, in the order in which it is read: lines, those of columns in turn, and tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import pypdfium2

from loaders import columns, pdf_letters, pdf_tables
from loaders.columns import Piece
from loaders.pdf_letters import Letter, Line, text_of
from loaders.pdf_rules import Grid, grids
from loaders.pdf_tables import Table

#: Points by which words of one line may stand higher or lower, more or less.
_SAME_HEIGHT = 4.0


def parts(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage) -> list[Line | Table]:
    """The lines and tables of a page."""
    turn, ruled = page.get_rotation(), grids(page)
    if not ruled and not _has_gaps(layer):
        return [*pdf_letters.lines(layer, turn)]  # most pages: no letter needs to be looked at
    found = pdf_letters.letters(layer, turn)
    placed: list[Line | Table] = []
    for grid, letters in _by_grid(found, ruled):
        table = pdf_tables.table_of(grid, letters) if grid else None
        placed += [table] if table else _lines(letters)
    return placed


def _has_gaps(layer: pypdfium2.PdfTextPage) -> bool:
    """Whether words stand far from each other on one height."""
    rows: dict[int, list[tuple[float, float, float]]] = defaultdict(list)
    for number in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(number)
        rows[round((bottom + top) / 2 / _SAME_HEIGHT)].append((left, right, top - bottom))
    return any(
        columns.is_gap(after[0] - before[1], before[2])
        for row in rows.values()
        for before, after in pairwise(sorted(row))
    )


def _by_grid(found: Sequence[Letter], ruled: list[Grid]) -> list[tuple[Grid | None, list[Letter]]]:
    """The letters of each grid where its first one stands, and between them those outside of all."""
    groups: list[tuple[Grid | None, list[Letter]]] = [(None, [])]
    of_grid: dict[int, list[Letter]] = {}
    grid: Grid | None = None
    for letter in found:
        if letter.character not in "\r\n":
            grid = next((one for one in ruled if pdf_tables.place_in(one, letter)), None)
        if grid is None:
            if groups[-1][0] is not None:
                groups.append((None, []))
            groups[-1][1].append(letter)
        elif id(grid) in of_grid:
            of_grid[id(grid)].append(letter)
        else:
            of_grid[id(grid)] = [letter]
            groups.append((grid, of_grid[id(grid)]))
    return groups


def _lines(letters: Sequence[Letter]) -> list[Line]:
    pieces = [found for line in pdf_letters.lines_of(letters) if (found := _pieces(line))]
    return [
        Line(" ".join(piece.text for piece in line), line[0].height, apart) for line, apart in columns.in_order(pieces)
    ]


def _pieces(line: list[Letter]) -> list[Piece]:
    """A line parted where the page leaves a wide gap in it."""
    seen = [place for place, letter in enumerate(line) if not letter.character.isspace()]
    cuts = [
        after
        for before, after in pairwise(seen)
        if columns.is_gap(line[after].left - line[before].right, line[after].top - line[after].bottom)
    ]
    return [
        Piece(text, letters[0].left, letters[-1].right, letters[0].bottom, letters[0].top - letters[0].bottom)
        for start, end in pairwise([0, *cuts, len(line)])
        if (text := text_of(line[start:end]))
        and (letters := [letter for letter in line[start:end] if not letter.character.isspace()])
    ]
