"""The application over documents made by hand, on a real socket of this machine, for clients and browsers."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from api.app import create_app
from api.opening import open_workspace
from api.settings import Settings
from tests.graph.records import EXTRACTOR, Document
from tests.stores import Store


@contextmanager
def loaded_and_served(store: Store, folder: Path, loaded: Sequence[Document]) -> Iterator[str]:
    """The address of the application over a store that holds these documents and nothing else."""
    store.empty()
    settings = Settings(data_dir=folder / "data", **store.settings)
    with open_workspace(settings) as workspace:
        with workspace.batch():
            for document in loaded:
                workspace.put(document.source, document.text, document.record, EXTRACTOR, Path(document.filename).stem)
        with served(create_app(settings, workspace)) as address:
            yield address


@contextmanager
def served(application: FastAPI) -> Iterator[str]:
    """The address at which the application answers while the block runs."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            while not server.started and thread.is_alive():
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()
