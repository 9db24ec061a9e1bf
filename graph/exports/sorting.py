"""Sorting more lines than fit into memory: sorted runs in temporary files, then merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

#: Bytes of lines that are sorted in memory at a time.
_RUN = 32 * 1024 * 1024


def sorted_lines(lines: Iterable[bytes], run: int = _RUN) -> Iterator[bytes]:
    """The same lines by their bytes, which for UTF-8 is by code points; each ends in a line end.

    About twice ``run`` bytes are in memory at a time, the rest is in temporary files that go away with the last line.
    """
    with ExitStack() as stack:
        runs: list[IO[bytes]] = []
        held: list[bytes] = []
        size = 0
        for line in lines:
            held.append(line)
            size += len(line)
            if size >= run:
                runs.append(_spilled(held, stack))
                held, size = [], 0
        held.sort()
        yield from heapq.merge(*runs, held)


def _spilled(lines: list[bytes], stack: ExitStack) -> IO[bytes]:
    lines.sort()
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
    file.writelines(lines)
    file.seek(0)
    return file
