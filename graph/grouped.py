"""Groups of agreements as rows of the property graph, and the notes by which they leave their cells again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from graph.cells import Cells
from graph.projection import EdgeKind


@dataclass(frozen=True, slots=True)
class GroupRows:
    """What became of groups of agreements.

    ``ids`` are all agreements that are concerned, ``edges`` what ties some of them as one, ``cells`` what each counts
    in that stands by itself or for its group.
    """

    kind: EdgeKind
    ids: Set[str]
    edges: Sequence[dict[str, object]]
    cells: Mapping[str, Cells]


def document_of(agreement: str) -> str:
    """The id of the document that an agreement's id begins with."""
    return agreement.partition("/")[0]


def notes_after(former: Mapping[str, Sequence[str]], groups: GroupRows) -> dict[str, list[str]]:
    """Which cells the agreements of each document are in from now on; ``former`` is what was noted."""
    notes = {
        document: [note for note in cells if f"{document}/{parted(note)[0]}" not in groups.ids]
        for document, cells in former.items()
    }
    for agreement, cells in groups.cells.items():
        document, _, key = agreement.partition("/")
        notes.setdefault(document, []).extend(f"{key} {cell}" for cell in sorted(cells))
    return notes


def parted(note: str) -> tuple[str, str]:
    """The key of an agreement in its document, and a cell that it is in."""
    key, _, cell = note.partition(" ")
    return key, cell
