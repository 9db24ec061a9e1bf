"""The parts of a document as places for tasks: what a heading announces, and the items and sentences under it.

Under ``Nội dung hợp tác`` each item is something to be done; under ``Kết quả`` nothing is; elsewhere a sentence must
say so itself. A heading that is only a body (``3. Sở Nông nghiệp:``) leads the items below it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.analysis import Reading
from loaders.patterns import Pattern
from loaders.segments import Paragraph, Sentence
from loaders.task_words import ACTION

Section = Literal["content", "proposal", "report", "aside", "neutral"]
Form = Literal["item", "labelled", "sentence"]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch ``norm[start:end]`` that may hold a task, and the headings above it, outermost first."""

    start: int
    end: int
    form: Form
    section: Section
    headings: tuple[tuple[int, int], ...]
    paragraph: int
    label: int = -1


@dataclass(frozen=True, slots=True)
class _Heading:
    level: float
    section: Section
    span: tuple[int, int]
    introduces: bool


_SPOKEN = frozenset({"heading", "bullet", "body"})
#: The mark of an item and how deep it stands: parts, `Điều`, `1.`, `1.1.`, `a)`, dashes, crosses.
_MARKS: tuple[tuple[int, str], ...] = (
    (1, r"\**+(?:(?:phần|chương|mục) (?:thứ \p{L}++|[ivx]{1,5}\b|\d{1,2})|phụ lục(?: [ivx\d]{1,4}\b)?)[.:]?\s?"),
    (2, r"\**+(?:[ivx]{1,5}[.)/-]\s?|điều \d{1,2}[.:]?\s?)"),
    (4, r"\(?\d{1,2}\.\d{1,2}(?:\.\d{1,2})*+[.)]?(?!\d)\s?"),
    (3, r"\**+\(?\d{1,2}(?:[.)/]|\s?-)(?!\d)\s?"),
    (3, r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|thứ (?:nhất|hai|ba|tư|năm|sáu)) là,?\s"),
    (5, r"\(?\p{Ll}[).]\s"),
    (7, r"[+○▪]\s?"),
    (6, r"[-•●*]++\s?"),
)
_MARK = Pattern("|".join(f"(?P<m{i}>{words})" for i, (_, words) in enumerate(_MARKS)))
_UNMARKED = 8
_LETTER = 5
_NUMBERED = (3, 4, 5)
#: Verbs that a list of orders or undertakings follows.
_TELLS = (
    "lệnh",
    "dự kiến",
    "chốt lại",
    "buộc",
    "như sau",
    "nhận",
    "quyết nghị",
    "kết luận",
    "thống nhất",
    "quý sở",
)
_CONTENT = Pattern(
    r"nội dung|nhiệm vụ|phần việc|giải pháp|tổ chức thực hiện|phân công|phương hướng|lĩnh vực (?:hợp tác|"
    r"phối hợp|ưu tiên|cụ thể)|trách nhiệm"
    r"|cơ chế (?:phối hợp|hợp tác)|hoạt động|thống nhất|hợp tác trong|cam kết|có ý kiến|chỉ đạo|yêu cầu "
    r".*như sau|kế hoạch .*như sau"
    r"|thỏa thuận .*(?:sau đây|như sau)|tập trung|hợp tác .*cụ thể|cụ thể ?:?$|các việc|danh mục"
    r"|các điểm(?: chính)?(?: sau)? ?:?$|^(?:kế hoạch|dự kiến)\b.{0,40} (?:(?:năm|quý|tháng) [\divx]|tới\b)"
    r"|các điều(?: khoản)? sau|(?:thỏa thuận|kết luận|giao|yêu cầu|nhất trí|đề nghị|quyết định) ?:?$"
)
_PROPOSAL = Pattern(
    r"^(?:về )?(?:một số )?(?:đề xuất|kiến nghị|đề nghị)|kiến nghị,? đề xuất|đề xuất,? kiến nghị"
    r"|\b(?:trân trọng|kính) (?:đề nghị|kiến nghị|đề xuất)\b"
)
_REPORT = Pattern(
    r"kết quả|nhìn lại|điểm lại|chỉ tiêu|đánh giá|tình hình|thực trạng|(?<!để )hạn chế|tồn tại|khó khăn|nguyên "
    r"nhân|mục đích|mục "
    r"tiêu|nguyên tắc|quan điểm|"
    r"căn cứ|thành phần|điều khoản chung|nhận (?:định|xét) chung|bối cảnh|gồm có ?:?$|đại diện|định nghĩa|phạm vi"
)
#: `Sau khi nghe báo cáo kết quả …, Ban Thường vụ kết luận như sau:`: the verb at the end says what the list is.
_DECIDES = Pattern(
    r"(?<!, )\b(?:kết luận|thống nhất|nhất trí|quyết định|quyết nghị|yêu cầu|giao|thỏa thuận|cam kết|chỉ đạo|có ý kiến)"
    r"(?: (?:một số|những|các|mấy))?(?: (?:nội dung|vấn đề|việc|công việc|điểm|nhiệm vụ)(?: \p{L}++){0,3}?)?"
    r"(?: (?:như )?sau(?: đây)?| dưới đây)?$"
)
#: `2. Yêu cầu` below `I. MỤC ĐÍCH, YÊU CẦU` asks nothing of anybody.
_REQUIREMENTS = frozenset({"yêu cầu", "yêu cầu chung"})
#: `trân trọng đề nghị Ủy ban nhân dân tỉnh Y`, `kính đề nghị Quý Sở`.
_ASKS_FOR = Pattern(r"\b(?:đề nghị|kiến nghị|đề xuất với|mong muốn)(?: quý)? ")
#: `… thống nhất đánh giá kết quả như sau:`, `MỤC ĐÍCH, YÊU CẦU`.
_JUDGES = Pattern(
    r"\b(?:đánh giá|báo cáo|ghi nhận|nhận định)(?: [^,;:]{0,40})? (?:như sau|sau đây)$|^mục đích(?:,| và| -) yêu cầu"
)
#: Validity and copies mostly, but also who is the contact and when the sides meet: each sentence says so itself.
_FINAL_CLAUSES = Pattern(r"điều khoản thi hành|hiệu lực (?:và|thi hành)")
#: What goes with a work: nothing to be done but what a body is told to.
_ASIDE = Pattern(r"kinh phí|hiệu lực|báo cáo$|chế độ (?:họp|báo cáo)|theo dõi")
_LABEL = Pattern(r"(?!(?:thời gian|địa điểm|thành phần|kinh phí|ảnh|nguồn|hotline|tổng)\b)[^.;:\n]{6,110}:\s(?=\S)")
_FULL_STOP = Pattern(r"[.;…][\"')*/]*+$")
#: Sentences that go on with the one before: `Trong đó, …`, `Cụ thể: …`, and lines that name who and when.
_GOES_ON = Pattern(
    r"\W*+(?:trong đó\b|trong số đó\b|cụ thể ?:|\(?(?:cơ quan|đơn vị) (?:chủ trì|phối hợp|thực hiện)|"
    r"(?:thời gian|thời hạn|tiến độ|địa điểm|nội dung|sản phẩm|kết quả|việc|công việc|nhiệm vụ)(?: phải làm| phải đạt"
    r"| đầu ra| hoàn thành| thực hiện| tổ chức| triển khai| cần làm| cụ thể| dự kiến)?\s?:|hoàn thành (?:trước|trong)|"
    r"(?:xong|hạn|hạn cuối|nhịp|định kỳ|chủ trì|phối hợp|đầu mối|thực hiện)\s?:)"
)
_HEADING_LENGTH = 200
#: `… gồm các nội dung chính sau đây.`
_INTRODUCES = Pattern(r"(?:sau đây|như sau|dưới đây)\.?$")


def places(reading: Reading) -> tuple[Place, ...]:
    """All places of a document in their order."""
    return tuple(_joined(reading, list(_walk(reading))))


def content_start(reading: Reading, paragraph: Paragraph) -> int:
    """Where a paragraph's own words begin, after the mark of an item."""
    mark = _MARK.match(reading.view.norm, paragraph.start, paragraph.end)
    start = mark.end() if mark else paragraph.start
    while start < paragraph.end and reading.view.norm[start] in " \t*|":
        start += 1
    return start


def _walk(reading: Reading) -> Iterator[Place]:
    stack: list[_Heading] = []
    spoken = [part for part in reading.paragraphs if part.kind in _SPOKEN and not _is_file_name(reading, part)]
    begun, after = False, ""
    for i, part in enumerate(spoken):
        following = spoken[i + 1] if i + 1 < len(spoken) else None
        level, start = _level(reading, part), content_start(reading, part)
        if start >= part.end:
            continue
        if _is_heading(reading, part, start, level, following):
            last = _last_sentence(reading, part, start)
            yield from _of_paragraph(reading, part, start, stack, until=last)
            if level == _UNMARKED:  # an introduction: the list below it belongs to the part that it stands in
                stack = [above for above in stack if not above.introduces]
                level = (stack[-1].level if stack else 0) + 0.5
            titled = (
                not begun
                and last == start
                and part.kind != "bullet"
                and not (part.kind == "body" and reading.view.norm.endswith(":", start, part.end))
                and not _MARK.match(reading.view.norm, part.start, part.end)
            )
            level = 0 if titled else level
            stack = [above for above in stack if above.level < level]
            lists = following is not None and _is_item(reading, following)
            section = "neutral" if titled else _announced(reading, last, part.end, stack, lists=lists)
            stack.append(_Heading(level, section, (last, part.end), bool(level % 1)))
            begun, after = begun or part.kind == "bullet" or last > start, ""
            continue
        begun = True
        if part.kind == "bullet":
            stack = [above for above in stack if above.level < level]
        elif after == "bullet" and stack and stack[-1].level in _NUMBERED:
            stack.pop()  # what follows a list stands no more under the head of the list
        if part.kind != "bullet" and stack and stack[-1].introduces and not _listed(reading, start, part.end):
            stack.pop()
        after = part.kind
        yield from _of_paragraph(reading, part, start, stack)


def _listed(reading: Reading, start: int, end: int) -> bool:
    """Whether an unmarked paragraph is an item of the list above it: it has a label or opens with a verb."""
    return bool(_LABEL.match(reading.view.norm, start, end) or ACTION.match(reading.view.norm, start, end))


def _is_item(reading: Reading, part: Paragraph) -> bool:
    return part.kind == "bullet" or _MARK.match(reading.view.norm, part.start, part.end) is not None


def _is_file_name(reading: Reading, part: Paragraph) -> bool:
    text = reading.view.norm[part.start : part.end].strip()
    return len(text) > 12 and " " not in text


def _last_sentence(reading: Reading, part: Paragraph, start: int) -> int:
    return max(start, *(sentence.start for sentence in _sentences(reading, part)), start)


def _sentences(reading: Reading, part: Paragraph) -> tuple[Sentence, ...]:
    first = bisect_left(reading.sentences, part.start, key=lambda sentence: sentence.start)
    last = bisect_left(reading.sentences, part.end, key=lambda sentence: sentence.start)
    return reading.sentences[first:last]


def _of_paragraph(
    reading: Reading, part: Paragraph, start: int, stack: list[_Heading], until: int | None = None
) -> Iterator[Place]:
    section: Section = stack[-1].section if stack else "neutral"
    headings = tuple(above.span for above in stack)
    label = _LABEL.match(reading.view.norm, start, part.end)
    label = None if _GOES_ON.match(reading.view.norm, start, part.end) else label
    if part.kind != "bullet" and label and section in ("content", "proposal") and until is None:
        yield Place(label.end(), part.end, "labelled", section, headings, part.index, start)
        return
    marked = part.kind == "bullet" or _MARK.match(reading.view.norm, part.start, part.end)
    form: Form = "item" if marked else "sentence"
    for sentence in _sentences(reading, part):
        if sentence.end > start and (until is None or sentence.end <= until):
            yield Place(max(sentence.start, start), sentence.end, form, section, headings, part.index)


def _joined(reading: Reading, found: list[Place]) -> Iterator[Place]:
    """The same places, a sentence that only goes on with the one before joined to it."""
    pending: Place | None = None
    for place in found:
        if pending and pending.headings == place.headings and _GOES_ON.match(reading.view.norm, place.start, place.end):
            pending = Place(
                pending.start,
                place.end,
                pending.form,
                pending.section,
                pending.headings,
                pending.paragraph,
                pending.label,
            )
            continue
        if pending:
            yield pending
        pending = place
    if pending:
        yield pending


def _level(reading: Reading, part: Paragraph) -> float:
    mark = _MARK.match(reading.view.norm, part.start, part.end)
    if mark and mark.lastgroup:
        level = _MARKS[int(mark.lastgroup[1:])][0]
        letter = level == _LETTER and reading.view.cased[mark.start()].isupper()
        return 2 if letter else level  # `A.` is a part, `a)` an item
    if part.kind == "heading":
        return 0 if reading.view.cased[part.start : part.end].isupper() else 3
    return _UNMARKED


def _is_heading(reading: Reading, part: Paragraph, start: int, level: float, following: Paragraph | None) -> bool:
    """A paragraph that only announces: it ends with a colon, or is short and has items of a lower level below it."""
    text = reading.view.norm[start : part.end].rstrip(" *")
    if text.endswith(":") or _INTRODUCES.search(text):
        return True
    if part.kind == "heading":
        return not _FULL_STOP.search(text)
    if part.kind != "bullet" or level > 5 or len(text) > _HEADING_LENGTH or _FULL_STOP.search(text):
        return False
    return following is not None and (_level(reading, following) > level or following.kind == "body")


def _asks_others(reading: Reading, start: int, end: int) -> bool:
    """``UBND tỉnh X đề nghị UBND tỉnh Y cùng hợp tác về các vấn đề sau:``: those who are asked are another side."""
    asks = _ASKS_FOR.search(reading.view.norm, start, end)
    if asks is None or reading.home is None:
        return False
    asked = reading.localities_in(asks.end(), min(end, asks.end() + 60))
    return "quý " in asks.group() or any(mention.id != reading.home.id for mention in asked[:1])


def _announced(reading: Reading, start: int, end: int, stack: list[_Heading], *, lists: bool) -> Section:
    """What stands below a heading; without a word of its own, the same as under the heading above it."""
    text = reading.view.norm[start:end].strip(" :*")
    asks = reading.view.norm[start:end].rstrip().endswith(":")
    if text in _REQUIREMENTS and (not asks or (stack and stack[-1].section == "report")):
        return "report"
    if _PROPOSAL.search(text):
        return "proposal"
    if (asks or _INTRODUCES.search(text)) and _DECIDES.search(text):
        return "content"
    if _JUDGES.search(text):
        return "report"
    if (asks or _INTRODUCES.search(text)) and _asks_others(reading, start, end):
        return "proposal"
    if _FINAL_CLAUSES.search(text):
        return "neutral"
    if _ASIDE.search(text) and not _CONTENT.search(text):
        return "aside"
    content, report = bool(_CONTENT.search(text)), bool(_REPORT.search(text))
    if content != report:
        return "content" if content else "report"
    if lists and not content and text.endswith(_TELLS):
        return "content"
    if content or not stack:
        return "neutral"
    return stack[-1].section
