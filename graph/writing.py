"""Writing to the property graph: whole documents in and out, all or nothing, again without harm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

import neo4j

from graph.bolt import Bolt, batches
from graph.cells import Cells, cell_row, lists_of, recounted
from graph.grouped import GroupRows, document_of, notes_after, parted
from graph.projection import Projected, Row
from graph.quads import Progress
from graph.queries import bookkeeping
from graph.statements import BOOKKEEPING, CELL, statements

#: The book-keeping node of the store itself; no document can have this id.
_STORE = "*"


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A node that several documents may describe, such as a body: its label, its id, its IRI.

    ``variant`` stands for what one document says of it: the same of two documents that say the same.
    """

    label: str
    id: str
    iri: str
    variant: str = ""

    @property
    def note(self) -> str:
        """The id of its book-keeping node; no document's id has a space."""
        return f"{self.label} {self.id}"


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """What one document puts in: rows of its own, and what it describes together with others."""

    document_id: str
    sequence: int
    owned: Projected
    shared: tuple[Thing, ...] = ()


#: Projects some shared things as all documents together describe them; what nobody describes any more is left out.
DescribeShared = Callable[[Iterable[Thing]], Projected]


class GraphWriter:
    """Writes one property store under one ontology; the caller sees to it that it is alone."""

    def __init__(self, bolt: Bolt, base: str) -> None:
        self._bolt = bolt
        self._statements = statements(base)

    def progress(self) -> Progress | None:
        """How far the store has come; None for one that we never wrote."""
        for row in self._bolt.write(lambda tx: _rows(tx, bookkeeping("progress"), store=_STORE)):
            return Progress(str(row["ledger"]), int(row["sequence"]), str(row["version"]))
        return None

    def is_empty(self) -> bool:
        """Whether no node has one of our labels."""
        return not any(self._any(statement) for statement in self._statements.ids.values())

    def start(self, progress: Progress, vocabulary: Projected) -> None:
        """Empty the store, make constraints and indexes, and put the vocabulary in."""
        for definition in self._statements.definitions:
            self._bolt.define(definition)
        self.discard(progress)
        for label, clear in self._statements.clear.items():
            if label != BOOKKEEPING:
                while self._removed_some(clear):
                    pass
        self._bolt.write(lambda tx: tx.run(bookkeeping("forget-documents"), store=_STORE).consume())
        self._bolt.write(lambda tx: self._put(tx, vocabulary))
        self._bolt.write(lambda tx: self._mark(tx, progress))

    def discard(self, progress: Progress) -> None:
        """Mark what stands in the store as nobody's: whoever comes next, or again after a kill, starts it anew."""
        self._bolt.write(lambda tx: self._mark(tx, Progress(progress.ledger, -1, "unfinished")))

    def apply(
        self, documents: Sequence[DocumentRows], groups: GroupRows, progress: Progress, describe: DescribeShared
    ) -> None:
        """Put these documents and groups in place of what the store held of them, in one transaction."""

        def work(tx: neo4j.ManagedTransaction) -> None:
            ids = [document.document_id for document in documents]
            former = _rows(tx, bookkeeping("former"), ids=ids)
            self._run(tx, self._statements.remove_nodes, _by_label(entry for row in former for entry in row["owned"]))
            was = {row["id"]: {Thing(*entry.split(" ")) for entry in row["shared"]} for row in former}
            projected = self._shared(tx, was, documents, describe)
            noted = {row["id"]: row["cells"] for row in former} | self._ungrouped(tx, groups, ids)
            notes = notes_after(noted, groups)
            for document in documents:
                projected.extend(document.owned)
                if document.owned.nodes:
                    projected.nodes[BOOKKEEPING].append(_entry(document, notes.pop(document.document_id, [])))
            projected.edges[groups.kind].extend(groups.edges)
            self._put(tx, projected)
            rows = [{"id": document, "cells": cells} for document, cells in notes.items()]
            self._run(tx, {"": bookkeeping("note-cells")}, {"": rows})
            self._recount(tx, {cell for cells in noted.values() for _, cell in map(parted, cells)}, groups)
            self._mark(tx, progress)

        self._bolt.write(work)

    def put_cells(self, cells: Cells) -> None:
        """Make these cells what they are said to be; one without lists goes."""
        self._bolt.write(lambda tx: self._put_cells(tx, cells))

    def purge(self, document_id: str, labels: Iterable[str]) -> None:
        """Take out whatever of these labels has a document's ids, noted or not."""

        def work(tx: neo4j.ManagedTransaction) -> None:
            for label in sorted(labels):
                tx.run(self._statements.remove_document[label], id=document_id, below=f"{document_id}/").consume()

        self._bolt.write(work)

    def _shared(
        self,
        tx: neo4j.ManagedTransaction,
        was: Mapping[str, set[Thing]],
        documents: Sequence[DocumentRows],
        describe: DescribeShared,
    ) -> Projected:
        """The rows of shared things that change, their former relationships cut; those that nobody describes go.

        ``was`` is what the documents described. A thing stays as it is where each document says what it said, or what
        the node is known to hold: so a body is not read from all of its documents whenever one more names it.
        """
        now = {document.document_id: set(document.shared) for document in documents}
        left = {thing.note: thing for i, things in was.items() for thing in things - now.get(i, set())}
        come = {thing for i, things in now.items() for thing in things - was.get(i, set()) if thing.note not in left}
        known = self._known(tx, sorted({thing.note for thing in come}))
        changing = left | {thing.note: thing for thing in come if thing.variant not in known.get(thing.note, ())}
        if not changing:
            return Projected()
        things = sorted(changing.values())
        projected = describe(things)
        described = {(label, row["id"]) for label, rows in projected.nodes.items() for row in rows}
        staying: dict[str, list[str]] = defaultdict(list)
        going: dict[str, list[str]] = defaultdict(list)
        for thing in things:
            (staying if (thing.label, thing.id) in described else going)[thing.label].append(thing.id)
        self._run(tx, self._statements.cut_edges, staying)
        self._run(tx, self._statements.remove_nodes, going)
        # What else the node holds is not known, and read again when one more document says it.
        holds: dict[str, set[str]] = {note: set() for note in changing}
        for thing in set().union(*now.values()) if now else ():
            if thing.note in holds:
                holds[thing.note].add(thing.variant)
        self._run(tx, self._statements.remove_nodes, {BOOKKEEPING: [note for note in holds if not holds[note]]})
        projected.nodes[BOOKKEEPING].extend(
            {"id": note, "variants": sorted(variants)} for note, variants in holds.items() if variants
        )
        return projected

    def _known(self, tx: neo4j.ManagedTransaction, notes: Sequence[str]) -> dict[str, Sequence[str]]:
        """What the nodes of shared things are known to hold."""
        return {row["id"]: row["variants"] for row in self._nodes(tx, BOOKKEEPING, notes)}

    def _nodes(self, tx: neo4j.ManagedTransaction, label: str, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
        """The properties of those of these nodes that are there."""
        for portion in batches(ids):
            yield from _rows(tx, self._statements.read_nodes[label], rows=portion)[0]["rows"]

    def _ungrouped(
        self, tx: neo4j.ManagedTransaction, groups: GroupRows, written: Sequence[str]
    ) -> dict[str, Sequence[str]]:
        """Cut what ties the agreements of other documents than those that are written; the cells that they noted."""
        apart = sorted(i for i in groups.ids if document_of(i) not in set(written))
        self._run(tx, {"": self._statements.cut_kind[groups.kind]}, {"": apart})
        others = sorted({document_of(i) for i in apart})
        found = (_rows(tx, bookkeeping("cells-of"), ids=portion) for portion in batches(others))
        return {row["id"]: row["cells"] for rows in found for row in rows}

    def _recount(self, tx: neo4j.ManagedTransaction, former: Set[str], groups: GroupRows) -> None:
        """Put the cells right that these agreements were in or are in now, and no other."""
        dirty = sorted({*former}.union(*groups.cells.values()))
        standing = {row["id"]: lists_of(row) for row in self._nodes(tx, CELL, dirty)}
        after = recounted(standing, groups.ids, groups.cells.values())
        self._put_cells(tx, {cell: lists for cell, lists in after.items() if not _same(lists, standing.get(cell))})

    def _put_cells(self, tx: neo4j.ManagedTransaction, cells: Cells) -> None:
        self._run(tx, self._statements.remove_nodes, {CELL: [cell for cell, lists in cells.items() if not lists]})
        rows = [cell_row(cell, lists) for cell, lists in cells.items() if lists]
        self._run(tx, self._statements.put_nodes, {CELL: rows})

    def _put(self, tx: neo4j.ManagedTransaction, projected: Projected) -> None:
        self._run(tx, self._statements.put_nodes, projected.nodes)
        self._run(tx, self._statements.put_edges, projected.edges)

    def _run(
        self, tx: neo4j.ManagedTransaction, templates: Mapping[Any, str], rows: Mapping[Any, Sequence[object]]
    ) -> None:
        """Each key's statement with the key's rows, in portions."""
        for key in rows:
            for portion in batches(rows[key]):
                tx.run(templates[key], rows=portion).consume()

    def _mark(self, tx: neo4j.ManagedTransaction, progress: Progress) -> None:
        row = {"ledger": progress.ledger, "sequence": progress.sequence, "version": progress.version}
        tx.run(self._statements.put_nodes[BOOKKEEPING], rows=[{"id": _STORE, **row}]).consume()

    def _any(self, statement: str) -> bool:
        return bool(self._bolt.write(lambda tx: _rows(tx, f"{statement} LIMIT 1")))

    def _removed_some(self, clear: str) -> bool:
        return bool(self._bolt.write(lambda tx: _rows(tx, clear))[0]["n"])


def _rows(tx: neo4j.ManagedTransaction, statement: str, **parameters: object) -> list[dict[str, Any]]:
    return [dict(record) for record in tx.run(statement, parameters)]


def _by_label(entries: Iterable[str]) -> dict[str, list[str]]:
    """``"Task doc/task/1"`` → ids by label."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        label, _, identifier = entry.partition(" ")
        found[label].append(identifier)
    return found


def _same(lists: Mapping[str, set[str]], standing: Mapping[str, Sequence[str]] | None) -> bool:
    return standing is not None and lists == {name: set(agreements) for name, agreements in standing.items()}


def _entry(document: DocumentRows, cells: Sequence[str]) -> Row:
    """What has to be known to take a document out again: neither store finds ids by a list of beginnings quickly."""
    return {
        "id": document.document_id,
        "sequence": document.sequence,
        "owned": [f"{label} {row['id']}" for label, rows in document.owned.nodes.items() for row in rows],
        "shared": [f"{thing.note} {thing.iri} {thing.variant}" for thing in document.shared],
        "cells": sorted(cells),
    }
