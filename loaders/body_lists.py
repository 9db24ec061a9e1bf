"""Bodies in coordination: ``Sở Y tế, Sở Công Thương và các đơn vị liên quan`` is one list with two bodies in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.body_trie import wordset
from loaders.patterns import Pattern

#: Offices through which a body is addressed: ``Giám đốc Sở X``, ``2 đồng chí Giám đốc Sở X``, ``Chủ tịch UBND``.
OFFICES = (
    r"(?:(?:\d{1,2}|hai|các) )?(?:đồng chí |ông |bà )?(?:phó )?(?:giám đốc|thủ trưởng|chủ tịch|trưởng ban|"
    r"trưởng|chánh văn phòng|"
    r"chánh|lãnh đạo|người đứng đầu|bí thư|tập thể lãnh đạo)(?: và lãnh đạo)?(?: các)?"
)
#: Words of groups without a name, which a list may hold before and between its bodies.
_UNNAMED = wordset(
    "các những một số cơ quan đơn vị bộ ngành sở ban địa phương có liên chức năng của tỉnh trung ương "
    "doanh nghiệp tổ hội đoàn thể "
    "huyện thành phố thị xã phường quận viện trường bệnh lãnh đạo giám đốc chủ tịch thủ trưởng phó đồng "
    "lực lượng còn lại "
    "chí đại diện khác trên "
    "địa bàn trong thuộc trực nêu tp hai ba không hiệp truyền thông đài cấp mặt trận quốc chính trị và , ; / : ( ) -"
)
_TOKEN = Pattern(r"[\p{L}\d]++|[^\s\p{L}\d]")
_AND = Pattern(r"\s?(?:[,;/]|và\b)")
_OFFICE = Pattern(rf"{OFFICES} $")
_REACH = 160


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies of one list at ``norm[start:end]``; groups among them."""

    start: int
    end: int
    bodies: tuple[BodyMention, ...]


class Cast:
    """The bodies of a document by where they stand."""

    def __init__(self, reading: Reading, mentions: Sequence[BodyMention]) -> None:
        self.reading = reading
        self._mentions = tuple(mentions)
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> tuple[BodyMention, ...]:
        """The bodies that begin within ``norm[start:end]``."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def begins_at(self, position: int) -> bool:
        """Whether a list begins at an offset."""
        return self.list_after(position, position + 1) is not None

    def list_after(self, position: int, limit: int) -> BodyList | None:
        """The list that begins at an offset, after offices and groups without a name, before another offset."""
        first = next(iter(self.within(position, min(limit, position + _REACH))), None)
        before = self.reading.view.norm[position : first.start] if first else ""
        if first is None or not is_unnamed(before) or "thuộc" in before.split():
            return None  # `các đơn vị thuộc UBND` are not the UBND
        return self._list(first, limit)

    def list_before(self, position: int, limit: int) -> BodyList | None:
        """The list that ends at an offset (a space after it), not before another offset."""
        for mention in reversed(self.within(limit, position)):
            found = self._list(self._first_of(mention, limit), position)
            return found if self.reading.view.norm[found.end : position].strip(" ,") == "" else None
        return None

    def _first_of(self, mention: BodyMention, limit: int) -> BodyMention:
        for earlier in reversed(self.within(limit, mention.start)):
            if not self._joined(earlier, mention):
                break
            mention = earlier
        return mention

    def _list(self, first: BodyMention, limit: int) -> BodyList:
        bodies = [first]
        for mention in self.within(first.end, limit):
            if not self._joined(bodies[-1], mention):
                break
            bodies.append(mention)
        return BodyList(first.start, bodies[-1].end, tuple(bodies))

    def _joined(self, earlier: BodyMention, later: BodyMention) -> bool:
        between = self.reading.view.norm[earlier.end : later.start]
        if len(between) > _REACH:
            return False
        return bool(_AND.match(between)) and is_unnamed(between)


def is_unnamed(text: str) -> bool:
    """Whether a stretch says nothing but offices and groups without a name."""
    office = _OFFICE.search(text)
    return all(
        word in _UNNAMED or word.isdigit() for word in _TOKEN.findall(text[: office.start()] if office else text)
    )


def distinct(bodies: Sequence[BodyMention]) -> tuple[BodyMention, ...]:
    """Each body once, in order; groups of departments only where nothing else carries the task."""
    named = [body for body in bodies if not _is_group(body)]
    alone = not [body for body in named if not body.group]
    return tuple(_unique(bodies if alone else named))


def _is_group(body: BodyMention) -> bool:
    """``Các sở, ngành``, ``UBND các xã liên quan``: nobody by name."""
    return body.kind in ("cac-so-ban-nganh", "van-phong-cap-uy") or body.name.endswith("liên quan")


def _unique(bodies: Sequence[BodyMention]) -> Iterator[BodyMention]:
    seen: set[object] = set()
    for body in bodies:
        if body.key not in seen:
            seen.add(body.key)
            yield body
