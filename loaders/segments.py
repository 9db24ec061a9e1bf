"""The parts of a text: paragraphs with the kind of each, and sentences.

A paragraph is what stands between two newlines of the normalised view. Kinds: ``heading``, ``bullet``, ``body``;
``basis`` (căn cứ …: cited documents), ``addressees`` (kính gửi), ``recipients`` (nơi nhận), ``signature``;
``caption`` (under a picture), ``repeat`` (said before, word for word), ``furniture`` (of the page, not of the text).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loaders.patterns import Pattern
from loaders.view import View

Kind = Literal[
    "heading",
    "bullet",
    "body",
    "basis",
    "addressees",
    "recipients",
    "signature",
    "caption",
    "repeat",
    "furniture",
]
#: Paragraphs in which the document itself speaks.
SPEAKING: frozenset[Kind] = frozenset({"heading", "bullet", "body", "caption"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    kind: Kind
    index: int


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    paragraph: int


_PARAGRAPH = Pattern(r"[^\n]++")
#: Links, image names, menus, hotlines, clocks with weather, comment counters, bylines.
_FURNITURE = Pattern(
    r"^(?:-->|>>|»|tin thêm|bài cùng mục|lượt truy cập|(?:hôm nay|tháng): [\d.]+ \||xin (?:kính )?chúc\b"
    r"|\W*+$|a a$|https?://\S++$|link nguồn|truy cập link|hotline|chia sẻ$|xem thêm|\(?\d++\)? bình luận|"
    r"bình luận|nổi bật$|đừng bỏ lỡ|tin liên quan|tin cùng chuyên mục|từ khóa|tags?\b|powered by|theo dõi|"
    r"in bài viết|gửi email|đọc tiếp ?:|đọc thêm ?:|cùng chuyên mục ?:|\[?quảng cáo\b|"
    r"đọc bài|nghe bài|\d++ ?/ ?\d++ ký tự|đang tải|ý kiến ?\(|aa$|bạn đọc|đăng nhập|video$|trang chủ|đăng nhập|"
    r"(?:tin,? )?(?:bài|ảnh)(?:, (?:ảnh|bài|tin))*+ ?:|thực hiện: |!\[|pv$|nguồn: |"
    r"\S++\.(?:jpe?g|png|webp|gif)\b|.{0,40}\d++ ?[*°]c\b)"
)
#: A page's clock: a weekday or a date and a time, and nothing else that could be a sentence.
_CLOCK = Pattern(
    r"^(?:thứ \p{L}++|chủ nhật)?[,\s]*+\d{1,2}/\d{1,2}/\d{4}\s*+(?:[-,|]?\s*+\d{1,2}:\d{2}(?::\d{2})?)?[\s|]"
)
_CAPTION = Pattern(
    r"\bảnh ?(?:\d++|minh họa|: )|^ảnh\b|- ảnh \d|^(?:quang cảnh|toàn cảnh)\b"
    r"|^(?:lãnh đạo|các đại biểu|đoàn|đại biểu)\b[^.;:]{0,90}$"
)
#: `Ông N, chức vụ …, phát biểu tại buổi làm việc.`: the person, the office and that he speaks, not what he says.
_SPEAKING_PERSON = Pattern(r"^(?:đồng chí|ông|bà|đ/c)\b[^.;:]*+(?:\.(?=\s\p{Ll})[^.;:]*+)*+\.?$")
_SPEAKS = Pattern(r"(?:phát biểu|trao đổi|dự|chủ trì|diễn đàn|tham luận)\b[^,;:]{0,60}$")
_ITEM = Pattern(r"^(?:[-+•●▪○]|\*(?!\*)|\(?\d{1,2}(?:\.\d{1,2})*+[.)/-](?!\d)|\(?\p{Ll}[)./] |(?:điều|khoản) \d)")
_PART = Pattern(
    r"^\**+(?:[ivx]{1,5}[.)/-]|phụ lục\b|(?:chương|mục|phần)\s(?:thứ\s)?(?:[ivx]{1,5}|\d{1,2}|nhất|một|hai|ba|"
    r"[a-d])\b|điều \d++\. )"
)
#: What is annexed begins with its own title.
_ANNEXED = Pattern(r"^\**+(?:chương trình|kế hoạch|danh mục|biểu|bảng)\b")
#: Headlines of other stories follow.
_RELATED = Pattern(
    r"^\W*+(?:tin (?:liên quan|cùng chuyên mục|khác|mới|cũ hơn|mới hơn|nổi bật)|các tin (?:khác|liên quan)|"
    r"cùng chuyên mục"
    r"|bài (?:viết )?(?:liên quan|khác)|có thể bạn quan tâm|đọc thêm|đừng bỏ lỡ|đọc nhiều)\b.{0,20}$"
)
_BASIS = Pattern(
    r"^\W*+(?:căn cứ|theo đề nghị|xét(?: đề nghị| tờ trình| thấy)?|theo kết quả) .*[;,]$"
    r"|^\W*+căn cứ (?:luật|nghị|quyết)"
)
#: `Theo đề nghị của Giám đốc Sở X tại Tờ trình số …`: a basis that ends as a sentence does, but has no main clause.
_GROUND = Pattern(r"^\W*+(?:theo đề nghị của|xét (?:đề nghị của|tờ trình|báo cáo)) [^:;]+\.$")
_MAIN_CLAUSE = Pattern(
    r", (?:[^,:.]{2,60} )?(?:giao|yêu cầu|thống nhất|đồng ý|nhất trí|chỉ đạo|có ý kiến|kết luận|quyết định(?! số)"
    r"|ban hành|chấp thuận|cho phép|cử|tổ chức|đã|sẽ|đề nghị|kiến nghị|chủ trì|ký)\b"
)
_ADDRESSEES = Pattern(r"^\W*+kính gửi ?:")
_RECIPIENTS = Pattern(r"^\W*+(?:(?:nơi nhận|đồng kính gửi) ?:|nơi nhận$)")
#: `Như trên; …; Lưu: VT`: recipients in one line.
_FILED = Pattern(r"^như trên\b|\blưu ?:? ")
_SIGNATURE = Pattern(r"^\W*+(?:t/m|tm\.|kt\.|tl\.|tuq\.|q\.|\(đã ký|đại diện bên|đại diện các bên)")
_END_OF_SENTENCE = Pattern(r"(?:[.!?…]++[\"')\]]*+|\./\.)(?=\s|$)|(?<=\p{Ll})\.(?=\p{Lu})")
#: Abbreviations whose full stop is no end: `TP. Hồ Chí Minh`, `T.P`, `ThS. N`, `KT. CHỦ TỊCH`, initials, `v.v.`
_NO_END = Pattern(
    r"(?:\b(?:tp|t\.p|ths?|ts|pgs|gs|bs|đ/c|đc|kt|tm|tt|q|st|v\.v|no|bt|ct)|^\W*+(?:\d++|\p{L}|[ivx]++))$"
)
_HEADING_LENGTH = 160


def paragraphs(view: View) -> tuple[Paragraph, ...]:
    """The paragraphs in their order, each with its kind."""
    found: list[Paragraph] = []
    seen: dict[str, Kind] = {}
    zone: Kind | None = None
    for match in _PARAGRAPH.finditer(view.norm):
        text = match.group().strip()
        if not text:
            continue
        zone = _zone(text, zone)
        kind = zone or _kind(text, view.cased[match.start() : match.end()].strip())
        if len(text) > 20 and kind in SPEAKING:
            kind = "repeat" if text in seen else kind
            seen.setdefault(text, kind)
        found.append(Paragraph(match.start(), match.end(), kind, len(found)))
    return tuple(found)


def sentences(view: View, parts: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """The sentences of all paragraphs in their order, white space around them left out."""
    found: list[Sentence] = []
    for part in parts:
        start = part.start
        for match in _END_OF_SENTENCE.finditer(view.cased, part.start, part.end):
            if _ends(view, start, match.start(), match.end(), part.end):
                found += _trimmed(view.norm, start, match.end(), part.index)
                start = match.end()
        found += _trimmed(view.norm, start, part.end, part.index)
    return tuple(found)


def _zone(text: str, zone: Kind | None) -> Kind | None:
    """The list that a paragraph opens or goes on with: addressees, recipients, signatures."""
    if _RECIPIENTS.match(text):
        return "recipients"
    if _ADDRESSEES.match(text):
        return "addressees"
    if _SIGNATURE.match(text):
        return "signature"
    if zone == "recipients" and (_ITEM.match(text) or _FILED.search(text)):
        return zone
    if zone == "addressees" and text.startswith(("-", "+", "•", "●")):  # a number begins the text itself
        return zone
    if _RELATED.match(text) or (zone == "furniture" and len(text) <= _HEADING_LENGTH and text[-1] not in ".;:…"):
        return "furniture"
    if zone == "signature" and len(text) < 60 and not (_PART.match(text) or _ANNEXED.match(text) or _ITEM.match(text)):
        return zone
    return None


def _kind(text: str, cased: str) -> Kind:
    if _FURNITURE.match(text) or (_CLOCK.match(text + " ") and len(text) < 120):
        return "furniture"
    if _BASIS.match(text) or (_GROUND.match(text) and not _MAIN_CLAUSE.search(text)):
        return "basis"
    if _PART.match(text) and len(text) <= _HEADING_LENGTH:
        return "heading"
    if _ITEM.match(text):
        return "bullet"
    if len(text) < 260 and (
        _CAPTION.search(text) or (_SPEAKING_PERSON.match(text) and _SPEAKS.search(text.rstrip(".")))
    ):
        return "caption"
    if len(text) <= _HEADING_LENGTH * 2 and (cased.isupper() or text[-1] not in ".;:,…!?\"'"):
        return "heading"
    return "body"


def _ends(view: View, start: int, stop: int, after: int, limit: int) -> bool:
    """Whether a full stop ends the sentence: not after an abbreviation, not before a small letter."""
    if _NO_END.search(view.norm, max(start, stop - 12), stop):
        return False
    rest = view.cased[after:limit].lstrip()[:1] if after < limit else ""
    return not rest.islower()


def _trimmed(text: str, start: int, end: int, paragraph: int) -> list[Sentence]:
    kept = text[start:end]
    left, right = len(kept) - len(kept.lstrip()), len(kept.rstrip())
    return [Sentence(start + left, start + right, paragraph)] if right > left else []
