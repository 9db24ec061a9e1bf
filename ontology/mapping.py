"""The correspondence between the record and RDF, said once for both directions: which attribute is which term."""

from __future__ import annotations

from typing import Any

from ontology import record as r
from ontology.identity import body_id
from ontology.references import (
    Body,
    Form,
    Localities,
    Locality,
    LocalityOrBody,
    OwnAgreement,
    Part,
    Parts,
    ThisBody,
    ThisField,
    ThisLocality,
)
from ontology.rules import Date, Inferred, Name, Plain, PlainSet, Rule, Spans, SpansByName, Years


def _body(body: r.BodyRef | None) -> str | None:
    return body_id(body) if body else None


def _nothing(_: Any) -> tuple[object, ...]:
    """What is one of a kind under its owner needs no identity of its own."""
    return ()


SHOWN: tuple[Rule, ...] = (
    Spans("evidence", "ht:evidence"),
    Inferred("ht:inferredBy", "ht:inferredFrom"),
    Plain("rule", "ht:rule"),
    Plain("confidence", "ht:confidence"),
)

SPEAKER = Form(
    r.Speaker,
    "ht:Speaker",
    "speaker",
    (Plain("person", "ht:person"), Plain("role", "ht:role"), Body("body", "ht:body")),
    lambda speaker: (speaker.person, speaker.role, _body(speaker.body)),
)

FIELD = Form(r.FieldClaim, "ht:FieldClaim", "field", (ThisField("ht:field"), *SHOWN), lambda claim: (claim.id,))

BODY = Form(r.Body, "ht:BodyClaim", "body", (ThisBody("ht:body"), *SHOWN), lambda body: (body_id(body),))

LOCALITY = Form(
    r.LocalityMention, "ht:LocalityClaim", "locality", (ThisLocality("ht:locality"), *SHOWN), lambda claim: (claim.id,)
)

PLACE = Form(
    r.PlaceClaim, "ht:LocalityClaim", "place", (ThisLocality("ht:locality"), *SHOWN), lambda claim: (claim.id,)
)

DATE = Form(r.DateClaim, "ht:DateClaim", "date", (Date("value", "ht:onDate"), *SHOWN), _nothing)

PERIOD = Form(
    r.PeriodClaim,
    "ht:PeriodClaim",
    "period",
    (Years("ht:firstYear", "ht:lastYear"), Plain("open_ended", "ht:openEnded"), *SHOWN),
    _nothing,
)

PARTY = Form(
    r.Party,
    "ht:Participation",
    "participation",
    (
        LocalityOrBody("ht:party"),
        Plain("name", "ht:name"),
        Plain("role", "ht:role"),
        Body("through", "ht:through"),
        *SHOWN,
    ),
    lambda party: (party.id or _body(party.body),),
)

AGREEMENT = Form(
    r.Agreement,
    "ht:Agreement",
    "agreement",
    (
        Plain("kind", "ht:kind"),
        Plain("form", "ht:form"),
        Plain("title", "dcterms:title"),
        Parts("parties", "ht:participation", PARTY),
        Part("period", "ht:period", PERIOD),
        Part("signed", "ht:signed", DATE),
        Part("held", "ht:held", DATE),
        Part("place", "ht:place", PLACE),
        Parts("fields", "ht:hasField", FIELD),
        OwnAgreement("continues", "ht:continues"),
        Body("approved_by", "ht:approvedBy"),
        Spans("evidence", "ht:evidence"),
        Plain("rule", "ht:rule"),
        Plain("confidence", "ht:confidence"),
    ),
    # Title and fields may be read better one day; who, what and when make the agreement.
    lambda agreement: (
        agreement.kind,
        sorted(party.id or body_id(party.body) for party in agreement.parties),
        agreement.period and agreement.period.value,
        agreement.signed and agreement.signed.value,
    ),
)

TASK = Form(
    r.Task,
    "ht:Task",
    "task",
    (
        Plain("start", "ht:start"),
        Plain("end", "ht:end"),
        Plain("text", "ht:text"),
        Plain("kind", "ht:kind"),
        Parts("leads", "ht:lead", BODY),
        Parts("partners", "ht:partner", BODY),
        Parts("localities", "ht:concerns", LOCALITY),
        Parts("fields", "ht:hasField", FIELD),
        Part("deadline", "ht:deadline", DATE),
        Plain("recurrence", "ht:recurrence"),
        OwnAgreement("agreement", "dcterms:isPartOf"),
        Part("by", "ht:by", SPEAKER),
        Plain("condition", "ht:condition"),
        Plain("direction", "ht:direction"),
        Plain("mode", "ht:mode"),
        Plain("rule", "ht:rule"),
        Plain("confidence", "ht:confidence"),
    ),
    lambda task: (task.text,),
)

FINDING = Form(
    r.Finding,
    "ht:Finding",
    "finding",
    (
        Plain("start", "ht:start"),
        Plain("end", "ht:end"),
        Plain("text", "ht:text"),
        Plain("kind", "ht:kind"),
        OwnAgreement("agreement", "dcterms:isPartOf"),
        Parts("fields", "ht:hasField", FIELD),
        Plain("rule", "ht:rule"),
        Plain("confidence", "ht:confidence"),
    ),
    lambda finding: (finding.text,),
)

EVENT = Form(
    r.Event,
    "ht:Event",
    "event",
    (
        Plain("kind", "ht:kind"),
        Date("date", "dcterms:date"),
        Locality("place", "ht:venue"),
        Parts("chairs", "ht:chair", SPEAKER),
        OwnAgreement("agreement", "dcterms:isPartOf"),
        *SHOWN,
    ),
    lambda event: (event.kind, event.date, event.place and event.place.id),
)

PROJECT = Form(
    r.Project,
    "ht:Project",
    "project",
    (Name("name", "skos:prefLabel"), Localities("localities", "ht:locatedIn"), *SHOWN),
    lambda project: (project.name,),
)

INDICATOR = Form(
    r.Indicator,
    "ht:Indicator",
    "indicator",
    (
        Plain("value", "ht:value"),
        Plain("unit", "ht:unit"),
        Plain("start", "ht:start"),
        Plain("end", "ht:end"),
        Plain("qualifier", "ht:qualifier"),
        Plain("role", "ht:role"),
        Plain("about", "ht:about"),
        Date("as_of", "ht:asOf"),
        *SHOWN,
    ),
    lambda indicator: (indicator.value, indicator.unit, indicator.about),
)

CITATION = Form(
    r.Citation,
    "ht:Citation",
    "citation",
    (
        Plain("number", "ht:number"),
        Date("date", "dcterms:date"),
        Body("issuer", "ht:issuer"),
        Plain("relation", "ht:relation"),
        Spans("evidence", "ht:evidence"),
    ),
    lambda citation: (citation.number, citation.date, _body(citation.issuer), citation.relation),
)

DOCUMENT_INFO: tuple[Rule, ...] = (
    Plain("genre", "ht:genre"),
    Plain("number", "ht:number"),
    Date("issued", "dcterms:issued"),
    Body("issuer", "ht:issuer"),
    Locality("place_of_issue", "ht:placeOfIssue"),
    Plain("title", "dcterms:title"),
    Plain("reported", "ht:reported"),
    PlainSet("status", "ht:status"),
    Parts("cites", "ht:cites", CITATION),
    SpansByName(
        "evidence",
        {
            "genre": "ht:genreEvidence",
            "number": "ht:numberEvidence",
            "issued": "ht:issuedEvidence",
            "issuer": "ht:issuerEvidence",
            "place_of_issue": "ht:placeOfIssueEvidence",
            "title": "ht:titleEvidence",
            "status": "ht:statusEvidence",
        },
    ),
    Plain("confidence", "ht:confidence"),
    Spans("unsure", "ht:unsure"),
)

#: The statements of a record; its agreements come before them, because they refer to agreements.
STATEMENTS: tuple[Rule, ...] = (
    Parts("tasks", "ht:states", TASK),
    Parts("findings", "ht:states", FINDING),
    Parts("events", "ht:states", EVENT),
    Parts("projects", "ht:states", PROJECT),
    Parts("bodies", "ht:names", BODY),
    Parts("indicators", "ht:states", INDICATOR),
    Parts("mentioned_localities", "ht:mentions", LOCALITY),
)
