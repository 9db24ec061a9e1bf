"""Laws that hold for every text: offsets, determinism, no error, no dependence on what is unrelated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from ontology.record import Evidence, Record

WORDS = [
    "tỉnh Bình Thuận",
    "thành phố Hồ Chí Minh",
    "TP.HCM",
    "Hà Nội",
    "các tỉnh vùng Tây Nguyên",
    "UBND tỉnh",
    "Sở Y tế",
    "và",
    "với",
    "giữa",
    "ký kết",
    "hợp tác",
    "Chương trình hợp tác",
    "thỏa thuận",
    "biên bản ghi nhớ",
    "giai đoạn 2015 - 2020",
    "ngày 27/8/2014",
    "sáng 7-8",
    "du lịch",
    "y tế",
    ", ",
    ". ",
    "; ",
    ": ",
    "( ",
    ")",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "Giao",
    "chủ trì",
    "phối hợp",
    "trước ngày 30/6/2019",
    "hằng năm",
    "5.000 ha",
    "Nơi nhận:",
    "Kính gửi:",
    "Căn cứ Luật",
    "THÔNG BÁO",
    "Số: 12/KH-UBND",
    "(cũ)",
    "gồm",
    "3 tỉnh",
    "hai địa phương",
    "tại",
    "đến làm việc với",
    "“",
    "”",
    "…",
    "./.",
    "\t",
    "    ",
]
SALAD = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
TEXTS = st.one_of(SALAD, st.text(max_size=200))
RELAXED = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def evidences(said: object) -> Iterator[Evidence]:
    if isinstance(said, Evidence):
        yield said
    elif isinstance(said, (list, tuple)):
        for item in said:
            yield from evidences(item)
    elif isinstance(said, dict):
        for item in said.values():
            yield from evidences(item)
    elif hasattr(type(said), "model_fields"):
        for name in type(said).model_fields:
            yield from evidences(getattr(said, name))


def holds(text: str, record: Record) -> bool:
    return all(text[evidence.start : evidence.end] == evidence.quote for evidence in evidences(record)) and all(
        text[item.start : item.end] == item.text for item in (*record.tasks, *record.findings)
    )


@RELAXED
@given(TEXTS)
def test_no_text_raises_and_every_quote_is_word_for_word(text: str) -> None:
    assert holds(text, extract(text))


@RELAXED
@given(SALAD)
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert extract(text).to_json() == extract(text).to_json()


@RELAXED
@given(SALAD)
def test_a_record_comes_back_from_its_json(text: str) -> None:
    record = extract(text)
    assert Record.model_validate_json(record.to_json()) == record


def test_line_ends_of_another_system_change_no_statement() -> None:
    text = (
        "Lễ ký kết\n\nNgày 5/5/2015, tỉnh Hà Nam và tỉnh Nam Định ký kết\nchương trình hợp tác giai đoạn 2015 - 2020.\n"
    )
    other = text.replace("\n", "\r\n")
    assert holds(other, extract(other))
    parties = [[party.name for party in agreement.parties] for agreement in extract(text).agreements]
    assert (
        parties
        == [[party.name for party in agreement.parties] for agreement in extract(other).agreements]
        == [["Hà Nam", "Nam Định"]]
    )


def test_a_text_in_another_language_has_no_agreement_and_no_error() -> None:
    record = extract("The leaders of two provinces signed a memorandum of understanding on tourism on 5 October 2019.")
    assert record.agreements == ()


AGAINST_THE_PATTERNS = {
    "one word": "hợp tác " * 25_000,
    "commas": ", " * 100_000,
    "open brackets": "(" * 200_000,
    "provinces": "Hà Nội, " * 25_000,
    "provinces on lines": "tỉnh Hà Nam\n" * 15_000,
    "spaces": "ký " + " " * 200_000,
    "line ends": "\n" * 200_000,
    "marks": "a" + "\u0301" * 200_000,
    "digits": "1" * 200_000,
    "dates": "27/8/2014 " * 20_000,
    "phases": "giai đoạn 2015 - 2020 " * 9_000,
    "departments": "Sở Y tế, " * 22_000,
    "quotes": '"chương trình ' * 14_000,
    "between": "giữa tỉnh " * 20_000,
    "capitals": "Nguyễn " * 28_000,
    "items": "- Giao Sở Y tế\n" * 13_000,
}


@pytest.mark.parametrize("text", AGAINST_THE_PATTERNS.values(), ids=AGAINST_THE_PATTERNS)
def test_two_hundred_thousand_characters_built_against_the_patterns_are_read(text: str) -> None:
    assert holds(text, extract(text))


def test_an_annotated_document_keeps_its_offsets_with_whatever_comes_before(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "seeds").glob("*.txt")):
        text = "\ufeff" + path.read_bytes().decode("utf-8")
        assert holds(text, extract(text))
