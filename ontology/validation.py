"""Whether a document's graph conforms: the shapes decide about the graph, the text decides about the quotes.

Violations name the statement, what has to be, and what was found. pyshacl finds them. Most
documents have none, which :mod:`ontology.conformance` sees in a thirtieth of the time: pyshacl is loaded and asked only
where it does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox

from ontology.conformance import Conformance
from ontology.constraints import number
from ontology.description import Description, Term, describe
from ontology.errors import RefusedDocument
from ontology.iris import DEFAULT_BASE, Iris
from ontology.schema import RDF_TYPE, schema
from ontology.turtle_files import turtle, vocabulary_quads

_QUOTED = 60  #: code points of a statement's words that a violation repeats
_Triple = tuple[str, str, Term]
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


def check(document: str, graph: Mapping[str, Description], text: str | None = None, base: str = DEFAULT_BASE) -> None:
    """Accept a document's graph or say why not; ``text`` is the text that its evidence counts in, where it is at hand.

    :raises RefusedDocument: the graph does not conform, or quotes what the text does not say
    """
    violations = _validate(graph, text, base)
    if violations:
        raise RefusedDocument(
            document,
            [str(violation) for violation in violations],
            "if the document is sound, the extraction misread it: report it with the reasons",
        )


def validate(quads: Iterable[ox.Quad], text: str | None = None, base: str = DEFAULT_BASE) -> list[Violation]:
    """All violations of one document's graph, in the order of the statements' ids."""
    return _validate(describe(quads), text, base)


def validate_vocabulary(base: str = DEFAULT_BASE) -> list[Violation]:
    """All violations of the vocabularies that are kept by hand."""
    return sorted(shape_violations(describe(vocabulary_quads(base)), base, "vocabulary-shapes"))


@lru_cache(maxsize=4)
def conformance(base: str = DEFAULT_BASE) -> Conformance:
    """What decides quickly that a document's graph conforms."""
    known = {iri: klass.value for iri, klass in _vocabulary_classes(base).items()}
    return Conformance(turtle("shapes", base), schema(base).lineage, known)


def _validate(described: Mapping[str, Description], text: str | None, base: str) -> list[Violation]:
    found = set() if conformance(base).accepts(described) else shape_violations(described, base)
    violations = found.union(_misquotes(_Graph(described, base), text) if text is not None else ())
    return sorted(violations, key=lambda each: (each.statement, each.described, each.message, each.found or ""))


def shape_violations(
    described: Mapping[str, Description], base: str = DEFAULT_BASE, shapes: str = "shapes"
) -> set[Violation]:
    """What pyshacl says against a graph under the shapes of one file."""
    return set(_violations(_Graph(described, base), shapes))


class _Graph:
    """A graph, and how to tell somebody which of its statements is meant."""

    def __init__(self, described: Mapping[str, Description], base: str) -> None:
        self.described = described
        self.iris = Iris(base)
        self.schema = schema(base)

    def value(self, subject: str, curie: str) -> str | None:
        found = self.described.get(subject, {}).get(self.schema.iri(curie))
        return found[0].value if found else None

    def name(self, iri: str) -> str:
        """The English label of a property, or the id of anything else."""
        declared = self.schema.properties.get(iri)
        return declared.label_en if declared else self.iris.id(iri)

    def describe(self, subject: str) -> str:
        """``task a1b2 “Giao Sở Y tế …”``: the class, the key, and the first words."""
        classes = self.described.get(subject, {}).get(RDF_TYPE)
        declared = self.schema.classes.get(classes[0].value) if classes else None
        name = declared.label_en.lower() if declared else "something"
        words = self._words(subject)
        shown = f" “{words[:_QUOTED]}{'…' if len(words) > _QUOTED else ''}”" if words else ""
        return f"{name} {self.iris.id(subject).rsplit('/', 1)[-1]}{shown}"

    def _words(self, subject: str) -> str | None:
        evidence = self.value(subject, "ht:evidence")
        own = (self.value(subject, curie) for curie in ("ht:text", "ht:name", "skos:prefLabel", "oa:exact"))
        return next(filter(None, own), None) or (self.value(evidence, "oa:exact") if evidence else None)


def _violations(graph: _Graph, shapes_file: str) -> Iterator[Violation]:
    from ontology.shacl import results  # noqa: PLC0415 - rdflib and pyshacl take long to load and are rarely needed

    for result in results([*_triples(graph), *_background(graph)], shapes_file, graph.iris.base):
        found = result.value if result.value != result.focus else None
        yield Violation(
            statement=graph.iris.id(result.focus),
            described=graph.describe(result.focus),
            message=f"no {graph.name(result.path or '')} may be said of it" if result.foreign else result.message,
            found=None if found is None else graph.name(found) or "nothing",
        )


def _misquotes(graph: _Graph, text: str) -> Iterator[Violation]:
    """The spans whose words are not those of the text: ``text[start:end] == quote`` holds for every evidence."""
    for span in (("oa:start", "oa:end", "oa:exact"), ("ht:start", "ht:end", "ht:text")):
        start, end, words = map(graph.schema.iri, span)
        for subject, said in graph.described.items():
            if start in said and end in said and words in said:
                first, last = number(said[start][0]), number(said[end][0])
                if first is None or last is None:
                    continue  # no place in any text: the shapes refuse it
                quote, found = said[words][0].value, text[int(first) : int(last)]
                if found != quote:
                    message = f"the text has to say this from {first} to {last}"
                    yield Violation(graph.iris.id(subject), graph.describe(subject), message, repr(found[:_QUOTED]))


def _triples(graph: _Graph) -> Iterator[_Triple]:
    for subject, said in graph.described.items():
        for predicate, values in said.items():
            yield from ((subject, predicate, value) for value in values)


def _background(graph: _Graph) -> Iterator[_Triple]:
    """What the shapes have to know beside the graph: the classes of what it refers to, and their order."""
    known = _vocabulary_classes(graph.iris.base)
    referred = dict.fromkeys(term.value for _, _, term in _triples(graph) if term.value in known)
    yield from ((iri, RDF_TYPE, known[iri]) for iri in referred)
    for declared in graph.schema.classes.values():
        yield from ((declared.iri, _SUBCLASS, ox.NamedNode(parent)) for parent in declared.parents)


@lru_cache(maxsize=4)
def _vocabulary_classes(base: str) -> dict[str, ox.NamedNode]:
    """The class of every member of the vocabularies by its IRI."""
    members = describe(vocabulary_quads(base))
    return {iri: term for iri, said in members.items() for term in said[RDF_TYPE] if isinstance(term, ox.NamedNode)}
