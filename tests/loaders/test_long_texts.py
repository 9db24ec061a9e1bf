"""A text built against the patterns is read in time that grows in step with its length."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
import regex

from loaders.extract import extract
from loaders.necessary import necessary
from loaders.patterns import Pattern, all_patterns

TEXTS = sorted((Path(__file__).parent.parent / "corpus" / "open" / "texts").glob("*.txt"))
SCAN = regex.compile("\0")

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Thỏa thuận hợp tác giữa tỉnh Bình Thuận và tỉnh Lâm Đồng giai đoạn 2021 - 2025\n\nII. NHIỆM VỤ\n\n"
)


@pytest.mark.parametrize(
    "piece",
    [
        "Sở ",
        "các ",
        "và ",
        "giao ",
        "phối hợp với ",
        "hai ",
        "Bên A ",
        "đề nghị ",
        "; ",
        "- ",
        "1 | ",
        "tháng 1 và ",
        "sau khi ",
        "Trung tâm A",
        "Đảng ủy ",
        "Thanh tra Sở ",
        "trước ",
        "lần đầu ",
    ],
)
def test_reading_grows_in_step_with_the_text(piece):
    """Doubled eight times over, a text built against the patterns is still read at once."""
    text = PLAN + "1. " + piece * 4000
    assert extract(text) is not None


#: What patterns repeat: words, digits, marks, names, white space.
PIECES = ("các ", "0", "1.", "- ", "A", "Hà Nội, ", "tỉnh A ", ") ", "| ", ". ", "; ", '"', "năm 2020 ", "ngày 1 ")
SIZE, LONGER = 500, 4


@pytest.fixture(scope="module")
def searched() -> set[Pattern]:
    """The patterns that are searched for; the others are only tried where something begins."""
    found: set[Pattern] = set()
    search, finditer = Pattern.search, Pattern.finditer

    def noting(method):
        def call(pattern, *arguments):
            found.add(pattern)
            return method(pattern, *arguments)

        return call

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Pattern, "search", noting(search))
        patch.setattr(Pattern, "finditer", noting(finditer))
        for path in TEXTS[::4]:
            extract(path.read_bytes().decode("utf-8"))
    return found


def test_every_pattern_takes_time_in_step_with_a_text_built_against_it(searched):
    """Four times the text takes about four times as long: sixteen times as long, measured again and again, is wrong.

    What takes less than some scans for one letter is too little to measure.
    """
    for pattern in all_patterns():
        compiled = regex.compile(pattern.pattern, pattern.flags)
        words = necessary(pattern.pattern)
        own = [word.replace("0", "1") for word in (*sorted(words.begins, key=len)[:2], *sorted(words.needs)[:2])]
        for piece in dict.fromkeys([*PIECES, *(f"{word} " for word in own), *(f"{word} a " for word in own)]):
            text = (piece * SIZE)[:SIZE]
            ways = [compiled.match]
            if pattern in searched:
                ways.append(lambda text, found=compiled.finditer: sum(1 for _ in found(text)))
            for way in ways:
                longer = seconds(way, text * LONGER)
                scans = seconds(SCAN.search, text * LONGER)
                tries = 6
                while longer > 40 * scans and longer > 8 * seconds(way, text) and tries:
                    longer, tries = min(longer, seconds(way, text * LONGER)), tries - 1
                assert tries, (piece, pattern.pattern)


def seconds(way, text) -> float:
    """Processor time, the better of two."""
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        way(text)
        best = min(best, time.process_time() - begun)
    return best
