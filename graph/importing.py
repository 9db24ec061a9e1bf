"""Taking in what an export has put out: documents as RDF or as records, without their originals and texts.

A document comes in only where what is entered says exactly what the file says, so that it comes out as the same graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pyoxigraph as ox
from pydantic import ValidationError

from graph.documents import Entry, Original, Outcome
from graph.exports.sorting import sorted_lines
from graph.holdings import Holdings
from graph.incoming import Incoming, incoming
from graph.versions import ontology_version
from ontology.correction_graph import read_corrections
from ontology.description import describe
from ontology.errors import HoptacError, OntologyError, RefusedDocument
from ontology.identity import checked_document_id, made_document_id
from ontology.rdf import DocumentMeta, from_quads
from ontology.record import Record
from ontology.validation import check

#: Enters a document and says what became of it.
Enter = Callable[[Entry], Outcome]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one graph: ``loaded``, ``unchanged``, ``replaced``, ``known`` (one of ours) or ``refused``."""

    graph: str
    status: str
    reason: str | None = None


def import_file(holdings: Holdings, enter: Enter, path: Path, *, rebase: bool = False) -> Iterator[Imported]:
    """Enter the documents of a file one after the other; a refused one stops none of the others.

    ``rebase``: graphs under another base IRI come in under that of this folder.

    :raises InvalidRequest: the file cannot be read, or holds no document under our base IRI
    """
    with incoming(path, holdings.derivation.base, rebase=rebase) as found:
        for each in found:
            try:
                yield _one(holdings, enter, each)
            except HoptacError as error:
                yield Imported(each.graph, "refused", str(error))


def _one(holdings: Holdings, enter: Enter, each: Incoming) -> Imported:
    if each.graph == holdings.derivation.iris.consolidation_graph:
        return Imported(each.graph, "known")  # it follows from the documents, and from what people say of them
    ours = holdings.derivation.common.get(each.graph)
    if ours is None:
        return Imported(each.graph, _entered(holdings, enter, each))
    differs = f"{each.graph} is not that of this version of hoptac, which keeps its own and holds documents against it"
    return Imported(each.graph, "known", differs if set(ours) != set(each.quads) else None)


def _entered(holdings: Holdings, enter: Enter, each: Incoming) -> str:
    document_id = holdings.derivation.iris.document_of_graph(each.graph)
    if document_id is None:
        raise RefusedDocument(each.graph, ["it is no graph of a document"], "hoptac imports what hoptac has exported")
    checked_document_id(document_id)
    record, meta = _understood(each, holdings.derivation.base)
    said_of_it = read_corrections(each.quads, holdings.derivation.base)
    if meta.id != document_id:
        raise RefusedDocument(each.graph, [f"it describes the document {meta.id!r}"])
    entry = replace(_entry(record, meta, each.quads), corrections=said_of_it)
    said = holdings.derivation.quads(entry)
    _refuse_what_would_be_lost(each, said)
    held = holdings.ledger.find(document_id)
    if held is not None:
        if set(holdings.derivation.quads(held)) == set(said):
            return "unchanged"
        if (held.sha256, held.text_sha256) == (meta.sha256, meta.text_sha256):
            entry = replace(entry, source=held.source, text=held.text)
    return enter(entry).status


def _understood(each: Incoming, base: str) -> tuple[Record, DocumentMeta]:
    """The record and the file that a graph describes.

    :raises RefusedDocument: it does not conform
    """
    try:
        check(each.graph, describe(each.quads), None, base)
        return from_quads(each.quads, base)
    except (OntologyError, ValidationError) as error:
        raise RefusedDocument(each.graph, [str(error)]) from error


def _refuse_what_would_be_lost(each: Incoming, said: list[ox.Quad]) -> None:
    differing = sorted(str(quad) for quad in set(said) ^ set(each.quads))
    if differing:
        first = f"{len(differing)} statements would be lost or changed, the first: {differing[0]}"
        raise RefusedDocument(each.graph, [first], "hoptac imports what hoptac has exported")


def _entry(record: Record, meta: DocumentMeta, quads: list[ox.Quad]) -> Entry:
    """The document without original and text; its version says which statements it came with."""
    written = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    assert written is not None
    lines = b"".join(sorted_lines(written.splitlines(keepends=True)))
    return Entry(
        meta.id,
        meta.id != made_document_id(record.document, meta.text_sha256),
        Original(meta.filename, meta.media_type, None, meta.sha256),
        None,
        record,
        f"rdf:{sha256(lines).hexdigest()[:12]}",
        ontology_version(),
        meta.text_sha256,
    )
