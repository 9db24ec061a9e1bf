"""Reading the kept originals again with the present extractor and ontology, and telling what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.files import understood
from api.ingest import extractor_version
from api.settings import Settings
from graph.documents import Original, StoredDocument
from graph.workspace import Workspace
from ontology.correcting import apply
from ontology.correction_graph import corrected_quads
from ontology.corrections import Correction
from ontology.description import describe
from ontology.difference import Change, differences
from ontology.errors import ReadingError, RefusedDocument
from ontology.rdf import DocumentMeta
from ontology.validation import check


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one document.

    ``status`` is ``current`` (these versions have read it already), ``same``, ``changed``, ``without-original``, or
    ``refused`` with a reason (the former record stays). ``document`` is its id afterwards.
    """

    document: str
    filename: str
    status: str
    changes: tuple[Change, ...] = ()
    stale: tuple[Correction, ...] = ()
    reason: str | None = None


def reextract(
    workspace: Workspace, documents: Iterable[str], settings: Settings, *, dry_run: bool = False
) -> Iterator[Reread]:
    """Read documents again, by their ids; a refused one stops none of the others. ``dry_run`` writes nothing.

    :raises NotFound: no such document
    """
    with workspace.batch():
        for identifier in documents:
            stored = workspace.document(identifier)
            try:
                yield _reread(workspace, stored, settings.max_bytes, dry_run=dry_run)
            except (ReadingError, RefusedDocument) as error:
                yield Reread(stored.id, stored.filename, "refused", reason=str(error))


def _reread(workspace: Workspace, stored: StoredDocument, max_bytes: int, *, dry_run: bool) -> Reread:
    if (stored.extractor_version, stored.ontology_version) == (extractor_version(), workspace.ontology_version):
        return Reread(stored.id, stored.filename, "current")
    if stored.original is None:
        return Reread(stored.id, stored.filename, "without-original")
    source, record = understood(stored.original, max(max_bytes, len(stored.original)), stored.filename)
    before = apply(stored.record, stored.text, stored.corrections)
    after = apply(record, source.text, stored.corrections)
    identifier = stored.id
    if dry_run:
        meta = DocumentMeta(stored.id, stored.filename, source.media_type, source.sha256, stored.text_sha256)
        check(
            stored.filename, describe(corrected_quads(after, meta, workspace.base_iri)), source.text, workspace.base_iri
        )
    else:
        original = Original(source.filename, source.media_type, source.data, source.sha256)
        given = stored.id if stored.id_given else None
        identifier = workspace.put(original, source.text, record, extractor_version(), given).document_id
    changes = tuple(differences(before.record, after.record))
    return Reread(identifier, stored.filename, "changed" if changes else "same", changes, after.stale)
