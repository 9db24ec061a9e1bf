"""On the annotated real documents the extraction reaches what is asked of it (scored by the script beside them)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.extract import extract

#: aspect → the least F1 on the five real documents.
FLOORS = {
    "parties": 0.95,
    "period": 0.9,
    "fields": 0.85,
    "task_text": 0.8,
    "task_leads": 0.85,
    "evidence": 1.0,
    "shown": 0.95,
}


@pytest.fixture(scope="module")
def reached(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """aspect → F1 over the five real documents."""
    out, texts = tmp_path_factory.mktemp("records"), shared / "corpus" / "seeds"
    for path in sorted(texts.glob("*.txt")):
        record = extract(path.read_bytes().decode("utf-8"))
        (out / f"{path.stem}.json").write_text(record.to_json(), encoding="utf-8")
    command = [sys.executable, shared / "score.py", shared / "gold", out, "--texts", texts, "--json"]
    said = subprocess.run(command, capture_output=True, check=True)
    return {aspect: row["f1"] for aspect, row in json.loads(said.stdout).items()}


@pytest.mark.parametrize("aspect", sorted(FLOORS))
def test_the_real_documents_are_read_as_their_annotators_read_them(reached: dict[str, float], aspect: str) -> None:
    assert reached[aspect] >= FLOORS[aspect]
