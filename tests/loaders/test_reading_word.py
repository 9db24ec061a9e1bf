"""A Word document's text: paragraphs and tables in their order, tracked changes as accepted, bombs refused."""

from __future__ import annotations

import unicodedata

import pytest
from docx import Document

from loaders.reading import read
from loaders.source import Limits
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, word, word_bytes, word_with_body, zip_of


def test_paragraphs_and_tables_come_in_the_order_of_the_document() -> None:
    document = Document()
    document.add_paragraph("Trước bảng")
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    for row, values in zip(table.rows, [("TT", "Nội dung", "Chủ trì"), ("1", "Hội thảo", "Sở Du lịch")], strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.add_paragraph("Sau bảng")
    text = read(word_bytes(document), "a.docx").text
    assert text == "Trước bảng\n\nTT | Nội dung | Chủ trì\n1 | Hội thảo | Sở Du lịch\n\nSau bảng"


def test_a_merged_cell_is_read_once_and_the_columns_stay() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=3, style="Table Grid")
    for i, row in enumerate(table.rows):
        for j, cell in enumerate(row.cells):
            cell.text = f"{i}{j}"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "ngang"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "dọc"
    assert read(word_bytes(document), "a.docx").text == "00 | ngang\ndọc | 11 | 12\n| 21 | 22"


def test_the_columns_of_an_official_head_are_blocks_of_lines_and_no_rows() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    table.cell(1, 0).text = "Số: 1/UBND"
    table.cell(1, 1).text = "Bình Phước, ngày 2 tháng 3 năm 2023"
    document.add_paragraph("Kính gửi: Sở Y tế")
    assert read(word_bytes(document), "a.docx").text == (
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Số: 1/UBND\n\nBình Phước, ngày 2 tháng 3 năm 2023\n\nKính gửi: Sở Y tế"
    )


BORDERS = [
    ("", "a\n\nb", "none at all: columns"),
    ("<w:tblStyle w:val='TableGrid'/>", "a | b", "a style with borders: a table"),
    ("<w:tblBorders><w:top w:val='single'/></w:tblBorders>", "a | b", "borders of its own"),
    ("<w:tblStyle w:val='TableGrid'/><w:tblBorders><w:top w:val='nil'/></w:tblBorders>", "a\n\nb", "taken away again"),
]


@pytest.mark.parametrize(("properties", "text", "reason"), BORDERS, ids=[row[2] for row in BORDERS])
def test_borders_tell_a_table_from_columns(properties: str, text: str, reason: str) -> None:
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:tc>" for c in "ab")
    body = f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tr>{cells}</w:tr></w:tbl>"
    assert read(word_with_body(body), "a.docx").text == text, reason


TEXT_BOX = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice><w:t>khung</w:t></mc:Choice><mc:Fallback><w:t>khung</w:t>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_GRID = "<w:tbl><w:tblPr><w:tblStyle w:val='TableGrid'/></w:tblPr><w:tr>"
NESTED = (
    f"{_GRID}<w:tc>{_GRID}<w:tc><w:p><w:r><w:t>trong</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc>"
    "<w:tc><w:p><w:r><w:t>ngoài</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
BODIES = [
    ("<w:p><w:r><w:t>Hợp</w:t></w:r><w:r><w:t xml:space='preserve'> tác</w:t></w:r></w:p>", "Hợp tác", "runs join"),
    ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a b\nc", "tabs and breaks"),
    ("<w:p><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>", "liên kết", "hyperlinks"),
    ("<w:sdt><w:sdtContent><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:sdtContent></w:sdt>", "ô", "content controls"),
    (
        "<w:p><w:ins><w:r><w:t>mới</w:t></w:r></w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del></w:p>",
        "mới",
        "tracked changes as if accepted",
    ),
    (TEXT_BOX, "khung", "a text box is there twice, for new and old programs"),
    ("<w:p><w:r><w:t>2015</w:t><w:noBreakHyphen/><w:t>2020</w:t></w:r></w:p>", "2015-2020", "a hyphen that holds"),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>", "b", "hidden words"),
    ("<w:p/><w:p/><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/>", "a", "empty paragraphs"),
    (NESTED, "trong | ngoài", "a table in a cell"),
]


@pytest.mark.parametrize(("body", "text", "reason"), BODIES, ids=[row[2] for row in BODIES])
def test_what_word_writes_is_read_as_a_reader_sees_it(body: str, text: str, reason: str) -> None:
    assert read(word_with_body(body), "a.docx").text == text, reason


def test_letters_are_composed() -> None:
    assert read(word(unicodedata.normalize("NFD", SENTENCE)), "a.docx").text == SENTENCE


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zip_of({"word/document.xml": bytes(3_000_000)})
    with pytest.raises(ReadingError, match="more than the limit of 1000000 bytes"):
        read(bomb, "a.docx", Limits(max_unpacked_bytes=1_000_000))
    crowd = zip_of({f"{n}.xml": b"" for n in range(50)})
    with pytest.raises(ReadingError, match="unpacks to 50 parts"):
        read(crowd, "a.docx", Limits(max_archive_members=49))


def test_entities_of_the_document_are_not_expanded() -> None:
    entity = "<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    data = word_with_body("<w:p><w:r><w:t>a</w:t></w:r></w:p>").replace(b"<w:t>a</w:t>", b"<w:t>a</w:t>")
    assert read(data, "a.docx").text == "a"
    hostile = zip_of(
        {
            "[Content_Types].xml": b"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": (entity + "<Relationships>&x;</Relationships>").encode(),
        }
    )
    with pytest.raises(ReadingError):
        read(hostile, "a.docx")
