"""The real Neo4j server for the tests: its jars from Maven Central, run by the JDK that is there."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import neo4j

_HERE = Path(__file__).resolve().parent
_JARS = _HERE.parent.parent / "build" / "neo4j"
_PASSWORD = "for-tests-only"


def missing() -> str | None:
    """What this machine lacks to run it, in one line; None where nothing is."""
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            return f"the Neo4j server needs a JDK ≥ 17 and Maven: {program!r} is not here"
    version = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', version)
    if found is None or int(found[1]) < 17:
        return f"the Neo4j server needs a JDK ≥ 17, and here is {version.splitlines()[0] if version else 'none'}"
    return None


class Neo4jServer:
    """A server in an empty folder on a free port of the loopback interface; it ends with this process."""

    user = "neo4j"
    password = _PASSWORD
    database = "neo4j"

    def __init__(self, home: Path) -> None:
        self.port = _free_port()
        self.uri = f"neo4j://127.0.0.1:{self.port}"
        self._log = (home / "server.log").open("w+", encoding="utf-8")
        # It lives for a minute or two: compiling its code thoroughly would cost more than it gains.
        java = ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
        command = [*java, "-cp", f"{_jars()}{os.sep}*", str(_HERE / "Server.java"), str(home / "data")]
        self._process = subprocess.Popen(
            [*command, str(self.port)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
            encoding="utf-8",
        )
        assert self._process.stdout is not None
        if "ready" not in self._process.stdout.readline():
            self.stop()
            raise RuntimeError(f"Neo4j did not start: {(home / 'server.log').read_text(encoding='utf-8')[-2000:]}")
        change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
        with neo4j.GraphDatabase.driver(self.uri, auth=("neo4j", "neo4j")) as driver:
            driver.execute_query(change, password=_PASSWORD, database_="system")

    def stop(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._process.stdout.close()
        self._log.close()


def _jars() -> Path:
    """The folder with the jars; they are fetched when the pom is newer than what is there."""
    done, pom = _JARS / "pom.xml", _HERE / "pom.xml"
    if not done.exists() or done.read_bytes() != pom.read_bytes():
        shutil.rmtree(_JARS, ignore_errors=True)
        fetch = [
            "mvn",
            "-q",
            "-B",
            "-f",
            str(pom),
            "dependency:copy-dependencies",
            f"-DoutputDirectory={_JARS / 'lib'}",
        ]
        subprocess.run(fetch, check=True)
        shutil.copy(pom, done)
    return _JARS / "lib"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
