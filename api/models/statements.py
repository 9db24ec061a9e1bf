"""Statements as the API gives them out: agreements, tasks and what they consist of, each with its evidence."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

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

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "example": {
                "document": "12-ubnd-th--uy-ban-nhan-dan--binh-thuan--2016-03-05",
                "start": 311,
                "end": 318,
                "quote": "du lịch",
                "href": "/documents/12-ubnd-th--uy-ban-nhan-dan--binh-thuan--2016-03-05#c311-318",
            }
        },
    )


class Correction(Model):
    """What a person said of a claim, when, why, and relying on what; the last one who spoke of it."""

    verdict: str = Field(examples=["amend"])
    claim: str = Field(examples=["agreements.period"])
    who: str
    at: str = Field(examples=["2026-03-01T08:30:00Z"])
    why: str
    source: str | None = None


class Shown(Model):
    """A statement: the words that say it, or the rule that inferred it; ``correction`` where it is a person's.

    ``confidence``, where the document is a scan: how surely the least sure of these words was recognised, from 0 to 1.
    """

    evidence: tuple[Evidence, ...] = ()
    inferred: str | None = None
    confidence: float | None = None
    correction: Correction | None = None


class Ref(Model):
    """Something of the vocabularies by its id, with its names."""

    id: str = Field(examples=["tourism"])
    name: str = Field(examples=["Du lịch"])
    name_en: str | None = Field(None, examples=["Tourism"])


class LocalityRef(Ref):
    """A locality; ``kind`` is province, city, special-zone, region or informal.

    ``since`` is the first year of one that exists today, where an earlier one bore the same name.
    """

    kind: str = "province"
    since: str | None = None


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
    document_title: str | None = None
    localities: tuple[LocalityRef, ...] = ()
    bodies: tuple[BodyRef, ...] = ()
    fields: tuple[Ref, ...] = ()
    documents: int = Field(1, description="How many documents speak of it; `document` is the first of them.")


class Agreement(Shown):
    """An agreement with the evidence for each of its statements; its own are the words that name it.

    Where several documents speak of it, its values are those of all of them (docs/consolidation.md), ``told_by`` is
    what each of them says, and ``differing`` names the values in which they disagree.
    """

    id: str
    kind: str
    title: str | None = None
    form: str | None = None
    document: str
    document_title: str | None = None
    parties: tuple[Party, ...] = ()
    fields: tuple[FieldStatement, ...] = ()
    period: Period | None = None
    signed: DateStatement | None = None
    held: DateStatement | None = None
    places: tuple[LocalityRef, ...] = ()
    approved_by: tuple[BodyRef, ...] = ()
    continues: tuple[str, ...] = ()
    continued_by: tuple[str, ...] = ()
    told_by: tuple[Agreement, ...] = ()
    differing: tuple[str, ...] = Field((), examples=[["period"]])


class BodyStatement(Shown):
    """A body that leads a task or takes part in it."""

    body: BodyRef


class Task(Model):
    """One thing to be done; ``evidence`` is the clause that says it."""

    id: str
    kind: str
    text: str
    document: str
    document_title: str | None = None
    agreement: str | None = None
    evidence: Evidence
    confidence: float | None = None
    correction: Correction | None = None
    leads: tuple[BodyStatement, ...] = ()
    partners: tuple[BodyStatement, ...] = ()
    localities: tuple[LocalityRef, ...] = ()
    fields: tuple[Ref, ...] = ()
    deadline: DateStatement | None = None
    recurrence: str | None = None
    condition: str | None = None
    by: str | None = None
