"""A correction in the text at hand: the claims that it is about, and how what it asserts is shown there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel

from ontology.corrections import Correction, canonical, relocated
from ontology.record import Evidence, Inference
from ontology.slots import Slot

#: The rule that a claim stands by which a person put in the place of one that no words say.
PERSON = "person"


class NothingSaysIt(Exception):
    """What a correction asserts is said by no words any more."""


class Placed:
    """A correction in a text: its ``words`` are there, and so are those of the claims ``before`` and ``asserted``.

    ``entered`` is the claim that the correction put in, if it did.

    :raises NothingSaysIt: no words say any more what the correction asserts
    """

    def __init__(self, correction: Correction, slot: Slot, words: Evidence | None, text: str | None) -> None:
        self.correction = correction
        self.slot = slot
        self.words = words
        self.text = text
        before = relocated(correction.before, text)
        self.before = self._claim(correction.before if before is None else before)
        asserted = relocated(correction.asserted, text)
        if asserted is None and correction.verdict != "reject":
            raise NothingSaysIt
        self.asserted: Any = None if asserted is None else self._claim(asserted)
        self.entered: BaseModel | None = None

    @property
    def place(self) -> int:
        """Where in the text; -1 where no words say the claim."""
        return self.words.start if self.words else -1

    @property
    def target(self) -> str:
        """What the correction is about: of several corrections with one target, the last one holds."""
        if self.slot.shape != "list":
            return self.slot.path
        return canonical([self.words and [self.words.start, self.words.end], self.slot.identity(self.before)])

    def shown(self, *others: BaseModel) -> dict[str, Any]:
        """How the asserted claim is shown: by its words, and those of the claims that it stands for."""
        claims = (self.before, self.asserted, *others)
        spans = merged(span for claim in claims for span in getattr(claim, "evidence", ()))
        if "inferred" not in type(self.before).model_fields:
            return {"evidence": spans} if "evidence" in type(self.before).model_fields else {}
        inferred = None
        if self.correction.verdict == "confirm":
            inferred = next((claim.inferred for claim in (*others, self.before) if claim.inferred), None)
        elif not spans:
            inferred = Inference(rule=PERSON, source=self.correction.source or self.correction.why)
        return {"evidence": spans, "inferred": inferred}

    def is_at(self, claim: BaseModel) -> bool:
        """Whether a claim rests on these words, or on none that could tell it from another one."""
        spans = spans_of(claim)
        return not self.words or not spans or any(overlap(self.words, span) for span in spans)

    def _claim(self, fragment: Any) -> Any:
        return fragment if self.slot.form is None else self.slot.form.model.model_validate(fragment)


def spans_of(claim: BaseModel) -> list[Evidence]:
    """The words of a claim, those of a passage among them."""
    spans = list(getattr(claim, "evidence", ()))
    text = getattr(claim, "text", None)
    if text is not None:
        spans.append(Evidence(start=claim.start, end=claim.end, quote=text))  # type: ignore[attr-defined]
    return spans


def overlap(a: Evidence, b: Evidence) -> bool:
    """Whether two spans share a code point."""
    return a.start < b.end and b.start < a.end


def merged(spans: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Spans in the order of the text, each once."""
    return tuple(sorted(set(spans), key=lambda span: (span.start, span.end, span.quote)))
