"""Slots: the places of a record that a claim can stand in, derived from the record's correspondence with RDF.

A slot is a path of the record's attributes: ``agreements.parties``, ``agreements.period``, ``tasks.leads``,
``document.number``, ``mentioned_localities``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from pydantic import BaseModel

from ontology.errors import InvalidRequest
from ontology.mapping import AGREEMENT, DOCUMENT_INFO, STATEMENTS
from ontology.record import Claim, DocumentInfo, Record
from ontology.references import Form, Part, Parts
from ontology.rules import Rule

#: What a passage is, who read it and how surely: these say where a statement stands, they are no claims of their own.
_NO_CLAIMS = {"start", "end", "text", "rule", "confidence", "unsure"}
#: What evidence a claim has is no value of it.
_SHOWN = {"evidence", "inferred", "rule", "confidence"}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place for claims: a list of them, at most one, or a plain value.

    ``holder`` is the model that has the attribute; ``form`` is that of the claims, None for a plain value.
    """

    path: str
    holder: type[BaseModel]
    attribute: str
    shape: Literal["list", "one", "value"]
    form: Form | None = None

    @property
    def top(self) -> str:
        """The attribute of the record that the slot is in or below."""
        return self.path.partition(".")[0]

    @property
    def holds_owners(self) -> bool:
        """Whether its claims have claims of their own: agreements, tasks, findings."""
        return self.shape == "list" and self.path in _owners()

    def identity(self, model: Any) -> object:
        """What makes a claim itself among those of the slot, as JSON can write it."""
        assert self.form is not None
        return list(self.form.identity(model)) if self.shape == "list" else value_of(model)


def value_of(model: Any) -> Any:
    """What a claim says, as JSON can write it, without how it is shown."""
    if isinstance(model, BaseModel):
        return model.model_dump(mode="json", exclude=_SHOWN, exclude_defaults=True, exclude_none=True)
    return list(model) if isinstance(model, tuple) else model


def fragment_of(model: Any) -> Any:
    """A claim as it stands in the record, as JSON can write it; indexes of agreements are left out."""
    if not isinstance(model, BaseModel):
        return value_of(model)
    indexes = {"agreement", "continues"}
    return model.model_dump(mode="json", exclude=indexes, exclude_defaults=True, exclude_none=True)


@lru_cache(maxsize=1)
def slots() -> dict[str, Slot]:
    """All slots by path, in the order of the record."""
    return {slot.path: slot for slot in _slots()}


def slot(path: str) -> Slot:
    """One slot.

    :raises InvalidRequest: the record has no such place
    """
    found = slots().get(path)
    if found is None:
        raise InvalidRequest(f"a record has no place {path!r}", f"it has {', '.join(slots())}")
    return found


@lru_cache(maxsize=1)
def lists() -> dict[str, Form]:
    """The forms of a record's own lists, by attribute."""
    return {"agreements": AGREEMENT, **{r.attribute: r.form for r in STATEMENTS if isinstance(r, Parts)}}


@lru_cache(maxsize=1)
def _owners() -> frozenset[str]:
    return frozenset(attribute for attribute, form in lists().items() if not issubclass(form.model, Claim))


def _slots() -> Iterator[Slot]:
    yield from _within("document", DocumentInfo, DOCUMENT_INFO)
    for attribute, form in lists().items():
        yield Slot(attribute, Record, attribute, "list", form)
        if attribute in _owners():
            yield from _within(attribute, form.model, form.rules)


def _within(prefix: str, holder: type[BaseModel], rules: tuple[Rule, ...]) -> Iterator[Slot]:
    for rule in rules:
        attribute = getattr(rule, "attribute", "")
        path = f"{prefix}.{attribute}"
        if isinstance(rule, Parts):
            yield Slot(path, holder, attribute, "list", rule.form)
        elif isinstance(rule, Part):
            yield Slot(path, holder, attribute, "one", rule.form)
        elif _is_value(holder, attribute):
            yield Slot(path, holder, attribute, "value")


def _is_value(holder: type[BaseModel], attribute: str) -> bool:
    """Whether an attribute is a claim by itself; indexes of agreements are not, for they mean another thing anew."""
    return bool(attribute) and attribute not in _NO_CLAIMS | {"evidence", "agreement", "continues"}
