"""How fast documents are understood: characters per second on one core, beside two others that read names.

    python -m benchmarks.extract [--copies N] [--json] [--underthesea PYTHON]

The corpus is the annotated documents of `tests/corpus/open`, each repeated with other numbers and another order of its
paragraphs, so that nothing is answered from a cache. Start-up (imports, reading the vocabulary, compiling patterns) is
measured by itself and excluded. The limit that is named beside it is what no reader of labels can do without: the
normalised view of the text and one Aho-Corasick pass over all labels of the vocabulary. One process, one thread,
processor time; the rounds of the two take turns, and the best round of each counts.

The other is underthesea's recogniser of named entities, which is no dependency: where an environment of its own has it
(``python -m venv DIR && DIR/bin/pip install underthesea``), ``--underthesea DIR/bin/python`` runs it on a sample.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from loaders.extract import extract
from loaders.gazetteer import Gazetteer
from loaders.view import view
from ontology.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "tests" / "corpus" / "open" / "texts"
ROUNDS = 3
_NUMBER = re.compile(r"(?<![\d/.,])[1-9]\d?(?![\d/.,])")


def corpus(copies: int) -> list[str]:
    """Every document ``copies`` times: small numbers changed, the paragraphs of its body in another order."""
    generator = random.Random(20261124)
    documents = []
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        for _ in range(copies):
            parts = re.split(r"\n\s*\n", text)
            body = parts[2:]
            generator.shuffle(body)
            changed = "\n\n".join([*parts[:2], *body])
            documents.append(_NUMBER.sub(lambda _: str(generator.randint(2, 28)), changed))
    return documents


def seconds(work: Callable[[str], object], documents: Sequence[str]) -> float:
    """Processor time, which other processes on the machine do not lengthen."""
    begun = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - begun


def start_up() -> float:
    """Seconds from nothing to the first record of a short text, in a process of its own."""
    program = "from loaders.extract import extract; extract('Tỉnh Bình Phước và tỉnh Đồng Nai ký thỏa thuận hợp tác.')"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-X", "utf8", "-c", program], check=True, cwd=ROOT)
    return time.perf_counter() - begun


def gazetteer() -> Gazetteer:
    """All labels of the vocabulary in one automaton."""
    known = vocabulary()
    concepts = (*known.localities.values(), *known.fields.values(), *known.body_kinds.values())
    return Gazetteer((label, concept.id) for concept in concepts for label in (*concept.labels, *concept.hidden))


_UNDERTHESEA = """
import json, sys, time
begun = time.perf_counter()
from underthesea import ner
ner("Hà Nội")
started = time.perf_counter() - begun
documents = json.load(sys.stdin)
begun = time.process_time()
for document in documents:
    ner(document)
print(json.dumps([started, sum(map(len, documents)) / (time.process_time() - begun)]))
"""


def underthesea(python: Path | None, documents: Sequence[str]) -> dict[str, float] | str:
    """Characters per second of underthesea's NER and its start-up, or why it was not run."""
    if python is None or not python.exists():
        return "not run: no Python with underthesea was named (--underthesea DIR/bin/python)"
    done = subprocess.run(
        [str(python), "-X", "utf8", "-c", _UNDERTHESEA],
        input=json.dumps(documents),
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "PYTHONPATH": ""},
    )
    if done.returncode:
        return f"not run: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'it failed'}"
    started, speed = json.loads(done.stdout)
    return {"underthesea NER start-up seconds": round(started, 2), "underthesea NER characters/s": round(speed)}


def measure(copies: int) -> dict[str, float]:
    """Characters per second of extraction and scan, their ratio, and the start-up in seconds."""
    labels, documents = gazetteer(), corpus(copies)
    extract(documents[0])
    best = {"extract": float("inf"), "scan": float("inf")}
    for _ in range(ROUNDS):
        best["extract"] = min(best["extract"], seconds(extract, documents))
        best["scan"] = min(best["scan"], seconds(lambda text: list(labels.find(view(text))), documents))
    characters = sum(map(len, documents))
    return {
        "documents": len(documents),
        "characters": characters,
        "start-up seconds": round(start_up(), 2),
        "extract characters/s": round(characters / best["extract"]),
        "scan characters/s": round(characters / best["scan"]),
        "extract / scan": round(best["scan"] / best["extract"], 3),
        "milliseconds a document": round(1000 * best["extract"] / len(documents), 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=4, help="how often each document is repeated")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--underthesea", type=Path, metavar="PYTHON", help="of an environment with underthesea")
    arguments = parser.parse_args()
    result: dict[str, float | str] = {**measure(arguments.copies)}
    other = underthesea(arguments.underthesea, corpus(1)[::4])
    result |= {"underthesea NER": other} if isinstance(other, str) else other
    if arguments.json:
        print(json.dumps(result))
    else:
        for name, figure in result.items():
            print(f"{name:34}{figure if isinstance(figure, str) else format(figure, ','):>12}")


if __name__ == "__main__":
    main()
