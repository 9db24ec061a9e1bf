"""A statement while it is being corrected: its lists of claims, its single claims and its values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pydantic import BaseModel

from ontology.corrections import Correction
from ontology.owners import found_owner, owner_of
from ontology.placed import Placed, merged, spans_of
from ontology.record import Evidence
from ontology.slots import Slot, value_of


class Draft:
    """One model, of which the parts can be replaced; ``said`` tells who spoke of which part,
    ``own`` of a value."""

    def __init__(self, model: BaseModel) -> None:
        self.model = model
        self.values: dict[str, Any] = dict(model)
        self.own: list[Correction] = []
        self.said: list[tuple[BaseModel, Correction]] = []

    def correct(self, own: list[Placed]) -> None:
        """Let the corrections of one slot, one for each claim, take their effect at once."""
        if own[0].slot.shape == "list":
            self._correct_list(own[0].slot, own)
        elif own[0].slot.shape == "one":
            self._correct_one(own[0].slot.attribute, own[0])
        else:
            self._correct_value(own[0].slot.attribute, own[0])

    def replace(self, attribute: str, claim: BaseModel, changes: dict[str, Any]) -> None:
        """Change a claim of a list."""
        changed = claim.model_copy(update=changes)
        self.values[attribute] = tuple(changed if item is claim else item for item in self.values[attribute])
        self.said = [(changed if said is claim else said, correction) for said, correction in self.said]

    def _correct_list(self, slot: Slot, own: list[Placed]) -> None:
        claims: list[BaseModel] = list(self.values[slot.attribute])
        standing = [found for found in own if found.asserted is not None]
        gone: dict[int, list[BaseModel]] = {}
        for found in own:
            if found.correction.verdict != "confirm":
                gone[id(found)] = [c for c in claims if _is_meant(slot, found, c) and not _stands(slot, c, standing)]
        outgoing = {id(claim) for several in gone.values() for claim in several}
        for found in standing:
            former = gone.get(id(found), [])
            same = _same(slot, found, [c for c in claims if id(c) not in outgoing])
            claim = self._asserted(found, same, former)
            spot = next((i for i, c in enumerate(claims) if any(c is other for other in same or former)), None)
            if spot is None:
                claims.insert(_spot(claims, found.place), claim)
            else:
                claims[spot] = claim
            found.entered = None if same or former else claim
            self.said.append((claim, found.correction))
        self.values[slot.attribute] = tuple(claim for claim in claims if id(claim) not in outgoing)

    def _correct_one(self, attribute: str, found: Placed) -> None:
        current: BaseModel | None = self.values[attribute]
        if found.asserted is None:
            if current is not None and value_of(current) == value_of(found.before) and found.is_at(current):
                self.values[attribute] = None
            return
        same = [current] if current is not None and value_of(current) == value_of(found.asserted) else []
        claim = self._asserted(found, same, [])
        self.values[attribute] = claim
        self.said.append((claim, found.correction))

    def _correct_value(self, attribute: str, found: Placed) -> None:
        """A value of the model itself; the words of a document's head are kept beside its values."""
        spans: dict[str, tuple[Evidence, ...]] = dict(self.values.get("evidence") or {}) if found.words else {}
        if found.asserted is None:
            if value_of(self.values[attribute]) == found.before:
                self.values[attribute] = type(self.model).model_fields[attribute].get_default()
                spans.pop(attribute, None)
        else:
            self.values[attribute] = found.asserted
            if found.words:
                spans[attribute] = merged((*spans.get(attribute, ()), found.words))
            self.own.append(found.correction)
        if found.words:
            self.values["evidence"] = spans

    @staticmethod
    def _asserted(found: Placed, same: Sequence[BaseModel], former: Sequence[BaseModel]) -> BaseModel:
        """The claim that stands: what the person says, shown by all the words that say it."""
        if same and found.slot.holds_owners:
            return same[0]  # its parts are claims of their own, which others may have corrected
        update = found.shown(*same, *former)
        update["rule"] = getattr(same[0], "rule", None) if same and found.correction.verdict == "confirm" else None
        # Which agreement it belongs to is not what the person spoke of.
        update["agreement"] = getattr(next(iter((*same, *former)), None), "agreement", None)
        changes = {name: part for name, part in update.items() if name in type(found.asserted).model_fields}
        claim: BaseModel = found.asserted.model_copy(update=changes)
        return claim


def _is_meant(slot: Slot, found: Placed, claim: BaseModel) -> bool:
    return slot.identity(claim) == slot.identity(found.before) and found.is_at(claim)


def _same(slot: Slot, found: Placed, claims: Sequence[BaseModel]) -> list[BaseModel]:
    """The claim that is the asserted one: by what it says, and a passage or a figure by its words too.

    An agreement is known by its words also where its parts were read anew, or corrected.
    """
    form = slot.form
    assert form is not None
    fields = form.model.model_fields
    if slot.holds_owners and "start" not in fields:
        agreement = found_owner(owner_of(form, found.asserted, 0), form, claims, None, lone=False)
        return [agreement] if agreement else []
    said = (c for c in claims if slot.identity(c) == slot.identity(found.asserted))
    return [c for c in said if "start" not in fields or found.is_at(c)][:1]


def _stands(slot: Slot, claim: BaseModel, standing: Iterable[Placed]) -> bool:
    """Whether some correction asserts this claim at its words: then no other one takes it away."""
    return any(
        slot.identity(claim) == slot.identity(found.asserted)
        and slot.identity(claim) != slot.identity(found.before)
        and found.is_at(claim)
        for found in standing
    )


def _spot(claims: Sequence[BaseModel], place: int) -> int:
    """Where a claim enters a list: in the order of the text, what no words say at the end."""
    if place >= 0:
        for index, claim in enumerate(claims):
            starts = [span.start for span in spans_of(claim)]
            if starts and min(starts) > place:
                return index
    return len(claims)
