"""Statements as the API gives them out: agreements, tasks and what they consist of, each with its evidence."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

AsOf = Literal["signing", "today"]


class Model(BaseModel):
    model_config = ConfigDict(frozen=True)


class Evidence(Model):
    """The words of a document that say something; ``href`` opens the document at them."""

    document: str
    start: int
    end: int
    quote: str
    href: str


class Shown(Model):
    """A statement: the words that say it, or the rule that inferred it."""

    evidence: tuple[Evidence, ...] = ()
    inferred: str | None = None


class Ref(Model):
    """Something of the vocabularies by its id, with its names."""

    id: str
    name: str
    name_en: str | None = None


class LocalityRef(Ref):
    """A locality; ``kind`` is province, city, special-zone, region or informal."""

    kind: str = "province"


class BodyRef(Ref):
    """An organisation and the locality that it belongs to."""

    jurisdiction: LocalityRef | None = None


class Party(Shown):
    """A side of an agreement: a locality or a body; ``through`` is the organ that acts for it."""

    locality: LocalityRef | None = None
    body: BodyRef | None = None
    role: str = "party"
    through: BodyRef | None = None


class FieldStatement(Shown):
    """A field that an agreement or a task names."""

    field: Ref


class Period(Shown):
    """First and last year; ``open_ended`` where it goes on after that."""

    first: int | None = None
    last: int | None = None
    open_ended: bool = False


class DateStatement(Shown):
    """A date: a year, a month or a day; ``--MM-DD`` where the document gives no year."""

    value: str


class AgreementSummary(Model):
    """An agreement, programme, plan or working session in a list."""

    id: str
    kind: str
    title: str | None = None
    form: str | None = None
    first: int | None = None
    last: int | None = None
    open_ended: bool = False
    signed: str | None = None
    held: str | None = None
    document: str
    localities: tuple[LocalityRef, ...] = ()
    bodies: tuple[BodyRef, ...] = ()
    fields: tuple[Ref, ...] = ()


class Agreement(Model):
    """An agreement with the evidence for each of its statements."""

    id: str
    kind: str
    title: str | None = None
    form: str | None = None
    document: str
    parties: tuple[Party, ...] = ()
    fields: tuple[FieldStatement, ...] = ()
    period: Period | None = None
    signed: DateStatement | None = None
    held: DateStatement | None = None
    continues: str | None = None
    continued_by: tuple[str, ...] = ()


class BodyStatement(Shown):
    """A body that leads a task or takes part in it."""

    body: BodyRef


class Task(Model):
    """One thing to be done; ``evidence`` is the clause that says it."""

    id: str
    kind: str
    text: str
    document: str
    agreement: str | None = None
    evidence: Evidence
    leads: tuple[BodyStatement, ...] = ()
    partners: tuple[BodyStatement, ...] = ()
    localities: tuple[LocalityRef, ...] = ()
    fields: tuple[Ref, ...] = ()
    deadline: DateStatement | None = None
    recurrence: str | None = None
