"""What the record says about the document itself, and the localities that it names."""

from __future__ import annotations

from loaders.analysis import Reading
from ontology.record import DocumentInfo, Evidence, Inference, LocalityMention, LocalityRef
from ontology.vocabulary import vocabulary

_SHOWN = 5


def document(reading: Reading) -> DocumentInfo:
    """Genre, number, date and title, with where they stand."""
    view, form, issued = reading.view, reading.form, reading.dateline.issued
    evidence: dict[str, tuple[Evidence, ...]] = {}
    if form.number:
        evidence["number"] = (view.evidence(*form.number),)
    if issued:
        evidence["issued"] = (view.evidence(issued.start, issued.end),)
    return DocumentInfo(
        genre=form.genre,
        number=view.cased[slice(*form.number)] if form.number else None,
        issued=issued.value if issued else None,
        reported=form.reported,
        evidence=evidence,
    )


def mentioned(reading: Reading) -> tuple[LocalityMention, ...]:
    """Every province, city and region named, in the order of the first place, with the first places as evidence."""
    places: dict[str, list[Evidence]] = {}
    for mention in reading.localities:
        if mention.kind in ("locality", "region"):
            places.setdefault(mention.id, []).append(reading.view.evidence(mention.start, mention.end))
    home = reading.homeland
    found = [
        LocalityMention(**_ref(identity), evidence=tuple(evidence[:_SHOWN]), rule="named")
        for identity, evidence in places.items()
    ]
    if home and home.rule == "publisher-mark" and home.locality.id not in places:
        evidence = reading.view.evidence(home.start, home.end)
        inferred = Inference(rule=home.rule, source=evidence.quote)
        found.append(LocalityMention(**_ref(home.locality.id), evidence=(evidence,), inferred=inferred))
    return tuple(found)


def reference(identity: str) -> LocalityRef:
    return LocalityRef(**_ref(identity))


def _ref(identity: str) -> dict[str, str]:
    return {"id": identity, "name": vocabulary().localities[identity].name}
