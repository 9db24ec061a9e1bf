"""Values put aside on disk and read again in their order, so that memory does not grow with the number of documents."""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Spool(Generic[T]):
    """A file without a name that goes away with this object."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="hoptac-")  # noqa: SIM115 - it lives as long as the spool
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def put(self, value: T) -> None:
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)
        self._length += 1

    def __iter__(self) -> Iterator[T]:
        """All values; nothing may be put aside meanwhile."""
        self._file.seek(0)
        for _ in range(self._length):
            yield pickle.load(self._file)  # noqa: S301 - nobody else can have written it

    def close(self) -> None:
        self._file.close()
