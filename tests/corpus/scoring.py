"""How much of what a careful reader says of a document the extraction says too, as precision and recall per aspect.

    python -m tests.corpus.scoring BATCH…      # open/0 is what begins with 0 in the folder open (texts/ and gold/)

An aspect counts statements found, statements made and statements owed, over all documents. What readers may differ on
(``optional``) is neither owed nor wrong. Agreements are paired by their parties, tasks by the characters they share.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from loaders.extract import extract
from ontology.names import nfc

Json = dict[str, Any]


@dataclass
class Count:
    """Statements found in both, made, and owed."""

    found: float = 0
    made: float = 0
    owed: float = 0

    def sets(self, owed: Iterable[Any], made: Iterable[Any], optional: Iterable[Any] = ()) -> None:
        wanted, told = set(owed), set(made)
        self.found += len(wanted & told)
        self.owed += len(wanted)
        self.made += len(told - (set(optional) - wanted))

    def equal(self, one: Any, other: Any) -> None:
        self.sets([0], [0] if one == other else [1])

    @property
    def f1(self) -> float:
        if not self.owed and not self.made:
            return 1.0
        return 2 * self.found / (self.owed + self.made)


@dataclass
class Scores:
    """The counts per aspect, and a line for each difference."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    differences: list[str] = field(default_factory=list)

    def f1(self) -> dict[str, float]:
        return {aspect: round(count.f1, 4) for aspect, count in sorted(self.counts.items())}


def name(item: Any) -> str:
    """A locality's name as compared: NFC, lower case, without rank and punctuation."""
    text = item if isinstance(item, str) else item["name"]
    text = re.sub(r"[\s\-–,]+", " ", nfc(text).casefold()).strip()
    return re.sub(r"^(tỉnh|thành phố|tp\.?) ", "", text)


def body(item: Json) -> tuple[str, str]:
    return name(item), name(item["jurisdiction"]) if item.get("jurisdiction") else ""


def top(item: Any) -> str:
    return (item if isinstance(item, str) else str(item["top"])).split("/")[0]


def plain(item: Any) -> Any:
    return item.get("value") if isinstance(item, dict) else item


def period(agreement: Json) -> tuple[Any, Any]:
    first, last = plain(agreement.get("period")) or (None, None)
    return first, last


def same_day(owed: str | None, made: str | None) -> bool:
    """A day without a year matches whatever year was inferred for it."""
    if owed and owed.startswith("--"):
        return bool(made) and str(made)[-5:] == owed[-5:]
    return (owed or None) == (made or None)


def shared_characters(one: Json, other: Json) -> int:
    return max(0, min(one["end"], other["end"]) - max(one["start"], other["start"]))


def compare(gold: Json, made: Json, scores: Scores, label: str) -> None:
    """Add one document's agreement between a reader (``gold``) and the extraction (``made``) to the scores."""
    _document(gold, made, scores, label)
    _agreements(gold["agreements"], made.get("agreements", []), scores, label)
    _tasks(gold["tasks"], made.get("tasks", []), scores, label)
    counts = scores.counts
    bodies = [body(b) for b in gold["bodies"]], [body(b) for b in made.get("bodies", [])]
    optional = [body(b) for b in gold.get("optional_bodies", [])]
    counts["bodies"].sets(*bodies, optional)
    mentioned = [name(m) for m in gold["mentioned_localities"]], [name(m) for m in made.get("mentioned_localities", [])]
    counts["mentioned"].sets(*mentioned)
    figures = [[(float(i["value"]), name(i["unit"])) for i in side.get("indicators", [])] for side in (gold, made)]
    counts["indicators"].sets(*figures)
    for aspect, (owed, told), may in (
        ("body", bodies, optional),
        ("mentioned", mentioned, []),
        ("figure", figures, []),
    ):
        for item in sorted(set(owed) ^ set(told), key=str):
            if item not in may:
                scores.differences.append(f"{label}: {aspect} {'missed' if item in owed else 'not owed'}: {item}")


def _document(gold: Json, made: Json, scores: Scores, label: str) -> None:
    for key in ("genre", "number", "issued"):
        owed, told = gold["document"].get(key), made["document"].get(key)
        scores.counts["document"].equal(owed, told)
        if owed != told:
            scores.differences.append(f"{label}: {key}: {owed} is owed, {told} was made")


def _agreements(gold: list[Json], made: list[Json], scores: Scores, label: str) -> None:
    sides = [{name(p) for p in a["parties"]} for a in gold], [{name(p) for p in a["parties"]} for a in made]
    likeness = {
        (i, j): len(a & b) / len(a | b) + (0.5 if period(gold[i]) == period(made[j]) else 0)
        for i, a in enumerate(sides[0])
        for j, b in enumerate(sides[1])
        if a & b
    }
    pairs: dict[int, int] = {}
    for i, j in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    counts = scores.counts
    for i, owed in enumerate(gold):
        if i not in pairs:
            if not owed.get("optional"):
                for aspect, items in _contents(owed).items():
                    counts[aspect].sets(items, [])
                for aspect in ("period", "signed", "kind", "continues"):
                    counts[aspect].equal(0, 1)
                scores.differences.append(f"{label}: agreement missed: {sorted(sides[0][i])}")
            continue
        told = made[pairs[i]]
        if not owed.get("optional"):
            counts["agreement"].equal(1, 1)
        counts["parties"].sets(sides[0][i], sides[1][pairs[i]])
        counts["fields"].sets(map(top, owed["fields"]), map(top, told.get("fields", [])))
        counts["period"].equal(period(owed), period(told))
        counts["signed"].equal(same_day(owed.get("signed"), plain(told.get("signed"))), True)
        counts["kind"].equal(owed["kind"], told["kind"])
        counts["continues"].equal(owed.get("continues") is None, told.get("continues") is None)
        differing = {
            "parties": sides[0][i] ^ sides[1][pairs[i]],
            "fields": {*map(top, owed["fields"])} ^ {*map(top, told.get("fields", []))},
            "period": {period(owed), period(told)} if period(owed) != period(told) else (),
        }
        scores.differences += [f"{label}: {k} differ: {sorted(v, key=str)}" for k, v in differing.items() if v]
    for j, told in enumerate(made):
        if j not in pairs.values():
            for aspect, items in _contents(told).items():
                counts[aspect].sets([], items)
            scores.differences.append(f"{label}: agreement not owed: {sorted(sides[1][j])} {period(told)}")


def _contents(agreement: Json) -> dict[str, list[Any]]:
    """What is missed, or invented, with a whole agreement."""
    return {
        "agreement": [1],
        "parties": [name(p) for p in agreement["parties"]],
        "fields": [top(f) for f in agreement.get("fields", [])],
    }


def _tasks(gold: list[Json], made: list[Json], scores: Scores, label: str) -> None:
    required = [t for t in gold if not t.get("optional")]
    characters = [
        {c for t in tasks for c in range(t["start"], t["end"])}
        for tasks in (required, made, [t for t in gold if t.get("optional")])
    ]
    scores.counts["task_text"].sets(*characters)
    for owed in required:
        told = max(made, key=lambda t: shared_characters(owed, t), default=None)
        if told is None or shared_characters(owed, told) < 0.5 * (owed["end"] - owed["start"]):
            told = {}
            scores.differences.append(f"{label}: task missed: {owed['text'][:60]}")
        for role in ("leads", "partners"):
            bodies = {body(b) for b in owed[role]}, {body(b) for b in told.get(role, [])}
            optional = {body(b) for b in owed.get(f"optional_{role}", [])}
            scores.counts[f"task_{role}"].sets(*bodies, optional)
            if bodies[0] != bodies[1] - optional and told:
                scores.differences.append(f"{label}: {role}: {sorted(bodies[0])} owed, {sorted(bodies[1])} made")
        scores.counts["task_kind"].equal(owed["kind"], told.get("kind"))
    for told in made:
        if not any(shared_characters(owed, told) for owed in gold):
            for role in ("leads", "partners"):
                scores.counts[f"task_{role}"].sets([], map(body, told.get(role, [])))
            scores.differences.append(f"{label}: task not owed: {told['text'][:60]}")


def score(batch: str) -> Scores:
    """The scores of the extraction over one batch: ``open/0`` is all that begins with 0 in the folder ``open``."""
    scores, (folder_name, _, first) = Scores(), batch.partition("/")
    folder = Path(__file__).parent / folder_name
    for path in sorted((folder / "gold").glob(f"{first}*.json")):
        text = (folder / "texts" / f"{path.stem}.txt").read_bytes().decode("utf-8")
        made = json.loads(extract(text).to_json())
        compare(json.loads(path.read_text(encoding="utf-8")), made, scores, path.stem)
    return scores


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        result = score(argument)
        print(argument, json.dumps(result.f1(), indent=1))  # noqa: T201
        print("\n".join(result.differences))  # noqa: T201
