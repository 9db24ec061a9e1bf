"""What people say of two agreements: that they are one, or are not. It wins over the rule until it is undone."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from graph import corrections
from graph.audit import now
from graph.consolidation import index, keeping
from graph.consolidation.grouping import pair
from graph.corrections import Entered
from graph.holdings import Holdings
from ontology.correcting import apply
from ontology.corrections import OF_TWO, Correction
from ontology.errors import InvalidRequest, NotFound


def judge(holdings: Holdings, verdict: str, ids: tuple[str, str], why: str, who: str | None) -> Entered:
    """Enter that two agreements of two documents are the same, or different; the last word on a pair holds.

    :raises NotFound: no document states one of them
    :raises InvalidRequest: it is none of these, both are of one document, or nobody says so or why
    """
    if verdict not in OF_TWO:
        raise InvalidRequest(f"{verdict!r} is no judgement of two agreements", f"say {' or '.join(OF_TWO)}")
    one, other = pair(*ids)
    missing = sorted({one, other} - held(holdings, ids))
    if missing:
        raise NotFound(f"no document states the agreement {missing[0]!r}", "`hoptac claims DOCUMENT` lists them")
    document_id = one.partition("/")[0]
    if document_id == other.partition("/")[0]:
        raise InvalidRequest("both are of one document, which tells them apart", "correct its claims instead")
    at = now().replace("+00:00", "Z")
    said = {"verdict": verdict, "slot": "agreements", "one": one, "other": other, "why": why}
    try:
        judgement = Correction.model_validate({**said, "who": who or holdings.ledger.actor, "at": at})
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidRequest(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", "say who, and why") from error
    stored = holdings.ledger.document(document_id)
    with holdings.ledger.database.writing() as connection:
        (number,) = corrections.enter(connection, document_id, [judgement])
        sequence = holdings.ledger.log(connection, "judge", document_id, judgement.who)
        corrections.touch(connection, document_id, sequence, stored.sequence)
        keeping.note(connection, document_id, apply(stored.record, stored.text, stored.corrections), sequence)
        index.touch_pair(connection, one, other, sequence)
    return Entered(document_id, judgement.model_copy(update={"id": number}))


def held(holdings: Holdings, ids: Iterable[str]) -> set[str]:
    """Which of some agreements a document states."""
    with holdings.ledger.database.reading() as connection:
        return index.standing(connection, set(ids))
