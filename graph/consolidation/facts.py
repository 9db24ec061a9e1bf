"""What the rule and the aggregates have to know of one agreement of one document; a pure function of the record."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

from ontology.identity import Keys, body_id
from ontology.mapping import AGREEMENT
from ontology.names import slug
from ontology.record import Agreement, DocumentInfo, Party, Record
from ontology.vocabulary import vocabulary

#: Raised by one when the same record gives other facts than before, or the same agreement another block.
VERSION = 1
#: Kinds that documents use for one another; what is planned, proposed or discussed is not what is agreed.
_FAMILIES = {"agreement": "commitment", "memorandum": "commitment", "programme": "commitment"}
#: The genres of a document that is itself what its only agreement of a family says.
_ACTS = {"commitment": ("agreement", "memorandum"), "plan": ("plan",)}
_BODY = "body:"
_DAY = len("2022-03-15")
_MONTH = len("2022-03")


@dataclass(frozen=True, eq=False)
class Facts:
    """One agreement of one document; compared as itself, because groups are made of many.

    ``sides`` are ids of localities, or of bodies behind ``body:``, each with its roles; ``organs`` the bodies through
    which sides act; ``period`` the first and last year; ``issued`` the date of the document, ``act`` the number and
    date of the act that the document is, where it is that of the agreement; ``cites`` those that it names.
    """

    id: str
    kind: str
    form: str = "unknown"
    sides: tuple[tuple[str, tuple[str, ...]], ...] = ()
    organs: tuple[tuple[str, str], ...] = ()
    period: tuple[int | None, int | None] | None = None
    open_ended: bool = False
    signed: str | None = None
    held: str | None = None
    fields: tuple[str, ...] = ()
    issued: str | None = None
    act: str | None = None
    cites: tuple[str, ...] = ()

    @property
    def document(self) -> str:
        return self.id.partition("/")[0]

    @property
    def family(self) -> str:
        return _FAMILIES.get(self.kind, self.kind)

    @cached_property
    def places(self) -> dict[str, set[str]]:
        """The localities among the sides, with their roles."""
        return {side: set(roles) for side, roles in self.sides if not side.startswith(_BODY)}

    @cached_property
    def who(self) -> frozenset[str]:
        """All sides."""
        return frozenset(side for side, _ in self.sides)

    @cached_property
    def topics(self) -> frozenset[str]:
        """The top fields."""
        return frozenset(field.partition("/")[0] for field in self.fields)

    @cached_property
    def block(self) -> str:
        """What all that can be one with it share: kind and sides as of today; of fewer than two sides, its own id."""
        if len(self.sides) < 2:
            return self.id
        known = vocabulary()
        today = {now for side in self.who for now in (known.current(side) if side in known.localities else (side,))}
        return " ".join((self.family, *sorted(today)))

    @cached_property
    def signs(self) -> frozenset[str]:
        """What shows, where two agreements share it and nothing contradicts, that they are one."""
        found = {f"act {self.act}"} if self.act else set()
        if self.family in ("commitment", "plan") and _dated(self.signed, _MONTH):
            found.add(f"signed {str(self.signed)[:_MONTH]}")
        if self.family == "conference" and _dated(self.held, _DAY):
            found.add(f"held {self.held}")
        if self.family == "commitment" and self.period and None not in self.period:
            found.add("period {}-{}".format(*self.period))
        return frozenset(found)

    @cached_property
    def cited(self) -> frozenset[str]:
        """The signs that it would share with the acts that its document names."""
        return frozenset(f"act {act}" for act in self.cites)

    def written(self) -> str:
        """All of it but the id, as JSON."""
        said = {name: value for name, value in asdict(self).items() if value and name != "id"}
        return json.dumps(said, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def read(cls, identifier: str, written: str) -> Self:
        return cls(identifier, **{name: _tuples(value) for name, value in json.loads(written).items()})


def facts_of(record: Record, document_id: str) -> list[Facts]:
    """The facts of each agreement of a document, as people have corrected it."""
    keys = Keys()
    families = [_FAMILIES.get(agreement.kind, agreement.kind) for agreement in record.agreements]
    cites = tuple(sorted({act for c in record.document.cites if (act := _act(c.number, c.date))}))
    found = []
    for agreement, family in zip(record.agreements, families, strict=True):
        key = keys.key(AGREEMENT.kind, *AGREEMENT.identity(agreement))
        only = families.count(family) == 1
        found.append(_facts(f"{document_id}/{AGREEMENT.kind}/{key}", agreement, record.document, cites, only=only))
    return found


def _facts(
    identifier: str, agreement: Agreement, document: DocumentInfo, cites: tuple[str, ...], *, only: bool
) -> Facts:
    roles: dict[str, set[str]] = defaultdict(set)
    for party in agreement.parties:
        roles[_side(party)].add(party.role)
    organs = {(_side(party), body_id(party.through)) for party in agreement.parties if party.through}
    family = _FAMILIES.get(agreement.kind, agreement.kind)
    is_act = only and document.genre in _ACTS.get(family, ())
    return Facts(
        identifier,
        agreement.kind,
        agreement.form,
        tuple((side, tuple(sorted(roles[side]))) for side in sorted(roles)),
        tuple(sorted(organs)),
        agreement.period.value if agreement.period else None,
        bool(agreement.period and agreement.period.open_ended),
        agreement.signed.value if agreement.signed else None,
        agreement.held.value if agreement.held else None,
        tuple(sorted({field.id for field in agreement.fields})),
        document.issued,
        _act(document.number, document.issued) if is_act else None,
        cites,
    )


def _side(party: Party) -> str:
    if party.body is not None:
        return f"{_BODY}{body_id(party.body)}"
    assert party.id is not None  # the record's own rule
    return party.id


def _act(number: str | None, day: str | None) -> str | None:
    """An act by number and day: numbers begin anew each year and everywhere, so a number alone says too little."""
    return f"{slug(number)} {day}" if number and _dated(day, _DAY) else None


def _dated(value: str | None, length: int) -> bool:
    """Whether a date says its year, and as much as that many characters."""
    return value is not None and not value.startswith("--") and len(value) >= length


def _tuples(value: Any) -> Any:
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value
