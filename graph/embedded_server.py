"""The process that runs the embedded property store: ``python -m graph.embedded_server FOLDER IDLE_SECONDS``.

It detaches itself, so that it outlives the command that happened to start it, and ends when no process holds
``users.lock`` in its folder any more. ``server.lock`` is held as long as it runs; ``state.json`` says where it listens.
Its log is ``server.log`` in the folder.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import psutil

from graph.locks import FileLock

DATABASE = "hoptac"
ADMIN, READER = "root", "reader"
CREDENTIALS, STATE, LOG, SERVER_LOCK, USERS_LOCK = (
    "credentials.json",
    "state.json",
    "server.log",
    "server.lock",
    "users.lock",
)
_POLL_SECONDS = 0.5
_HEAP = "512m"
_JVM_ARGUMENTS = (
    "-Darcadedb.txWalFlush=2",  # what was acknowledged survives a power cut
    "-Darcadedb.command.timeout=60000",
    "-Darcadedb.bolt.maxMessageSize=67108864",
    "-Darcadedb.bolt.packstream.maxValueLength=67108864",
    "-Darcadedb.opencypher.loadCsv.allowFileUrls=false",
    "-Darcadedb.opencypher.loadCsv.allowRemoteUrls=false",
)
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
#: What the users of each group may do, in ArcadeDB's words; a read transaction alone does not keep it from writing.
_GROUPS = {
    "admin": {
        "resultSetLimit": -1,
        "readTimeout": -1,
        "access": ["updateSecurity", "updateSchema", "updateDatabaseSettings"],
        "types": {"*": {"access": _ALL}},
    },
    READER: {"resultSetLimit": -1, "readTimeout": 10000, "access": [], "types": {"*": {"access": ["readRecord"]}}},
    "*": {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": []}}},
}


def main(folder: Path, idle_seconds: float) -> None:
    """Run the server in its folder until nobody uses it."""
    os.chdir(folder)
    if os.fork():
        os._exit(0)  # the starter waits for this; the child is nobody's any more
    os.setsid()
    os.umask(0o077)
    _log_to(Path(LOG))
    lock = FileLock(Path(SERVER_LOCK))
    if not lock.acquire(timeout=2):
        sys.stderr.write("another server runs in this folder\n")
        os._exit(3)
    Path(STATE).unlink(missing_ok=True)
    signal.signal(signal.SIGTERM, _stop_on_signal)
    server = _start(folder)
    try:
        _wait_until_unused(idle_seconds)
    finally:
        Path(STATE).unlink(missing_ok=True)
        server.stop()
        os._exit(0)  # the JVM would wait for connections that are still open


def _start(folder: Path) -> Any:
    # Here, because importing it costs a second that the detaching parent need not wait for.
    from arcadedb_embedded.server import ArcadeDBServer  # noqa: PLC0415

    passwords = json.loads(Path(CREDENTIALS).read_text(encoding="utf-8"))
    Path("config").mkdir(exist_ok=True)
    groups = {"databases": {"*": {"groups": _GROUPS}}, "version": 2}
    Path("config/server-groups.json").write_text(json.dumps(groups), encoding="utf-8")
    http_port = _free_port()
    server = ArcadeDBServer(
        str(folder),
        passwords[ADMIN],
        config={
            "server_plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
            "host": "127.0.0.1",
            "bolt_port": 0,
            "http_port": http_port,
            "bolt_defaultDatabase": DATABASE,
            "mode": "production",
        },
        jvm_kwargs={"heap_size": _HEAP, "jvm_args": _JVM_ARGUMENTS},
    )
    server.start()
    server.create_database(DATABASE)
    _make_reader(server, passwords[READER])
    state = {"pid": os.getpid(), "bolt_port": _bolt_port(http_port)}
    fresh = Path(f"{STATE}.new")
    fresh.write_text(json.dumps(state), encoding="utf-8")
    fresh.replace(STATE)
    return server


def _make_reader(server: Any, password: str) -> None:
    import jpype  # noqa: PLC0415

    security = server._java_server.getSecurity()
    if not security.existsUser(READER):
        user = {"name": READER, "password": str(security.encodePassword(password)), "databases": {"*": [READER]}}
        json_object = jpype.JClass("com.arcadedb.serializer.json.JSONObject")
        security.createUser(json_object(json.dumps(user)))


def _wait_until_unused(idle_seconds: float) -> None:
    """Return, keeping ``users.lock`` so that a newcomer waits for the next server, after a while without users."""
    users = FileLock(Path(USERS_LOCK))
    unused_since = time.monotonic()
    while True:
        time.sleep(_POLL_SECONDS)
        if not users.acquire():
            unused_since = time.monotonic()
        elif time.monotonic() - unused_since >= idle_seconds:
            return
        else:
            users.release()


def _bolt_port(http_port: int) -> int:
    """The port that Bolt chose: the other one that this process listens on."""
    listening = (c for c in psutil.Process().net_connections("tcp") if c.status == psutil.CONN_LISTEN)
    return next(c.laddr.port for c in listening if c.laddr.port != http_port)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _log_to(path: Path) -> None:
    """Send what this process and the JVM print to the log; the former log is kept as ``.1``."""
    with suppress(FileNotFoundError):
        path.replace(path.with_suffix(".log.1"))
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for stream in (1, 2):
        os.dup2(log, stream)
    os.close(log)


def _stop_on_signal(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
