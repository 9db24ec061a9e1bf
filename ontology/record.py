"""The record: everything that one document says, each statement with the words that say it.

Offsets count code points of the document's text as read, end exclusive, and
``text[start:end] == quote`` holds for every evidence. Lists keep the order of the text.
A record serialises to JSON with :func:`to_json` and comes back with :meth:`Record.model_validate_json`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ontology import codes


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Evidence(_Model):
    """The words of the document that say something: ``text[start:end] == quote``."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    quote: Annotated[str, Field(min_length=1)]

    @model_validator(mode="after")
    def _quote_fits_its_span(self) -> Evidence:
        if self.end - self.start != len(self.quote):
            raise ValueError(f"a quote of {len(self.quote)} characters cannot span {self.start}:{self.end}")
        return self


class Inference(_Model):
    """Why a value stands here although no words say it: the rule, and what it started from."""

    rule: str
    source: str


class Claim(_Model):
    """A statement: shown by evidence, or inferred by a named rule. ``rule`` names the rule that read it.

    ``confidence``, where words were recognised on a picture: of the least sure word that the statement rests on.
    """

    evidence: tuple[Evidence, ...] = ()
    inferred: Inference | None = None
    rule: str | None = None
    confidence: codes.Confidence | None = None

    @model_validator(mode="after")
    def _is_shown(self) -> Claim:
        if not self.evidence and self.inferred is None:
            raise ValueError("a statement needs evidence or an inference")
        return self


class LocalityRef(_Model):
    """A locality or region by its id in the ontology and the name valid at the document's date."""

    id: str
    name: str


class District(_Model):
    """A unit below the province, which the ontology does not list: its name, its rank where said, and its province."""

    name: Annotated[str, Field(min_length=1)]
    rank: codes.Rank | None = None
    within: LocalityRef | None = None

    @property
    def words(self) -> str:
        """Rank and name, as they stand in the name of a body: ``huyện Giồng Riềng``."""
        return f"{self.rank} {self.name}" if self.rank else self.name


class BodyRef(_Model):
    """An organisation by its name without its locality. National ones have none; ``kind`` is an id of the ontology."""

    name: Annotated[str, Field(min_length=1)]
    jurisdiction: LocalityRef | District | None = None
    kind: str | None = None

    @property
    def full_name(self) -> str:
        """The name with that of its district: ``Ủy ban nhân dân huyện Giồng Riềng``."""
        return f"{self.name} {self.jurisdiction.words}" if isinstance(self.jurisdiction, District) else self.name

    @property
    def province(self) -> LocalityRef | None:
        """The locality of the ontology that it belongs to: its own, or that of its district."""
        return self.jurisdiction.within if isinstance(self.jurisdiction, District) else self.jurisdiction


class Body(BodyRef, Claim):
    """An organisation that the document names."""


class LocalityMention(LocalityRef, Claim):
    """A locality of province level, or a region, that the document names."""


class Citation(_Model):
    """Another document that this one rests on, carries out or replaces."""

    number: str | None = None
    date: codes.PartialDate | None = None
    issuer: BodyRef | None = None
    relation: Literal["based-on", "implements", "replaces", "amends", "cites"] = "cites"
    evidence: tuple[Evidence, ...] = ()


class DocumentInfo(_Model):
    """What the document is. ``reported`` marks a report about the act whose genre, number and date stand here.

    Of a text that was recognised on pictures, ``confidence`` is the mean of its words, ``unsure`` are those below
    :data:`ontology.codes.LEAST_SURE`.
    """

    genre: codes.Genre
    number: str | None = None
    issued: codes.PartialDate | None = None
    issuer: BodyRef | None = None
    place_of_issue: LocalityRef | None = None
    title: str | None = None
    reported: bool = False
    status: tuple[codes.Status, ...] = ()
    cites: tuple[Citation, ...] = ()
    #: Where the head's values stand: one of number, issued, issuer, place_of_issue, title → its words.
    evidence: dict[str, tuple[Evidence, ...]] = {}
    confidence: codes.Confidence | None = None
    unsure: tuple[Evidence, ...] = ()


class Party(Claim):
    """A side of an agreement: a locality or region (``id``), or a body that is itself a side (``body``)."""

    name: str
    id: str | None = None
    body: BodyRef | None = None
    role: Literal["hub", "party"] = "party"
    through: BodyRef | None = None

    @model_validator(mode="after")
    def _is_somebody(self) -> Party:
        if (self.id is None) == (self.body is None):
            raise ValueError("a party is either a locality (id) or a body")
        return self


class FieldClaim(Claim):
    """A field of cooperation: the concept named, and its top concept."""

    id: str
    top: str


class PeriodClaim(Claim):
    """First and last year; ``open_ended`` where the text goes on (`và những năm tiếp theo`)."""

    value: tuple[int | None, int | None]
    open_ended: bool = False


class DateClaim(Claim):
    value: codes.PartialDate


class PlaceClaim(Claim):
    """Where something was signed or held: a locality of province level."""

    id: str
    name: str


class Agreement(_Model):
    """One agreement, programme, plan or working session; ``continues`` is the index of its earlier phase."""

    kind: codes.AgreementKind
    parties: tuple[Party, ...]
    form: codes.Form = "unknown"
    title: str | None = None
    period: PeriodClaim | None = None
    signed: DateClaim | None = None
    held: DateClaim | None = None
    place: PlaceClaim | None = None
    fields: tuple[FieldClaim, ...] = ()
    continues: int | None = None
    approved_by: BodyRef | None = None
    evidence: tuple[Evidence, ...] = ()
    rule: str | None = None
    confidence: codes.Confidence | None = None


class Speaker(_Model):
    """Who asked for a task or ordered it."""

    person: str | None = None
    role: str | None = None
    body: BodyRef | None = None


class Task(_Model):
    """One thing to be done: ``text`` is the document's text from ``start`` to ``end``."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    text: Annotated[str, Field(min_length=1)]
    kind: codes.TaskKind
    leads: tuple[Body, ...] = ()
    partners: tuple[Body, ...] = ()
    localities: tuple[LocalityMention, ...] = ()
    fields: tuple[FieldClaim, ...] = ()
    deadline: DateClaim | None = None
    recurrence: codes.Recurrence | None = None
    agreement: int | None = None
    by: Speaker | None = None
    condition: str | None = None
    direction: Literal["joint", "reciprocal", "one-way"] | None = None
    mode: str | None = None
    rule: str | None = None
    confidence: codes.Confidence | None = None


class Finding(_Model):
    """What the document reports: a result, a limitation or a cause."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    text: Annotated[str, Field(min_length=1)]
    kind: Literal["result", "limitation", "cause"]
    agreement: int | None = None
    fields: tuple[FieldClaim, ...] = ()
    rule: str | None = None
    confidence: codes.Confidence | None = None


class Event(Claim):
    """A signing, review, visit or working session."""

    kind: Literal["signing", "review", "visit", "working-session", "conference"]
    date: codes.PartialDate | None = None
    place: LocalityRef | None = None
    chairs: tuple[Speaker, ...] = ()
    agreement: int | None = None


class Project(Claim):
    """A named work: a road, an industrial park, a centre."""

    name: str
    localities: tuple[LocalityRef, ...] = ()


class Indicator(Claim):
    """A figure: a number, its unit, and what it counts."""

    value: float
    unit: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    qualifier: codes.Qualifier | None = None
    role: codes.IndicatorRole | None = None
    about: str | None = None
    as_of: codes.PartialDate | None = None


class Record(_Model):
    """Everything that one document says."""

    document: DocumentInfo
    agreements: tuple[Agreement, ...] = ()
    tasks: tuple[Task, ...] = ()
    findings: tuple[Finding, ...] = ()
    events: tuple[Event, ...] = ()
    projects: tuple[Project, ...] = ()
    bodies: tuple[Body, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    mentioned_localities: tuple[LocalityMention, ...] = ()

    @model_validator(mode="after")
    def _indexes_hold(self) -> Record:
        for position, agreement in enumerate(self.agreements):
            if agreement.continues is not None and not 0 <= agreement.continues < len(self.agreements):
                raise ValueError(f"agreement {position} continues {agreement.continues}, which is not there")
        belonging: tuple[Task | Finding | Event, ...] = (*self.tasks, *self.findings, *self.events)
        for item in belonging:
            if item.agreement is not None and not 0 <= item.agreement < len(self.agreements):
                raise ValueError(f"a statement belongs to agreement {item.agreement}, which is not there")
        return self

    def to_json(self, indent: int | None = 1) -> str:
        """The record as JSON text, UTF-8 characters unescaped, what is empty or unknown left out."""
        return self.model_dump_json(indent=indent, exclude_defaults=True, exclude_none=True)
