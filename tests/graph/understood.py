"""Documents read and understood once for all tests that store them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loaders.extract import extract
from loaders.reading import read
from tests.graph.records import Document

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@cache
def understood(path: Path) -> Document:
    source = read(path)
    return Document(path.name, source.text, extract(source.text))
