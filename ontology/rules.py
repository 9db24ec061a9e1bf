"""How the values of a model of the record are said in RDF: each kind of value written and read by one rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import pyoxigraph as ox

from ontology.errors import UndeclaredTerm
from ontology.literals import date_literal, name_literal
from ontology.reader import Reader
from ontology.record import Inference
from ontology.writer import Writer


class Rule(Protocol):
    """One part of a model: ``write`` says it about a node, ``read`` gives it back as arguments of the model."""

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None: ...

    def read(self, reader: Reader, node: str) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Plain:
    """A string, number or truth value; nothing is written for ``None``."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.value(node, self.term, getattr(model, self.attribute))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        value = reader.value(node, self.term)
        return {} if value is None else {self.attribute: value}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of something Vietnamese, tagged as such."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, name_literal(getattr(model, self.attribute)))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: reader.value(node, self.term)}


@dataclass(frozen=True, slots=True)
class PlainSet:
    """Strings whose order and repetition mean nothing."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        for value in sorted(set(getattr(model, self.attribute))):
            writer.value(node, self.term, value)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: sorted(map(str, reader.values(node, self.term)))}


@dataclass(frozen=True, slots=True)
class Date:
    """A partial date."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        date = getattr(model, self.attribute)
        if date is not None:
            writer.link(node, self.term, date_literal(date))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: reader.value(node, self.term)}


@dataclass(frozen=True, slots=True)
class Years:
    """The first and last year of a period."""

    first: str
    last: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.value(node, self.first, model.value[0])
        writer.value(node, self.last, model.value[1])

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {"value": (reader.value(node, self.first), reader.value(node, self.last))}


@dataclass(frozen=True, slots=True)
class Spans:
    """Evidence: spans in the order of the text."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.evidence(node, self.term, getattr(model, self.attribute))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: reader.evidence(node, self.term)}


@dataclass(frozen=True, slots=True)
class SpansByName:
    """The evidence of a document's head: name of the value → spans.

    ``write`` raises :class:`UndeclaredTerm` for a name that ``terms`` does not have.
    """

    attribute: str
    terms: dict[str, str]

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        for name, spans in getattr(model, self.attribute).items():
            if name not in self.terms:
                raise UndeclaredTerm(
                    f"no property holds the evidence of {name!r}", f"known are {', '.join(self.terms)}"
                )
            writer.evidence(node, self.terms[name], spans)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        found = {name: reader.evidence(node, term) for name, term in self.terms.items()}
        return {self.attribute: {name: spans for name, spans in found.items() if spans}}


@dataclass(frozen=True, slots=True)
class Inferred:
    """Why a claim stands that no words say."""

    by: str
    source: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        if model.inferred is not None:
            writer.value(node, self.by, model.inferred.rule)
            writer.value(node, self.source, model.inferred.source)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        rule, source = reader.value(node, self.by), reader.value(node, self.source)
        return {} if rule is None else {"inferred": Inference(rule=str(rule), source=str(source))}
