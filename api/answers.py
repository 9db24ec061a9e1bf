"""From what a route found to what is sent: JSON, or a page filled from the same object."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel

from api.models import Collection, Link
from api.negotiation import Representation
from api.pages import address, page


def respond(
    request: Request, representation: Representation, found: BaseModel, template: str, /, **context: Any
) -> Response:
    """The answer in the negotiated representation, with its entity tag and its links."""
    headers = _headers(request, representation, found.links if isinstance(found, Collection) else ())
    if representation.media == "json":
        return Response(found.model_dump_json(by_alias=True, exclude_none=True), 200, headers, "application/json")
    headers["Content-Language"] = representation.language
    body = page(template, request, representation.language, **context)
    return Response(body, 200, headers, "text/html")


def respond_table(request: Request, representation: Representation, rows: Iterable[Iterable[object]]) -> Response:
    """A table as CSV (RFC 4180, UTF-8); the first of ``rows`` are the names of the columns."""
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return Response(out.getvalue(), 200, _headers(request, representation), "text/csv; header=present")


def respond_unkept(found: Collection) -> Response:
    """A list as JSON that nobody on the way may keep: it was answered to whoever showed a token."""
    headers = {"Cache-Control": "no-store", "Link": ", ".join(map(_written, found.links))}
    return Response(found.model_dump_json(by_alias=True), 200, headers, "application/json")


def _headers(request: Request, representation: Representation, links: Iterable[Link] = ()) -> dict[str, str]:
    return {
        "ETag": representation.etag,
        "Vary": "Accept",
        "Cache-Control": "no-cache",
        "Link": ", ".join(_written(link) for link in [*links, _alternate(request, representation)]),
    }


def _alternate(request: Request, representation: Representation) -> Link:
    other, media_type = ("html", "text/html") if representation.media == "json" else ("json", "application/json")
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "f"]
    return Link(rel="alternate", href=address(request.url.path, [*kept, ("f", other)]), type=media_type)


def _written(link: Link) -> str:
    return f'<{link.href}>; rel="{link.rel}"; type="{link.type}"'
