"""Reads the terms of one document's graph back: values, things of the vocabularies, spans, bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.iris import Iris
from ontology.literals import Value, value_of
from ontology.record import BodyRef, District, Evidence, LocalityRef
from ontology.schema import RDF_TYPE
from ontology.vocabulary import vocabulary
from ontology.writer import terms

Node = ox.NamedNode | ox.Literal


class Reader:
    """The statements of one document by subject and property, whatever the order of its quads."""

    def __init__(self, quads: Iterable[ox.Quad], base: str) -> None:
        self.iris = Iris(base)
        self._terms = terms(base)
        self._values: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.NamedNode | ox.Literal)
            self._values[quad.subject.value][quad.predicate.value].append(quad.object)
        #: The agreements' IRIs in the order of the record, for what refers to them.
        self.agreements = self.ordered(self.subjects("ht:Agreement"))

    def subjects(self, klass: str) -> list[str]:
        """The IRIs of all things of a class."""
        wanted = self._terms[klass]
        return sorted(iri for iri, values in self._values.items() if wanted in values.get(RDF_TYPE, ()))

    def ordered(self, iris: Iterable[str]) -> list[str]:
        """The same IRIs by their positions."""
        return sorted(iris, key=lambda iri: (self.value(iri, "ht:position") or 0, iri))

    def nodes(self, subject: str, term: str, klass: str | None = None) -> list[str]:
        """The IRIs that a property points to, of one class only where that is given."""
        found = self._values[subject].get(self._terms[term].value, ())
        wanted = self._terms[klass] if klass else None
        return sorted(
            node.value for node in found if wanted is None or wanted in self._values[node.value].get(RDF_TYPE, ())
        )

    def node(self, subject: str, term: str) -> str | None:
        return next(iter(self.nodes(subject, term)), None)

    def required(self, subject: str, term: str) -> str:
        """The IRI that a property points to.

        :raises OntologyError: there is none, which the shapes forbid
        """
        found = self.node(subject, term)
        if found is None:
            raise OntologyError(f"{subject} has no {term}", "validate the graph before it is read back")
        return found

    def values(self, subject: str, term: str) -> list[Value]:
        found = self._values[subject].get(self._terms[term].value, ())
        return [value_of(node) for node in found if isinstance(node, ox.Literal)]

    def value(self, subject: str, term: str) -> Value | None:
        return next(iter(self.values(subject, term)), None)

    def evidence(self, subject: str, term: str) -> tuple[Evidence, ...]:
        """The spans that a property points to, in the order of the text."""
        spans = (
            {
                "start": self.value(span, "oa:start"),
                "end": self.value(span, "oa:end"),
                "quote": self.value(span, "oa:exact"),
            }
            for span in self.nodes(subject, term)
        )
        return tuple(sorted((Evidence.model_validate(span) for span in spans), key=lambda span: (span.start, span.end)))

    def locality(self, iri: str) -> LocalityRef:
        """A locality with the name that the vocabulary gives it."""
        identifier = self.iris.id(iri)
        known = vocabulary().localities.get(identifier)
        if known is None:
            raise OntologyError(
                f"no locality {identifier!r} is in the vocabulary", "it was there when this was written"
            )
        return LocalityRef(id=identifier, name=known.name)

    def field(self, iri: str) -> dict[str, str]:
        """The id of a field and of its top concept."""
        identifier = self.iris.id(iri)
        known = vocabulary().fields.get(identifier)
        if known is None:
            raise OntologyError(f"no field {identifier!r} is in the vocabulary", "it was there when this was written")
        return {"id": identifier, "top": known.top}

    def body(self, iri: str) -> BodyRef:
        """An organisation; the name in the graph has that of its district, that in the record has not."""
        home = self.node(iri, "ht:jurisdiction")
        province = self.locality(home) if home else None
        kind = self.node(iri, "ht:bodyKind")
        name, district = str(self.value(iri, "skos:prefLabel")), self._district(iri, province)
        return BodyRef(
            name=name.removesuffix(f" {district.words}") if district else name,
            jurisdiction=district or province,
            kind=self.iris.id(kind) if kind else None,
        )

    def _district(self, iri: str, province: LocalityRef | None) -> District | None:
        name = self.value(iri, "ht:district")
        if name is None:
            return None
        found = {"name": name, "rank": self.value(iri, "ht:districtRank"), "within": province}
        return District.model_validate(found)
