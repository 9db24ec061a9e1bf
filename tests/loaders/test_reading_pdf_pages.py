"""Tables, columns and hyphens of a PDF's page, as a reader sees them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from loaders.reading import read
from tests.loaders.reading_files import vietnamese_font

Draw = Callable[[Canvas], None]


def page_text(*pages: Draw, turn: int = 0) -> str:
    stream = io.BytesIO()
    canvas = Canvas(stream, invariant=1, pageCompression=0)
    for page in pages:
        canvas.setPageRotation(turn)
        canvas.setFont("Helvetica", 10)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return read(stream.getvalue(), "a.pdf").text


COLUMNS, ROW = [72, 110, 250, 380, 520], 30


def table(*rows: Sequence[str], top: float = 700, gaps: Sequence[tuple[float, ...]] = ()) -> Draw:
    """A ruled table; ``|`` parts the lines of a cell, ``gaps`` are lines (x1, y1, x2, y2) that are not drawn."""

    def draw(canvas: Canvas) -> None:
        down = [top - ROW * n for n in range(len(rows) + 1)]
        lines = [(a, y, b, y) for y in down for a, b in pairwise(COLUMNS)]
        lines += [(x, a, x, b) for x in COLUMNS for a, b in pairwise(down)]
        for line in lines:
            if line not in gaps:
                canvas.line(*line)
        for y, row in zip(down, rows, strict=False):
            for height in (0, 1, 2):
                for x, cell in zip(COLUMNS, row, strict=False):
                    for line in cell.split("|")[height : height + 1]:
                        canvas.drawString(x + 3, y - 9 - 9 * height, line)

    return draw


def lines(*said: tuple[float, float, str]) -> Draw:
    def draw(canvas: Canvas) -> None:
        for x, y, words in said:
            canvas.drawString(x, y, words)

    return draw


def both(*parts: Draw) -> Draw:
    return lambda canvas: [part(canvas) for part in parts] and None


def boxes(canvas: Canvas) -> None:
    for x, words in ((72, "a"), (172, "b"), (272, "c")):
        canvas.rect(x, 600, 100, 20)
        canvas.drawString(x + 5, 606, words)


HEAD = ("TT", "Noi dung", "Chu tri", "Thoi gian")
READ = "TT | Noi dung | Chu tri | Thoi gian"
TABLES = [
    (
        both(
            lines((72, 750, "Phan cong:")), table(HEAD, ("1", "Hoi thao|ve du lich", "So Van hoa|va Du lich", "Quy II"))
        ),
        f"Phan cong:\n\n{READ}\n1 | Hoi thao ve du lich | So Van hoa va Du lich | Quy II",
        "lines of cells that stand on one height",
    ),
    (
        table(HEAD, ("1", "- mot|- hai", "", "nam 2015-|2020")),
        f"{READ}\n1 | - mot\n- hai | | nam 2015-2020",
        "items, a hyphen",
    ),
    (
        table(HEAD, ("1", "ca hai cot", "", "x"), gaps=[(250, 670, 250, 640)]),
        f"{READ}\n1 | ca hai cot | x",
        "a cell of two columns",
    ),
    (
        table(HEAD, ("1", "a", "chung", "x"), ("2", "b", "", "y"), gaps=[(250, 640, 380, 640)]),
        f"{READ}\n1 | a | chung | x\n2 | b | | y",
        "a cell of two rows",
    ),
    (boxes, "a | b | c", "boxes instead of lines"),
    (
        both(lambda c: c.rect(60, 560, 480, 200), lines((72, 700, "mot dong"), (72, 686, "hai dong"))),
        "mot dong\nhai dong",
        "a frame",
    ),
]


@pytest.mark.parametrize(("draw", "text", "reason"), TABLES, ids=[row[2] for row in TABLES])
def test_a_ruled_table_is_read_row_by_row(draw: Draw, text: str, reason: str) -> None:
    assert page_text(draw) == text, reason


def test_a_table_on_a_turned_page_is_read_as_it_is_shown() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -595)
        table(HEAD, ("1", "a", "b", "c"), top=500)(canvas)

    assert page_text(turned, turn=90) == f"{READ}\n1 | a | b | c"


def test_a_table_goes_on_upon_the_next_page() -> None:
    first = both(table(HEAD, ("1", "mot viec con", "So Y te", "2020"), top=150), lines((300, 20, "1")))
    second = both(lines((300, 820, "- 2 -")), table(HEAD, ("", "dang do", "", ""), ("2", "b", "So X", "2021"), top=800))
    third = both(lines((300, 820, "3")), table(("3", "c", "So Z", "2022"), top=800), lines((72, 700, "Het.")))
    assert page_text(first, second, third) == (
        f"{READ}\n1 | mot viec con dang do | So Y te | 2020\n2 | b | So X | 2021\n3 | c | So Z | 2022\n\nHet."
    )


NEWS = "Tinh A va tinh B da ky thoa thuan hop tac"
SIDES = [
    (
        lines(*((x, 700 - 12 * n, f"{NEWS} {column}{n}") for n in range(7) for x, column in ((60, "a"), (310, "b")))),
        "\n".join(f"{NEWS} {column}{n}" for column in "ab" for n in range(7)),
        "columns of running text",
    ),
    (
        lines(*((x, 700 - 12 * n, f"{n} {column}") for n in range(7) for x, column in ((60, "a"), (310, "b")))),
        "\n".join(f"{n} a {n} b" for n in range(7)),
        "short entries side by side are rows",
    ),
    (
        lines((72, 700, "So: 1/QD\u00adUBND, 2011\u00ad2020")),
        "So: 1/QD-UBND, 2011-2020",
        "hyphens that the font calls soft",
    ),
    (lines((72, 700, "DAM"), (72.3, 700, "DAM"), (72, 680, "x")), "DAM\nx", "bold, because it is printed twice"),
]


@pytest.mark.parametrize(("draw", "text", "reason"), SIDES, ids=[row[2] for row in SIDES])
def test_what_stands_side_by_side_is_read_as_it_is_meant(draw: Draw, text: str, reason: str) -> None:
    assert page_text(draw) == text, reason


def test_head_and_foot_of_an_official_paper_are_read_column_by_column() -> None:
    pdfmetrics.registerFont(TTFont("Vietnamese", vietnamese_font()))

    def paper(canvas: Canvas) -> None:
        canvas.setFont("Vietnamese", 9)
        for left, right, y in (
            ("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 780),
            ("TỈNH LÂM ĐỒNG", "Độc lập - Tự do - Hạnh phúc", 768),
            ("Số: 12/UBND", "Lâm Đồng, ngày 2 tháng 3", 750),
            ("V/v hợp tác với tỉnh", "năm 2020", 738),
            ("Bình Thuận", "", 726),
            ("Nơi nhận:", "KT. CHỦ TỊCH", 600),
            ("- Lưu: VT.", "PHÓ CHỦ TỊCH", 588),
        ):
            canvas.drawCentredString(150, y, left)
            canvas.drawCentredString(420, y, right)
            if y == 726:
                canvas.drawCentredString(297, 690, "Kính gửi: Sở Y tế")

    assert page_text(paper) == (
        "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\n\nSố: 12/UBND\nV/v hợp tác với tỉnh\nBình Thuận\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nLâm Đồng, ngày 2 tháng 3\nnăm 2020\n\n"
        "Kính gửi: Sở Y tế\n\nNơi nhận:\n- Lưu: VT.\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    )
