"""The act that a notice tells of: `UBND tỉnh đã ban hành Công văn số …`. Its genre and number stand in the record."""

from __future__ import annotations

from dataclasses import dataclass

from loaders import symbols
from loaders.patterns import Match, Pattern
from loaders.segments import Paragraph
from loaders.view import View
from ontology.codes import Genre

_ACTS: dict[str, Genre | None] = {
    "công văn": "dispatch",
    "văn bản": None,  # the general word: the symbol says which
    "kế hoạch": "plan",
    "thông báo kết luận": "conclusion-notice",
    "thông báo": "conclusion-notice",
    "kết luận": "conclusion-notice",
    "quyết định": "decision",
    "báo cáo": "report",
    "chương trình hành động": "plan",
    "chương trình": None,
    "chỉ thị": "other",
    "nghị quyết": "other",
    "tờ trình": "other",
    "công điện": "other",
    "hướng dẫn": "other",
}
_TYPE = "(?P<type>" + "|".join(sorted(_ACTS, key=len, reverse=True)) + ")"
_NUMBERED = rf"(?i:{_TYPE})(?: (?!số\b)[\p{{L}},]+){{0,5}}? \(?(?:số ?:? ?)?(?P<number>{symbols.NUMBER})"
#: Who acts: an organ of a province or its head.
_WHO = r"(?i:ủy ban nhân dân|ubnd|hđnd|tỉnh ủy|thành ủy|ban thường vụ|thường trực|chủ tịch|văn phòng|sở|ban|bí thư)"
_SAYS = r"(?i:yêu cầu|giao|chỉ đạo|đề nghị|kết luận|phân công|thống nhất|quyết định|phê duyệt|cho ý kiến|có ý kiến)"
_BEGIN = r"(?:^|(?<=\n)|(?<=[\n.] )|(?<=- ))"
_ISSUED = Pattern(
    # UBND tỉnh đã ban hành Công văn số …; vừa có Thông báo số …; ký Quyết định số …
    rf"\b(?i:ban hành|phát hành|phát đi|có|ký|gửi|ra|công bố|thông báo tại)(?: \p{{L}}+){{0,3}}? {_NUMBERED}"
    # Tại Công văn số … ngày …, Chủ tịch UBND tỉnh yêu cầu …
    rf"|{_BEGIN}(?i:tại|theo|bằng) {_NUMBERED}[^.;\n]{{0,250}}?\b{_WHO}\b[^.;\n]{{0,80}}\b{_SAYS}\b"
    # Chủ tịch UBND tỉnh có ý kiến chỉ đạo tại Văn bản số …
    rf"|\b{_WHO}\b[^.;\n]{{0,80}}\b{_SAYS}\b[^.;\n]{{0,60}}? (?i:tại|bằng) {_NUMBERED}"
    # Công văn số … của UBND tỉnh yêu cầu …; Kế hoạch số … do UBND tỉnh ban hành …
    rf"|{_BEGIN}{_NUMBERED}[^.;\n]{{0,250}}?\b{_WHO}\b[^.;\n]{{0,80}}"
    rf"\b(?:{_SAYS}|(?i:ban hành|ký|nêu|xác định))\b"
)
#: What rests on another act, or comes after it, does not report it.
_OTHERS = Pattern(r"\b(?:thực hiện|căn cứ|sau khi|trước đó|triển khai|trước đây|từ khi|nhận được)\b[^.,;\n]{0,120}$")
#: Orders to named bodies, with which a notice of a dispatch is filled.
_ORDER = Pattern(
    r"(?:^|[\n.;] ?)(?:giao|yêu cầu|đề nghị) (?:giám đốc |thủ trưởng )?(?:các )?"
    r"(?:sở|ban|ủy ban|ubnd|công an|trung tâm)\b"
)
_ORDERED = Pattern(r"\b(?:chủ tịch|phó chủ tịch|ubnd|ủy ban nhân dân)\b[^.\n]{0,60}\b(?:chỉ đạo|yêu cầu|có ý kiến)\b")
#: A story that begins with what happened on a day: an act that it comes to later is not what it tells.
_EVENT = Pattern(
    r"\b(?:sáng|chiều|tối|trưa|ngày|hôm)\b[^.\n]{0,200}"
    r"\b(?:hội nghị|hội thảo|ký kết|ký (?!ban hành)|họp|làm việc|hội đàm|thăm|khai mạc|lễ|gặp)\b[^\n]*[.\n]"
)
_LEAD, _PARAGRAPHS = 900, 3


@dataclass(frozen=True, slots=True)
class Act:
    """A reported act: its genre, where its number stands in ``norm``, and where it is spoken of (``at``)."""

    genre: Genre
    number: tuple[int, int] | None
    at: int


def act(view: View, parts: tuple[Paragraph, ...]) -> Act | None:
    """The act that the lead reports, or the order that a page without a title passes on; ``None`` for other news."""
    speaking = [part for part in parts if part.kind in ("body", "bullet")][:_PARAGRAPHS]
    for part in speaking:
        limit = min(part.end, speaking[0].start + _LEAD)
        for match in _ISSUED.finditer(view.cased, part.start, limit):
            after_event = _EVENT.search(view.norm, speaking[0].start, match.start()) is not None
            if not after_event and not _OTHERS.search(view.norm, part.start, match.start()):
                return _told(match)
    if any(part.kind == "heading" for part in parts[:3]):
        return None
    ordered = _ORDERED.search(view.norm)
    if ordered and _ORDER.search(view.norm):
        return Act("dispatch", None, ordered.start())
    return None


def _told(match: Match) -> Act:
    words, number = match.group("type").lower(), match.span("number")
    genre = _ACTS[words] or symbols.genre(match.group("number"))
    return Act(genre, number, match.start())
