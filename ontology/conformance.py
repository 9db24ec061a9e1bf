"""Deciding quickly that a graph conforms: the shapes of a Turtle file, made into tests once.

The only answers are "it conforms" and "not decided": where a test does not accept, or the shapes use what is not known
here, pyshacl decides and says what is wrong. What is accepted here and would not be there is a fault; a differential
test looks for it. Nothing of the ontology is named here: the Turtle file is all there is to read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

import pyoxigraph as ox

from ontology.constraints import Unsupported
from ontology.description import Description
from ontology.schema import RDF_TYPE
from ontology.shape_reader import read_shapes


class Conformance:
    """The node shapes of one file.

    ``above`` gives a class and all classes above it. ``elsewhere`` gives the class of what graphs refer to without
    describing it.
    """

    def __init__(self, source: bytes, above: Callable[[str], tuple[str, ...]], elsewhere: Mapping[str, str]) -> None:
        self._above = cache(lambda klass: frozenset(above(klass)))
        self._elsewhere = elsewhere
        try:
            self._shapes = read_shapes(source)
        except Unsupported as what:
            self._shapes = {}
            #: Why no graph is ever accepted; None where some can be.
            self.unsupported: str | None = str(what)
        else:
            self.unsupported = None
        self._for = cache(lambda klass: [self._shapes[name] for name in self._above(klass) if name in self._shapes])

    def accepts(self, graph: Mapping[str, Description]) -> bool:
        """Whether the graph certainly conforms; False says nothing."""
        known: dict[str, frozenset[str]] = {}

        def classes(iri: str) -> frozenset[str]:
            found = known.get(iri)
            if found is None:
                found = known[iri] = frozenset().union(*(self._above(klass) for klass in self._types(graph, iri)))
            return found

        for iri, described in graph.items():
            shapes = [shape for klass in self._types(graph, iri) for shape in self._for(klass)]
            if not shapes:
                return False
            for shape in shapes:
                if not shape.holds(described, classes):
                    return False
        return True

    def _types(self, graph: Mapping[str, Description], iri: str) -> list[str]:
        said = graph[iri].get(RDF_TYPE, ()) if iri in graph else ()
        types = [term.value for term in said if isinstance(term, ox.NamedNode)]
        if iri in self._elsewhere:
            types.append(self._elsewhere[iri])
        return types
