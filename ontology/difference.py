"""In what two readings of a document differ, claim by claim: a pure function of two records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from ontology.owners import all_words
from ontology.record import Record
from ontology.slots import Slot, slots, value_of


@dataclass(frozen=True, slots=True)
class Change:
    """A claim that came, went, or says something else; ``before`` and ``after`` are what it says, as JSON."""

    kind: Literal["added", "lost", "changed"]
    slot: str
    before: Any = None
    after: Any = None
    words: str = ""


def differences(before: Record, after: Record) -> list[Change]:
    """What changed from one record to the other, in the order of the record's slots.

    A claim is the same by what makes it itself, else by the words that it rests on. Of an agreement, task or finding
    that came or went as a whole nothing more is told. Where a claim stands in the text is no difference.
    """
    found: list[Change] = []
    holders: dict[str, list[tuple[BaseModel, BaseModel]]] = {"document": [(before.document, after.document)]}
    for slot in slots().values():
        if slot.holder is Record:
            holders[slot.path] = []
            found += _of_list(slot, before, after, holders[slot.path])
            continue
        for one, other in holders[slot.top]:
            found += _of_list(slot, one, other, []) if slot.shape == "list" else _of_one(slot, one, other)
    return found


def _of_one(slot: Slot, before: BaseModel, after: BaseModel) -> Iterator[Change]:
    was, now = getattr(before, slot.attribute), getattr(after, slot.attribute)
    if value_of(was) == value_of(now):
        return
    kind: Literal["added", "lost", "changed"] = "changed"
    if was in (None, ()):
        kind = "added"
    elif now in (None, ()):
        kind = "lost"
    shown = now if now not in (None, ()) else was
    words = _words(shown) or _words(after)
    yield Change(kind, slot.path, None if kind == "added" else value_of(was), value_of(now), words)


def _of_list(
    slot: Slot, before: BaseModel, after: BaseModel, pairs: list[tuple[BaseModel, BaseModel]]
) -> Iterator[Change]:
    """What changed in a list; ``pairs`` are filled with the claims that are one."""
    left, right = list(getattr(before, slot.attribute)), list(getattr(after, slot.attribute))
    for alike in (_identity, _overlap):
        for claim in list(left):
            found = max(right, key=lambda other: alike(slot, claim, other), default=None)
            if found is not None and alike(slot, claim, found):
                pairs.append((claim, found))
                left = [other for other in left if other is not claim]
                right = [other for other in right if other is not found]
    for was, now in pairs:
        # What belongs to an agreement, a task or a finding is told by itself.
        if not slot.holds_owners and _said(was) != _said(now):
            yield Change("changed", slot.path, _said(was), _said(now), _words(now))
    yield from (Change("lost", slot.path, before=_said(claim), words=_words(claim)) for claim in left)
    yield from (Change("added", slot.path, after=_said(claim), words=_words(claim)) for claim in right)


def _identity(slot: Slot, one: BaseModel, other: BaseModel) -> int:
    """More than nothing where two claims are one by what makes them themselves, the more the more words they share."""
    return 1 + _overlap(slot, one, other) if slot.identity(one) == slot.identity(other) else 0


def _overlap(_: Slot, one: BaseModel, other: BaseModel) -> int:
    """On how many code points both rest."""
    spans = set(all_words(other))
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in set(all_words(one)) for b in spans)


def _said(claim: BaseModel) -> Any:
    """What a claim says, without where it stands and to which agreement of the record it belongs."""
    value = value_of(claim)
    return {name: part for name, part in value.items() if name not in ("start", "end", "agreement", "continues")}


def _words(claim: Any) -> str:
    spans: Sequence[Any] = sorted(set(all_words(claim)), key=lambda span: (span.start, span.end))
    return spans[0].quote if spans else ""
