"""Figures: a number, its unit and what it counts, where a text measures cooperation.

Years, dates, numbers of documents and articles count nothing; how many provinces or fields there are is no result;
what a province has by itself (area, population, GRDP) is no figure of cooperation.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from loaders import task_times
from loaders.analysis import Reading
from loaders.numbers import PATTERN, SCALES, value
from loaders.segments import Sentence
from loaders.task_words import PAST
from ontology.record import Indicator, IndicatorRole, PartialDate, Qualifier

_QUALIFIERS: tuple[tuple[Qualifier, str], ...] = (
    ("nearly", "gần"),
    ("about", "khoảng|chừng|ước khoảng|ước tính|ước|xấp xỉ"),
    ("over", "hơn|trên|vượt"),
    ("at-least", "ít nhất|tối thiểu|từ|không dưới"),
    ("at-most", "tối đa|không quá|dưới|nhiều nhất"),
)
_QUALIFIER = "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _QUALIFIERS)
_MONEY = r"(?:nghìn tỷ|ngàn tỷ|tỷ|tỉ|triệu|nghìn|ngàn)?\s?(?:đồng(?! chí)|usd|đô la mỹ|đô la|vnđ|vnd)"
_MEASURES = (
    r"%|ha\b|héc-?ta|km2|km²|km\b|m2|m²|m3|m³|tấn(?:/năm)?|kg\b|mwp?\b|kwh|gwh|kv\b|teu\b|lít|mét\b"
)
#: Nouns that are counted; the longest wins.
_COUNTED = (
    "dự án|lượt khách|lượt người|lượt|khách quốc tế|khách|du khách|học viên|sinh viên|học sinh|giáo viên|bác sĩ|cán bộ|công chức|lao động|"
    "người|hộ nghèo|hộ dân|hộ|doanh nghiệp|nhà đầu tư|hợp tác xã|htx|nhà phân phối|sản phẩm|mặt hàng|gian hàng|chuỗi|tuyến|tour|chuyến bay|"
    "chuyến|đoàn|đợt|lớp|khóa|hội nghị|hội thảo|hội chợ|sự kiện|chương trình|hợp đồng|biên bản ghi nhớ|biên bản|bản ghi nhớ|thỏa thuận|"
    "công trình|căn nhà|ngôi nhà|nhà tình nghĩa|nhà tình thương|nhà|căn|suất quà|suất học bổng|suất|phần quà|học bổng|ca bệnh|ca|bệnh nhân|"
    "kỹ thuật|đề tài|nhiệm vụ|mô hình|giống|vụ việc|vụ|địa bàn|điểm|cơ sở|phòng|siêu thị|cửa hàng|chợ|trường|chỉ tiêu|đại biểu|phóng viên|"
    "ý kiến|khu công nghiệp|cụm công nghiệp|hồ sơ|thủ tục|giường bệnh|giường|con|cây|máy|xe|tàu|container|đơn vị|tin bài|tin|bài|cuộc|"
    "buổi|vườn|trang trại|tàu cá|mẫu|lô|đối tượng|trẻ em|gia đình|thanh niên|phụ nữ|chiến sĩ|vận động viên|nghệ nhân|di tích|bộ|bệnh viện|"
    "trạm|cầu|cửa khẩu|sáng kiến|giải pháp|vị trí|tác phẩm|tấm|ấn phẩm|văn bản|tổ chức|nhóm|ngành nghề|công ty|chuyên gia"
)
_FIGURE = regex.compile(
    rf"(?<![\p{{L}}\d/.,*°-])(?:(?:{_QUALIFIER})\s)?(?P<number>{PATTERN})(?:\s?-\s?(?P<upto>{PATTERN}))?\s?"
    rf"(?:(?P<money>{_MONEY})\b|(?:(?P<scale>nghìn|ngàn|vạn|triệu|tỷ|tỉ)\s)?(?P<unit>{_MEASURES}|(?:{_COUNTED})\b))"
)
#: What a province has by itself, and what only says how a text is made.
_OWN = regex.compile(r"diện tích (?:tự nhiên|cả nước)|dân số|grdp|gdp|bình quân đầu người|thu ngân sách|tốc độ tăng trưởng")
_TARGET = regex.compile(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|sẽ|dự kiến|đến năm|kế hoạch|mỗi năm)\b")
_BUDGET = regex.compile(r"\b(?:kinh phí|ngân sách|đóng góp|hỗ trợ|tài trợ|gửi tặng|trao tặng|tặng)\b")
_CAPACITY = regex.compile(r"\b(?:công suất|quy mô|diện tích|sức chứa|năng lực)\b")
_ABOUT_LENGTH = 120
_SPEAKING = frozenset({"body", "bullet", "heading"})
_ABOUT_ENDS = regex.compile(r"[.;,:()\n]|\s(?:và|với|trong đó|trong khi)\s")


def find(reading: Reading) -> tuple[Indicator, ...]:
    """All figures in their order; a range (``300 - 350 khách``) is two."""
    return tuple(
        indicator
        for sentence in reading.sentences
        if reading.paragraphs[sentence.paragraph].kind in _SPEAKING
        and not _OWN.search(reading.view.norm, sentence.start, sentence.end)
        for indicator in _in(reading, sentence)
    )


def _in(reading: Reading, sentence: Sentence) -> Iterator[Indicator]:
    norm = reading.view.norm
    for match in _FIGURE.finditer(norm, sentence.start, sentence.end):
        if _is_date(reading, match.start("number")):
            continue
        unit, scale = _unit(match)
        numbers = [match.span("number"), *([match.span("upto")] if match["upto"] else [])]
        for i, (start, end) in enumerate(numbers):
            written = value(norm[start:end]) * scale
            begin = match.start() if i == 0 else start
            yield _indicator(reading, sentence, match, written, unit, begin)


def _unit(match: regex.Match[str]) -> tuple[str, int]:
    """The unit, and what the number is multiplied by: money keeps its scale (``tỷ đồng``), a count does not."""
    money = " ".join((match["money"] or "").split())
    if money:
        for thousand in ("nghìn tỷ ", "ngàn tỷ "):
            if money.startswith(thousand):
                return money.removeprefix(thousand.split()[0] + " "), 1_000
        return money, 1
    return match["unit"], SCALES.get(match["scale"] or "", 1)


def _indicator(
    reading: Reading, sentence: Sentence, match: regex.Match[str], number: float, unit: str, begin: int
) -> Indicator:
    evidence = reading.view.evidence(begin, match.end())
    return Indicator(
        value=number,
        unit=unit,
        start=evidence.start,
        end=evidence.end,
        qualifier=next((name for name, _ in _QUALIFIERS if match.group(name.replace("-", "_"))), None),
        role=_role(reading, sentence, match, unit),
        about=_about(reading, sentence, match),
        as_of=_as_of(reading, sentence),
        evidence=(evidence,),
        rule="figure",
    )


def _role(reading: Reading, sentence: Sentence, match: regex.Match[str], unit: str) -> IndicatorRole | None:
    norm = reading.view.norm
    before = norm[max(sentence.start, match.start() - 60) : match.start()]
    if _CAPACITY.search(before):
        return "capacity"
    if _TARGET.search(before):
        return "target"
    if _BUDGET.search(before) and ("đồng" in unit or "usd" in unit):
        return "budget"
    return "result" if PAST.search(norm, sentence.start, match.start()) else None


def _about(reading: Reading, sentence: Sentence, match: regex.Match[str]) -> str | None:
    """What is counted: the words after the unit up to a stop, else those before the number."""
    cased = reading.view.cased
    stop = _ABOUT_ENDS.search(cased, match.end(), sentence.end)
    after = cased[match.end() : stop.start() if stop else sentence.end].strip()
    if len(after) > 3:
        counted = "" if match["money"] else cased[match.start("unit") : match.end("unit")] + " "
        return " ".join((counted + after).split())[:_ABOUT_LENGTH]
    before = regex.split(r"[.;,:()]", cased[sentence.start : match.start()])[-1].split()
    return " ".join(before[-12:]) or None


def _as_of(reading: Reading, sentence: Sentence) -> PartialDate | None:
    due = task_times.deadline(reading, sentence.start, sentence.end)
    return due[0] if due else None


def _is_date(reading: Reading, position: int) -> bool:
    return any(date.start <= position < date.end for date in reading.dates) or any(
        period.start <= position < period.end for period in reading.periods
    )
