"""What people say of claims, entered and undone: nothing is written that would leave a document not conforming."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from graph import corrections
from graph.audit import now
from graph.consolidation import index, keeping
from graph.consolidation.judging import held
from graph.corrections import Entered
from graph.documents import Entry, Outcome, StoredDocument
from graph.holdings import Holdings
from ontology.claims import Claim, claim, claims, judged
from ontology.correcting import Corrected, apply
from ontology.corrections import Correction, Verdict
from ontology.errors import InvalidRequest, RefusedDocument


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody wants to say of a claim; ``value`` is what stands in its place, as JSON of the record."""

    verdict: Verdict
    why: str
    source: str | None = None
    who: str | None = None
    value: Any = None


def enter(holdings: Holdings, entry: Entry) -> Outcome:
    """Put a document into the ledger that conforms as people have corrected it.

    :raises RefusedDocument: it does not conform; nothing was written
    """
    said = holdings.ledger.with_corrections(entry)
    derived = holdings.derivation.accepted(said)
    outcome = holdings.ledger.put(entry)
    if holdings.ledger.with_corrections(entry).corrections == said.corrections:  # nobody has judged it meanwhile
        holdings.applier.hand_over(outcome.sequence, derived)
    return outcome


def corrected(document: StoredDocument | Entry) -> Corrected:
    """What a document says, as people have corrected it."""
    return apply(document.record, document.text, document.corrections or ())


def claims_of(holdings: Holdings, document_id: str) -> list[Claim]:
    """The claims of a document that stand.

    :raises NotFound: no such document
    """
    stored = holdings.ledger.document(document_id)
    return claims(corrected(stored), holdings.derivation.meta(stored), holdings.derivation.base)


def find_claim(holdings: Holdings, claim_id: str) -> Claim:
    """One claim by its id.

    :raises NotFound: no document makes it
    """
    stored = holdings.ledger.document(_document_of(claim_id))
    return claim(corrected(stored), holdings.derivation.meta(stored), claim_id, holdings.derivation.base)


def correct(holdings: Holdings, claim_id: str, judgement: Judgement) -> Entered:
    """Enter what somebody says of a claim.

    :raises NotFound: no document makes this claim
    :raises InvalidRequest: nothing can stand in its place as it was said, or nothing would change
    :raises RefusedDocument: the document would not conform
    """
    stored = holdings.ledger.document(_document_of(claim_id))
    before = corrected(stored)
    found = claim(before, holdings.derivation.meta(stored), claim_id, holdings.derivation.base)
    said = _said(found, before, judgement, judgement.who or holdings.ledger.actor)
    _checked(holdings, stored, (*stored.corrections, said))
    with holdings.ledger.database.writing() as connection:
        (number,) = corrections.enter(connection, stored.id, [said])
        sequence = holdings.ledger.log(connection, "correct", stored.id, said.who)
        corrections.touch(connection, stored.id, sequence, stored.sequence)
        after = stored.with_corrections(corrections.holding(connection, [stored.id]))
        keeping.note(connection, stored.id, corrected(after), sequence)
    return Entered(stored.id, said.model_copy(update={"id": number}))


def undo(holdings: Holdings, number: int, why: str, who: str | None = None) -> Entered:
    """Take a correction back: everything is as if it had not been made.

    :raises NotFound: there is no such correction, or it is undone already
    :raises RefusedDocument: without it the document would not conform
    """
    actor = who or holdings.ledger.actor
    with holdings.ledger.database.reading() as connection:
        entered = corrections.one(connection, number)
    stored = holdings.ledger.find(entered.document)
    if stored is not None:
        _checked(holdings, stored, (said for said in stored.corrections if said.id != number))
    with holdings.ledger.database.writing() as connection:
        corrections.one(connection, number)  # nobody was faster
        corrections.take_back(connection, number, actor, now(), why)
        sequence = holdings.ledger.log(connection, "undo", entered.document, actor)
        if stored is not None:
            corrections.touch(connection, stored.id, sequence, stored.sequence)
            after = stored.with_corrections(corrections.holding(connection, [stored.id]))
            keeping.note(connection, stored.id, corrected(after), sequence)
        if entered.said.one and entered.said.other:
            index.touch_pair(connection, entered.said.one, entered.said.other, sequence)
    return entered


def listed(holdings: Holdings, document_id: str | None = None) -> list[tuple[Entered, str]]:
    """Corrections, each ``holds``, ``stale`` (what it is about is gone), ``undone``, or ``waits`` for a document."""
    with holdings.ledger.database.reading() as connection:
        found = corrections.listed(connection, document_id)
    stale: dict[str, set[int | None] | None] = {}
    for name in {entered.document for entered in found}:
        stored = holdings.ledger.find(name)
        stale[name] = None if stored is None else {said.id for said in corrected(stored).stale}
    of_two = held(holdings, {i for e in found for i in (e.said.one, e.said.other) if i})
    documents = {head.id for head in holdings.ledger.documents()} if of_two else set()
    return [
        (
            entered,
            _state_of_two(entered, of_two, documents) if entered.said.one else _state(entered, stale[entered.document]),
        )
        for entered in found
    ]


def _state(entered: Entered, stale: set[int | None] | None) -> str:
    if entered.undone_at is not None:
        return "undone"
    if stale is None:
        return "waits"
    return "stale" if entered.said.id in stale else "holds"


def _state_of_two(entered: Entered, held: Set[str], documents: Set[str]) -> str:
    """A judgement needs both agreements as they were read when it was made."""
    if entered.undone_at is not None:
        return "undone"
    ids = {entered.said.one or "", entered.said.other or ""}
    if any(_document_of(i) not in documents for i in ids):
        return "waits"
    return "holds" if ids <= held else "stale"


def _document_of(claim_id: str) -> str:
    return claim_id.partition("/")[0].partition("#")[0]


def _said(found: Claim, before: Corrected, judgement: Judgement, who: str) -> Correction:
    at = now().replace("+00:00", "Z")
    try:
        return judged(
            found,
            before,
            judgement.verdict,
            judgement.value,
            who=who,
            at=at,
            why=judgement.why,
            source=judgement.source,
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidRequest(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", "say who, and why") from error


def _checked(holdings: Holdings, stored: StoredDocument, said: Iterable[Correction]) -> None:
    """:raises RefusedDocument: the document would not conform with these corrections"""
    try:
        holdings.derivation.accepted(stored.with_corrections(tuple(said)))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise RefusedDocument(stored.filename, [f"{place}: {first['msg']}"], "say something else of it") from error
