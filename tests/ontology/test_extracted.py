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


def in_the_order_of_the_text(said: Any) -> Any:
    """The same JSON with evidence sorted: its order means nothing."""
    if isinstance(said, dict):
        return {key: in_the_order_of_the_text(value) for key, value in said.items()}
    if isinstance(said, list):
        items = [in_the_order_of_the_text(item) for item in said]
        spans = all(isinstance(item, dict) and item.keys() == {"start", "end", "quote"} for item in items)
        return sorted(items, key=lambda span: (span["start"], span["end"])) if spans else items
    return said


def comes_back(record: Record) -> bool:
    back, _ = from_quads(to_quads(record, META))
    return bool(
        in_the_order_of_the_text(json.loads(back.to_json())) == in_the_order_of_the_text(json.loads(record.to_json()))
    )


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
