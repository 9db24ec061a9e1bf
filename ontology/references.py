"""How a model of the record refers to other things in RDF: localities, fields, bodies, its own parts, agreements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox
from pydantic import BaseModel

from ontology.reader import Reader
from ontology.rules import Rule
from ontology.writer import Writer


@dataclass(frozen=True, slots=True)
class Form:
    """How one model is said in RDF.

    ``kind`` is its part of the address; ``identity`` gives what makes it itself among its like, as JSON can write it.
    """

    model: type[BaseModel]
    klass: str
    kind: str
    rules: tuple[Rule, ...]
    identity: Callable[[Any], tuple[object, ...]]

    def mint(self, writer: Writer, owner: ox.NamedNode, term: str, model: BaseModel) -> ox.NamedNode:
        """The address of a part of ``owner``; of two statements of a document, the document itself owns both."""
        return writer.mint(self.kind, *writer.below(owner, term), *self.identity(model))

    def write(self, writer: Writer, node: ox.NamedNode, model: BaseModel, position: int | None = None) -> None:
        writer.is_a(node, self.klass)
        writer.value(node, "ht:position", position)
        if writer.keeps_nodes:
            writer.nodes.append((model, node))
        for rule in self.rules:
            rule.write(writer, node, model)

    def read(self, reader: Reader, node: str) -> BaseModel:
        parts: dict[str, Any] = {}
        for rule in self.rules:
            parts.update(rule.read(reader, node))
        return self.model(**parts)


@dataclass(frozen=True, slots=True)
class Part:
    """A model within the model."""

    attribute: str
    term: str
    form: Form

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        part = getattr(model, self.attribute)
        if part is not None:
            target = self.form.mint(writer, node, self.term, part)
            writer.link(node, self.term, target)
            self.form.write(writer, target, part)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.node(node, self.term)
        return {self.attribute: self.form.read(reader, iri) if iri else None}


@dataclass(frozen=True, slots=True)
class Parts:
    """A list of models within the model, in its order."""

    attribute: str
    term: str
    form: Form

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        for position, part in enumerate(getattr(model, self.attribute)):
            target = self.form.mint(writer, node, self.term, part)
            writer.link(node, self.term, target)
            self.form.write(writer, target, part, position)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iris = reader.ordered(reader.nodes(node, self.term, self.form.klass))
        return {self.attribute: tuple(self.form.read(reader, iri) for iri in iris)}


@dataclass(frozen=True, slots=True)
class OwnAgreement:
    """The agreement of the same record that an index stands for."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        index = getattr(model, self.attribute)
        if index is not None:
            writer.link(node, self.term, writer.agreements[index])

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.node(node, self.term)
        return {self.attribute: reader.agreements.index(iri) if iri else None}


@dataclass(frozen=True, slots=True)
class Locality:
    """A locality that an attribute refers to."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        locality = getattr(model, self.attribute)
        if locality is not None:
            writer.link(node, self.term, writer.thing("locality", locality.id))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.node(node, self.term)
        return {self.attribute: reader.locality(iri) if iri else None}


@dataclass(frozen=True, slots=True)
class Localities:
    """Localities whose order and repetition mean nothing."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        for identifier in sorted({locality.id for locality in getattr(model, self.attribute)}):
            writer.link(node, self.term, writer.thing("locality", identifier))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: tuple(reader.locality(iri) for iri in reader.nodes(node, self.term))}


@dataclass(frozen=True, slots=True)
class ThisLocality:
    """The locality that the model itself is about, by ``id`` and ``name``."""

    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, writer.thing("locality", model.id))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return reader.locality(reader.required(node, self.term)).model_dump()


@dataclass(frozen=True, slots=True)
class ThisField:
    """The field that the model itself is about, by ``id`` and ``top``."""

    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, writer.thing("field", model.id))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return reader.field(reader.required(node, self.term))


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation that an attribute refers to."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        body = getattr(model, self.attribute)
        if body is not None:
            writer.link(node, self.term, writer.body(body))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.node(node, self.term)
        return {self.attribute: reader.body(iri) if iri else None}


@dataclass(frozen=True, slots=True)
class ThisBody:
    """The organisation that the model itself is about, by ``name``, ``jurisdiction`` and ``kind``."""

    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, writer.body(model))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return reader.body(reader.required(node, self.term)).model_dump()


@dataclass(frozen=True, slots=True)
class LocalityOrBody:
    """The side of an agreement: a locality by ``id``, or else a ``body``."""

    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, writer.thing("locality", model.id) if model.id else writer.body(model.body))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.required(node, self.term)
        if reader.iris.kind(iri) == "body":
            return {"body": reader.body(iri)}
        return {"id": reader.iris.id(iri)}
