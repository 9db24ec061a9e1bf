"""Which draft a signing belongs to: of its act, of the years said with it, of the sides of its sentence or day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loaders.analysis import Reading
from loaders.draft import Dealings, Draft, year_of_signing
from loaders.signing import Signing

#: Signed at most so many years before it begins.
_PREPARED = 2
_SAID_AFTER = 110


def give(reading: Reading, signed: Sequence[Signing], dealt: Dealings) -> None:
    """Give each signing to its draft."""
    drafts = list(dealt.drafts)
    for signing in signed:
        _give(reading, drafts, signing, dealt)
    for draft in drafts:
        day = dealt.sides.signed_on.get(draft.side.ids)
        if day:
            index = bisect_right(reading.sentences, day.start, key=lambda sentence: sentence.start) - 1
            draft.signings.insert(0, Signing(day.start, day.end, day, None, index))
    for draft in drafts:
        papers = [act for act in draft.dated if act.formal and act.name != "outlook"]
        if not papers and long_before(year_of_signing(draft), draft.span[0]):
            draft.years.clear()


def long_before(signed: int | None, first: int | None) -> bool:
    """`kết nghĩa năm 1960 … Giai đoạn 2020 - 2025, hai bên tặng nhau …`: not the years of what was signed."""
    return signed is not None and first is not None and signed < first - _PREPARED


def _give(reading: Reading, drafts: list[Draft], signing: Signing, dealt: Dealings) -> None:
    """Give a signing to the draft of its act, of the years said right after it, or of the sides of its sentence."""
    sentence = reading.sentences[signing.sentence]
    until = min(sentence.end, signing.end + _SAID_AFTER)
    stop = next((act.start for act in dealt.acts if act.formal and signing.end <= act.start < until), until)
    said = [draft for draft in drafts for years in draft.years if signing.end <= years.start < stop]
    dated = signing.date is not None and signing.end <= signing.date.start < stop
    if said and not dated:
        said[0].signings.append(signing)
        return
    own = [draft for draft in drafts if signing.act in draft.acts]
    if own:
        _of_that_year(reading, drafts, own[-1], signing).signings.append(signing)
        return
    if signing.act is None:
        local = [side for act, side in dealt.sides.of_act.items() if act.sentence == signing.sentence]
        item = dealt.sides.of_sentence.get(signing.sentence)
        known = [side for side in (*local, item, dealt.main) if any(draft.side is side for draft in drafts)]
        side = known[0] if known else drafts[-1].side
        last = [draft for draft in drafts if draft.side is side][-1]
        _of_that_year(reading, drafts, last, signing).signings.append(signing)


def _of_that_year(reading: Reading, drafts: list[Draft], draft: Draft, signing: Signing) -> Draft:
    """The phase that begins about the year of a signing, where the act that is signed names no years."""
    said = signing.year.value if signing.year else signing.date.in_year(reading.year) if signing.date else ""
    phases = [other for other in drafts if other.side is draft.side and other.span[0] is not None]
    if signing.act in draft.dated or not said[:4].isdecimal() or len(phases) < 2:
        return draft
    return min(phases, key=lambda phase: (abs((phase.span[0] or 0) - int(said[:4])), -(phase.span[0] or 0)))
