"""`explain` says of every statement its words and its rule, and changes no record."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.decisions import note, noting
from loaders.explain import explain
from loaders.extract import extract
from loaders.rulebook import RULES, rule

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted((ROOT / "tests" / "corpus" / "open" / "texts").glob("*.txt"))


def test_every_rule_that_fires_on_the_corpus_is_in_the_rulebook_and_no_record_changes():
    fired = set()
    for i, path in enumerate(TEXTS):
        text = path.read_bytes().decode("utf-8")
        record, statements = explain(text)
        assert i % 4 or record == extract(text)
        paths = [statement.path for statement in statements]
        assert len(set(paths)) == len(paths)
        for statement in statements:
            assert statement.evidence or statement.source or statement.path.startswith(("document.", "agreements["))
            assert all(text[words.start : words.end] == words.quote for words in statement.evidence)
            fired |= {rule.name for rule in statement.rules}
            assert all(rule.module for rule in statement.rules), "not in the rulebook"
    assert len(fired) > len(RULES) * 0.8, sorted(RULES.keys() - fired)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_written_where_the_rulebook_says_and_listed_in_the_documentation(name):
    known = RULES[name]
    assert name.rstrip("*:").rpartition(":")[2] in (ROOT / "loaders" / f"{known.module}.py").read_text("utf-8")
    assert f"| `{name}` | `{known.module}` | {known.en} | {known.vi} |" in (ROOT / "docs" / "rules.md").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("name", "family"),
    [("task:ask:đề nghị", "task:ask:*"), ("task:list:content", "task:list:*"), ("task:subject:", "task:subject:")],
)
def test_a_name_that_ends_with_words_of_the_text_belongs_to_a_family(name, family):
    assert rule(name).name == family


def test_a_rule_that_the_book_does_not_know_is_called_by_its_name():
    assert rule("task:unheard-of").en == "task:unheard-of"


def test_a_statement_is_shown_with_its_words_and_its_rule():
    text = "Ngày 12/3/2019, tỉnh Bình Phước và tỉnh Đồng Nai ký thỏa thuận hợp tác giai đoạn 2019 - 2024 về du lịch."
    by_path = {statement.path: statement for statement in explain(text)[1]}
    period = by_path["agreements[0].period"]
    assert (period.value, [words.quote for words in period.evidence]) == ("2019 - 2024", ["giai đoạn 2019 - 2024"])
    assert [rule.name for rule in period.rules] == ["years-of-the-act"]
    assert [rule.name for rule in by_path["agreements[0].kind"].rules] == ["kind:named"]
    assert by_path["document.genre"].value == "news"


def test_decisions_are_noted_only_while_somebody_asks():
    note("document.genre", "genre:news")
    with noting() as decisions:
        note("document.genre", "genre:title", (0, 8))
    note("document.genre", "genre:news")
    assert [decision.rule for decision in decisions] == ["genre:title"]
