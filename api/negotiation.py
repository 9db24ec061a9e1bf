"""Which representation a request gets: JSON unless it prefers HTML, in which language, and whether it has it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from fastapi import Depends, Query, Request

from api.dependencies import WorkspaceDependency
from api.rows import ask
from graph.workspace import Workspace
from ontology.errors import InvalidRequest

Media = Literal["json", "html"]
TableMedia = Literal["json", "html", "csv"]
Language = Literal["vi", "en"]
MEDIA_TYPES: dict[str, Media] = {"application/json": "json", "text/html": "html"}
#: What a table is available as.
TABLE_TYPES: dict[str, TableMedia] = {"application/json": "json", "text/html": "html", "text/csv": "csv"}
M = TypeVar("M", bound=TableMedia)


class NotAcceptable(InvalidRequest):
    """No representation is of a type that the request accepts."""


class NotModified(Exception):
    """The client already has this representation; ``etag`` is its tag."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


@dataclass(frozen=True, slots=True)
class Representation:
    """What will be sent: media, language of the page, and the entity tag."""

    media: TableMedia
    language: Language
    etag: str


def preferred(accept: str, available: Mapping[str, M]) -> M | None:
    """The best media for an Accept header (RFC 9110): highest q, the first where several are equal; else ``None``."""
    best: tuple[float, M] | None = None
    for media_type, media in available.items():
        quality = _quality(accept, media_type)
        if quality > 0 and (best is None or quality > best[0]):
            best = (quality, media)
    return best[1] if best else None


def _quality(accept: str, media_type: str) -> float:
    """The q of the most specific range that matches the type; 0 where none does. No header accepts everything."""
    ranges = [part.split(";") for part in (accept or "*/*").split(",")]
    found = {name.strip().lower(): _q(parameters) for name, *parameters in ranges}
    for candidate in (media_type, media_type.split("/", maxsplit=1)[0] + "/*", "*/*"):
        if candidate in found:
            return found[candidate]
    return 0.0


def _q(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0


MediaChoice = Annotated[Media | None, Query(description="The representation, whatever the Accept header says.")]
LanguageChoice = Annotated[Language, Query(description="Language of pages: Vietnamese or English.")]


def represent(
    request: Request, workspace: WorkspaceDependency, f: MediaChoice = None, lang: LanguageChoice = "vi"
) -> Representation:
    """The representation of something that rests on what is loaded; FastAPI calls this before the route.

    :raises NotAcceptable: the request accepts neither JSON nor HTML
    :raises NotModified: the client has it already
    """
    return _chosen(request, _version(workspace), f, MEDIA_TYPES, lang)


def represent_table(
    request: Request,
    workspace: WorkspaceDependency,
    f: Annotated[TableMedia | None, Query(description="The representation, whatever the Accept header says.")] = None,
    lang: LanguageChoice = "vi",
) -> Representation:
    """As :func:`represent`, for what is available as CSV too.

    :raises NotAcceptable: the request accepts none of the three
    :raises NotModified: the client has it already
    """
    return _chosen(request, _version(workspace), f, TABLE_TYPES, lang)


def represent_releases(
    request: Request, workspace: WorkspaceDependency, f: MediaChoice = None, lang: LanguageChoice = "vi"
) -> Representation:
    """As :func:`represent`, for what rests on which releases there are."""
    made = " ".join(f"{release.version} {release.issued}" for release in workspace.shelf.releases())
    return _chosen(request, hashlib.sha256(made.encode()).hexdigest()[:12], f, MEDIA_TYPES, lang)


def _chosen(request: Request, state: str, f: M | None, available: Mapping[str, M], lang: Language) -> Representation:
    """The representation for a request of what is in this state."""
    media = f or preferred(request.headers.get("accept", ""), available)
    if media is None:
        types = " and ".join(filter(None, (", ".join([*available][:-1]), [*available][-1])))
        raise NotAcceptable(f"this is available as {types} only", "send one of them in Accept")
    etag = f'W/"{state}-{media}-{lang}-{build()}"'
    refuse_what_is_known(request, etag)
    return Representation(media, lang, etag)


def refuse_what_is_known(request: Request, etag: str) -> None:
    """Nothing, where the client does not have the representation of this tag.

    :raises NotModified: it has
    """
    known = {tag.strip() for tag in request.headers.get("if-none-match", "").split(",")}
    if etag in known or "*" in known:
        raise NotModified(etag)


def _version(workspace: Workspace) -> str:
    """What an answer rests on: the ledger's last change, and the last one that the property graph shows.

    Between the two a change is entered but not yet shown; an answer of that moment must not pass for the new one.
    """
    shown = ask(workspace, "applied")
    return f"{workspace.sequence}.{shown[0]['sequence'] if shown else 0}"


@lru_cache(maxsize=1)
def build() -> str:
    """A short digest of the program: its version, its pages, its scripts and styles; an upgrade changes every tag."""
    digest = hashlib.sha256(version("hoptac").encode())
    here = Path(__file__).resolve().parent
    for folder in ("pages", "static", "routes"):
        for path in sorted((here / folder).rglob("*")):
            if path.is_file() and path.suffix in {".html", ".css", ".js", ".svg", ".py"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


Represented = Annotated[Representation, Depends(represent)]
RepresentedTable = Annotated[Representation, Depends(represent_table)]
RepresentedReleases = Annotated[Representation, Depends(represent_releases)]
