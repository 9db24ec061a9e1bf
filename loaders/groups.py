"""Localities named in one breath: `tỉnh A, B và C`, `A - B - C`, `giữa A với các tỉnh B, C`, `3 tỉnh: A, B, C`.

What may stand between two names of a group is a small closed set: conjunctions, punctuation, and the words for
localities and for the organs and persons that speak for them.
"""

from __future__ import annotations

from dataclasses import dataclass

import regex

from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.mentions import Mention
from loaders.partners import organs_of_home, partners
from loaders.patterns import Pattern
from loaders.side_words import ORGAN, number
from loaders.spans import Spans

_NUMERAL = r"(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
#: Provinces and cities in the plural or the singular, with the marks that papers put between them.
_PLACES = (
    r"(?:tỉnh|thành phố|thành|tp\.?|thủ đô|địa phương|vùng|khu vực|tiểu vùng)(?:(?:, ?| ?/ ?| và )(?:thành phố|thành"
    r"|tp\.?|tỉnh))?"
)
#: The organs that act for a locality, and those who lead them.
_ORGANS = (
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|thành ủy|ban thường vụ|thường trực|thường vụ"
    r"|ban chấp hành|đảng bộ|"
    r"đảng ủy|đoàn công tác|đoàn đại biểu|đoàn|lãnh đạo|chủ tịch|phó chủ tịch|bí thư|phó bí thư|đồng chí|ông|bà"
    r"|giám đốc|công an|"
    r"bộ chỉ huy quân sự|chính quyền|nhân dân|người|du lịch|ngành|các doanh nghiệp|doanh nghiệp|doanh nhân|nông dân"
    r"|hiệp hội du lịch|ngành du lịch|đại diện)"
)
_JOIN = r"(?:,|;|/|-|&|\bvà\b|\bvới\b|\bcùng\b|\bcùng với\b|\btới\b)"
#: An abbreviation that the text introduces: `(TBMR)`.
_SHORT = r"\([\p{L}.&-]{2,10}\)"
_FORMER = r"\((?:cũ|trước đây)\)"
_LIST = r"(?:\bgồm(?: có)?\b|\bbao gồm\b|:|\()"
_WORD = (
    rf"(?:\bcác\b|\bmột số\b|\btừng\b|\bnhững\b|\b{_NUMERAL}\b|\b{_ORGANS}\b|\b{_PLACES}|\bở\b|\bcủa\b|\bphía\b"
    rf"|\bsang\b)"
)
_GAP = Pattern(rf"(?:\)?\s*(?:{_FORMER}|{_SHORT}|{_JOIN}|{_LIST}|{_WORD})\s*)++\(?")
_OFFICE_GAP = Pattern(
    rf"(?: (?:\p{{Lu}}\p{{L}}*+ ?){{2,5}},? ?(?:và|với|cùng) (?:{_ORGANS} ?)++{_PLACES}? ?)", regex.IGNORECASE
)
_UNIT = r"(?:huyện|quận|thị xã|thị trấn|thành phố|tp\.?|xã|phường)"
_DISTRICT = Pattern(rf"\b{_UNIT}\s[\p{{L}}' -]{{2,30}}\($")
#: From the province of a district to that of the next: `(A) và huyện Y (`.
_DISTRICTS = Pattern(
    rf"\)\s?(?:,|-|\bvà\b|\bvới\b|\bcùng\b)\s(?:\p{{L}}++\s){{0,4}}?{_UNIT}\s[\p{{L}}' -]{{2,30}}\((?:tỉnh\s)?"
)
#: An organ named once more before the next province.
_ORGAN_AGAIN = Pattern(
    rf"\s?(?:,|-|\bvà\b|\bvới\b|\bcùng\b)\s(?P<organ>{ORGAN}\b[\p{{L}} -]{{0,60}}?)\s(?:(?:tỉnh|thành phố|tp\.?)\s)?"
)
#: Before a group: how many it is said to have, and of what.
_COUNT = Pattern(rf"\b(?P<count>{_NUMERAL}) (?:{_PLACES})(?: (?:gồm(?: có)?|bao gồm|là))?\s?[:(]?\s?$")
_PLURAL = Pattern(rf"\b(?:các|{_NUMERAL}) (?:{_PLACES})(?: (?:thuộc|trong))?(?: vùng| khu vực)?\s?$")
#: Before a region: not the region as a whole but some of its provinces.
_SOME = Pattern(r"\b(?:một số|nhiều)\b[^,;.]{0,40}$")
#: `tại tỉnh X, lãnh đạo tỉnh A và tỉnh B …`: the place is named first, then the sides.
_AT = Pattern(r"\b(?:tại|ở)\s(?:\p{L}++\s){0,2}?$")
#: `tại thành phố T, tỉnh X, A và B …`: the province of the town.
_AT_TOWN = Pattern(r"\b(?:tại|ở)\s(?:thành phố|thị xã|thị trấn|huyện|tp|phường|xã)\b[^,.;\n]{1,30},\s$")
_SUBJECT_FOLLOWS = Pattern(rf",\s(?:đại diện |các )?{_ORGANS}\b")
_AND_THE = Pattern(r"\b(?:và|cùng) (?:ubnd |lãnh đạo )?(?:các|một số|\d{1,2})\b")
_OTHER_SIDE = Pattern(r"\b(?:với|tới)\b")
_BETWEEN = Pattern(r"\bgiữa (?:[^,.;]{0,50})?$")
_LONGEST_GAP, _MEMBERS = 110, 64


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions named together. ``sides``: the ids on either side of `với` (one side where there is none).

    ``some``: `một số tỉnh` stands for members that are not named; ``count``: the number that the text states;
    ``unnamed``: it names a part of the country without bounds besides (`các tỉnh phía Bắc và vùng V`);
    ``dashed``: only dashes join its names;
    ``expanded``: regions that the group lists the members of.
    """

    mentions: tuple[Mention, ...]
    sides: tuple[tuple[str, ...], ...]
    start: int
    end: int
    some: bool = False
    count: int | None = None
    between: bool = False
    plural: bool = False
    unnamed: bool = False
    expanded: tuple[tuple[str, tuple[str, ...]], ...] = ()
    hub: str | None = None
    dashed: bool = False

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(i for side in self.sides for i in side)


def groups(reading: Reading, organisations: tuple[BodyMention, ...] = ()) -> tuple[Group, ...]:
    """All groups in their order, those of one locality included.

    Of the ``organisations`` those that can be sides themselves stand among the localities; the names of all others may
    stand between two localities: `Sở Du lịch A và Sở Du lịch B`.
    """
    names = Spans(organisations)
    found: list[Group] = []
    current: list[Mention] = []
    joins: list[str] = []
    at_home = organs_of_home(reading)
    for mention in sorted((*reading.localities, *partners(organisations), *at_home), key=_start):
        if mention.kind in ("place", "institution") or _locates(reading, mention):
            continue
        gap = _gap(reading, names, current[-1], mention) if current else None
        if gap and gap.strip() == "," and mention in at_home:
            gap = None  # `… giữa A và các tỉnh B, UBND tỉnh ban hành …`: the subject of what follows
        if current and gap is None:
            found.append(_group(reading, current, joins))
            current, joins = [], []
        elif current:
            joins.append(gap or "")
        current.append(mention)
    if current:
        found.append(_group(reading, current, joins))
    return tuple(found)


def _locates(reading: Reading, mention: Mention) -> bool:
    """`trụ sở Bộ (Hà Nội)`: a name alone in parentheses says where something is.

    But `huyện X (tỉnh A) và huyện Y (tỉnh B)` are districts that stand for their provinces.
    """
    norm = reading.view.norm
    if norm[mention.start - 1 : mention.start] != "(" or norm[mention.end : mention.end + 1] != ")":
        return False
    if not _DISTRICT.search(norm, max(0, mention.start - 60), mention.start):
        return True
    after = _DISTRICTS.match(norm, mention.end)
    before = _DISTRICTS.search(norm, max(0, mention.start - 60), mention.start)
    return not (after or (before and before.end() == mention.start))


def _start(mention: Mention) -> int:
    return mention.start


def _gap(reading: Reading, names: Spans[BodyMention], left: Mention, right: Mention) -> str | None:
    """What joins two mentions, names of bodies left out; ``None`` where they are not joined."""
    norm = reading.view.norm
    if right.start - left.end > _LONGEST_GAP or right.start <= left.end:
        return None
    gap = norm[left.end : right.start]
    if "\n" in gap or _venue_before(norm, left, gap):
        return None
    if _OFFICE_GAP.fullmatch(reading.view.cased[left.end : right.start]):
        return gap
    for body in reversed(names.within(left.end, right.start)):
        gap = gap[: body.start - left.end] + gap[min(body.name_end, right.start) - left.end :]
    return gap if _GAP.fullmatch(gap) or _DISTRICTS.fullmatch(gap) or _parallel(norm, left, gap) else None


def _parallel(norm: str, left: Mention, gap: str) -> bool:
    """Whether the gap repeats the organ that stands before the left name: `Báo A và Báo B`."""
    repeated = _ORGAN_AGAIN.fullmatch(gap)
    if repeated is None:
        return False
    before = norm[max(0, left.start - 80) : left.start].removesuffix(" ")
    return before.endswith((repeated.group("organ"), f"{repeated.group('organ')} tỉnh"))


def _venue_before(norm: str, left: Mention, gap: str) -> bool:
    """Whether the left name is where it happens and the right one begins the sides."""
    if gap[:1] != ",":
        return False
    at = _SUBJECT_FOLLOWS.match(gap) and _AT.search(norm, max(0, left.start - 30), left.start)
    return bool(at or _AT_TOWN.search(norm, max(0, left.start - 60), left.start))


def _group(reading: Reading, mentions: list[Mention], joins: list[str]) -> Group:
    norm = reading.view.norm
    sides: list[list[str]] = [[mentions[0].id]]
    for gap, mention in zip(joins, mentions[1:], strict=True):
        if _OTHER_SIDE.search(gap):
            sides.append([])
        sides[-1].append(mention.id)
    before = norm[max(0, mentions[0].start - 60) : mentions[0].name_start]
    stated = _COUNT.search(before)
    some = any(mention.kind in ("region", "informal") and _is_part(reading, mention) for mention in mentions)
    named = [m for m in mentions if m.kind != "informal"]
    expanded = _expanded(reading, mentions)
    kept = {m.id for m in named} - set(expanded)
    return Group(
        mentions=tuple(m for m in mentions if m.id in kept),
        sides=tuple(tuple(dict.fromkeys(i for i in side if i in kept)) for side in sides if kept & set(side)),
        start=mentions[0].start,
        end=mentions[-1].end,
        some=some,
        count=number(stated.group("count")) if stated else None,
        between=_BETWEEN.search(before) is not None,
        plural=_PLURAL.search(before) is not None,
        unnamed=len(named) < len(mentions),
        expanded=tuple(expanded.items()),
        hub=_hub([side for side in sides if kept & set(side)], mentions, joins),
        dashed=bool(joins) and all(join.strip() == "-" for join in joins),
    )


def _is_part(reading: Reading, mention: Mention) -> bool:
    """`một số tỉnh vùng V`, `4 tỉnh vùng V` of more: not the region but some of its provinces."""
    before = reading.view.norm[max(0, mention.start - 60) : mention.name_start]
    stated = _COUNT.search(before)
    members = len(reading.locality(mention).members)
    return _SOME.search(before) is not None or (stated is not None and 1 < number(stated.group("count")) < members)


def _hub(sides: list[list[str]], mentions: list[Mention], joins: list[str]) -> str | None:
    """The one that has its own side: `A với các tỉnh B, C`, `A và các tỉnh B, C`."""
    if len(mentions) < 3:
        return None
    single = [side[0] for side in sides if len(side) == 1]
    if len(sides) == 2 and len(single) == 1:
        return single[0]
    return mentions[0].id if len(sides) == 1 and _AND_THE.search(joins[0]) else None


def _expanded(reading: Reading, mentions: list[Mention]) -> dict[str, tuple[str, ...]]:
    """Regions whose members follow them, in parentheses or after `gồm`, with these members: they are meant."""
    found: dict[str, tuple[str, ...]] = {}
    for i, mention in enumerate(mentions):
        if mention.kind != "region":
            continue
        members = set(reading.locality(mention).members)
        listed = tuple(dict.fromkeys(m.id for m in mentions[i + 1 : i + 1 + _MEMBERS] if m.id in members))
        if len(listed) >= 2:
            found[mention.id] = listed
    return found
