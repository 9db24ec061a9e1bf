"""A PDF's text layer, page by page and line by line; without one the file is refused and OCR named."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from loaders.reading import read
from loaders.source import Limits
from ontology.errors import ReadingError
from tests.loaders.reading_files import pdf

LINES = [
    ([[(700, "mot"), (682, "hai")]], "mot\nhai", "lines"),
    ([[(700, "mot")], [(700, "hai")]], "mot\n\nhai", "pages in their order"),
    ([[(700, "mot")], [], [(700, "ba")]], "mot\n\nba", "an empty page between them"),
    ([[(700, "giai doan 2015 -"), (682, "2020")]], "giai doan 2015 -\n2020", "a dash at the end of a line"),
    ([[(700, "kinh te-"), (682, "xa hoi")]], "kinh te-xa hoi", "a hyphen at the end of a line"),
    (
        [[(700, "mot"), (682, "hai"), (664, "ba"), (636, "bon"), (618, "nam")]],
        "mot\nhai\nba\n\nbon\nnam",
        "a wider distance begins a paragraph",
    ),
    (
        [[(700 - 24 * n, f"dong {'abcdefgh'[n]}") for n in range(8)] + [(514, "tiep theo")]],
        "dong a\ndong b\ndong c\ndong d\ndong e\ndong f\ndong g\ndong h\ntiep theo",
        "a distance that is rare is not the usual one",
    ),
]


@pytest.mark.parametrize(("pages", "text", "reason"), LINES, ids=[row[2] for row in LINES])
def test_the_lines_are_those_of_the_pages(pages: list[list[tuple[float, str]]], text: str, reason: str) -> None:
    assert read(pdf(pages), "a.pdf").text == text, reason


def test_a_pdf_behind_a_password_is_refused() -> None:
    with pytest.raises(ReadingError, match="password"):
        read(pdf([[(700, "mot")]], password="secret"), "a.pdf")


def test_a_pdf_without_any_word_is_refused() -> None:
    with pytest.raises(ReadingError, match="has no word on its 1 pages"):
        read(pdf([[(700, "1")]]), "a.pdf")


def test_too_many_pages_or_too_much_time_is_refused() -> None:
    data = pdf([[(700, "mot")], [(700, "hai")]])
    with pytest.raises(ReadingError, match="2 pages, more than the limit of 1"):
        read(data, "a.pdf", Limits(max_pages=1))
    with pytest.raises(ReadingError, match="longer than 0 seconds"):
        read(data, "a.pdf", Limits(max_seconds=0))


def test_threads_can_read_at_the_same_time() -> None:
    data = pdf([[(700, f"trang {n}")] for n in range(20)])
    with ThreadPoolExecutor(4) as pool:
        texts = set(pool.map(lambda _: read(data, "a.pdf").text, range(12)))
    assert len(texts) == 1
