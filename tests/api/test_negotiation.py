"""Programs get JSON, browsers get pages, and nobody gets what they do not accept."""

from __future__ import annotations

import pytest

from api.negotiation import MEDIA_TYPES, TABLE_TYPES, preferred

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "media", "reason"),
    [
        ("", "json", "no header accepts everything, and JSON is the default"),
        ("*/*", "json", "what curl sends"),
        (BROWSER, "html", "what a browser sends"),
        ("application/json", "json", "asked for"),
        ("text/html", "html", "asked for"),
        ("text/html;q=0.5, application/json", "json", "the higher quality wins"),
        ("text/html, application/json;q=0.9", "html", "the higher quality wins"),
        ("text/*", "html", "a range of types"),
        ("application/*;q=0.2, text/*;q=0.3", "html", "ranges have qualities too"),
        ("*/*, application/json;q=0", "html", "a quality of 0 forbids the type"),
        ("TEXT/HTML", "html", "types know no case"),
        ("text/html; charset=utf-8; q=0.1, application/json; q=0.2", "json", "other parameters do not matter"),
        ("image/png", None, "neither is an image"),
        ("text/turtle, application/json;q=0", None, "the only one that is left is forbidden"),
        ("text/html;q=nonsense", None, "a quality that is no number accepts nothing"),
    ],
)
def test_the_accept_header_decides(accept: str, media: str | None, reason: str) -> None:
    assert preferred(accept, MEDIA_TYPES) == media, reason


@pytest.mark.parametrize(
    ("accept", "media", "reason"),
    [
        ("text/csv", "csv", "asked for"),
        (BROWSER, "html", "a browser is never sent a file where there is a page"),
        ("text/*", "html", "a page comes before a file"),
        ("*/*", "json", "JSON is the default here too"),
    ],
)
def test_a_table_is_available_as_csv_too(accept: str, media: str, reason: str) -> None:
    assert preferred(accept, TABLE_TYPES) == media, reason
