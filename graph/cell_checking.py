"""Recounting the aggregates: the cells that a store holds, against those that all documents together make."""

from __future__ import annotations

from collections.abc import Iterator

from graph.bolt import Bolt, batches
from graph.cells import Cells, cell_row
from graph.differences import Difference, compared
from graph.projection import Row
from graph.statements import CELL, statements
from graph.writing import GraphWriter


def compare_cells(expected: Cells, bolt: Bolt, base: str) -> Iterator[Difference]:
    """Each cell that a store lacks, has too much, or has with other values, which are named."""
    for cell, ours, theirs in _differing(expected, bolt, base):
        what = compared(ours, theirs)
        assert what is not None
        where = f"{CELL} {cell}"
        if ours and theirs:
            where += f": {', '.join(sorted(n for n in ours.keys() | theirs.keys() if ours.get(n) != theirs.get(n)))}"
        yield Difference("aggregates", what, where)


def repair_cells(expected: Cells, bolt: Bolt, base: str) -> None:
    """Put the cells right that differ, and take out those that nothing makes."""
    GraphWriter(bolt, base).put_cells({cell: expected.get(cell, {}) for cell, _, _ in _differing(expected, bolt, base)})


def _differing(expected: Cells, bolt: Bolt, base: str) -> Iterator[tuple[str, Row | None, Row | None]]:
    """The ids of cells that are not as expected, with the row that they should have and the row that they have."""
    made = statements(base)
    found = {str(row["id"]) for row in bolt.read(made.ids[CELL])}
    for portion in batches(sorted(found.union(expected))):
        (read,) = bolt.read(made.read_nodes[CELL], {"rows": portion})
        standing = {row["id"]: row for row in read["rows"]}
        for cell in portion:
            ours = cell_row(cell, expected[cell]) if cell in expected else None
            if ours != standing.get(cell):
                yield cell, ours, standing.get(cell)
