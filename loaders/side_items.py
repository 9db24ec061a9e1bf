"""Items that are each about one set of sides: a partner of the one that a text is about, or the heads of a bulletin.

`1. Với tỉnh B` and what stands below it, `Với B, hai tỉnh …`, a row of a table, `* A - B: …`. What such an item says of
an agreement is said of its own sides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders import side_words as words
from loaders.acts import Act
from loaders.analysis import Reading
from loaders.groups import Group
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.segments import SPEAKING, Paragraph
from loaders.side_pairs import home_side
from loaders.side_sets import FORMAL, STRONG, Sides
from loaders.spans import Spans

_NUMBER = r"\W*+(?:(?:\d{1,2}\.){0,3}(?:\d{1,2}|\p{L})?[.)/-]{0,2} ?)?"
#: `1. Với tỉnh B`, `- Hợp tác với thành phố C`.
_WITH = Pattern(rf"{_NUMBER}(?:về )?(?:(?:kết quả |quan hệ |chương trình |việc )?(?:hợp tác|phối hợp|liên kết) )?với\s")
#: `2. Tỉnh B`, `| Tỉnh B |`: the partner alone; an item of its own only if it speaks of a paper.
_ALONE = Pattern(rf"{_NUMBER}(?:\|\s?|\t)?")
_HEAD_ENDS = Pattern(r"\s?(?:[:,.|\t(\n]|$)")
_PARTNERS_ARE_MANY = Pattern(
    r"\b(?:từng (?:tỉnh|địa phương|nơi)|mỗi (?:tỉnh|nơi)|riêng|lần lượt|liên tiếp|(?:các|những|hai|ba|bốn|năm|\d{1,2})"
    r" (?:bản )?(?:thỏa thuận|biên bản|bản ghi nhớ|chương trình|văn bản))\b"
)
_ROW = Pattern(r"[^|\n]*\|[^|\n]*\||[^\t\n]*\t[^\t\n]*\t")
_NUMBERED = Pattern(r"\W*+(?:\d{1,2}|[ivx]{1,4}|\p{L})[.)] ")
_LEAD = 5


@dataclass(frozen=True, slots=True)
class Item:
    """The partner that heads it, and where in ``norm`` the item stands; ``named``: `với` stands before the partner."""

    partner: Group
    start: int
    end: int
    named: bool


def items(reading: Reading, found: Sides, in_text: Spans[Group], by_sentence: Mapping[int, list[Act]]) -> None:
    """Read each item about a partner as one of that partner and of the province that the text is about."""
    listed = list(_items(reading, in_text))
    hub = _hub(reading, listed)
    if hub is None:
        return
    separate = _separate(reading)
    for item in listed:
        if hub.ids & item.partner.ids:
            continue
        inside = [i for i, s in enumerate(reading.sentences) if item.start <= s.start < item.end]
        papers = [act for i in inside for act in by_sentence.get(i, []) if act.formal and not act.plural]
        if not papers and not (item.named and (separate or reading.form.official)):
            continue
        mentions = (*hub.mentions, *item.partner.mentions)
        side = found.add(mentions, FORMAL if papers else STRONG, "item-of-the-partner")
        if side:
            side.item = side.item or bool(papers) or separate
            found.of_sentence.update(dict.fromkeys(inside, side))


def headed_item(reading: Reading, found: Sides, part: Paragraph, in_text: Spans[Group]) -> None:
    """`* A - B: Lãnh đạo hai tỉnh nhất trí …`: an item headed by the sides that its text only counts."""
    head, norm = next(iter(in_text.within(part.start, part.end)), None), reading.view.norm
    if head is None or len(head.ids) < 2 or not words.ITEM.fullmatch(norm, part.start, head.start):
        return
    counted = words.ANAPHOR.search(norm, head.end, part.end)
    if norm[head.end : head.end + 1] != ":" or counted is None or not words.AGREE.search(norm, counted.end(), part.end):
        return
    if words.number(counted.group("n")) == len(head.ids):
        side = found.add(head.mentions, STRONG, "head-of-the-item")
        if side:
            side.item = True
            inside = (i for i, s in enumerate(reading.sentences) if part.start <= s.start < part.end)
            found.of_sentence.update(dict.fromkeys(inside, side))


def _items(reading: Reading, in_text: Spans[Group]) -> Iterator[Item]:
    heads: list[tuple[Paragraph, Group, bool]] = []
    for part in reading.paragraphs:
        group = next(iter(in_text.within(part.start, part.end)), None)
        if group is None or part.kind not in SPEAKING or len(group.ids) != 1:
            continue
        if not _HEAD_ENDS.match(reading.view.norm, group.end, part.end):
            continue
        named = _WITH.fullmatch(reading.view.norm, part.start, group.start) is not None
        if named or (group.start > part.start and _ALONE.fullmatch(reading.view.norm, part.start, group.start)):
            heads.append((part, group, named))
    for i, (part, group, named) in enumerate(heads):
        following = heads[i + 1][0].index if i + 1 < len(heads) else len(reading.paragraphs)
        yield Item(group, part.start, _end(reading, part, group, following), named)


def _end(reading: Reading, part: Paragraph, group: Group, following: int) -> int:
    """Where an item is over: with its paragraph, or, where that only names the partner or has sub-items, later."""
    norm, end = reading.view.norm, part.end
    if _ROW.match(norm, part.start, part.end):
        return end
    alone = part.end - group.end <= 2
    for other in reading.paragraphs[part.index + 1 : following]:
        text_begins = other.kind == "body" and alone and end == part.end
        if other.kind == "heading" and not text_begins:
            break
        if _NUMBERED.match(norm, other.start, other.end) or not (alone or other.kind == "bullet"):
            break
        end = other.end
    return end


def _hub(reading: Reading, listed: list[Item]) -> Group | None:
    """The province that speaks; in news the one that is named most and is no partner of an item."""
    partners = {identity for item in listed for identity in item.partner.ids}
    home = home_side(reading)
    if home is not None:
        return home if partners - home.ids else None
    if len({item.partner.ids for item in listed if item.named}) < 2:
        return None
    counts = Counter(m.id for m in reading.localities if m.kind == "locality" and m.id not in partners)
    limit = reading.sentences[:_LEAD][-1].end
    for identity, _ in counts.most_common(1):
        first = next(mention for mention in reading.localities if mention.id == identity)
        if first.start < limit:
            return alone(first)
    return None


def alone(mention: Mention) -> Group:
    """A mention as a group of its own."""
    return Group((mention,), ((mention.id,),), mention.start, mention.end)


def _separate(reading: Reading) -> bool:
    """Whether the text says at its beginning that there is a paper for each partner."""
    limit = reading.sentences[:_LEAD][-1].end
    return _PARTNERS_ARE_MANY.search(reading.view.norm, 0, limit) is not None
