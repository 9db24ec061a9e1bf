"""Figures: a number, its unit and what it counts, where a text measures cooperation.

Years, dates, clocks, ranks and numbers of documents count nothing; how many provinces or fields there are is no result;
what a province has by itself (area, population, GRDP) is no figure of cooperation. Value and unit stay as written:
`1,8 triệu lượt khách` is 1.8 `triệu lượt khách`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from loaders import counted, figure_context, finding_words
from loaders.analysis import Reading
from loaders.figure_context import Figure
from loaders.numbers import PATTERN, WORDS, value
from loaders.patterns import Match, Pattern
from loaders.segments import Sentence
from loaders.spans import Spans
from ontology.codes import Qualifier
from ontology.record import Agreement, Indicator, Task

_QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    ("at-most", "tối đa(?: là)?|không quá|không vượt quá|không hơn|không trên|dưới|nhiều nhất"),
    ("at-least", "ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không ít hơn|không thấp hơn|từ"),
    ("nearly", "gần(?: (?:đến|tới|bằng))?|ngót(?: nghét)?|suýt soát|chưa (?:đến|tới|đầy)"),
    ("about", "khoảng|chừng|độ chừng|ước(?: (?:khoảng|tính|đạt|chừng))?|xấp xỉ|cỡ|tầm"),
    ("over", "hơn|trên|vượt(?: quá)?|quá"),
)
_QUALIFIER = "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _QUALIFIERS)
#: Numbers are written in words with money or after a bound; else a count (`ba bệnh viện`) is a way of speaking.
_IN_WORDS = (
    rf"(?:(?<!\b(?:vài|mấy|hàng|đôi) ){WORDS}(?= (?:{counted.SCALE}) )(?= {counted.MONEY})"
    rf"|(?<=\b(?:ít nhất|tối thiểu|tối đa|không quá|không dưới|nhiều nhất)(?: là)? )(?!một ){WORDS}(?= ))"
)
_FIGURE = Pattern(
    rf"(?<![\p{{L}}\d/.,*°:+-])(?:(?:{_QUALIFIER})\s)?(?P<number>{PATTERN}|{_IN_WORDS})"
    rf"(?:(?P<joint>\s?-\s?|\s(?:đến|tới|trong(?: (?:tổng )?số)?)\s|/)(?P<upto>{PATTERN}))?(?![\d/.:]) ?+"
    rf"(?P<unit>(?P<measured>{counted.MEASURE}|{counted.MONEY}|{counted.BARE_MONEY})|{counted.COUNTED}|"
    rf"(?P<open>{counted.OPEN}))"
)
#: The noun said once for two numbers: `năm đầu 2.300 khách, năm nay xấp xỉ 19.000`.
_ELIDED = Pattern(rf"(?<![\p{{L}}\d])(?:{_QUALIFIER})\s(?P<number>{PATTERN})(?=\s?(?:[.,;)](?!\d)|$))")
#: What is counted after these words is an amount; a number beside an unlisted noun says too little without them.
_CUE = Pattern(
    r"\b(?:đạt|được|có|cho|tặng|với|gồm|tổ chức|xây|dựng|đào tạo|hỗ trợ|đón|cử|ký|ký kết|trao|trồng|mở|lắp đặt|"
    r"cấp|khám|hút|đưa|"
    r"giao|nhận|phát|in|sản xuất|cung cấp|cung ứng|sửa chữa|nâng cấp|tập huấn|bồi dưỡng|thả|mời|huy động|thêm|"
    r"còn|tổng|đó|"
    r"thành lập|triển khai|thực hiện|hoàn thành|làm|xử lý|phát hiện|bắt|giải quyết|duy trì|khai thác|tiêu thụ|"
    r"bán|mua) $"
)
#: From one figure to the next of a list: `02 bộ loa và `.
_GOES_ON = Pattern(r"[^.;:\d]{0,30}(?:,| và) ")
#: What takes a number as its name: `quý 3`, `Điều 5`, `quốc lộ 4`; not `mỗi khóa 60 học sinh`.
_RANKED = Pattern(
    r"(?:(?<!\b(?:mỗi|từng|một|hai|ba|cả|các) )\b(?:số|điều|khoản|mục|chương|phần|quý|thứ|năm|tháng|ngày|hôm|"
    r"sáng|chiều|tối|"
    r"trưa|lúc|quốc lộ|ql|đường|tỉnh lộ|vành đai|quận|phường|khóa|đợt|kỳ|tầng|giai đoạn|hạng|phụ lục|bảng|hình|ảnh|"
    r"biểu|bên|trang|"
    r"nghị quyết|quyết định|kết luận|thông báo|chỉ thị|kế hoạch|nội dung|công văn|nghị định|hầm|tổ|ấp|khu phố|lô|"
    r"khối|"
    r"chương trình|tiểu khu|vòng|top|tập|pha|gói thầu|hợp phần)|[&#@]) $"
)
_YEAR = Pattern(r"(?:19|20)\d\d")
#: `9 nội dung hợp tác` says what is agreed, `đã làm 23 nội dung` what was done.
_DONE = Pattern(r"\b(?:làm|thực hiện|hoàn thành|triển khai)(?: được| xong)? $")
_COOPERATES = Pattern(r"\b(?:hợp tác|liên kết|kết nghĩa|ghi nhớ)\b")
#: An item of news in brief opens with its place in capitals.
_BRIEF = Pattern(r"[*+•-]?\s?\p{Lu}{2,}[\p{Lu}\s,.-]*+:")
_SPEAKING = frozenset({"body", "bullet", "heading"})


def find(reading: Reading, agreements: Sequence[Agreement], tasks: Sequence[Task] = ()) -> tuple[Indicator, ...]:
    """All figures in their order, none where no cooperation is told of; a range (`300 - 350 khách`) is two.

    What a task is to reach is a target, where the words around the figure say nothing else.
    """
    if not agreements and not _cooperation(reading):
        return ()
    found: list[Indicator] = []
    heading: Sentence | None = None
    for sentence in reading.sentences:
        kind = reading.paragraphs[sentence.paragraph].kind
        if kind == "heading":
            heading = sentence
        if kind in _SPEAKING and not _of_another(reading, sentence):
            for clause in figure_context.clauses(reading, sentence):
                told = list(_in(reading, clause))
                told += _elided(reading, clause, told)
                told.sort(key=lambda figure: figure.start)
                found += (_indicator(reading, clause, heading, figure) for figure in told)
    due = Spans(tasks)
    return tuple(
        figure.model_copy(update={"role": "target"}) if figure.role is None and due.at(figure.start) else figure
        for figure in found
    )


def _cooperation(reading: Reading) -> bool:
    """Whether a document without an agreement that was made out speaks of one all the same."""
    return reading.form.official and _COOPERATES.search(reading.view.norm) is not None


def _of_another(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence stands in an item of news in brief (`* ĐỒNG NAI: …`) that tells of no cooperation."""
    part = reading.paragraphs[sentence.paragraph]
    if not _BRIEF.match(reading.view.cased, part.start, part.end):
        return False
    return not finding_words.of_cooperation(reading.view.norm, part.start, part.end)


def _in(reading: Reading, clause: Sentence) -> Iterator[Figure]:
    norm, position, listed = reading.view.norm, clause.start, -1
    while match := _FIGURE.search(norm, position, clause.end):
        counts = _counts(reading, match, listed >= 0 and _GOES_ON.fullmatch(norm, listed, match.start()) is not None)
        if counts:
            qualifier, bounded = _qualifier(norm, match)
            begin = match.start() if qualifier or match["joint"] else match.start("number")
            unit = match.span("unit")
            yield Figure(begin, *match.span("number"), *unit, qualifier, bool(match["measured"]))
            if match["upto"]:
                start, end = match.span("upto")
                yield Figure(start, start, end, *unit, qualifier if bounded else None, bool(match["measured"]))
            listed = match.end()
        position = match.end() if counts else match.end("number")


def _elided(reading: Reading, clause: Sentence, told: Sequence[Figure]) -> Iterator[Figure]:
    """Numbers that count what the figure before them in the clause counts."""
    nouns = [figure for figure in told if not figure.measured]
    if not nouns:
        return
    ends = [figure.unit_end for figure in nouns]
    for match in _ELIDED.finditer(reading.view.norm, ends[0], clause.end):
        before = nouns[bisect_right(ends, match.start()) - 1]
        qualifier, _ = _qualifier(reading.view.norm, match)
        if qualifier and not reading.is_date(match.start("number")) and not _YEAR.fullmatch(match["number"]):
            span = match.span("number")
            yield Figure(match.start(), *span, before.unit_start, before.unit_end, qualifier, measured=False)


def _counts(reading: Reading, match: Match, goes_on: bool) -> bool:
    """Whether the numbers of a match count what stands after them; ``goes_on``: a list of figures does."""
    norm = reading.view.norm
    if any(reading.is_date(match.start(part)) for part in ("number", "upto") if match[part]):
        return False
    before = max(0, match.start() - 20)
    if match["measured"]:
        if reading.view.cased.startswith("Đ", match.start("unit")):
            return False  # a name: `ngã ba Đồng Lộc`
        return match["joint"] != "/" and not figure_context.is_no_amount(norm, match.start(), match.end())
    qualified = match.start() < match.start("number") and match["at_least"] != "từ"
    cued = qualified or goes_on or _CUE.search(norm, before, match.start()) is not None
    if not qualified and _RANKED.search(norm, before, match.start()):
        return False
    doubtful = (
        match["open"] or match["joint"] == "/" or match["unit"] in counted.VERBAL or _YEAR.fullmatch(match["number"])
    )
    if doubtful and not cued:
        return False
    if match["unit"] in counted.CONTENTS:
        return _DONE.search(norm, before, match.start()) is not None
    # `2 Hội thảo`: the number of an item and the item; not `12 HTX`.
    word = reading.view.cased[match.start("unit") : match.start("unit") + 2]
    return not word[0].isupper() or word.isupper()


def _qualifier(norm: str, match: Match) -> tuple[Qualifier | None, bool]:
    """The qualifier before the number, or `trở lên`, `trở xuống` after the unit, which holds for both ends of a range.

    `từ` alone only opens a range.
    """
    after = figure_context.BOUND.match(norm, match.end())
    if after:
        return ("at-least" if after["least"] else "at-most"), True
    found = next((name for name, _ in _QUALIFIERS if match.group(name.replace("-", "_"))), None)
    return (None, False) if match["at_least"] == "từ" else (found, False)


def _indicator(reading: Reading, clause: Sentence, heading: Sentence | None, figure: Figure) -> Indicator:
    view = reading.view
    evidence = view.evidence(figure.begin, max(figure.end, figure.unit_end))
    unit = " ".join(view.cased[figure.unit_start : figure.unit_end].split())
    if unit.lower().endswith(("tỷ", "tỉ")):
        unit += " đồng"  # left out in speech, never another thing
    return Indicator(
        value=value(view.norm[figure.start : figure.end]),
        unit=unit,
        start=evidence.start,
        end=evidence.end,
        qualifier=figure.qualifier,
        role=figure_context.role(reading, clause, heading, figure.begin, unit),
        about=figure_context.about(reading, clause, figure),
        as_of=figure_context.as_of(reading, clause, figure.begin),
        evidence=(evidence,),
        rule="figure",
    )
