"""A record as people have corrected it: a pure function of what was read, the text, and the corrections.

Applying twice changes nothing, and corrections of different claims may come in any order. Of several corrections of
one claim the last one holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pydantic import BaseModel

from ontology.corrections import OF_TWO, Correction, located
from ontology.drafts import Draft
from ontology.owners import found_owner
from ontology.placed import NothingSaysIt, Placed
from ontology.record import Record
from ontology.slots import lists, slot


@dataclass(frozen=True, slots=True)
class Corrected:
    """A corrected record, and what people had to do with it.

    ``stale`` are the corrections whose words, or whose agreement, task or finding, are no longer there.
    """

    record: Record
    stale: tuple[Correction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    _said: dict[int, tuple[Correction, ...]] = field(default_factory=dict)
    _origins: dict[int, BaseModel] = field(default_factory=dict)

    def of(self, model: BaseModel) -> tuple[Correction, ...]:
        """The corrections by which a statement of this very record is as it is."""
        return self._said.get(id(model), ())

    def origin(self, model: BaseModel) -> BaseModel:
        """A statement that has parts as it was read, before they were corrected."""
        return self._origins.get(id(model), model)


def apply(record: Record, text: str | None, corrections: Sequence[Correction]) -> Corrected:
    """The record as corrected; ``text`` is None where it is not held, and then all words are where they were.

    ``corrections`` stand in the order in which they were made.
    """
    of_claims = [correction for correction in corrections if correction.verdict not in OF_TWO]
    if not of_claims:
        return Corrected(record, corrections=tuple(corrections))
    # Of models of its own: what is said of one of them is said of no other.
    whole = Draft(Record.model_validate_json(record.to_json()))
    stale: list[Correction] = []
    placed: list[Placed] = []
    for correction in of_claims:
        found = _placed(correction, text)
        (stale.append(correction) if found is None else placed.append(found))
    for own in _by_slot(found for found in placed if found.slot.holder is Record):
        _correct_list_of_record(whole, own)
    drafts = {name: [Draft(model) for model in whole.values[name]] for name in _owning()}
    head = Draft(whole.values["document"])
    below: dict[int, list[Placed]] = defaultdict(list)
    for found in placed:
        if found.slot.holder is not Record:
            draft = head if found.slot.top == "document" else _draft(found, drafts[found.slot.top], text)
            if draft is None:
                stale.append(found.correction)
            else:
                below[id(draft)].append(found)
    for draft in (head, *(draft for several in drafts.values() for draft in several)):
        for own in _by_slot(below[id(draft)]):
            draft.correct(own)
    return _finished(whole, head, drafts, stale, tuple(corrections))


def _owning() -> list[str]:
    return [name for name in lists() if slot(name).holds_owners]


def _placed(correction: Correction, text: str | None) -> Placed | None:
    """Where a correction belongs in this text; None where its words are gone."""
    words = correction.words and located(correction.words, text)
    if correction.words and not words:
        return None
    try:
        return Placed(correction, slot(correction.slot), words, text)
    except NothingSaysIt:
        return None


def _by_slot(placed: Iterable[Placed]) -> list[list[Placed]]:
    """The corrections of each slot that hold, in an order that does not tell when they were made."""
    holding: dict[str, dict[str, Placed]] = defaultdict(dict)
    for found in placed:
        holding[found.slot.path][found.target] = found
    return [
        sorted(several.values(), key=lambda found: (found.place, found.correction.content))
        for _, several in sorted(holding.items())
    ]


def _draft(found: Placed, drafts: Sequence[Draft], text: str | None) -> Draft | None:
    owner = found.correction.owner
    if owner is None:
        return None
    form = lists()[found.slot.top]
    models = [draft.model for draft in drafts]
    model = found_owner(owner, form, models, text, lone=found.slot.top == "agreements")
    return next((draft for draft in drafts if draft.model is model), None) if model else None


def _correct_list_of_record(whole: Draft, own: list[Placed]) -> None:
    """One of the record's own lists; what refers to an agreement follows it, or loses it where it goes."""
    top = own[0].slot.path
    before: tuple[BaseModel, ...] = whole.values[top]
    whole.correct(own)
    if top == "agreements":
        moved = {index: _index(agreement, whole.values[top]) for index, agreement in enumerate(before)}
        for name in lists():
            for model in whole.values[name]:
                _follow(whole, name, model, moved)
    for found in own:
        if found.entered is not None and found.correction.owner and hasattr(found.entered, "agreement"):
            agreements = whole.values["agreements"]
            # Its words were found already where they are now.
            agreement = found_owner(found.correction.owner, lists()["agreements"], agreements, found.text, lone=True)
            whole.replace(top, found.entered, {"agreement": agreement and _index(agreement, agreements)})


def _index(model: BaseModel, models: Sequence[BaseModel]) -> int | None:
    return next((index for index, other in enumerate(models) if other is model), None)


def _follow(whole: Draft, name: str, model: BaseModel, moved: dict[int, int | None]) -> None:
    changed = {
        attribute: moved.get(index)
        for attribute in ("agreement", "continues")
        if (index := getattr(model, attribute, None)) is not None and moved.get(index) != index
    }
    if changed:
        whole.replace(name, model, changed)


def _finished(
    whole: Draft,
    head: Draft,
    drafts: dict[str, list[Draft]],
    stale: Sequence[Correction],
    corrections: tuple[Correction, ...],
) -> Corrected:
    said: dict[int, list[Correction]] = defaultdict(list)
    origins: dict[int, BaseModel] = {}
    final: dict[int, BaseModel] = {}
    for draft in (head, *(draft for several in drafts.values() for draft in several)):
        model = type(draft.model)(**draft.values)
        final[id(draft.model)] = model
        origins[id(model)] = draft.model
        said[id(model)] += draft.own
        for claim, correction in draft.said:
            said[id(claim)].append(correction)
    for claim, correction in whole.said:
        said[id(final.get(id(claim), claim))].append(correction)
    lists_of_owners = {name: tuple(final[id(draft.model)] for draft in several) for name, several in drafts.items()}
    record = Record(**{**whole.values, "document": final[id(head.model)], **lists_of_owners})
    spoken = {place: tuple(several) for place, several in said.items() if several}
    return Corrected(record, tuple(stale), corrections, spoken, origins)
