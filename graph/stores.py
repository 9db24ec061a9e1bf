"""Reaching the property store of a data folder: the embedded one, or one at an address, found again when it moved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import TypeVar

from graph.bolt import Address, Bolt
from graph.embedded import EmbeddedStore
from ontology.errors import StoreUnavailable

T = TypeVar("T")


class PropertyStore:
    """A connection that is made when it is first needed, and made again once when the store went away."""

    def __init__(self, folder: Path, address: Address | None) -> None:
        self._embedded = EmbeddedStore(folder) if address is None else None
        self._address = address
        self._bolt: Bolt | None = None
        self._lock = RLock()

    @property
    def own(self) -> bool:
        """Whether nobody else can have written to it."""
        return self._embedded is not None

    def bolt(self) -> Bolt:
        with self._lock:
            if self._bolt is None:
                self._bolt = Bolt(self._embedded.address() if self._embedded else self._given())
            return self._bolt

    def using(self, work: Callable[[Bolt], T]) -> T:
        """Do some work that may be done twice: again where the embedded store went away and has been started anew."""
        bolt = self.bolt()
        try:
            return work(bolt)
        except StoreUnavailable:
            if not self.own:
                raise  # the driver itself finds a server again that has come back
            with self._lock:
                if self._bolt is bolt:
                    bolt.close()
                    self._bolt = None
            return work(self.bolt())

    def close(self) -> None:
        with self._lock:
            if self._bolt:
                self._bolt.close()
                self._bolt = None
            if self._embedded:
                self._embedded.close()

    def _given(self) -> Address:
        assert self._address is not None
        return self._address
