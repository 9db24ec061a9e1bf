"""The ledger's index of agreements: kept with each change, asked for those that may be one.

A block holds all agreements of the same kind and sides. What people judge ties blocks: a change touches all that are
tied to its own, so that stores that apply changes in groups never see one without the other.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from graph.bolt import batches
from graph.consolidation.facts import Facts
from graph.tables import agreement, correction

#: What stands behind the last id below a document's: ids go on with ``/``, and this is the next character.
_BEHIND = "0"
#: Two agreements and what somebody said of them: ``same`` or ``different``; None where it is undone.
Judged = tuple[str, str, str | None]
_JUDGED = sa.select(*(correction.c[name] for name in ("id", "one", "other", "verdict", "undone_at")))


def enter(connection: sa.Connection, document_id: str, facts: Sequence[Facts], sequence: int) -> None:
    """Note what a document states now, in the transaction of its change; what it states no more is kept as gone."""
    below = _below(document_id)
    former = {row.id: row for row in connection.execute(sa.select(agreement).where(*below))}
    now = [_row(each, former.get(each.id), sequence) for each in facts]
    if former:
        gone = sa.update(agreement).where(*below, agreement.c.gone.is_(False))
        connection.execute(gone.values(gone=True, sequence=sequence))
        connection.execute(sa.delete(agreement).where(agreement.c.id.in_([row["id"] for row in now])))
    if now:
        connection.execute(sa.insert(agreement), now)
    touch(connection, {row["block"] for row in now} | {row.block for row in former.values()}, sequence)


def touch(connection: sa.Connection, blocks: Iterable[str], sequence: int) -> None:
    """Note a change at whatever judgements tie to these blocks."""
    own = set(blocks)
    tied = tied_blocks(connection, own)
    if tied != own:
        ids = _select(connection, agreement.c.id, agreement.c.block, tied)
        for portion in batches(sorted(row.id for row in ids)):
            connection.execute(sa.update(agreement).where(agreement.c.id.in_(portion)).values(sequence=sequence))


def touch_pair(connection: sa.Connection, one: str, other: str, sequence: int) -> None:
    """Note a change of what people say of two agreements."""
    both = sa.update(agreement).where(agreement.c.id.in_([one, other]))
    connection.execute(both.values(sequence=sequence))
    blocks = connection.scalars(sa.select(agreement.c.block).where(agreement.c.id.in_([one, other])))
    touch(connection, blocks, sequence)


def tied_blocks(connection: sa.Connection, blocks: Iterable[str]) -> set[str]:
    """Some blocks, and all that judgements tie to them, undone ones among these."""
    found = set(blocks)
    level = found if _judged(connection) else ()
    while level:
        ids = [row.id for row in _select(connection, agreement.c.id, agreement.c.block, level)]
        far = {row.other for row in _select(connection, correction.c.other, correction.c.one, ids)}
        far |= {row.one for row in _select(connection, correction.c.one, correction.c.other, ids)}
        level = {row.block for row in _select(connection, agreement.c.block, agreement.c.id, far)} - found
        found |= level
    return found


def changed_blocks(connection: sa.Connection, after: int, upto: int) -> list[str]:
    """The blocks whose last change is one of these."""
    last = sa.func.max(agreement.c.sequence)
    query = sa.select(agreement.c.block).where(agreement.c.sequence > after).group_by(agreement.c.block)
    return list(connection.scalars(query.having(last <= upto)))


def rows_of(connection: sa.Connection, blocks: Collection[str]) -> list[sa.Row[Any]]:
    """Everything in some blocks, in the order of the ids."""
    return sorted(_select(connection, agreement, agreement.c.block, blocks), key=lambda row: row.id)


def ids_of(connection: sa.Connection, document_id: str) -> set[str]:
    """The agreements that a document states or ever stated."""
    return set(connection.scalars(sa.select(agreement.c.id).where(*_below(document_id))))


def standing(connection: sa.Connection, ids: Collection[str]) -> set[str]:
    """Which of some agreements a document states."""
    query = sa.select(agreement.c.id).where(agreement.c.gone.is_(False))
    return {row.id for row in _portions(connection, query, agreement.c.id, ids)}


def blocks_of(connection: sa.Connection, ids: Collection[str]) -> set[str]:
    return {row.block for row in _select(connection, agreement.c.block, agreement.c.id, ids)}


def judgements(connection: sa.Connection, ids: Collection[str]) -> list[Judged]:
    """What people said of pairs of these agreements, in their order."""
    if not _judged(connection):
        return []
    known = set(ids)
    rows = _portions(connection, _JUDGED, correction.c.one, ids)
    return _spoken(row for row in rows if row.other in known)


def all_judgements(connection: sa.Connection) -> list[Judged]:
    """What people said of any pair, in their order."""
    return _spoken(connection.execute(_JUDGED.where(correction.c.one.is_not(None))))


def _spoken(rows: Iterable[sa.Row[Any]]) -> list[Judged]:
    ordered = sorted(rows, key=lambda row: row.id)
    return [(row.one, row.other, None if row.undone_at else row.verdict) for row in ordered]


def _below(document_id: str) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    return agreement.c.id > f"{document_id}/", agreement.c.id < f"{document_id}{_BEHIND}"


def _judged(connection: sa.Connection) -> bool:
    """Whether anybody ever judged anything."""
    return connection.scalar(sa.select(correction.c.id).where(correction.c.one.is_not(None)).limit(1)) is not None


def _select(
    connection: sa.Connection, what: Any, column: sa.Column[str], values: Iterable[str]
) -> Iterator[sa.Row[Any]]:
    return _portions(connection, sa.select(what), column, values)


def _portions(
    connection: sa.Connection, query: sa.Select[Any], column: sa.Column[str], values: Iterable[str]
) -> Iterator[sa.Row[Any]]:
    """The rows of a query whose column has one of these values; a statement can hold a thousand of them."""
    for portion in batches(sorted(values)):
        yield from connection.execute(query.where(column.in_(portion)))


def _row(facts: Facts, former: sa.Row[Any] | None, sequence: int) -> dict[str, Any]:
    signs = facts.signs | facts.cited | (set(json.loads(former.signs)) if former else set())
    return {
        "id": facts.id,
        "block": facts.block,
        "facts": facts.written(),
        "signs": json.dumps(sorted(signs), ensure_ascii=False),
        "sequence": sequence,
        "gone": False,
    }
