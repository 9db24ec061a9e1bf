"""Agreements as JSON Lines: one agreement on each line, each of its values with the claims that make it.

An agreement that several documents speak of stands once, under the smallest id of its group. Where their values differ,
that of most claims (then the smallest) is the value, and the others stand beside it as ``others``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from graph.exports.jsonl import json_line
from graph.exports.source import Source
from ontology.correction_graph import CORRECTED, correction_of
from ontology.identity import body_id
from ontology.mapping import AGREEMENT
from ontology.rdf import DocumentMeta, from_quads
from ontology.reader import Reader
from ontology.record import Agreement, BodyRef, Evidence, FieldClaim, Party, PeriodClaim, PlaceClaim, Record
from ontology.references import Part, Parts
from ontology.vocabulary import vocabulary

#: From the id of an agreement of a document to the ids of all agreements that are the same one, itself among them.
Group = Callable[[str], Sequence[str]]
#: A value as JSON can write it.
Json = dict[str, Any]


def write_agreements(source: Source, out: IO[bytes], group: Group | None = None) -> None:
    """Write each agreement once, in the order of the ids; only the documents of one are in memory at a time."""
    group = group or (lambda agreement_id: source.groups.get(agreement_id, (agreement_id,)))
    documents = _Documents(source)
    for document_id in source.document_ids:
        for iri in sorted(documents.read(document_id).reader.agreements):
            members = sorted(group(source.iris.id(iri)))
            if members[0] == source.iris.id(iri):
                out.write(json_line(_line([_told(documents, member) for member in members])))


@dataclass(frozen=True, slots=True)
class _Read:
    """A document that has been read."""

    reader: Reader
    record: Record
    meta: DocumentMeta


class _Documents:
    """The documents of a source; the one that was asked for last is remembered."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._last: _Read | None = None

    def read(self, document_id: str) -> _Read:
        if self._last is None or self._last.meta.id != document_id:
            quads = self.source.document(document_id)
            self._last = _Read(Reader(quads, self.source.base), *from_quads(quads, self.source.base))
        return self._last


@dataclass(frozen=True, slots=True)
class _Told:
    """What one document tells of an agreement; ``claims`` are the parts of each attribute (:func:`_claims`)."""

    id: str
    document: Json
    agreement: Agreement
    continues: str | None
    claims: dict[str, list[tuple[Any, list[Json]]]]
    corrected: list[Json]


def _told(documents: _Documents, agreement_id: str) -> _Told:
    read = documents.read(agreement_id.partition("/")[0])
    reader, meta = read.reader, read.meta
    iri = documents.source.iris.document(agreement_id)
    agreement = read.record.agreements[reader.agreements.index(iri)]
    claims = {}
    for rule in AGREEMENT.rules:
        if isinstance(rule, Part | Parts):
            parts = reader.ordered(reader.nodes(iri, rule.term, rule.form.klass))
            claims[rule.attribute] = [_claims(reader, part, meta.id, rule.form.read(reader, part)) for part in parts]
    earlier = reader.iris.id(reader.agreements[agreement.continues]) if agreement.continues is not None else None
    document = {"id": meta.id, "filename": meta.filename}
    return _Told(agreement_id, document, agreement, earlier, claims, _corrections(reader, iri, meta.id))


def _line(told: list[_Told]) -> Json:
    """The agreement as its documents tell it; what is not told is left out."""
    first = told[0]
    line: Json = {"id": first.id, "kind": first.agreement.kind}
    line |= {"title": next((t.agreement.title for t in told if t.agreement.title), None)}
    line |= {"form": next((t.agreement.form for t in told if t.agreement.form != "unknown"), "unknown")}
    line |= {"parties": _all(told, "parties", _party)}
    line |= {name: _one(told, name, _VALUES[name]) for name in ("period", "signed", "held", "place")}
    line |= {"fields": _all(told, "fields", _field)}
    line |= {"continues": sorted({t.continues for t in told if t.continues is not None}) or None}
    line |= {"documents": _distinct([t.document for t in told])}
    line |= {"agreements": [t.id for t in told]}
    line |= {"claims": [claim for t in told for claim in _own(t)]}
    return {name: value for name, value in line.items() if value is not None}


def _own(told: _Told) -> list[Json]:
    """The claims that make the agreement itself."""
    return [*_passages(told.id, told.document["id"], told.agreement.evidence), *told.corrected]


@dataclass(slots=True)
class _Value:
    """A value and the claims that make it."""

    value: Json
    claims: list[Json] = field(default_factory=list)

    def written(self) -> Json:
        return {**self.value, "claims": self.claims}


def _all(told: list[_Told], attribute: str, value_of: Callable[[Any], tuple[str, Json]]) -> list[Json]:
    """Every value that some document tells, in the order in which they are first told."""
    return [found.written() for found in _values(told, attribute, value_of)]


def _one(told: list[_Told], attribute: str, value_of: Callable[[Any], tuple[str, Json]]) -> Json | None:
    """The value that most claims tell, with the others that some tell."""
    values = sorted(_values(told, attribute, value_of), key=lambda found: -len({c["claim"] for c in found.claims}))
    if not values:
        return None
    others = {"others": [found.written() for found in values[1:]]} if values[1:] else {}
    return values[0].written() | others


def _values(told: list[_Told], attribute: str, value_of: Callable[[Any], tuple[str, Json]]) -> list[_Value]:
    found: dict[str, _Value] = {}
    for each in told:
        for claim, claims in each.claims.get(attribute, ()):
            key, value = value_of(claim)
            found.setdefault(key, _Value(value)).claims.extend(claims)
    return list(found.values()) if attribute in ("parties", "fields") else [found[key] for key in sorted(found)]


def _claims(reader: Reader, part: str, document_id: str, claim: Any) -> tuple[Any, list[Json]]:
    """A claim, and it once for each passage that shows it, with the rule that inferred it, with who corrected it."""
    identifier = reader.iris.id(part)
    found = _passages(identifier, document_id, claim.evidence)
    if claim.inferred:
        rule, source = claim.inferred.rule, claim.inferred.source
        found.append({"claim": identifier, "document": document_id, "inferred": rule, "from": source})
    return claim, [*found, *_corrections(reader, part, document_id)]


def _corrections(reader: Reader, node: str, document_id: str) -> list[Json]:
    """By whose judgement a statement is as it is."""
    judged = [correction_of(reader, iri) for iri in reader.nodes(node, CORRECTED)]
    return [
        {
            "claim": reader.iris.id(node),
            "document": document_id,
            "corrected": correction.verdict,
            "who": correction.who,
            "at": correction.at,
            "why": correction.why,
        }
        for correction in judged
    ]


def _passages(identifier: str, document_id: str, evidence: Iterable[Evidence]) -> list[Json]:
    return [
        {"claim": identifier, "document": document_id, "quote": e.quote, "start": e.start, "end": e.end}
        for e in evidence
    ]


def _party(claim: Party) -> tuple[str, Json]:
    who: Json = {"body": _body(claim.body)} if claim.body else {"id": claim.id}
    through = {"through": _body(claim.through)} if claim.through else {}
    key = f"body {body_id(claim.body)}" if claim.body else f"locality {claim.id}"
    return key, {**who, "name": claim.name, "role": claim.role, **through}


def _body(body: BodyRef) -> Json:
    where = {"jurisdiction": body.province.id} if body.province else {}
    return {"id": body_id(body), "name": body.full_name, **where}


def _field(claim: FieldClaim) -> tuple[str, Json]:
    return claim.id, {"id": claim.id, "name": vocabulary().fields[claim.id].name, "top": claim.top}


def _period(claim: PeriodClaim) -> tuple[str, Json]:
    value: Json = {"value": list(claim.value)} | ({"open_ended": True} if claim.open_ended else {})
    return str(value), value


def _place(claim: PlaceClaim) -> tuple[str, Json]:
    return claim.id, {"id": claim.id, "name": claim.name}


def _date(claim: Any) -> tuple[str, Json]:
    return claim.value, {"value": claim.value}


_VALUES: dict[str, Callable[[Any], tuple[str, Json]]] = {
    "period": _period,
    "signed": _date,
    "held": _date,
    "place": _place,
}


def _distinct(documents: list[Json]) -> list[Json]:
    return list({document["id"]: document for document in documents}.values())
