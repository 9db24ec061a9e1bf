"""The schema as Python objects: the classes and properties of ``schema.ttl``, and how each is projected.

What the annotations mean stands at the head of ``schema.ttl``. A term that is not declared there raises
:class:`~ontology.errors.UndeclaredTerm`.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

import pyoxigraph as ox

from ontology.errors import OntologyError, UndeclaredTerm
from ontology.iris import DEFAULT_BASE, Iris
from ontology.turtle_files import turtle

Projection = Literal["node", "edge", "property", "hidden"]

_PROJECTIONS = ("node", "edge", "property", "hidden")
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DCAM = "http://purl.org/dc/dcam/"
_DEFINITION = "http://www.w3.org/2004/02/skos/core#definition"
_EXAMPLE = "http://www.w3.org/2004/02/skos/core#example"

#: What links a thing to its class; a projection reads it to know what the thing is.
RDF_TYPE = f"{_RDF}type"

_Values = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


@dataclass(frozen=True, slots=True)
class Term:
    """What classes and properties have in common; ``label`` and ``label_en`` are Vietnamese and English."""

    iri: str
    label: str
    label_en: str
    definition: str
    example: str
    projection: Projection
    #: Node label, relationship type or property name; may be empty for a link to a class folded into its owner.
    name: str


@dataclass(frozen=True, slots=True)
class ClassType(Term):
    """A class; ``parents`` are the IRIs of its direct superclasses, of which foreign ones need no declaration."""

    parents: tuple[str, ...] = ()
    #: Of a class projected as an edge (a claim): the property that holds the far end.
    edge_to: str | None = None
    #: Of a class projected as a property (folded into its owner): the property that orders parallel lists.
    order_by: str | None = None
    #: Of a class projected as a node: what its nodes are called that have no name; alternatives of names of values.
    captions: tuple[tuple[str, ...], ...] = ()
    #: Names of values to be indexed, beside the unique ``id``.
    indexes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyType(Term):
    """A property; ``domains`` and ``ranges`` are alternatives, empty where nothing is declared."""

    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    many: bool = False
    reversed: bool = False
    by_language: bool = False
    search: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """Everything that ``schema.ttl`` declares, by IRI, in the order of the IRIs."""

    base: str
    version: str
    prefixes: dict[str, str]
    classes: dict[str, ClassType]
    properties: dict[str, PropertyType]

    def klass(self, iri: str) -> ClassType:
        try:
            return self.classes[iri]
        except KeyError:
            raise _undeclared("class", iri) from None

    def property(self, iri: str) -> PropertyType:
        try:
            return self.properties[iri]
        except KeyError:
            raise _undeclared("property", iri) from None

    def iri(self, curie: str) -> str:
        """The IRI of a declared term by its prefixed name: ``ht:Agreement``, ``oa:start``."""
        prefix, _, local = curie.partition(":")
        iri = self.prefixes.get(prefix, f"{prefix}:") + local
        if iri not in self.classes and iri not in self.properties:
            raise _undeclared("term", curie)
        return iri

    def lineage(self, iri: str) -> tuple[str, ...]:
        """A class and all its superclasses, nearest first."""
        found = [iri]
        for known in found:
            declared = self.classes.get(known)
            found.extend(parent for parent in (declared.parents if declared else ()) if parent not in found)
        return tuple(found)

    def subclasses(self, iri: str) -> tuple[str, ...]:
        """A class and all that are declared below it, in the order of their IRIs."""
        return tuple(known for known in self.classes if iri in self.lineage(known))

    def properties_of(self, iri: str) -> tuple[PropertyType, ...]:
        """The properties whose domain is this class or a superclass of it, in the order of their IRIs."""
        lineage = set(self.lineage(iri))
        return tuple(term for term in self.properties.values() if lineage.intersection(term.domains))


@lru_cache(maxsize=4)
def schema(base: str = DEFAULT_BASE) -> Schema:
    """The schema under a base IRI, read once per process."""
    return read_schema(turtle("schema", base), base)


def read_schema(source: bytes, base: str = DEFAULT_BASE) -> Schema:
    """The schema that a Turtle file declares.

    :raises OntologyError: a term lacks a label, a definition, an example or an annotation that its projection needs
    """
    parsed = ox.parse(source, format=ox.RdfFormat.TURTLE)
    subjects: _Values = defaultdict(lambda: defaultdict(list))
    for triple in parsed:
        assert isinstance(triple.subject, ox.NamedNode)
        assert isinstance(triple.object, ox.NamedNode | ox.Literal)
        subjects[triple.subject.value][triple.predicate.value].append(triple.object)
    reader = _Reader(subjects, Iris(base))
    return Schema(
        base=base,
        version=reader.one(Iris(base).schema_graph, f"{_OWL}versionInfo"),
        prefixes=dict(sorted(parsed.prefixes.items())),
        classes={iri: reader.klass(iri) for iri in sorted(subjects) if reader.is_a(iri, f"{_OWL}Class")},
        properties={
            iri: reader.property(iri)
            for iri in sorted(subjects)
            if reader.is_a(iri, f"{_OWL}ObjectProperty", f"{_OWL}DatatypeProperty", f"{_RDF}Property")
        },
    )


class _Reader:
    def __init__(self, subjects: _Values, iris: Iris) -> None:
        self._subjects = subjects
        self._iris = iris

    def is_a(self, iri: str, *types: str) -> bool:
        return not set(types).isdisjoint(self.all(iri, RDF_TYPE))

    def all(self, iri: str, *predicates: str) -> tuple[str, ...]:
        return tuple(sorted(value.value for p in predicates for value in self._subjects[iri].get(p, ())))

    def one(self, iri: str, predicate: str, default: str | None = None) -> str:
        found = self.all(iri, predicate)
        if len(found) == 1:
            return found[0]
        if found or default is None:
            raise OntologyError(f"schema.ttl: {iri} has {len(found)} values of {predicate}", "give it exactly one")
        return default

    def klass(self, iri: str) -> ClassType:
        ht = self._iris.term
        projection = self._projection(iri)
        return ClassType(
            iri=iri,
            label=self._label(iri, "vi"),
            label_en=self._label(iri, "en"),
            definition=self.one(iri, _DEFINITION),
            example=self.one(iri, _EXAMPLE),
            projection=projection,
            name=self.one(iri, ht("projectName"), None if projection == "node" else ""),
            parents=self.all(iri, f"{_RDFS}subClassOf"),
            edge_to=self.one(iri, ht("edgeTo")) if projection == "edge" else None,
            order_by=self.one(iri, ht("orderBy"), "") or None,
            captions=tuple(
                tuple(names.split()) for names in self.one(iri, ht("projectCaption"), "").split("|") if names
            ),
            indexes=self.all(iri, ht("projectIndex")),
        )

    def property(self, iri: str) -> PropertyType:
        ht = self._iris.term
        projection = self._projection(iri)
        if projection == "node":
            raise OntologyError(f"schema.ttl: the property {iri} cannot become a node", "only a class can")
        return PropertyType(
            iri=iri,
            label=self._label(iri, "vi"),
            label_en=self._label(iri, "en"),
            definition=self.one(iri, _DEFINITION),
            example=self.one(iri, _EXAMPLE),
            projection=projection,
            name=self.one(iri, ht("projectName"), "" if projection == "hidden" else None),
            domains=self.all(iri, f"{_RDFS}domain", f"{_DCAM}domainIncludes"),
            ranges=self.all(iri, f"{_RDFS}range", f"{_DCAM}rangeIncludes"),
            many=self.one(iri, ht("projectMany"), None if projection == "property" else "false") == "true",
            reversed=self.one(iri, ht("projectReversed"), "false") == "true",
            by_language=self.one(iri, ht("projectByLanguage"), "false") == "true",
            search=self.one(iri, ht("projectSearch"), "false") == "true",
        )

    def _projection(self, iri: str) -> Projection:
        value = self.one(iri, self._iris.term("projectAs"))
        if value not in _PROJECTIONS:
            raise OntologyError(f"schema.ttl: {iri} is projected as {value!r}", f"say one of {', '.join(_PROJECTIONS)}")
        return cast("Projection", value)

    def _label(self, iri: str, language: str) -> str:
        for value in self._subjects[iri].get(f"{_RDFS}label", ()):
            if isinstance(value, ox.Literal) and value.language == language:
                return value.value
        raise OntologyError(f"schema.ttl: {iri} has no label in {language!r}", "every term is labelled in vi and en")


def _undeclared(what: str, iri: str) -> UndeclaredTerm:
    return UndeclaredTerm(f"{iri} is no declared {what}", "declare it in ontology/turtle/schema.ttl")
