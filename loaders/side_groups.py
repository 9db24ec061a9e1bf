"""What a sentence says of a group of localities as sides: how strongly, and by which rule."""

from __future__ import annotations

from loaders import side_words as words
from loaders.acts import Act
from loaders.analysis import Reading
from loaders.groups import Group
from loaders.side_pairs import precedes
from loaders.side_sets import FORMAL


def before_group(group: Group, acts: list[Act]) -> list[Act]:
    """The acts that the group stands after, near enough to be theirs."""
    return [act for act in acts if act.binding and 0 <= group.start - act.end <= words.BEFORE_ACT]


def said_of(reading: Reading, group: Group, acts: list[Act], *, title: bool) -> tuple[float, str] | None:
    """The weight and the name of the first rule that fits; ``None`` where the group is no side at all."""
    if (precedes(reading, words.ROUTE, group) and not _along_border(reading, group, acts)) or (
        not group.between and precedes(reading, words.OTHERS, group)
    ):
        return None
    before = before_group(group, acts)
    after = [act for act in acts if act.binding and 0 <= act.start - group.end <= words.AFTER_ACT]
    aside = not group.between and precedes(reading, words.DEPARTMENT, group)
    formal = any(act.formal for act in before)
    if len(group.ids) == 1 and not (group.between and group.plural and formal):
        named = formal and group.plural and _named_for(reading, group, before[-1], title=title)
        return (words.SUBJECT, "paper-of") if named else None
    if group.between and before:
        return (FORMAL, "act-between") if formal else (words.BETWEEN, "cooperation-between")
    if any(act.formal for act in acts) and words.SIGNS.match(reading.view.norm, group.end):
        return FORMAL, "sides-sign"
    if formal and _named_for(reading, group, before[-1], title=title):
        return words.SUBJECT, "paper-of"
    if after and not (aside and not any(act.formal for act in after)):
        near = any(act.formal and act.start - group.end <= words.SIGN_DISTANCE for act in after)
        return FORMAL if near else words.SUBJECT, "sides-then-act"
    if words.COORDINATE.match(reading.view.norm, group.end) and not aside:
        return words.SUBJECT, "sides-coordinate"
    if title and formal and reading.form.genre in ("agreement", "memorandum"):
        return words.SUBJECT, "title-of-the-paper"
    if _meeting_of(reading, group, before):
        return words.SUBJECT, "meeting-of"
    if before and not aside:
        told = (len(group.sides) == 2 or group.count) and any(act.name != "meeting" for act in before)
        return words.TOGETHER * (3 if told else 1), "act-then-sides"
    return words.ASIDE, "named-together"


def _along_border(reading: Reading, group: Group, acts: list[Act]) -> bool:
    """`chương trình phối hợp … vùng giáp ranh giữa A và B`: the sides of the paper, though a border stands before."""
    papers = [act for act in before_group(group, acts) if act.formal and not act.plural]
    return (
        group.between
        and bool(papers)
        and words.BORDER.fullmatch(reading.view.norm, papers[-1].end, group.start) is not None
    )


def _named_for(reading: Reading, group: Group, act: Act, *, title: bool) -> bool:
    """`thỏa thuận … của A và B`, `Chương trình hợp tác A - B`, in a title `Ký kết hợp tác du lịch A - B`."""
    if precedes(reading, words.OF, group):
        return True
    norm = reading.view.norm
    if len(group.ids) == 1:  # `Biên bản hợp tác phát triển du lịch 8 tỉnh vùng V`
        start = group.mentions[0].start
        return words.COUNTED_REGION.fullmatch(norm, act.end, start) is not None
    if len(group.ids) == 2 and words.NAMED_FOR.fullmatch(norm, act.end, group.start):
        return True
    return title and group.dashed and words.NAMED_FOR_WITH_FIELD.fullmatch(norm, act.end, group.start) is not None


def _meeting_of(reading: Reading, group: Group, before: list[Act]) -> bool:
    """`hội nghị giao ban Thường trực HĐND các tỉnh A, B, C`."""
    named = (words.OF_MEETING.fullmatch(reading.view.norm, act.end, group.start) for act in before)
    return group.plural and len(group.ids) > 2 and any(named)
