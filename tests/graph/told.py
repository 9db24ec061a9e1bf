"""One agreement as several documents tell it: with the day of signing, with the years, on some fields."""

from __future__ import annotations

from graph.consolidation.facts import facts_of
from graph.documents import Entry, Original
from ontology.record import Agreement, DateClaim, DocumentInfo, Evidence, FieldClaim, Party, PeriodClaim, Record
from ontology.vocabulary import vocabulary
from tests.graph.records import EXTRACTOR

TEXT = "Hà Nội và Hà Nam ký ngày 01/12/2015 chương trình hợp tác 2016 - 2020 về du lịch và y tế."


def words(quote: str) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (Evidence(start=start, end=start + len(quote), quote=quote),)


def agreement(
    *,
    signed: bool = True,
    years: bool = True,
    fields: tuple[str, ...] = (),
    kind: str = "programme",
    place: str = "Hà Nam",
) -> Agreement:
    """The agreement as one document tells it: with the day, with the years, on some fields."""
    sides = {"Hà Nội": "ha-noi", "Hà Nam": "ha-nam", "Hà": "hai-phong"}
    named = {"tourism": "du lịch", "health": "y tế"}
    return Agreement.model_validate({
        "kind": kind,
        "parties": tuple(
            Party(id=sides[side], name=vocabulary().localities[sides[side]].name, evidence=words(side))
            for side in ("Hà Nội", place)
        ),
        "period": PeriodClaim(value=(2016, 2020), evidence=words("2016 - 2020")) if years else None,
        "signed": DateClaim(value="2015-12-01", evidence=words("01/12/2015")) if signed else None,
        "fields": tuple(FieldClaim(id=field, top=field, evidence=words(named[field])) for field in fields),
    })  # fmt: skip


def entry(identifier: str, *told: Agreement, text: str = TEXT) -> Entry:
    source = Original.of(f"{identifier}.txt", "text/plain", text.encode())
    return Entry(
        identifier, True, source, text, Record(document=DocumentInfo(genre="news"), agreements=told), EXTRACTOR, ""
    )


def the_id(given: Entry) -> str:
    return facts_of(given.record, given.id)[0].id


#: The day alone, the years alone, and both: the third ties the first two.
DAY = entry("a", agreement(years=False, fields=("tourism",)))
YEARS = entry("b", agreement(signed=False))
BOTH = entry("c", agreement(fields=("tourism", "health")))
