"""The grids that the ruling lines of a PDF's page draw: where the columns and rows of its tables begin and end.

Programs draw the lines of a table as strokes, as thin filled boxes, or as boxes around cells: all are boxes here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw

from loaders.pdf_letters import turned

#: Points by which ends of lines that meet may miss each other, and how thick a line is at most.
_NEAR, _THICK = 3.0, 2.5
#: A line of a table is so long at least; a page with more lines than this is a drawing.
_LEAST_LENGTH, _MOST_LINES = 6.0, 2_000
_MOST_GRIDS, _MOST_CELLS = 20, 5_000


class Rule(NamedTuple):
    """A line at one place across, from one place to another along it."""

    at: float
    start: float
    end: float


class Grid(NamedTuple):
    """``across`` are the edges of the columns from left to right, ``up`` those of the rows from the lowest up.

    At each edge are the lines that are drawn there; where none is, cells are merged.
    """

    across: list[float]
    up: list[float]
    vertical: list[list[Rule]]
    horizontal: list[list[Rule]]

    def size(self) -> tuple[int, int]:
        """How many rows and columns there are."""
        return len(self.up) - 1, len(self.across) - 1

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row, from the uppermost on, and the column at a place of the page."""
        if not (self.across[0] <= x < self.across[-1] and self.up[0] <= y < self.up[-1]):
            return None
        return len(self.up) - 1 - bisect_right(self.up, y), bisect_right(self.across, x) - 1

    def parted(self, row: int, column: int) -> bool:
        """Whether a line stands between this cell and the one to its left."""
        edge = len(self.up) - 1 - row
        return _covered(self.vertical[column], (self.up[edge - 1] + self.up[edge]) / 2)

    def under_line(self, row: int, column: int) -> bool:
        """Whether a line stands between this cell and the one above it."""
        middle = (self.across[column] + self.across[column + 1]) / 2
        return _covered(self.horizontal[len(self.up) - 1 - row], middle)


def grids(page: pypdfium2.PdfPage) -> list[Grid]:
    """The grids of a page with two columns at least, from top to bottom."""
    paths = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    turn = page.get_rotation()
    boxes = [turned(path.get_bounds(), turn) for path in islice(paths, _MOST_LINES + 1)]
    if not boxes or len(boxes) > _MOST_LINES:
        return []
    horizontal, vertical = _rules(boxes)
    found = (_grid(*lines) for lines in _connected(_joined(horizontal), _joined(vertical)))
    return sorted((grid for grid in found if grid is not None), key=lambda grid: -grid.up[-1])[:_MOST_GRIDS]


def _rules(boxes: Iterable[tuple[float, float, float, float]]) -> tuple[list[Rule], list[Rule]]:
    horizontal: list[Rule] = []
    vertical: list[Rule] = []
    for left, bottom, right, top in boxes:
        wide, high = right - left, top - bottom
        if high <= _THICK and wide >= _LEAST_LENGTH:
            horizontal.append(Rule((bottom + top) / 2, left, right))
        elif wide <= _THICK and high >= _LEAST_LENGTH:
            vertical.append(Rule((left + right) / 2, bottom, top))
        elif wide > _LEAST_LENGTH and high > _LEAST_LENGTH:  # a box around a cell, or behind it
            horizontal += [Rule(bottom, left, right), Rule(top, left, right)]
            vertical += [Rule(left, bottom, top), Rule(right, bottom, top)]
    return horizontal, vertical


def _joined(rules: list[Rule]) -> list[Rule]:
    """Lines drawn in pieces as one each."""
    joined: list[Rule] = []
    for row in _near(sorted(rules)):
        at = row[0].at
        start, end = row[0].start, row[0].end
        for rule in sorted(row, key=lambda rule: rule.start):
            if rule.start > end + _NEAR:
                joined.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        joined.append(Rule(at, start, end))
    return joined


def _near(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Lines, in the order of their places, in groups that stand at one place."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > _NEAR:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _connected(horizontal: list[Rule], vertical: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that cross or meet, directly or by others."""
    left_over = list(horizontal)
    while left_over:
        rows, columns = [left_over.pop()], []
        waiting = list(rows)
        free = list(vertical)
        while waiting:
            row = waiting.pop()
            met = [rule for rule in free if _meet(row, rule)]
            free = [rule for rule in free if not _meet(row, rule)]
            columns += met
            more = [rule for rule in left_over if any(_meet(rule, column) for column in met)]
            left_over = [rule for rule in left_over if rule not in more]
            waiting += more
            rows += more
        vertical = free
        yield rows, columns


def _meet(row: Rule, column: Rule) -> bool:
    return row.start - _NEAR <= column.at <= row.end + _NEAR and column.start - _NEAR <= row.at <= column.end + _NEAR


def _grid(rows: list[Rule], columns: list[Rule]) -> Grid | None:
    across, up = _places(columns), _places(rows)
    if not across or len(up) < 2:
        return None
    # A table may be open at its sides.
    for edge in (min(rule.start for rule in rows), max(rule.end for rule in rows)):
        if min(abs(edge - place) for place in across) > 4 * _LEAST_LENGTH:
            across = sorted([*across, edge])
            columns = [*columns, Rule(edge, up[0], up[-1])]
    if len(across) < 3 or len(across) * len(up) > _MOST_CELLS:
        return None
    return Grid(across, up, _at(columns, across), _at(rows, up))


def _places(rules: list[Rule]) -> list[float]:
    places = sorted({rule.at for rule in rules})
    return [b for a, b in pairwise([float("-inf"), *places]) if b - a > _NEAR]


def _at(rules: list[Rule], edges: list[float]) -> list[list[Rule]]:
    found: list[list[Rule]] = [[] for _ in edges]
    for rule in rules:
        found[max(bisect_right(edges, rule.at) - 1, 0)].append(rule)
    return found


def _covered(rules: list[Rule], place: float) -> bool:
    return any(rule.start - _NEAR <= place <= rule.end + _NEAR for rule in rules)
