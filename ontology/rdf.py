"""A record as the named graph of its document, and back without loss.

What a graph does not keep, because it means nothing: the order and repetition of evidence (it comes back in
the order of the text), of ``status`` and of a project's localities; a body's second spelling or missing kind
within one document; the name of a locality and the top of a field, which the vocabulary gives by their ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from ontology.errors import NotFound
from ontology.iris import DEFAULT_BASE
from ontology.mapping import AGREEMENT, DOCUMENT_INFO, STATEMENTS
from ontology.reader import Reader
from ontology.record import Record
from ontology.rules import Plain, Rule
from ontology.writer import Writer


@dataclass(frozen=True, slots=True)
class DocumentMeta:
    """The file that a record was read from; hashes are SHA-256 in hexadecimal digits.

    ``sha256`` is of the file's bytes, ``text_sha256`` of the text as read, in UTF-8.
    """

    id: str
    filename: str
    media_type: str
    sha256: str
    text_sha256: str
    language: str = "vi"


#: What is said of the file itself.
FILE: tuple[Rule, ...] = (
    Plain("filename", "ht:fileName"),
    Plain("media_type", "dcterms:format"),
    Plain("sha256", "ht:sha256"),
    Plain("text_sha256", "ht:textSha256"),
    Plain("language", "dcterms:language"),
)


def to_quads(record: Record, meta: DocumentMeta, base: str = DEFAULT_BASE) -> list[ox.Quad]:
    """Everything that a document says, in its named graph; the same record gives the same quads in the same order."""
    writer = Writer(meta.id, base)
    write_record(writer, record, meta)
    return writer.quads


def write_record(writer: Writer, record: Record, meta: DocumentMeta) -> None:
    """Say everything that a document says."""
    document = writer.document
    writer.is_a(document, "ht:Document")
    for rule in FILE:
        rule.write(writer, document, meta)
    if writer.keeps_nodes:
        writer.nodes.append((record.document, document))
    for rule in DOCUMENT_INFO:
        rule.write(writer, document, record.document)
    writer.agreements = [AGREEMENT.mint(writer, document, "ht:states", a) for a in record.agreements]
    for position, (node, agreement) in enumerate(zip(writer.agreements, record.agreements, strict=True)):
        writer.link(document, "ht:states", node)
        AGREEMENT.write(writer, node, agreement, position)
    for rule in STATEMENTS:
        rule.write(writer, document, record)


def from_quads(quads: Iterable[ox.Quad], base: str = DEFAULT_BASE) -> tuple[Record, DocumentMeta]:
    """The record and the file of the one document that a graph is about; the quads may come in any order.

    :raises NotFound: no document is in the graph
    """
    reader = Reader(quads, base)
    document = next(iter(reader.subjects("ht:Document")), None)
    if document is None:
        raise NotFound("no document is in this graph")
    head = _read(DOCUMENT_INFO, reader, document)
    agreements = [AGREEMENT.read(reader, iri) for iri in reader.agreements]
    statements = _read(STATEMENTS, reader, document)
    file = {name: str(value) for name, value in _read(FILE, reader, document).items()}
    record = Record.model_validate({"document": head, "agreements": agreements, **statements})
    return record, DocumentMeta(id=reader.iris.id(document), **file)


def _read(rules: tuple[Rule, ...], reader: Reader, node: str) -> dict[str, object]:
    return {name: value for rule in rules for name, value in rule.read(reader, node).items()}
