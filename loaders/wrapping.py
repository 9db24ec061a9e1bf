"""Which line ends only wrap a sentence, and which begin something new."""

from __future__ import annotations

import itertools
import unicodedata

from loaders.patterns import Pattern, substitute

_LINE = Pattern(r"[^\r\n\u2028\u2029\x0b\x0c\x85]*+")
#: A line that opens an item of a list or a part: a dash, a bullet, ``1.``, ``2.1``, ``a)``, ``IV-``, ``Điều 3.``
_ITEM = Pattern(
    r"\s*+(?:[-–—+•●*▪○]|\(?\d{1,2}(?:\.\d{1,2})*+[.)/-](?=\s|\p{L})|\(?\p{Ll}[).]\s"
    r"|[IVX]{1,5}[.)/-]|(?:Điều|Chương|Mục|Phần|Phụ lục)\s+\p{L}?\d)"
)
#: A line that states what it is: the national motto, a title that stands alone, the parts of an official form.
_STANDS_ALONE = Pattern(
    r"(?i)\s*+\**+(?:cộng h(?:oà|òa) xã hội|đảng cộng sản việt nam|độc lập\s*+[-–]|số\s*+:|số \d|v/v|kính gửi|nơi nhận"
    r"|căn cứ|(?:thông báo|kế hoạch|quyết định|báo cáo|biên bản)\**+\s*+:?\**+$|phụ lục"
    r"|(?:đại diện )?bên [a-d]\s*+[:(]|t/m|tm\.|kt\.|q\.)"
)
_ENDS = Pattern(r"(?:[.!?…:;]|\.\.\.|[.!?]['\"”»)]|-->|\|)\**+$")
#: An abbreviation whose full stop ends nothing: ``Tp.``, ``TP.``, ``T.P``
_ABBREVIATION = Pattern(r"(?i)\b(?:tp|t\.p|ts|ths|pgs|gs|đ/c)\.$")
#: Words that ask for a continuation: the line cannot end with them.
_OPEN = Pattern(
    r"(?i)(?:,|[-–]|\b(?:và|với|của|giữa|cùng|các|những|(?<!tồn )tại|về|trong|cho|tỉnh|thành phố|tp\.?|huyện|thị xã"
    r"|sở|bộ|ban|ủy ban"
    r"|uỷ ban|đến|từ|ngày|tháng|năm|quý|số|theo|là|do|được))$"
)
#: Columns of a letterhead, cells of a table.
_GAP = Pattern(r"\S {4,}\S|\S \| \S")
#: `2015⏎- 2020`: a span of years that was wrapped at its dash.
_SPAN = Pattern(r"\s*+[-–—] ?\d{4}\b")
#: `… giữa ba tỉnh Bình Định – Phú Yên⏎– Khánh Hòa năm 2023`: a list of names joined by dashes, wrapped before one.
_NAME = r"\p{Lu}\p{L}*+(?: \p{Lu}\p{L}*+){0,3}"
_JOINED_NAMES = Pattern(rf"\p{{Ll}} {_NAME}(?: [-–—] {_NAME})++$")
_NEXT_NAME = Pattern(
    rf"\s*+[-–—] {_NAME}(?P<more>(?: [-–—] {_NAME})*+)(?=$|[,.;:)\"”»]| (?:năm|giai đoạn|về|và|trong|trên|tại|\d))"
)
#: Widths at which people and programs wrap; a longest line outside of them means that each paragraph is one line.
_WRAP_WIDTHS = (60, 130)
_FULL = 0.75
_SPACES = dict.fromkeys("\u00a0\u202f\u2009\u3000", " ")


def breaks(text: str) -> frozenset[int]:
    """Offsets of the line ends that only wrap: white space, where all others separate."""
    ends = [(match.start(), match.end()) for match in _LINE.finditer(text) if match.end() > match.start()]
    composed = unicodedata.is_normalized("NFC", text)
    spaced = substitute(text, _SPACES)
    lines = [spaced[a:b] if composed else unicodedata.normalize("NFC", spaced[a:b]) for a, b in ends]
    # No sentence goes on from a column to another one.
    lines = ["" if _has_gap(line) else line for line in lines]
    width = _width(lines)
    soft: list[int] = []
    for i, (line, following) in enumerate(itertools.pairwise(lines)):
        if line.strip() and following.strip() and _continues(line, following, width):
            soft.append(ends[i][1])
    return frozenset(soft)


def _has_gap(line: str) -> bool:
    return ("    " in line or " | " in line) and _GAP.search(line) is not None


def _width(lines: list[str]) -> int:
    """The width at which a text was wrapped, 0 for none; menus and tables, and one line in thirty, may be longer."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths:
        return 0
    longest = lengths[-1 - min(len(lengths) // 30, sum(length > _WRAP_WIDTHS[1] for length in lengths))]
    return longest if _WRAP_WIDTHS[0] <= longest <= _WRAP_WIDTHS[1] else 0


def _continues(line: str, following: str, width: int) -> bool:
    """Whether the following line goes on with the sentence of this one."""
    said = line.rstrip()
    if _SPAN.match(following) and said[-1:].isdigit():
        return True
    if _in_a_name(said, following, full=bool(width) and len(said) >= width * _FULL):
        return True
    stands = _STANDS_ALONE.match(following) and not following.lstrip()[:1].islower()
    if stands or _ITEM.match(following):
        return False
    if _OPEN.search(said) or _ABBREVIATION.search(said):
        return True
    # Wrapped at a fixed width: a full line goes on, even after a colon or a semicolon.
    full = len(line.strip()) >= width * _FULL if width else False
    if full and said[-1] not in ".!?":
        return True
    if _ENDS.search(said):
        return False
    if following.lstrip()[:1] in '"“' and not following.rstrip().endswith("."):
        return True  # a name in quotes that begins a line of a title
    words = following.strip().lstrip("*\"'“‘(")
    if words[:1].islower():
        return True
    return line.isupper() and following.isupper() and not _STANDS_ALONE.match(line)


def _in_a_name(said: str, following: str, *, full: bool) -> bool:
    """Whether a line that begins with a dash goes on with a quoted name, or with a list of names that dashes join."""
    dash = following.lstrip()[:1]
    if not dash or dash not in "-–—":
        return False
    opened, closed = max(said.rfind(mark) for mark in "“«"), max(said.rfind(mark) for mark in "”»")
    if opened > closed or (said.count('"') % 2 and '"' in following):
        return True
    more = _NEXT_NAME.match(following)
    if more is None or f" {dash} " not in said or _JOINED_NAMES.search(said) is None:
        return False
    return full or bool(more["more"]) or following.startswith((" năm ", " giai đoạn "), more.end())
