"""Bringing the stores in line with the ledger: ledger → RDF → property graph, each from where it stopped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

import pyoxigraph as ox

from graph.bolt import batches
from graph.consolidation.merging import Regrouped
from graph.derivation import Derivation, Derived
from graph.ledger import Ledger
from graph.quads import Progress, Quads
from graph.writing import DocumentRows, GraphWriter
from ontology.errors import OntologyError, StoreError

#: Documents that reach a store together: the RDF graphs at once, the property graph in one transaction.
_GROUP = 128


class _Emptiable(Protocol):
    def is_empty(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Applied:
    """What catching up did: changes applied to each store, and documents that could not be derived, with the reason."""

    quads: int
    property_graph: int
    failed: tuple[tuple[str, str], ...] = ()


class Applier:
    """Applies one ledger; the caller holds the writer's lock."""

    def __init__(self, ledger: Ledger, derivation: Derivation) -> None:
        self._ledger = ledger
        self._derivation = derivation
        #: By the number of a change what it puts in, where that has just been derived to validate it.
        self._handed: dict[int, Derived] = {}
        #: What the changes after one and up to another one have regrouped.
        self._last: tuple[tuple[int, int], Regrouped] | None = None

    def hand_over(self, sequence: int, derived: Derived) -> None:
        """What the ledger's change with this number puts in, so that it need not be derived again."""
        self._handed[sequence] = derived.at(sequence)

    def forget(self) -> None:
        """Let go of what was handed over: it is derived from the ledger where it is still needed."""
        self._handed.clear()
        self._last = None

    def discard(self, quads: Quads, writer: GraphWriter, *, own: bool) -> None:
        """Make both stores count as never filled: whoever is killed after that, the next command fills them.

        :raises StoreError: a store holds what another ledger, or somebody else, has put there
        """
        progress = writer.progress()
        self._refuse_foreign("quad store", quads, quads.progress, own=quads.own)
        self._refuse_foreign("database", writer, progress, own=own)
        if progress is not None:
            writer.discard(progress)  # first, because the property graph follows RDF and not the other way round
        quads.clear()

    def to_quads(self, quads: Quads) -> tuple[int, list[tuple[str, str]]]:
        """Put the graphs of changed documents in place; the number of documents, and those that failed.

        :raises StoreError: the store holds what another ledger, or somebody else, has put there
        """
        progress = quads.progress
        if progress is None or not self._follows(progress):
            self._refuse_foreign("quad store", quads, progress, own=quads.own)
            quads.clear()
            for graph, common in self._derivation.common.items():
                quads.replace(graph, common)
            progress = quads.progress = self.progress(0)
        pending = self._ledger.pending(progress.sequence)
        failed: list[tuple[str, str]] = []
        for group in batches(pending, _GROUP):
            upto = group[-1][0]
            quads.replace_all(dict(self._graph(*change, failed) for change in group))
            self._restate(quads, self._regrouped(progress.sequence, upto))
            progress = quads.progress = self.progress(upto)
        return len(pending), failed

    def _graph(self, sequence: int, document_id: str, failed: list[tuple[str, str]]) -> tuple[str, Sequence[ox.Quad]]:
        """A document's graph as a change leaves it; empty where there is none, or none can be derived."""
        graph = self._derivation.iris.document_graph(document_id)
        handed = self._handed.get(sequence)
        if handed:
            return graph, handed.quads
        stored = self._ledger.find(document_id)
        try:
            return graph, self._derivation.quads(stored) if stored else ()
        except OntologyError as error:
            failed.append((document_id, str(error)))
            return graph, ()

    def _restate(self, quads: Quads, regrouped: Regrouped) -> None:
        iris = self._derivation.iris
        stating = self._derivation.group_quads(regrouped)
        quads.restate(iris.consolidation_graph, [iris.document(i) for i in regrouped.ids], stating)

    def _regrouped(self, after: int, upto: int) -> Regrouped:
        """What some changes regroup; remembered for the other store, which mostly applies the same ones next."""
        if self._last is None or self._last[0] != (after, upto):
            self._last = (after, upto), self._ledger.regrouped(after, upto)
        return self._last[1]

    def document_to_quads(self, quads: Quads, document_id: str) -> None:
        stored = self._ledger.find(document_id)
        graph = self._derivation.iris.document_graph(document_id)
        quads.replace(graph, self._derivation.quads(stored) if stored else ())

    def to_property_graph(self, quads: Quads, writer: GraphWriter, *, own: bool) -> int:
        """Put changed documents in place; ``own`` where nobody else can have written to the store."""
        target = quads.progress
        assert target is not None  # RDF comes first
        progress = writer.progress()
        if progress is None or not self._follows(progress):
            self._refuse_foreign("database", writer, progress, own=own)
            progress = self.progress(0)
            writer.start(progress, self._derivation.vocabulary)
        pending = [change for change in self._ledger.pending(progress.sequence) if change[0] <= target.sequence]
        after = progress.sequence
        for group in batches(pending, _GROUP):
            upto = group[-1][0]
            self._to_property_graph(quads, writer, group, self._regrouped(after, upto), upto)
            after = upto
        return len(pending)

    def _to_property_graph(
        self,
        quads: Quads,
        writer: GraphWriter,
        changes: Sequence[tuple[int, str]],
        regrouped: Regrouped,
        sequence: int,
    ) -> None:
        rows = [self._rows(quads, change, document_id) for change, document_id in changes]
        groups = self._derivation.group_rows(regrouped)
        describe = partial(self._derivation.describe_shared, quads)
        writer.apply(rows, groups, self.progress(sequence), describe)

    def rewrite_in_property_graph(self, quads: Quads, writer: GraphWriter, document_id: str, sequence: int) -> None:
        """Put one document in anew, whatever became of what the store had noted about it."""
        rows = self._rows(quads, sequence, document_id)
        writer.purge(document_id, rows.owned.nodes)
        regrouped = self._ledger.groups_around(document_id)
        self._to_property_graph(quads, writer, [(sequence, document_id)], regrouped, sequence)

    def _rows(self, quads: Quads, sequence: int, document_id: str) -> DocumentRows:
        handed = self._handed.get(sequence)
        if handed:
            return handed.rows
        graph = quads.graph(self._derivation.iris.document_graph(document_id))
        return self._derivation.rows(document_id, sequence, graph)

    def progress(self, sequence: int) -> Progress:
        return Progress(self._ledger.id, sequence, self._derivation.version)

    def outdated(self, stores: Mapping[str, Progress | None]) -> str | None:
        """Which of some stores, by name and progress, the next command fills anew; None where it fills none."""
        names = [name for name, progress in stores.items() if progress is not None and not self._follows(progress)]
        return ", ".join(names) or None

    def _follows(self, progress: Progress) -> bool:
        """Whether a store holds an earlier state of this ledger, derived as we would derive it."""
        return (progress.ledger, progress.version) == (
            self._ledger.id,
            self._derivation.version,
        ) and 0 <= progress.sequence <= self._ledger.sequence

    def _refuse_foreign(self, what: str, store: _Emptiable, progress: Progress | None, *, own: bool) -> None:
        """Never empty a store that is not ours."""
        if own or (progress is not None and _origin(progress.ledger) == _origin(self._ledger.id)):
            return
        if progress is not None or not store.is_empty():
            whose = "the graph of another data folder" if progress else "a graph that hoptac did not write"
            raise StoreError(f"the {what} holds {whose}", f"name an empty {what}, or empty this one")


def _origin(ledger_id: str) -> str:
    """What a ledger has in common with those that went on from its backups."""
    return ledger_id.partition(".")[0]
