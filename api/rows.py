"""From rows of the named queries to what the API answers with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from api.marks import anchor
from api.models import (
    Agreement,
    AgreementSummary,
    AsOf,
    BodyRef,
    BodyStatement,
    Correction,
    DateStatement,
    Evidence,
    FieldStatement,
    LocalityRef,
    Party,
    Period,
    Task,
)
from api.places import body_ref, field_ref, locality_ref, shown
from graph.workspace import Workspace
from ontology.vocabulary import vocabulary

Row = Mapping[str, Any]


def ask(workspace: Workspace, name: str, **parameters: object) -> list[Row]:
    """The rows of a named query."""
    return [*workspace.query(name, **parameters)]


def evidence(document: str, start: int, end: int, words: str) -> Evidence:
    """The words with a link that opens the document's page at them."""
    href = f"/documents/{quote(document, safe='')}#{anchor(start, end)}"
    return Evidence(document=document, start=start, end=end, quote=words, href=href)


def shown_by(row: Row) -> dict[str, Any]:
    """How a statement is shown: its parallel lists of evidence become a list of quotes."""
    spans = zip(row["starts"], row["ends"], row["quotes"], strict=True)
    return {
        "evidence": [evidence(row["document"], start, end, words) for start, end, words in spans],
        "inferred": row["inferred"],
        "confidence": row["confidence"],
        "correction": correction(row["judged"]),
    }


def correction(judged: Row) -> Correction | None:
    """What the last person said who spoke of a statement; parallel lists, null where nobody did."""
    names = ("verdicts", "corrected", "corrected_by", "corrected_at", "corrected_why", "corrected_source")
    if not judged.get("verdicts"):
        return None
    verdict, claim, who, at, why = (judged[name][-1] for name in names[:-1])
    source = (judged.get("corrected_source") or [""])[-1] or None
    return Correction(verdict=verdict, claim=claim, who=who, at=at, why=why, source=source)


def localities(rows: Sequence[Row], as_of: AsOf) -> list[LocalityRef]:
    """The localities of some rows as they are to be shown, each once."""
    return list({ref.id: ref for row in rows for ref in shown(row["id"], as_of)}.values())


def body(row: Row) -> BodyRef:
    """A body; its id ends in the locality that it belongs to (``ontology.identity``)."""
    _, _, jurisdiction = row["id"].rpartition("--")
    return body_ref(row["id"], row["name"], jurisdiction if jurisdiction in vocabulary().localities else None)


def agreement_summary(row: Row, as_of: AsOf = "signing") -> AgreementSummary:
    """A row of ``agreements``."""
    return AgreementSummary(
        **_head(row),
        first=row["period_start"],
        last=row["period_end"],
        open_ended=row["open_ended"],
        signed=row["signed"],
        held=row["held"],
        localities=localities([party for party in row["parties"] if party["kind"] != "body"], as_of),
        bodies=[body(party) for party in row["parties"] if party["kind"] == "body"],
        fields=[field_ref(item["id"]) for item in row["fields"]],
    )


def agreement(row: Row, bodies: Mapping[str, BodyRef], as_of: AsOf = "signing") -> Agreement:
    """A row of ``agreement``; ``bodies`` are those that act for a party, by id."""
    period = None
    if row["period_start"] is not None or row["period_end"] is not None:
        period = Period(
            first=row["period_start"],
            last=row["period_end"],
            open_ended=row["open_ended"],
            **shown_by(row["period_evidence"]),
        )
    return Agreement(
        **_head(row),
        parties=[party for each in row["parties"] for party in _parties(each, bodies, as_of)],
        fields=[field_statement(item) for item in row["fields"]],
        period=period,
        signed=_date(row, "signed"),
        held=_date(row, "held"),
        places=[locality_ref(item["id"]) for item in row["places"]],
        approved_by=[body(item) for item in row["approved_by"]],
        continues=row["continues"],
        continued_by=row["continued_by"],
        **shown_by(row["evidence"]),
    )


def _head(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "kind", "title", "form", "document", "document_title")}


def _parties(row: Row, bodies: Mapping[str, BodyRef], as_of: AsOf) -> list[Party]:
    through = bodies.get(row["through"]) if row["through"] else None
    said: dict[str, Any] = {"role": row["role"] or "party", "through": through, **shown_by(row["evidence"])}
    if row["kind"] == "body":
        return [Party(body=body(row), **said)]
    return [Party(locality=place, **said) for place in shown(row["id"], as_of)]


def field_statement(row: Row) -> FieldStatement:
    return FieldStatement(field=field_ref(row["id"]), **shown_by(row["evidence"]))


def _date(row: Row, name: str) -> DateStatement | None:
    return DateStatement(value=row[name], **shown_by(row[f"{name}_evidence"])) if row[name] else None


def task(row: Row) -> Task:
    """A row of ``tasks``."""
    by = row["by"]
    return Task(
        id=row["id"],
        kind=row["kind"],
        text=row["text"],
        document=row["document"],
        document_title=row["document_title"],
        agreement=row["agreement"],
        evidence=evidence(row["document"], row["start"], row["end"], row["text"]),
        confidence=row["confidence"],
        correction=correction(row["judged"]),
        leads=[BodyStatement(body=body(item), **shown_by(item["evidence"])) for item in row["leads"]],
        partners=[BodyStatement(body=body(item), **shown_by(item["evidence"])) for item in row["partners"]],
        localities=localities(row["localities"], "signing"),
        fields=[field_ref(item["id"]) for item in row["fields"]],
        deadline=_date(row, "deadline"),
        recurrence=row["recurrence"],
        condition=row["condition"],
        by=", ".join(filter(None, (by["person"], by["role"], by["body"]))) or None if by else None,
    )
