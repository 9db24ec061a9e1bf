"""Lay out words as lines: a blank line between paragraphs, `a | b | c` for the cells of a table's row."""

from __future__ import annotations

import re

#: What HTML counts as white space; a no-break space is a character of the text.
_SPACES = re.compile(r"[ \t\n\r\f]+")
_NOTHING, _SPACE, _LINE, _PARAGRAPH = range(4)
_BREAKS = {_NOTHING: "", _SPACE: " ", _LINE: "\n", _PARAGRAPH: "\n\n"}
_BLANK = " \t\u00a0\u2003\u2002\u2009\u3000"


class Layout:
    """Collects words and the breaks between them; breaks that meet become the strongest of them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._break = _NOTHING
        self._separators = 0
        self._cells = 0
        self._row_has_words = False
        #: How many preformatted blocks are open: their line ends and spaces count.
        self.verbatim = 0

    def words(self, text: str) -> None:
        """Add running text; its white space is one space, except where it is preformatted."""
        if self.verbatim:
            first, *others = text.splitlines() or [""]
            self._add(first)
            for line in others:
                self.line()
                self._add(line)
            if text.endswith("\n"):
                self.line()
            return
        if not text:
            return
        tidy = _SPACES.sub(" ", text)
        if tidy.startswith(" "):
            self._space()
        if tidy.strip(_BLANK):
            self._add(tidy.strip(" "))
            if tidy.endswith(" "):
                self._space()
        else:
            self._space()

    def line(self) -> None:
        """The next words begin a line."""
        self._break_at_least(_LINE)

    def paragraph(self) -> None:
        """The next words begin a paragraph; inside a cell a line, so that the row holds together."""
        self._break_at_least(_LINE if self._cells else _PARAGRAPH)

    def row(self) -> None:
        """The next words begin a table's row."""
        self._row_has_words = False
        self._break_at_least(_LINE)

    def open_cell(self, first: bool) -> None:
        """The next words are a cell's; ``first`` in its row or after another one."""
        if not first:
            self._separators += 1
            if self._row_has_words:
                self._break = _NOTHING
        self._cells += 1

    def close_cell(self) -> None:
        self._cells -= 1

    def open_block(self) -> None:
        """The next words are a block of lines set beside another one: a column of an official head."""
        self.paragraph()
        self._cells += 1

    def close_block(self) -> None:
        self._cells -= 1
        self.paragraph()

    def text(self) -> str:
        """Everything so far; no line begins or ends with spaces."""
        lines = (line.strip(_BLANK) for line in "".join(self._parts).split("\n"))
        return "\n".join(lines).strip("\n")

    def _space(self) -> None:
        self._break = max(self._break, _SPACE)

    def _break_at_least(self, strength: int) -> None:
        if self._separators and self._cells:
            return  # the cell has not begun yet
        self._separators = 0  # what was empty to the end of the row
        self._break = max(self._break, strength)

    def _add(self, words: str) -> None:
        if not words:
            return
        if self._parts:
            self._parts.append(_BREAKS[self._break])
        if self._separators:
            at_line_start = not self._parts or self._break >= _LINE
            self._parts.append(("" if at_line_start else " ") + "| " * self._separators)
        self._parts.append(words)
        self._break, self._separators, self._row_has_words = _NOTHING, 0, True
