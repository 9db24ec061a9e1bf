"""How answers travel: representations, entity tags, links, security headers, problems."""

from __future__ import annotations

from typing import Any

import pytest
from httpx import Client

#: What stands here does not depend on the store.
pytestmark = pytest.mark.parametrize("client", ["embedded"], indirect=True)

HTML = {"Accept": "text/html"}
PAGES = [
    "/",
    "/?q=binh+thuan",
    "/localities",
    "/localities/binh-thuan",
    "/localities/lam-dong-2025?as_of=today",
    "/fields",
    "/fields/tourism/localities",
    "/agreements",
    "/agreements?locality=binh-thuan&field=tourism&period=2016&q=du+lich",
    "/tasks",
    "/bodies",
    "/bodies/so-ke-hoach-va-dau-tu--binh-thuan",
    "/documents",
    "/documents/cong-van",
    "/documents/hostile",
    "/network",
    "/network?field=tourism&period=2012&as_of=today",
    "/network/statements?source=binh-thuan&target=ho-chi-minh",
    "/agreements?facets=field,kind,year,locality&kind=programme",
    "/matrix",
    "/matrix?by=field&field=tourism&kind=programme&period=2012&as_of=today",
]
ERRORS = [
    ("/localities/atlantis", 404),
    ("/fields/alchemy/localities", 404),
    ("/agreements/none", 404),
    ("/bodies/none", 404),
    ("/documents/none", 404),
    ("/id/unicorn/x", 404),
    ("/no-such-page", 404),
    ("/agreements?period=soon", 422),
    ("/agreements?limit=0", 422),
    ("/agreements?limit=100000", 422),
    ("/agreements?cursor=nonsense", 422),
    ("/network?as_of=tomorrow", 422),
    ("/network/statements?source=binh-thuan", 422),
    ("/documents?lang=fr", 422),
    ("/fields?f=xml", 422),
    ("/fields?f=csv", 422),
    ("/agreements?facets=colour", 422),
    ("/matrix?field=alchemy", 404),
    ("/matrix?by=body", 422),
]


@pytest.mark.parametrize("page", PAGES)
def test_one_address_answers_programs_with_json_and_browsers_with_a_page(client: Client, page: str) -> None:
    data, shown = client.get(page), client.get(page, headers=HTML)
    assert (data.status_code, data.headers["content-type"]) == (200, "application/json")
    assert (shown.status_code, shown.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert data.headers["vary"] == shown.headers["vary"] == "Accept"
    assert shown.text.startswith("<!doctype html>")
    assert 'type="text/html"' in data.headers["link"]


@pytest.mark.parametrize("page", PAGES)
def test_pages_speak_vietnamese_and_english_and_keep_the_language_in_their_links(client: Client, page: str) -> None:
    vietnamese = client.get(page, headers=HTML)
    english = client.get(page, params={"lang": "en"} if "?" not in page else None, headers=HTML)
    assert (vietnamese.headers["content-language"], '<html lang="vi">' in vietnamese.text) == ("vi", True)
    if "?" not in page:
        assert (english.headers["content-language"], '<html lang="en">' in english.text) == ("en", True)
        assert 'href="/network?lang=en"' in english.text


@pytest.mark.parametrize("page", PAGES)
def test_nothing_on_a_page_is_inline_or_from_another_host(client: Client, page: str) -> None:
    shown = client.get(page, headers=HTML).text.replace("&lt;", "")
    for inline in (" style=", "<style", "javascript:", ' onerror="', " onclick="):
        assert inline not in shown.replace("onerror=&#34;", "")
    assert 'src="http' not in shown
    assert 'href="http' not in shown


def test_an_address_can_choose_the_representation_without_a_header(client: Client) -> None:
    assert client.get("/fields?f=html").headers["content-type"].startswith("text/html")
    assert client.get("/fields?f=json", headers=HTML).headers["content-type"] == "application/json"


def test_what_is_neither_json_nor_html_is_not_acceptable(client: Client) -> None:
    answer = client.get("/fields", headers={"Accept": "text/turtle"})
    assert (answer.status_code, answer.json()["status"]) == (406, 406)


def test_a_client_that_has_the_answer_gets_none(client: Client) -> None:
    first = client.get("/agreements")
    again = client.get("/agreements", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert again.headers["vary"] == "Accept"


def test_the_entity_tag_tells_representations_and_languages_apart(client: Client) -> None:
    tags = {
        client.get("/agreements").headers["etag"],
        client.get("/agreements", headers=HTML).headers["etag"],
        client.get("/agreements?lang=en", headers=HTML).headers["etag"],
    }
    assert len(tags) == 3


def test_an_answer_is_the_same_bytes_each_time(client: Client) -> None:
    for page in PAGES:
        assert client.get(page, headers=HTML).content == client.get(page, headers=HTML).content


@pytest.mark.parametrize("path", ["/", "/static/site.css", "/static/network.js", "/no-such-page", "/openapi.json"])
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_head_answers_like_get_without_a_body(client: Client) -> None:
    head, get = client.head("/agreements"), client.get("/agreements")
    assert (head.status_code, head.content, head.headers["etag"]) == (200, b"", get.headers["etag"])


@pytest.mark.parametrize(("address_", "status"), ERRORS)
def test_an_error_is_a_problem_that_says_what_is_wrong(client: Client, address_: str, status: int) -> None:
    answer = client.get(address_)
    problem: dict[str, Any] = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status)
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["title"]
    assert problem["detail"]
    assert problem["instance"] == address_.split("?", maxsplit=1)[0]


@pytest.mark.parametrize(("address_", "status"), ERRORS)
def test_a_browser_gets_an_error_as_a_page(client: Client, address_: str, status: int) -> None:
    answer = client.get(address_, headers=HTML)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert str(status) in answer.text


def test_only_reading_is_allowed(client: Client) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.request(method, "/documents/cong-van")
        assert (answer.status_code, answer.headers["content-type"]) == (405, "application/problem+json")


def test_what_a_request_says_is_escaped_where_a_page_repeats_it(client: Client) -> None:
    for page in ("/", "/agreements", "/bodies", "/documents"):
        shown = client.get(page, params={"q": '"><script>alert(1)</script>'}, headers=HTML).text
        assert "<script>alert" not in shown


def test_what_a_document_says_is_escaped_wherever_a_page_repeats_it(client: Client) -> None:
    for page in (*PAGES, "/localities/ca-mau", "/localities/kien-giang", "/tasks?document=hostile", "/?q=ca+mau"):
        shown = client.get(page, headers=HTML).text
        assert "<script>document" not in shown, page
        assert "<img src=x" not in shown, page
        assert "49" not in shown or "7 * 7" not in shown or "{{ 7 * 7 }}" in shown, page


def test_the_description_of_the_api_is_complete(client: Client) -> None:
    described = client.get("/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    for path, methods in described["paths"].items():
        operation = methods["get"]
        assert operation["summary"], path
        assert operation["description"], path
        for parameter in operation.get("parameters", []):
            assert parameter["in"] == "path" or parameter.get("description"), (path, parameter["name"])
    answer = described["paths"]["/agreements"]["get"]["responses"]
    assert answer["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/Agreements")
    assert "text/html" in answer["200"]["content"]
    assert "application/problem+json" in answer["422"]["content"]
