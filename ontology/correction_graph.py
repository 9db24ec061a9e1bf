"""Corrections in the graph of their document, written and read by one form: nothing of them is lost."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import pyoxigraph as ox

from ontology.correcting import Corrected
from ontology.corrections import Correction, canonical
from ontology.iris import DEFAULT_BASE
from ontology.literals import time_literal
from ontology.rdf import DocumentMeta, write_record
from ontology.reader import Reader
from ontology.record import Evidence
from ontology.references import Form
from ontology.rules import Plain
from ontology.writer import Writer

_HAS, CORRECTED, _SERIAL = "ht:hasCorrection", "ht:correctedBy", "ht:serial"


@dataclass(frozen=True, slots=True)
class Json:
    """A fragment of a record, as JSON."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        value = model.model_dump(mode="json", include={self.attribute})[self.attribute]
        if value is not None:
            writer.value(node, self.term, canonical(value))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        value = reader.value(node, self.term)
        return {} if value is None else {self.attribute: json.loads(str(value))}


@dataclass(frozen=True, slots=True)
class Time:
    """A moment in UTC."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        writer.link(node, self.term, time_literal(getattr(model, self.attribute)))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        return {self.attribute: reader.value(node, self.term)}


@dataclass(frozen=True, slots=True)
class Said:
    """The words that a correction is anchored in. They need not be in the text any more, so they are no evidence."""

    attribute: str
    start: str
    end: str
    words: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        words: Evidence | None = getattr(model, self.attribute)
        if words is not None:
            writer.value(node, self.start, words.start)
            writer.value(node, self.end, words.end)
            writer.value(node, self.words, words.quote)

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        words = reader.value(node, self.words)
        if words is None:
            return {}
        place = {"start": reader.value(node, self.start), "end": reader.value(node, self.end)}
        return {self.attribute: {**place, "quote": words}}


@dataclass(frozen=True, slots=True)
class OfTwo:
    """An agreement, of this document or of another one, that a judgement is about."""

    attribute: str
    term: str

    def write(self, writer: Writer, node: ox.NamedNode, model: Any) -> None:
        agreement = getattr(model, self.attribute)
        if agreement is not None:
            writer.link(node, self.term, ox.NamedNode(writer.iris.document(agreement)))

    def read(self, reader: Reader, node: str) -> dict[str, Any]:
        iri = reader.node(node, self.term)
        return {} if iri is None else {self.attribute: reader.iris.id(iri)}


CORRECTION = Form(
    Correction,
    "ht:Correction",
    "correction",
    (
        Plain("verdict", "ht:verdict"),
        Plain("slot", "ht:slot"),
        Json("owner", "ht:owner"),
        Json("before", "ht:before"),
        Json("after", "ht:after"),
        Said("words", "ht:wordsStart", "ht:wordsEnd", "ht:words"),
        Plain("who", "ht:who"),
        Time("at", "prov:endedAtTime"),
        Plain("why", "ht:why"),
        Plain("source", "dcterms:source"),
        OfTwo("one", "ht:oneAgreement"),
        OfTwo("other", "ht:otherAgreement"),
    ),
    lambda correction: (correction.content,),
)


def write_corrections(writer: Writer, corrected: Corrected) -> None:
    """All corrections of a document, in their order, and by which of them each statement is as it is."""
    nodes: dict[int, ox.NamedNode] = {}
    for serial, correction in enumerate(corrected.corrections):
        node = nodes[id(correction)] = CORRECTION.mint(writer, writer.document, _HAS, correction)
        writer.link(writer.document, _HAS, node)
        CORRECTION.write(writer, node, correction)
        writer.value(node, _SERIAL, serial)
    for model, statement in writer.nodes:
        for correction in corrected.of(model):
            writer.link(statement, CORRECTED, nodes[id(correction)])


def read_corrections(quads: Iterable[ox.Quad], base: str = DEFAULT_BASE) -> tuple[Correction, ...]:
    """The corrections in a document's graph, in the order in which they were made."""
    reader = Reader(quads, base)
    found = sorted(reader.subjects("ht:Correction"), key=lambda iri: cast("int", reader.value(iri, _SERIAL)))
    return tuple(correction_of(reader, iri) for iri in found)


def correction_of(reader: Reader, iri: str) -> Correction:
    """One correction of a document's graph."""
    return cast("Correction", CORRECTION.read(reader, iri))


def corrected_quads(corrected: Corrected, meta: DocumentMeta, base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Everything that a document says as people have corrected it, and their corrections, in its named graph."""
    writer = Writer(meta.id, base)
    writer.keeps_nodes = bool(corrected.corrections)
    write_record(writer, corrected.record, meta)
    write_corrections(writer, corrected)
    return writer.quads
