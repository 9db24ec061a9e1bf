"""Who cooperates with whom: the sets of localities that a text names as sides, and how strongly each is one.

A set is read from a group of localities (`giữa A và B`, `A với B`, `3 tỉnh A, B, C`), from a visit (`đoàn A làm việc
với B`), from the sides that a report lists (`Phía A …; phía B …`), from a partner and the subject (`A hợp tác với B`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from loaders import side_words as words
from loaders.acts import Act, in_sentences
from loaders.analysis import Reading
from loaders.groups import Group
from loaders.mentions import Mention
from loaders.segments import SPEAKING, Sentence
from loaders.side_days import partners_by_day
from loaders.side_groups import before_group, said_of
from loaders.side_items import headed_item, items
from loaders.side_pairs import (
    counted_partners,
    is_venue,
    meeting,
    partner,
    precedes,
    signatories,
    visit,
)
from loaders.side_sets import FORMAL, STRONG, Sides
from loaders.spans import Spans

#: How much more a sentence of the title counts.
TITLE = 2.0


def sides(reading: Reading, acts: tuple[Act, ...], groups: tuple[Group, ...]) -> Sides:
    """The sets of a text."""
    found = Sides()
    by_sentence = in_sentences(acts)
    in_text = Spans(group for group in groups if group.mentions)
    lists = {len(group.ids): group for group in reversed(groups) if group.plural or len(group.ids) > 2}
    listed: list[Mention] = []
    abroad = False
    dealing = any(act.formal for act in acts)
    for index, sentence in enumerate(reading.sentences):
        local = by_sentence.get(index, [])
        factor = _factor(reading, sentence, cooperating=any(act.formal for act in local))
        here = in_text.within(sentence.start, sentence.end)
        near = [g for g in here if not is_venue(reading, g)]
        listed += [g.mentions[0] for g in near if precedes(reading, words.PARTY_OF_REPORT, g)]
        foreign = (
            bool(here or local) and words.FOREIGN.search(reading.view.cased, sentence.start, sentence.end) is not None
        )
        abroad = abroad or foreign
        if not factor or not near or foreign:
            continue
        for group in near:
            _group(reading, found, group, local, factor, dealing=dealing)
        for act in local:
            if act.binding or any(other.formal for other in local):
                partner(reading, found, act, near, factor)
        partners_by_day(reading, found, sentence, near, local)
        counted_partners(reading, found, near, [act for act in local if act.formal], lists)
        visit(reading, found, sentence, here, factor)
        if any(act.binding for act in local):
            meeting(reading, found, near, factor)
        for act in local:
            _attach(found, act, near)
    found.add(listed, words.SUBJECT, "sides-of-a-report")
    for part in reading.paragraphs:
        if part.kind in SPEAKING:
            headed_item(reading, found, part, in_text)
    if dealing:
        items(reading, found, in_text, by_sentence)
    for group in groups:
        for region, members in group.expanded:
            found.expand(region, [mention for mention in group.mentions if mention.id in members])
    _papers(found, acts)
    found.complete()
    found.absorb()
    signatories(reading, found)
    _anaphors(reading, found, () if abroad else acts, groups)
    return found


def _papers(found: Sides, acts: tuple[Act, ...]) -> None:
    """A paper without sides is that of the sides named last: `Hội nghị giữa A và B … thông qua Chương trình …`."""
    named = sorted((side for side in found.sets.values() if side.best >= STRONG), key=lambda side: side.first)
    for act in acts:
        if act.formal and act not in found.of_act:
            last = bisect_left(named, act.start, key=lambda side: side.first) - 1
            if last >= 0:
                named[last].paper = True


def _factor(reading: Reading, sentence: Sentence, *, cooperating: bool) -> float:
    """How much a sentence counts: titles more, captions less, recipients not at all, legal bases with an agreement."""
    part = reading.paragraphs[sentence.paragraph]
    if part.kind == "basis":
        return 1.0 if cooperating else 0.0
    if part.kind == "repeat":
        return 0.3
    if part.kind not in SPEAKING:
        return 0.0
    if part.kind == "caption":
        return 0.5
    if part.kind == "heading":
        return TITLE if part.index < 8 else 1.0
    return 1.3 if part.index < 8 else 1.0


def _group(reading: Reading, found: Sides, group: Group, acts: list[Act], factor: float, *, dealing: bool) -> None:
    """What a group in its sentence says about its members as sides."""
    said = said_of(reading, group, acts, title=factor == TITLE)
    if said is None:
        return
    weight, rule = said
    if group.count and group.count == len(group.ids):
        weight = max(weight + 1.0, STRONG if dealing and not before_group(group, acts) else 0.0)
    side = found.add(group.mentions, weight, rule, factor=factor, hub=group.hub, some=group.some)
    if side and group.unnamed:
        side.unnamed = True


def _attach(found: Sides, act: Act, near: list[Group]) -> None:
    """The set that an act is read with: `giữa …` after it, else the group before it in the sentence."""
    if act in found.of_act:
        return
    several = [group for group in near if frozenset(group.ids) in found.sets]
    after = next((g for g in several if g.start >= act.end and g.start - act.end <= words.BEFORE_ACT), None)
    before = next((g for g in reversed(several) if g.end <= act.start), None)
    chosen = after if after and (after.between or before is None) else before
    if chosen:
        found.of_act[act] = found.sets[chosen.ids]


def _anaphors(reading: Reading, found: Sides, acts: tuple[Act, ...], groups: tuple[Group, ...]) -> None:
    """`hai địa phương` speaks of as many sides: it strengthens such a set, or finds it among those named most."""
    if found.main() is None and any(act.formal for act in acts) and words.SCHOOL.search(reading.view.norm):
        _with_school(reading, found, groups)
    numbers = Counter(words.number(match.group("n")) for match in words.ANAPHOR.finditer(reading.view.norm))
    if not numbers:
        return
    for side in found.sets.values():
        if numbers[len(side.order)] and side.best >= STRONG:
            side.weight += 2.0
    if found.main() is None and (
        any(act.binding and not act.academic for act in acts) or (acts and reading.form.official)
    ):
        number = max(numbers, key=lambda n: (numbers[n], -n))
        weak = [side for side in found.sets.values() if len(side.order) == number and not side.some]
        if weak:
            chosen = max(weak, key=lambda side: (side.weight, -side.first))
            chosen.best, chosen.rule = STRONG, "as-many-as-said"
            return
        named = [mention for mention in reading.localities if mention.kind == "locality"]
        counts = Counter(mention.id for mention in named)
        most = [identity for identity, _ in counts.most_common(number)]
        if len(counts) >= number >= 2 and (
            len(counts) == number or counts.most_common(number + 1)[-1][1] < counts[most[-1]]
        ):
            firsts = [next(mention for mention in named if mention.id == identity) for identity in most]
            found.add(sorted(firsts, key=lambda mention: mention.start), STRONG, "as-many-as-said")


def _with_school(reading: Reading, found: Sides, groups: tuple[Group, ...]) -> None:
    """`UBND tỉnh và nhà trường`: the one province and the one university that the text is about."""
    mentions = [mention for group in groups for mention in group.mentions]
    schools = {mention.id for mention in mentions if mention.kind == "body"}
    provinces = Counter(mention.id for mention in mentions if mention.kind == "locality")
    if len(schools) == 1 and provinces:
        chosen = {provinces.most_common(1)[0][0], *schools}
        firsts = {mention.id: mention for mention in reversed(mentions) if mention.id in chosen}
        found.add(sorted(firsts.values(), key=lambda mention: mention.start), FORMAL, "province-and-school")
