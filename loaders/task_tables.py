"""Tasks in tables: a row of ``Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian``, as cells or as lines.

A table comes as lines of cells (``1 | Hội thảo | Sở A | Sở B | Quý IV``) or, from old files, as one line for each line
of each cell; there the first body of a row leads and the others are partners.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.patterns import Pattern
from loaders.segments import Paragraph

_LEAD_HEAD = Pattern(
    r"(?:(?:cơ quan|đơn vị|sở,? ngành|bộ phận|người) )?(?:chủ trì|đầu mối|chịu trách nhiệm|phụ trách|thực hiện)"
    r"(?: chính| thực hiện| tham mưu)?"
)
_PARTNER_HEAD = Pattern(
    r"(?:(?:cơ quan|đơn vị|sở,? ngành) )?(?:phối hợp|cùng làm|cùng thực hiện|tham gia|hỗ trợ)(?: thực hiện)?"
)
_BAR = Pattern(r" ?\| ?")
_WORK_HEAD = Pattern(r"(?:nội dung|nhiệm vụ|công việc|tên|hoạt động)\b")
_TIME_HEAD = Pattern(r"(?:thời gian|thời hạn|tiến độ|hoàn thành|ghi chú|kinh phí|sản phẩm|địa điểm)")
_NUMBER = Pattern(r"\d{1,3}(?:\.\d{1,2})?\.?$")
#: A cell that opens a row: a number, a letter, a dash.
_OPENS_ROW = Pattern(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[ivx]{1,4}|[a-zđ]|[-+])[.)]?$")
_LONGEST_CELL = 14
_NUMBER_HEAD = Pattern(r"(?:tt|stt|số tt)\.?$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row at ``norm[start:end]`` without its number."""

    start: int
    end: int
    leads: tuple[BodyMention, ...]
    partners: tuple[BodyMention, ...]


def rows(cast: Cast) -> tuple[Row, ...]:
    """The rows of all tables that name who leads."""
    found: list[Row] = []
    paragraphs = cast.reading.paragraphs
    i = 0
    while i < len(paragraphs):
        text = _text(cast, paragraphs[i])
        cells = _BAR.split(text)
        if len(cells) > 2 and any(_LEAD_HEAD.fullmatch(cell.strip()) for cell in cells):
            i, taken = _celled(cast, paragraphs, i, cells)
        elif _NUMBER_HEAD.match(text) and _is_bar(cast, paragraphs, i + 1):
            i, taken = _barred(cast, paragraphs, i)
        elif _NUMBER_HEAD.match(text) and (head := _lined_head(cast, paragraphs, i)):
            i, taken = _lined(cast, paragraphs, head)
        else:
            i, taken = i + 1, []
        found += taken
    return tuple(found)


def _text(cast: Cast, part: Paragraph) -> str:
    return cast.reading.view.norm[part.start : part.end].strip()


def _celled(cast: Cast, paragraphs: Sequence[Paragraph], i: int, head: list[str]) -> tuple[int, list[Row]]:
    """``1 | Hội thảo … | Sở A | Sở B | Quý IV``: the columns of the head say whose the bodies of a cell are."""
    lead = next(k for k, cell in enumerate(head) if _LEAD_HEAD.fullmatch(cell.strip()))
    partner = next((k for k, cell in enumerate(head) if _PARTNER_HEAD.fullmatch(cell.strip())), -1)
    found: list[Row] = []
    i += 1
    while i < len(paragraphs) and "|" in (text := _text(cast, paragraphs[i])):
        cells = list(_cells(cast, paragraphs[i]))
        if len(cells) == len(head) and (leads := _in_cell(cast, cells[lead])):
            first = 1 if _NUMBER.match(_BAR.split(text)[0].strip()) else 0
            partners = _in_cell(cast, cells[partner]) if partner >= 0 else ()
            found.append(Row(cells[first][0], cells[-1][1], distinct(leads), distinct(partners)))
        i += 1
    return i, found


def _is_bar(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> bool:
    return i < len(paragraphs) and _text(cast, paragraphs[i]) == "|"


def _barred(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> tuple[int, list[Row]]:
    """``STT``, ``|``, ``Nội dung``, ``|`` … line by line: cells of one or more lines, each closed by a bar."""
    cells: list[tuple[int, int]] = []
    start = i
    while i < len(paragraphs):
        if _is_bar(cast, paragraphs, i):
            cells.append((paragraphs[start].start, paragraphs[i - 1].end) if i > start else (paragraphs[i].start,) * 2)
            start = i + 1
        elif i - start > _LONGEST_CELL:
            break
        i += 1
    words = [cast.reading.view.norm[a:b].strip() for a, b in cells]
    first = next((k for k, word in enumerate(words[1:], 1) if _OPENS_ROW.match(word)), len(words))
    lead = next((k for k, word in enumerate(words[:first]) if _LEAD_HEAD.fullmatch(word)), None)
    if lead is None:
        return i, []
    partner = next((k for k, word in enumerate(words[:first]) if _PARTNER_HEAD.fullmatch(word)), -1)
    opening = [k for k in range(first, len(words)) if _OPENS_ROW.match(words[k])] + [len(words)]
    found: list[Row] = []
    for row, following in itertools.pairwise(opening):
        if following - row > lead and (leads := _in_cell(cast, cells[row + lead])):
            partners = _in_cell(cast, cells[row + partner]) if 0 < partner < following - row else ()
            found.append(Row(cells[row + 1][0], cells[following - 1][1], distinct(leads), distinct(partners)))
    return start, found


def _cells(cast: Cast, part: Paragraph) -> Iterator[tuple[int, int]]:
    at = part.start
    for match in [*regex.finditer(r" ?\| ?", cast.reading.view.norm[part.start : part.end]), None]:
        stop = part.start + match.start() if match else part.end
        yield at, stop
        at = part.start + match.end() if match else part.end


def _in_cell(cast: Cast, cell: tuple[int, int]) -> tuple[BodyMention, ...]:
    return cast.within(*cell)


def _lined_head(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> int | None:
    """The line of the first row's number, if the lines from here on are the head of a table that names leads."""
    led = False
    for k in range(i + 1, min(i + 9, len(paragraphs))):
        text = _text(cast, paragraphs[k])
        if _NUMBER.match(text):
            return k if led else None
        if _LEAD_HEAD.fullmatch(text):
            led = True
        elif not (_PARTNER_HEAD.fullmatch(text) or _WORK_HEAD.match(text) or _TIME_HEAD.match(text)):
            return None
    return None


def _is_prose(cast: Cast, part: Paragraph) -> bool:
    """A sentence ends the table: it is longer than a cell's line and closes with a full stop."""
    text = _text(cast, part)
    return len(text) > 200 or (len(text) > 60 and text.endswith("."))


def _lined(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> tuple[int, list[Row]]:
    """One line after the other: a number begins a row."""
    found: list[Row] = []
    while i < len(paragraphs) and _NUMBER.match(_text(cast, paragraphs[i])):
        first = i + 1
        i = first
        while (
            i < len(paragraphs) and not _NUMBER.match(_text(cast, paragraphs[i])) and not _is_prose(cast, paragraphs[i])
        ):
            i += 1
        if i == first:
            continue
        start, end = paragraphs[first].start, paragraphs[i - 1].end
        bodies = cast.within(start, end)
        if bodies:
            leads = [bodies[0]]
            for body in bodies[1:]:
                if cast.reading.view.norm[leads[-1].end : body.start].strip() not in (",", ";", "và"):
                    break
                leads.append(body)
            found.append(Row(start, end, distinct(leads), distinct(bodies[len(leads) :])))
    return i, found
