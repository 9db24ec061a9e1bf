"""Releases: which there are, what is in one, its files, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Path, Request, Response
from fastapi.responses import FileResponse, StreamingResponse

from api import models
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.negotiation import MEDIA_TYPES, RepresentedReleases, preferred, refuse_what_is_known
from api.paging import Windowed
from api.problems import ANSWERS, PROBLEMS
from graph.exports.formats import FORMATS
from graph.exports.jsonl import json_line
from graph.releases import changes as feed
from graph.releases.manifest import Release
from graph.releases.shelf import CHECKSUMS, Shelf

router = APIRouter(tags=["releases"])

Version = Annotated[str, Path(max_length=64, description="The version of a release.")]
#: The files that are no exports, by the ending of their names.
_MEDIA_TYPES = {
    ".ttl": "text/turtle; charset=utf-8",
    ".jsonld": "application/ld+json",
    ".json": "application/json",
    "": "text/plain; charset=utf-8",
}
_BINARY = {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", **_BINARY},
    304: ANSWERS[304],
    404: PROBLEMS[404],
    422: PROBLEMS[422],
}
_FEED: dict[int | str, dict[str, Any]] = {
    200: {"description": "JSON Lines, one document on each", "content": {"application/jsonl": {}, "text/plain": {}}},
    304: ANSWERS[304],
    404: PROBLEMS[404],
    422: PROBLEMS[422],
}


@router.get("/releases", response_model=models.Releases, summary="The releases", responses=ANSWERS)
def list_releases(
    request: Request, workspace: WorkspaceDependency, represented: RepresentedReleases, window: Windowed
) -> Response:
    """The frozen versions of the dataset, the newest first."""
    everything = workspace.shelf.releases()[::-1]
    items = everything[window.skip : window.skip + window.limit]
    found = models.Releases(
        number_matched=len(everything),
        number_returned=len(items),
        links=window.links(len(everything)),
        items=[models.ReleaseItem(**_item(release)) for release in items],
    )
    return respond(request, represented, found, "releases.html", collection=found)


@router.get("/releases/{version}", response_model=models.Release, summary="One release", responses=ANSWERS)
def read_release(
    request: Request, workspace: WorkspaceDependency, represented: RepresentedReleases, version: Version
) -> Response:
    """What is in it: files with sizes and checksums, licence, versions of what made it."""
    release = workspace.shelf.release(version)
    since = f"/releases/{release.previous}/changes/{release.version}" if release.previous else None
    found = models.Release(
        **_item(release),
        previous=release.previous,
        changes=since,
        licence=release.publication.licence,
        publisher=release.publication.publisher,
        ontology_version=release.ontology_version,
        extractor_versions=release.extractor_versions,
        files=[*_exports(release), *_descriptions(workspace.shelf, release)],
    )
    return respond(request, represented, found, "release.html", item=found)


@router.get("/releases/{version}/{file}", response_class=FileResponse, summary="One file of a release", responses=_FILE)
def read_file(
    request: Request, workspace: WorkspaceDependency, version: Version, file: Annotated[str, Path(max_length=100)]
) -> Response:
    """The bytes as they were frozen; the entity tag is their SHA-256."""
    path = workspace.shelf.file(version, file)
    etag = f'"{workspace.shelf.checksum(version, file)}"'
    refuse_what_is_known(request, etag)
    media_type = _media_type(workspace.shelf.release(version), file)
    saved_as = file.replace("hoptac.", f"hoptac-{version}.")
    return FileResponse(
        path, headers={"ETag": etag, "Cache-Control": "no-cache"}, media_type=media_type, filename=saved_as
    )


@router.get(
    "/releases/{old}/changes/{new}",
    response_class=StreamingResponse,
    summary="What changed between two releases",
    responses=_FEED,
)
def read_changes(request: Request, workspace: WorkspaceDependency, old: Version, new: Version) -> Response:
    """The documents and statements that came, went and changed, as JSON Lines; as text where a browser asks."""
    told = feed.between(workspace.shelf, old, new)
    readable = preferred(request.headers.get("accept", ""), MEDIA_TYPES) == "html"
    both = "-".join(workspace.shelf.checksum(version, CHECKSUMS)[:16] for version in (old, new))
    etag = f'W/"{both}-{"text" if readable else "json"}"'
    refuse_what_is_known(request, etag)
    headers = {"ETag": etag, "Vary": "Accept", "Cache-Control": "no-cache"}
    if readable:
        return StreamingResponse(_text(told), headers=headers, media_type="text/plain; charset=utf-8")
    return StreamingResponse(map(json_line, told), headers=headers, media_type="application/jsonl")


def _text(told: Iterator[feed.Change]) -> Iterator[bytes]:
    return (feed.as_text(change).encode() + b"\n" for change in told)


def _item(release: Release) -> dict[str, object]:
    return {
        "version": release.version,
        "href": f"/releases/{release.version}",
        "issued": release.issued,
        "documents": release.counts.documents,
        "triples": release.counts.triples,
        "sequence": release.sequence,
    }


def _exports(release: Release) -> Iterator[models.ReleaseFile]:
    for file in release.files:
        format_ = FORMATS[file.format]
        yield models.ReleaseFile(
            name=file.name,
            href=_address(release, file.name),
            media_type=file.media_type,
            bytes=file.bytes,
            sha256=file.sha256,
            label=format_.label,
            label_en=format_.label_en,
        )


def _descriptions(shelf: Shelf, release: Release) -> Iterator[models.ReleaseFile]:
    exports = {file.name for file in release.files}
    for name in shelf.names(release.version):
        if name not in exports:
            yield models.ReleaseFile(
                name=name,
                href=_address(release, name),
                media_type=_media_type(release, name),
                bytes=shelf.file(release.version, name).stat().st_size,
                sha256=shelf.checksum(release.version, name),
            )


def _address(release: Release, name: str) -> str:
    return f"/releases/{release.version}/{quote(name)}"


def _media_type(release: Release, name: str) -> str:
    exported = {file.name: file.media_type for file in release.files}
    ending = name[name.rfind(".") :] if "." in name else ""
    return exported.get(name) or _MEDIA_TYPES[ending]
