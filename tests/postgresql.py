"""The real PostgreSQL for the tests: a cluster of its own in a folder of its own, ended with the tests."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import sqlalchemy as sa

_PASSWORD = "for-tests-only"
_USER = "hoptac"


def programs() -> Path | None:
    """The folder of the server's programs; Debian keeps them out of PATH."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: -float(folder.parent.name))
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def missing() -> str | None:
    """What this machine lacks to run it, in one line; None where nothing is."""
    if programs() is None:
        return "PostgreSQL needs its server (Debian: postgresql): 'initdb' is not here"
    for program in ("setpriv", "openssl"):
        if shutil.which(program) is None:
            return f"PostgreSQL for the tests needs {program!r}, which is not here"
    return None


class PostgreSQL:
    """A server on a free port of the loopback interface, with a certificate that nobody has signed.

    It sorts as Vietnamese does, so that whatever relies on the order of code points has to say so.
    """

    def __init__(self) -> None:
        folder = programs()
        assert folder is not None
        self._home = Path(tempfile.mkdtemp(prefix="hoptac-postgresql-"))
        secret, data = self._home / "password", self._home / "data"
        secret.write_text(_PASSWORD, encoding="utf-8")
        self._as_user: list[str] = []
        if os.getuid() == 0:  # it refuses to run as root
            user = pwd.getpwnam("postgres")
            for path in (self._home, secret):
                os.chown(path, user.pw_uid, user.pw_gid)
            self._as_user = ["--reuid=postgres", "--regid=postgres", "--clear-groups"]
        self._run(
            *(str(folder / "initdb"), "--pgdata", str(data), "--username", _USER, "--pwfile", str(secret), "--no-sync"),
            *("--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=vi"),
        )
        certificate = ("-keyout", str(data / "server.key"), "-out", str(data / "server.crt"), "-subj", "/CN=localhost")
        self._run("openssl", "req", "-new", "-x509", "-nodes", "-newkey", "rsa:2048", *certificate)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        options = {
            "port": self.port,
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": data,
            "ssl": "on",
            "fsync": "off",
        }
        self._log = (self._home / "server.log").open("w", encoding="utf-8")
        self._process = subprocess.Popen(
            [
                *("setpriv", "--pdeathsig=QUIT", *self._as_user, str(folder / "postgres"), "-D", str(data)),
                *(f"--{name}={value}" for name, value in options.items()),
            ],
            stderr=self._log,
            stdout=self._log,
        )
        self._databases = 0
        self._admin = sa.create_engine(
            self.address("postgres").replace("postgresql", "postgresql+pg8000", 1), isolation_level="AUTOCOMMIT"
        )
        self._wait()

    def address(self, database: str) -> str:
        return f"postgresql://{_USER}:{_PASSWORD}@127.0.0.1:{self.port}/{database}"

    def database(self) -> str:
        """The address of a new, empty database."""
        self._databases += 1
        name = f"ledger_{self._databases}"
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        return self.address(name)

    def stop(self) -> None:
        self._admin.dispose()
        self._process.send_signal(signal.SIGINT)  # it ends without waiting for its clients
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def _run(self, *command: str) -> None:
        subprocess.run(["setpriv", *self._as_user, *command], cwd=self._home, check=True, capture_output=True)

    def _wait(self) -> None:
        until = time.monotonic() + 30
        while True:
            try:
                self._admin.connect().close()
            except sa.exc.DBAPIError:
                if self._process.poll() is not None or time.monotonic() > until:
                    raise
                time.sleep(0.05)
            else:
                return
