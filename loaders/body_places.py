"""The localities that a named body belongs to: those its words name, and those that the context gives.

After the name: ``tỉnh Bình Dương``, ``Bình Thuận và thành phố Hồ Chí Minh`` (two), ``các tỉnh vùng Đông Nam Bộ``
(the region), ``7 tỉnh, thành phố gồm: …`` (each), ``hai địa phương`` (the sides), ``tỉnh`` (the province that speaks).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

import regex

from loaders import body_sides
from loaders.analysis import Reading
from loaders.body_trie import Naming
from loaders.mentions import Mention
from loaders.numbers import NUMERALS
from loaders.patterns import Match, Pattern
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Belonging:
    """Localities by id; ``end`` is where the words that say it end. ``rule`` names how they were inferred."""

    places: tuple[str, ...]
    end: int
    rule: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Fit:
    """Whether a locality is of the sort that a body is of: a Tỉnh ủy is a province's, a Thành ủy a city's."""

    kind: str | None

    def __call__(self, locality: str) -> bool:
        return self.kind is None or vocabulary().localities[locality].kind == self.kind


@dataclass(frozen=True, slots=True)
class Context:
    """What a document says elsewhere of who acts in it.

    ``authorities``: where organs with a locality stand, and the locality (`UBND tỉnh Nghệ An giao Sở X` makes it Nghệ
    An's). ``usual``: its localities, those named most first.
    """

    authorities: tuple[tuple[int, str], ...] = ()
    usual: tuple[str, ...] = ()


def usual(reading: Reading) -> Context:
    """The localities of a document, those named most first."""
    counted = Counter(mention.id for mention in reading.localities if mention.kind == "locality")
    return Context(usual=tuple(place for place, _ in counted.most_common()))


#: `UBND thành phố giao Sở X …`: whoever charges a body has it.
_CHARGES = Pattern(r"[^,;:.]{0,80}\b(?:giao|phân công|yêu cầu)(?: cho)? (?:(?:giám đốc|lãnh đạo|các) )?$")
#: Rules of :mod:`loaders.home` by which the document itself says where it speaks from.
_STATED_HOMES = frozenset({"letterhead", "publisher-mark"})
_COUNT = r"(?P<count>\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_PLACES = r"(?:tỉnh|thành phố|thành|tp|địa phương|tỉnh thành|nơi|công an(?: tỉnh)?)"
_LINK = Pattern(r"[ \n](?:của |thuộc )?")
#: After districts: ``, tỉnh Đồng Nai``, ``(Đồng Nai)``.
_OF_PROVINCE = Pattern(r",?[ \n](?:(?:của|thuộc) |\()?(?=\p{L})")
#: ``hai tỉnh``, ``7 tỉnh, thành phố``, ``02 địa phương``, ``các tỉnh``: how many, then perhaps which.
_COUNTED = Pattern(
    rf"[ \n](?:của |thuộc |ở |tại )?(?:(?:hai|các|cả hai|mỗi) bên|{_COUNT}[ \n](?:sở|chi cục|cơ quan)"
    rf"|(?:{_COUNT}|các|mỗi|từng)[ \n]{_PLACES}(?:(?:, ?|/| và ){_PLACES})*+)"
    r"(?:[ \n](?:trong|thuộc|của))?(?:[ \n](?:khu vực|tiểu vùng))?(?: gồm)?\s?:?(?!\p{L})"
)
#: ``hai Sở Thương mại``, ``ba Phó Chủ tịch UBND tỉnh``: as many bodies of one name.
_COUNT_BEFORE = Pattern(
    r"\b(?P<count>hai|ba|bốn|năm|[2-9]|0[2-9]) "
    r"(?:(?:đồng chí )?(?:phó )?(?:bí thư|chủ tịch|giám đốc|trưởng|chánh|trưởng ban) )?$"
)
_BARE_UNIT = Pattern(
    r"[ \n](?:của |thuộc )?(?P<unit>tỉnh nhà|tỉnh|thành phố|tp)\b"
    r"(?!,? (?:và )?(?:thành phố|tỉnh)\b(?! đoàn| ủy(?! quyền| thác| nhiệm)))"
)
#: Between localities of one list; a dash joins them only where it has spaces or an earlier one did.
_JOIN = Pattern(r"\s?(?:,\s?và\s|,\s|\svà\s|\s-\s|-|/)(?=\S)")
_BODIES_OF_CITIES = ("thành ủy", "thành đoàn")
_BODIES_OF_PROVINCES = ("tỉnh ủy", "tỉnh đoàn")
#: Categories that are the nation's unless the words say otherwise.
NATIONAL = frozenset({"ministry", "central", "enterprise", "university", "hospital", "bank"})
_NEVER_PLACED = NATIONAL - {"hospital", "bank"}


def named(reading: Reading, naming: Naming, sides: tuple[str, ...], context: Context) -> Belonging | None:
    """What the words after a name say; ``None`` where they say nothing."""
    if naming.kind.category in _NEVER_PLACED or naming.kind.level == "central":
        return None
    norm, end = reading.view.norm, naming.end
    if naming.districts:
        return _around_districts(reading, end)
    listed = _list(reading, end, first=True)
    if listed:
        return listed
    counted = _COUNTED.match(norm, end)
    if counted:
        return _counted(reading, counted, sides)
    before = _COUNT_BEFORE.search(norm, max(0, naming.start - 40), naming.start)
    if before:
        count = _number(before["count"])
        found = sides_of(sides, count, "") or _nearest(reading, naming.start, count)
        return Belonging(found, end, "sides", before.group().strip()) if found else None
    bare = _BARE_UNIT.match(norm, end)
    if bare:
        unit = "tỉnh" if bare["unit"].startswith("tỉnh") else "thành phố"
        place = inferred(reading, naming, context, unit)
        return Belonging(place.places, bare.end(), place.rule, place.source or unit)
    return None


def _around_districts(reading: Reading, end: int) -> Belonging | None:
    """``UBND huyện Tân Phú, tỉnh Đồng Nai``, ``… (Đồng Nai)``: the one province that districts are said to lie in."""
    link = _OF_PROVINCE.match(reading.view.norm, end)
    mention = _at(reading, link.end()) if link else None
    return Belonging((mention.id,), mention.end) if mention and mention.kind == "locality" else None


def counts(reading: Reading, naming: Naming) -> bool:
    """Whether the words around a name count whose it is, which the sides may decide (``Sở Y tế hai địa phương``)."""
    norm, start, end = reading.view.norm, naming.start, naming.end
    return _COUNTED.match(norm, end) is not None or _COUNT_BEFORE.search(norm, max(0, start - 40), start) is not None


def _list(reading: Reading, end: int, *, first: bool = False) -> Belonging | None:
    """``tỉnh A, tỉnh B và thành phố C`` right after a name: all of them."""
    norm, places, position = reading.view.norm, list[str](), end
    while True:
        link = (_LINK if first and not places else _JOIN).match(norm, position)
        mention = _at(reading, link.end()) if link else None
        if mention is None or link is None:
            break
        if places and _other_role(reading, mention, position):
            break
        places.append(mention.id)
        position = mention.end
    return Belonging(tuple(dict.fromkeys(places)), position) if places else None


def _other_role(reading: Reading, mention: Mention, before: int) -> bool:
    """Whether a locality after a comma begins something else: a dash without spaces, a region after a province."""
    joined = reading.view.norm[before : mention.start]
    return joined in ("-", "/") or (mention.kind == "region")


def _at(reading: Reading, position: int) -> Mention | None:
    """The locality whose mention or name begins at an offset."""
    for mention in reading.localities_in(position - 12, position + 1):
        if position in (mention.start, mention.name_start) and mention.kind in ("locality", "region", "institution"):
            return mention
    return None


def _counted(reading: Reading, match: Match, sides: tuple[str, ...]) -> Belonging | None:
    words = " ".join(match.group().split())
    position = match.end()
    while position < len(reading.view.norm) and reading.view.norm[position] in " (\n":
        position += 1
    mention = _at(reading, position)
    if mention and mention.kind == "region":
        return Belonging((mention.id,), mention.end)
    if mention:
        listed = _list_from(reading, mention)
        return Belonging(listed[0], listed[1])
    count = _number(match["count"])
    if count or "bên" in words or "mỗi" in words or "từng" in words:
        found = sides_of(sides, count, words)
        if not found and count:
            found = _nearest(reading, match.start(), count)
        return Belonging(found, match.end(), "sides", words) if found else Belonging((), match.end(), "unnamed group")
    return Belonging((), match.end(), "unnamed group") if regex.search(r"tỉnh|thành|địa phương", words) else None


def _number(written: str | None) -> int:
    return int(written) if written and written.isdigit() else NUMERALS.get(written or "", 0)


def _list_from(reading: Reading, first: Mention) -> tuple[tuple[str, ...], int]:
    places, end = [first.id], first.end
    while (link := _JOIN.match(reading.view.norm, end)) and (mention := _at(reading, link.end())):
        if mention.kind == "region":
            break
        places.append(mention.id)
        end = mention.end
    return tuple(dict.fromkeys(places)), end


def sides_of(sides: tuple[str, ...], count: int, words: str) -> tuple[str, ...]:
    """``hai địa phương``: the sides where they are as many; ``hai tỉnh``: those that are provinces."""
    localities = vocabulary().localities
    if not count or len(sides) == count:
        return sides
    provinces = tuple(side for side in sides if localities[side].kind == "province")
    return provinces if "tỉnh" in words and len(provinces) == count else ()


def _nearest(reading: Reading, position: int, count: int) -> tuple[str, ...]:
    """The last so many different localities named before, in their order."""
    found: list[str] = []
    for mention in reversed(reading.localities_in(0, position)):
        if mention.kind == "locality" and mention.id not in found:
            found.insert(0, mention.id)
        if len(found) == count:
            return tuple(found)
    return ()


def inferred(reading: Reading, naming: Naming, context: Context, unit: str = "") -> Belonging:
    """The province of a body whose words name none: the speaker's, else the nearest of its sort before it."""
    fits = _fits(naming, unit)
    localities = vocabulary().localities

    def from_place(place: str, rule: str) -> Belonging:
        return Belonging((place,), naming.end, rule, localities[place].name)

    directed = body_sides.directed_by(reading, naming.start)
    if directed and fits(directed):
        return from_place(directed, "authority")
    side = body_sides.side_of(reading, naming.start)
    if side and fits(side):
        return from_place(side, "side")
    home = reading.home.id if reading.home and fits(reading.home.id) else None
    start, end = _sentence(reading, naming.start)
    giving = [(at, place) for at, place in context.authorities if start <= at < end and fits(place)]
    charging = [at for at, _ in giving if at < naming.start]
    if charging and _CHARGES.match(reading.view.norm, charging[-1], naming.start):
        return from_place(giving[len(charging) - 1][1], "authority")
    if home and reading.homeland and reading.homeland.rule in _STATED_HOMES:
        return from_place(home, "home")
    if giving:
        before = [place for at, place in giving if at < naming.start]
        return from_place(before[-1] if before else giving[0][1], "authority")
    cell = reading.view.norm.rfind("|", start, naming.start)  # another cell of a table says nothing of this one
    in_sentence = _of_sort(reading, max(start, cell), naming.start, fits)
    if in_sentence:
        return from_place(in_sentence[-1], "sentence")
    if home:
        return from_place(home, "home")
    usual = next((place for place in context.usual if fits(place)), None)
    if usual:
        return from_place(usual, "most-named")
    return Belonging((), naming.end)


def _of_sort(reading: Reading, start: int, end: int, fits: _Fit) -> list[str]:
    return [m.id for m in reading.localities_in(start, end) if m.kind == "locality" and fits(m.id)]


def _sentence(reading: Reading, position: int) -> tuple[int, int]:
    found = bisect_right(reading.sentences, position, key=lambda sentence: sentence.start)
    sentence = reading.sentences[max(0, found - 1)]
    return sentence.start, sentence.end


def _fits(naming: Naming, unit: str) -> _Fit:
    if naming.districts:
        return _Fit(None)
    name = naming.name.lower()
    if unit == "tỉnh" or any(word in name for word in _BODIES_OF_PROVINCES):
        return _Fit("province")
    if unit == "thành phố" or any(word in name for word in _BODIES_OF_CITIES):
        return _Fit("city")
    return _Fit(None)
