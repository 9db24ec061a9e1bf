"""The embedded property store of a data folder: found where it runs, started where it does not."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.bolt import Address, Bolt
from graph.embedded_server import ADMIN, CREDENTIALS, DATABASE, LOG, READER, SERVER_LOCK, STATE, USERS_LOCK
from graph.locks import FileLock
from ontology.errors import StoreBusy, StoreUnavailable

#: Seconds without any user after which a server ends; commands that follow each other find it warm.
IDLE_SECONDS = 10.0
_READY_SECONDS = 60.0
_POLL_SECONDS = 0.05


class EmbeddedStore:
    """Keeps the server of one folder running as long as this object is open; others may use it too."""

    def __init__(self, folder: Path, idle_seconds: float = IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self.folder = folder.resolve()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._user = FileLock(self.folder / USERS_LOCK)

    def address(self) -> Address:
        """Where the running store answers; it is started first where it does not run.

        :raises StoreUnavailable: it cannot be started; the message ends with what its log says
        """
        if not self._user.held and not self._user.acquire(shared=True, timeout=_READY_SECONDS):
            raise StoreBusy(f"the store in {self.folder} does not stop", "see who runs graph.embedded_server")
        with self._starting():
            passwords = self._passwords()
            if not self._runs():
                self._spawn()
            return self._ready(passwords)

    def close(self) -> None:
        """Stop using the server; it ends by itself when nobody uses it."""
        self._user.release()

    @contextmanager
    def _starting(self) -> Iterator[None]:
        lock = FileLock(self.folder / "start.lock")
        if not lock.acquire(timeout=_READY_SECONDS):
            raise StoreBusy(f"another command has been starting the store in {self.folder} for a minute", "try again")
        try:
            yield
        finally:
            lock.release()

    def _passwords(self) -> dict[str, str]:
        """The passwords of the admin and the reader, made at random with the folder."""
        path = self.folder / CREDENTIALS
        if path.exists():
            passwords: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
            return passwords
        # The store keeps its users' passwords; users whose passwords are lost are made anew.
        shutil.rmtree(self.folder / "config", ignore_errors=True)
        passwords = {ADMIN: secrets.token_urlsafe(24), READER: secrets.token_urlsafe(24)}
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(passwords, file)
        fresh.replace(path)
        return passwords

    def _runs(self) -> bool:
        """Whether a server holds its lock here, which the kernel takes from it when it dies."""
        probe = FileLock(self.folder / SERVER_LOCK)
        free = probe.acquire()
        probe.release()
        return not free

    def _spawn(self) -> None:
        (self.folder / STATE).unlink(missing_ok=True)
        # -P: nothing that lies in the folder is imported in place of our own modules.
        command = [sys.executable, "-P", "-m", "graph.embedded_server", str(self.folder), str(self._idle_seconds)]
        # Java takes the encoding of file names from the locale, and a folder may have a Vietnamese name.
        started = subprocess.run(  # noqa: S603 - our own module
            command,
            cwd=self.folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        if started.returncode:
            raise StoreUnavailable(f"the store cannot be started: {started.stderr.decode(errors='replace').strip()}")

    def _ready(self, passwords: dict[str, str]) -> Address:
        until = time.monotonic() + _READY_SECONDS
        born = time.monotonic() + 3  # the server takes its lock a moment after it was started
        while time.monotonic() < until:
            address = self._published(passwords)
            if address and Bolt.answers(address):
                return address
            if time.monotonic() > born and not self._runs():
                break
            time.sleep(_POLL_SECONDS)
        raise StoreUnavailable(
            f"the store in {self.folder} did not start: {self._log_tail()}", f"the whole log is {self.folder / LOG}"
        )

    def _published(self, passwords: dict[str, str]) -> Address | None:
        try:
            state = json.loads((self.folder / STATE).read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return None
        return Address(
            uri=f"bolt://127.0.0.1:{state['bolt_port']}",
            writer=(ADMIN, passwords[ADMIN]),
            reader=(READER, passwords[READER]),
            database=DATABASE,
            patience=1.0,  # on this machine it answers at once or was restarted elsewhere
        )

    def _log_tail(self) -> str:
        try:
            lines = (self.folder / LOG).read_text(encoding="utf-8", errors="replace").splitlines()
        except FileNotFoundError:
            return "it left no log"
        return " / ".join(lines[-5:]) or "its log is empty"
