"""The container files say what they should; the Dockerfile's own commands build a program that runs, without Docker."""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
COMPOSE = ROOT / "docker-compose.yml"
DOCKERFILE = ROOT / "Dockerfile"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))["services"]
    return services


def test_neo4j_is_the_long_term_release_with_a_health_check_and_a_named_volume(services: dict[str, Any]) -> None:
    neo4j = services["neo4j"]
    assert neo4j["image"].startswith("neo4j:5.26")
    assert neo4j["healthcheck"]["test"]
    assert neo4j["volumes"] == ["neo4j-data:/data"]


def test_no_secret_stands_in_the_compose_file(services: dict[str, Any]) -> None:
    for service in services.values():
        for name, value in service.get("environment", {}).items():
            if "PASSWORD" in name or "AUTH" in name:
                assert "${HOPTAC_STORE_PASSWORD:?" in value or value == "${HOPTAC_LEDGER_PASSWORD:-}"


def test_the_quad_store_is_the_locked_server_and_open_to_the_other_services_only(services: dict[str, Any]) -> None:
    oxigraph = services["oxigraph"]
    assert oxigraph["build"]["target"] == "quads"
    assert "--require-hashes --requirement /tmp/quads.txt" in stages()["quads"]
    assert re.findall(r"^oxigraph==(\S+)", (ROOT / "requirements" / "quads.txt").read_text(), re.MULTILINE) == [
        importlib.metadata.version("oxigraph")
    ], "the server that the tests have run on"
    assert oxigraph["healthcheck"]["test"]
    assert oxigraph["volumes"] == ["oxigraph-data:/data"]
    assert "ports" not in oxigraph
    assert services["api"]["environment"]["HOPTAC_SPARQL_URI"] == "http://oxigraph:7878/query"


def test_postgresql_starts_only_where_it_is_asked_for_and_never_without_a_password(services: dict[str, Any]) -> None:
    """Its image refuses an empty password; a compose file cannot demand one for a profile that is not used."""
    postgresql = services["postgresql"]
    assert postgresql["profiles"] == ["postgresql"]
    assert postgresql["environment"]["POSTGRES_PASSWORD"] == "${HOPTAC_LEDGER_PASSWORD:-}"
    assert "ports" not in postgresql
    assert services["api"]["depends_on"]["postgresql"] == {"condition": "service_healthy", "required": False}


def test_the_api_waits_for_a_healthy_store_and_is_open_to_this_machine_only(services: dict[str, Any]) -> None:
    api = services["api"]
    for store in ("neo4j", "oxigraph"):
        assert api["depends_on"][store] == {"condition": "service_healthy"}
    assert all(port.startswith("127.0.0.1:") for port in api["ports"])


def stages() -> dict[str, str]:
    """The text of each stage of the Dockerfile by its name; the last one has none."""
    _, *found = DOCKERFILE.read_text(encoding="utf-8").split("\nFROM ")
    return {name[1] if (name := re.match(r"\S+ AS (\S+)", stage)) else "": stage for stage in found}


@pytest.mark.parametrize("stage", ["quads", ""])
def test_the_images_run_as_a_user_without_rights(stage: str) -> None:
    assert re.search(r"^USER hoptac$", stages()[stage], re.MULTILINE)


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs everything anew; runs in CI (CI=true)")
def test_the_commands_of_the_dockerfile_build_a_program_that_runs(tmp_path: Path) -> None:
    source, opt = tmp_path / "src", tmp_path / "opt"
    ignored = (".git", ".venv", ".data", "tests", "docs", "benchmarks", "node_modules", "__pycache__")
    shutil.copytree(ROOT, source, ignore=shutil.ignore_patterns(*ignored))
    (source / "api" / "static" / "network.js").unlink(missing_ok=True)
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    environment["PATH"] = f"{Path(sys.base_prefix) / 'bin'}:{environment['PATH']}"
    commands = re.findall(r"^RUN (.+)$", stages()["build"], re.MULTILINE)
    commands += re.findall(r"^RUN (python .+)$", stages()["quads"], re.MULTILINE)
    for command in commands:
        native = (
            command.replace("/tmp/quads.txt", "requirements/quads.txt")
            .replace("/opt/", f"{opt}/")
            .replace("PYTHONPATH=/src", f"PYTHONPATH={source}")
        )
        subprocess.run(["sh", "-ec", native], cwd=source, env=environment, check=True)
    hoptac = opt / "run" / "bin" / "hoptac"
    said = subprocess.run([hoptac, "--version"], cwd=tmp_path, env=environment, check=True, capture_output=True)
    assert b"hoptac" in said.stdout
    oxigraph = subprocess.run([opt / "quads" / "bin" / "oxigraph", "--version"], check=True, capture_output=True)
    assert b"oxigraph" in oxigraph.stdout
    installed = next((opt / "run").glob("lib/python*/site-packages/api"))
    assert (installed / "static" / "network.js").is_file()
