"""What routes ask the graph: the named queries with their parameters, and their rows as what the API answers with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from api import rows
from api.filters import period_years
from api.models import Agreement, AgreementSummary, AsOf, BodyItem, DocumentItem, FieldCount, LocalityItem, Task
from api.places import asked_fields, asked_localities, by_name, field, locality_ref, terms
from api.united import united, united_summary
from graph.search import search_key
from graph.workspace import Workspace
from ontology.errors import Gone, NotFound
from ontology.names import tokens
from ontology.vocabulary import vocabulary


def count(workspace: Workspace, name: str, **parameters: Any) -> int:
    return int(rows.ask(workspace, f"{name}_count", **{"named": False, **parameters})[0]["n"])


def agreement_ids(workspace: Workspace, filters: dict[str, Any]) -> list[str]:
    """The ids of all agreements under some filters, in no order."""
    return list(rows.ask(workspace, "agreements_count", **filters, named=True)[0]["ids"])


def agreement_filters(
    *,
    locality: str | None = None,
    field: str | None = None,
    body: str | None = None,
    document: str | None = None,
    kind: str | None = None,
    period: str | None = None,
    q: str | None = None,
    as_of: AsOf = "signing",
) -> dict[str, Any]:
    """The parameters of ``agreements`` for the filters of a request.

    :raises NotFound: a locality or field is not in the vocabulary
    :raises InvalidRequest: the period is none
    """
    first, last = period_years(period)
    return {
        "localities": asked_localities(locality, as_of),
        "fields": asked_fields(field),
        "body": body,
        "document": document,
        "kind": kind,
        "period_from": first,
        "period_to": last,
        "tokens": terms(q),
    }


def agreements(
    workspace: Workspace, filters: dict[str, Any], skip: int, limit: int, as_of: AsOf = "signing"
) -> list[AgreementSummary]:
    found = rows.ask(workspace, "agreements", **filters, skip=skip, limit=limit)
    several = groupby(found, key=lambda row: row["consolidated"])
    return [united_summary([rows.agreement_summary(row, as_of) for row in told]) for _, told in several]


def agreement(workspace: Workspace, agreement_id: str, as_of: AsOf = "signing") -> Agreement:
    """An agreement as all documents tell it that speak of it; its id is another one where it is consolidated as that.

    :raises NotFound: there is no such agreement
    :raises Gone: there was one
    """
    found = rows.ask(workspace, "agreement", id=agreement_id)
    if found and found[0]["consolidated"]:
        found = rows.ask(workspace, "agreement", id=found[0]["consolidated"])
    if not found:
        if workspace.knew_agreement(agreement_id):
            raise Gone(
                f"no document states the agreement {agreement_id!r} any more", "/agreements lists those there are"
            )
        raise NotFound(f"no agreement has the id {agreement_id!r}", "/agreements lists them")
    return united(_told(workspace, found, as_of))


def agreements_in_full(workspace: Workspace, ids: Iterable[str], as_of: AsOf = "signing") -> list[Agreement]:
    return [agreement(workspace, i, as_of) for i in ids]


def agreements_stated(workspace: Workspace, ids: Iterable[str]) -> list[Agreement]:
    """What one document states, whatever others say of it."""
    found = [row for i in ids for row in rows.ask(workspace, "agreement", id=i) if row["id"] == i]
    return _told(workspace, found, "signing")


def _told(workspace: Workspace, found: Sequence[rows.Row], as_of: AsOf) -> list[Agreement]:
    acting = sorted({party["through"] for row in found for party in row["parties"] if party["through"]})
    bodies = {row["id"]: rows.body(row) for row in rows.ask(workspace, "body", ids=acting)} if acting else {}
    return [rows.agreement(row, bodies, as_of) for row in found]


def task_filters(
    *,
    locality: str | None = None,
    field: str | None = None,
    body: str | None = None,
    agreement: str | None = None,
    document: str | None = None,
    kind: str | None = None,
    deadline: str | None = None,
    as_of: AsOf = "signing",
) -> dict[str, Any]:
    """The parameters of ``tasks`` for the filters of a request."""
    first, last = period_years(deadline)
    return {
        "localities": asked_localities(locality, as_of),
        "fields": asked_fields(field),
        "body": body,
        "agreement": agreement,
        "document": document,
        "kind": kind,
        "deadline_from": str(first) if first else None,
        "deadline_to": f"{last}-12-31" if last else None,
    }


def tasks(workspace: Workspace, filters: dict[str, Any], skip: int, limit: int) -> list[Task]:
    return [rows.task(row) for row in rows.ask(workspace, "tasks", **filters, skip=skip, limit=limit)]


def localities(workspace: Workspace) -> list[LocalityItem]:
    """All localities in the order of their names, with how much is known of each."""
    counted = {row["id"]: row for row in rows.ask(workspace, "localities")}
    return [
        LocalityItem(
            **locality_ref(place.id).model_dump(),
            valid_from=place.valid_from,
            valid_to=place.valid_to,
            **{name: counted.get(place.id, {}).get(name, 0) for name in ("agreements", "tasks", "documents")},
        )
        for place in by_name()
    ]


def fields(workspace: Workspace) -> list[FieldCount]:
    """All fields, top concepts before their children, each level in the order of the Vietnamese names."""
    counted = {row["id"]: row for row in rows.ask(workspace, "fields")}
    known = sorted(
        vocabulary().fields.values(), key=lambda f: (tokens(field(f.top).name), f.parent is not None, tokens(f.name))
    )
    return [
        FieldCount(
            id=f.id,
            name=f.name,
            name_en=f.name_en,
            top=f.top,
            parent=f.parent,
            **{name: counted.get(f.id, {}).get(name, 0) for name in ("agreements", "localities")},
        )
        for f in known
    ]


def fields_of(found: Iterable[AgreementSummary]) -> list[FieldCount]:
    """The top fields of some agreements, those that most of them name first."""
    counts = Counter(top for item in found for top in sorted({field(ref.id).top for ref in item.fields}))
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], tokens(field(pair[0]).name)))
    return [FieldCount(id=i, name=field(i).name, name_en=field(i).name_en, top=i, agreements=n) for i, n in ordered]


def bodies(workspace: Workspace, filters: dict[str, Any], skip: int, limit: int) -> list[BodyItem]:
    return [
        BodyItem(
            **rows.body(row).model_dump(), leads=row["leads"], partners=row["partners"], documents=row["documents"]
        )
        for row in rows.ask(workspace, "bodies", **filters, skip=skip, limit=limit)
    ]


def documents(workspace: Workspace, q: str | None = None) -> list[DocumentItem]:
    """The documents whose head says what is asked, the newest first, those without a date last."""
    wanted = terms(q) or []
    found = [
        DocumentItem.model_validate({**row, "issuer": _issuer(row)})
        for row in rows.ask(workspace, "documents")
        if all(term in _key(row) for term in wanted)
    ]
    return sorted(found, key=lambda item: item.issued or "", reverse=True)


def _issuer(row: rows.Row) -> str | None:
    return " ".join(filter(None, (row["issuer"], row["issuer_jurisdiction"]))) or None


def _key(row: rows.Row) -> str:
    named = ("title", "number", "filename", "issuer", "issuer_jurisdiction", "issued")
    return search_key(row[name] for name in named if row[name])
