"""Make the .docx and .pdf examples from their forms: ``python examples/make_binary.py``.

A form in ``forms/`` is one paragraph per line: ``= `` a centred title, ``|| a || b`` the two columns of an official
head or foot (`` / `` parts the lines in them), ``| a | b |`` a row of a table. The PDFs embed DejaVu Serif (free
licence of Bitstream and the DejaVu project; Debian package fonts-dejavu-core), which has every Vietnamese letter.
The same forms give the same text always and the same bytes with the same versions of the libraries.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

HERE = Path(__file__).resolve().parent
FORMS = HERE / "forms"
FONT = "DejaVuSerif.ttf"
#: A date that says nothing, for archives that insist on one.
_NO_DATE = (1980, 1, 1, 0, 0, 0)
Kind = Literal["title", "columns", "row", "paragraph"]


class Block(NamedTuple):
    """A line of a form: its kind, and its cells (one for a title or a paragraph), each with its lines."""

    kind: Kind
    cells: tuple[str, ...]


def blocks(form: str) -> Iterator[Block]:
    for line in form.splitlines():
        if line.startswith("= "):
            yield Block("title", (line[2:],))
        elif line.startswith("|| "):
            yield Block("columns", tuple(cell.strip().replace(" / ", "\n") for cell in line[3:].split("||")))
        elif line.startswith("| "):
            yield Block("row", tuple(cell.strip() for cell in line.strip("| ").split(" | ")))
        elif line:
            yield Block("paragraph", (line,))


def grouped(form: str) -> Iterator[tuple[Kind, list[tuple[str, ...]]]]:
    """Runs of blocks of one kind: the rows of one table come together."""
    for kind, run in groupby(blocks(form), key=lambda block: block.kind):
        yield kind, [block.cells for block in run]


def docx(form: str) -> bytes:
    document = Document()
    for kind, run in grouped(form):
        if kind in ("columns", "row"):
            table = document.add_table(rows=len(run), cols=max(map(len, run)))
            if kind == "row":
                table.style = "Table Grid"
            for row, cells in zip(table.rows, run, strict=True):
                for cell, text in zip(row.cells, cells, strict=False):
                    cell.text = text
            continue
        for (text,) in run:
            paragraph = document.add_paragraph()
            paragraph.add_run(text).bold = kind == "title"
            if kind == "title":
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    stream = io.BytesIO()
    document.save(stream)
    return _undated(stream.getvalue())


def _undated(archive: bytes) -> bytes:
    """The same archive without the time of day at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _NO_DATE), old.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def pdf(form: str) -> bytes:
    pdfmetrics.registerFont(TTFont("serif", FONT))
    body = ParagraphStyle("body", fontName="serif", fontSize=11, leading=15, spaceAfter=6, alignment=TA_JUSTIFY)
    title = ParagraphStyle("title", body, alignment=TA_CENTER)
    head = ParagraphStyle("head", title, fontSize=9, leading=12)
    story: list[Flowable] = []
    for kind, run in grouped(form):
        if kind in ("columns", "row"):
            style = head if kind == "columns" else body
            rows = [[Paragraph(escape(cell).replace("\n", "<br/>"), style) for cell in cells] for cells in run]
            lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if kind == "row" else [])
            lines.add("VALIGN", (0, 0), (-1, -1), "TOP")
            widths = [180, 270] if kind == "columns" else None
            story += [Table(rows, style=lines, colWidths=widths), Spacer(1, 12)]
        else:
            story += [Paragraph(escape(text), title if kind == "title" else body) for (text,) in run]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, invariant=1, title="", author="").build(story)
    return stream.getvalue()


def made() -> Iterator[tuple[str, bytes]]:
    """File name and bytes of every binary example."""
    for form in sorted(FORMS.glob("*.form")):
        name = form.name.removesuffix(".form")
        text = form.read_text(encoding="utf-8")
        yield name, docx(text) if name.endswith(".docx") else pdf(text)


def main(folder: Path = HERE) -> None:
    for name, content in made():
        (folder / name).write_bytes(content)
        sys.stdout.write(f"{name}: {len(content)} bytes\n")


if __name__ == "__main__":
    main()
