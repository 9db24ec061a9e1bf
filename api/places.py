"""Localities through time, as questions ask for them: as written at signing, or as they are today."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

from api.models import AsOf, BodyRef, LocalityRef, Ref
from graph.search import search_terms
from ontology import vocabulary as known
from ontology.errors import NotFound
from ontology.names import nfc, tokens

Named = TypeVar("Named", known.Locality, known.Field)


def locality(locality_id: str) -> known.Locality:
    """:raises NotFound: the vocabulary has no such locality"""
    found = known.vocabulary().localities.get(locality_id)
    if found is None:
        raise NotFound(f"no locality has the id {locality_id!r}", "/localities lists them")
    return found


def field(field_id: str) -> known.Field:
    """:raises NotFound: the vocabulary has no such field"""
    found = known.vocabulary().fields.get(field_id)
    if found is None:
        raise NotFound(f"no field has the id {field_id!r}", "/fields lists them")
    return found


def asked_localities(locality_id: str | None, as_of: AsOf) -> list[str] | None:
    """The ids that a question about a locality is about: as of today also what it was made of."""
    if locality_id is None:
        return None
    locality(locality_id)
    return list(known.vocabulary().ancestry(locality_id)) if as_of == "today" else [locality_id]


def asked_fields(field_id: str | None) -> list[str] | None:
    """A field and its children."""
    if field_id is None:
        return None
    chosen = field(field_id)
    return [chosen.id, *(f.id for f in known.vocabulary().fields.values() if f.parent == chosen.id)]


def shown(locality_id: str, as_of: AsOf) -> list[LocalityRef]:
    """How a locality that a document names is shown: itself, or what it is today (several where it was split)."""
    ids = known.vocabulary().current(locality_id) if as_of == "today" else (locality_id,)
    return [locality_ref(i) for i in ids]


def locality_ref(locality_id: str) -> LocalityRef:
    found = locality(locality_id)
    since = found.valid_from[:4] if found.valid_from and not found.valid_to and _had_a_namesake(found) else None
    return LocalityRef(id=found.id, name=found.name, name_en=found.name_en, kind=found.kind, since=since)


def _had_a_namesake(place: known.Locality) -> bool:
    return _first_of_its_name()[place.name] < (place.valid_from or "")


@lru_cache(maxsize=1)
def _first_of_its_name() -> dict[str, str]:
    """The first day of the earliest locality of each name; empty where nobody knows it."""
    days: dict[str, str] = {}
    for place in known.vocabulary().localities.values():
        days[place.name] = min(days.get(place.name, "9999"), place.valid_from or "")
    return days


def field_ref(field_id: str) -> Ref:
    found = field(field_id)
    return Ref(id=found.id, name=found.name, name_en=found.name_en)


def body_ref(body_id: str, name: str, jurisdiction: str | None) -> BodyRef:
    return BodyRef(id=body_id, name=name, jurisdiction=locality_ref(jurisdiction) if jurisdiction else None)


def top_fields() -> list[known.Field]:
    """The top concepts in the order of their Vietnamese names."""
    return sorted((f for f in known.vocabulary().fields.values() if f.parent is None), key=lambda f: tokens(f.name))


def by_name() -> list[known.Locality]:
    """All localities in the order of their names, the older of two with one name first."""
    everything = known.vocabulary().localities.values()
    return sorted(everything, key=lambda place: (place.is_region, tokens(place.name), place.valid_from or ""))


def localities_named(question: str) -> list[known.Locality]:
    """The localities whose name a question says, or the beginning of whose name it is; best first.

    Tones and marks count where the question has them: ``hà nam`` before ``Hạ …``, never Hà Nội.
    """
    return _named(question, by_name())


def fields_named(question: str) -> list[known.Field]:
    """The fields that a question names, best first."""
    return _named(question, sorted(known.vocabulary().fields.values(), key=lambda f: (f.parent is not None, f.id)))


def _named(question: str, things: Iterable[Named]) -> list[Named]:
    ranked = [(rank, n, thing) for n, thing in enumerate(things) if (rank := _rank(question, thing)) is not None]
    return [thing for _, _, thing in sorted(ranked, key=lambda item: item[:2])]


def _rank(question: str, thing: known.Locality | known.Field) -> int | None:
    """0 the name as written, 1 without its marks, 2 the question says more, 3 the name begins so; else ``None``."""
    asked = f" {' '.join(tokens(question))}"
    if not asked.strip():
        return None
    best: int | None = None
    for label in (*thing.labels, thing.name_en, *thing.hidden):
        words = f" {' '.join(tokens(label))}"
        if nfc(label).casefold() == nfc(question).casefold().strip():
            return 0
        if words == asked:
            rank = 1
        elif f"{words} " in f"{asked} ":
            rank = 2
        elif asked in words:
            rank = 3
        else:
            continue
        best = rank if best is None else min(best, rank)
    return best


def terms(question: str | None) -> list[str] | None:
    """What search keys in the store have to contain; ``None`` where nothing is asked."""
    found = search_terms(question) if question else []
    return found or None
