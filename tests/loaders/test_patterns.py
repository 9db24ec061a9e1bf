"""A pattern on an indexed text finds what the expression finds by itself, only sooner."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

import loaders.extract  # noqa: F401  (so that all patterns exist)
from loaders import patterns
from loaders.alternatives import alternatives
from loaders.necessary import Necessary, necessary
from loaders.patterns import Index, Indexed, Pattern, Patterns
from loaders.view import view

TEXTS = sorted((Path(__file__).parent.parent / "corpus" / "open" / "texts").glob("*.txt"))


@pytest.mark.parametrize(
    ("expression", "begins", "needs", "reach"),
    [
        (r"\bhôm nay", {"hôm nay"}, {"hôm nay"}, None),
        (r"(?:sáng|chiều) nay", {"sáng nay", "chiều nay"}, {" nay"}, None),
        (r"(?:ngày )?\d/", {"ngày 0/", "0/"}, {"ngày 0/", "0/"}, None),  # 0 stands for all digits
        (r"\p{L}++ (?:cũ|trước đây)", set(), {" cũ", " trước đây"}, None),
        (r"(?:vào )?[^.]*hôm nay", set(), {"hôm nay"}, None),
        (r"(?:ngày \w+ )?hôm nay", {"ngày ", "hôm nay"}, {"hôm nay"}, None),  # what may be left out, or what follows
        (r"a(?:b\w)?c", {"ab", "ac"}, set(), None),  # a letter alone is no help
        (r"(?=ký)\w+", set(), {"ký"}, None),  # what must follow is there as well
        (r"(?i)TP\.?", {"tp"}, {"tp"}, None),
        (r"(?<!đăng )ký(?! tên)", {"ký"}, {"ký"}, None),  # what only must not stand there is no word of it
        (r"\b(?:tại|tỉnh) ?$", {"tại", "tỉnh"}, {"tại", "tỉnh"}, 6),  # and a line end behind it
        (r"\b(?:tại|tỉnh)[^.]*$", {"tại", "tỉnh"}, {"tại", "tỉnh"}, None),
        (r"(?:ký|kết)?$", set(), set(), 4),
        (r"\w+|ký", set(), set(), None),
        (r"\Gký kết", set(), set(), None),  # depends on where the search began
        (r"(?|ký|kết)", set(), set(), None),  # not understood, so nothing is claimed
    ],
)
def test_an_expression_says_what_its_matches_cannot_be_without(expression, begins, needs, reach):
    assert necessary(expression) == Necessary(frozenset(begins), frozenset(needs), reach)


@pytest.mark.parametrize("path", TEXTS[::8], ids=lambda path: path.stem)
def test_every_pattern_finds_the_same_in_an_indexed_text(path):
    """Searches from and to places chosen at random, of all patterns that the extraction has."""
    generator = random.Random(path.stem)
    seen = view(path.read_bytes().decode("utf-8"))
    for pattern in patterns.all_patterns():
        plain = regex.compile(pattern.pattern, pattern.flags)
        for text in (seen.norm, seen.cased):
            start = generator.randrange(len(text))
            for left, right in ((0, len(text)), (start, start + 120), (start, generator.randrange(len(text)))):
                found = [match.span() for match in pattern.finditer(text, left, right)]
                assert found == [match.span() for match in plain.finditer(text, left, right)], pattern.pattern
                one, other = pattern.search(text, left, right), plain.search(text, left, right)
                assert (one and one.span()) == (other and other.span()), pattern.pattern


def test_a_digit_of_any_script_is_a_digit():
    assert Pattern(r"ngày \d").search(Indexed(norm := "từ ngày ５ tháng 7").over(Index(norm))) is not None


def test_a_pattern_that_is_made_after_a_text_is_searched_in_it():
    text = view("Hôm nay hai tỉnh ký kết.").norm
    assert Pattern("hôm nay").search(text)
    assert Pattern("ký kết").search(text)


def test_patterns_of_a_group_are_tried_in_turn():
    text = view("Hai tỉnh ký kết; hôm nay hai tỉnh ký thỏa thuận.").norm
    group = Patterns(Pattern("hai tỉnh"), Pattern(r"\w+ nay"), Pattern("hôm qua"), Pattern("ký"))
    for there in (text, str(text)):
        assert [match.group() for match in group.finditer(there, 9)] == ["hai tỉnh", "hôm nay", "ký", "ký"]


@given(st.lists(st.text("ab -.", min_size=1, max_size=5), min_size=1), st.text("ab -.", max_size=8))
def test_of_several_words_that_fit_the_longest_is_read(words, text):
    match = regex.match(alternatives(words), text)
    assert (match.group() if match else None) == max(filter(text.startswith, words), key=len, default=None)
