"""The title of a document as a reader would quote it: the abstract of an official form (trích yếu), a page's headline.

What parties sign is titled by its own name (`THỎA THUẬN HỢP TÁC giữa …`); the name of any other form is its genre, and
the title is what stands below it (`Về việc …`). A letter has it under its number (`V/v …`).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from loaders import datelines
from loaders.analysis import Reading
from loaders.patterns import Pattern
from loaders.segments import Paragraph

_SIGNED = ("memorandum", "agreement")
#: The name of a form alone, before what it is about.
_NAME = Pattern(
    r"^\W*+(?:thông báo(?: kết luận)?|kế hoạch|quyết định|báo cáo(?: tóm tắt| tổng hợp| tổng kết| sơ kết| kết quả)?"
    r"|kết luận|chương trình(?: hành động| công tác)?"
    r"|nghị quyết|tờ trình|hướng dẫn|công điện|chỉ thị|giấy mời|đề án|công văn|quy định"
    r"|biên bản(?: ghi nhớ| thỏa thuận| hợp tác| làm việc| hội nghị)?|bản ghi nhớ|thỏa thuận|quy chế|cam kết)\W*+$"
)
#: Where the matter itself begins.
_MATTER = Pattern(r"^\W*+(?:kính gửi|căn cứ|hôm nay|chúng tôi|điều \d)\b")
#: Another part of the head, or the matter.
_NO_TITLE = Pattern(
    r"^\W*+(?:kính gửi|căn cứ|hôm nay|chúng tôi|số ?:|số \d|điều \d|bên [a-z]\b|[ivx]{1,4}[.-]|\d{1,2}[.)]"
    r"|\(?(?:ban hành )?kèm theo|\(?dự thảo|độc lập ?- ?tự do|cộng h[òoõ]a|đảng cộng sản|thực hiện |thành phần"
    r"|(?:chủ tịch|ủy ban nhân dân|hội đồng nhân dân|ban thường vụ|giám đốc)\b)"
)
_SUBJECT = Pattern(r"(?:^|[\n\t(|])\W{0,3}(?=(?:v/v|về việc)\b)")
_DATE = Pattern(r"(?<!\S)\p{Lu}[^\n\t,]{1,40}, ?ngày\b.*$|(?<!\S)Độc lập ?- ?[Tt]ự do.*$|\(?\s?DỰ THẢO.*$")
#: Lines of a page that are no headline: its sections, menus, portal, hours.
_SITE = Pattern(
    r"(?:^|\W)(?:cổng (?:thông tin|tt)|portal|báo \S+ \S+ online|trang (?:thông tin|tin|chủ|nhất)|báo điện tử"
    r"|đăng nhập|rss|english|cỡ chữ|in trang|in bài|chia sẻ|lưu bài|nghe bài)\b|\S > \S|\|"
    r"|^[^.]{0,12}\d{1,2}:\d{2}|\d{1,2}/\d{1,2}/\d{4}"
)
#: Who decides, in capitals below a title in capitals, where the line ends were lost.
_DECIDER = Pattern(
    r"(?<!\b(?:VÀ|VỚI|CỦA|GIỮA|CHO|CÙNG)) (?:CHỦ TỊCH )?(?:ỦY BAN|HỘI ĐỒNG) NHÂN DÂN(?: \p{Lu}++){0,6}+$"
)
#: `(làm tại … ngày …)`, as a line or behind the title.
_MADE = Pattern(r"^\W*+(?:làm|ký|lập|ký kết) tại\b")
_MADE_AT_END = Pattern(r"\s\((?:làm|ký|lập|ký kết) tại\b[^)]*\)$")
_METADATA = Pattern(r"^\s*+date \d{4}-\d{2}(?:-\d{2})?\s++")
_LONGEST, _LINES, _LETTER_LINES = 400, 6, 8
_HEADLINE_WORDS, _CAPITAL_WORDS, _TOP = 5, 7, 10


def title(reading: Reading) -> tuple[tuple[int, int], ...]:
    """Where in ``norm`` the title stands, line for line; empty where the document has none."""
    form = reading.form
    if form.official and form.title:
        return _below_name(reading, *form.title)
    if form.official:
        return tuple(_of_letter(reading))
    return _headline(reading)


def text(reading: Reading, spans: tuple[tuple[int, int], ...]) -> str:
    """A title on one line, with a capital."""
    joined = " ".join(" ".join(reading.view.cased[slice(*span)].split()) for span in spans)
    return joined[:1].upper() + joined[1:]


def _below_name(reading: Reading, start: int, end: int) -> tuple[tuple[int, int], ...]:
    own = reading.view.norm[start:end]
    lines = [] if _NAME.match(own) else [_without_name(reading, start, end)]
    named = _trimmed(reading, start, end)
    for part in reading.paragraphs[reading.paragraph_of(start).index + 1 :][:_LINES]:
        if not any(letter.isalpha() for letter in reading.view.norm[part.start : part.end]):
            if lines:
                break
            continue
        if not _goes_on(reading, part, begun=bool(lines)):
            break
        if lines and (_is_apart(reading, lines[-1][1], part.start) or part.end - lines[0][0] > _LONGEST):
            break
        lines.append(_trimmed(reading, part.start, part.end))
    if lines and reading.form.genre in ("decision", "other"):
        decider = _DECIDER.search(reading.view.cased, *lines[-1])
        lines[-1] = (lines[-1][0], decider.start()) if decider else lines[-1]
    made = _MADE_AT_END.search(reading.view.norm, *lines[-1]) if lines else None
    if made:
        lines[-1] = (lines[-1][0], made.start())
    whose = bool(lines) and reading.view.norm.startswith("của ", lines[0][0])  # `KẾT LUẬN của …` is one phrase
    if reading.form.genre in _SIGNED or whose or not lines:
        return (named, *(line for line in lines if line[0] >= named[1]))
    return tuple(lines)


def _goes_on(reading: Reading, part: Paragraph, *, begun: bool) -> bool:
    """Whether a line below the name of the form is one of the title."""
    norm = reading.view.norm[part.start : part.end]
    if part.kind in ("basis", "addressees", "recipients", "signature") or len(norm) > _LONGEST:
        return False
    if _MADE.match(norm):
        return False
    about = regex.match(r"^\W*+(?:v/v|về |thực hiện |triển khai )", norm) is not None and not begun
    return (about or not _NO_TITLE.match(norm)) and norm.rstrip()[-1:] not in ".;:,"


def _without_name(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """`KẾ HOẠCH thực hiện …`: what stands behind the name of the form; all of it where the name goes on."""
    span = _trimmed(reading, start, end)
    cased = reading.view.cased[slice(*span)]
    if reading.form.genre in _SIGNED:
        return span
    capitals = regex.match(r"(?:(?!\p{L}*\p{Ll})\S+\s)+(?=\S*\p{Ll})", cased)
    if capitals and _NAME.match(capitals.group().lower()):
        return span[0] + capitals.end(), span[1]
    words = regex.match(r"(?:KẾ HOẠCH|THÔNG BÁO|QUYẾT ĐỊNH|BÁO CÁO|NGHỊ QUYẾT|TỜ TRÌNH)\s?:?\s(?=(?:\S+\s){3})", cased)
    return (span[0] + words.end(), span[1]) if words else span


def _of_letter(reading: Reading) -> Iterator[tuple[int, int]]:
    """`V/v …` and its lines, or the lines between number and addressees."""
    norm, form = reading.view.norm, reading.form
    first = reading.paragraph_of(form.begins).index
    subject = _SUBJECT.search(norm, 0, min(len(norm), form.begins + _LONGEST * 2))
    if subject:
        first = reading.paragraph_of(subject.end()).index
    elif not form.number:
        return
    last: int | None = None
    for part in reading.paragraphs[first : first + _LETTER_LINES]:
        begin = subject.end() if subject and part.start <= subject.end() < part.end else part.start
        if part.kind == "addressees" or (last is not None and _is_apart(reading, last, part.start)):
            break
        if not subject and part.index == first and form.number:
            begin = form.number[1]
        tab = norm.find("\t", begin, part.end)
        stop = tab if tab > begin else part.end
        other = _DATE.search(reading.view.cased, begin, stop)
        stop = other.start() if other else stop
        if stop > begin and any(letter.isalpha() for letter in norm[begin:stop]):
            if _MATTER.match(norm[begin:stop]):
                break
            line = _trimmed(reading, begin, stop)
            bracket = norm[: line[0]].endswith("(") and norm[line[1] - 1] == ")"
            yield line[0], line[1] - bracket
            last = part.end


def _headline(reading: Reading) -> tuple[tuple[int, int], ...]:
    """The line above the page's date, else the first that can be a headline; of two spellings the accented one."""
    best: tuple[int, int] | None = None
    cased = reading.view.cased
    dated = next(datelines.page_dates(reading.view, reading.paragraphs), None)
    if dated and 0 < dated.part.index < _TOP:
        below = reading.paragraphs[dated.part.index + 1 :][:1]
        story = bool(below) and _headline_in(reading, below[0]) is None
        above = _headline_in(reading, reading.paragraphs[dated.part.index - 1], _HEADLINE_WORDS - story)
        if above and not _continues_kicker(reading, dated.part.index - 1):
            return (above,)
    for part in reading.paragraphs[:_TOP]:
        span = _headline_in(reading, part)
        if part.kind == "body" and part.end - part.start > _LONGEST / 2 and (best or part.index):
            break
        if span and best and cased[slice(*best)].endswith(":"):
            return best, span
        if span and (best is None or (cased[slice(*best)].isascii() and not cased[slice(*span)].isascii())):
            best = span
            if not cased[slice(*span)].isascii() and not cased[slice(*span)].endswith(":"):
                break
    return (best,) if best else ()


def _continues_kicker(reading: Reading, index: int) -> bool:
    """Whether the line before announces this one with a colon: both are the headline."""
    before = reading.paragraphs[index - 1] if index else None
    return before is not None and reading.view.norm[before.start : before.end].rstrip().endswith(":")


def _headline_in(reading: Reading, part: Paragraph, least: int = _HEADLINE_WORDS) -> tuple[int, int] | None:
    """A line that can be a headline: not of the site, not the story, not a section's name, which has fewer words.

    Below the beginning of the story it is one only if the page says it again.
    """
    if part.kind not in ("heading", "body") or part.end - part.start > _LONGEST / 2:
        return None
    start, end = _trimmed(reading, part.start, part.end)
    metadata = _METADATA.match(reading.view.norm[start:end])
    start += metadata.end() if metadata else 0
    norm, words = reading.view.norm[start:end], regex.findall(r"\p{L}\S*+", reading.view.cased[start:end])
    section = len(words) < least or (len(words) < _CAPITAL_WORDS and not any(w.islower() for w in words))
    if section or _SITE.search(norm) or norm[-1:] in ",;.":
        return None
    story = reading.paragraphs[0]
    begun = part.index > 0 and story.kind == "body" and not reading.view.norm[story.start : story.end].endswith(":")
    return None if begun and reading.view.norm.count(norm) < 2 else (start, end)


def _is_apart(reading: Reading, end: int, start: int) -> bool:
    """Whether a blank line stands between two places."""
    one, other = reading.view.span(end, start)
    return len(regex.findall(r"\r\n|[\r\n]", reading.view.text[one:other])) > 1


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Without the white space, stars and rules around; brackets and quotes stay."""
    words = reading.view.cased[start:end]
    left = len(words) - len(words.lstrip(" \t\n*-_|"))
    return start + left, max(start + left + 1, start + len(words.rstrip(" \t\n*-_|")))
