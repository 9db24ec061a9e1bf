"""The shape of the property graph, as it follows from the schema: labels, relationship types, values, indexes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ontology.iris import DEFAULT_BASE
from ontology.schema import PropertyType, Schema, schema

#: The languages of labels: the first takes the plain name of a value, the others ``<name>_<language>``.
LANGUAGES = ("vi", "en")
#: The value that holds the folded words of all searched values of a node.
SEARCH = "search"
#: The value that says what a node is called; every node has it.
NAME = "name"

#: What a value is, or each member of a list: what :func:`ontology.literals.value_of` gives for the declared range.
Datatype = Literal["string", "integer", "number", "boolean"]
_XSD = "http://www.w3.org/2001/XMLSchema#"
_DATATYPES: dict[str, Datatype] = {
    f"{_XSD}integer": "integer",
    f"{_XSD}double": "number",
    f"{_XSD}decimal": "number",
    f"{_XSD}boolean": "boolean",
}


#: The name of a value, whether it is a list, and what it is.
_Value = tuple[str, bool, Datatype]


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label; ``properties`` are the names of the values that its nodes may carry, and whether each is a list.

    ``name`` and ``name_en`` are what the class is called in Vietnamese and English.
    """

    label: str
    properties: dict[str, bool]
    indexes: tuple[str, ...]
    datatypes: dict[str, Datatype]
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type; ``ends`` are the pairs of labels that it joins, from and to."""

    type: str
    ends: tuple[tuple[str, str], ...]
    properties: dict[str, bool]
    datatypes: dict[str, Datatype]
    name: str
    name_en: str


@lru_cache(maxsize=4)
def node_types(base: str = DEFAULT_BASE) -> dict[str, NodeType]:
    """All labels by name."""
    declared = schema(base)
    values: dict[str, _Values] = defaultdict(lambda: _Values([("id", False, "string"), (NAME, False, "string")]))
    indexes: dict[str, set[str]] = defaultdict(set)
    names: dict[str, tuple[str, str]] = {}
    for term in declared.classes.values():
        if term.projection == "node":
            values[term.name].add(_values(declared, term.iri))
            indexes[term.name].update(term.indexes)
            names.setdefault(term.name, (term.label, term.label_en))
    return {
        label: NodeType(
            label, values[label].many, tuple(sorted(indexes[label])), values[label].datatypes, *names[label]
        )
        for label in sorted(values)
    }


@lru_cache(maxsize=4)
def edge_types(base: str = DEFAULT_BASE) -> dict[str, EdgeType]:
    """All relationship types by name."""
    declared = schema(base)
    values: dict[str, _Values] = defaultdict(_Values)
    ends: dict[str, set[tuple[str, str]]] = defaultdict(set)
    names: dict[str, tuple[str, str]] = {}
    for term in declared.properties.values():
        if term.projection != "edge":
            continue
        names.setdefault(term.name, _named(term))
        sources = _labels(declared, term.domains)
        for target in term.ranges:
            klass = declared.klass(target)
            targets = _labels(declared, [target])
            if klass.edge_to:
                targets = _labels(declared, declared.property(klass.edge_to).ranges)
                values[term.name].add([("id", False, "string"), *_values(declared, target)])
            joined = {(source, to) for source in sources for to in targets}
            ends[term.name] |= {(to, source) for source, to in joined} if term.reversed else joined
    return {
        name: EdgeType(name, tuple(sorted(ends[name])), values[name].many, values[name].datatypes, *names[name])
        for name in sorted(ends)
    }


def _named(term: PropertyType) -> tuple[str, str]:
    """What a relationship is called; one that points the other way says so."""
    turned = (" (đảo chiều)", " (reversed)") if term.reversed else ("", "")
    return term.label + turned[0], term.label_en + turned[1]


def common_datatype(datatypes: Iterable[Datatype]) -> Datatype:
    """The narrowest type that holds values of all these; text holds everything."""
    found = set(datatypes)
    if found == {"integer", "number"}:
        return "number"
    return found.pop() if len(found) == 1 else "string"


def joined(*names: str) -> str:
    """The name of a value behind a link: ``period`` and ``start`` make ``period_start``; empty names add nothing."""
    return "_".join(filter(None, names))


class _Values:
    """The values of one label or relationship type, as all terms that share it declare them."""

    def __init__(self, values: Iterable[_Value] = ()) -> None:
        self._many: dict[str, bool] = {}
        self._datatypes: dict[str, list[Datatype]] = defaultdict(list)
        self.add(values)

    def add(self, values: Iterable[_Value]) -> None:
        for name, many, datatype in values:
            self._many[name] = many
            self._datatypes[name].append(datatype)

    @property
    def many(self) -> dict[str, bool]:
        return dict(sorted(self._many.items()))

    @property
    def datatypes(self) -> dict[str, Datatype]:
        return {name: common_datatype(self._datatypes[name]) for name in sorted(self._datatypes)}


def _values(declared: Schema, klass: str) -> Iterator[_Value]:
    """The values that a class writes on its node, its relationship or its owner."""
    for term in declared.properties_of(klass):
        if term.projection == "property":
            yield from _value(declared, term)
            if term.search:
                yield SEARCH, False, "string"


def _value(declared: Schema, term: PropertyType) -> Iterator[_Value]:
    folded = [r for r in term.ranges if r in declared.classes and declared.classes[r].projection == "property"]
    for klass in folded:
        for name, many, datatype in _values(declared, klass):
            yield joined(term.name, name), term.many or many, datatype
    if not folded:
        datatype = common_datatype(_DATATYPES.get(iri, "string") for iri in term.ranges)
        yield term.name, term.many, datatype
        if term.by_language:
            yield from ((joined(term.name, language), term.many, datatype) for language in LANGUAGES[1:])


def _labels(declared: Schema, classes: Iterable[str]) -> set[str]:
    """The labels of these classes and of all below them."""
    below = (declared.klass(iri) for klass in classes for iri in declared.subclasses(klass))
    return {term.name for term in below if term.projection == "node"}
