"""SHACL by pyshacl: shapes parsed once per process, graphs handed over, results as plain strings."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pyoxigraph as ox
import rdflib
from pyshacl.graph_abstraction import DataGraph
from pyshacl.shapes_graph import ShapesGraph
from pyshacl.validator import Validator
from rdflib.collection import Collection
from rdflib.namespace import SH

from ontology.description import Term
from ontology.turtle_files import turtle

_DATES = frozenset({rdflib.XSD.date, rdflib.XSD.gYearMonth, rdflib.XSD.gYear})

Triple = tuple[str, str, Term]


@dataclass(frozen=True, slots=True)
class Result:
    """What a shape complains about: IRIs of the node and the property, the value found, what has to be."""

    focus: str
    path: str | None
    value: str | None
    message: str
    #: Whether the complaint is that the node's class does not have the property at all.
    foreign: bool


def results(triples: Iterable[Triple], shapes_file: str, base: str) -> Iterator[Result]:
    """What the shapes of a file of ``ontology/turtle`` say against a graph; nothing where it conforms."""
    graph = rdflib.Graph(bind_namespaces="none")
    for subject, predicate, value in triples:
        graph.add((rdflib.URIRef(subject), rdflib.URIRef(predicate), _term(value)))
    validator = Validator(DataGraph.from_rdflib_graph(graph), shacl_graph=rdflib.Graph())
    validator.shacl_graph = _shapes(shapes_file, base)
    conforms, report, _ = validator.run()
    for result in () if conforms else report.objects(None, SH.result):
        path, value = report.value(result, SH.resultPath), report.value(result, SH.value)
        yield Result(
            focus=str(report.value(result, SH.focusNode)),
            path=None if path is None else str(path),
            value=None if value is None else str(value),
            message=str(report.value(result, SH.resultMessage)),
            foreign=report.value(result, SH.sourceConstraintComponent) == SH.ClosedConstraintComponent,
        )


def _term(term: Term) -> rdflib.URIRef | rdflib.Literal:
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
    shapes = rdflib.Graph(store="SimpleMemory").parse(data=turtle(name, base), format="turtle")
    graph = ShapesGraph(_hoisted(shapes))
    assert graph.shapes  # collected now, so that threads that validate later only read
    return graph


def _hoisted(shapes: rdflib.Graph) -> rdflib.Graph:
    """The same shapes, with the properties of a node shape tested for all its nodes at once.

    pyshacl takes a property shape apart anew for every node that a node shape hands to it, but only once where the
    property shape has the target itself. The paths stay known to ``sh:closed`` as properties to ignore.
    """
    for node_shape, target in list(shapes.subject_objects(SH.targetClass)):
        tested = list(shapes.objects(node_shape, SH.property))
        paths = [shapes.value(shape, SH.path) for shape in tested]
        for shape in tested:
            shapes.add((shape, SH.targetClass, target))
            shapes.remove((node_shape, SH.property, shape))
        ignored = shapes.value(node_shape, SH.ignoredProperties)
        if ignored is not None:
            known = Collection(shapes, ignored)
            known += [path for path in paths if isinstance(path, rdflib.URIRef)]
    return shapes
