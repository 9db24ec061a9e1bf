"""The shape of the property graph, as it follows from the schema: labels, relationship types, values, indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.iris import DEFAULT_BASE
from ontology.schema import PropertyType, Schema, schema

#: The languages of labels: the first takes the plain name of a value, the others ``<name>_<language>``.
LANGUAGES = ("vi", "en")
#: The value that holds the folded words of all searched values of a node.
SEARCH = "search"


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label; ``properties`` are the names of the values that its nodes may carry, and whether each is a list."""

    label: str
    properties: dict[str, bool]
    indexes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type; ``ends`` are the pairs of labels that it joins, from and to."""

    type: str
    ends: tuple[tuple[str, str], ...]
    properties: dict[str, bool]


@lru_cache(maxsize=4)
def node_types(base: str = DEFAULT_BASE) -> dict[str, NodeType]:
    """All labels by name."""
    declared = schema(base)
    properties: dict[str, dict[str, bool]] = defaultdict(lambda: {"id": False})
    indexes: dict[str, set[str]] = defaultdict(set)
    for term in declared.classes.values():
        if term.projection == "node":
            properties[term.name].update(_values(declared, term.iri))
            indexes[term.name].update(term.indexes)
    return {
        label: NodeType(label, dict(sorted(properties[label].items())), tuple(sorted(indexes[label])))
        for label in sorted(properties)
    }


@lru_cache(maxsize=4)
def edge_types(base: str = DEFAULT_BASE) -> dict[str, EdgeType]:
    """All relationship types by name."""
    declared = schema(base)
    properties: dict[str, dict[str, bool]] = defaultdict(dict)
    ends: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for term in declared.properties.values():
        if term.projection != "edge":
            continue
        sources = _labels(declared, term.domains)
        for target in term.ranges:
            klass = declared.klass(target)
            targets = _labels(declared, [target])
            if klass.edge_to:
                targets = _labels(declared, declared.property(klass.edge_to).ranges)
                properties[term.name].update({"id": False}, **dict(_values(declared, target)))
            joined = {(source, to) for source in sources for to in targets}
            ends[term.name] |= {(to, source) for source, to in joined} if term.reversed else joined
    return {
        name: EdgeType(name, tuple(sorted(ends[name])), dict(sorted(properties[name].items()))) for name in sorted(ends)
    }


def joined(*names: str) -> str:
    """The name of a value behind a link: ``period`` and ``start`` make ``period_start``; empty names add nothing."""
    return "_".join(filter(None, names))


def _values(declared: Schema, klass: str) -> Iterator[tuple[str, bool]]:
    """The names of the values that a class writes on its node, its relationship or its owner."""
    for term in declared.properties_of(klass):
        if term.projection == "property":
            yield from _value(declared, term)
            if term.search:
                yield SEARCH, False


def _value(declared: Schema, term: PropertyType) -> Iterator[tuple[str, bool]]:
    folded = [r for r in term.ranges if r in declared.classes and declared.classes[r].projection == "property"]
    for klass in folded:
        for name, many in _values(declared, klass):
            yield joined(term.name, name), term.many or many
    if not folded:
        yield term.name, term.many
        if term.by_language:
            yield from ((joined(term.name, language), term.many) for language in LANGUAGES[1:])


def _labels(declared: Schema, classes: Iterable[str]) -> set[str]:
    """The labels of these classes and of all below them."""
    below = (declared.klass(iri) for klass in classes for iri in declared.subclasses(klass))
    return {term.name for term in below if term.projection == "node"}
