"""The graphs of a file that an export has written, one at a time, whatever the order of its statements."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
from pydantic import ValidationError

from ontology.correcting import apply
from ontology.correction_graph import corrected_quads
from ontology.corrections import Correction
from ontology.errors import InvalidRequest
from ontology.iris import Iris
from ontology.rdf import DocumentMeta
from ontology.record import Record

#: How the formats that can be read back are known.
_RDF = {".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS, ".jsonld": ox.RdfFormat.JSON_LD}
_RECORDS = ".jsonl"
_DOCUMENT_GRAPH = re.compile(r"(https?://.+/)id/document/[^/]+/graph")


@dataclass(frozen=True, slots=True)
class Incoming:
    """One named graph of a file."""

    graph: str
    quads: list[ox.Quad]


@contextmanager
def incoming(path: Path, base: str, *, rebase: bool) -> Iterator[Iterator[Incoming]]:
    """The named graphs of a file in the order of their IRIs; one is in memory at a time.

    :raises InvalidRequest: the file cannot be read, or its documents are under another base IRI without ``rebase``
    """
    if path.suffix == _RECORDS:
        yield _records(path, base)
        return
    if path.suffix not in _RDF:
        endings = ", ".join((*_RDF, _RECORDS))
        raise InvalidRequest(f"{path} is no export that can be read back", f"these end in {endings}")
    with tempfile.TemporaryDirectory() as folder:
        store = _store(path, folder)
        graphs = sorted(graph.value for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
        if any(True for _ in store.quads_for_pattern(None, None, None, ox.DefaultGraph())):
            raise InvalidRequest(f"{path} says something outside any graph", "hoptac imports what hoptac has exported")
        other = _other_base(path, graphs, base, rebase=rebase)
        yield (_graph(store, graph, other, base) for graph in graphs)
        # Oxigraph closes a store when its last reference goes, and the folder goes with the block.
        del store


def _store(path: Path, folder: str) -> ox.Store:
    store = ox.Store(folder)
    try:
        store.bulk_load(path=path, format=_RDF[path.suffix])
    except SyntaxError as error:
        raise InvalidRequest(f"{path} cannot be read: {error.msg}", "is it whole?") from error
    except OSError as error:
        raise InvalidRequest(f"{path} cannot be read: {error.strerror or error}", "give the path of a file") from error
    return store


def _other_base(path: Path, graphs: list[str], base: str, *, rebase: bool) -> str | None:
    """The base IRI of a file's documents, where it is not ours."""
    bases = {found[1] for graph in graphs if (found := _DOCUMENT_GRAPH.fullmatch(graph))}
    if not bases:
        raise InvalidRequest(f"no document is in {path}", "hoptac imports what hoptac has exported")
    if base in bases:
        return None
    other = min(bases)
    if not rebase:
        raise InvalidRequest(
            f"the documents of {path} are under {other}, and this folder is under {base}",
            f"--rebase brings them in under {base}; or set HOPTAC_BASE_IRI={other}",
        )
    return other


def _graph(store: ox.Store, graph: str, other: str | None, base: str) -> Incoming:
    quads = list(store.quads_for_pattern(None, None, None, ox.NamedNode(graph)))
    if other is None:
        return Incoming(graph, quads)

    def moved(term: object) -> object:
        if isinstance(term, ox.NamedNode) and term.value.startswith(other):
            return ox.NamedNode(base + term.value.removeprefix(other))
        return term

    # What is no part of a quad after this was none before.
    rebased = [ox.Quad(*(moved(part) for part in quad)) for quad in quads]  # type: ignore[arg-type]
    return Incoming(base + graph.removeprefix(other) if graph.startswith(other) else graph, rebased)


def _records(path: Path, base: str) -> Iterator[Incoming]:
    """The graphs of the records of a ``.jsonl`` file, which has no base IRI of its own."""
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                try:
                    said = json.loads(line)
                    record = Record.model_validate(said.pop("record"))
                    corrections = [Correction.model_validate(each) for each in said.pop("corrections", ())]
                    meta = DocumentMeta(**said)
                except (ValueError, ValidationError, AttributeError, KeyError, TypeError) as error:
                    reason = str(error).splitlines()[0]
                    raise InvalidRequest(f"line {number} of {path} is no document: {reason}", "is it whole?") from error
                yield Incoming(
                    Iris(base).document_graph(meta.id), corrected_quads(apply(record, None, corrections), meta, base)
                )
    except OSError as error:
        raise InvalidRequest(f"{path} cannot be read: {error.strerror or error}", "give the path of a file") from error
