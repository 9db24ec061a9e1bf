"""Lists and details: what a route answers with."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from api.models.statements import (
    Agreement,
    AgreementSummary,
    AsOf,
    BodyRef,
    Correction,
    FieldStatement,
    LocalityRef,
    Model,
    Ref,
    Shown,
    Task,
)

Facet = Literal["field", "kind", "year", "locality"]


class Link(Model):
    """A link as of RFC 8288."""

    rel: str
    href: str
    type: str = "application/json"


class Collection(Model):
    """One page of a list: ``numberMatched`` counts all items, ``links`` lead to the pages beside it."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    number_matched: Annotated[int, Field(serialization_alias="numberMatched")]
    number_returned: Annotated[int, Field(serialization_alias="numberReturned")]
    links: tuple[Link, ...] = ()


class LocalityItem(LocalityRef):
    """A locality with how much is known of it."""

    agreements: int = 0
    tasks: int = 0
    documents: int = 0
    valid_from: str | None = None
    valid_to: str | None = None


class Localities(Collection):
    items: tuple[LocalityItem, ...]


class Partner(LocalityRef):
    """A locality on another side, with the agreements that tie the two."""

    agreements: tuple[str, ...] = ()


class Locality(LocalityRef):
    """One locality: what it was and became, whom it cooperates with, on what, and what is to be done."""

    as_of: AsOf
    valid_from: str | None = None
    valid_to: str | None = None
    predecessors: tuple[LocalityRef, ...] = ()
    successors: tuple[LocalityRef, ...] = ()
    part_of: tuple[LocalityRef, ...] = ()
    members: tuple[LocalityRef, ...] = ()
    partners: tuple[Partner, ...] = ()
    fields: tuple[FieldCount, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    agreements_matched: int = 0
    tasks: tuple[Task, ...] = ()
    tasks_matched: int = 0


class FieldCount(Ref):
    """A field with how many agreements name it, and how many localities cooperate on it."""

    top: str
    parent: str | None = None
    agreements: int = 0
    localities: int = 0


class Fields(Collection):
    items: tuple[FieldCount, ...]


class Cooperation(Shown):
    """A locality's part in one agreement on a field: ``evidence`` shows that it is a party."""

    agreement: str
    title: str | None = None
    kind: str
    document: str
    document_title: str | None = None
    first: int | None = None
    last: int | None = None
    open_ended: bool = False
    signed: str | None = None
    fields: tuple[FieldStatement, ...] = ()


class LocalityOnField(LocalityRef):
    """A locality that cooperates on the field, with each agreement that says so."""

    agreements: tuple[Cooperation, ...]


class FieldLocalities(Collection):
    field: Ref
    as_of: AsOf
    items: tuple[LocalityOnField, ...]


class FacetValue(Model):
    """A value with the number of agreements that have it; fields and localities have names."""

    value: str
    name: str | None = None
    name_en: str | None = None
    n: int


class Agreements(Collection):
    """``facets``: for each facet asked for, its values among all agreements found, not only those of this page."""

    items: tuple[AgreementSummary, ...]
    facets: dict[Facet, tuple[FacetValue, ...]] | None = None


class Tasks(Collection):
    items: tuple[Task, ...]


class BodyItem(BodyRef):
    """A body with the number of tasks that it leads or takes part in, and of documents that name it."""

    leads: int = 0
    partners: int = 0
    documents: int = 0


class Bodies(Collection):
    items: tuple[BodyItem, ...]


class BodyDetail(BodyRef):
    """One body: the tasks that it leads or takes part in, and the agreements that it is a side of."""

    tasks: tuple[Task, ...] = ()
    tasks_matched: int = 0
    agreements: tuple[AgreementSummary, ...] = ()


class DocumentItem(Model):
    """A document in a list."""

    id: str
    filename: str
    title: str | None = None
    genre: str | None = None
    number: str | None = None
    issued: str | None = None
    issuer: str | None = None
    reported: bool = False
    agreements: int = 0
    tasks: int = 0


class Documents(Collection):
    items: tuple[DocumentItem, ...]


class DocumentCorrection(Correction):
    """A correction of something that a document says, with the claim before and after in words.

    ``stale`` where the words that it is about are no longer there, so that it changes nothing.
    """

    before: str
    after: str | None = None
    quote: str | None = None
    stale: bool = False


class Document(Model):
    """A document: its text (absent where not held), and its record, whose offsets count the text's code points.

    ``record`` is as people have corrected it.
    """

    id: str
    filename: str
    media_type: str
    sha256: str
    extractor_version: str
    text: str | None
    record: dict[str, object]
    corrections: tuple[DocumentCorrection, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    tasks: tuple[Task, ...] = ()


class Found(Model):
    """What a search found, best first."""

    q: str
    localities: tuple[LocalityItem, ...] = ()
    fields: tuple[Ref, ...] = ()
    bodies: tuple[BodyItem, ...] = ()
    agreements: tuple[AgreementSummary, ...] = ()
    documents: tuple[DocumentItem, ...] = ()

    @property
    def any(self) -> bool:
        return bool(self.localities or self.fields or self.bodies or self.agreements or self.documents)


class Landing(Model):
    """What is in here, where to go from here, and what a search found."""

    title: str
    counts: dict[str, int]
    fields: tuple[FieldCount, ...] = ()
    links: tuple[Link, ...] = ()
    found: Found | None = None


class Health(Model):
    """``sequence`` is the number of the last change of the data."""

    status: str
    sequence: int | None = None
