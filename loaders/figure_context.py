"""What is said around a figure: whose it is, its role, what it counts, the time that it holds for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders import task_times
from loaders.analysis import Reading
from loaders.patterns import Pattern
from loaders.segments import Sentence
from loaders.task_words import PAST
from ontology.codes import IndicatorRole, PartialDate, Qualifier

#: What a province has by itself, whoever it cooperates with.
_OWN = Pattern(
    r"\b(?:diện tích (?:tự nhiên|cả nước)|dân số|grdp|gdp|gdrp|bình quân đầu người|thu ngân sách|tăng trưởng kinh tế|"
    r"tốc độ tăng trưởng|tổng sản phẩm|mật độ dân|toàn tỉnh (?:hiện )?có|tỷ lệ đô thị hóa|thu nhập bình quân)\b"
)
#: Amounts that measure no cooperation: a distance, a voltage, a temperature, a share of the country.
_NO_AMOUNT = Pattern(r"\b(?:cách(?: nhau)?|cách [^.,;]{1,40}|độ cao|nhiệt độ|cao(?: độ)?)[ ]$")
_LAND = Pattern(r" (?:diện tích )?(?:cả nước|toàn quốc)\b")
#: `từ 20% trở lên`, `30 người trở xuống`.
BOUND = Pattern(r"[^.;,\n]{0,30}? trở (?:(?P<least>lên)|xuống)\b")
_TARGET = Pattern(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|dự kiến|dự tính|kế hoạch|mỗi năm|kỳ vọng|tối thiểu|ít nhất)\b")
_BUDGET = Pattern(r"\b(?:kinh phí|ngân sách|đóng góp|hỗ trợ|tài trợ|tặng|trao|chi|dự toán|cấp)\b")
_CAPACITY = Pattern(r"\b(?:công suất|quy mô|diện tích|sức chứa|năng lực|chiều dài|dài)\b")
_RESULT = Pattern(r"\b(?:đạt|đón được|hiện có|đến nay|nay có|lũy kế|thu hút được|ước đạt|ghi nhận|kết quả)\b")
_HEADED: tuple[tuple[IndicatorRole, Pattern], ...] = (
    ("target", Pattern(r"\b(?:mục tiêu|chỉ tiêu)\b")),
    ("result", Pattern(r"\b(?:kết quả|đánh giá)\b")),
    ("budget", Pattern(r"\bkinh phí\b")),
)
_MONEY = ("đồng", "usd", "vnd", "đô la", "euro")
_ABOUT_LENGTH = 120
#: How far from a figure its tense and its time are looked for.
_NEAR = 240
_ABOUT_ENDS = Pattern(
    r"[.;,:()\n]|\s(?:và|với|trong đó|trong khi|trở lên|trở xuống)\b|\s(?:vào|đến|tới|trước|trong|từ) \d"
    r"|\s(?:(?:vào|đến|trong|kể từ|trước|mỗi|từng|hằng|hàng) )*+(?:năm|tháng|quý|ngày)\b"
)
_BEFORE_ENDS = Pattern(r"[.;,:()\n]")
#: `năm 2018`, `đến năm 2025`, `vụ 2018`, `tháng 6/2023` stand before the figure, mostly.
_TIME = Pattern(r"\b(?:năm|vụ|mùa|niên vụ) (?P<year>(?:19|20)\d\d)\b(?!\s?-)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at ``norm[start:end]`` with its unit; ``begin`` is where its qualifier, else itself begins."""

    begin: int
    start: int
    end: int
    unit_start: int
    unit_end: int
    qualifier: Qualifier | None
    measured: bool


def clauses(reading: Reading, sentence: Sentence) -> Iterator[Sentence]:
    """The parts of a sentence between semicolons, without those that speak of what a province has by itself."""
    norm, start = reading.view.norm, sentence.start
    while start < sentence.end:
        found = norm.find(";", start, sentence.end)
        end = found if found >= 0 else sentence.end
        if start < end and not _OWN.search(norm, start, end):
            yield Sentence(start, end, sentence.paragraph)
        start = end + 1


def is_no_amount(norm: str, start: int, end: int) -> bool:
    """Whether a measure is a distance or a share of the country."""
    return _NO_AMOUNT.search(norm, max(0, start - 50), start) is not None or _LAND.match(norm, end) is not None


def role(reading: Reading, clause: Sentence, heading: Sentence | None, begin: int, unit: str) -> IndicatorRole | None:
    """What the figure is for, by the words before it, else by the heading that it stands under."""
    norm = reading.view.norm
    before = norm[max(clause.start, begin - 60) : begin]
    if _CAPACITY.search(before):
        return "capacity"
    if _BUDGET.search(before) and unit.lower().endswith(_MONEY):
        return "budget"
    if PAST.search(norm, max(clause.start, begin - _NEAR), begin):
        return "result"
    if _TARGET.search(norm, max(clause.start, begin - 60), begin + 12):
        return "target"
    if _RESULT.search(before):
        return "result"
    headed = norm[heading.start : heading.end] if heading else ""
    return next((name for name, words in _HEADED if words.search(headed)), None)


def about(reading: Reading, clause: Sentence, figure: Figure) -> str | None:
    """What is counted: the unit and the words after it up to a stop, else those before the number."""
    cased = reading.view.cased
    limit = min(clause.end, figure.unit_end + 2 * _ABOUT_LENGTH)
    stop = _ABOUT_ENDS.search(cased, figure.unit_end, limit)
    after = " ".join(cased[figure.unit_end : stop.start() if stop else limit].split())
    after = after if after[:1] != "/" else after.partition(" ")[2]
    unit = "" if figure.measured else cased[figure.unit_start : figure.unit_end]
    if len(after) > 2:
        return " ".join(f"{unit} {after}".split())[:_ABOUT_LENGTH]
    window = cased[max(clause.start, figure.begin - _ABOUT_LENGTH) : figure.begin]
    before = f"{_BEFORE_ENDS.split(window)[-1]} {unit}".split()
    return " ".join(before[-12:]) or None


def as_of(reading: Reading, clause: Sentence, begin: int) -> PartialDate | None:
    """The time last said before the figure in its clause, else the day by which it is due."""
    start, end = max(clause.start, begin - _NEAR), min(clause.end, begin + _NEAR)
    said = [date.value for date in reading.dates_in(start, begin) if date.has_year]
    if said:
        return said[-1]
    years = [match["year"] for match in _TIME.finditer(reading.view.norm, start, begin)]
    if years:
        return str(years[-1])
    due = task_times.deadline(reading, start, end)
    return due[0] if due else None
