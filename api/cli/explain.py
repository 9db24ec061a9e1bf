"""``hoptac extract --explain``: each statement with its words and the rule that made it, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from api.cli.options import Language
from api.cli.output import one_line, say
from loaders.explain import Statement

_WORDS = {
    Language.vi: {"words": "lời văn", "rule": "quy tắc", "from": "suy ra từ", "none": "không có nhận định nào"},
    Language.en: {"words": "words", "rule": "rule", "from": "inferred from", "none": "no statement"},
}
_QUOTED = 160


def show(name: str, statements: Sequence[Statement], language: Language) -> None:
    """Indented lines: where in the record, the value; below it the words with their offsets, and the rules."""
    say(one_line(name))
    labels = _WORDS[language]
    if not statements:
        say(f"  {labels['none']}")
    for statement in statements:
        deep = "  " * (1 + statement.path.count("."))
        say(f"{deep}{statement.path}: {_short(statement.value)}")
        for words in statement.evidence:
            say(f"{deep}    {labels['words']} {words.start}-{words.end}: “{_short(words.quote)}”")
        for rule in statement.rules:
            said = rule.vi if language is Language.vi else rule.en
            say(f"{deep}    {labels['rule']} {rule.name} (loaders/{rule.module}.py): {said}")
        if statement.source:
            say(f"{deep}    {labels['from']}: “{_short(statement.source)}”")


def as_json(name: str, statements: Sequence[Statement], indent: int | None) -> str:
    """One object: the file, and the statements with path, value, evidence, rules and source."""
    rows = [
        {
            "path": statement.path,
            "value": statement.value,
            "evidence": [words.model_dump() for words in statement.evidence],
            "rules": [asdict(rule) for rule in statement.rules],
            "source": statement.source or None,
        }
        for statement in statements
    ]
    return json.dumps({"file": name, "statements": rows}, ensure_ascii=False, indent=indent)


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
