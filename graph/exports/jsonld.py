"""All RDF graphs as one JSON-LD 1.1 document: the context follows from the schema, each named graph is an object.

Literals stay as they are written: numbers are text whose type the context names, so that no reader rounds them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import IO

import pyoxigraph as ox

from graph.exports.source import Source
from ontology.schema import RDF_TYPE, Schema

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
#: Text is written as it is: rdflib makes another literal of one that is said to be a string.
_UNCOERCED = {_XSD_STRING, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"}


def write_jsonld(source: Source, out: IO[bytes]) -> None:
    """Write one thing on each line, graph after graph; only one graph is in memory at a time."""
    names = Names(source.schema)
    out.write(b'{"@context": ' + _json(names.context) + b',\n"@graph": [')
    for number, graph in enumerate(source.graphs):
        out.write((b"" if number == 0 else b",") + b'\n{"@id": ' + _json(graph) + b', "@graph": [')
        things = groupby(source.ordered(graph), key=lambda quad: str(quad.subject))
        for position, (_, quads) in enumerate(things):
            out.write((b"" if position == 0 else b",") + b"\n" + _json(names.thing(list(quads))))
        out.write(b"\n]}")
    out.write(b"\n]}\n")


class Names:
    """The names that a schema gives to IRIs, and the context that says so."""

    def __init__(self, declared: Schema) -> None:
        self._prefixes = sorted(declared.prefixes.items(), key=lambda item: (-len(item[1]), item))
        self._coerced = {
            iri: "@id" if term.ranges[0] in declared.classes else term.ranges[0]
            for iri, term in sorted(declared.properties.items())
            if iri != RDF_TYPE and len({self._kind(declared, iri) for iri in term.ranges}) == 1
        }

    @staticmethod
    def _kind(declared: Schema, range_: str) -> str:
        return "@id" if range_ in declared.classes else range_

    @property
    def context(self) -> dict[str, object]:
        terms = {
            self.short(iri): {"@id": iri, "@type": self.short(coerced)}
            for iri, coerced in self._coerced.items()
            if coerced not in _UNCOERCED
        }
        return {"@version": 1.1, **dict(sorted(self._prefixes)), **terms}

    def short(self, iri: str) -> str:
        """``ht:party``; an IRI under none of the prefixes is its own name."""
        for prefix, begin in self._prefixes:
            if iri.startswith(begin) and ":" not in iri.removeprefix(begin):
                return f"{prefix}:{iri.removeprefix(begin)}"
        return iri

    def thing(self, quads: list[ox.Quad]) -> Mapping[str, object]:
        """One subject with everything that is said of it."""
        assert isinstance(quads[0].subject, ox.NamedNode)
        found: dict[str, object] = {"@id": quads[0].subject.value}
        for predicate, said in groupby(quads, key=lambda quad: quad.predicate.value):
            values = [self._value(predicate, quad.object) for quad in said]
            name = "@type" if predicate == RDF_TYPE else self.short(predicate)
            found[name] = values[0] if len(values) == 1 else values
        return found

    def _value(self, predicate: str, value: object) -> object:
        coerced = self._coerced.get(predicate)
        if isinstance(value, ox.NamedNode):
            if predicate == RDF_TYPE:
                return self.short(value.value)
            return value.value if coerced == "@id" else {"@id": value.value}
        assert isinstance(value, ox.Literal)
        if value.language is not None:
            return {"@value": value.value, "@language": value.language}
        datatype = value.datatype.value
        if datatype == _XSD_STRING and (coerced is None or coerced in _UNCOERCED):
            return value.value
        if datatype == coerced:
            return value.value
        return {"@value": value.value, "@type": self.short(datatype)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
