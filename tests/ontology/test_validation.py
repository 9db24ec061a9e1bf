"""A document whose graph does not conform is refused, with the statement and the reason."""

from __future__ import annotations

from typing import Any, get_args

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.namespace import SH

from ontology import codes
from ontology import record as r
from ontology.description import describe
from ontology.errors import RefusedDocument
from ontology.iris import DEFAULT_BASE
from ontology.rdf import DocumentMeta, to_quads
from ontology.schema import RDF_TYPE, schema
from ontology.turtle_files import turtle
from ontology.validation import check, conformance, validate, validate_vocabulary
from tests.ontology.examples import META, TEXT, agreement, party, record, seen, task
from tests.ontology.records import TEXT as LONG_TEXT
from tests.ontology.records import records

SCHEMA = schema()
SHAPES = rdflib.Graph().parse(data=turtle("shapes"), format="turtle")


#: What no vocabulary knows.
ATLANTIS = r.LocalityRef(id="atlantis", name="Bình Phước")
NAME_AS_ID = r.LocalityRef(id="bình phước", name="Bình Phước")


def period(first: int | None, last: int | None) -> r.PeriodClaim:
    return r.PeriodClaim(value=(first, last), evidence=seen("2013"))


def day(date: str) -> r.DateClaim:
    return r.DateClaim(value=date, evidence=seen("2013"))


def said(record: r.Record, text: str | None = TEXT) -> list[str]:
    return [str(violation) for violation in validate(to_quads(record, META), text)]


@settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(records())
def test_what_a_record_can_say_conforms(record: r.Record) -> None:
    quads = to_quads(record, META)
    assert validate(quads, LONG_TEXT) == []
    assert conformance().accepts(describe(quads))


def test_the_vocabularies_conform() -> None:
    assert validate_vocabulary() == []


def test_a_sound_document_is_accepted_under_any_base() -> None:
    for base in (DEFAULT_BASE, "https://dulieu.example.vn/"):
        check("so-12", describe(to_quads(record(), META, base)), TEXT, base)


def test_a_refusal_names_the_document_the_statement_and_the_reason() -> None:
    wrong = record(tasks=(task(leads=()), task(deadline=r.DateClaim(value="2013-02-31", evidence=seen("2013")))))
    with pytest.raises(RefusedDocument) as refused:
        check("so-12.txt", describe(to_quads(wrong, META)), TEXT)
    (reason,) = refused.value.reasons
    assert str(refused.value).startswith("so-12.txt is refused: date claim ")
    assert reason.endswith("“2013”: a date must be one day, month or year that exists, but has 2013-02-31")


YEARS = "the first year of a period must have four digits and not come after the last"
PARTY = "a party must be one locality of the vocabulary, or one body"
DATE = "a date must be one day, month or year that exists"


@pytest.mark.parametrize(
    ("statement", "message", "found", "reason"),
    [
        ({"parties": ()}, "an agreement needs at least one party", None, "nobody cooperates with nobody"),
        ({"period": period(2015, 2013)}, YEARS, "2015", "it would end before it begins"),
        ({"period": period(13, 15)}, YEARS, "13", "a year is written in full"),
        ({"period": period(None, None)}, "a period needs a first or a last year", None, "it would say nothing"),
        ({"signed": day("2013-13")}, DATE, "2013-13", "there is no thirteenth month"),
        ({"signed": day("2013-02-29")}, DATE, "2013-02-29", "2013 was no leap year"),
        ({"held": day("0000")}, DATE, "0000", "there was no year 0"),
        ({"held": day("--02-30")}, DATE, "--02-30", "no year has such a day"),
        ({"parties": (party(ATLANTIS),)}, PARTY, "atlantis", "identity comes from the vocabulary"),
        ({"parties": (party(NAME_AS_ID),)}, PARTY, "b%C3%ACnh%20ph%C6%B0%E1%BB%9Bc", "a name is no id"),
        ({"parties": (party(name=""),)}, "a party needs a name", "nothing", "somebody has to be called something"),
        (
            {"fields": (r.FieldClaim(id="tourism/on-the-moon", top="tourism", evidence=seen("du lịch")),)},
            "a field must be one of the vocabulary",
            "tourism/on-the-moon",
            "fields are a closed list",
        ),
        (
            {"approved_by": r.BodyRef(name="Sở Y tế", kind="so-thoi-tiet")},
            "a body is of at most one kind, of the vocabulary",
            "so-thoi-tiet",
            "kinds of bodies are a closed list",
        ),
        (
            {"evidence": (r.Evidence(start=0, end=7, quote="Sở Y tế"),)},
            "the text has to say this from 0 to 7",
            "'Ủy ban '",
            "text[start:end] == quote",
        ),
        (
            {"evidence": (r.Evidence(start=0, end=6, quote="Ủy ban"), r.Evidence(start=0, end=6, quote="Uỷ ban"))},
            "evidence needs one quote: a span cannot read in two ways",
            None,
            "two quotes for one span contradict each other",
        ),
    ],
)
def test_an_agreement_is_refused(statement: dict[str, Any], message: str, found: str | None, reason: str) -> None:
    violations = validate(to_quads(record(agreements=(agreement(**statement),)), META), TEXT)
    assert (message, found) in {(violation.message, violation.found) for violation in violations}, reason


@pytest.mark.parametrize(
    ("rest", "complaint", "reason"),
    [
        (
            {"tasks": (task(end=task().start),)},
            "a passage needs one start, from 0 and before its end, but has",
            "a passage has a length",
        ),
        (
            {"tasks": (task(text="Giao Sở Y tế phối hợp"),)},
            "“Giao Sở Y tế phối hợp”: the text has to say this from",
            "a task is quoted exactly",
        ),
        ({"tasks": (task(recurrence="P"),)}, "the recurrence must be one ISO 8601 duration", "P alone has no length"),
        (
            {"document": r.DocumentInfo(genre="plan", issued="2013-02-29")},
            "document so-12: the date of issue must be one day, month or year that exists, but has 2013-02-29",
            "2013 was no leap year",
        ),
        (
            {
                "indicators": (
                    r.Indicator(value=float("inf"), unit="ha", start=0, end=1, evidence=seen("2013"), role="target"),
                )
            },
            "an indicator needs one finite number",
            "infinity counts nothing",
        ),
        (
            {"projects": (r.Project(name="", evidence=seen("du lịch")),)},
            "a project needs one name",
            "a work without a name is not known again",
        ),
    ],
)
def test_a_statement_is_refused(rest: dict[str, Any], complaint: str, reason: str) -> None:
    complaints = said(record(**rest))
    assert any(complaint in line for line in complaints), (reason, complaints)


@pytest.mark.parametrize(
    ("meta", "complaint"),
    [
        ({"sha256": "abc"}, "the hash of the file must be 64 hexadecimal digits"),
        ({"filename": ""}, "a document needs the name of its file"),
        ({"media_type": "text"}, "a document needs one media type, such as text/plain"),
        ({"language": "Vietnamese"}, "a document needs one language, such as vi"),
    ],
)
def test_a_file_is_refused(meta: dict[str, str], complaint: str) -> None:
    whole = {"id": "so-12", "filename": "so-12.txt", "media_type": "text/plain", "sha256": "0" * 64} | meta
    (violation,) = validate(to_quads(record(), DocumentMeta(**whole, text_sha256="1" * 64)))
    assert violation.message == complaint


def without(term: str, of: str) -> list[ox.Quad]:
    """The graph of the example without a property of all things of a class."""
    quads = to_quads(record(), META)
    things = {q.subject for q in quads if q.predicate.value == RDF_TYPE and q.object == ox.NamedNode(SCHEMA.iri(of))}
    return [q for q in quads if not (q.predicate.value == SCHEMA.iri(term) and q.subject in things)]


@pytest.mark.parametrize(
    ("term", "of", "complaint"),
    [
        ("ht:evidence", "ht:Participation", "a claim needs evidence, or the rule that infers it"),
        ("ht:evidence", "ht:FieldClaim", "a claim needs evidence, or the rule that infers it"),
        ("ht:evidence", "ht:BodyClaim", "a claim needs evidence, or the rule that infers it"),
        ("ht:evidence", "ht:PeriodClaim", "a claim needs evidence, or the rule that infers it"),
        ("ht:party", "ht:Participation", "a party must be one locality of the vocabulary, or one body"),
        ("ht:position", "ht:Task", "a statement of a list needs one position from 0"),
        ("oa:exact", "ht:Evidence", "evidence needs one quote: a span cannot read in two ways"),
        ("skos:prefLabel", "ht:Body", "a body needs one name"),
        ("rdf:type", "ht:Evidence", "evidence must be a span of the text"),
        ("ht:fileName", "ht:Document", "a document needs the name of its file"),
    ],
)
def test_nothing_that_is_needed_can_be_missing(term: str, of: str, complaint: str) -> None:
    assert complaint in {violation.message for violation in validate(without(term, of))}


def test_a_refusal_prints_nothing_by_itself(capfd: pytest.CaptureFixture[str]) -> None:
    assert said(record(agreements=(agreement(signed=day("2013-02-29")),)))
    assert capfd.readouterr() == ("", "")


def test_nothing_can_be_said_of_a_class_that_it_does_not_have() -> None:
    quads = to_quads(record(), META)
    claim = next(q.subject for q in quads if q.object == ox.NamedNode(SCHEMA.iri("ht:Participation")))
    strange = ox.Quad(claim, ox.NamedNode(SCHEMA.iri("ht:deadline")), ox.Literal("2015"), quads[0].graph_name)
    (violation,) = validate([*quads, strange])
    assert str(violation).endswith("no deadline may be said of it, but has 2015")


@pytest.mark.parametrize(
    ("shape", "path", "type_"),
    [
        ("Document", "ht:genre", codes.Genre),
        ("Document", "ht:status", codes.Status),
        ("Agreement", "ht:kind", codes.AgreementKind),
        ("Agreement", "ht:form", codes.Form),
        ("Participation", "ht:role", r.Party.model_fields["role"].annotation),
        ("Citation", "ht:relation", r.Citation.model_fields["relation"].annotation),
        ("Task", "ht:kind", codes.TaskKind),
        ("Finding", "ht:kind", r.Finding.model_fields["kind"].annotation),
        ("Event", "ht:kind", r.Event.model_fields["kind"].annotation),
        ("Indicator", "ht:qualifier", codes.Qualifier),
        ("Indicator", "ht:role", codes.IndicatorRole),
    ],
)
def test_the_codes_of_the_shapes_are_those_of_the_record(shape: str, path: str, type_: Any) -> None:
    focus = rdflib.URIRef(f"{DEFAULT_BASE}shapes#{shape}")
    for tested in SHAPES.objects(focus, SH.property):
        if SHAPES.value(tested, SH.path) == rdflib.URIRef(SCHEMA.iri(path)):
            codes = SHAPES.value(tested, SH["in"])
            assert codes is not None
            assert [str(code) for code in SHAPES.items(codes)] == list(get_args(type_))
            return
    pytest.fail(f"{shape} has no list for {path}")
