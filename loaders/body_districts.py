"""Units below the province after a body's name: ``UBND huyện Tân Phú, Định Quán``, ``UBND các phường A, B và C``.

They are read by their rank and their capitals, for no list of districts is complete through the years. A name without a
rank counts after an organ that only a district has (``Huyện ủy Cái Bè``, ``Hạt Kiểm lâm Kbang``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from loaders.body_trie import Naming, Word, longest, wordset
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.view import View
from ontology.codes import Rank
from ontology.vocabulary import BodyKind

Districts = tuple[tuple[Rank | None, str], ...]

#: Kinds of bodies that only districts have, so that their names follow without a rank.
OF_DISTRICTS = frozenset(
    {"huyen-uy", "thi-uy", "thanh-uy", "hat-kiem-lam", "ban-thuong-vu-huyen-uy", "ban-thuong-vu-thi-uy"}
)
_BARE = Pattern(r"\s(?:huyện|quận|thị xã|thị trấn|xã|phường)\b")
RANK = r"(?:huyện|quận|thị xã|thành phố|tp|thị trấn|xã|phường|đặc khu)"
#: ``UBND huyện``, ``UBND các phường``, ``UBND huyện và thị xã``, ``UBND các huyện:`` before a name.
_FIRST = Pattern(
    rf"\s(?:(?:các|hai|ba|bốn|[2-9]|0[2-9])\s)?(?P<rank>{RANK})\.?(?:(?:, | và ){RANK}\.?)*+(?:\s?:)?\s(?=[\p{{L}}\d])"
)
#: Between units of one list.
_NEXT = Pattern(rf"(?:,\s|,?\svà\s|\s-\s)(?:(?P<rank>{RANK})\.?\s)?(?=[\p{{L}}\d])")
_NAME = Pattern(r"\p{Lu}\p{L}*+(?: (?!(?:Ông|Bà|Sở|Ban|UBND|HĐND|Công an|Ủy ban)\b)\p{Lu}\p{L}*+){0,3}+|\d{1,2}\b(?!/)")
_SPACE = Pattern(r" ")
_RANKED = Pattern(rf"\s{RANK}\s(?=[\p{{L}}\d])")
_NUMBERED = ("quận ", "phường ")
_NATIONAL = frozenset({"ministry", "central", "enterprise", "university"})
#: Family names: ``UBND Thành phố Nguyễn Mạnh Quyền`` goes on with a person.
FAMILY_NAMES = wordset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Lương Trịnh Mai Tạ "
    "Đào Trương Lâm Hà Cao Châu "
    "Quách Thái Lưu Tô Vương Triệu Nông Hứa Chu Tống Kiều Vừ Giàng Lò Sùng Thào Hầu Ma Y Đàm Phùng Tăng "
    "Doãn Chử Khuất Thân"
)
#: Towns and districts that are called like a person.
_NO_PERSON = frozenset({"Trần Văn Thời", "Hoàng Su Phì"})
#: Capitals that open an office or a sentence, not a district; those of ``_ALONE`` where none follows them.
_NO_NAME = wordset(
    "chủ phó giám bí trưởng chánh ông bà các những ban sở bộ phòng ủy hđnd ubnd nơi tm kt tl sáng chiều tối ngày"
)
_ALONE = wordset(
    "đồng đại thủ đoàn đội khối tổ nhóm báo đài trạm nhà giao trong theo khi để cùng phối thời quý năm tháng"
)


def of(
    view: View, found: tuple[Word, ...], kind: BodyKind, end: int, places: Mapping[int, Mention]
) -> tuple[Districts, int]:
    """The units after the name of a kind that ends at ``norm[:end]``, and where their words end.

    None where a locality of the vocabulary follows, or after what is the nation's.
    """
    first = _FIRST.match(view.norm, end) or (_SPACE.match(view.norm, end) if kind.id in OF_DISTRICTS else None)
    if kind.category in _NATIONAL:
        return (), end
    if first is None or (places.get(end + 1) and places[end + 1].kind in ("locality", "region")):
        return (), end
    rank = first.groupdict().get("rank")
    units: list[tuple[Rank | None, str]] = []
    name = _name(view, found, first.end(), places)
    while name and not _is_person(name[0], rank):
        numbered = name[0].isdigit()  # `Quận 7` is its name
        units.append((None, f"{rank or ''} {name[0]}".strip().capitalize()) if numbered else (_rank(rank), name[0]))
        end = name[1]
        link = _NEXT.match(view.norm, end)
        rank = (link["rank"] or rank) if link else rank
        name = _name(view, found, link.end(), places) if link else None
    return tuple(units), end


def inside(view: View, found: tuple[Word, ...], naming: Naming, places: Mapping[int, Mention]) -> Naming:
    """A name that goes on after its head noun without the district that closes it: ``Trung tâm Y tế huyện Phú Quý``."""
    rank = _RANKED.search(view.norm, naming.start, naming.end)
    units, end = of(view, found, naming.kind, rank.start(), places) if rank else ((), naming.end)
    words = view.cased[naming.start : rank.start()] if rank else ""
    if not units or end < naming.end or len(words.split()) < 2:
        return naming
    name = naming.name[: -len(view.cased[rank.start() : naming.end])] if rank else naming.name
    return replace(naming, end=end, name=name, districts=units)


def unranked(norm: str, end: int) -> bool:
    """Whether a rank without a name follows: ``UBND huyện``, said of no district, or of one named before."""
    return _BARE.match(norm, end) is not None


def _name(view: View, found: tuple[Word, ...], start: int, places: Mapping[int, Mention]) -> tuple[str, int] | None:
    """The capitals at an offset and where they end, unless they are a locality, a body or an office."""
    match = _NAME.match(view.cased, start)
    words = match.group().split() if match else []
    if match is None or (words[0].isdigit() and not view.norm.endswith(_NUMBERED, 0, start)):
        return None
    if words[0].lower() in _NO_NAME or (len(words) == 1 and words[0].lower() in _ALONE):
        return None
    place = places.get(start)
    if place and place.kind in ("locality", "region") and place.end >= match.end():
        return None
    if longest(view, found, bisect_left(found, start, key=lambda word: word.start)):
        return None
    return " ".join(word.capitalize() if len(word) > 1 and word.isupper() else word for word in words), match.end()


def _is_person(name: str, rank: str | None) -> bool:
    """Three words and a family name, unless of a commune (``xã Hồ Thị Kỷ``); ``Phan Thiết``, ``Cao Lãnh`` are towns."""
    parts = name.split()
    return len(parts) > 2 and parts[0] in FAMILY_NAMES and rank not in ("xã", "phường") and name not in _NO_PERSON


def _rank(written: str | None) -> Rank | None:
    return cast("Rank | None", "thành phố" if written == "tp" else written)
