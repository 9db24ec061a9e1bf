"""Keeping the index of agreements in step with the documents of a ledger, and filling it anew where it is of old."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import sqlalchemy as sa

from graph.consolidation import index
from graph.consolidation.facts import VERSION, Facts, facts_of
from graph.differences import Difference, compared
from graph.documents import StoredDocument
from graph.tables import about, agreement, change, correction
from graph.versions import ontology_version
from ontology.correcting import Corrected, apply

if TYPE_CHECKING:
    from graph.ledger import Ledger

#: Where the ledger says by which facts and ontology its index was made.
_STAMP = "agreements"


def note(connection: sa.Connection, document_id: str, said: Corrected, sequence: int) -> None:
    """Note what a document states from this change on."""
    index.enter(connection, document_id, facts_of(said.record, document_id), sequence)


def bring_up(ledger: Ledger) -> None:
    """Fill the index anew where other facts or another ontology made it."""
    stamp = f"{VERSION} {ontology_version()}"
    with ledger.database.reading() as connection:
        found = connection.scalar(sa.select(about.c.value).where(about.c.key == _STAMP))
    if found != stamp:
        refill(ledger)


def refill(ledger: Ledger) -> None:
    """Fill the index anew from the documents, in one transaction; what is gone is remembered."""
    with ledger.database.writing() as connection:
        connection.execute(sa.update(agreement).values(gone=True))
        for head in ledger.documents():
            stored = ledger.document(head.id)
            note(connection, head.id, apply(stored.record, stored.text, stored.corrections), stored.sequence)
        last = connection.scalar(sa.select(sa.func.max(change.c.sequence))) or 0
        pairs = connection.execute(sa.select(correction.c.one, correction.c.other).where(correction.c.one.is_not(None)))
        for one, other in list(pairs):
            index.touch_pair(connection, one, other, last)
        connection.execute(sa.delete(about).where(about.c.key == _STAMP))
        connection.execute(sa.insert(about).values(key=_STAMP, value=f"{VERSION} {ontology_version()}"))


def stated(document: StoredDocument) -> list[Facts]:
    """The facts of a document's agreements, as people have corrected it."""
    return facts_of(apply(document.record, document.text, document.corrections).record, document.id)


def judged(ledger: Ledger) -> list[tuple[str, str, str | None]]:
    """What people say of pairs of agreements."""
    with ledger.database.reading() as connection:
        return index.all_judgements(connection)


def compare(ledger: Ledger, expected: Mapping[str, Facts]) -> Iterator[Difference]:
    """What differs in the index from what the documents state."""
    with ledger.database.reading() as connection:
        held = connection.execute(sa.select(agreement).where(agreement.c.gone.is_(False)))
        found = {row.id: (row.block, row.facts) for row in held}
    for identifier in sorted(expected.keys() | found.keys()):
        facts = expected.get(identifier)
        what = compared(facts and (facts.block, facts.written()), found.get(identifier))
        if what:
            yield Difference("ledger", what, f"index of agreements: {identifier}", identifier.partition("/")[0])
