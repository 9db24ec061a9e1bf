"""What sort of document it is: genre, own number, title; or the act that it reports.

An official document says so in its form: letterhead, number, title in capitals. What only tells of an act is a report
about it (`loaders.reported`); the rest is news.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders import reported, symbols
from loaders.patterns import Match, Pattern
from loaders.segments import Paragraph
from loaders.view import View
from ontology.codes import Genre

#: Titles of official forms. The first that fits counts, so longer ones stand before what they begin with.
_TITLES: tuple[tuple[str, Genre], ...] = (
    (r"(?:biên bản|văn bản|bản) (?:thỏa thuận|cam kết)|bản giao ước", "agreement"),
    (r"thỏa thuận|chương trình (?:ký kết )?(?:hợp tác|phối hợp|liên kết|kết nghĩa)|cam kết|giao ước", "agreement"),
    (r"quy chế (?:phối hợp|hợp tác|liên kết)|văn bản (?:hợp tác|phối hợp)|hiệp định", "agreement"),
    (r"biên bản|(?:văn )?bản ghi nhớ|ghi nhớ", "memorandum"),
    (r"kế hoạch|chương trình", "plan"),
    (r"thông báo|kết luận", "conclusion-notice"),
    (r"quyết định", "decision"),
    (r"báo cáo", "report"),
    (r"công văn", "dispatch"),
    (r"nghị quyết|tờ trình|hướng dẫn|công điện|chỉ thị|giấy mời|đề án|quy chế|quy ước|quy định|thông tri", "other"),
    (r"nghị định|phụ lục|thư (?:cảm ơn|ngỏ|chúc mừng|khen|mời)|lời kêu gọi|diễn văn|bài phát biểu|thông cáo", "other"),
)
_NAMES = "|".join(f"(?P<t{i}>{words})" for i, (words, _) in enumerate(_TITLES))
_TITLE = Pattern(rf"^\W*+(?:{_NAMES})\b")
#: The name of a form behind other words of one line, in capitals between what is none: a head whose lines were lost.
_INLINE = Pattern(rf"(?<=\s)(?<!(?i:theo|sở) )(?i:{_NAMES})\b")
#: The motto of the State or of the Party, in capitals or on a line (in a column) of its own.
_MOTTO = Pattern(
    r"(?:CỘNG H[ÒOÕ]A XÃ\s?HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN) VIỆT NAM\b"
    r"|(?:^|[\n\t])\W*+(?i:cộng h[òoõ]a xã\s?hội chủ nghĩa|đảng cộng sản) (?i:việt nam)[^\w\n\t]*+(?:$|[\n\t])"
)
_MARKS = Pattern(r"[\W_]*+")
#: Where a title that stands in one line with all the rest is over.
_MATTER = Pattern(r"\s(?:Căn cứ|Kính gửi|Hôm nay|Ngày \d|Thực hiện|[-*_]{3}|I\. |1\. |Điều 1)")
_SUBJECT = Pattern(r"(?:^|[\n\t(|])\W{0,3}(?:v/v|về việc)\b")
_ADDRESSED = Pattern(r"(?:^|[\n\t])\W*+kính gửi ?:")
_CONCLUDES = Pattern(r"\bkết luận\b|\bý kiến\b|\bkết quả\b")
#: `QUY CHẾ` and below it `Phối hợp …`: rules that sides give themselves.
_OF_SIDES = Pattern(r"\W*+(?:quy chế|quy ước|quy định|chương trình)\W++(?:phối hợp|hợp tác|liên kết|kết nghĩa)\b")
#: Parts that only papers of an office have.
_FORMAL = ("basis", "recipients")
_TOP, _FOOT = 30, 4


@dataclass(frozen=True, slots=True)
class Form:
    """Genre and number, with where they stand in ``norm``; ``act``: the place of a reported act.

    ``title`` is the paragraph that bears the name of the form, ``begins`` where the letterhead is over; ``rule`` says
    what the genre was read from.
    """

    genre: Genre
    number: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    reported: bool = False
    act: int | None = None
    begins: int = 0
    rule: str = "genre:title"

    @property
    def official(self) -> bool:
        return self.genre != "news" and not self.reported


def form(view: View, parts: tuple[Paragraph, ...]) -> Form:
    """The genre, from the form of the document or from the act that it reports."""
    top = list(parts[:_TOP])
    limit = top[-1].end if top else 0
    symbol = symbols.head(view, limit)
    motto = _MOTTO.search(view.cased, 0, limit)
    number = symbol.number if symbol else None
    if symbol or motto:
        titled = _titled(view, top, formal=True) or _inline(view, symbol.start if symbol else 0, top)
    else:
        formal = any(part.kind in _FORMAL for part in parts)
        titled = _titled(view, top if formal else top[:2], formal=False)
    if titled:
        genre, title = titled
        if genre == "conclusion-notice" and not _CONCLUDES.search(view.norm):
            genre = "other"
        if genre in ("other", "plan") and _OF_SIDES.match(view.norm, title[0]):
            genre = "agreement"
        begins = min(symbol.start, title[0]) if symbol else title[0]
        below = None if symbol else symbols.foot(view, parts[-_FOOT:][0].start)
        return Form(genre, below.number if below else number, title, begins=begins)
    subject, addressed = _SUBJECT.search(view.norm, 0, limit), _ADDRESSED.search(view.norm, 0, limit)
    starts = [found.start() for found in (subject, addressed) if found]
    if symbol and (starts or motto):
        return Form(symbol.genre, number, begins=symbol.start, rule="genre:symbol")
    if addressed or (subject and motto):
        return Form("dispatch", begins=min(starts), rule="genre:addressed")
    if motto:
        return Form("other", begins=motto.end(), rule="genre:motto")
    told = reported.act(view, parts)
    if told:
        return Form(told.genre, told.number, reported=True, act=told.at, rule="genre:reported")
    return Form("news", rule="genre:news")


def _titled(view: View, top: list[Paragraph], *, formal: bool) -> tuple[Genre, tuple[int, int]] | None:
    """The first line that begins with the name of a form in capitals, or, in an official form, is nothing else."""
    for part in top:
        match = _TITLE.match(view.norm[part.start : part.end])
        if match and part.kind in ("heading", "body", "caption"):
            name = view.cased[part.start + match.start(match.lastgroup or 0) : part.start + match.end()]
            alone = _MARKS.fullmatch(view.norm, part.start + match.end(), part.end) is not None
            if name.isupper() or (formal and alone):
                return _genre(match), (part.start, part.end)
    return None


def _inline(view: View, start: int, top: list[Paragraph]) -> tuple[Genre, tuple[int, int]] | None:
    """The name of a form in capitals inside one of the first lines, behind the number."""
    for part in top[:4]:
        for match in _INLINE.finditer(view.cased, max(start, part.start), max(start, part.end)):
            if match.group().isupper():
                matter = _MATTER.search(view.cased, match.end(), part.end)
                return _genre(match), (match.start(), matter.start() if matter else part.end)
    return None


def _genre(match: Match) -> Genre:
    return _TITLES[int((match.lastgroup or "t0")[1:])][1]
