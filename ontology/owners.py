"""Finding the agreement, task or finding that a correction means, in whatever way it has been read anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from ontology.corrections import Owner, canonical, located
from ontology.record import Evidence
from ontology.references import Form


def identity_key(form: Form, model: BaseModel) -> str:
    """A short hash of what makes a statement itself."""
    return sha256(canonical([form.kind, form.identity(model)]).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def owner_of(form: Form, model: BaseModel, index: int) -> Owner:
    """How to find this statement, the ``index``-th of its list, again."""
    return Owner(key=identity_key(form, model), index=index, words=tuple(sorted(set(all_words(model)), key=_order)))


def all_words(model: Any) -> Iterator[Evidence]:
    """The words of a statement and of all its parts."""
    if isinstance(model, Evidence):
        yield model
    elif isinstance(model, BaseModel):
        passage = getattr(model, "text", None)
        if passage:
            yield Evidence.model_validate({"start": model.start, "end": model.end, "quote": passage})  # type: ignore[attr-defined]
        for _, part in model:
            yield from all_words(part)
    elif isinstance(model, tuple):
        for part in model:
            yield from all_words(part)


def found_owner(
    owner: Owner, form: Form, models: Sequence[BaseModel], text: str | None, *, lone: bool
) -> BaseModel | None:
    """The statement that is meant, or None.

    ``lone`` lets the only statement of a list be the one that is meant, whatever its key and its words.
    """
    words = [place for place in (located(said, text) for said in owner.words) if place]

    def likeness(pair: tuple[int, BaseModel]) -> tuple[bool, int, int]:
        index, model = pair
        return identity_key(form, model) == owner.key, _overlap(words, model), -abs(index - owner.index)

    best = max(enumerate(models), key=likeness, default=None)
    if best is None:
        return None
    same, overlap, _ = likeness(best)
    return best[1] if same or overlap or (lone and len(models) == 1) else None


def _overlap(words: Sequence[Evidence], model: BaseModel) -> int:
    """On how many code points the words lie that a statement also rests on, counted for each of them."""
    spans = set(all_words(model))
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in words for b in spans)


def _order(words: Evidence) -> tuple[int, int, str]:
    return words.start, words.end, words.quote
