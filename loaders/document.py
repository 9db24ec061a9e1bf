"""What the record says about the document itself, and the localities that it names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from loaders import symbols
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.bodies import refs as body_refs
from ontology.record import BodyRef, Citation, DocumentInfo, Evidence, Inference, LocalityMention, LocalityRef, Status
from ontology.vocabulary import vocabulary

_SHOWN = 5
_TITLE_LENGTH = 300
_STATUS: tuple[tuple[Status, regex.Pattern[str]], ...] = (
    ("draft", regex.compile(r"(?:^|\n)\W*+dự thảo\b")),
    ("classified", regex.compile(r"(?:^|\n)\W*+(?:tuyệt mật|tối mật|mật)\W*+(?:\n|$)")),
    ("corrected", regex.compile(r"(?:^|\n)\W*+đính chính\b")),
    ("copy", regex.compile(r"(?:^|\n)\W*+(?:sao y|sao lục|trích sao)\b")),
)
#: `số 37-NQ/TW ngày 01/7/2004`: a document that another one rests on.
_CITED = regex.compile(r"\bsố ?:? ?(?P<number>\d{1,6}(?:/\d{4})?[/-][\p{L}\d&/.-]*\p{L}\d{0,2})")
_BASED = regex.compile(r"\bcăn cứ\b")
_CARRIES_OUT = regex.compile(r"\b(?:thực hiện|triển khai)\b")
_REPLACES = regex.compile(r"\bthay thế\b")
_CITATIONS = 20


def document(reading: Reading, organisations: Sequence[BodyMention] = ()) -> DocumentInfo:
    """Genre, number, date, issuer, place and title, with where they stand; what it cites."""
    view, form, issued = reading.view, reading.form, reading.dateline.issued
    evidence: dict[str, tuple[Evidence, ...]] = {}
    if form.number:
        evidence["number"] = (view.evidence(*form.number),)
    if issued:
        evidence["issued"] = (view.evidence(issued.start, issued.end),)
    issuer = _issuer(reading, organisations)
    if issuer:
        evidence["issuer"] = (view.evidence(issuer[0], issuer[1]),)
    title = _title(reading)
    if title:
        evidence["title"] = (view.evidence(*title),)
    return DocumentInfo(
        genre=form.genre,
        number=symbols.written(view.cased[slice(*form.number)]) if form.number else None,
        issued=issued.value if issued else None,
        issuer=issuer[2] if issuer else None,
        place_of_issue=reference(reading.home.id) if reading.home and form.genre != "news" else None,
        title=view.cased[slice(*title)] if title else None,
        reported=form.reported,
        status=tuple(status for status, words in _STATUS if words.search(view.norm[:2000])),
        cites=_citations(reading),
        evidence=evidence,
    )


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


def reference(identity: str) -> LocalityRef:
    """A locality by its id and name."""
    return LocalityRef(id=identity, name=vocabulary().localities[identity].name)


def _issuer(reading: Reading, organisations: Sequence[BodyMention]) -> tuple[int, int, BodyRef] | None:
    """The body in the letterhead, or the one that a report says has issued the act."""
    form = reading.form
    if form.genre == "news":
        return None
    limit = form.begins
    first = [body for body in organisations if not body.group and (form.reported or body.start < limit)]
    if not first:
        return None
    body = first[0] if form.reported else first[-1]
    ref = body_refs(body)[0] if body_refs(body) else None
    return (body.start, body.end, ref) if ref else None


def _title(reading: Reading) -> tuple[int, int] | None:
    if reading.form.title:
        return reading.form.title
    for part in reading.paragraphs[:8]:
        if part.kind == "heading" and 20 < part.end - part.start <= _TITLE_LENGTH:
            return part.start, part.end
    return None


def _citations(reading: Reading) -> tuple[Citation, ...]:
    """The numbered documents that the text names, without its own number."""
    norm, own = reading.view.norm, reading.form.number
    number = norm[slice(*own)] if own else ""
    found: dict[str, Citation] = {}
    for match in _CITED.finditer(norm):
        words = match.group("number").rstrip(".-")
        if words == number or words in found:
            continue
        before = norm[max(0, match.start() - 60) : match.start()]
        span = match.start("number"), match.start("number") + len(words)
        date = next((d for d in reading.dates if 0 <= d.start - span[1] <= 12 and len(d.value) == 10), None)
        found[words] = Citation(
            number=reading.view.cased[slice(*span)],
            date=date.value if date and date.has_year else None,
            relation=_relation(before),
            evidence=(reading.view.evidence(*span),),
        )
        if len(found) == _CITATIONS:
            break
    return tuple(found.values())


def _relation(before: str) -> Literal["based-on", "implements", "replaces", "cites"]:
    if _REPLACES.search(before):
        return "replaces"
    if _BASED.search(before):
        return "based-on"
    return "implements" if _CARRIES_OUT.search(before) else "cites"
