"""When two agreements of two documents are one: nothing contradicts, and they share a sign. Nothing resembles here.

Signs (:attr:`graph.consolidation.facts.Facts.signs`): the month of signing, the period, the day of a meeting, the act.
"""

from __future__ import annotations

from graph.consolidation.facts import Facts
from ontology.vocabulary import vocabulary

_PERIOD = "period "


def one(a: Facts, b: Facts) -> bool:
    """Whether two agreements are one."""
    shared = _shared(a, b)
    if not shared or contradiction(a, b) is not None:
        return False
    only_period = all(sign.startswith(_PERIOD) for sign in shared)
    # Two localities have one programme on many fields and, in the same years, agreements on one of them.
    return not (only_period and a.topics and b.topics and (len(a.topics) == 1) != (len(b.topics) == 1))


def contradiction(a: Facts, b: Facts) -> str | None:
    """In what two agreements contradict each other, which cannot be one then; None where nothing does."""
    if a.document == b.document:
        return "document"
    if a.family != b.family:
        return "kind"
    if a.act and b.act and a.act != b.act:
        return "act"
    if not _same_sides(a, b):
        return "sides"
    if a.period and b.period and not _years_agree(a.period, b.period):
        return "period"
    if not dates_agree(a.signed, b.signed):
        return "signed"
    if a.family == "conference" and not dates_agree(a.held, b.held):
        return "held"
    if not _organs_agree(dict(a.organs), dict(b.organs)):
        return "organ"
    if a.topics and b.topics and not a.topics & b.topics:
        return "fields"
    return None


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two dates can be one day: ``2022-03`` and ``--03-15`` agree with ``2022-03-15`` and with nobody's."""
    if a is None or b is None:
        return True
    return all(x is None or y is None or x == y for x, y in zip(_parts(a), _parts(b), strict=True))


def _parts(date: str) -> tuple[str | None, str | None, str | None]:
    """Year, month and day, as far as they are said."""
    if date.startswith("--"):
        year, rest = None, date[2:]
    else:
        year, rest = date[:4], date[5:]
    return year, rest[:2] or None, rest[3:5] or None


def _years_agree(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    return all(x is None or y is None or x == y for x, y in zip(a, b, strict=True))


def _organs_agree(a: dict[str, str], b: dict[str, str]) -> bool:
    """What departments agree on is not what their provinces do."""
    return all(a[side] == b[side] for side in a.keys() & b.keys())


def _shared(a: Facts, b: Facts) -> frozenset[str]:
    return (a.signs & b.signs) | (a.signs & b.cited) | (b.signs & a.cited)


def _same_sides(a: Facts, b: Facts) -> bool:
    """The same sides, or those of one as they are called on the day of the other's document."""
    if len(a.who) < 2 or len(b.who) < 2:
        return False
    if a.who == b.who:
        return True
    by_act = any(sign.startswith("act ") for sign in _shared(a, b))
    return _became(a, b, merged=by_act) or _became(b, a, merged=by_act)


def _became(earlier: Facts, later: Facts, *, merged: bool) -> bool:
    """Whether the sides of one are, one by one, what those of the other had become when its document was issued.

    What several provinces became can stand for each of them, so only an act tells which (``merged``).
    """
    if later.issued is None or later.issued.startswith("--"):
        return False
    now = [_successor(side, later.issued, merged=merged) for side in earlier.who]
    return len(set(now)) == len(now) and set(now) == later.who


def _successor(side: str, day: str, *, merged: bool) -> str:
    """What a side was on a day; itself where the history does not say, or says several."""
    known = vocabulary()
    if side not in known.localities:
        return side
    now = known.current(side, day)
    if len(now) != 1 or (not merged and any(len(known.localities[i].predecessors) > 1 for i in now)):
        return side
    return now[0]
