"""What the extraction says about the examples, against what a careful reader wrote down before."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from loaders.extract import extract
from loaders.reading import SUFFIXES, SourceText, read
from tests.examples.comparison import Comparison, compare, evidence, lines

ROOT = Path(__file__).resolve().parents[2]
EXPECTED = Path(__file__).parent / "expected"
FILES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in SUFFIXES)
NAMES = [path.name for path in FILES]
#: The share of all compared statements that must be right; raise it as the extraction learns.
LEAST_SHARE = 0.88


@cache
def source(path: Path) -> SourceText:
    return read(path)


@cache
def comparison(path: Path) -> Comparison:
    expected = json.loads((EXPECTED / f"{path.stem}.json").read_text(encoding="utf-8"))
    text = source(path).text
    return compare(extract(text), expected, text)


def test_nearly_all_that_a_reader_gets_from_the_examples_is_extracted() -> None:
    compared = {path.name: comparison(path) for path in FILES}
    total = sum(one.compared for one in compared.values())
    wrong = list(lines(compared))
    assert len(wrong) <= (1 - LEAST_SHARE) * total, f"{len(wrong)} of {total} statements differ:\n" + "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_every_quote_stands_where_its_evidence_says(path: Path) -> None:
    text = source(path).text
    record = extract(text)
    assert [quote for quote in evidence(record) if text[quote.start : quote.end] != quote.quote] == []
    assert [task for task in record.tasks if text[task.start : task.end] != task.text] == []


def test_the_document_without_cooperation_has_no_agreement() -> None:
    record = extract(source(ROOT / "examples" / "cong-van-ha-giang-mua-mua-2023.txt").text)
    assert record.agreements == ()
    assert record.tasks
