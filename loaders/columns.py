"""Lines that stand side by side on a page, in the order in which a reader reads them.

What lies on one height comes as one line from a page's layer or a scan: the issuer beside the national motto, the
recipients beside the signature, the columns of a bulletin. Lines with a wide gap at one place are two columns where the
words say that they are such a head or foot, or where they are running text on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import mean
from typing import NamedTuple

from loaders.patterns import Pattern

#: What stands in one of two columns of an official paper's head or foot.
_OF_HEAD = Pattern(
    r"(?i)cộng h[òoõ]a xã\s?hội chủ nghĩa|độc lập\s*+[-–]\s*+tự do|^đảng cộng sản việt nam|^nơi nhận\s*+:?"
)
#: The least width of a gap, in heights of a line, and of what is left between two columns, in points of the page.
_GAP, _LEAST_GUTTER = 1.2, 8.0
#: The most heights of a line between two lines of one column; an official head leaves some.
_MOST_APART = 4.0
#: So many lines of so many letters on both sides are columns of running text.
_LEAST_LINES, _LEAST_LETTERS = 6, 25


class Piece(NamedTuple):
    """Words of a line without a wide gap; ``height`` is where they stand, ``size`` how high a line is."""

    text: str
    left: float
    right: float
    height: float
    size: float


class Columns(NamedTuple):
    left: list[Piece]
    right: list[Piece]


def is_gap(width: float, size: float) -> bool:
    """Whether so much between two words parts them."""
    return width > _GAP * size


def in_order(lines: list[list[Piece]]) -> Iterator[tuple[list[Piece], bool]]:
    """The lines, those of columns one column after the other; whether a paragraph begins with the line in any case."""
    place, apart = 0, False
    while place < len(lines):
        end, columns = _side_by_side(lines, place)
        if columns is None:
            yield lines[place], apart
            place, apart = place + 1, False
            continue
        head = _is_head(columns)  # a sentence goes on from one column of running text to the next
        for column in columns:
            for number, piece in enumerate(column):
                yield [piece], number == 0 and (head or column is columns.left)
        place, apart = end, True


def _side_by_side(lines: list[list[Piece]], place: int) -> tuple[int, Columns | None]:
    """Two columns that begin with a line, and the line after them."""
    if len(lines[place]) != 2:
        return place, None
    left, right = ([piece] for piece in lines[place])
    end = place + 1
    while end < len(lines) and _goes_on(lines[end], left, right):
        end += 1
    columns = Columns(left, right)
    return (end, columns) if _is_head(columns) or _is_text(columns) else (place, None)


def _goes_on(line: list[Piece], left: list[Piece], right: list[Piece]) -> bool:
    """Whether a line is of the two columns; it is added to them."""
    edge, other = max(piece.right for piece in left), min(piece.left for piece in right)
    lowest = min(left[-1].height, right[-1].height)
    if not 0 < lowest - line[0].height <= _MOST_APART * line[0].size:
        return False
    if len(line) == 2 and max(edge, line[0].right) + _LEAST_GUTTER <= min(other, line[1].left):
        left.append(line[0])
        right.append(line[1])
        return True
    if len(line) != 1:
        return False
    (piece,) = line
    near = 2 * piece.size
    if piece.right + _LEAST_GUTTER <= other and piece.left < edge and left[-1].height - piece.height <= near:
        left.append(piece)
        return True
    # What is centred on the page below both of them begins further left than their right column.
    if piece.left >= other - _LEAST_GUTTER > edge and right[-1].height - piece.height <= near:
        right.append(piece)
        return True
    return False


def _is_head(columns: Columns) -> bool:
    return any(_OF_HEAD.search(piece.text) for column in columns for piece in column)


def _is_text(columns: Columns) -> bool:
    if min(map(len, columns)) < _LEAST_LINES:
        return False
    return all(mean(len(piece.text) for piece in column) >= _LEAST_LETTERS for column in columns)
