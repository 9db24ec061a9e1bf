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
from loaders.task_cells import Columns, columns, is_ditto, kind_of, roles

_BAR = Pattern(r" ?\| ?")
_NUMBER = Pattern(r"\d{1,3}(?:\.\d{1,2})?\.?$")
#: A cell that opens a row: a number, a letter, a dash.
_OPENS_ROW = Pattern(r"(?:\d{1,3}(?:\.\d{1,2}){0,2}|[ivx]{1,4}|[a-zđ]|[-+])[.)]?$")
#: What opens the text after a table: the mark of a part or of an item, with words behind it.
_AFTER = Pattern(r"\**+(?:[ivx]{1,5}[.)/-]|\d{1,2}[.)]|điều \d{1,2}|(?:phần|chương|mục|phụ lục)\b)\s*\p{L}")
_LONGEST_CELL = 14
_MOST_HEADS = 9
_SHORTEST_WORK = 8


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
        head = columns(cells) if len(cells := _BAR.split(text)) > 2 else None
        if head:
            i, taken = _celled(cast, paragraphs, i + 1, head)
        elif kind_of(text) == "number" and _is_bar(cast, paragraphs, i + 1):
            i, taken = _barred(cast, paragraphs, i)
        elif first := _lined_head(cast, paragraphs, i):
            numbered = _opens(cast, paragraphs, first)
            i, taken = _lined(cast, paragraphs, first) if numbered else _blocks(cast, paragraphs, i, first)
        else:
            i, taken = i + 1, []
        found += taken
    return tuple(found)


def _text(cast: Cast, part: Paragraph) -> str:
    return cast.reading.view.norm[part.start : part.end].strip()


def _celled(cast: Cast, paragraphs: Sequence[Paragraph], i: int, head: Columns) -> tuple[int, list[Row]]:
    """``1 | Hội thảo … | Sở A | Sở B | Quý IV``: the columns of the head say whose the bodies of a cell are."""
    found: list[Row] = []
    while i < len(paragraphs) and "|" in (text := _text(cast, paragraphs[i])):
        if columns(_BAR.split(text)):
            break  # another table
        row = _row(cast, list(_cells(cast, paragraphs[i])), head, found[-1] if found else None)
        found += [row] if row else []
        i += 1
    return i, found


def _row(cast: Cast, cells: list[tuple[int, int]], head: Columns, above: Row | None) -> Row | None:
    """A row by its cells; a cell left empty or with ``-nt-`` names those of the row above."""
    norm = cast.reading.view.norm
    words = [norm[a:b].strip() for a, b in cells]
    numbered = next((k for k, word in enumerate(words) if word), 0)
    first = numbered + 1 if _OPENS_ROW.match(words[numbered]) and numbered + 1 < len(cells) else numbered
    while cells and not words[-1] and len(cells) > first + 1:
        cells, words = cells[:-1], words[:-1]
    if len(cells) <= head.lead or len(words[first]) < _SHORTEST_WORK or first == head.lead:
        return None
    leads, partners = roles(cast, *cells[head.lead], both=head.both)
    ditto = is_ditto(words[head.lead])
    if ditto:
        said = any(word for k, word in enumerate(words) if k > first and k != head.lead)
        if above is None or not (said or words[head.lead]):
            return None
        leads, partners = above.leads, above.partners if head.partner < 0 else ()
    if 0 <= head.partner < len(cells):
        helping = [body for body in cast.within(*cells[head.partner]) if body.kind != "cac-so-ban-nganh"]
        repeated = above.partners if above and words[head.partner] and is_ditto(words[head.partner]) else ()
        partners = distinct((*partners, *helping, *repeated))
    return Row(cells[first][0], cells[-1][1], leads, partners)


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
    head = columns(words[:first])
    if head is None:
        return i, []
    opening = [k for k in range(first, len(words)) if _OPENS_ROW.match(words[k])] + [len(words)]
    found: list[Row] = []
    for row, following in itertools.pairwise(opening):
        made = _row(cast, cells[row:following], head, found[-1] if found else None)
        found += [made] if made else []
    return start, found


def _cells(cast: Cast, part: Paragraph) -> Iterator[tuple[int, int]]:
    at = part.start
    for match in [*regex.finditer(r" ?\| ?", cast.reading.view.norm[part.start : part.end]), None]:
        stop = part.start + match.start() if match else part.end
        yield at, stop
        at = part.start + match.end() if match else part.end


def _lined_head(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> int | None:
    """The line after the head of a table, one line for each column, if it names who leads."""
    kinds: list[str] = []
    for k in range(i, min(i + _MOST_HEADS, len(paragraphs))):
        kind = kind_of(_text(cast, paragraphs[k]))
        if not kind or (kinds and kind == "number"):
            return k if "lead" in kinds and len(kinds) > 2 and kinds[0] in ("number", "work") else None
        kinds.append(kind)
    return None


def _opens(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> bool:
    return _NUMBER.match(_text(cast, paragraphs[i])) is not None


def _ends(cast: Cast, part: Paragraph) -> bool:
    """Another part or a sentence ends the table: it is longer than a cell's line and closes with a full stop."""
    text = _text(cast, part)
    return _AFTER.match(text) is not None or len(text) > 200 or (len(text) > 60 and text.endswith("."))


def _lined(cast: Cast, paragraphs: Sequence[Paragraph], i: int) -> tuple[int, list[Row]]:
    """One line after the other: a number begins a row."""
    found: list[Row] = []
    while i < len(paragraphs) and _opens(cast, paragraphs, i):
        first = i + 1
        i = first
        while i < len(paragraphs) and not _opens(cast, paragraphs, i) and not _ends(cast, paragraphs[i]):
            i += 1
        row = _of_lines(cast, paragraphs[first:i])
        found += [row] if row else []
    return i, found


def _blocks(cast: Cast, paragraphs: Sequence[Paragraph], head: int, i: int) -> tuple[int, list[Row]]:
    """Rows without numbers, a line for each column of the head."""
    found: list[Row] = []
    for at in range(i, len(paragraphs), i - head):
        block = paragraphs[at : at + i - head]
        row = _of_lines(cast, block) if all(_is_cell(cast, part) for part in block) else None
        if row is None:
            return at, found
        found.append(row)
    return len(paragraphs), found


def _is_cell(cast: Cast, part: Paragraph) -> bool:
    """Whether a line may be a cell: the document speaks, no number or mark opens it, and it is no sentence."""
    return part.kind in ("heading", "body") and not _ends(cast, part)


def _of_lines(cast: Cast, lines: Sequence[Paragraph]) -> Row | None:
    """A row by its lines: the first bodies lead, the others help."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    bodies = cast.within(start, end)
    if not bodies:
        return None
    leads = [bodies[0]]
    for body in bodies[1:]:
        if cast.reading.view.norm[leads[-1].end : body.start].strip() not in (",", ";", "và"):
            break
        leads.append(body)
    others = bodies[len(leads) :]
    line = next((part.end for part in lines if part.end >= leads[-1].end), end)
    leading, helping = roles(cast, leads[0].start, min(line, others[0].start) if others else line)
    return Row(start, end, leading, distinct((*helping, *others)))
