"""The vocabularies as Python objects: localities through time, regions, fields of cooperation, kinds of bodies.

They are read from ``ontology/turtle/*.ttl``, which people keep by hand; nothing here names a locality or a field.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

import pyoxigraph as ox

from ontology.iris import DEFAULT_BASE
from ontology.turtle_files import vocabulary_quads

_NS = f"{DEFAULT_BASE}ns#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

T = TypeVar("T")
Values = dict[str, list[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Locality:
    """A province, a city under the central government, or a region, under one name for one stretch of time.

    ``valid_to`` is the first ISO day on which it no longer exists. ``labels`` are its names as written in texts,
    ``hidden`` its abbreviations and misspellings. ``members`` and ``part_of`` tie regions and provinces.
    """

    id: str
    name: str
    name_en: str
    kind: str
    valid_from: str | None = None
    valid_to: str | None = None
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None

    @property
    def is_region(self) -> bool:
        return self.kind in ("region", "informal")

    def valid_on(self, day: str) -> bool:
        """Whether it existed on an ISO day (a year or a month stands for its first day)."""
        day = (day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10]
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of cooperation; ``top`` is the id of its top concept (its own for a top concept)."""

    id: str
    top: str
    parent: str | None
    name: str
    name_en: str
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyKind:
    """A kind of body; ``name_continues`` marks a head noun that a proper name follows (``Viện …``)."""

    id: str
    name: str
    name_en: str
    category: str
    level: str
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    name_continues: bool = False
    successors: tuple[str, ...] = ()
    changed_on: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything by its id, in the order of the ids."""

    localities: dict[str, Locality]
    fields: dict[str, Field]
    body_kinds: dict[str, BodyKind]

    def current(self, locality_id: str, as_of: str | None = None) -> tuple[str, ...]:
        """What a locality is on a day: itself while valid, else what it became (``None``: the latest)."""
        locality = self.localities[locality_id]
        if not locality.successors or (as_of is not None and (locality.valid_to is None or as_of < locality.valid_to)):
            return (locality_id,)
        return _unique(i for successor in locality.successors for i in self.current(successor, as_of))

    def ancestry(self, locality_id: str) -> tuple[str, ...]:
        """A locality and all that it was made of, nearest first."""
        predecessors = self.localities[locality_id].predecessors
        return _unique((locality_id, *(i for predecessor in predecessors for i in self.ancestry(predecessor))))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabularies, read once per process."""
    typed = _read()
    localities = {**_localities(typed[f"{_NS}Locality"]), **_localities(typed[f"{_NS}Region"])}
    return Vocabulary(
        localities=_related(localities),
        fields=_sorted(_field, typed[f"{_SKOS}Concept"]),
        body_kinds=_sorted(_body_kind, typed[f"{_NS}BodyKind"]),
    )


def _read() -> dict[str, dict[str, Values]]:
    """class IRI → subject IRI → predicate IRI → objects."""
    subjects: dict[str, Values] = defaultdict(lambda: defaultdict(list))
    for quad in vocabulary_quads():
        assert isinstance(quad.subject, ox.NamedNode)
        assert isinstance(quad.object, ox.NamedNode | ox.Literal)
        subjects[quad.subject.value][quad.predicate.value].append(quad.object)
    typed: dict[str, dict[str, Values]] = defaultdict(dict)
    for subject in sorted(subjects):
        for kind in subjects[subject][_RDF_TYPE]:
            typed[kind.value][subject] = subjects[subject]
    return typed


def _sorted(build: Callable[[str, Values], T], subjects: dict[str, Values]) -> dict[str, T]:
    return {_local(iri): build(iri, values) for iri, values in sorted(subjects.items())}


def _localities(subjects: dict[str, Values]) -> dict[str, Locality]:
    return _sorted(_locality, subjects)


def _locality(iri: str, values: Values) -> Locality:
    latitude, longitude = _one(values, f"{_GEO}lat"), _one(values, f"{_GEO}long")
    return Locality(
        id=_local(iri),
        name=_name(values, "vi"),
        name_en=_name(values, "en"),
        kind=_one(values, f"{_NS}kind") or "province",
        valid_from=_one(values, f"{_NS}validFrom"),
        valid_to=_one(values, f"{_NS}validTo"),
        labels=_labels(values),
        hidden=_literals(values, f"{_SKOS}hiddenLabel"),
        successors=_ids(values, f"{_NS}succeededBy"),
        members=_ids(values, f"{_NS}hasMember"),
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
    )


def _related(localities: dict[str, Locality]) -> dict[str, Locality]:
    """The same localities with the inverse relations filled in."""
    predecessors: dict[str, list[str]] = defaultdict(list)
    part_of: dict[str, list[str]] = defaultdict(list)
    for locality in localities.values():
        for successor in locality.successors:
            predecessors[successor].append(locality.id)
        for member in locality.members:
            part_of[member].append(locality.id)
    return {
        i: replace(locality, predecessors=tuple(sorted(predecessors[i])), part_of=tuple(sorted(part_of[i])))
        for i, locality in sorted(localities.items())
    }


def _field(iri: str, values: Values) -> Field:
    parents = _ids(values, f"{_SKOS}broader")
    return Field(
        id=_local(iri),
        top=_local(iri).split("/")[0],
        parent=parents[0] if parents else None,
        name=_name(values, "vi"),
        name_en=_name(values, "en"),
        labels=_labels(values),
        hidden=_literals(values, f"{_SKOS}hiddenLabel"),
    )


def _body_kind(iri: str, values: Values) -> BodyKind:
    return BodyKind(
        id=_local(iri),
        name=_name(values, "vi"),
        name_en=_name(values, "en"),
        category=_one(values, f"{_NS}category") or "",
        level=_one(values, f"{_NS}level") or "any",
        labels=_labels(values),
        hidden=_literals(values, f"{_SKOS}hiddenLabel"),
        name_continues=_one(values, f"{_NS}nameContinues") == "true",
        successors=_ids(values, f"{_NS}succeededBy"),
        changed_on=_one(values, f"{_NS}changedOn"),
    )


def _local(iri: str) -> str:
    """``…/id/field/tourism/eco-tourism`` → ``tourism/eco-tourism``: what follows the class."""
    return iri.removeprefix(f"{DEFAULT_BASE}id/").split("/", 1)[1]


def _one(values: Values, predicate: str) -> str | None:
    found = values.get(predicate)
    return found[0].value if found else None


def _literals(values: Values, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(value.value for value in values.get(predicate, ())))


def _labels(values: Values) -> tuple[str, ...]:
    return _unique((_name(values, "vi"), *_literals(values, f"{_SKOS}altLabel")))


def _name(values: Values, language: str) -> str:
    return next(
        value.value
        for value in values[f"{_SKOS}prefLabel"]
        if isinstance(value, ox.Literal) and value.language == language
    )


def _ids(values: Values, predicate: str) -> tuple[str, ...]:
    return tuple(sorted(_local(value.value) for value in values.get(predicate, ())))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
