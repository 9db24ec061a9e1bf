"""What exports are made of: one state of the RDF graphs, read one document at a time, each in the order of its id.

The ledger is not asked: whatever is loaded meanwhile, all that is written from one source belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import pyoxigraph as ox

from graph.bolt import batches
from graph.derivation import Derivation
from graph.projection import Projected
from graph.quads import Quads
from graph.writing import Thing
from ontology.correction_graph import read_corrections
from ontology.corrections import Correction
from ontology.iris import Iris
from ontology.rdf import DocumentMeta, from_quads
from ontology.record import Record
from ontology.schema import Schema, schema


@dataclass(frozen=True)
class Source:
    """The graphs of one checkpoint and how they were derived."""

    quads: Quads
    derivation: Derivation

    @property
    def base(self) -> str:
        return self.derivation.base

    @property
    def iris(self) -> Iris:
        return self.derivation.iris

    @property
    def schema(self) -> Schema:
        return schema(self.base)

    @cached_property
    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, in their order."""
        return self.quads.graphs()

    @cached_property
    def document_ids(self) -> list[str]:
        """The ids of all documents, in their order."""
        found = (self.iris.document_of_graph(graph) for graph in self.graphs)
        return sorted(document_id for document_id in found if document_id is not None)

    def ordered(self, graph: str) -> list[ox.Quad]:
        """One named graph by subject, predicate and object."""
        return sorted(self.quads.graph(graph), key=lambda q: (str(q.subject), str(q.predicate), str(q.object)))

    def document(self, document_id: str) -> list[ox.Quad]:
        return self.quads.graph(self.iris.document_graph(document_id))

    @cached_property
    def groups(self) -> Mapping[str, Sequence[str]]:
        """All agreements that several documents speak of → the members of their groups, in their order."""
        members: dict[str, list[str]] = defaultdict(list)
        for member, smallest in self.derivation.group_pairs(self.quads.graph(self.iris.consolidation_graph)):
            members[smallest].append(member)
        return {i: found for smallest in members for found in [[smallest, *members[smallest]]] for i in found}

    def records(self) -> Iterator[tuple[Record, DocumentMeta, tuple[Correction, ...]]]:
        """What each document says as people have corrected it, the file that it was read from, and the corrections."""
        for document_id in self.document_ids:
            quads = self.document(document_id)
            yield *from_quads(quads, self.base), read_corrections(quads, self.base)

    def projected(self) -> Iterator[Projected]:
        """The property graph: the vocabularies, then each document, then what several documents describe."""
        yield self.derivation.vocabulary
        shared: set[Thing] = set()
        for document_id in self.document_ids:
            rows = self.derivation.rows(document_id, 0, self.document(document_id))
            shared.update(rows.shared)
            yield rows.owned
        tied = Projected()
        pairs = self.derivation.group_pairs(self.quads.graph(self.iris.consolidation_graph))
        tied.edges[self.derivation.consolidated_as].extend(self.derivation.group_edges(pairs))
        yield tied
        yield from chain(self.derivation.describe_shared(self.quads, things) for things in batches(sorted(shared)))
