"""The Turtle files of the project as bytes and as quads, under any base IRI."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.iris import DEFAULT_BASE, Iris

#: Localities, regions, fields and kinds of bodies: what people keep by hand about the world.
VOCABULARY_FILES = ("localities", "regions", "fields", "bodies")


def turtle(name: str, base: str = DEFAULT_BASE) -> bytes:
    """A file of ``ontology/turtle`` by its name without extension."""
    return Iris(base).rebased((files("ontology") / "turtle" / f"{name}.ttl").read_bytes())


def vocabulary_quads(base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """The vocabularies, in their own named graph, in the order of the files.

    :raises OntologyError: a file is no Turtle; says which line
    """
    graph = ox.NamedNode(Iris(base).vocabulary_graph)
    return [quad for name in VOCABULARY_FILES for quad in parsed(turtle(name, base), f"{name}.ttl", graph)]


def schema_quads(base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Classes and properties, in their own named graph."""
    return list(parsed(turtle("schema", base), "schema.ttl", ox.NamedNode(Iris(base).schema_graph)))


def parsed(source: bytes, name: str, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """The quads of a Turtle file, in a named graph; ``name`` is what an error calls the file.

    :raises OntologyError: it is no Turtle; says which line
    """
    try:
        for triple in ox.parse(source, format=ox.RdfFormat.TURTLE):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, graph)
    except SyntaxError as error:
        raise OntologyError(
            f"{name} cannot be read: {error.msg}", "correct the line; the one before it may be why"
        ) from error
