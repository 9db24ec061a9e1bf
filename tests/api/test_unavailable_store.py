"""A store that does not answer makes questions fail, not the process."""

from __future__ import annotations

from pathlib import Path

from httpx import Client

from api.app import create_app
from api.settings import Settings
from graph.workspace import Workspace
from tests.api.serving import served


def test_a_store_that_does_not_answer_is_said_so_and_the_process_lives(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, store_uri="bolt://127.0.0.1:1")
    with (
        Workspace(tmp_path, store_uri=settings.store_uri) as workspace,
        served(create_app(settings, workspace)) as address,
        Client(base_url=address, timeout=60) as client,
    ):
        assert client.get("/healthz").status_code == 200
        answer = client.get("/readyz")
        assert (answer.status_code, answer.json()["status"]) == (503, 503)
        assert answer.headers["retry-after"] == "5"
