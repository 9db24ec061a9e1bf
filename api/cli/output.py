"""What commands print: results on stdout, everything else on stderr, all of it UTF-8."""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def write_utf8() -> None:
    """Write UTF-8 whatever the locale says; what cannot be encoded (half a surrogate pair) is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(message: str) -> None:
    """One line on stderr that says what, where and what to do."""
    sys.stderr.write(f"hoptac: {one_line(message)}\n")


def one_line(message: str) -> str:
    """The message without line ends and without characters that a terminal would obey."""
    spaced = " ".join(message.split())
    return "".join("?" if unicodedata.category(c) in {"Cc", "Cf", "Cs"} else c for c in spaced)


def say(message: str) -> None:
    """One line on stdout, as it is."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def show_table(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
    """A table for people on a terminal, tab-separated lines where the output goes to a program."""
    if not sys.stdout.isatty():
        for row in rows:
            say("\t".join(one_line(cell) for cell in row))
        return
    table = Table(*columns, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    Console().print(table)
