"""What the record says about the document itself, and the localities that it names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loaders import localities, symbols, titles, towns
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.citations import citations
from loaders.decisions import note
from loaders.issuer import Issuer, issuer
from loaders.patterns import Pattern
from ontology.codes import Status
from ontology.record import DocumentInfo, Evidence, Inference, LocalityMention, LocalityRef
from ontology.vocabulary import vocabulary

_SHOWN = 5
_HEAD, _PLACE = 2000, 60
_THEN_DATE = Pattern(r",? ?(?:ngày )?")
#: On a line or in a column of its own, alone or with its number (`dự thảo lần 2`).
_STATUS: tuple[tuple[Status, Pattern], ...] = (
    (
        "draft",
        Pattern(
            r"(?:^|[\n\t|])[^\p{L}\n]*+(?:bản )?dự thảo(?: (?:lần )?(?:thứ )?\S{1,4})?[^\p{L}\n\t|]*+(?:[\n\t|]|$)"
        ),
    ),
    ("classified", Pattern(r"(?:^|[\n\t|])[^\w\n\t|]*+(?:tuyệt mật|tối mật|mật)[^\w\n\t|]*+(?:[\n\t|]|$)")),
    ("corrected", Pattern(r"(?:^|[\n\t|])[^\w\n\t|]*+đính chính\b")),
    ("copy", Pattern(r"(?:^|[\n\t|])[^\w\n\t|]*+(?:sao y|sao lục|trích sao)\b")),
)


def document(reading: Reading, organisations: Sequence[BodyMention] = ()) -> DocumentInfo:
    """Genre, number, date, issuer, place and title, with where they stand; what it cites."""
    view, form, issued = reading.view, reading.form, reading.dateline.issued
    evidence: dict[str, tuple[Evidence, ...]] = {}
    if form.number:
        evidence["number"] = (view.evidence(*form.number),)
    if issued:
        evidence["issued"] = (view.evidence(issued.start, issued.end),)
    issued_by = issuer(reading, organisations)
    if issued_by:
        evidence["issuer"] = tuple(view.evidence(*span) for span in issued_by.spans)
    lines = titles.title(reading)
    if lines:
        evidence["title"] = tuple(view.evidence(*line) for line in lines)
    place = _place(reading, issued_by) if form.genre != "news" else None
    if place:
        evidence["place_of_issue"] = (view.evidence(*place[1]),)
    _note(reading, issued_by, has_title=bool(lines), placed=place is not None)
    return DocumentInfo(
        genre=form.genre,
        number=symbols.written(view.cased[slice(*form.number)]) if form.number else None,
        issued=issued.value if issued else None,
        issuer=issued_by.ref if issued_by else None,
        place_of_issue=place[0] if place else None,
        title=titles.text(reading, lines) if lines else None,
        reported=form.reported,
        status=_status(reading),
        cites=citations(reading, organisations),
        evidence=evidence,
    )


def _note(reading: Reading, issued_by: Issuer | None, *, has_title: bool, placed: bool) -> None:
    """By which rules the head was read; where its values stand, the record says itself."""
    form = reading.form
    where = form.title if form.rule == "genre:title" else form.number
    note("document.genre", form.rule, *([where] if where else []))
    if form.number:
        note("document.number", "number:own")
    if reading.dateline.issued:
        note("document.issued", "issued:form" if form.official else "issued:act" if form.reported else "issued:page")
    if issued_by:
        note("document.issuer", issued_by.rule)
    if placed:
        note("document.place_of_issue", "place:issue")
    if has_title:
        official = "title:form" if form.title else "title:letter"
        note("document.title", official if form.official else "title:headline")


def _place(reading: Reading, issued_by: Issuer | None) -> tuple[LocalityRef, tuple[int, int]] | None:
    """The province in which the document was issued: of the place before its date, of who speaks, of who issues it."""
    issued = reading.dateline.issued
    if issued and reading.form.official:
        before = reading.localities_in(max(0, issued.start - _PLACE), issued.start)
        line = [m for m in before if _THEN_DATE.fullmatch(reading.view.norm, m.end, issued.start)]
        if line and line[-1].kind in ("locality", "place"):
            return reference(line[-1].id), (line[-1].start, line[-1].end)
        town = towns.issued_in(
            reading.view, max(0, issued.start - _PLACE), issued.start, reading.day or localities.DEFAULT_DAY
        )
        if town:
            return reference(town[0].id), town[1]
    if reading.homeland:
        return reference(reading.homeland.locality.id), (reading.homeland.start, reading.homeland.end)
    if issued_by and issued_by.ref.province:
        return issued_by.ref.province, issued_by.spans[-1]
    return None


def _status(reading: Reading) -> tuple[Status, ...]:
    """What the head says of the state of an official document; news about a draft is none."""
    if not reading.form.official:
        return ()
    return tuple(status for status, words in _STATUS if words.search(reading.view.norm[:_HEAD]))


def mentioned(reading: Reading) -> tuple[LocalityMention, ...]:
    """Every province, city and region named, in the order of the first place, with the first places as evidence."""
    places: dict[str, list[Evidence]] = {}
    for mention in reading.localities:
        if mention.kind in ("locality", "region"):
            places.setdefault(mention.id, []).append(reading.view.evidence(mention.start, mention.end))
    found = [
        LocalityMention(**reference(identity).model_dump(), evidence=tuple(evidence[:_SHOWN]), rule="named")
        for identity, evidence in places.items()
    ]
    home = reading.homeland
    if home and home.rule == "publisher-mark" and home.locality.id not in places:
        mark = reading.view.evidence(home.start, home.end)
        inferred = Inference(rule=home.rule, source=mark.quote)
        ref = reference(home.locality.id)
        found.append(LocalityMention(**ref.model_dump(), evidence=(mark,), inferred=inferred))
    return tuple(found)


@lru_cache(maxsize=1024)
def reference(identity: str) -> LocalityRef:
    """A locality by its id and name."""
    return LocalityRef(id=identity, name=vocabulary().localities[identity].name)
