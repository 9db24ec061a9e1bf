"""The real Neo4j server for the tests: its jars from Maven Central, run by the JDK that is there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import neo4j

from tests.java import free_port, jars

_HERE = Path(__file__).resolve().parent
_PASSWORD = "for-tests-only"


class Neo4jServer:
    """A server in an empty folder on a free port of the loopback interface; it ends with this process."""

    user = "neo4j"
    password = _PASSWORD
    database = "neo4j"

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self.uri = f"neo4j://127.0.0.1:{self.port}"
        self._log = (home / "server.log").open("w+", encoding="utf-8")
        # It lives for a minute or two: compiling its code thoroughly would cost more than it gains.
        java = ["java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
        command = [*java, "-cp", f"{jars(_HERE / 'pom.xml')}{os.sep}*", str(_HERE / "Server.java"), str(home / "data")]
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
