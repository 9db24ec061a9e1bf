"""Named works: roads, industrial parks, ports, bridges, by the noun that opens the name and the capitals that follow.

A name is a chain of places joined by dashes (`cao tốc Thành phố Hồ Chí Minh - Thủ Dầu Một - Chơn Thành`), a number with
its letter (`Quốc lộ 4C`), or words in capitals (`cầu Rạch Miễu 2`). What stands inside the name of a body is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from loaders.analysis import Reading
from loaders.patterns import Match, Pattern
from loaders.spans import Spanned, Spans
from ontology.record import Evidence, LocalityRef, Project
from ontology.vocabulary import vocabulary

_ABBREVIATED = {
    "kcn": "Khu công nghiệp",
    "ccn": "Cụm công nghiệp",
    "kcx": "Khu chế xuất",
    "kkt": "Khu kinh tế",
    "ktm": "Khu đô thị mới",
    "ql": "Quốc lộ",
    "đt": "Đường tỉnh",
}
#: What runs from place to place, and may begin with the name of a province as such.
_LINES = (
    "tuyến đường bộ cao tốc|đường bộ cao tốc|tuyến đường cao tốc|đường cao tốc|tuyến cao tốc|cao tốc|"
    "tuyến đường ven biển|đường ven biển|"
    "tuyến đường sắt đô thị|tuyến đường sắt|đường sắt đô thị|đường sắt|tuyến metro|tuyến đường|đường hành lang|"
    "hành lang kinh tế|đường hầm|"
    "tuyến du lịch|tuyến xe buýt|tuyến bay|đường bay|tuyến vận tải|đường dây"
)
_NUMBERED = "quốc lộ|tỉnh lộ|đường tỉnh|đường vành đai|vành đai|tuyến metro số|ql|đt"
_SITES = (
    "khu công nghiệp|cụm công nghiệp|khu chế xuất|khu kinh tế cửa khẩu|khu kinh tế|khu công nghệ cao|"
    "khu nông nghiệp công nghệ cao|khu đô thị|"
    "khu du lịch|khu lâm nghiệp|khu bến cảng|khu thương mại tự do|cảng hàng không|cảng biển|cảng cạn|cảng|"
    "bến cảng|sân bay|cầu|hầm|nhà máy|"
    "hồ chứa nước|hồ thủy điện|hồ thủy lợi|thủy điện|nhiệt điện|trung tâm điện lực|tổ hợp|kcn|ccn|kcx|kkt"
)
#: Words between the noun and the name that belong to it.
_KINDS = (
    r"(?:(?:quốc tế|quốc gia|mở|nội địa|kế cận|ven biển|nước sâu|cửa khẩu|mới|sinh thái|nghỉ dưỡng|tổng hợp|"
    r"thủy điện|nhiệt điện|điện gió|"
    r"điện mặt trời|lọc dầu|xi măng|xử lý rác|nước|vượt biển|trung chuyển|số(?: \d{1,2})?|đoạn|nối|từ) )*+"
)
#: A unit before a name is no part of one.
_UNIT = r"(?:Thành phố|Thị xã|Thị trấn|(?:Tỉnh|Huyện|Quận|Vùng)(?= \p{Lu}))\b"
_WORD = rf"(?!{_UNIT})(?:(?:TP|T\.P|Tp)\.? ?\p{{Lu}}\p{{L}}++|\p{{Lu}}[\p{{L}}']*+)"
_PLACE = (
    rf"(?:(?:[Tt]hành phố|[Tt]ỉnh|[Tt]hị xã|[Tt]hị trấn|TP\.?|đèo|hồ|thác|biển|đảo|cảng|cửa khẩu|ga|"
    rf"sân bay) )?{_WORD}(?: {_WORD})*+"
)
_SAID_WHERE = rf"(?: \({_PLACE}\))?"
_ORDINAL = r"(?: phía \p{Lu}\p{L}++)?(?: \d(?![\d./%,-]| (?:lần|năm|tháng|tỉnh|bên|địa|làn|dự án|nhà))(?!\p{L}))?"
_JOINED = rf"{_PLACE}(?:{_SAID_WHERE} ?- ?{_PLACE})*+"
_CHAIN = rf"{_JOINED}(?: (?:nối|đến|tới|với) {_JOINED})*+{_ORDINAL}"
_SITE_NAME = rf"{_JOINED}{_ORDINAL}"
_NUMBER = r"\d{1,3}[A-ZĐ]?(?![\d%\p{L}]|[.,]\d)"
_PREFIX = r"(?<![\p{L}\d])"
#: The chain of a numbered road and of an unnamed one: `Quốc lộ 3, đoạn A - B`.
_STRETCH = Pattern(rf",? (?:đoạn|nối|từ)(?: qua| từ)? {_CHAIN}")
_WORK = Pattern(
    rf"{_PREFIX}(?:(?P<road>[Đđ]ường Hồ Chí Minh|[Đđ]ường Trường Sơn(?: Đông| Tây)?|"
    rf"(?:[Đđ]ường )?[Cc]ao tốc CT\.?\d{{1,2}})"
    rf"|(?P<line>(?i:{_LINES})) {_KINDS}(?P<chain>{_CHAIN})"
    rf"|(?P<numbered>(?i:{_NUMBERED}))[ .]?(?:số )?(?P<number>{_NUMBER})"
    rf"|(?P<site>(?i:{_SITES})) {_KINDS}(?P<name>{_SITE_NAME}))"
)
#: `yêu cầu Sở …`, `nhu cầu`: the last syllable of another word; `Sông Cầu`: of another name.
_OTHER_WORD = Pattern(
    r"(?:\b(?:yêu|nhu|toàn|cung|kích|địa|hoàn|thỉnh|mưu|điểm|nguyện|bóng|sứ|đòi|khẩn|cung -) )$", regex.IGNORECASE
)
_CAPITAL_BEFORE = Pattern(r"\p{Lu}\p{L}*+ $")
_SINGLE = frozenset({"cầu", "cảng", "hầm", "tổ hợp"})
#: Names of offices and of provinces as such name no work.
_NO_NAME = Pattern(
    r"(?:UBND|Ủy|Uỷ|Sở|Ban|Bộ|HĐND|Chính phủ|Thủ tướng|Quốc hội|Công an|Hội|Tổng|Chủ tịch|Phó|Bí thư|Đảng|"
    r"Nhà nước|Trung ương|Trung tâm|Khu|Cụm|Nhà|Việt Nam$|"
    r"[Tt]ỉnh |[Tt]hành phố )"
)
_DASH = Pattern(r"\s*-\s*")
_SPEAKING = frozenset({"body", "bullet", "heading"})


def find(reading: Reading, bodies: Sequence[Spanned] = ()) -> tuple[Project, ...]:
    """All named works in the order in which they are first named; ``bodies``: spans in which none is named."""
    hidden = Spans(bodies)
    labels: dict[str, str] = {}
    said: dict[str, list[Evidence]] = {}
    places: dict[str, dict[str, LocalityRef]] = {}
    for start, end, extent, key in _works(reading):
        if not hidden.at(start):
            labels.setdefault(key, _label(reading.view.cased[start:end]))
            said.setdefault(key, []).append(reading.view.evidence(start, end))
            places.setdefault(key, {}).update({place.id: place for place in _localities(reading, start, extent)})
    return tuple(
        Project(name=label, localities=tuple(places[key].values()), evidence=tuple(said[key]), rule="project:named")
        for key, label in labels.items()
    )


def _works(reading: Reading) -> Iterator[tuple[int, int, int, str]]:
    """Where works are named, up to where their places are said, and what makes two mentions one."""
    cased = reading.view.cased
    for part in reading.paragraphs:
        if part.kind not in _SPEAKING or cased[part.start : part.end].isupper():
            continue
        for match in _WORK.finditer(cased, part.start, part.end):
            if not _names(cased, match):
                continue
            stretch = _STRETCH.match(cased, match.end(), part.end)
            head = (match["line"] or match["numbered"] or match["site"] or "").lower()
            head = _ABBREVIATED.get(head, head).lower()
            kind = head.removeprefix("tuyến ").removeprefix("đường bộ ").removeprefix("đường ")
            rest = match["chain"] or match["number"] or match["name"] or match["road"]
            yield match.start(), match.end(), stretch.end() if stretch else match.end(), f"{kind} {_plain(rest)}"


def _names(cased: str, match: Match) -> bool:
    """Whether what was matched is the name of one work."""
    before = cased[max(0, match.start() - 20) : match.start()]
    if match["line"]:
        return " - " in match["chain"] or "-" in match["chain"] or not _NO_NAME.match(match["chain"])
    if match["site"]:
        single = match["site"].lower() in _SINGLE
        if single and (_OTHER_WORD if match["site"].islower() else _CAPITAL_BEFORE).search(before):
            return False
        return not _NO_NAME.match(match["name"])
    return True


def _label(written: str) -> str:
    words = _DASH.sub(" - ", " ".join(written.split()))
    for short, name in _ABBREVIATED.items():
        rest = regex.fullmatch(rf"{short}[ .]?(?P<rest>.*)", words, regex.IGNORECASE)
        if rest:
            return f"{name} {rest['rest']}"
    return words


def _plain(name: str) -> str:
    return _DASH.sub("-", " ".join(name.casefold().split()))


def _localities(reading: Reading, start: int, end: int) -> tuple[LocalityRef, ...]:
    """The provinces that the name holds, and the one that follows: `cảng Quy Nhơn (Bình Định)`, `… tỉnh Bình Định`."""
    norm = reading.view.norm
    named = dict.fromkeys(
        mention.id
        for mention in reading.localities_in(start, end + 6)
        if mention.kind == "locality"
        and (mention.start < end or norm[end : mention.start] in (" ", " (", " của ", ", "))
    )
    return tuple(LocalityRef(id=identity, name=vocabulary().localities[identity].name) for identity in named)
