"""Quads sorted by what they are about: the form in which graphs are validated, projected and compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import pyoxigraph as ox

from ontology.errors import OntologyError

Term = ox.NamedNode | ox.Literal
_TERMS = (ox.NamedNode, ox.Literal)
#: predicate IRI → objects, each once
Description = dict[str, list[Term]]


def describe(quads: Iterable[ox.Quad]) -> dict[str, Description]:
    """The quads by subject and predicate, in the order of the quads; what several graphs say alike stands once.

    :raises OntologyError: a blank node
    """
    subjects: dict[str, Description] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, _TERMS):
            raise OntologyError(f"{quad} has a blank node", "everything has an IRI here")
        objects = subjects[subject.value][quad.predicate.value]
        if value not in objects:
            objects.append(value)
    return subjects


def united(descriptions: Iterable[Description]) -> Description:
    """What several graphs together say of one thing, each statement once."""
    together: Description = defaultdict(list)
    for description in descriptions:
        for predicate, objects in description.items():
            together[predicate].extend(value for value in objects if value not in together[predicate])
    return together
