"""A shape as what has to hold for the things of a class: which properties, how many values of each, and what values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ontology.constraints import ClassesOf, Test, number
from ontology.description import Description, Term

#: How each value of one property compares with each value of another.
Comparison = Callable[[float, float], bool]


@dataclass(frozen=True, slots=True)
class Expected:
    """What has to hold for one property of a thing."""

    tests: tuple[Test, ...]
    most: int | None
    #: the other property, and how each value of this one has to compare with each of that
    comparisons: tuple[tuple[str, Comparison], ...]

    def holds(self, values: list[Term], described: Description, classes: ClassesOf) -> bool:
        if self.most is not None and len(values) > self.most:
            return False
        for test in self.tests:
            for value in values:
                if not test(value, classes):
                    return False
        return not self.comparisons or all(
            one is not None and other is not None and compares(one, other)
            for name, compares in self.comparisons
            for other in map(number, described.get(name, ()))
            for one in map(number, values)
        )


@dataclass(slots=True)
class Shape:
    """One closed node shape: its properties by IRI, and which of them have to be there (one of each group)."""

    properties: dict[str, Expected] = field(default_factory=dict)
    needed: list[tuple[str, ...]] = field(default_factory=list)
    ignored: set[str] = field(default_factory=set)

    def holds(self, described: Description, classes: ClassesOf) -> bool:
        for group in self.needed:
            if not any(name in described for name in group):
                return False
        for name, values in described.items():
            expected = self.properties.get(name)
            if expected is None:
                if name not in self.ignored:
                    return False
            elif not expected.holds(values, described, classes):
                return False
        return True
