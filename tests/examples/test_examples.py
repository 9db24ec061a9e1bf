"""The examples are readable in every format, written in our own words, and say what their README tells."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from loaders.reading import PDF, PLAIN, SUFFIXES, WORD, SourceText, read
from ontology.vocabulary import vocabulary
from tests.examples.comparison import Expected, place

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
EXPECTED = Path(__file__).parent / "expected"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in SUFFIXES)
NAMES = [path.name for path in FILES]


@cache
def source(path: Path) -> SourceText:
    return read(path)


def expectation(path: Path) -> Expected:
    expected: Expected = json.loads((EXPECTED / f"{path.stem}.json").read_text(encoding="utf-8"))
    return expected


def test_there_are_examples_enough_of_every_format() -> None:
    types = [source(path).media_type for path in FILES]
    assert len(types) >= 14
    assert types.count(WORD) >= 3
    assert types.count(PDF) >= 3
    assert {source(path).encoding for path in FILES if path.suffix == ".txt"} == {"utf-8", "utf-16-le", "windows-1258"}
    assert types.count(PLAIN) >= 3


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_an_example_is_as_long_as_a_document_and_spelt_in_composed_letters(path: Path) -> None:
    text = source(path).text
    assert 150 <= len(text.split()) <= 700
    assert unicodedata.is_normalized("NFC", text)
    assert "<" not in text


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_an_example_has_an_expectation_that_fits_its_text_and_our_vocabularies(path: Path) -> None:
    expected = expectation(path)
    words = vocabulary()
    names = {locality.name for locality in words.localities.values()}
    for agreement in expected["agreements"]:
        assert set(agreement["parties"]) <= names
        for field in agreement["fields"] + agreement.get("optional_fields", []):
            assert words.fields[field].parent is None, field
    for task in expected["tasks"]:
        place(source(path).text, task["says"])
        for body in task["leads"] + task["partners"]:
            assert body.split(" | ")[1] in names | {""}, body


def test_the_readme_tells_of_every_example() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `([^`]+)` \|", readme, re.MULTILINE))
    assert told == set(NAMES)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).casefold()


def test_no_example_repeats_a_sentence_of_the_annotated_documents(shared: Path) -> None:
    length = 70
    theirs = {
        text[start : start + length]
        for folder in ("corpus/seeds", "dev/texts")
        for path in (shared / folder).glob("*.txt")
        for text in [_plain(path.read_text(encoding="utf-8"))]
        for start in range(len(text) - length + 1)
    }
    for path in FILES:
        ours = _plain(source(path).text)
        repeated = [ours[i : i + length] for i in range(len(ours) - length + 1) if ours[i : i + length] in theirs]
        assert not repeated, path.name
