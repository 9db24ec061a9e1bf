"""Pages of lists: a limit, an opaque cursor over a total order, and the links between the pages (RFC 8288)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request

from api.dependencies import SettingsDependency
from api.models import Link
from api.pages import address
from ontology.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class Window:
    """Which items are wanted: ``limit`` of them after the first ``skip``."""

    skip: int
    limit: int
    path: str
    parameters: tuple[tuple[str, str], ...]

    def links(self, matched: int) -> list[Link]:
        """Links to this page, the first, the one before and the one after, as far as they are there."""
        links = [self._link("self", self.skip)]
        if self.skip:
            links += [self._link("first", 0), self._link("prev", max(0, self.skip - self.limit))]
        if self.skip + self.limit < matched:
            links.append(self._link("next", self.skip + self.limit))
        return links

    def _link(self, rel: str, skip: int) -> Link:
        parameters = [*self.parameters, *([("cursor", cursor_at(skip))] if skip else [])]
        return Link(rel=rel, href=address(self.path, parameters))


def cursor_at(skip: int) -> str:
    """The opaque name of a place in a list."""
    return base64.urlsafe_b64encode(f"after {skip}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> int:
    """The place that a cursor names.

    :raises InvalidRequest: no answer of ours contained this cursor
    """
    try:
        written = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        written = ""
    word, _, number = written.partition(" ")
    if word != "after" or not (number.isascii() and number.isdigit()) or len(number) > 12:
        raise InvalidRequest(f"{cursor!r} is no cursor", "take it from a link of the page before, or leave it out")
    return int(number)


def window(
    request: Request,
    settings: SettingsDependency,
    limit: Annotated[int | None, Query(ge=1, le=500, description="Items on one page.")] = None,
    cursor: Annotated[str | None, Query(max_length=64, description="Where the page begins, from a link.")] = None,
) -> Window:
    """The window that a request asks for; FastAPI calls this before the route."""
    kept = tuple((name, value) for name, value in request.query_params.multi_items() if name != "cursor")
    return Window(place_of(cursor) if cursor else 0, limit or settings.page_size, request.url.path, kept)


Windowed = Annotated[Window, Depends(window)]
