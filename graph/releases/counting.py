"""Counting what a file of sorted N-Quads holds, one statement in memory at a time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pyoxigraph as ox

from graph.releases.manifest import Counts
from ontology.schema import RDF_TYPE


def count(nquads: Path, document_class: str) -> Counts:
    """The counts of canonical N-Quads: what is the same stands together, so nothing has to be remembered."""
    statements = triples = entities = 0
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    former: tuple[object, object, object] | None = None
    for quad in ox.parse(path=nquads, format=ox.RdfFormat.N_QUADS):
        statements += 1
        triple = (quad.subject, quad.predicate, quad.object)
        if triple == former:
            continue
        entities += former is None or quad.subject != former[0]
        former = triple
        triples += 1
        properties[quad.predicate.value] += 1
        if quad.predicate.value == RDF_TYPE and isinstance(quad.object, ox.NamedNode):
            classes[quad.object.value] += 1
    return Counts(
        statements=statements,
        triples=triples,
        entities=entities,
        documents=classes[document_class],
        classes=dict(sorted(classes.items())),
        properties=dict(sorted(properties.items())),
    )
