"""Which agreements a text speaks of: every set of sides with every phase of theirs, and the acts that name them."""

from __future__ import annotations

from loaders.acts import Act, acts
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.draft import Dealings, Draft, earlier
from loaders.draft_signings import give
from loaders.groups import groups
from loaders.patterns import Pattern
from loaders.phases import Years, years_of
from loaders.side_sets import STRONG, Side, Sides
from loaders.sides import sides
from loaders.signing import Signing, signings

#: A paper that is only talked about: `bàn kế hoạch hợp tác`, `đề xuất chương trình phối hợp`.
_UNREALISED = Pattern(r"\b(?:bàn|bàn về|bàn bạc|đề xuất|hướng tới|tiến tới)\s(?:một |các |những )?$")
#: `giao Sở Kế hoạch và Đầu tư dự thảo Bản ghi nhớ`: who is charged with drafting a paper has none yet.
_CHARGED = Pattern(
    r"\bgiao (?!thông)[^.;:\n]{3,160}\b(?:xây dựng|dự thảo|soạn thảo|biên soạn|tham mưu|chuẩn bị)"
    r"(?: (?:nội dung|ký kết|xây dựng|dự thảo|và trình))?(?: (?:một|các|những))? $"
)
#: How far before a paper whoever is charged with it stands.
_CHARGE = 200


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
    shared: list[tuple[Act, Side]] = []
    for act in found:
        if not act.formal and act not in years:
            continue
        side = _side_of(act, named, kept, main, previous)
        if side is None:
            shared += ((act, each) for each in _parts_of(act, named, kept))
            continue
        if act.formal and act in named.of_act:
            previous[act.name] = previous[""] = side
        _place(drafts[id(side)], side, act, years.get(act, []))
    for act, side in shared:  # what is said of all of them holds for each of which nothing else is said
        if not any(draft.years for draft in drafts[id(side)]):
            _place(drafts[id(side)], side, act, years.get(act, []))
    for side in kept:
        drafts[id(side)] = _merged(drafts[id(side)], {signing.act for signing in signed if signing.date}) or [
            Draft(side)
        ]
    all_drafts = _in_order([draft for side in kept for draft in drafts[id(side)]])
    give(reading, signed, Dealings(tuple(all_drafts), found, named, main))
    before = tuple(earlier(all_drafts, i) for i in range(len(all_drafts)))
    return Dealings(tuple(all_drafts), found, named, main, before)


def realised(reading: Reading, act: Act) -> bool:
    """Whether an act is there, not merely talked about."""
    return _UNREALISED.search(reading.view.norm, max(0, act.start - 40), act.start) is None


def to_be_drafted(reading: Reading, act: Act) -> bool:
    """Whether somebody is charged with writing the paper: what is agreed so far is the meeting."""
    start = max(reading.sentences[act.sentence].start, act.start - _CHARGE)
    return _CHARGED.search(reading.view.norm, start, act.start) is not None


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
    if act in named.shared:
        return None
    if explicit is None and act.sentence in named.of_sentence:
        item = named.of_sentence[act.sentence]
        return item if item in kept else None
    if explicit is None:
        return previous.get(act.name) or previous.get("") or (main if main in kept else None)
    if explicit in kept:
        return explicit
    related = [side for side in kept if explicit.ids < side.ids or side.ids < explicit.ids]
    return related[0] if len(related) == 1 else None


def _parts_of(act: Act, named: Sides, kept: list[Side]) -> list[Side]:
    """The sets that share an act: of a hub with several the pairs that are agreements of their own."""
    wide = named.of_act.get(act)
    pairs = named.shared.get(act, ())
    return [side for side in kept if side in pairs or (wide and wide.hub and side.ids < wide.ids)]


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


def _merged(drafts: list[Draft], signed: set[Act | None]) -> list[Draft]:
    """Without phases that are only a part of another one (`kết quả giai đoạn 2021 - 2023` of a longer programme).

    A part that was signed on a day of its own is a paper of its own: `ký kế hoạch hợp tác năm 2024`.
    """
    whole = [
        draft
        for draft in drafts
        if any(act in signed for act in draft.dated)
        or not (draft.years and any(o is not draft and o.years and draft.years[0].within(o.years[0]) for o in drafts))
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
