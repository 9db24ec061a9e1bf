"""The tables of a PDF's page, where lines are ruled around their cells: ``a | b | c`` for each row.

A cell's words stand together though the page shows them beside those of other cells; a cell that is merged with others
is said once, in the first of them. A row that goes on upon the next page is one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loaders.layout import Layout
from loaders.patterns import Pattern
from loaders.pdf_letters import Letter, text_of
from loaders.pdf_rules import Grid

#: What begins a line of its own within a cell: a dash, a bullet, a number.
_ITEM = Pattern(r"[-–+•●*▪○]|\(?\d{1,2}[.)/]\s|\p{Ll}\)\s")
#: Columns whose edges are so near those of a table on the page before are its own.
_NEAR = 6.0
#: Letters stand on one line whose feet differ by less than this, in heights of a letter.
_ONE_LINE = 0.5


class Table(NamedTuple):
    """Rows of cells: their lines, or ``None`` where a cell is part of the one to its left."""

    rows: list[list[list[str] | None]]
    across: list[float]

    def text(self) -> str:
        layout = Layout()
        for row in self.rows:
            layout.row()
            cells = [cell for cell in row if cell is not None]
            for number, cell in enumerate(cells):
                layout.open_cell(first=number == 0)
                for line in cell:
                    layout.line()
                    layout.words(line)
                layout.close_cell()
            layout.line()
        return layout.text()

    def goes_on_in(self, other: Table) -> bool:
        """Whether a table on the next page has the columns of this one."""
        edges = zip(self.across, other.across, strict=False)
        return len(self.across) == len(other.across) and all(abs(a - b) <= _NEAR for a, b in edges)

    def followed_by(self, other: Table) -> Table:
        """This table and its rows on the next page; a head that is repeated is said once."""
        rows = other.rows[1:] if other.rows[0] == self.rows[0] else other.rows
        if rows and len(self.rows) > 1 and len(self.rows[-1]) == len(rows[0]) and _is_cut(rows[0]):
            last = [a if b is None else (a or []) + b for a, b in zip(self.rows[-1], rows[0], strict=True)]
            return Table([*self.rows[:-1], [None if c is None else _wrapped(c) for c in last], *rows[1:]], self.across)
        return Table([*self.rows, *rows], self.across)


def table_of(grid: Grid, letters: Sequence[Letter]) -> Table | None:
    """The table of a grid, of the letters that stand in it; ``None`` where only one cell has any."""
    rows, columns = grid.size()
    owners = _owners(grid)
    cells: dict[tuple[int, int], list[Letter]] = defaultdict(list)
    owner = (0, 0)
    for letter in letters:
        if letter.character in "\r\n":  # it may part what stands in two cells
            continue
        owner = owners[place_in(grid, letter) or owner]
        cells[owner].append(letter)
    found: list[list[list[str] | None]] = []
    for row in range(rows):
        line: list[list[str] | None] = []
        for column in range(columns):
            own = owners[row, column]
            if own == (row, column):
                line.append(_wrapped([text_of(words) for words in _lines(cells[own])]))
            else:
                line.append([] if own[1] == column and own[0] != row else None)
        if any(line):
            found.append(line)
    filled = sum(bool(cell) for line in found for cell in line)
    return Table(found, grid.across) if filled > 1 else None


def place_in(grid: Grid, letter: Letter) -> tuple[int, int] | None:
    """The row and the column that a letter stands in."""
    return grid.cell_at((letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2)


def _owners(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """For each cell the first of those that it is merged with."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    rows, columns = grid.size()
    for row in range(rows):
        for column in range(columns):
            if column and not grid.parted(row, column):
                owners[row, column] = owners[row, column - 1]
            elif row and not grid.under_line(row, column):
                owners[row, column] = owners[row - 1, column]
            else:
                owners[row, column] = (row, column)
    return owners


def _lines(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """The letters of a cell as the lines that they stand on."""
    line: list[Letter] = []
    foot: float | None = None
    for letter in letters:
        if not letter.character.isspace():  # spaces may have no place
            if foot is not None and abs(foot - letter.bottom) > _ONE_LINE * (letter.top - letter.bottom):
                yield line
                line = []
            foot = letter.bottom
        line.append(letter)
    if foot is not None:
        yield line


def _wrapped(lines: list[str]) -> list[str]:
    """The lines of a cell that only its width has parted as one."""
    joined: list[str] = []
    for line in lines:
        if joined and not _ITEM.match(line):
            joined[-1] += line if joined[-1].endswith("-") and not joined[-1].endswith(" -") else f" {line}"
        else:
            joined.append(line)
    return joined


def _is_cut(row: list[list[str] | None]) -> bool:
    """Whether a row has no number, and goes on in the middle of what the last one on the page before said."""
    return not row[0] and any(cell and cell[0][:1].islower() for cell in row)
