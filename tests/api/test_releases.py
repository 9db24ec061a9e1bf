"""Releases over HTTP: listed, described, downloaded byte for byte, compared. No store is needed for them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from graph.documents import Entry
from graph.exports.formats import FORMATS
from graph.releases.manifest import Publication
from graph.workspace import Workspace
from tests.api.serving import served
from tests.graph.records import EXTRACTOR, Document, dispatch, news

LICENCE = "https://example.vn/licence"


def load(workspace: Workspace, document: Document) -> None:
    entry = Entry(document.filename, True, document.source, document.text, document.record, EXTRACTOR, "1")
    workspace._holdings.ledger.put(entry)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_workspace(Settings(data_dir=tmp_path_factory.mktemp("released"))) as opened:
        publication = Publication(publisher="Viện <Ví dụ>", licence=LICENCE)
        load(opened, dispatch())
        opened.release("1.0", publication, ["trig"])
        load(opened, news())
        opened.release("1.1", publication, FORMATS)
        yield opened


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[httpx.Client]:
    with served(create_app(Settings(), workspace)) as address, httpx.Client(base_url=address, timeout=30) as opened:
        yield opened


def test_the_newest_release_comes_first(client: httpx.Client) -> None:
    found = client.get("/releases").json()
    assert found["numberMatched"] == 2
    assert [(item["version"], item["documents"]) for item in found["items"]] == [("1.1", 2), ("1.0", 1)]
    following = [link["href"] for link in client.get("/releases?limit=1").json()["links"] if link["rel"] == "next"]
    assert [item["version"] for item in client.get(following[0]).json()["items"]] == ["1.0"]


def test_every_file_that_a_release_names_is_there_with_its_checksum_and_media_type(client: httpx.Client) -> None:
    found = client.get("/releases/1.1").json()
    assert (found["publisher"], found["licence"], found["previous"]) == ("Viện <Ví dụ>", LICENCE, "1.0")
    exports = {file["name"] for file in found["files"] if "label" in file}
    assert exports == {f"hoptac{format_.suffix}" for format_ in FORMATS.values()}
    assert {file["name"] for file in found["files"]} - exports == {
        "SHA256SUMS",
        "dataset.jsonld",
        "dataset.ttl",
        "release.json",
    }
    for file in found["files"]:
        answer = client.get(file["href"])
        assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
        assert (len(answer.content), answer.headers["content-type"]) == (file["bytes"], file["media_type"])
        assert answer.headers["etag"] == f'"{file["sha256"]}"'
        assert answer.headers["content-disposition"].startswith("attachment")
        again = client.get(file["href"], headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_a_head_and_a_range_of_a_file_are_answered(client: httpx.Client) -> None:
    whole = client.get("/releases/1.1/hoptac.nq").content
    head = client.head("/releases/1.1/hoptac.nq")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(whole)))
    part = client.get("/releases/1.1/hoptac.nq", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])


@pytest.mark.parametrize(
    "path",
    [
        "/releases/2.0",
        "/releases/1.1/making.lock",
        "/releases/1.1/..%2f..%2fledger.sqlite",
        "/releases/..%2f1.1",
        "/releases/%2e%2e/hoptac.nq",
        "/releases/1.0/hoptac.gexf",
        "/releases/1.0/changes/9",
    ],
)
def test_what_is_no_release_or_no_file_of_one_is_a_problem(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_changes_between_two_releases_are_json_lines_and_text_for_browsers(client: httpx.Client) -> None:
    answer = client.get("/releases/1.0/changes/1.1")
    assert answer.headers["content-type"] == "application/jsonl"
    (change,) = [json.loads(line) for line in answer.content.splitlines()]
    assert (change["document"], change["change"]) == ("tin.txt", "added")
    assert "ht:Agreement" in {each["type"] for each in change["statements"]}
    tag = {"If-None-Match": answer.headers["etag"]}
    assert client.get("/releases/1.0/changes/1.1", headers=tag).status_code == 304
    text = client.get("/releases/1.0/changes/1.1", headers={"Accept": "text/html"})
    assert text.headers["content-type"] == "text/plain; charset=utf-8"
    assert text.text.startswith("+ tin.txt\n    + ht:")
    assert client.get("/releases/1.1/changes/1.0").json()["change"] == "removed"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_releases_have_pages_that_escape_what_they_show(client: httpx.Client, language: str) -> None:
    listed = client.get(f"/releases?f=html&lang={language}").text
    assert '<a href="/releases/1.1' in listed
    page = client.get(f"/releases/1.1?f=html&lang={language}").text
    assert "Viện &lt;Ví dụ&gt;" in page
    assert f'<a rel="license" href="{LICENCE}">' in page
    assert 'href="/releases/1.0/changes/1.1"' in page
    assert (FORMATS["csv"].label_en if language == "en" else FORMATS["csv"].label) in page


def test_a_new_release_changes_the_tag_of_the_list(client: httpx.Client, workspace: Workspace) -> None:
    tag = client.get("/releases").headers["etag"]
    assert client.get("/releases", headers={"If-None-Match": tag}).status_code == 304
    workspace.release("1.2", Publication(), ["trig"])
    assert client.get("/releases", headers={"If-None-Match": tag}).status_code == 200
