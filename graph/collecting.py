"""Looking for garbage less often, where many small objects are made and none of them in cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: New objects between two collections.
_COLLECT_AFTER = 50_000


@contextmanager
def few_collections() -> Iterator[None]:
    """Documents are derived and compared here: Python looks for garbage a tenth of the time else."""
    before = gc.get_threshold()
    gc.set_threshold(_COLLECT_AFTER, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
