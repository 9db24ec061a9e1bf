"""The text of a .docx: paragraphs and tables in the order of the document, a merged cell once."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import lxml.etree
from docx import Document
from docx.opc.exceptions import OpcError

from loaders import old_fonts
from loaders.layout import Layout
from loaders.source import Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: What was deleted or moved away in tracked changes, and what repeats a drawing's text for older programs.
_DROPPED = frozenset((f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _FALLBACK))
_SIGNS = {f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
#: How many styles a table style may rest on, one on another.
_STYLE_DEPTH = 8
_BREAKS = frozenset((f"{_W}br", f"{_W}cr"))
_HINT = "open it in a word processor and save it again as .docx, or give it as .pdf or .txt"


def text_of(source: Source) -> tuple[str, None]:
    """The text of the body; raises :class:`ontology.errors.ReadingError` for what is no sound .docx."""
    _check_archive(source)
    try:
        document = Document(io.BytesIO(source.data))
        body, styles = document.element.body, document.styles.element
    except (OpcError, KeyError, ValueError, TypeError, AttributeError, OSError) as error:
        raise source.refusal("is a zip file but no Word document", _HINT) from error
    except (zipfile.BadZipFile, zlib.error, lxml.etree.XMLSyntaxError, NotImplementedError, RuntimeError) as error:
        raise source.refusal(f"is damaged ({str(error)[:120]})", _HINT) from error
    if body is None:
        raise source.refusal("has no body", _HINT)
    return _laid_out(body, _bordered_styles(styles), _capital_styles(styles)), None


def _check_archive(source: Source) -> None:
    """Refuse a zip bomb before anything is unpacked; zipfile never unpacks more than a member declares."""
    limits = source.limits
    try:
        members = zipfile.ZipFile(io.BytesIO(source.data)).infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise source.refusal(f"is no readable zip file, as a .docx must be ({error})", _HINT) from error
    unpacked = sum(member.file_size for member in members)
    if len(members) > limits.max_archive_members or unpacked > limits.max_unpacked_bytes:
        problem = f"unpacks to {len(members)} parts of {unpacked} bytes together"
        raise source.refusal(f"{problem}, more than the limit of {limits.max_unpacked_bytes} bytes", _HINT)
    if any(member.flag_bits & 0x1 for member in members):
        raise source.refusal("is encrypted", "remove its password and save it again")


def _laid_out(body: lxml.etree._Element, bordered: frozenset[str], capital: frozenset[str]) -> str:
    """Tables with borders become rows of cells; without, they set columns side by side, and each cell is a block."""
    layout = Layout()
    columns: list[bool] = []
    for event, element in _walk(body):
        tag, opening = element.tag, event == "start"
        if tag == f"{_W}tbl":
            layout.paragraph()
            if opening:
                columns.append(not _has_borders(element, bordered))
            else:
                columns.pop()
        elif tag == f"{_W}tc" and columns and columns[-1]:
            layout.open_block() if opening else layout.close_block()
        elif tag == f"{_W}tc":
            layout.open_cell(first=_is_first(element)) if opening else layout.close_cell()
        elif tag == f"{_W}tr":
            layout.row() if opening else layout.line()
        elif tag == f"{_W}p":
            layout.paragraph()
        elif opening and tag == f"{_W}t":
            text = element.text or ""
            layout.words(old_fonts.capitals(text) if _draws_capitals(element, capital) else text)
        elif opening and tag in _SIGNS:
            layout.words(_SIGNS[tag])
        elif opening and tag in _BREAKS:
            layout.line()
    return layout.text()


def _draws(borders: lxml.etree._Element | None) -> bool:
    return borders is not None and any(side.get(f"{_W}val") not in ("nil", "none") for side in borders)


def _bordered_styles(styles: lxml.etree._Element) -> frozenset[str]:
    """Ids of the table styles that draw borders, by themselves or by the style that they rest on."""
    by_id = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style")}
    parents = {name: style.find(f"{_W}basedOn") for name, style in by_id.items()}
    drawing = {name for name, style in by_id.items() if _draws(style.find(f"{_W}tblPr/{_W}tblBorders"))}
    for _ in range(_STYLE_DEPTH):
        drawing |= {s for s, parent in parents.items() if parent is not None and parent.get(f"{_W}val") in drawing}
    return frozenset(drawing)


def _font(properties: lxml.etree._Element | None) -> str | None:
    fonts = properties.find(f"{_W}rFonts") if properties is not None else None
    return None if fonts is None else fonts.get(f"{_W}ascii") or fonts.get(f"{_W}hAnsi")


def _capital_styles(styles: lxml.etree._Element) -> frozenset[str]:
    """Ids of the styles whose font draws the small letters of TCVN3 as capitals."""
    capital: set[str] = set()
    by_id = {style.get(f"{_W}styleId", ""): style for style in styles.iter(f"{_W}style")}
    for name, style in by_id.items():
        seen: lxml.etree._Element | None = style
        for _ in range(_STYLE_DEPTH):
            if seen is None or _font(seen.find(f"{_W}rPr")):
                break
            parent = seen.find(f"{_W}basedOn")
            seen = None if parent is None else by_id.get(parent.get(f"{_W}val", ""))
        if seen is not None and old_fonts.draws_capitals(_font(seen.find(f"{_W}rPr"))):
            capital.add(name)
    return frozenset(capital)


def _draws_capitals(text: lxml.etree._Element, capital: frozenset[str]) -> bool:
    run = text.getparent()
    if run is None:
        return False
    if font := _font(run.find(f"{_W}rPr")):
        return old_fonts.draws_capitals(font)
    if not capital:
        return False
    paragraph = next(run.iterancestors(f"{_W}p"), None)
    named = [run.find(f"{_W}rPr/{_W}rStyle"), None if paragraph is None else paragraph.find(f"{_W}pPr/{_W}pStyle")]
    return any(style is not None and style.get(f"{_W}val") in capital for style in named)


def _has_borders(table: lxml.etree._Element, bordered: frozenset[str]) -> bool:
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    own = table.find(f"{_W}tblPr/{_W}tblBorders")
    if _draws(own) or any(_draws(b) for b in table.iterfind(f"{_W}tr/{_W}tc/{_W}tcPr/{_W}tcBorders")):
        return True
    return own is None and style is not None and style.get(f"{_W}val") in bordered


def _is_first(cell: lxml.etree._Element) -> bool:
    return next(cell.itersiblings(f"{_W}tc", preceding=True), None) is None


def _walk(body: lxml.etree._Element) -> Iterator[tuple[str, lxml.etree._Element]]:
    """Elements as they open and close, without what is dropped and the words of a cell merged upwards."""
    skipped: lxml.etree._Element | None = None
    for event, element in lxml.etree.iterwalk(body, events=("start", "end")):
        if skipped is None and event == "start" and (element.tag in _DROPPED or _is_unseen(element)):
            skipped = element
        elif skipped is None:
            yield event, element
        elif event == "end" and element is skipped:
            skipped = None


def _is_unseen(element: lxml.etree._Element) -> bool:
    """Whether it is a run of hidden words or a paragraph of a cell merged upwards."""
    if element.tag == f"{_W}r":
        hidden = element.find(f"{_W}rPr/{_W}vanish")
        return hidden is not None and hidden.get(f"{_W}val", "true") not in ("0", "false", "off")
    return _is_merged_upwards(element)


def _is_merged_upwards(paragraph: lxml.etree._Element) -> bool:
    cell = paragraph.getparent() if paragraph.tag == f"{_W}p" else None
    merge = cell.find(f"{_W}tcPr/{_W}vMerge") if cell is not None and cell.tag == f"{_W}tc" else None
    return merge is not None and merge.get(f"{_W}val", "continue") == "continue"
