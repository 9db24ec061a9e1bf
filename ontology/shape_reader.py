"""Reading the shapes of a Turtle file, as far as they use the part of SHACL Core that is known here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ontology.constraints import OF_ONE_VALUE, Test, Unsupported, any_of, every, number, one_of
from ontology.description import Term
from ontology.schema import RDF_TYPE
from ontology.shapes import Comparison, Expected, Shape

_SH = "http://www.w3.org/ns/shacl#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_Node = ox.NamedNode | ox.BlankNode | ox.Literal
#: The comparisons of a property with another one of the same thing, for integers.
_COMPARISONS: dict[str, Comparison] = {
    "lessThan": lambda one, other: one < other,
    "lessThanOrEquals": lambda one, other: one <= other,
}
#: What says something to people, or about how the others are to be read, and is looked at where it matters.
_SAID = frozenset({"message", "path", "minCount", "maxCount", *_COMPARISONS})


def read_shapes(source: bytes) -> dict[str, Shape]:
    """The closed node shapes of a Turtle file by the class that each is for.

    :raises Unsupported: they use something else
    """
    return _Reader(source).shapes()


class _Reader:
    """Reads shapes; whatever it does not know raises :class:`Unsupported`."""

    def __init__(self, source: bytes) -> None:
        self._said: dict[_Node, dict[str, list[_Node]]] = defaultdict(lambda: defaultdict(list))
        for triple in ox.parse(source, format=ox.RdfFormat.TURTLE):
            assert not isinstance(triple.subject, ox.Triple)
            assert not isinstance(triple.object, ox.Triple)
            self._said[triple.subject][triple.predicate.value].append(triple.object)

    def shapes(self) -> dict[str, Shape]:
        """The node shapes by the class that they are for."""
        found: dict[str, Shape] = {}
        for node in list(self._said):
            for target in self._said[node].get(f"{_SH}targetClass", ()):
                if target.value in found:
                    raise Unsupported(f"two shapes for {target.value}")
                found[target.value] = self._node_shape(node)
            if any(name.startswith(f"{_SH}target") and name != f"{_SH}targetClass" for name in self._said[node]):
                raise Unsupported(f"a target of {node}")
        return found

    def _node_shape(self, node: _Node) -> Shape:
        shape = Shape()
        for name, values in self._parameters(node):
            if name == "property":
                for value in values:
                    self._property_shape(value, shape)
            elif name == "ignoredProperties":
                shape.ignored.update(term.value for term in self._list(self._one(values)))
            elif name not in ("targetClass", "closed"):
                raise Unsupported(f"sh:{name} of a shape with a target")
        if [str(term.value) for term in self._said[node].get(f"{_SH}closed", ())] != ["true"]:
            # An open shape would let a graph say what its classes are subclasses of.
            raise Unsupported(f"{node} is not closed")
        return shape

    def _property_shape(self, node: _Node, shape: Shape) -> None:
        parameters = dict(self._parameters(node))
        path = self._one(parameters.get("path", []))
        names: tuple[str, ...]
        if isinstance(path, ox.NamedNode):
            names = (path.value,)
            if path.value in shape.properties:
                raise Unsupported(f"two property shapes for {path} in one shape")
            shape.properties[path.value] = Expected(
                tests=tuple(self._tests(parameters)),
                most=self._count(parameters, "maxCount"),
                comparisons=tuple(self._comparisons(parameters)),
            )
        elif parameters.keys() <= {"path", "minCount", "message"}:
            names = tuple(term.value for term in self._list(self._one(self._said[path][f"{_SH}alternativePath"])))
        else:
            raise Unsupported("an alternative path with more than a least number")
        least = self._count(parameters, "minCount") or 0
        if least > 1:
            raise Unsupported("sh:minCount above 1")  # two forms of one number are one value
        if least:
            shape.needed.append(names)

    def _comparisons(self, parameters: Mapping[str, list[_Node]]) -> Iterator[tuple[str, Comparison]]:
        for name, compares in _COMPARISONS.items():
            yield from ((term.value, compares) for term in parameters.get(name, ()))

    def _tests(self, parameters: Mapping[str, list[_Node]]) -> Iterator[Test]:
        """What each value has to be."""
        for name, values in parameters.items():
            if name in OF_ONE_VALUE:
                yield from (OF_ONE_VALUE[name](self._term(value)) for value in values)
            elif name == "in":
                yield one_of([self._term(term) for term in self._list(self._one(values))])
            elif name == "or":
                yield from (any_of([self._value_shape(node) for node in self._list(value)]) for value in values)
            elif name == "node":
                yield from (self._value_shape(value) for value in values)
            elif name not in _SAID:
                raise Unsupported(f"sh:{name}")

    def _value_shape(self, node: _Node) -> Test:
        """A node shape that looks at the value itself."""
        parameters = dict(self._parameters(node))
        if _SAID.difference({"message"}).intersection(parameters):
            raise Unsupported(f"a path or a number in {node}")
        return every(list(self._tests(parameters)))

    def _parameters(self, node: _Node) -> Iterator[tuple[str, list[_Node]]]:
        for predicate, values in self._said[node].items():
            if predicate.startswith(_SH):
                yield predicate.removeprefix(_SH), values
            elif predicate != RDF_TYPE or not all(value.value.startswith(_SH) for value in values):
                raise Unsupported(f"{predicate} of a shape")

    def _count(self, parameters: Mapping[str, list[_Node]], name: str) -> int | None:
        if name not in parameters:
            return None
        counted = number(self._term(self._one(parameters[name])))
        if counted is None:
            raise Unsupported(f"sh:{name} that is no integer")
        return int(counted)

    def _list(self, node: _Node) -> Iterator[_Node]:
        while node.value != f"{_RDF}nil":
            yield self._one(self._said[node][f"{_RDF}first"])
            node = self._one(self._said[node][f"{_RDF}rest"])

    @staticmethod
    def _one(values: list[_Node]) -> _Node:
        if len(values) != 1:
            raise Unsupported(f"{len(values)} values where one is expected")
        return values[0]

    @staticmethod
    def _term(node: _Node) -> Term:
        if isinstance(node, ox.BlankNode):
            raise Unsupported("a blank node where a value is expected")
        return node
