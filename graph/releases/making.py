"""Making a release: the exports of one moment, their description and checksums, whole or not at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from importlib.metadata import version as installed
from pathlib import Path

from graph.exporting import present
from graph.exports.formats import FORMATS, format_named
from graph.exports.source import Source
from graph.exports.targets import write_to
from graph.holdings import Holdings
from graph.releases.counting import count
from graph.releases.description import write_description
from graph.releases.manifest import COMPARED, MANIFEST, Publication, Release, ReleasedFile, file_name
from graph.releases.shelf import Shelf, sha256_of
from graph.versions import ontology_version


def make_release(
    holdings: Holdings,
    version: str | None = None,
    *,
    publication: Publication | None = None,
    formats: Collection[str] = tuple(FORMATS),
    now: datetime | None = None,
) -> Release:
    """Freeze what is loaded as a version (else the day, with a number where the day has one already).

    :raises InvalidRequest: the version cannot be one or is there already, or there is no such format
    """
    shelf = Shelf(holdings.data_dir / "releases")
    at = (now or datetime.now(UTC)).strftime("%Y-%m-%dT%H:%M:%SZ")
    former = shelf.releases()
    version = version or _dated(at[:10], {release.version for release in former})
    kinds = [format_named(kind) for kind in dict.fromkeys((*formats, COMPARED))]
    with shelf.new(version) as folder, present(holdings) as source:
        files = tuple(_file(folder, kind.name, source) for kind in kinds)
        progress = source.quads.progress
        release = Release(
            version=version,
            issued=at,
            previous=former[-1].version if former else None,
            sequence=progress.sequence if progress else 0,
            base_iri=source.base,
            ontology_version=ontology_version(),
            extractor_versions=tuple(sorted({head.extractor_version for head in holdings.ledger.documents()})),
            program_version=installed("hoptac"),
            publication=publication or Publication(),
            counts=count(folder / file_name(COMPARED), source.iris.term("Document")),
            files=files,
        )
        (folder / MANIFEST).write_text(f"{release.model_dump_json(indent=1)}\n", encoding="utf-8")
        write_description(release, [one.version for one in former], folder)
    return release


def _file(folder: Path, kind: str, source: Source) -> ReleasedFile:
    path = folder / file_name(kind)
    write_to(FORMATS[kind], path, source)
    return ReleasedFile(
        name=path.name,
        format=kind,
        media_type=FORMATS[kind].media_type,
        bytes=path.stat().st_size,
        sha256=sha256_of(path),
    )


def _dated(day: str, taken: Collection[str]) -> str:
    numbered = (f"{day}.{number}" for number in range(2, len(taken) + 3))
    return next(version for version in (day, *numbered) if version not in taken)
