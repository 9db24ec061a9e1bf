"""People's corrections in the ledger: one correction, or one undone, is one change in one transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from graph.audit import now
from graph.tables import correction, document
from ontology.corrections import Correction, canonical
from ontology.errors import NotFound, StoreBusy

#: The columns that hold JSON.
_JSON = ("owner", "before", "after")


@dataclass(frozen=True, slots=True)
class Entered:
    """A correction with its document, and who took it back, when and why: None as long as it holds."""

    document: str
    said: Correction
    undone_by: str | None = None
    undone_at: str | None = None
    undone_why: str | None = None


def holding(connection: sa.Connection, documents: Sequence[str]) -> tuple[Correction, ...]:
    """The corrections of these documents that nobody has undone, in the order in which they were made."""
    query = sa.select(correction).where(correction.c.document.in_(documents), correction.c.undone_at.is_(None))
    return tuple(_entered(dict(row)).said for row in connection.execute(query.order_by(correction.c.id)).mappings())


def listed(connection: sa.Connection, document_id: str | None = None) -> list[Entered]:
    """All corrections, or those of one document, undone ones among them, in the order in which they were made."""
    query = sa.select(correction).order_by(correction.c.id)
    if document_id is not None:
        query = query.where(correction.c.document == document_id)
    return [_entered(dict(row)) for row in connection.execute(query).mappings()]


def one(connection: sa.Connection, number: int) -> Entered:
    """One correction.

    :raises NotFound: there is none with this number, or it is undone
    """
    row = connection.execute(sa.select(correction).where(correction.c.id == number)).mappings().first()
    if row is None or row["undone_at"] is not None:
        what = "no correction has" if row is None else "somebody has already undone the correction with"
        raise NotFound(f"{what} the number {number}", "`hoptac corrections` lists them")
    return _entered(dict(row))


def enter(connection: sa.Connection, document_id: str, said: Iterable[Correction]) -> list[int]:
    """Enter corrections of a document; their numbers."""
    numbers = []
    for each in said:
        values = {**_columns(each), "document": document_id}
        inserted = connection.execute(sa.insert(correction).values(values))
        assert inserted.inserted_primary_key is not None
        numbers.append(int(inserted.inserted_primary_key[0]))
    return numbers


def same(connection: sa.Connection, document_id: str, said: Sequence[Correction]) -> bool:
    """Whether just these corrections hold, made in this order."""
    return [each.content for each in holding(connection, [document_id])] == [each.content for each in said]


def replace(connection: sa.Connection, document_id: str, said: Iterable[Correction], actor: str) -> None:
    """Enter the corrections that came with a document in place of those that held."""
    for each in holding(connection, [document_id]):
        assert each.id is not None
        take_back(connection, each.id, actor, now(), "the document came anew with corrections of its own")
    enter(connection, document_id, said)


def take_back(connection: sa.Connection, number: int, who: str, at: str, why: str) -> None:
    """Undo a correction; it is kept, with who undid it."""
    undone = {"undone_by": who, "undone_at": at, "undone_why": why}
    connection.execute(sa.update(correction).where(correction.c.id == number).values(undone))


def move(connection: sa.Connection, former: Sequence[str], document_id: str) -> None:
    """Let corrections follow a document that is known by another id now."""
    connection.execute(sa.update(correction).where(correction.c.document.in_(former)).values(document=document_id))


def touch(connection: sa.Connection, document_id: str, sequence: int, seen: int) -> None:
    """Note the change at its document.

    :raises StoreBusy: the document has changed since ``seen``, so what was judged may be there no more
    """
    found = sa.update(document).where(document.c.id == document_id, document.c.sequence == seen)
    if not connection.execute(found.values(sequence=sequence)).rowcount:
        raise StoreBusy(f"{document_id} changed in the meantime", "look at its claims again: `hoptac claims`")


def _columns(said: Correction) -> dict[str, Any]:
    row = said.model_dump(mode="json", exclude={"id", "words"})
    words = said.words
    place = {"start": words and words.start, "end": words and words.end, "quote": words and words.quote}
    fragments = {name: None if name == "after" and row[name] is None else canonical(row[name]) for name in _JSON}
    return {**row, **place, **fragments}


def _entered(row: dict[str, Any]) -> Entered:
    undone = {name: row.pop(name) for name in ("undone_by", "undone_at", "undone_why")}
    place = {name: row.pop(name) for name in ("start", "end", "quote")}
    fragments = {name: None if row[name] is None else json.loads(row[name]) for name in _JSON}
    words = None if place["quote"] is None else place
    return Entered(row.pop("document"), Correction.model_validate({**row, **fragments, "words": words}), **undone)
