"""Sides joined from two places of a sentence: a subject and its partner, a visitor and a host."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import regex

from loaders import side_words as words
from loaders.acts import Act
from loaders.analysis import Reading
from loaders.groups import Group
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.segments import Sentence
from loaders.side_sets import FORMAL, Sides


def partner(reading: Reading, found: Sides, act: Act, near: list[Group], factor: float) -> None:
    """`A … hợp tác … với B`: the nearest group before the act and the one after `với`."""
    after = next((g for g in near if g.start >= act.end), None)
    if after is None or after.between or after.start - act.end > words.AFTER_ACT or len(after.sides) > 1:
        return
    between = reading.view.norm[act.end : after.start]
    subject = next((g for g in reversed(near) if g.end <= act.start and act.start - g.end <= words.BEFORE_ACT), None)
    organs = subject is not None and like_with_like(reading, subject, after)
    if (
        not (words.WITH.search(between) or organs or (act.name == "cooperation" and words.DIRECTLY.fullmatch(between)))
        or (words.DEPARTMENT.search(between) and not organs)
        or regex.search(r"[.;:]", between.rstrip(" :"))
    ):
        return
    before = subject
    if before is None:  # `chương trình hợp tác với B được A …`
        later = next((g for g in near if g.start > after.end), None)
        before = (
            later if later and words.BY_WHOM.search(reading.view.norm, after.end, later.start) else home_side(reading)
        )
    if before is None or before.ids & after.ids or precedes(reading, words.OTHERS, before):
        return
    if not organs and (words.PRIVATE.search(between) or precedes(reading, words.PRIVATE, before)):
        return
    # The province that speaks is supplied, not said here: a set that is named with the paper says more.
    weight = FORMAL if act.formal and before in near else words.SUBJECT
    hub = before.mentions[0].id if len(before.ids) == 1 and len(after.ids) > 1 else None
    side = found.add(
        (*before.mentions, *after.mentions), weight, "subject-with-partner", factor=factor, hub=hub, some=after.some
    )
    if side:
        found.of_act[act] = side


def like_with_like(reading: Reading, one: Group, other: Group) -> bool:
    """Whether the same kind of organ is named before both, with `với` before the second: they are who cooperates."""
    norm = reading.view.norm
    first = words.BEFORE_PLACE.search(norm, max(0, one.start - 80), one.start)
    second = words.BEFORE_PLACE.search(norm, max(one.end, other.start - 80), other.start)
    if first is None or second is None:
        return False
    alike = {words.ALIKE.get(head.group("head"), head.group("head")) for head in (first, second)}
    return len(alike) == 1 and words.WITH_ORGAN.search(norm, one.end, second.start()) is not None


def home_side(reading: Reading) -> Group | None:
    """The province that speaks: `V/v thực hiện Thỏa thuận hợp tác với B` in its own dispatch."""
    home = reading.homeland
    if home is None or not (reading.form.official or reading.form.reported):
        return None
    mention = Mention(home.start, home.end, "locality", home.locality.id, home.start)
    return Group((mention,), ((mention.id,),), mention.start, mention.end)


def counted_partners(
    reading: Reading, found: Sides, near: Sequence[Group], acts: list[Act], lists: Mapping[int, Group]
) -> None:
    """`A ký biên bản ghi nhớ với 8 tỉnh`: the one that signs, and the eight that the text has listed before."""
    for act in acts:
        subject = next((group for group in reversed(near) if group.end <= act.start), None)
        said = words.COUNTED.match(reading.view.norm, act.end)
        if subject is None or said is None or len(subject.ids) != 1:
            continue
        number = words.number(said.group("n"))
        listed = lists.get(number)
        if listed and listed.end <= act.start and not listed.ids & subject.ids:
            hub = subject.mentions[0].id
            side = found.add((*subject.mentions, *listed.mentions), FORMAL, "with-as-many-as-listed", hub=hub)
            if side:
                found.of_act[act] = side


def visit(reading: Reading, found: Sides, sentence: Sentence, near: Sequence[Group], factor: float) -> None:
    """`đoàn A đến làm việc với B`; `B, C là những tỉnh mà đoàn A vừa đến làm việc`."""
    visit = words.VISIT.search(reading.view.norm, sentence.start, sentence.end)
    if visit is None:
        _travel(reading, found, near, factor)
        return
    # The host may be named as the place: `đến trao đổi kinh nghiệm tại tỉnh B`.
    left = [group for group in near if group.end <= visit.start() and not is_venue(reading, group)]
    right = [group for group in near if group.start >= visit.start() and group.start - visit.end() < words.AFTER_ACT]
    guest = left[-1] if left else None
    if guest is None and len(right) > 1 and words.HAS.search(reading.view.norm, right[0].end, right[1].start):
        guest = right[1]  # `Ngồi lại với A có B và C`
    host = right[0] if right else next((g for g in reversed(left[:-1]) if guest and not g.ids & guest.ids), None)
    if guest and host and not guest.ids & host.ids:
        single = [g.mentions[0].id for g in (guest, host) if len(g.ids) == 1]
        hub = single[0] if len(single) == 1 else None
        ordered = sorted((*guest.mentions, *host.mentions), key=lambda mention: mention.start)
        found.add(ordered, words.SUBJECT, "visit", factor=factor, hub=hub)


def _travel(reading: Reading, found: Sides, near: Sequence[Group], factor: float) -> None:
    """`Đoàn A đã đến B bàn chương trình hợp tác`: the host stands between coming and what one comes for."""
    for guest, host in pairwise(near):
        came = words.COMES_TO.search(reading.view.norm, guest.end, host.start)
        if came and words.COMES_FOR.match(reading.view.norm, host.end) and precedes(reading, words.DELEGATION, guest):
            ordered = sorted((*guest.mentions, *host.mentions), key=lambda mention: mention.start)
            found.add(ordered, words.SUBJECT, "visit", factor=factor)


def meeting(reading: Reading, found: Sides, near: Sequence[Group], factor: float) -> None:
    """`A ngồi lại với B`: two groups with a verb and `với` between them, in a sentence on cooperation."""
    for left, right in pairwise(near):
        between = reading.view.norm[left.end : right.start]
        helps = words.HELPS.match(between)
        meets = words.MEETS.match(between) and not words.MEETS_NOT.search(between)
        if left.ids & right.ids or right.between or not (helps or meets):
            continue
        private = words.PRIVATE.search(between) or precedes(reading, words.PRIVATE, left)
        if not private and not words.DEPARTMENT.search(between) and not precedes(reading, words.OTHERS, left):
            single = [g.mentions[0].id for g in (left, right) if len(g.ids) == 1]
            hub = single[0] if len(single) == 1 else None
            some = left.some or right.some
            found.add((*left.mentions, *right.mentions), words.SUBJECT, "sides-meet", factor=factor, hub=hub, some=some)


def signatories(reading: Reading, found: Sides) -> None:
    """`chúng tôi gồm: 1. UBND tỉnh A …; 2. UBND tỉnh B …`: the items of the list of those who sign."""
    if not (reading.form.official and reading.form.genre in ("agreement", "memorandum")):
        return
    we = words.WE.search(reading.view.norm)
    parts = [part for part in reading.paragraphs if we and part.start > we.start()][: words.SIGNATORIES]
    listed: list[Mention] = []
    for part in parts:
        if words.SIGNATORY.match(reading.view.norm[part.start : part.end]):
            listed += [m for m in reading.localities_in(part.start, part.end) if m.kind in ("locality", "region")][:1]
        elif listed and words.ARTICLE.match(reading.view.norm[part.start : part.end]):
            break
    found.add(listed, FORMAL, "signatories")


def is_venue(reading: Reading, group: Group) -> bool:
    return len(group.ids) == 1 and precedes(reading, words.VENUE, group)


def precedes(reading: Reading, pattern: Pattern, group: Group) -> bool:
    return pattern.search(reading.view.norm, max(0, group.start - 80), group.start) is not None
