"""The groups that some changes touch: as many agreements are read as may be one with those that changed, no more."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from graph.consolidation import index
from graph.consolidation.facts import Facts
from graph.consolidation.grouping import Judgements, Pair, connected, groups, pair
from graph.consolidation.merging import Regrouped, merged


def changed(connection: sa.Connection, after: int, upto: int) -> Regrouped:
    """What the changes of a ledger after one and up to another one regroup."""
    blocks = index.changed_blocks(connection, after, upto)
    return _regrouped(connection, blocks, lambda row: bool(row.sequence > after)) if blocks else Regrouped()


def around(connection: sa.Connection, ids: Collection[str]) -> Regrouped:
    """The groups that some agreements are in."""
    blocks = index.tied_blocks(connection, index.blocks_of(connection, ids))
    return _regrouped(connection, blocks, lambda row: row.id in ids) if blocks else Regrouped()


def consolidated(facts: Iterable[Facts], judged: Iterable[tuple[str, str, str | None]]) -> Regrouped:
    """All of some agreements, grouped from scratch."""
    everything = list(facts)
    blocks = defaultdict(list)
    for each in everything:
        blocks[each.block].append(each.id)
    said = list(judged)
    ties: dict[str, list[str]] = defaultdict(list)
    by_id = {each.id: each for each in everything}
    for one, other, _ in said:
        if one in by_id and other in by_id:
            ties[by_id[one].block].append(by_id[other].block)
            ties[by_id[other].block].append(by_id[one].block)
    found = []
    for part in connected(list(blocks), ties):
        members = [by_id[i] for block in part for i in blocks[block]]
        found += [merged(group) for group in groups(members, holding(said))]
    return Regrouped(frozenset(by_id), tuple(sorted(found, key=lambda each: each.id)))


def holding(judged: Iterable[tuple[str, str, str | None]]) -> Judgements:
    """The last word on each pair, in the order in which people spoke; what is undone was never said."""
    last: dict[Pair, str] = {pair(one, other): verdict for one, other, verdict in judged if verdict}
    return Judgements(*(frozenset(p for p, verdict in last.items() if verdict == v) for v in ("same", "different")))


def _regrouped(
    connection: sa.Connection, blocks: Collection[str], concerns: Callable[[sa.Row[Any]], bool]
) -> Regrouped:
    rows = index.rows_of(connection, blocks)
    judged = index.judgements(connection, [row.id for row in rows])
    by_id = {row.id: row for row in rows}
    parts = connected(list(by_id), _ties(rows, judged))
    dirty = [part for part in parts if any(concerns(by_id[i]) for i in part)]
    ids = [i for part in dirty for i in part]
    facts = [Facts.read(i, by_id[i].facts) for i in ids if not by_id[i].gone]
    found = groups(facts, holding(judged))
    return Regrouped(frozenset(ids), tuple(merged(group) for group in found))


def _ties(rows: Sequence[sa.Row[Any]], judged: Iterable[tuple[str, str, str | None]]) -> dict[str, set[str]]:
    """Which agreements may be one, or might have been: those of a block that share a sign, or that somebody judged."""
    ties: dict[str, set[str]] = defaultdict(set)
    first: dict[tuple[str, str], str] = {}
    for row in rows:
        for sign in json.loads(row.signs):
            known = first.setdefault((row.block, sign), row.id)
            ties[known].add(row.id)
            ties[row.id].add(known)
    for one, other, _ in judged:
        ties[one].add(other)
        ties[other].add(one)
    return ties
