"""Whether a document's graph conforms: the shapes decide about the graph, the text decides about the quotes.

Violations name the statement, what has to be, and what was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from ontology.errors import RefusedDocument
from ontology.iris import DEFAULT_BASE, Iris
from ontology.schema import RDF_TYPE, schema
from ontology.shacl import Triple, results
from ontology.turtle_files import vocabulary_quads

_QUOTED = 60  #: code points of a statement's words that a violation repeats
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"


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
    return sorted({*_violations(graph, "shapes"), *(_misquotes(graph, text) if text is not None else ())})


def validate_vocabulary(base: str = DEFAULT_BASE) -> list[Violation]:
    """All violations of the vocabularies that are kept by hand."""
    return sorted(set(_violations(_Graph(vocabulary_quads(base), base), "vocabulary-shapes")))


class _Graph:
    """A graph, and how to tell somebody which of its statements is meant."""

    def __init__(self, quads: Iterable[ox.Quad], base: str) -> None:
        self.triples: list[Triple] = []
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

    def name(self, iri: str) -> str:
        """The English label of a property, or the id of anything else."""
        declared = self.schema.properties.get(iri)
        return declared.label_en if declared else self.iris.id(iri)

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


def _violations(graph: _Graph, shapes_file: str) -> Iterator[Violation]:
    for result in results([*graph.triples, *_background(graph)], shapes_file, graph.iris.base):
        found = result.value if result.value != result.focus else None
        yield Violation(
            statement=graph.iris.id(result.focus),
            described=graph.describe(result.focus),
            message=f"no {graph.name(result.path or '')} may be said of it" if result.foreign else result.message,
            found=None if found is None else graph.name(found) or "nothing",
        )


def _misquotes(graph: _Graph, text: str) -> Iterator[Violation]:
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


def _background(graph: _Graph) -> Iterator[Triple]:
    """What the shapes have to know beside the graph: the classes of what it refers to, and their order."""
    known = _vocabulary_classes(graph.iris.base)
    referred = dict.fromkeys(term.value for _, _, term in graph.triples if term.value in known)
    yield from ((iri, RDF_TYPE, known[iri]) for iri in referred)
    for declared in graph.schema.classes.values():
        yield from ((declared.iri, _SUBCLASS, ox.NamedNode(parent)) for parent in declared.parents)


@lru_cache(maxsize=4)
def _vocabulary_classes(base: str) -> dict[str, ox.NamedNode]:
    """The class of every member of the vocabularies by its IRI."""
    members = _Graph(vocabulary_quads(base), base)
    return {s: term for s, p, term in members.triples if p == RDF_TYPE and isinstance(term, ox.NamedNode)}
