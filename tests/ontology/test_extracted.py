"""What is really extracted from documents conforms, quotes exactly, and comes back from its graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from loaders.extract import extract
from ontology.rdf import from_quads, to_quads
from ontology.record import Record
from ontology.validation import validate
from tests.ontology.examples import META

TEXTS = sorted((Path(__file__).parents[1] / "corpus" / "open" / "texts").glob("*.txt"))
EVIDENCE = {"start", "end", "quote"}
LOCALITY = {"id", "name"}


def without_order(said: Any) -> Any:
    """The same JSON with evidence and plain localities sorted: their order means nothing in a graph."""
    if isinstance(said, dict):
        return {key: without_order(value) for key, value in said.items()}
    if isinstance(said, list):
        items = [without_order(item) for item in said]
        unordered = all(isinstance(item, dict) and item.keys() in (EVIDENCE, LOCALITY) for item in items)
        return sorted(items, key=lambda item: [*item.values()]) if unordered else items
    return said


def comes_back(record: Record) -> bool:
    back, _ = from_quads(to_quads(record, META))
    return bool(without_order(json.loads(back.to_json())) == without_order(json.loads(record.to_json())))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_an_annotated_document_conforms_and_comes_back(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    record = extract(text)
    assert [str(violation) for violation in validate(to_quads(record, META), text)] == []
    assert comes_back(record)


def test_the_real_documents_conform_and_come_back(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "seeds").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        record = extract(text)
        assert [str(violation) for violation in validate(to_quads(record, META), text)] == []
        assert comes_back(record)
