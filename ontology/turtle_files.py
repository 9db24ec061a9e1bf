"""The Turtle files of the project as bytes and as quads, under any base IRI."""

from __future__ import annotations

from importlib.resources import files

import pyoxigraph as ox

from ontology.iris import DEFAULT_BASE, Iris

#: Localities, regions, fields and kinds of bodies: what people keep by hand about the world.
VOCABULARY_FILES = ("localities", "regions", "fields", "bodies")


def turtle(name: str, base: str = DEFAULT_BASE) -> bytes:
    """A file of ``ontology/turtle`` by its name without extension."""
    return Iris(base).rebased((files("ontology") / "turtle" / f"{name}.ttl").read_bytes())


def vocabulary_quads(base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """The vocabularies, in their own named graph, in the order of the files."""
    graph = ox.NamedNode(Iris(base).vocabulary_graph)
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for name in VOCABULARY_FILES
        for triple in ox.parse(turtle(name, base), format=ox.RdfFormat.TURTLE)
    ]


def schema_quads(base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Classes and properties, in their own named graph."""
    graph = ox.NamedNode(Iris(base).schema_graph)
    triples = ox.parse(turtle("schema", base), format=ox.RdfFormat.TURTLE)
    return [ox.Quad(triple.subject, triple.predicate, triple.object, graph) for triple in triples]
