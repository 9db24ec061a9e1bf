"""Which agreements a text speaks of: every set of sides with every phase of theirs, and the acts that name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from loaders.acts import Act, acts
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.groups import groups
from loaders.partners import is_body
from loaders.patterns import Pattern
from loaders.phases import Years, years_of
from loaders.side_sets import STRONG, Side, Sides
from loaders.sides import sides
from loaders.signing import Signing, signings
from ontology.vocabulary import vocabulary

#: A paper that is only talked about: `bàn kế hoạch hợp tác`, `đề xuất chương trình phối hợp`.
_UNREALISED = Pattern(r"\b(?:bàn|bàn về|bàn bạc|đề xuất|soạn thảo|dự thảo|hướng tới|tiến tới)\s(?:một |các |những )?$")
_SAID_AFTER = 110


@dataclass(slots=True)
class Draft:
    """One agreement to be: its sides, its years (as often as they are said), its acts and signings."""

    side: Side
    years: list[Years] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    dated: list[Act] = field(default_factory=list)
    signings: list[Signing] = field(default_factory=list)

    @property
    def span(self) -> tuple[int | None, int | None]:
        """First and last year, each from the first place that says it."""
        first = next((years.first for years in self.years if years.first is not None), None)
        last = next((years.last for years in self.years if years.last is not None), None)
        return first, last

    def takes(self, years: Years) -> bool:
        return all(years.agrees_with(own) for own in self.years)


@dataclass(frozen=True, slots=True)
class Dealings:
    """What a text says about cooperation, before it becomes a record.

    ``before``: for each draft the index of the phase that it continues.
    """

    drafts: tuple[Draft, ...]
    acts: tuple[Act, ...]
    sides: Sides
    main: Side | None
    before: tuple[int | None, ...] = ()


def dealings(reading: Reading, organisations: tuple[BodyMention, ...] = ()) -> Dealings:
    """The drafts of a text in the order of their sides and phases."""
    found = acts(reading)
    named = sides(reading, found, groups(reading, organisations))
    main = named.main()
    if main is None:
        return Dealings((), found, named, None)
    years = years_of(reading, found)
    signed = signings(reading, found)
    kept = _kept(named, main, years, signed)
    drafts: dict[int, list[Draft]] = {id(side): [] for side in kept}
    previous: dict[str, Side] = {}
    for act in found:
        side = _side_of(act, named, kept, main, previous)
        if side is None or (not act.formal and act not in years):
            continue
        if act.formal and act in named.of_act:
            previous[act.name] = previous[""] = side
        _place(drafts[id(side)], side, act, years.get(act, []))
    for side in kept:
        drafts[id(side)] = _merged(drafts[id(side)]) or [Draft(side)]
    all_drafts = _in_order([draft for side in kept for draft in drafts[id(side)]])
    for signing in signed:
        _sign(reading, all_drafts, signing, found, Dealings(tuple(all_drafts), found, named, main))
    before = tuple(earlier(all_drafts, i) for i in range(len(all_drafts)))
    return Dealings(tuple(all_drafts), found, named, main, before)


def realised(reading: Reading, act: Act) -> bool:
    """Whether an act is there, not merely talked about."""
    return _UNREALISED.search(reading.view.norm, max(0, act.start - 40), act.start) is None


def _kept(named: Sides, main: Side, years: dict[Act, list[Years]], signed: tuple[Signing, ...]) -> list[Side]:
    """The sets that are agreements of their own: the main one, and others with a formal act and years or a signing."""
    formal = {id(side) for act, side in named.of_act.items() if act.formal and not act.plural}
    signings_in = {signing.sentence for signing in signed}
    dated = {id(side) for act, side in named.of_act.items() if act in years or act.sentence in signings_in}
    others = [
        side
        for side in named.sets.values()
        if side is not main and side.best >= STRONG and (side.item or id(side) in formal & dated)
    ]
    pairs = [side for side in others if main.hub in side.ids and side.ids < main.ids]
    if main.hub and len(pairs) > 1:
        return sorted(pairs, key=lambda side: side.first)  # `các chương trình giữa A với B và C`: two, not one of three
    return sorted([main, *others], key=lambda side: (side is not main, side.first))


def _side_of(act: Act, named: Sides, kept: list[Side], main: Side, previous: dict[str, Side]) -> Side | None:
    explicit = named.of_act.get(act)
    if explicit is None:
        return previous.get(act.name) or previous.get("") or (main if main in kept else None)
    if explicit in kept:
        return explicit
    related = [side for side in kept if explicit.ids < side.ids or side.ids < explicit.ids]
    return related[0] if len(related) == 1 else None


def _place(drafts: list[Draft], side: Side, act: Act, years: list[Years]) -> None:
    """Put an act with its years where they agree; an act without years where the last one was."""
    if act.plural and not years:
        return
    for span in years:
        fitting = next((draft for draft in drafts if draft.years and draft.takes(span)), None)
        fitting = fitting or next((draft for draft in drafts if not draft.years), None)
        if fitting is None:
            fitting = Draft(side)
            drafts.append(fitting)
        fitting.years.append(span)
        fitting.acts.append(act)
        fitting.dated.append(act)
    if not years:
        if not drafts:
            drafts.append(Draft(side))
        drafts[-1].acts.append(act)


def _merged(drafts: list[Draft]) -> list[Draft]:
    """Without phases that are only a part of another one (`kết quả giai đoạn 2021 - 2023` of a longer programme)."""
    whole = [
        draft
        for draft in drafts
        if not (draft.years and any(o is not draft and o.years and draft.years[0].within(o.years[0]) for o in drafts))
    ]
    return sorted(whole, key=lambda draft: (draft.span[0] or 0, draft.span[1] or 0))


def _in_order(drafts: list[Draft]) -> list[Draft]:
    """Earlier phases before those that continue them; else the order of the sides."""
    ordered: list[Draft] = []
    for i, draft in enumerate(drafts):
        before = earlier(drafts, i)
        for one in (drafts[before], draft) if before is not None else (draft,):
            if not any(one is other for other in ordered):
                ordered.append(one)
    return ordered


def _sign(reading: Reading, drafts: list[Draft], signing: Signing, found: tuple[Act, ...], dealt: Dealings) -> None:
    """Give a signing to the draft of its act, of the years said right after it, or of the sides of its sentence."""
    sentence = reading.sentences[signing.sentence]
    until = min(sentence.end, signing.end + _SAID_AFTER)
    stop = next((act.start for act in found if act.formal and signing.end <= act.start < until), until)
    said = [draft for draft in drafts for years in draft.years if signing.end <= years.start < stop]
    dated = signing.date is not None and signing.end <= signing.date.start < stop
    if said and not dated:
        said[0].signings.append(signing)
        return
    own = [draft for draft in drafts if signing.act in draft.acts]
    if own:
        own[-1].signings.append(signing)
        return
    if signing.act is None:
        local = [side for act, side in dealt.sides.of_act.items() if act.sentence == signing.sentence]
        known = [side for side in (*local, dealt.main) if any(draft.side is side for draft in drafts)]
        side = known[0] if known else drafts[-1].side
        [draft for draft in drafts if draft.side is side][-1].signings.append(signing)


def earlier(drafts: Sequence[Draft], index: int) -> int | None:
    """The phase that a draft continues: of the same sides (or their regions), begun and ended before."""
    first, last = drafts[index].span
    if last is None:
        return None
    best: tuple[int, int] | None = None
    for i, other in enumerate(drafts):
        start, end = other.span
        if start is None or end is None or end >= last or (first is not None and start >= first):
            continue
        if not _related(drafts[index], other):
            continue
        if best is None or start > best[0]:
            best = (start, i)
    return best[1] if best else None


def _related(draft: Draft, other: Draft) -> bool:
    ours, theirs = draft.side.ids, other.side.ids
    if ours == theirs or (_today(ours) and _today(ours) == _today(theirs)):
        return True
    return len(ours) > 2 and ours <= _members(theirs) | theirs


@lru_cache(maxsize=1024)
def _today(ids: frozenset[str]) -> frozenset[str]:
    """The localities of today that sides have become."""
    return frozenset(i for own in ids if not is_body(own) for i in vocabulary().current(own))


@lru_cache(maxsize=1024)
def _members(ids: frozenset[str]) -> frozenset[str]:
    """The localities that sides are or consist of."""
    known = vocabulary().localities
    return frozenset(m for i in ids if not is_body(i) for m in (known[i].members or (i,)))
