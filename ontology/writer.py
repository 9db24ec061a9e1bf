"""Writes the terms of one document's graph: addresses, spans, bodies, each described once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

import pyoxigraph as ox
from pydantic import BaseModel

from ontology.identity import Keys, body_id
from ontology.iris import Iris
from ontology.literals import Value, literal, name_literal
from ontology.record import BodyRef, District, Evidence
from ontology.schema import Schema, schema


class Terms:
    """The declared terms as nodes, by prefixed name.

    :raises UndeclaredTerm: ``schema.ttl`` does not declare it
    """

    def __init__(self, declared: Schema) -> None:
        self._declared = declared
        self._nodes: dict[str, ox.NamedNode] = {}

    def __getitem__(self, curie: str) -> ox.NamedNode:
        node = self._nodes.get(curie)
        if node is None:
            node = self._nodes[curie] = ox.NamedNode(self._declared.iri(curie))
        return node


@lru_cache(maxsize=4)
def terms(base: str) -> Terms:
    return Terms(schema(base))


class Writer:
    """The quads of one document, all in its named graph, in the order in which they are added."""

    def __init__(self, document_id: str, base: str) -> None:
        self.iris = Iris(base)
        self.document_id = document_id
        self.document = ox.NamedNode(self.iris.document(document_id))
        self.quads: list[ox.Quad] = []
        #: The nodes of the record's agreements by their index, for what refers to them.
        self.agreements: list[ox.NamedNode] = []
        #: Each model that was written, with its node; kept only where somebody asked for it.
        self.nodes: list[tuple[BaseModel, ox.NamedNode]] = []
        self.keeps_nodes = False
        self._terms = terms(base)
        self._graph = ox.NamedNode(self.iris.document_graph(document_id))
        self._keys = Keys()
        self._spans: set[Evidence] = set()
        self._bodies: dict[str, BodyRef] = {}

    def link(self, subject: ox.NamedNode, term: str, target: ox.NamedNode | ox.Literal) -> None:
        self.quads.append(ox.Quad(subject, self._terms[term], target, self._graph))

    def value(self, subject: ox.NamedNode, term: str, value: Value | None) -> None:
        if value is not None:
            self.link(subject, term, literal(value))

    def is_a(self, subject: ox.NamedNode, klass: str) -> None:
        self.link(subject, "rdf:type", self._terms[klass])

    def mint(self, kind: str, *identity: object) -> ox.NamedNode:
        """The address of a statement, made of what makes it itself."""
        return ox.NamedNode(self.iris.statement(self.document_id, kind, self._keys.key(kind, *identity)))

    def below(self, owner: ox.NamedNode, term: str) -> tuple[str, ...]:
        """What tells a statement's parts from those of other statements; the document's own need no telling."""
        if owner == self.document:
            return ()
        return owner.value.removeprefix(f"{self.document.value}/"), term

    def thing(self, kind: str, identifier: str) -> ox.NamedNode:
        """Something of the vocabularies; what is not there is found out when the graph is validated."""
        return ox.NamedNode(self.iris.thing(kind, quote(identifier, safe="/")))

    def evidence(self, subject: ox.NamedNode, term: str, spans: Sequence[Evidence]) -> None:
        """Link the spans in the order of the text, each once."""
        for span in sorted(set(spans), key=lambda s: (s.start, s.end, s.quote)):
            self.link(subject, term, self._span(span))

    def _span(self, span: Evidence) -> ox.NamedNode:
        """The address of a span. A second quote for one span is kept: a contradiction, which the shapes refuse."""
        node = ox.NamedNode(self.iris.statement(self.document_id, "evidence", f"{span.start}-{span.end}"))
        if span not in self._spans:
            self._spans.add(span)
            self.is_a(node, "ht:Evidence")
            self.value(node, "oa:start", span.start)
            self.value(node, "oa:end", span.end)
            self.value(node, "oa:exact", span.quote)
        return node

    def body(self, body: BodyRef) -> ox.NamedNode:
        """An organisation, described where it is first met: one body has one name and one kind in a document."""
        identifier = body_id(body)
        node = ox.NamedNode(self.iris.thing("body", identifier))
        known = self._bodies.get(identifier)
        if known is None:
            self.is_a(node, "ht:Body")
            self.link(node, "skos:prefLabel", name_literal(body.full_name))
            if body.province:
                self.link(node, "ht:jurisdiction", self.thing("locality", body.province.id))
            if isinstance(body.jurisdiction, District):
                self.value(node, "ht:district", body.jurisdiction.name)
                self.value(node, "ht:districtRank", body.jurisdiction.rank)
        if body.kind and (known is None or known.kind is None):
            self.link(node, "ht:bodyKind", self.thing("body-kind", body.kind))
            known = body
        self._bodies[identifier] = known or body
        return node
