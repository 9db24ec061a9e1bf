"""The claims of a document as a person can address them, and what a person says of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ontology.correcting import Corrected
from ontology.corrections import Correction, Owner, Verdict
from ontology.errors import InvalidRequest, NotFound
from ontology.iris import DEFAULT_BASE
from ontology.owners import owner_of
from ontology.placed import PERSON, spans_of
from ontology.rdf import DocumentMeta, write_record
from ontology.record import Evidence, Record
from ontology.slots import Slot, fragment_of, lists, slots
from ontology.writer import Writer


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands in a record: in ``holder``'s slot; ``model`` is the claim, or the plain value."""

    slot: Slot
    holder: BaseModel
    model: Any

    @property
    def words(self) -> tuple[Evidence, ...]:
        """The words that say it; a value of a document's head has its own, other values have none."""
        if isinstance(self.model, BaseModel) and self.slot.form is not None:
            return tuple(spans_of(self.model))
        own: dict[str, tuple[Evidence, ...]] | tuple[Evidence, ...] = getattr(self.holder, "evidence", ())
        return own.get(self.slot.attribute, ()) if isinstance(own, dict) else ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with its ``id``: that of its statement, and for a value ``#`` and the value's name."""

    id: str
    place: Place
    corrections: tuple[Correction, ...]


def places(record: Record) -> Iterator[Place]:
    """All claims of a record, in the order of its slots."""
    holders: dict[str, tuple[BaseModel, ...]] = {"document": (record.document,)}
    for found in slots().values():
        if found.holder is Record:
            holders[found.top] = getattr(record, found.attribute)
            yield from (Place(found, record, model) for model in holders[found.top])
            continue
        for holder in holders[found.top]:
            held = getattr(holder, found.attribute)
            if found.shape == "list":
                yield from (Place(found, holder, model) for model in held)
            elif held is not None and held != ():
                yield Place(found, holder, held)


def claims(corrected: Corrected, meta: DocumentMeta, base: str = DEFAULT_BASE) -> list[Claim]:
    """The claims of a document that stand, in the order of the record's slots."""
    writer = Writer(meta.id, base)
    writer.keeps_nodes = True
    write_record(writer, corrected.record, meta)
    nodes = {id(model): writer.iris.id(node.value) for model, node in writer.nodes}
    found = []
    for place in places(corrected.record):
        if place.slot.shape == "value":
            identifier = f"{nodes[id(place.holder)]}#{place.slot.attribute}"
        else:
            identifier = nodes[id(place.model)]
        found.append(Claim(identifier, place, _said_of(place, corrected)))
    return found


def claim(corrected: Corrected, meta: DocumentMeta, identifier: str, base: str = DEFAULT_BASE) -> Claim:
    """One claim.

    :raises NotFound: the document makes no such claim
    """
    for found in claims(corrected, meta, base):
        if found.id == identifier:
            return found
    raise NotFound(f"no claim has the id {identifier!r}", f"`hoptac claims {meta.id}` lists them")


def _said_of(place: Place, corrected: Corrected) -> tuple[Correction, ...]:
    about = place.holder if place.slot.shape == "value" else place.model
    return tuple(said for said in corrected.of(about) if said.slot == place.slot.path)


def judged(
    claim: Claim,
    corrected: Corrected,
    verdict: Verdict,
    after: Any = None,
    *,
    who: str,
    at: str,
    why: str,
    source: str | None = None,
) -> Correction:
    """What a person says of a claim. ``after`` is the value that stands in its place, as JSON of the record.

    Its words stay: what is amended is what is read there.

    Who speaks of a claim that somebody has corrected speaks of what that one spoke of, and has the last word.

    :raises InvalidRequest: the claim as a whole cannot be amended
    """
    place = claim.place
    if verdict == "amend" and place.slot.holds_owners:
        kind = place.slot.path.removesuffix("s")
        raise InvalidRequest(f"{claim.id} is a whole {kind}", "amend one of its claims, or reject it")
    stands = None if after is None else _at_the_words(place, after, source or why)
    said = {"verdict": verdict, "after": stands, "who": who, "at": at, "why": why, "source": source}
    former = next(iter(reversed(claim.corrections)), None)
    if former is not None:
        about = former.model_dump(include={"slot", "owner", "before", "words"})
        return Correction.model_validate({**about, **said, **_kept(former, verdict)})
    model = corrected.origin(place.model) if place.slot.holds_owners else place.model
    about = {"slot": place.slot.path, "owner": _owner(place, corrected), "before": fragment_of(model)}
    return Correction.model_validate({**about, "words": next(iter(place.words), None), **said})


def _at_the_words(place: Place, after: Any, reason: str) -> Any:
    """The amended claim, where the claim stood; where no words said it, a person does."""
    if place.slot.form is None:
        return after
    fragment = fragment_of(place.model)
    kept = {name: fragment[name] for name in ("evidence", "start", "end") if name in fragment}
    if "inferred" in place.slot.form.model.model_fields and "evidence" not in kept:
        kept["inferred"] = {"rule": PERSON, "source": reason}
    return {**after, **kept}


def _kept(former: Correction, verdict: Verdict) -> dict[str, Any]:
    """Whoever confirms what was amended amends once more, to the same."""
    return {"verdict": "amend", "after": former.after} if (verdict, former.verdict) == ("confirm", "amend") else {}


def _owner(place: Place, corrected: Corrected) -> Owner | None:
    """The statement that a claim belongs to; of a task, finding or event, the agreement that it belongs to."""
    record = corrected.record
    if place.slot.top == "document":
        return None
    if place.slot.holder is not Record:
        return _found(place.slot.top, place.holder, corrected)
    index = getattr(place.model, "agreement", None)
    return None if index is None else _found("agreements", record.agreements[index], corrected)


def _found(top: str, model: BaseModel, corrected: Corrected) -> Owner:
    """By how it was read, which is how it will be found when it is read again."""
    index = next(i for i, other in enumerate(getattr(corrected.record, top)) if other is model)
    return owner_of(lists()[top], corrected.origin(model), index)
