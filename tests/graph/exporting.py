"""What exports are tested with: a source in memory of documents made by hand, one as unpleasant as text can be."""

from __future__ import annotations

import io
import resource
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pyoxigraph as ox

from graph.derivation import Derivation
from graph.documents import Entry
from graph.exports.formats import FORMATS
from graph.exports.source import Source
from graph.exports.targets import write_to
from graph.local_quads import LocalQuads
from ontology.corrections import Correction
from ontology.identity import document_id
from ontology.iris import DEFAULT_BASE
from ontology.record import Agreement, Body, DocumentInfo, Inference, Party, Record, Task
from tests.api.documents import hostile
from tests.graph import records
from tests.graph.records import Document, Reader

#: Everything that a format could stumble over: quotes, separators, line ends, markup, what XML and C cannot hold.
UNPLEASANT = "a\"b'c,d;e\x1ff\tg\r\nh\ri\nj\\k]]>l<m>&amp;n\x00o\x08p\x7fq\x85r\u2028s\ufffet\ufeffu\U0001f600v#w=x"


def unpleasant() -> Document:
    """A document whose texts, names and quotes are :data:`UNPLEASANT`."""
    text = f"Hà Nội và Hà Nam {UNPLEASANT} cùng Viện {UNPLEASANT}."
    r = Reader(text)
    return Document(
        f"{UNPLEASANT}.txt",
        text,
        Record(
            document=DocumentInfo(genre="other", title=UNPLEASANT),
            agreements=(
                Agreement(
                    kind="agreement",
                    title=UNPLEASANT,
                    parties=(
                        r.party("ha-noi", "Hà Nội"),
                        Party(
                            id="ha-nam", name="Hà Nam", inferred=Inference(rule="=1+1", source=UNPLEASANT), rule="sides"
                        ),
                    ),
                    evidence=(*r.words(UNPLEASANT), *r.words("Hà Nội")),
                ),
            ),
            tasks=(Task(**r.span(UNPLEASANT), kind="commitment", condition=UNPLEASANT),),
            bodies=(Body(name=f"Viện {UNPLEASANT}", evidence=r.words(f"Viện {UNPLEASANT}")),),
        ),
    )


def documents() -> list[Document]:
    return [*records.documents(), hostile(), unpleasant()]


def source(
    loaded: Sequence[Document] | None = None,
    base: str = DEFAULT_BASE,
    corrections: Mapping[str, tuple[Correction, ...]] | None = None,
) -> Source:
    """The graphs of these documents (all of :func:`documents`), entered one after the other.

    ``corrections`` are what people say of them, by the names of their files.
    """
    store, derivation = ox.Store(), Derivation(base)
    for common in derivation.common.values():
        store.extend(common)
    for document in documents() if loaded is None else loaded:
        identifier = document_id(document.record.document, document.text)
        entry = Entry(identifier, False, document.source, document.text, document.record, "by-hand", "1")
        entry = replace(entry, corrections=(corrections or {}).get(document.filename))
        store.extend(derivation.quads(entry))
    return Source(LocalQuads(store), derivation)


@contextmanager
def few_bytes_for_a_file() -> Iterator[None]:
    """As if the disk were full: no file can grow beyond 4 kB."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def exported(kind: str, of: Source | None = None) -> bytes:
    """An export of :func:`source` as it goes into a stream."""
    out = io.BytesIO()
    write_to(FORMATS[kind], out, of or source())
    return out.getvalue()
