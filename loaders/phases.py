"""For which years an act of cooperation holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from loaders.acts import Act, in_sentences
from loaders.analysis import Reading
from loaders.dates import PeriodMention
from loaders.patterns import Pattern
from loaders.spans import Spans


@dataclass(frozen=True, slots=True)
class Years:
    """First and last year (either may be unsaid), and the words in ``norm`` that say them."""

    first: int | None
    last: int | None
    start: int
    end: int
    open_ended: bool = False

    @property
    def value(self) -> tuple[int | None, int | None]:
        return self.first, self.last

    def agrees_with(self, other: Years) -> bool:
        """Whether both can be the same span, one saying less than the other."""
        return all(a is None or b is None or a == b for a, b in zip(self.value, other.value, strict=True))

    def within(self, other: Years) -> bool:
        """Whether this span is a part of the other."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return False
        return self.value != other.value and other.first <= self.first and self.last <= other.last


#: `10 năm (2005 - 2014) thực hiện Chương trình …`: the span stands before the act that it belongs to.
_CARRYING_OUT = Pattern(r"\)?,? ?(?:thực hiện|triển khai|triển khai thực hiện|hợp tác)? ?")
#: `đến năm 2025`, `đến hết năm 2025`, `từ nay đến 2025`, `đến hết ngày 31/12/2025`: only the last year is said.
_UNTIL = Pattern(
    r"(?<!định hướng )(?<!tầm nhìn )(?:(?P<now>từ nay)(?: cho)? )?\b(?:đến|tới|sang)"
    r" (?:(?:hết |cuối )?(?:năm )|hết |(?<=hạn đến )|(?<=hạn tới )|(?<=nay đến )|(?<=nay cho đến )"
    r"|(?:hết |(?<=giá trị đến )|(?<=hiệu lực đến )|(?<=kéo dài đến )|(?<=áp dụng đến )|(?<=hạn đến ))(?:ngày |tháng )?"
    r"(?:(?:\d{1,2}[/.-]){1,2}|(?:\d{1,2} )?(?:tháng )?\d{1,2} năm ))"
    r"(?P<y>20\d\d)(?![\d/])"
)
#: `tính từ 2017`, `bắt đầu từ năm 2017`: the first year, said beside the last.
_SINCE = Pattern(r"\b(?:tính từ|kể từ|bắt đầu từ) (?:năm )?(?P<y>(?:19|20)\d\d)(?!\d)")
_BETWEEN = Pattern(r"\bgiữa\b")
_AIMED = Pattern(r"[;:]|\b(?:phấn đấu|mục tiêu|đạt|dự kiến|chỉ tiêu|tăng|giảm)\b")
#: `…, đến năm 2025 đưa 10.000 người`: what is to be reached by then.
_REACHED = Pattern(r"(?: \d|\s(?!và |theo |tầm |định |của )\p{L})")
#: `kế hoạch hợp tác … năm 2024`: one year.
_IN_YEAR = Pattern(r"(?<!đến )(?<!từ )(?<!hết )(?<!sau )(?<!trước )\bnăm (?P<y>(?:19|20)\d\d)(?![\d/]| ?-)")
#: `năm 2021 và những năm tiếp theo`: from a year on.
_ONWARD = Pattern(r"\bnăm (?P<y>(?:19|20)\d\d),? và (?:những|các) năm (?:tiếp theo|tới|sau|kế tiếp)")
_ELSEWHERE = Pattern(r"[,;:(\"]|\b(?:ngày|tháng|lễ hội|hội nghị|tại|từ|đến)\b")
#: `năm 2008, A và B bắt tay làm chương trình …`: the first year.
_BEGUN = Pattern(r"\b(?:từ |vào |ngay từ )?năm (?P<y>(?:19|20)\d\d)\b")
_BEGINS = Pattern(r"\b(?:bắt tay|bắt đầu|khởi động|khởi xướng|thiết lập|triển khai)\b")
_BY_ITS_SIDES = Pattern(r" giữa (?:(?!nghị quyết|đại hội)[^.;:,\n]){0,110}")
#: The sides stand between an act and its years.
_SIDES = Pattern(r"\bgiữa [^.;:\n]*$")
#: The years of another paper, or of another clause.
_OTHER_PAPER = Pattern(r"[,;:.]|nghị quyết|quy hoạch|chiến lược|đề án|dự án")
#: What stands before the years in a line of their own.
_YEARS_ALONE = Pattern(r"\W*+")
_TITLE_LINES = 4
#: The years of what the State or a province plans: `trong kế hoạch 5 năm 1986 - 1990`.
_OF_THE_STATE = Pattern(
    r"\b(?:nghị quyết|chiến lược|quy hoạch|kế hoạch|chương trình mục tiêu|đại hội|đầu tư công|ngân sách|đề án)\b"
    r"[^,;:.()]{0,50}$"
)
_NEAR_FORMAL, _NEAR, _SAID_FIRST, _TERM = 300, 90, 160, 24


def years_of(reading: Reading, acts: tuple[Act, ...]) -> dict[Act, list[Years]]:
    """The years of each act that has any, in the order of the text."""
    found: dict[Act, list[Years]] = {}
    periods = Spans(reading.periods)
    by_sentence = in_sentences(acts)
    for act, period in _below_titles(reading, by_sentence):
        found.setdefault(act, []).append(as_years(period))
    for index, local in by_sentence.items():
        sentence = reading.sentences[index]
        for period in periods.within(sentence.start, sentence.end):
            owner = _act_of(reading, period, local)
            if owner:
                found.setdefault(owner, []).append(as_years(period))
        for act in local:
            if act.formal and act not in found:
                years = _single(reading, act, sentence.start, sentence.end)
                if years:
                    found[act] = [years]
    return found


def _below_titles(reading: Reading, by_sentence: dict[int, list[Act]]) -> Iterator[tuple[Act, PeriodMention]]:
    """The years that stand in a line of their own below a title: `THỎA THUẬN HỢP TÁC …` / `(giai đoạn 2016 - 2020)`."""
    for period in reading.periods:
        part = reading.paragraph_of(period.start)
        if not _YEARS_ALONE.fullmatch(reading.view.norm, part.start, period.start):
            continue
        for index in range(bisect_left(reading.sentences, part.start, key=lambda s: s.start) - 1, -1, -1):
            above = reading.sentences[index]
            if reading.paragraphs[above.paragraph].kind != "heading" or part.index - above.paragraph > _TITLE_LINES:
                break
            named = [act for act in by_sentence.get(index, []) if act.formal]
            if named:
                yield named[0], period
                break


def _act_of(reading: Reading, period: PeriodMention, acts: list[Act]) -> Act | None:
    norm = reading.view.norm
    if period.cue == "nhiệm kỳ":  # the term of an assembly, unless the act itself is for the term
        return next((a for a in acts if a.formal and a.end <= period.start and _of_its_term(norm, a, period)), None)
    named = next((a for a in acts if a.formal and 0 <= period.start - a.end <= 1), None)
    if named:  # `chương trình hợp tác giai đoạn 2014 - 2016, hai bên …`
        return named
    following = [a for a in acts if a.formal and 0 <= a.start - period.end <= 40]
    if following and _CARRYING_OUT.fullmatch(norm, period.end, following[0].start):
        return following[0]
    if period.cue and regex.match(
        r"[^\p{L}]*(?:trong )?$", norm[reading.sentences[acts[0].sentence].start : period.start]
    ):
        # `Giai đoạn 2024 - 2025, A và B sẽ hợp tác …`
        return next((a for a in acts if a.binding and 0 <= a.start - period.end <= _SAID_FIRST), None)
    preceding = [a for a in acts if a.end <= period.start]
    formal = next((a for a in reversed(preceding) if a.formal and period.start - a.end <= _NEAR_FORMAL), None)
    if formal and _fits(norm[formal.end : period.start], period):
        return formal
    for loose in reversed(preceding):
        said = norm[loose.end : period.start] if period.start - loose.end <= _NEAR_FORMAL else ""
        between = "" if _OF_THE_STATE.search(said) else _SIDES.sub("", said)
        if loose.binding and period.cue and between and len(between) <= _NEAR and _fits(between, period, strict=True):
            return loose
    return None


def _of_its_term(norm: str, act: Act, period: PeriodMention) -> bool:
    """`Chương trình phối hợp (giữa A và B) nhiệm kỳ 2015 - 2020`: nothing but its sides stands between."""
    near = period.start - act.end <= _TERM
    return near or (_BY_ITS_SIDES.fullmatch(norm, act.end, period.start) is not None)


def _fits(between: str, period: PeriodMention, *, strict: bool = False) -> bool:
    if ";" in between or _OF_THE_STATE.search(between):
        return False
    if strict or period.cue == "từ":
        return not _OTHER_PAPER.search(between)
    return True


def _single(reading: Reading, act: Act, start: int, end: int) -> Years | None:
    """One year that stands for a span: the last, the only, or the first."""
    norm, limit = reading.view.norm, min(end, act.end + _NEAR)
    far = min(end, act.end + (_NEAR_FORMAL if _BETWEEN.search(norm, act.end, limit) else _SAID_FIRST))
    until = _UNTIL.search(norm, act.end, far)
    said = norm[act.end : until.start()] if until else ""
    reached = until and said.endswith(", ") and not until.group("now") and _REACHED.match(norm, until.end())
    if until and not reached and not _AIMED.search(said):
        since = _SINCE.search(norm, act.end, end)
        first = int(since.group("y")) if since else (reading.year if until.group("now") else None)
        return Years(first, int(until.group("y")), until.start(), until.end())
    onward = _ONWARD.search(norm, act.end, limit)
    if onward and not _ELSEWHERE.search(norm[act.end : onward.start()]):
        return Years(int(onward.group("y")), None, onward.start(), onward.end(), open_ended=True)
    only = _IN_YEAR.search(norm, act.end, limit)
    between = norm[act.end : only.start()] if only else ""
    if only and act.name in ("plan", "programme") and not _ELSEWHERE.search(between):
        return Years(int(only.group("y")), int(only.group("y")), only.start(), only.end())
    begun = _BEGUN.search(norm, start, act.start)
    if begun and _BEGINS.search(norm, begun.end(), act.start):
        return Years(int(begun.group("y")), None, begun.start(), begun.end())
    return None


def as_years(period: PeriodMention) -> Years:
    """A span of years that the text says."""
    return Years(period.first, period.last, period.start, period.end, period.open_ended)
