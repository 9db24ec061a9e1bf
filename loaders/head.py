"""What the document is: genre, number, issuer, date, what it cites; and the province that it speaks from.

An official document says so in its form: letterhead, number, title in capitals. News that opens with `UBND tỉnh đã ban
hành Công văn số …` is a report about that act, and the act's genre, number and date stand in the record.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from loaders.segments import Paragraph
from loaders.view import View
from ontology.record import Genre

#: Titles of official forms, at the beginning of a line in capitals.
_TITLES: tuple[tuple[str, Genre], ...] = (
    (r"biên bản ghi nhớ|bản ghi nhớ|biên bản (?:thỏa thuận|hợp tác|làm việc|hội nghị)|biên bản", "memorandum"),
    (r"thỏa thuận|bản thỏa thuận|chương trình (?:hợp tác|phối hợp|liên kết)|quy chế phối hợp", "agreement"),
    (r"kế hoạch", "plan"),
    (r"thông báo|kết luận", "conclusion-notice"),
    (r"quyết định", "decision"),
    (r"báo cáo", "report"),
    (r"công văn", "dispatch"),
    (r"nghị quyết|tờ trình|hướng dẫn|công điện|chỉ thị|giấy mời|đề án", "other"),
)
_TITLE = regex.compile("^\\W*+(?:" + "|".join(f"(?P<t{i}>{words})" for i, (words, _) in enumerate(_TITLES)) + r")\b")
_MOTTO = regex.compile(r"cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam\s*+$")
#: `Số: 1192/UBND-KTTH`, `Số 72-KH/TU`: the number of the document itself begins a line (or a column).
_NUMBER = regex.compile(r"(?:^|[\n\t])\W{0,4}số ?:? ?(?P<number>\d{1,6}[a-z]? ?[/-] ?[\p{L}\d&/.-]*\p{L})")
_SUBJECT = regex.compile(r"(?:^|[\n\t])(?:v/v|về việc) ")
_ADDRESSED = regex.compile(r"(?:^|\n)\W*+kính gửi ?:")
#: `đã ban hành Công văn số 4614/UBND-TH`, `có Thông báo số … thông báo kết luận`: an act that the text reports.
_ISSUED = regex.compile(
    r"\b(?:ban hành|có|ký ban hành|vừa có|ký|thông báo)(?: \p{L}+){0,3}?"
    r" (?P<type>công văn|văn bản|kế hoạch|thông báo|quyết định|báo cáo)"
    r"(?: \p{L}+){0,4}? ?số ?:? ?(?P<number>\d{1,6} ?[/-] ?[\p{L}\d&/.-]*\p{L})"
)
_ACTS: dict[str, Genre] = {
    "công văn": "dispatch",
    "văn bản": "dispatch",
    "kế hoạch": "plan",
    "thông báo": "conclusion-notice",
    "quyết định": "decision",
    "báo cáo": "report",
}
#: Orders to named bodies, with which a notice of a dispatch is filled.
_ORDER = regex.compile(
    r"(?:^|[\n.;] ?)(?:giao|yêu cầu|đề nghị) (?:giám đốc |thủ trưởng )?(?:các )?"
    r"(?:sở|ban|ủy ban|ubnd|công an|trung tâm)\b"
)
_ORDERED = regex.compile(
    r"\b(?:chủ tịch|phó chủ tịch|ubnd|ủy ban nhân dân)\b[^.\n]{0,60}\b(?:chỉ đạo|yêu cầu|có ý kiến)\b"
)
_TOP = 14
_LEAD = 700


@dataclass(frozen=True, slots=True)
class Form:
    """Genre and number, with where they stand in ``norm``; ``act``: the place of a reported act."""

    genre: Genre
    number: tuple[int, int] | None = None
    title: tuple[int, int] | None = None
    reported: bool = False
    act: int | None = None

    @property
    def official(self) -> bool:
        return self.genre != "news" and not self.reported


def form(view: View, parts: tuple[Paragraph, ...]) -> Form:
    """The genre, from the form of the document or from the act that it reports."""
    top = list(parts[:_TOP])
    limit = top[-1].end if top else 0
    titled = _titled(view, top)
    number = _NUMBER.search(view.norm, 0, limit)
    motto = any(_MOTTO.search(view.norm, part.start, part.end) for part in top[:4])
    if titled and (motto or number or titled[1]):
        return Form(titled[0], number.span("number") if number else None, titled[2])
    if (_SUBJECT.search(view.norm, 0, limit) and (number or motto)) or _ADDRESSED.search(view.norm, 0, limit):
        return Form("dispatch", number.span("number") if number else None)
    if motto and number:
        return Form("other", number.span("number"))
    return _reported(view, parts)


def _titled(view: View, top: list[Paragraph]) -> tuple[Genre, bool, tuple[int, int]] | None:
    """The first line that begins with the name of a form in capitals; whether nothing of a page came before it."""
    for part in top:
        match = _TITLE.match(view.norm[part.start : part.end])
        if match and part.kind in ("heading", "body"):
            word = view.cased[part.start + match.start(match.lastgroup or 0) : part.start + match.end()]
            if word.isupper():
                genre = _TITLES[int((match.lastgroup or "t0")[1:])][1]
                return genre, part.index <= 1, (part.start, part.end)
    return None


def _reported(view: View, parts: tuple[Paragraph, ...]) -> Form:
    speaking = [part for part in parts if part.kind in ("body", "bullet")]
    lead = min(speaking[0].start + _LEAD, speaking[0].end) if speaking else 0
    act = _ISSUED.search(view.norm, speaking[0].start, lead) if speaking else None
    if act:
        return Form(_ACTS[act.group("type")], act.span("number"), reported=True, act=act.start())
    titled = any(part.kind == "heading" for part in parts[:3])
    if not titled and _ORDERED.search(view.norm) and _ORDER.search(view.norm):
        return Form("dispatch", reported=True)
    return Form("news")
