"""The pages: Jinja2 templates that escape everything, in Vietnamese, or in English where ``lang=en`` asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from api.models import Evidence
from api.pages.texts import text_in
from ontology.codes import LEAST_SURE


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates of ``api/pages/templates``; a name that the page was not given is an error."""
    found = Environment(
        loader=PackageLoader("api.pages", "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["date"] = written_date
    found.filters["number"] = written_number
    found.filters["shorten"] = shortened
    found.filters["by_quote"] = by_quote
    found.globals["least_sure"] = LEAST_SURE
    return found


def page(template: str, request: Request, language: str, **context: Any) -> str:
    """A page as HTML text."""
    parameters = [(name, value) for name, value in request.query_params.multi_items() if name not in ("lang", "f")]

    def name(thing: Any) -> str:
        """The name of something in the language of the page."""
        return str(thing.name_en) if language == "en" and thing.name_en else str(thing.name)

    return (
        environment()
        .get_template(template)
        .render(
            t=text_in(language),
            lang=language,
            href=linker(language),
            name=name,
            path=request.url.path,
            here=address(request.url.path, parameters),
            in_vietnamese=address(request.url.path, parameters),
            in_english=address(request.url.path, [*parameters, ("lang", "en")]),
            in_json=address(request.url.path, [*parameters, ("f", "json")]),
            in_csv=address(request.url.path, [*parameters, ("f", "csv")]),
            build=request.app.state.build,
            q=request.query_params.get("q", ""),
            **context,
        )
    )


def linker(language: str) -> Callable[..., str]:
    """A function from a path and parameters to an address that keeps the language; empty parameters are left out."""

    def href(path: str, /, **parameters: object) -> str:
        given = [(name, str(value)) for name, value in parameters.items() if value not in (None, "")]
        return address(quote(path, safe="/"), [*given, ("lang", "en")] if language == "en" else given)

    return href


def address(path: str, parameters: list[tuple[str, str]]) -> str:
    """A path with its parameters."""
    return f"{path}?{urlencode(parameters)}" if parameters else path


def written_date(value: str | None) -> str:
    """``2014-08-27`` as ``27/08/2014``, ``2014-10`` as ``10/2014``, ``--03-12`` as ``12/03``."""
    if not value:
        return ""
    return "/".join(reversed([part for part in value.lstrip("-").split("-") if part]))


def written_number(value: float) -> str:
    """``50000.0`` as ``50.000``: digits as they are grouped in Vietnamese."""
    whole = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return whole.translate(str.maketrans(",.", ".,"))


def by_quote(evidence: Iterable[Evidence]) -> list[list[Evidence]]:
    """The passages in groups that say the same words, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Evidence]] = {}
    for item in evidence:
        groups.setdefault((item.document, " ".join(item.quote.split()).casefold()), []).append(item)
    return list(groups.values())


def shortened(identifier: str) -> str:
    """An id that fits on a line."""
    return identifier if len(identifier) <= 28 else f"{identifier[:27]}…"
