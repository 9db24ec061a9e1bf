"""Programs from Maven Central for the tests: what it takes to run them, and where they are once fetched."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from graph.locks import FileLock

_FETCH_SECONDS = 300.0
_BUILD = Path(__file__).resolve().parent.parent / "build"


def need_java(what: str) -> None:
    """Skip the test where a JDK ≥ 17 or Maven is missing, saying so; in CI let it fail."""
    lacking = _missing(what)
    if lacking and os.environ.get("CI") == "true":
        pytest.fail(lacking)
    if lacking:
        pytest.skip(lacking)


def _missing(what: str) -> str | None:
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            return f"{what} needs a JDK ≥ 17 and Maven: {program!r} is not here"
    version = subprocess.run(["java", "-version"], capture_output=True, text=True, check=False).stderr
    found = re.search(r'version "(\d+)', version)
    if found is None or int(found[1]) < 17:
        return f"{what} needs a JDK ≥ 17, and here is {version.splitlines()[0] if version else 'none'}"
    return None


def jars(pom: Path) -> Path:
    """The folder with what a pom depends on; it is fetched when the pom is newer than what is there."""
    kept = _BUILD / pom.parent.name
    _BUILD.mkdir(exist_ok=True)
    # Of several processes of the tests one fetches, and the others wait for it.
    lock = FileLock(_BUILD / f"{kept.name}.lock")
    assert lock.acquire(timeout=_FETCH_SECONDS), f"somebody else has been fetching what {pom} names for minutes"
    try:
        _fetch(pom, kept)
    finally:
        lock.release()
    return kept / "lib"


def _fetch(pom: Path, kept: Path) -> None:
    done = kept / "pom.xml"
    if not done.exists() or done.read_bytes() != pom.read_bytes():
        shutil.rmtree(kept, ignore_errors=True)
        fetch = ["mvn", "-q", "-B", "-f", str(pom), "dependency:copy-dependencies"]
        subprocess.run([*fetch, f"-DoutputDirectory={kept / 'lib'}"], check=True)
        shutil.copy(pom, done)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
