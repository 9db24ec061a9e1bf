"""The text of an .rtf: its paragraphs and tables in order, letters by code page and by \\u, capitals by font.

Rich Text Format is groups in braces, control words and bytes. One pass reads them, in step with the length of the file;
what a group sets (font, skipped destination) ends with it.
"""

from __future__ import annotations

import codecs
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from loaders import old_fonts
from loaders.layout import Layout
from loaders.source import Source

_TOKEN = re.compile(rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}]+)")
#: What stands beside the text of the document: tables of fonts and styles, pictures, running heads, notes, fields.
_BESIDE = frozenset(
    (
        b"fonttbl colortbl stylesheet info pict object objdata result header headerl headerr headerf footer footerl "
        b"footerr footerf footnote annotation fldinst generator themedata datastore latentstyles listtable pntext "
        b"listoverridetable rsidtbl revtbl xmlnstbl bkmkstart bkmkend shpinst sp sn sv nonshppict nonesttables filetbl "
        b"colorschememapping background template txe xe tc private listtext shprslt atnid atnauthor atnref atndate "
        b"atntime pgptbl"
    ).split()
)
_SIGNS = {
    b"tab": "\t", b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018", b"rquote": "\u2019",
    b"bullet": "\u2022", b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"emspace": "\u2003", b"enspace": "\u2002",
    b"qmspace": "\u2005",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"-": "\u00ad", b"{": "{", b"}": "}", b"\\": "\\"}
_PARAGRAPHS = frozenset((b"par", b"sect", b"page", b"\n", b"\r"))
#: Lines that borders are drawn with. A table without them sets columns side by side, as in an official head.
_BORDERS = frozenset(b"brdrs brdrth brdrdb brdrdot brdrdash brdrhair brdrtriple brdrw".split())
_OF_FONTS = frozenset((b"f", b"deff", b"ansicpg", b"fcharset"))
#: Character sets of fonts (``\fcharset``) as code pages.
_CHARSETS = {
    0: "cp1252", 77: "mac-roman", 161: "cp1253", 162: "cp1254", 163: "cp1258", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437",
}  # fmt: skip
_MOST_NESTED = 1000
#: Tokens between two looks at the clock.
_LOOK_AT_CLOCK = 10_000
_HINT = "open it in a word processor and save it again as .docx, or give it as .pdf or .txt"


@dataclass(frozen=True, slots=True)
class _State:
    """What a group sets for what stands in it."""

    beside: bool = False
    in_fonts: bool = False
    hidden: bool = False
    font: int | None = None
    in_table: bool = False
    #: How many characters stand for a program that does not know ``\\u``.
    stand_ins: int = 1


@dataclass(slots=True)
class _Font:
    name: str = ""
    code_page: str | None = None


@dataclass(slots=True)
class _Reader:
    source: Source
    code_page: str = "cp1252"
    default_font: int | None = None
    fonts: dict[int, _Font] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    state: _State = field(default_factory=_State)
    groups: list[_State] = field(default_factory=list)
    #: Bytes and units of UTF-16 that wait for the next of their kind: a letter may have several.
    raw: bytearray = field(default_factory=bytearray)
    units: bytearray = field(default_factory=bytearray)
    skip: int = 0
    in_cell: bool = False
    row_begun: bool = False
    bordered: bool = False
    after_row: bool = False


def text_of(source: Source) -> tuple[str, None]:
    """The text of the document.

    :raises ReadingError: it is cut short, nested too deep, or takes too long
    """
    reader = _Reader(source)
    end = time.monotonic() + source.limits.max_seconds
    for count, (kind, value, number) in enumerate(_tokens(source)):
        if count % _LOOK_AT_CLOCK == 0 and time.monotonic() > end:
            raise source.refusal(f"takes longer than {source.limits.max_seconds:g} seconds to read", _HINT)
        if kind == "group":
            if _turn(reader, value):
                break
        elif kind == "word":
            _word(reader, value, number)
        else:
            _bytes(reader, value, kind == "hex")
    else:
        raise source.refusal("breaks off: a group in braces has no end", _HINT)
    _flush(reader)
    return reader.layout.text(), None


def _tokens(source: Source) -> Iterator[tuple[str, bytes, int | None]]:
    """(kind, value, number): ``group``, ``word`` (a control word or symbol), ``hex`` or ``text``."""
    data, place = source.data, 0
    while found := _TOKEN.match(data, place):
        word, number, hexadecimal, symbol, brace, text = found.groups()
        place = found.end()
        if word == b"bin":
            place += max(0, int(number or 0))  # so many bytes of a picture
        elif word:
            yield "word", word, None if number is None else int(number)
        elif hexadecimal:
            yield "hex", bytes.fromhex(hexadecimal.decode()), None
        elif symbol:
            yield "word", symbol, None
        elif brace:
            yield "group", brace, None
        else:
            yield "text", text.replace(b"\r", b"").replace(b"\n", b""), None


def _turn(reader: _Reader, brace: bytes) -> bool:
    """Open or close a group; whether it was the document's own."""
    _flush(reader)
    reader.skip = 0
    if brace == b"{":
        if len(reader.groups) >= _MOST_NESTED:
            raise reader.source.refusal(f"has groups nested more than {_MOST_NESTED} deep", _HINT)
        reader.groups.append(reader.state)
        return False
    if reader.groups:
        in_table = reader.state.in_table
        reader.state = replace(reader.groups.pop(), in_table=in_table)
    return not reader.groups


def _word(reader: _Reader, word: bytes, number: int | None) -> None:
    state = reader.state
    if word == b"u" and number is not None:
        if not (state.beside or state.hidden):
            _settle(reader)
            reader.units += (number & 0xFFFF).to_bytes(2, "little")
        reader.skip = state.stand_ins
        return
    reader.skip = 0
    _flush(reader)
    if word == b"*" or word in _BESIDE:
        reader.state = replace(state, beside=True, in_fonts=word == b"fonttbl")
    elif word == b"shptxt":
        reader.state = replace(state, beside=False)  # a text box, which stands in what programs may skip
    elif word == b"uc":
        reader.state = replace(state, stand_ins=min(max(number or 0, 0), 16))
    elif word in _OF_FONTS:
        _set_font(reader, word, number)
    elif word == b"plain":
        reader.state = replace(state, font=None, hidden=False)
    elif word in (b"v", b"deleted"):
        reader.state = replace(state, hidden=number != 0)
    elif not state.beside:
        _place(reader, word)


def _set_font(reader: _Reader, word: bytes, number: int | None) -> None:
    """The font of what follows, or, within the table of fonts, what is told about one."""
    state = reader.state
    if word == b"f":
        reader.state = replace(state, font=number)
    elif word == b"deff":
        reader.default_font = number
    elif word == b"ansicpg":
        reader.code_page = _code_page(number) or reader.code_page
    elif state.in_fonts and state.font is not None:
        reader.fonts.setdefault(state.font, _Font()).code_page = _CHARSETS.get(number or 0)


def _place(reader: _Reader, word: bytes) -> None:
    """What parts the words of the document: paragraphs, lines, cells, rows; and signs with a word of their own."""
    layout = reader.layout
    if word in (b"pard", b"intbl"):
        reader.state = replace(reader.state, in_table=word == b"intbl")
    elif word in (b"cell", b"nestcell"):
        _open_cell(reader)
        _close_cell(reader)
    elif word in (b"row", b"nestrow", b"trowd"):
        _end_row(reader)
        reader.bordered = reader.bordered and word != b"trowd"
    elif word in _BORDERS:
        reader.bordered = True
    elif word in _PARAGRAPHS:
        layout.paragraph()
    elif word == b"line":
        layout.line()
    elif sign := _SIGNS.get(word) or _SYMBOLS.get(word):
        _say(reader, sign)


def _open_cell(reader: _Reader) -> None:
    if reader.in_cell:
        return
    if not reader.after_row:
        reader.layout.paragraph()
    if not reader.bordered:
        reader.layout.open_block()
    else:
        if not reader.row_begun:
            reader.layout.row()
        reader.layout.open_cell(first=not reader.row_begun)
    reader.in_cell = reader.after_row = True


def _close_cell(reader: _Reader) -> None:
    if reader.bordered:
        reader.layout.close_cell()
    else:
        reader.layout.close_block()
    reader.in_cell, reader.row_begun = False, True


def _end_row(reader: _Reader) -> None:
    if reader.in_cell:
        _close_cell(reader)
    if reader.row_begun:
        reader.layout.line()
    reader.row_begun = False


def _bytes(reader: _Reader, data: bytes, escaped: bool) -> None:
    if reader.skip:
        taken = min(reader.skip, len(data))
        reader.skip -= taken
        data = data[taken:]
    state = reader.state
    if state.in_fonts:
        if state.font is not None:
            font = reader.fonts.setdefault(state.font, _Font())
            font.name = (font.name + data.decode("latin-1"))[:80]
    elif data and not (state.beside or state.hidden):
        _settle(reader, units=True)
        reader.raw += data


def _settle(reader: _Reader, units: bool = False) -> None:
    """Say what waits as units, or else as bytes, before the other kind begins."""
    if units and reader.units:
        _say(reader, reader.units.decode("utf-16-le", "replace"))
        reader.units.clear()
    elif not units and reader.raw:
        _say(reader, reader.raw.decode(_encoding(reader), "replace"))
        reader.raw.clear()


def _flush(reader: _Reader) -> None:
    _settle(reader)
    _settle(reader, units=True)


def _font(reader: _Reader) -> _Font:
    number = reader.default_font if reader.state.font is None else reader.state.font
    return reader.fonts.get(-1 if number is None else number) or _Font()


def _encoding(reader: _Reader) -> str:
    font = _font(reader)
    if font.name.strip().lower().startswith((".vn", "vni")):
        return "cp1252"  # its letters are drawn over Latin ones, whatever the document's code page
    return font.code_page or reader.code_page


def _say(reader: _Reader, text: str) -> None:
    if reader.state.in_table:
        _open_cell(reader)
    elif reader.after_row:
        _end_row(reader)
        reader.layout.paragraph()
        reader.after_row = False
    draws = old_fonts.draws_capitals(_font(reader).name.rstrip().rstrip(";"))
    reader.layout.words(old_fonts.capitals(text) if draws else text)


def _code_page(number: int | None) -> str | None:
    try:
        return codecs.lookup("utf-8" if number == 65001 else f"cp{number}").name
    except LookupError:
        return None
