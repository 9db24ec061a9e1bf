"""Which agreement of several a place in the text speaks of.

In this order: the years said last in the sentence; the sides said in it; what the heading above said; for phases of the
same sides whether the sentence looks back or ahead, which holds for the rest of its paragraph; else the latest phase.
"""

from __future__ import annotations

from loaders.acts import in_sentences
from loaders.analysis import Reading
from loaders.draft import Dealings
from loaders.patterns import Pattern
from loaders.segments import Paragraph, Sentence
from loaders.spans import Spans

_PAST = Pattern(
    r"\b(?:đã(?! (?:ký|thống nhất|nhất trí|thỏa thuận|trao đổi|bàn|cùng))|kết quả|thời gian qua|những năm qua"
    r"|nhìn lại|năm qua|đạt được|vừa qua|đến nay|đã qua|chặng trước|giai đoạn trước|năm ấy|ghi được|làm được"
    r"|báo cáo nêu|\d{1,2} năm hợp tác)\b"
)
_LONG_PAST = Pattern(
    r"\b(?:thời gian qua|những năm qua|nhìn lại|năm qua|đến nay|đã qua|chặng trước|giai đoạn trước|năm ấy|ghi được"
    r"|làm được|báo cáo nêu|\d{1,2} năm hợp tác)\b"
)
_AHEAD = Pattern(
    r"\b(?:sẽ|thời gian tới|sắp tới|tiếp tục|đề nghị|mong muốn|cần(?! thơ)|phải|phương hướng|nhiệm vụ|giai đoạn tới"
    r"|năm tới|tới đây)\b"
)


_PARTNER_ITEM = Pattern(r"\W*+(?:[a-z\d]{1,3}[.)] ?)?(?:về )?(?:hợp tác )?với [^.;:]{0,60}")


class Route:
    """Walks with the sentences; remembers what headings and paragraphs have said."""

    def __init__(self, reading: Reading, found: Dealings) -> None:
        self._reading = reading
        self._drafts = found.drafts
        self._of_act, self._of_sentence = found.sides.of_act, found.sides.of_sentence
        self._acts = in_sentences(found.acts)
        self._periods = Spans(reading.periods)
        self._all = tuple(range(len(found.drafts)))
        self._earlier = found.before
        self._ids = [draft.side.ids for draft in found.drafts]
        self._common = frozenset.intersection(*self._ids) if self._ids else frozenset()
        self._heading: tuple[int, ...] | None = None
        self._paragraph = -1
        self._here: tuple[int, ...] = self._all
        self._years: list[tuple[int, int]] = []

    def enter(self, index: int, sentence: Sentence) -> None:
        """Go on to a sentence."""
        part = self._reading.paragraphs[sentence.paragraph]
        self._years = self._years_in(sentence)
        if len(self._drafts) < 2:
            return
        if self._years and not self._is_heading(part):
            self._here, self._paragraph = (self._years[-1][1],), sentence.paragraph
            return
        said = self._by_sides(index, sentence)
        if self._is_heading(part):
            self._heading = (self._years[-1][1],) if self._years else said
            self._here = self._heading or self._latest(self._all)
            return
        if said is None and self._heading is not None:
            said = self._heading
        elif said is None and sentence.paragraph == self._paragraph and not _AHEAD.search(*self._text(sentence)):
            said = self._here
        among = said if said is not None else self._all
        self._here = self._by_time(sentence, among)
        self._paragraph = sentence.paragraph

    def _is_heading(self, part: Paragraph) -> bool:
        """Headings, and items that only name a partner: `B. VỚI TỈNH KHÁNH HÒA`, `2. Về hợp tác với tỉnh Sơn La`."""
        text = self._reading.view.norm[part.start : part.end]
        return part.kind == "heading" or (part.kind == "bullet" and _PARTNER_ITEM.fullmatch(text) is not None)

    def at(self, position: int) -> tuple[int, ...]:
        """The drafts that a place in the current sentence speaks of."""
        if len(self._drafts) < 2:
            return self._all
        before = [draft for start, draft in self._years if start <= position]
        if before:
            return (before[-1],)
        return (self._years[0][1],) if self._years else self._here

    def _years_in(self, sentence: Sentence) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        for period in self._periods.within(sentence.start, sentence.end):
            for i, draft in enumerate(self._drafts):
                if any(y.start <= period.start < y.end or y.value == (period.first, period.last) for y in draft.years):
                    found.append((period.start, i))
                    break
        return found

    def _by_sides(self, index: int, sentence: Sentence) -> tuple[int, ...] | None:
        """The drafts whose sides the sentence names: those of its act or item, else those with a side of their own."""
        item = self._of_sentence.get(index)
        by_item = tuple(i for i in self._all if self._drafts[i].side is item) if item else ()
        if by_item:
            return by_item
        sides = {id(self._of_act[act]) for act in self._acts.get(index, []) if act in self._of_act}
        by_act = tuple(i for i in self._all if id(self._drafts[i].side) in sides) if sides else ()
        if by_act:
            return by_act
        named = {m.id for m in self._reading.localities_in(sentence.start, sentence.end)} - self._common
        own = tuple(i for i in self._all if named & self._ids[i])
        return own if own and len(own) < len(self._all) else None

    def _by_time(self, sentence: Sentence, among: tuple[int, ...]) -> tuple[int, ...]:
        """Of phases of the same sides the earlier one for what is past, the latest for what is ahead."""
        if _AHEAD.search(*self._text(sentence)):
            return self._latest(among)
        if len(among) == 1:
            before = self._earlier[among[0]] if _LONG_PAST.search(*self._text(sentence)) else None
            return among if before is None else (before,)
        if not _PAST.search(*self._text(sentence)):
            return self._latest(among)
        return tuple(i for i in among if self._earlier[i] not in among)

    def _latest(self, among: tuple[int, ...]) -> tuple[int, ...]:
        """Without the phases that another one continues."""
        continued = {self._earlier[i] for i in among}
        return tuple(i for i in among if i not in continued)

    def _text(self, sentence: Sentence) -> tuple[str, int, int]:
        return self._reading.view.norm, sentence.start, sentence.end
