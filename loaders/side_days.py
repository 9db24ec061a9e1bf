"""Partners with whom one side signs on a day each.

`với A (ngày 17/6), B (ngày 19/6)`; `A, B lần lượt ngày 3/5 và 5/5`; `A hôm 6/11, B hôm sau, C ngày 8`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from loaders.acts import Act
from loaders.analysis import Reading
from loaders.dates import DateMention
from loaders.groups import Group
from loaders.patterns import Pattern
from loaders.segments import Sentence
from loaders.side_items import alone
from loaders.side_pairs import home_side
from loaders.side_sets import FORMAL, Sides

_SIGNED = Pattern(r"\b(?:ký|ký kết|đặt bút|hạ bút)\b")
#: Between a partner and its day.
_ON = Pattern(r"\s?\(?,?\s?(?:(?:ký |vào |đã ký )*(?:ngày |hôm |sáng |chiều |tối )?)$")
#: A day told from the one before: `Bắc Kạn hôm sau`; its number alone: `Cao Bằng ngày 8`.
_NEXT = Pattern(r"\s?\(?,?\s?(?P<said>(?:ngày )?hôm sau|ngày (?P<d>\d{1,2})(?![\d/.-]))\b")
_IN_TURN = Pattern(r"\b(?:lần lượt|tương ứng)\b")


def partners_by_day(
    reading: Reading, found: Sides, sentence: Sentence, near: Sequence[Group], acts: Sequence[Act]
) -> None:
    """The pairs of a sentence on signing that names a day for each partner."""
    if not _SIGNED.search(reading.view.norm, sentence.start, sentence.end):
        return
    dated = _in_turn(reading, sentence, near) or _each(reading, sentence, near)
    if len(dated) < 2:
        return
    partners = {identity for group, _ in dated for identity in group.ids}
    hub = next((g for g in near if len(g.ids) == 1 and not g.ids & partners), None) or home_side(reading)
    if hub is None:
        return
    pairs = []
    for group, day in dated:
        side = found.add((*hub.mentions, *group.mentions), FORMAL, "partner-of-the-day")
        if side:
            side.item = True
            found.signed_on[side.ids] = day
            pairs.append(side)
    found.shared.update(dict.fromkeys(acts, tuple(pairs)))


def _each(reading: Reading, sentence: Sentence, near: Sequence[Group]) -> list[tuple[Group, DateMention]]:
    """The partners that are followed by their days."""
    found: list[tuple[Group, DateMention]] = []
    for group in near:
        day = next(iter(reading.dates_in(group.end, min(group.end + 24, sentence.end))), None)
        between = reading.view.norm[group.end : day.start] if day else ""
        told = _NEXT.match(reading.view.norm, group.end, sentence.end) if found else None
        last = group.mentions[-1]
        if day and _is_day(day) and _ON.match(between):
            found.append((alone(last), day))
        elif told and (after := _following(reading, found[-1][1], told.group("d"))):
            found.append((alone(last), replace(after, start=told.start("said"), end=told.end())))
    return found


def _in_turn(reading: Reading, sentence: Sentence, near: Sequence[Group]) -> list[tuple[Group, DateMention]]:
    """As many days as partners, said to be in their order."""
    if not _IN_TURN.search(reading.view.norm, sentence.start, sentence.end):
        return []
    days = [day for day in reading.dates_in(sentence.start, sentence.end) if _is_day(day)]
    group = next((g for g in near if len(g.sides[-1]) == len(days) > 1), None)
    if group is None:
        return []
    named = {mention.id: mention for mention in reversed(group.mentions)}
    return [(alone(named[identity]), day) for identity, day in zip(group.sides[-1], days, strict=True)]


def _following(reading: Reading, day: DateMention, number: str | None) -> DateMention | None:
    """The next day, or the one with that number in the same month."""
    try:
        known = datetime.date.fromisoformat(day.in_year(reading.year or 2000))
        other = known.replace(day=int(number)) if number else known + datetime.timedelta(days=1)
    except ValueError:
        return None
    return replace(day, value=other.isoformat() if day.has_year else f"--{other:%m-%d}")


def _is_day(date: DateMention) -> bool:
    return len(date.value) == (10 if date.has_year else 7)
