"""The text of a web page: blocks become paragraphs, rows lines; nothing is run and nothing is fetched."""

from __future__ import annotations

import re
from itertools import islice

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from loaders import old_fonts
from loaders.layout import Layout
from loaders.plain import decode
from loaders.source import Source


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


#: What a page carries beside its text, or that a reader does not see.
_DROPPED = _tags(
    "head script style noscript template nav aside iframe frame object embed applet svg math canvas audio video map "
    "select button input textarea datalist dialog"
)
_PARAGRAPHS = _tags(
    "address article blockquote body caption center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr html main menu ol p pre section summary table ul"
)
_LINES = _tags("br dd dt li tr tbody thead tfoot option")
_CELLS = _tags("td th")
_ARTICLES = _tags("article main")
_DECLARATION = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^\"',;]{1,40})", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
#: A declaration must stand in the first kilobyte (HTML standard); pages in the wild put it later.
_DECLARED_WITHIN = 8192
#: A table's cell with more than this in it holds the page, not a value.
_FRAME_ELEMENTS, _FRAME_CHARACTERS = 60, 1200
_HINT = "save the page anew from a browser, or give its text as .txt"


def text_of(source: Source, declared: str | None = None) -> tuple[str, str]:
    """The text of the page and its encoding, which what carries the page may have ``declared``.

    :raises ReadingError: it is no page that can be read
    """
    found = _DECLARATION.search(source.data[:_DECLARED_WITHIN])
    markup, encoding = decode(source, declared or (found.group(1).decode("ascii") if found else None), forgiving=True)
    return _laid_out(_parsed(source, _XML_DECLARATION.sub("", markup))), encoding


def _parsed(source: Source, markup: str) -> HtmlElement:
    # The size is limited before; depth is the parser's own limit (2,048), and what it cut short is refused.
    parser = lxml.html.HTMLParser(no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = lxml.html.document_fromstring(markup.replace("\0", " "), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError) as error:
        raise source.refusal("holds no HTML element and no text", _HINT) from error
    for entry in parser.error_log:
        if entry.level >= lxml.etree.ErrorLevels.FATAL:
            raise source.refusal(f"breaks off at line {entry.line}: {entry.message.strip()}", _HINT)
    return root


def _laid_out(root: HtmlElement) -> str:
    """Walk without recursion: pages nest deeper than Python's stack."""
    layout = Layout()
    skipped: HtmlElement | None = None
    articles = 0
    columns: list[bool] = []
    #: Whether the font of each open element draws TCVN3 in capitals.
    capitals = [False]
    for event, element in lxml.etree.iterwalk(root, events=("start", "end")):
        opens = event == "start"
        if opens:
            font = _font(element)
            capitals.append(old_fonts.draws_capitals(font) if font else capitals[-1])
        if skipped is None and opens and _is_dropped(element, in_article=articles > 0):
            skipped = element
        elif skipped is None:
            if element.tag in _ARTICLES:
                articles += 1 if opens else -1
            if element.tag == "table" and opens:
                columns.append(_sets_columns(element))
            (_open if opens else _close)(layout, element, columns[-1:] == [True])
            if opens:
                layout.words(_drawn(element.text, capitals[-1]))
            if element.tag == "table" and not opens:
                columns.pop()
        if not opens and skipped is element:
            skipped = None
        if not opens:
            capitals.pop()
        if not opens and skipped is None and element is not root:
            layout.words(_drawn(element.tail, capitals[-1]))
    return layout.text()


def _font(element: HtmlElement) -> str | None:
    styled = _FONT.search(element.get("style", ""))
    return styled.group(1) if styled else element.get("face")


def _drawn(text: str | None, in_capitals: bool) -> str:
    return old_fonts.capitals(text) if text and in_capitals else text or ""


def _is_dropped(element: HtmlElement, in_article: bool) -> bool:
    return (
        element.tag in _DROPPED
        or "hidden" in element.attrib
        or _INVISIBLE.search(element.get("style", "")) is not None
        or (element.tag == "footer" and not in_article)
    )


def _open(layout: Layout, element: HtmlElement, in_columns: bool) -> None:
    if element.tag in _PARAGRAPHS or (element.tag in _CELLS and _is_frame(element)):
        layout.paragraph()
    elif element.tag == "tr":
        layout.row()
    elif element.tag in _LINES:
        layout.line()
    elif element.tag in _CELLS and in_columns:
        layout.open_block()
    elif element.tag in _CELLS:
        layout.open_cell(first=element.getprevious() is None)
    layout.verbatim += element.tag == "pre"


def _close(layout: Layout, element: HtmlElement, in_columns: bool) -> None:
    layout.verbatim -= element.tag == "pre"
    if element.tag in _PARAGRAPHS or (element.tag in _CELLS and _is_frame(element)):
        layout.paragraph()
    elif element.tag in _LINES:
        layout.line()
    elif element.tag in _CELLS and in_columns:
        layout.close_block()
    elif element.tag in _CELLS:
        layout.close_cell()


def _sets_columns(table: HtmlElement) -> bool:
    """A table that says that it has no borders sets columns side by side, as in the head of an official document."""
    first = (cell for row in table.iterfind(".//tr") for cell in row)
    return table.get("border") == "0" and not any("border" in cell.get("style", "") for cell in islice(first, 8))


def _is_frame(cell: HtmlElement) -> bool:
    """A cell that holds the page rather than data: old portals lay pages out in tables."""
    length = 0
    for count, part in enumerate(cell.iter()):
        length += len(part.text or "") + len(part.tail or "")
        if count > _FRAME_ELEMENTS or length > _FRAME_CHARACTERS or (part.tag == "table"):
            return True
    return False
