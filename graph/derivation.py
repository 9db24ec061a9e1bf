"""What follows from the ledger: quads of documents, rows of the property graph, and the version of how they follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from hashlib import sha256

import pyoxigraph as ox

from graph.cells import Cells, Places, cells, cells_of
from graph.consolidation.merging import Regrouped
from graph.documents import Entry, StoredDocument
from graph.grouped import GroupRows
from graph.projection import EdgeKind, Projected, Projector
from graph.quads import Quads
from graph.versions import ontology_version
from graph.writing import DocumentRows, Thing
from ontology.correcting import apply
from ontology.correction_graph import corrected_quads
from ontology.description import Description, describe
from ontology.errors import OntologyError, RefusedDocument
from ontology.iris import Iris
from ontology.rdf import DocumentMeta
from ontology.schema import schema
from ontology.turtle_files import schema_quads, vocabulary_quads
from ontology.validation import check


@dataclass(frozen=True, slots=True)
class Derived:
    """What follows from one document: its named graph, and the rows of the property graph."""

    quads: Sequence[ox.Quad]
    rows: DocumentRows

    def at(self, sequence: int) -> Derived:
        """The same as what one change puts in."""
        return replace(self, rows=replace(self.rows, sequence=sequence))


#: Raised by one when the same record and ontology give other quads or rows than before.
_DERIVATION = 5


class Derivation:
    """The derivation under one base IRI."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.iris = Iris(base)

    @cached_property
    def version(self) -> str:
        """A store that holds another version is filled anew."""
        said = f"{_DERIVATION} {ontology_version()} {self.base}"
        return sha256(said.encode()).hexdigest()[:12]

    @cached_property
    def common(self) -> dict[str, list[ox.Quad]]:
        """The graphs that are there without any document, by IRI."""
        return {
            self.iris.vocabulary_graph: vocabulary_quads(self.base),
            self.iris.schema_graph: schema_quads(self.base),
        }

    @cached_property
    def projector(self) -> Projector:
        return Projector(schema(self.base), self._vocabulary)

    @cached_property
    def vocabulary(self) -> Projected:
        return self.projector.project(self._vocabulary)

    @cached_property
    def _vocabulary(self) -> dict[str, Description]:
        return describe(self.common[self.iris.vocabulary_graph])

    @cached_property
    def _places(self) -> Places:
        return Places.of(self.vocabulary)

    def quads(self, document: StoredDocument | Entry) -> list[ox.Quad]:
        """What a document says as people have corrected it, in its named graph."""
        corrected = apply(document.record, document.text, document.corrections or ())
        return corrected_quads(corrected, self.meta(document), self.base)

    @staticmethod
    def meta(document: StoredDocument | Entry) -> DocumentMeta:
        """The file that a document came in."""
        source = document.source
        return DocumentMeta(document.id, source.filename, source.media_type, source.sha256, document.text_sha256)

    def accepted(self, document: StoredDocument | Entry) -> Derived:
        """What follows from a document, if it conforms and can be projected.

        :raises RefusedDocument: it does not, or quotes what the text does not say
        """
        filename = document.source.filename
        try:
            quads = self.quads(document)
            graph = describe(quads)
            check(filename, graph, document.text, self.base)
            return Derived(quads, self.rows_of(document.id, 0, graph))
        except OntologyError as error:
            raise RefusedDocument(filename, [str(error)]) from error

    def rows(self, document_id: str, sequence: int, quads: Iterable[ox.Quad]) -> DocumentRows:
        """The rows of a document's named graph."""
        return self.rows_of(document_id, sequence, describe(quads))

    def rows_of(self, document_id: str, sequence: int, graph: Mapping[str, Description]) -> DocumentRows:
        """The rows that are the document's own, and the things that others may describe too.

        An empty graph, no rows: the document is gone.
        """
        prefix = self.iris.document(document_id)
        shared = sorted(iri for iri in graph if iri != prefix and not iri.startswith(f"{prefix}/"))
        owned = self.projector.project(graph, without=shared)
        label, named = self.projector.label, self.iris.id
        things = (Thing(label(graph, iri), named(iri), iri, _variant(graph[iri])) for iri in shared)
        return DocumentRows(document_id, sequence, owned, tuple(things))

    @cached_property
    def consolidated_as(self) -> EdgeKind:
        """The relationship from an agreement of a document to the one that it is consolidated as."""
        declared = schema(self.base)
        agreement = declared.klass(self.iris.term("Agreement")).name
        return EdgeKind(declared.property(self.iris.term("consolidatedAs")).name, agreement, agreement)

    def group_quads(self, regrouped: Regrouped) -> list[ox.Quad]:
        """What the consolidation graph says of some agreements."""
        graph, term = ox.NamedNode(self.iris.consolidation_graph), ox.NamedNode(self.iris.term("consolidatedAs"))
        ends = ([ox.NamedNode(self.iris.document(i)) for i in pair] for pair in regrouped.pairs)
        return [ox.Quad(member, term, smallest, graph) for member, smallest in ends]

    def group_pairs(self, quads: Iterable[ox.Quad]) -> list[tuple[str, str]]:
        """Which agreement is consolidated as which one, from what the consolidation graph says."""
        return sorted((self.iris.id(q.subject.value), self.iris.id(q.object.value)) for q in quads)  # type: ignore[union-attr]

    def group_edges(self, pairs: Iterable[tuple[str, str]]) -> list[dict[str, object]]:
        """The relationships of agreements with those that they are consolidated as."""
        return [{"source": member, "target": smallest, "properties": {}} for member, smallest in pairs]

    def group_rows(self, regrouped: Regrouped) -> GroupRows:
        """The rows of some groups."""
        counted = {found.id: cells_of(found, self._places) for found in regrouped.agreements}
        return GroupRows(self.consolidated_as, regrouped.ids, self.group_edges(regrouped.pairs), counted)

    def cells(self, regrouped: Regrouped) -> Cells:
        """The cells that all agreements are in."""
        return cells(regrouped.agreements, self._places)

    def describe_shared(self, quads: Quads, things: Iterable[Thing]) -> Projected:
        """Shared things as all graphs together describe them."""
        return self.projector.project(describe(quad for thing in things for quad in quads.about(thing.iri)))


def _variant(described: Description) -> str:
    """The same for two descriptions that say the same, in whatever order."""
    said = sorted(f"{predicate} {value}" for predicate, values in described.items() for value in values)
    return sha256("\n".join(said).encode()).hexdigest()[:12]


@lru_cache(maxsize=4)
def derivation(base: str) -> Derivation:
    """The derivation under a base IRI, its vocabularies read once per process."""
    return Derivation(base)
