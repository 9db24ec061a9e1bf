"""The log over HTTP: for whoever shows a token, as problems of RFC 9457 and the challenge of RFC 6750 for the rest."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from graph.workspace import Workspace
from tests.api.serving import served
from tests.api.test_releases import load
from tests.graph.records import dispatch, news


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with open_workspace(Settings(data_dir=tmp_path_factory.mktemp("log"), actor="lan")) as opened:
        with opened.job("load") as did:
            load(opened, dispatch())
            load(opened, news())
            did["counts"] = {"loaded": 2}
        yield opened


@pytest.fixture(scope="module")
def client(workspace: Workspace) -> Iterator[httpx.Client]:
    with served(create_app(Settings(), workspace)) as address, httpx.Client(base_url=address, timeout=30) as opened:
        yield opened


def bearing(shown: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {shown}"}


@pytest.mark.parametrize(
    ("headers", "challenge"),
    [
        ({}, 'Bearer realm="hoptac"'),
        ({"Authorization": "Basic bGFuOmxhbg=="}, 'Bearer realm="hoptac"'),
        (bearing("hoptac_guessed"), 'Bearer realm="hoptac", error="invalid_token"'),
        (bearing("' OR 1=1 --"), 'Bearer realm="hoptac", error="invalid_token"'),
    ],
    ids=["nothing", "another scheme", "an unknown one", "one that is no token"],
)
def test_without_a_token_that_lets_in_nobody_reads_the_log(
    client: httpx.Client, headers: dict[str, str], challenge: str
) -> None:
    for path in ("/log/jobs", "/log/changes"):
        answer = client.get(path, headers=headers)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert answer.headers["www-authenticate"] == challenge


def test_who_has_a_token_reads_which_commands_did_what(client: httpx.Client, workspace: Workspace) -> None:
    headers = bearing(workspace.tokens.make("jobs"))
    answer = client.get("/log/jobs", headers=headers)
    assert answer.headers["cache-control"] == "no-store"
    (job,) = answer.json()["items"]
    assert (job["command"], job["who"], job["state"], job["did"]) == ("load", "lan", "done", {"counts": {"loaded": 2}})
    workspace.tokens.revoke("jobs")
    assert client.get("/log/jobs", headers=headers).status_code == 401


def test_changes_come_in_pages_and_by_document(client: httpx.Client, workspace: Workspace) -> None:
    client.headers.update(bearing(workspace.tokens.make("changes")))
    first = client.get("/log/changes?limit=1").json()
    assert (first["numberMatched"], first["numberReturned"]) == (2, 1)
    following = next(link["href"] for link in first["links"] if link["rel"] == "next")
    second = client.get(following).json()
    assert [page["items"][0]["sequence"] for page in (first, second)] == [2, 1]
    document = second["items"][0]["document"]
    of_one = client.get("/log/changes", params={"document": document}).json()
    assert [(item["sequence"], item["action"], item["who"]) for item in of_one["items"]] == [(1, "put", "lan")]
    assert client.get("/log/changes?limit=0").status_code == 422
