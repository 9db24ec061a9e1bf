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
    DateStatement,
    Evidence,
    FieldStatement,
    LocalityRef,
    Party,
    Period,
    Task,
)
from api.places import body_ref, field_ref, shown
from graph.workspace import Workspace

Row = Mapping[str, Any]


def ask(workspace: Workspace, name: str, **parameters: object) -> list[Row]:
    """The rows of a named query."""
    return [*workspace.query(name, **parameters)]


def evidence(document: str, start: int, end: int, words: str) -> Evidence:
    """The words with a link that opens the document's page at them."""
    href = f"/documents/{quote(document, safe='')}#{anchor(start, end)}"
    return Evidence(document=document, start=start, end=end, quote=words, href=href)


def shown_by(document: str, row: Row, prefix: str = "") -> dict[str, Any]:
    """``evidence`` and ``inferred`` of a statement whose parallel lists stand in a row, under names with a prefix."""
    spans = zip(
        row.get(f"{prefix}starts") or (), row.get(f"{prefix}ends") or (), row.get(f"{prefix}quotes") or (), strict=True
    )
    rule, source = row.get(f"{prefix}inferred"), row.get(f"{prefix}inferred_from")
    return {
        "evidence": [evidence(document, start, end, words) for start, end, words in spans],
        "inferred": (f"{rule}: {source}" if source else rule) if rule else None,
    }


def localities(rows: Sequence[Row], as_of: AsOf) -> list[LocalityRef]:
    """The localities of some rows as they are to be shown, each once."""
    return list({ref.id: ref for row in rows for ref in shown(row["id"], as_of)}.values())


def body(row: Row) -> BodyRef:
    return body_ref(row["id"], row["name"], row.get("jurisdiction"))


def agreement_summary(row: Row, as_of: AsOf = "signing") -> AgreementSummary:
    """A row of ``agreements``."""
    return AgreementSummary(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        form=row["form"],
        first=row["period_start"],
        last=row["period_end"],
        open_ended=bool(row["period_open_ended"]),
        signed=row["signed"],
        held=row["held"],
        document=row["document"],
        localities=localities([party for party in row["parties"] if party["kind"] != "body"], as_of),
        bodies=[body(party) for party in row["parties"] if party["kind"] == "body"],
        fields=[field_ref(item["id"]) for item in row["fields"]],
    )


def agreement(row: Row, as_of: AsOf = "signing") -> Agreement:
    """A row of ``agreement``."""
    document = row["document"]
    period = None
    if row["period_start"] is not None or row["period_end"] is not None:
        period = Period(
            first=row["period_start"],
            last=row["period_end"],
            open_ended=bool(row["period_open_ended"]),
            **shown_by(document, row, "period_"),
        )
    return Agreement(
        id=row["id"],
        kind=row["kind"],
        title=row["title"],
        form=row["form"],
        document=document,
        parties=[party for each in row["parties"] for party in _parties(document, each, as_of)],
        fields=[field_statement(document, item) for item in row["fields"]],
        period=period,
        signed=_date(document, row, "signed"),
        held=_date(document, row, "held"),
        continues=row["continues"],
        continued_by=row["continued_by"],
    )


def _parties(document: str, row: Row, as_of: AsOf) -> list[Party]:
    through = body(row["through"]) if row.get("through") else None
    said: dict[str, Any] = {"role": row.get("role") or "party", "through": through, **shown_by(document, row)}
    if row["kind"] == "body":
        return [Party(body=body(row), **said)]
    return [Party(locality=place, **said) for place in shown(row["id"], as_of)]


def field_statement(document: str, row: Row) -> FieldStatement:
    return FieldStatement(field=field_ref(row["id"]), **shown_by(document, row))


def _date(document: str, row: Row, name: str) -> DateStatement | None:
    return DateStatement(value=row[name], **shown_by(document, row, f"{name}_")) if row[name] else None


def task(row: Row) -> Task:
    """A row of ``tasks``."""
    document = row["document"]
    return Task(
        id=row["id"],
        kind=row["kind"],
        text=row["text"],
        document=document,
        agreement=row["agreement"],
        evidence=evidence(document, row["start"], row["end"], row["text"]),
        leads=[BodyStatement(body=body(item), **shown_by(document, item)) for item in row["leads"]],
        partners=[BodyStatement(body=body(item), **shown_by(document, item)) for item in row["partners"]],
        localities=localities(row["localities"], "signing"),
        fields=[field_ref(item["id"]) for item in row["fields"]],
        deadline=_date(document, row, "deadline"),
        recurrence=row["recurrence"],
    )
