"""Corrections: what a person says of a claim, anchored in the words of the document, so that it outlives a new reading.

``confirm``: the claim with these words and this value stands. ``reject``: it does not. ``amend``: what stands at these
words is ``after``. ``same`` and ``different`` are judgements of two agreements of two documents.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ontology.record import Evidence

Verdict = Literal["confirm", "reject", "amend", "same", "different"]
#: What is said of two agreements, and not of a claim.
OF_TWO = ("same", "different")


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Owner(_Model):
    """How to find the agreement, task or finding that a claim belongs to.

    First by its key (a hash of what makes it itself), then by its words, then by its place in the list.
    """

    key: str
    index: Annotated[int, Field(ge=0)]
    words: tuple[Evidence, ...] = ()


class Correction(_Model):
    """One judgement of one person. ``before`` and ``after`` are fragments of the record, as JSON can write them.

    ``owner`` is None for what belongs to the document itself. ``words`` are where the claim stands; None where no
    words say it. ``at`` is a time as in ISO 8601, in UTC. ``one`` and ``other`` are the ids of the agreements of a
    judgement, which belongs to the document of the smaller one. ``id`` is the number in the ledger, None outside.
    """

    verdict: Verdict
    slot: str
    owner: Owner | None = None
    before: Any = None
    after: Any = None
    words: Evidence | None = None
    who: Annotated[str, Field(min_length=1)]
    at: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$")]
    why: Annotated[str, Field(min_length=1)]
    source: str | None = None
    one: str | None = None
    other: str | None = None
    id: int | None = None

    @model_validator(mode="after")
    def _is_about_something(self) -> Correction:
        two = (self.one, self.other)
        if (None not in two and str(self.one) < str(self.other)) if self.verdict in OF_TWO else two == (None, None):
            return self
        raise ValueError("a judgement is of two agreements, the smaller id first, and no other correction is")

    @property
    def asserted(self) -> Any:
        """What stands by this correction; None where something does not stand."""
        return {"confirm": self.before, "amend": self.after}.get(self.verdict)

    @property
    def content(self) -> str:
        """All of it but its number, in one form."""
        two = {"one", "other"} if self.one is None else set()
        return canonical(self.model_dump(mode="json", exclude={"id", *two}))


def canonical(value: object) -> str:
    """A value as JSON in one form: sorted names, no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def located(words: Evidence, text: str | None) -> Evidence | None:
    """The same words in a text: in their old place, else where they stand nearest to it; None where they are gone.

    Without a text the old place holds.
    """
    if text is None or text[words.start : words.end] == words.quote:
        return words
    left = text.rfind(words.quote, 0, words.start + len(words.quote))
    right = text.find(words.quote, words.start)
    found = [start for start in (left, right) if start >= 0]
    if not found:
        return None
    start = min(found, key=lambda place: abs(place - words.start))
    return Evidence(start=start, end=start + len(words.quote), quote=words.quote)


def relocated(fragment: Any, text: str | None) -> Any:
    """A fragment with all its words where a text has them now; None where nothing says it any more.

    Parts that nothing says any more are left out.
    """
    if isinstance(fragment, list):
        moved_parts = [(part, relocated(part, text)) for part in fragment]
        return [moved for part, moved in moved_parts if part is None or moved is not None]
    if not isinstance(fragment, dict):
        return fragment
    if "quote" in fragment:
        words = located(Evidence.model_validate(fragment), text)
        return words and words.model_dump()
    moved = _moved_passage(fragment, text)
    if moved is None:
        return None
    whole = {name: relocated(part, text) for name, part in moved.items()}
    lost = bool(fragment.get("evidence")) and not whole["evidence"] and "inferred" not in fragment
    return None if lost else {name: part for name, part in whole.items() if part is not None}


def _moved_passage(fragment: dict[str, Any], text: str | None) -> dict[str, Any] | None:
    """A statement that is a stretch of text moves with it; a figure's own words are among its evidence."""
    if "start" not in fragment:
        return fragment
    start, end = cast("int", fragment["start"]), cast("int", fragment["end"])
    if "text" not in fragment:
        return _moved_figure(fragment, start, end, text)
    words = located(Evidence(start=start, end=end, quote=fragment["text"]), text)
    return None if words is None else {**fragment, "start": words.start, "end": words.end}


def _moved_figure(fragment: dict[str, Any], start: int, end: int, text: str | None) -> dict[str, Any] | None:
    for said in fragment.get("evidence", ()):
        words = Evidence.model_validate(said)
        if words.start <= start and end <= words.end:
            found = located(words, text)
            if found is None:
                return None
            shift = found.start - words.start
            return {**fragment, "start": start + shift, "end": end + shift}
    return fragment
