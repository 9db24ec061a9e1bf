"""The agreements of the record: drafts with their kind, parties, years, dates and place, each shown or inferred."""

from __future__ import annotations

from loaders.agreement_kinds import kind_of, named_by, own
from loaders.analysis import Reading
from loaders.dates import DateMention
from loaders.decisions import note
from loaders.draft import Dealings, Draft
from loaders.draft_signings import long_before
from loaders.occasions import day_before, day_of_news, meeting_date, place
from loaders.partners import is_body, reference
from loaders.side_sets import Side
from loaders.signing import Signing
from loaders.validity import in_force, only_years
from ontology.codes import Form
from ontology.record import Agreement, DateClaim, Evidence, FieldClaim, Inference, Party, PeriodClaim, PlaceClaim
from ontology.vocabulary import vocabulary

#: Within so many characters a second signing is at the same occasion: `Cùng dịp, …`.
_SAME_OCCASION = 500


def agreements(reading: Reading, found: Dealings, fields: dict[int, tuple[FieldClaim, ...]]) -> tuple[Agreement, ...]:
    """The agreements in the order of the drafts; ``fields`` by the index of the draft."""
    return tuple(_agreement(reading, found, index, fields.get(index, ())) for index in range(len(found.drafts)))


def _agreement(reading: Reading, found: Dealings, index: int, fields: tuple[FieldClaim, ...]) -> Agreement:
    draft = found.drafts[index]
    signed = _signed(reading, draft, found)
    act = named_by(reading, draft, found)
    held = None if draft is own(reading, found) else _held(reading, found, index)
    kind, rule = kind_of(reading, found, index, act, signed)
    note(f"agreements[{index}].kind", rule, *([(act.start, act.end)] if act else []))
    return Agreement(
        kind=kind,
        parties=tuple(_party(reading, draft.side, identity) for identity in draft.side.order),
        form=_form(draft.side),
        period=_period(reading, found, draft, signed),
        signed=signed,
        held=held,
        place=_place(reading, draft, held or signed),
        fields=fields,
        continues=found.before[index],
        evidence=(_evidence(reading, act.start, act.end),) if act else (),
        rule=draft.side.rule,
    )


def _party(reading: Reading, side: Side, identity: str) -> Party:
    mention = next(mention for mention in side.mentions if mention.id == identity)
    if is_body(identity):
        body = reference(identity)
        return Party(
            body=body, name=body.name, evidence=(_evidence(reading, mention.start, mention.end),), rule=side.rule
        )
    return Party(
        id=identity,
        name=vocabulary().localities[identity].name,
        role="hub" if identity == side.hub else "party",
        evidence=(_evidence(reading, mention.start, mention.end),),
        rule=side.rule,
    )


def _form(side: Side) -> Form:
    if side.hub or any(not is_body(i) and vocabulary().localities[i].is_region for i in side.ids):
        return "bilateral-set"
    return "multilateral" if len(side.ids) > 2 else "unknown"


def _period(reading: Reading, found: Dealings, draft: Draft, signed: DateClaim | None) -> PeriodClaim | None:
    first, last = draft.span
    if first is None and last is None:
        year = int(signed.value[:4]) if signed and not signed.value.startswith("--") else None
        force = in_force(reading, year) or (only_years(reading) if len(found.drafts) == 1 else None)
        if force is None or long_before(year, force.first):
            return None
        return PeriodClaim(value=force.value, evidence=(_evidence(reading, force.start, force.end),), rule="in-force")
    if first is None and signed and not signed.value.startswith("--") and int(signed.value[:4]) <= (last or 0):
        shown = tuple(dict.fromkeys(_evidence(reading, years.start, years.end) for years in draft.years))
        inferred = Inference(rule="from-the-year-of-signing", source=signed.value)
        return PeriodClaim(value=(int(signed.value[:4]), last), evidence=shown[:3], inferred=inferred)
    shown = tuple(dict.fromkeys(_evidence(reading, years.start, years.end) for years in draft.years))
    return PeriodClaim(
        value=(first, last),
        open_ended=any(years.open_ended for years in draft.years),
        evidence=shown[:3],
        rule="years-of-the-act",
    )


def _signed(reading: Reading, draft: Draft, found: Dealings) -> DateClaim | None:
    """The day of signing: the document's own where it is what is signed; said with the signing; that of the meeting."""
    issued = reading.dateline.issued
    if issued and len(issued.value) > len("2021") and draft is own(reading, found):
        return DateClaim(value=issued.value, evidence=(_evidence(reading, issued.start, issued.end),), rule="own-date")
    dated = [(signing, signing.date) for signing in draft.signings if signing.date]
    if dated:  # a day says more than a month
        signing, day = next(((s, d) for s, d in dated if _is_day(d)), dated[0])
        return _dated(reading, day.in_year(reading.year), day.start, day.end, signing)
    years = [signing for signing in draft.signings if signing.year]
    if years and len(years) == len(draft.signings) and (year := years[0].year):
        return _dated(reading, year.value, year.start, year.end, years[0])
    told = next((signing for signing in draft.signings if not signing.earlier), None)
    if told:
        near = (d for d in found.drafts if d.side is draft.side or not reading.form.official)
        others = [s.date for d in near for s in d.signings if s.date and 0 < told.start - s.end < _SAME_OCCASION]
        date = others[-1] if others else day_before(reading, told.start) or _of_the_occasion(reading, told)
        if date:
            return _dated(reading, date.in_year(reading.year), date.start, date.end, told)
    return None


def _is_day(date: DateMention) -> bool:
    """Whether it is a day and not a month."""
    return len(date.value) == (10 if date.has_year else 7)


def _of_the_occasion(reading: Reading, signing: Signing) -> DateMention | None:
    """The day of the meeting or of the news that a signing without a day is told with; never one to come."""
    met, issued = meeting_date(reading), reading.dateline.issued
    if met and issued and met.in_year(reading.year) > issued.value:
        met = None
    if reading.form.official:  # reports tell of much else besides what was signed
        return met if met and abs(met.start - signing.start) < _SAME_OCCASION else None
    return met or day_of_news(reading)


def _dated(reading: Reading, value: str, start: int, end: int, signing: Signing) -> DateClaim:
    spans = dict.fromkeys([(start, end), (signing.start, signing.end)])  # a day may be all that tells of a signing
    evidence = tuple(_evidence(reading, *span) for span in spans)
    if reading.view.norm[start:end].find(value[:4]) < 0 and not value.startswith("--"):
        return DateClaim(value=value, evidence=evidence, inferred=_from_the_text(reading, start, end))
    return DateClaim(value=value, evidence=evidence, rule="signed-on")


def _from_the_text(reading: Reading, start: int, end: int) -> Inference:
    """What the day of the text adds to a date: the year, or with `hôm qua` the day itself."""
    if reading.dateline.issued and not any(char.isdecimal() for char in reading.view.norm[start:end]):
        return Inference(rule="day-of-the-text", source=reading.dateline.issued.value)
    return Inference(rule="year-of-the-text", source=reading.dateline.year_from or str(reading.year))


def _held(reading: Reading, found: Dealings, index: int) -> DateClaim | None:
    """The day of the meeting that a text is about, for its latest agreement."""
    ours = [i for i, draft in enumerate(found.drafts) if draft.side is found.main]
    later = [i for i, before in enumerate(found.before) if before in ours]
    if index != max([*ours, *later], default=len(found.drafts) - 1):
        return None
    date = meeting_date(reading)
    if date is None:
        return None
    value = date.in_year(reading.year)
    inferred = None
    spelled = any(char.isdecimal() for char in reading.view.norm[date.start : date.end])
    if not (date.has_year and spelled) and reading.year:
        inferred = _from_the_text(reading, date.start, date.end)
    return DateClaim(
        value=value, evidence=(_evidence(reading, date.start, date.end),), inferred=inferred, rule="held-on"
    )


def _place(reading: Reading, draft: Draft, held: DateClaim | None) -> PlaceClaim | None:
    """Where it was signed or held: said in the sentence of the signing or of the day."""
    inside = [reading.sentences[signing.sentence] for signing in draft.signings]
    day = meeting_date(reading) if held else None
    inside += [s for s in (reading.sentence_at(day.start) if day else None,) if s]
    for sentence in inside:
        where = place(reading, sentence.start, sentence.end)
        if where:
            locality, words = where
            return PlaceClaim(id=locality.id, name=locality.name, evidence=(_evidence(reading, *words),), rule="at")
    return None


def _evidence(reading: Reading, start: int, end: int) -> Evidence:
    return reading.view.evidence(start, end)
