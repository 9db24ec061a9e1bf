"""How sure the words of a recognised text are, and the statements of a record that rest on them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel

from loaders.recognition import Word
from ontology.codes import LEAST_SURE
from ontology.record import Evidence, Record

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The recognised words of a text: where each begins and ends, and its confidence from 0 to 1."""

    words: tuple[tuple[int, int, float], ...]

    def within(self, start: int, end: int) -> list[tuple[int, int, float]]:
        """The words that have letters between two places of the text."""
        first = bisect_right(self.words, start, key=lambda word: word[1])
        last = bisect_right(self.words, end - 1, key=lambda word: word[0])
        return list(self.words[first:last])

    def confidence(self) -> float:
        """The mean of all words, each counting by its letters."""
        letters = sum(end - start for start, end, _ in self.words)
        return sum((end - start) * sure for start, end, sure in self.words) / letters if letters else 0.0


def placed(pages: list[str | list[list[Word]]]) -> tuple[str, Recognised | None]:
    """Pages, each as its text or as lines of recognised words, as one text with the places of those words."""
    parts: list[str] = []
    words: list[tuple[int, int, float]] = []
    place = 0

    def add(text: str) -> None:
        nonlocal place
        parts.append(text)
        place += len(text)

    for page in (page for page in pages if page):
        add("\n\n" if parts else "")
        if isinstance(page, str):
            add(page)
            continue
        for number, line in enumerate(page):
            add("\n" if number else "")
            for position, word in enumerate(line):
                add(" " if position else "")
                words.append((place, place + len(word.text), word.confidence))
                add(word.text)
    return "".join(parts), Recognised(tuple(words)) if words else None


def marked(record: Record, recognised: Recognised, text: str) -> Record:
    """The record with the confidence of each statement, that of the least sure word which it rests on."""
    unsure = tuple(
        Evidence(start=start, end=end, quote=text[start:end])
        for start, end, sure in recognised.words
        if sure < LEAST_SURE
    )
    document = record.document.model_copy(update={"confidence": round(recognised.confidence(), 2), "unsure": unsure})
    statements = {name: _value(value, recognised) for name, value in record if name != "document"}
    return record.model_copy(update={"document": document, **statements})


def _marked(model: Model, recognised: Recognised) -> Model:
    changed = {name: _value(value, recognised) for name, value in model}
    if "confidence" in type(model).model_fields:
        spans = [(span.start, span.end) for span in getattr(model, "evidence", ())]
        if "start" in type(model).model_fields:
            spans.append((model.start, model.end))  # type: ignore[attr-defined]
        sure = [word[2] for span in spans for word in recognised.within(*span)]
        changed["confidence"] = round(min(sure), 2) if sure else None
    return model.model_copy(update=changed)


def _value(value: Any, recognised: Recognised) -> Any:
    if isinstance(value, tuple):
        return tuple(_value(part, recognised) for part in value)
    return _marked(value, recognised) if isinstance(value, BaseModel) else value
