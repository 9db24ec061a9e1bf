"""Whether a document's graph conforms: SHACL decides about the graph, the text decides about the quotes.

The shapes are parsed once per process. Violations name the statement, what has to be, and what was found.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox
import rdflib
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shapes_graph import ShapesGraph
from pyshacl.validator import Validator
from rdflib.namespace import SH

from ontology.errors import RefusedDocument
from ontology.iris import DEFAULT_BASE, Iris
from ontology.schema import RDF_TYPE, schema
from ontology.turtle_files import turtle, vocabulary_quads

_DATES = frozenset({rdflib.XSD.date, rdflib.XSD.gYearMonth, rdflib.XSD.gYear})
_QUOTED = 60  #: code points of a statement's words that a violation repeats


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong with a statement: its id, its class and words so that a reader finds it, and what has to be."""

    statement: str
    described: str
    message: str
    found: str | None = None

    def __str__(self) -> str:
        found = f", but has {self.found}" if self.found is not None else ""
        return f"{self.described}: {self.message}{found}"


def check(document: str, quads: Iterable[ox.Quad], text: str | None = None, base: str = DEFAULT_BASE) -> None:
    """Accept a document's graph or say why not; ``text`` is the text that its evidence counts in, where it is at hand.

    :raises RefusedDocument: the graph does not conform, or quotes what the text does not say
    """
    violations = validate(quads, text, base)
    if violations:
        raise RefusedDocument(
            document,
            [str(violation) for violation in violations],
            "if the document is sound, the extraction misread it: report it with the reasons",
        )


def validate(quads: Iterable[ox.Quad], text: str | None = None, base: str = DEFAULT_BASE) -> list[Violation]:
    """All violations of one document's graph, in the order of the statements' ids."""
    graph = _Graph(quads, base)
    return sorted({*_shape_violations(graph, "shapes"), *(_misquotes(graph, text) if text is not None else ())})


def validate_vocabulary(base: str = DEFAULT_BASE) -> list[Violation]:
    """All violations of the vocabularies that are kept by hand."""
    return sorted(set(_shape_violations(_Graph(vocabulary_quads(base), base), "vocabulary-shapes")))


class _Graph:
    """A document's graph, and how to tell somebody which of its statements is meant."""

    def __init__(self, quads: Iterable[ox.Quad], base: str) -> None:
        self.triples: list[tuple[str, str, ox.NamedNode | ox.Literal]] = []
        self.iris = Iris(base)
        self.schema = schema(base)
        self._values: dict[str, dict[str, ox.NamedNode | ox.Literal]] = {}
        for quad in quads:
            assert isinstance(quad.subject, ox.NamedNode)
            assert isinstance(quad.object, ox.NamedNode | ox.Literal)
            self.triples.append((quad.subject.value, quad.predicate.value, quad.object))
            self._values.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, quad.object)

    def value(self, subject: str, curie: str) -> str | None:
        found = self._values.get(subject, {}).get(self.schema.iri(curie))
        return found.value if found else None

    def subjects(self) -> Iterable[str]:
        return self._values

    def describe(self, subject: str) -> str:
        """``task a1b2 “Giao Sở Y tế …”``: the class, the key, and the first words."""
        klass = self._values.get(subject, {}).get(RDF_TYPE)
        declared = self.schema.classes.get(klass.value) if klass else None
        name = declared.label_en.lower() if declared else "something"
        words = self._words(subject)
        shown = f" “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
        return f"{name} {self.iris.id(subject).rsplit('/', 1)[-1]}{shown}"

    def _words(self, subject: str) -> str | None:
        evidence = self.value(subject, "ht:evidence")
        own = (self.value(subject, curie) for curie in ("ht:text", "ht:name", "skos:prefLabel", "oa:exact"))
        return next(filter(None, own), None) or (self.value(evidence, "oa:exact") if evidence else None)


def _shape_violations(graph: _Graph, shapes: str) -> Iterable[Violation]:
    validator = Validator(DataGraph.from_rdflib_graph(_rdflib(graph)), shacl_graph=rdflib.Graph())
    validator.shacl_graph = _shapes(shapes, graph.iris.base)
    conforms, report, _ = validator.run()
    if conforms:
        return
    for result in report.objects(None, SH.result):
        focus = str(report.value(result, SH.focusNode))
        path = report.value(result, SH.resultPath)
        value = report.value(result, SH.value)
        message = str(report.value(result, SH.resultMessage))
        if report.value(result, SH.sourceConstraintComponent) == SH.ClosedConstraintComponent:
            message = f"no {_name(graph, str(path))} may be said of it"
        found = None if value is None or str(value) == focus else _name(graph, str(value)) or "nothing"
        yield Violation(graph.iris.id(focus), graph.describe(focus), message, found)


def _misquotes(graph: _Graph, text: str) -> Iterable[Violation]:
    """The spans whose words are not those of the text: ``text[start:end] == quote`` holds for every evidence."""
    for subject in graph.subjects():
        for start, end, words in (("oa:start", "oa:end", "oa:exact"), ("ht:start", "ht:end", "ht:text")):
            quote = graph.value(subject, words)
            first, last = graph.value(subject, start), graph.value(subject, end)
            if quote is not None and first is not None and last is not None:
                said = text[int(first) : int(last)]
                if said != quote:
                    message = f"the text has to say this from {first} to {last}"
                    yield Violation(graph.iris.id(subject), graph.describe(subject), message, repr(said[:_QUOTED]))


def _name(graph: _Graph, iri: str) -> str:
    declared = graph.schema.properties.get(iri)
    return declared.label_en if declared else graph.iris.id(iri)


def _rdflib(graph: _Graph) -> rdflib.Graph:
    """The graph for pyshacl, with the classes of the members of the vocabularies that it refers to, and their order."""
    converted = rdflib.Graph(bind_namespaces="none")
    known = _vocabulary_classes(graph.iris.base)
    referred = set()
    for subject, predicate, term in graph.triples:
        target = _rdflib_term(term)
        converted.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), target))
        if isinstance(target, rdflib.URIRef) and str(target) in known:
            referred.add(target)
    for target in referred:
        converted.add((target, rdflib.RDF.type, rdflib.URIRef(known[str(target)])))
    for declared in graph.schema.classes.values():
        for parent in declared.parents:
            converted.add((rdflib.URIRef(declared.iri), rdflib.RDFS.subClassOf, rdflib.URIRef(parent)))
    return converted


def _rdflib_term(term: ox.NamedNode | ox.Literal) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = rdflib.URIRef(term.datatype.value)
    # rdflib holds "x" and "x"^^xsd:string for two values, and prints a traceback for a date that does not exist:
    # the shapes see such a date as the string that it is.
    if datatype == rdflib.XSD.string or (datatype in _DATES and not _exists(term.value)):
        return rdflib.Literal(term.value)
    return rdflib.Literal(term.value, datatype=datatype)


def _exists(date: str) -> bool:
    """Whether there is such a day, month or year."""
    try:
        datetime.date.fromisoformat(f"{date}-01-01"[:10])
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4)
def _shapes(name: str, base: str) -> ShapesGraph:
    return ShapesGraph(rdflib.Graph(store="SimpleMemory").parse(data=turtle(name, base), format="turtle"))


@lru_cache(maxsize=4)
def _vocabulary_classes(base: str) -> dict[str, str]:
    """The class of every member of the vocabularies."""
    members = _Graph(vocabulary_quads(base), base)
    return {subject: term.value for subject, predicate, term in members.triples if predicate == RDF_TYPE}
