"""The quad stores of the tests: ``quad_store`` runs one on the local store, the ``oxigraph`` server and Jena Fuseki.

Each server is started once and keeps its quads on disk, so that a test can stop it for a while.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import httpx
import pytest

from graph.local_quads import LocalQuadStore
from graph.quads import QuadStore
from graph.remote_quads import RemoteQuadStore
from graph.sparql_address import SparqlAddress
from tests.java import free_port, jars, need_java

_STARTS_WITHIN_SECONDS = 60


class Settings(TypedDict, total=False):
    """The arguments of a workspace that say where its quads are."""

    sparql: SparqlAddress


class LocalPlace:
    """The data folder itself."""

    def __init__(self) -> None:
        self.name = "local"
        self.settings: Settings = {}

    def opened(self, folder: Path) -> QuadStore:
        return LocalQuadStore(folder)


class SparqlPlace:
    """A SPARQL server in a process of its own, on a free port of the loopback interface."""

    def __init__(self, name: str, command: list[str], query: str, folder: Path) -> None:
        self.name = name
        self._port = free_port()
        self._folder = folder
        self._command = [part.format(port=self._port) for part in command]
        self.address = SparqlAddress.of(query.format(port=self._port))
        self.settings: Settings = {"sparql": self.address}

    def start(self) -> None:
        with (self._folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(self._command, cwd=self._folder, stdout=log, stderr=log)
        until = time.monotonic() + _STARTS_WITHIN_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise RuntimeError((self._folder / "server.log").read_text(encoding="utf-8")[-2000:])
            time.sleep(0.1)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(timeout=30)

    def empty(self) -> None:
        self.update("DROP ALL")

    def update(self, request: str) -> None:
        """What somebody else does to the server."""
        headers = {"Content-Type": "application/sparql-update"}
        httpx.post(self.address.update, content=request.encode(), headers=headers, timeout=60).raise_for_status()

    def opened(self, folder: Path) -> QuadStore:
        return RemoteQuadStore(self.address)

    def _answers(self) -> bool:
        try:
            return httpx.get(self.address.query, params={"query": "ASK { }"}).is_success
        except httpx.TransportError:
            return False


Place = LocalPlace | SparqlPlace


@pytest.fixture(scope="session")
def local_place() -> LocalPlace:
    return LocalPlace()


@pytest.fixture(scope="session")
def oxigraph_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlPlace]:
    program = str(Path(sys.executable).parent / "oxigraph")
    command = [program, "serve", "--location", "quads", "--bind", "127.0.0.1:{port}"]
    place = SparqlPlace("oxigraph", command, "http://127.0.0.1:{port}/query", tmp_path_factory.mktemp("oxigraph"))
    place.start()
    yield place
    place.stop()


@pytest.fixture(scope="session")
def fuseki_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparqlPlace]:
    """Fuseki with TDB2, which keeps numbers as values and writes them in a form of its own."""
    need_java("Apache Jena Fuseki")
    (jar,) = jars(Path(__file__).resolve().parent / "fuseki" / "pom.xml").glob("*.jar")
    folder = tmp_path_factory.mktemp("fuseki")
    (folder / "quads").mkdir()
    java = ["java", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar)]
    command = [*java, "--localhost", "--port={port}", "--tdb2", "--loc=quads", "--update", "/ds"]
    place = SparqlPlace("fuseki", command, "http://127.0.0.1:{port}/ds/query", folder)
    place.start()
    yield place
    place.stop()


def _empty(request: pytest.FixtureRequest, name: str) -> Place:
    place: Place = request.getfixturevalue(f"{name}_place")
    if isinstance(place, SparqlPlace):
        place.empty()
    return place


@pytest.fixture(params=["local", "oxigraph", pytest.param("fuseki", marks=pytest.mark.fuseki)])
def quad_store(request: pytest.FixtureRequest) -> Place:
    """An empty place for quads: the data folder, then each server."""
    return _empty(request, request.param)


@pytest.fixture(params=["oxigraph", pytest.param("fuseki", marks=pytest.mark.fuseki)])
def sparql_server(request: pytest.FixtureRequest) -> SparqlPlace:
    """An empty SPARQL server."""
    place = _empty(request, request.param)
    assert isinstance(place, SparqlPlace)
    return place
