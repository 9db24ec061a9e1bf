"""Mentions of localities and regions, resolved to the one that is meant on the document's day.

A name is a locality's only where its capitals say so (``hòa bình`` is peace) and where it is not part of a longer name:
of a person (Nguyễn Hòa Bình), a river, a station, a university, a district.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from loaders.gazetteer import Gazetteer, Hit, is_abbreviation
from loaders.mentions import Mention, MentionKind
from loaders.patterns import Pattern
from loaders.view import View
from ontology.vocabulary import Locality, vocabulary

#: The day for documents that do not say theirs: the last one of the 63 provinces.
DEFAULT_DAY = "2025-06-30"

#: The word before a name that says what kind of place it is.
_UNIT = Pattern(
    r"\b(?:(?P<province>tỉnh|thành phố|tp\.?|t\.p\.?|thủ đô|nội thành)|(?P<region>vùng|khu vực|tiểu vùng)"
    r"|(?P<lower>huyện|quận|thị xã|thị trấn|(?<!tác )xã|phường|tx\.?"
    r"|(?<!nông )thôn|(?<!biên )(?<!văn )(?<!xuất )bản))\s?$"
)
#: What bears the name of a place and is none: water, mountains, roads, stations, teams, papers.
_THING = Pattern(
    r"\b(?:sông|hồ|suối|núi|đèo|vịnh|biển|đảo|cảng|cảng hàng không|sân bay|ga|cầu|hầm|đường|phố|quốc lộ|chùa|thác"
    r"|thủy điện|nhiệt điện|câu lạc bộ|clb|đội|đội bóng|khách sạn|cà phê|nước mắm|chè)\s(?:quốc tế\s)?$"
)
#: Institutions whose place name is part of their own name; up to five words stand between.
_INSTITUTION = Pattern(
    r"\b(?:Trường|Viện|Ngân hàng|Công ty|Tập đoàn|Tổng công ty|Ban Chỉ đạo|Ban chỉ đạo|Nhà xuất bản|NXB|Bệnh viện)"
    r"(?:\s(?!và\b|với\b|tại\b|ở\b|của\b|do\b)[\p{L}&-]++){0,5}+\s$"
)
#: Universities bear the whole of it, with the word for city: `Đại học Quốc gia Thành phố Hồ Chí Minh`.
_UNIVERSITY = Pattern(
    r"(?i)(?:\b(?:đại học|đh|đhqg|học viện|cao đẳng)(?:\s(?!và\b|với\b|tại\b|ở\b|của\b|do\b)[\p{L}&-]++){0,5}+\s)$"
)
#: A family name before the name, at most one given name between: a person.
_PERSON = Pattern(
    r"(?<!\p{L})(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Lý|Đinh|Đoàn|Lương|Trịnh|Mai|Tạ|Đào|"
    r"Hà|Cao|Châu|Quách|Thái|Lưu|Tô|Vương|Triệu|Nông|Hứa|Chu|Lâm|Tống|Kiều)(?:\s(?:Thị|Văn|\p{Lu}\p{Ll}++))?\s$"
)
#: Longer names that begin like a locality's.
_LONGER = Pattern(r"(?<=điện biên) phủ\b|(?<=thái bình) dương\b|(?<=tây nam bộ) á\b")
_LOWER = ("huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "tx", "tx.", "thôn", "bản")
_CITY = ("thành phố", "tp", "tp.", "t.p", "t.p.")
#: A person's name that is a city's in lists of cities: `Hà Nội, Hồ Chí Minh và Đà Nẵng`.
_NEEDS_LIST = frozenset({"Hồ Chí Minh"})
_LIST_BEFORE = Pattern(r"(?:\p{L}[,;/]|\p{L} -|\bvà|\bgồm:?|\bvới|thành phố:|tỉnh:|phố:)\s$")
_LIST_AFTER = Pattern(r"\s?(?:[,;/.)]|-|và\b|với\b|$|\n)")
_FORMER = Pattern(r"\s?\(?(?:cũ|trước đây)\b")
#: Names that in small letters are words: peace, to pacify, the upper and the lower river.
_WORDS_TOO = frozenset({"hòa bình", "thái bình", "bình định", "hậu giang", "tiền giang", "thăng long", "nam định"})
_CAPITAL_AFTER = Pattern(r"\s\p{Lu}\p{Ll}")
_CAPITAL_BEFORE = Pattern(r"(?<!\.\s)\p{Lu}[\p{L}.]{0,20}+\s$")
_OWN_UNIT = Pattern(r"(?:thành phố|tp\.?|t\.p\.?|tỉnh|thủ đô|vùng|khu vực)(?=\s|[\p{L}])")
_WORD = Pattern(r"[\p{L}.]++")
#: Words of a name that may stand in small letters: `thành phố Hà Nội`.
_COMMON = Pattern(r"(?i)(?:thành|tp|thủ|đặc|tỉnh|cố|đất|xứ)")
_BEFORE = 60


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer(
        (label, locality.id)
        for locality in vocabulary().localities.values()
        for label in dict.fromkeys(_bare(name) for name in (*locality.labels, *locality.hidden))
    )


def _bare(label: str) -> str:
    """A region's name without `Vùng`: so the longest region wins, `Bắc Trung Bộ và Duyên hải …` before `vùng Bắc …`."""
    return regex.sub(r"^Vùng\s(?!kinh tế|Thủ đô|thủ đô|đô thị|Thành phố|TP)", "", label)


@lru_cache(maxsize=256)
def _names_on(day: str) -> frozenset[str]:
    """The names that localities bear on an ISO day."""
    return frozenset(locality.name for locality in vocabulary().localities.values() if locality.valid_on(day))


def find(view: View, day: str | None = None) -> tuple[Mention, ...]:
    """All mentions in their order, each resolved to the locality that bears the name on an ISO day."""
    on = day or DEFAULT_DAY
    localities, names = vocabulary().localities, _names_on(on)

    def allowed(identity: str) -> bool:
        locality = localities[identity]
        if locality.valid_on(on):
            return True
        if locality.is_region or (locality.valid_from or "") > on:
            return False
        # `Quảng Nam - Đà Nẵng` was one province; since it is no more the words name two.
        return " - " not in locality.name or any(part not in names for part in locality.name.split(" - "))

    found: list[Mention] = []
    for hit in _gazetteer().find(view, allowed):
        mention = _mention(view, hit, resolve(hit.ids, on), on)
        if mention:
            found.append(mention)
    return tuple(found)


def resolve(ids: tuple[str, ...], day: str) -> Locality:
    """Of those that bear a name the one that exists on a day, else the one that ended last."""
    bearers = [vocabulary().localities[identity] for identity in ids]
    valid = [locality for locality in bearers if locality.valid_on(day)]
    if not valid:
        return max(bearers, key=lambda locality: locality.valid_to or "")
    # A defined region before a part of the country without bounds.
    return min(valid, key=lambda locality: locality.kind == "informal")


def _within_name(view: View, hit: Hit) -> bool:
    """Whether capitalised words touch a nickname: `Báo Sài Gòn Giải Phóng` names no city."""
    before = _CAPITAL_BEFORE.search(view.cased[max(0, hit.start - 20) : hit.start])
    own = _UNIT.search(view.norm[max(0, hit.start - 20) : hit.start])
    return (before is not None and own is None) or _CAPITAL_AFTER.match(view.cased, hit.end) is not None


def _long_gone(locality: Locality, day: str) -> bool:
    """Whether a province ended ten years before a day or more: its name alone then is a river's or a person's."""
    return locality.valid_to is not None and not locality.is_region and int(locality.valid_to[:4]) + 10 <= int(day[:4])


def _mention(view: View, hit: Hit, locality: Locality, day: str) -> Mention | None:
    left = max(0, hit.start - _BEFORE)
    before = view.norm[left : hit.start]
    unit = _UNIT.search(before)
    if unit and (unit.lastgroup == "region") != locality.is_region:
        unit = None  # `các tỉnh Tây Nguyên`: the word belongs to the provinces, not to the region
    if not _capitals(view, hit, locality, unit is not None) or _LONGER.match(view.norm, hit.end):
        return None
    if hit.label in _NEEDS_LIST and not (_LIST_BEFORE.search(before) and _LIST_AFTER.match(view.norm, hit.end)):
        return None
    if hit.label in locality.hidden and not is_abbreviation(hit.label) and _within_name(view, hit):
        return None
    if unit is None and _long_gone(locality, day) and not _FORMER.match(view.norm, hit.end):
        return None
    if unit is None and _PERSON.search(view.cased[left : hit.start]):
        return None
    start = left + unit.start() if unit else hit.start
    word = unit.group().strip() if unit else _own_unit(view.norm[hit.start : hit.end])
    kind = _kind(view.cased[left:start], word, locality)
    return Mention(start, hit.end, kind, locality.id, hit.start, word)


def _kind(before: str, unit: str, locality: Locality) -> MentionKind:
    if _UNIVERSITY.search(before) or (unit in ("", "vùng") and _INSTITUTION.search(before)):
        return "institution"
    if unit in _LOWER or (not unit and _THING.search(before.lower())):
        return "place"
    if unit in _CITY and locality.kind == "province":
        return "place"  # `thành phố Thái Nguyên` is the seat of a province, not the province
    if locality.is_region:
        return "informal" if locality.kind == "informal" else "region"
    return "locality"


def _own_unit(name: str) -> str:
    unit = _OWN_UNIT.match(name)
    return unit.group() if unit else ""


def _capitals(view: View, hit: Hit, locality: Locality, has_unit: bool) -> bool:
    """A province's name has capitals throughout, a region's at least one."""
    surface = view.cased[hit.start : hit.end]
    if is_abbreviation(hit.label):
        return True
    if locality.is_region:
        return has_unit or surface != surface.lower()
    words = _WORD.findall(surface)
    if words[0][0].isupper() and view.norm[hit.start : hit.end] not in _WORDS_TOO:
        return True  # `Hà nội`: a slip of the pen
    name = words if not _COMMON.match(words[0]) else words[-1:]
    return all(word[0].isupper() for word in name)
