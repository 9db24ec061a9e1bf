"""From RDF to the property graph: a pure function, steered by the annotations in ``ontology/turtle/schema.ttl``.

No class or property is named here. What the annotations mean stands at the head of that file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.search import search_key
from ontology.description import Description, Term
from ontology.errors import OntologyError
from ontology.iris import Iris
from ontology.literals import Value as Scalar
from ontology.literals import value_of
from ontology.property_graph import LANGUAGES, NAME, SEARCH, joined
from ontology.schema import RDF_TYPE, ClassType, PropertyType, Schema

Value = Scalar | list[Scalar]
Row = dict[str, Value]
#: Characters of a long text that make a node's name.
_CAPTION_LENGTH = 80


@dataclass(frozen=True, slots=True, order=True)
class EdgeKind:
    """A relationship type with the labels that it joins."""

    type: str
    source: str
    target: str


@dataclass(slots=True)
class Projected:
    """Rows by label and by kind of relationship.

    A node's row is its properties, ``id`` among them; a relationship's row is ``source``, ``target`` and
    ``properties``.
    """

    nodes: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[EdgeKind, list[dict[str, object]]] = field(default_factory=lambda: defaultdict(list))

    def extend(self, other: Projected) -> None:
        for label, rows in other.nodes.items():
            self.nodes[label].extend(rows)
        for kind, edges in other.edges.items():
            self.edges[kind].extend(edges)


class Projector:
    """Projects graphs under one schema; ``vocabulary`` says what the shared things are."""

    def __init__(self, schema: Schema, vocabulary: Mapping[str, Description]) -> None:
        self._schema = schema
        self._iris = Iris(schema.base)
        self._classes = {iri: _class_of(schema, iri, described) for iri, described in vocabulary.items()}

    def project(self, subjects: Mapping[str, Description], without: Collection[str] = ()) -> Projected:
        """The nodes that are described, save those ``without``, and what leads from them, ordered by IRI.

        :raises UndeclaredTerm: a class or property that the schema does not know
        """
        graph = _Graph(self._schema, self._iris, subjects, self._classes)
        projected = Projected()
        for iri in sorted(graph.subjects.keys() - set(without)):
            declared = graph.klass(iri)
            if declared.projection == "node":
                projected.nodes[declared.name].append(graph.node(iri))
                for kind, edge in graph.edges(iri, declared.name):
                    projected.edges[kind].append(edge)
        return projected

    def label(self, subjects: Mapping[str, Description], iri: str) -> str:
        """The label of a described thing's node; empty where it has none."""
        return _class_of(self._schema, iri, subjects[iri]).name


def _class_of(schema: Schema, iri: str, described: Description) -> ClassType:
    types = described.get(RDF_TYPE, [])
    if len(types) != 1:
        raise OntologyError(f"{iri} has {len(types)} classes", "say exactly one, the most specific")
    return schema.klass(types[0].value)


class _Graph:
    """The descriptions of one projection."""

    def __init__(
        self,
        schema: Schema,
        iris: Iris,
        subjects: Mapping[str, Description],
        elsewhere: Mapping[str, ClassType],
    ) -> None:
        self.subjects = subjects
        self._schema = schema
        self._iris = iris
        self._elsewhere = elsewhere

    def klass(self, iri: str) -> ClassType:
        if iri in self.subjects:
            return _class_of(self._schema, iri, self.subjects[iri])
        if iri in self._elsewhere:
            return self._elsewhere[iri]
        raise OntologyError(f"nothing says what {iri} is", "add it to the vocabulary")

    def node(self, iri: str) -> Row:
        row: Row = {"id": self._iris.id(iri), **self._values(iri)}
        words = [
            literal.value
            for declared, objects in self._properties(iri)
            if declared.search
            for literal in objects
            if isinstance(literal, ox.Literal)
        ]
        if words:
            row[SEARCH] = search_key(words)
        row.setdefault(NAME, _caption(self.klass(iri), row))
        return row

    def edges(self, iri: str, label: str) -> Iterable[tuple[EdgeKind, dict[str, object]]]:
        for declared, objects in self._properties(iri):
            if declared.projection != "edge":
                continue
            for target in sorted((term.value for term in objects), key=lambda value: (self._position(value), value)):
                yield self._edge(iri, label, declared, target)

    def _edge(self, iri: str, label: str, declared: PropertyType, target: str) -> tuple[EdgeKind, dict[str, object]]:
        properties: Row = {}
        if self.klass(target).projection == "edge":
            claim, properties = target, {"id": self._iris.id(target), **self._values(target)}
            target = self._far_end(claim)
        far = self.klass(target)
        if far.projection != "node":
            raise OntologyError(f"{declared.iri} leads from {iri} to {target}, which is no node")
        ends = [(label, self._iris.id(iri)), (far.name, self._iris.id(target))]
        if declared.reversed:
            ends.reverse()
        (source_label, source), (target_label, end) = ends
        edge: dict[str, object] = {"source": source, "target": end, "properties": properties}
        return EdgeKind(declared.name, source_label, target_label), edge

    def _far_end(self, claim: str) -> str:
        edge_to = self.klass(claim).edge_to
        assert edge_to is not None  # the schema's reader saw to it
        ends = self.subjects[claim].get(edge_to, [])
        if len(ends) != 1:
            raise OntologyError(f"{claim} has {len(ends)} values of {edge_to}", "a claim is about exactly one thing")
        return ends[0].value

    def _position(self, iri: str) -> int:
        """Where the document says it, so that what hangs on one node keeps the order of the text."""
        for term in self.subjects.get(iri, {}).get(self._iris.term("position"), ()):
            return int(term.value)
        return 0

    def _values(self, iri: str) -> Row:
        row: Row = {}
        for declared, objects in self._properties(iri):
            if declared.projection != "property":
                continue
            folded = sorted(term.value for term in objects if self._is_folded(term))
            if folded:
                row.update(self._folded(declared, folded))
            else:
                row.update(self._plain(declared, objects))
        return row

    def _properties(self, iri: str) -> Iterable[tuple[PropertyType, list[Term]]]:
        described = self.subjects[iri]
        return ((self._schema.property(predicate), described[predicate]) for predicate in sorted(described))

    def _is_folded(self, term: Term) -> bool:
        if not isinstance(term, ox.NamedNode) or (
            term.value not in self.subjects and term.value not in self._elsewhere
        ):
            return False
        return self.klass(term.value).projection == "property"

    def _plain(self, declared: PropertyType, objects: list[Term]) -> Row:
        if declared.by_language:
            languages = sorted({_language(term) for term in objects})
            return {
                joined(declared.name, "" if language == LANGUAGES[0] else language): min(
                    term.value for term in objects if _language(term) == language
                )
                for language in languages
            }
        values = [self._iris.id(term.value) if isinstance(term, ox.NamedNode) else value_of(term) for term in objects]
        # Where documents describe one thing in different ways, the smallest value stands: the same in any order.
        ordered = sorted(values, key=lambda value: (str(type(value)), value))
        return {declared.name: ordered if declared.many else ordered[0]}

    def _folded(self, declared: PropertyType, iris: list[str]) -> Row:
        """The values of things that are written on their owner, one after the other or as parallel lists."""
        if not declared.many:
            return {joined(declared.name, name): value for name, value in self._values(iris[0]).items()}
        order_by = self.klass(iris[0]).order_by
        rows = [self._values(iri) for iri in sorted(iris, key=lambda iri: (self._order(iri, order_by), iri))]
        row: Row = {}
        for name in sorted({name for row in rows for name in row}):
            # A list of a property graph has no holes.
            row[joined(declared.name, name)] = [_scalar(row.get(name, "")) for row in rows]
        return row

    def _order(self, iri: str, order_by: str | None) -> int:
        return int(self.subjects[iri][order_by][0].value) if order_by else 0


def _caption(declared: ClassType, row: Row) -> str:
    """What a node is called that has no name of its own."""
    names = next((names for names in declared.captions if names[0] in row), ())
    values = (row[name] for name in names if name in row)
    said = " ".join(f"{value:.15g}" if isinstance(value, float) else str(value) for value in values)
    called = " ".join(said.split()) or declared.name
    return called if len(called) <= _CAPTION_LENGTH else called[: _CAPTION_LENGTH - 1].rpartition(" ")[0] + " …"


def _scalar(value: Value) -> Scalar:
    assert not isinstance(value, list)  # a list of lists is no value of a property graph
    return value


def _language(term: Term) -> str:
    return (term.language if isinstance(term, ox.Literal) else None) or LANGUAGES[0]
