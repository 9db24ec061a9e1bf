"""Records as the extraction may make them, for laws that hold for all of them.

A record here is in the form that its graph gives back: evidence in the order of the text, one name for one
body, names and tops as the vocabulary has them. What is outside that form is tested by example.
"""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from ontology import codes
from ontology import record as r
from ontology.identity import body_id
from ontology.vocabulary import vocabulary

_WORDS = (
    "Tỉnh Bình Phước và Thành phố Hồ Chí Minh ký Chương trình hợp tác 2011–2015; đ\u0323ịa phương 𝄞 \u00a0\r\n“x” \\ "
)
#: The text that the quotes are taken from.
TEXT = _WORDS * 3

_LOCALITIES = sorted(vocabulary().localities.values(), key=lambda locality: locality.id)
_FIELDS = sorted(vocabulary().fields.values(), key=lambda field: field.id)
_KINDS = sorted(vocabulary().body_kinds.values(), key=lambda kind: kind.id)

words = st.text(st.characters(codec="utf-8"), max_size=12)
names = words.filter(lambda name: name != "")
optional_words = st.none() | words
confidences = st.none() | st.floats(0, 1)
localities = st.sampled_from(_LOCALITIES).map(lambda found: r.LocalityRef(id=found.id, name=found.name))


@st.composite
def spans(draw: st.DrawFn) -> r.Evidence:
    start = draw(st.integers(0, len(TEXT) - 1))
    end = draw(st.integers(start + 1, min(len(TEXT), start + 30)))
    return r.Evidence(start=start, end=end, quote=TEXT[start:end])


evidence = st.lists(spans(), max_size=3, unique=True).map(
    lambda found: tuple(sorted(found, key=lambda s: (s.start, s.end)))
)


@st.composite
def shown(draw: st.DrawFn) -> dict[str, Any]:
    """The parts of a claim: evidence, or an inference, or both; the rule that read it, and how surely."""
    found = draw(evidence)
    inferred = st.builds(r.Inference, rule=words, source=words)
    return {
        "evidence": found,
        "inferred": draw(st.none() | inferred if found else inferred),
        "rule": draw(optional_words),
        "confidence": draw(confidences),
    }


@st.composite
def partial_dates(draw: st.DrawFn) -> str:
    day = draw(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))).isoformat()
    return draw(st.sampled_from([day, day[:7], day[:4], f"--{day[5:]}", f"--{day[5:7]}"]))


@st.composite
def districts(draw: st.DrawFn) -> r.District:
    rank, province = draw(st.none() | literals(codes.Rank)), draw(st.none() | localities)
    return r.District(name=draw(names), rank=rank, within=province)


@st.composite
def body_pools(draw: st.DrawFn) -> list[r.BodyRef]:
    """The bodies of one record, each id once."""
    kinds = st.sampled_from(_KINDS).map(lambda kind: {"name": kind.name, "kind": kind.id})
    named = st.fixed_dictionaries({"name": names, "kind": st.none()})
    bodies = st.builds(
        lambda body, jurisdiction: r.BodyRef(jurisdiction=jurisdiction, **body),
        kinds | named,
        st.none() | localities | districts(),
    )
    return draw(st.lists(bodies, min_size=1, max_size=4, unique_by=body_id))


def literals(type_: Any) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(type_))


def listed(items: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, max_size=most).map(tuple)


@st.composite
def records(draw: st.DrawFn) -> r.Record:
    """A record whose graph conforms: every agreement has a party, passages lie in the text."""
    bodies = st.sampled_from(draw(body_pools()))
    maybe_body, maybe_locality, maybe_date = st.none() | bodies, st.none() | localities, st.none() | partial_dates()
    fields = st.builds(
        lambda found, how: r.FieldClaim(id=found.id, top=found.top, **how), st.sampled_from(_FIELDS), shown()
    )
    named_bodies = st.builds(lambda body, how: r.Body(**body.model_dump(), **how), bodies, shown())
    mentions = st.builds(lambda place, how: r.LocalityMention(**place.model_dump(), **how), localities, shown())
    dates = st.builds(lambda day, how: r.DateClaim(value=day, **how), partial_dates(), shown())
    speakers = st.builds(r.Speaker, person=optional_words, role=optional_words, body=maybe_body)

    @st.composite
    def parties(draw: st.DrawFn) -> r.Party:
        body = draw(maybe_body)
        side = {"body": body, "name": draw(names)} if body else draw(localities).model_dump()
        return r.Party(**side, role=draw(st.sampled_from(["hub", "party"])), through=draw(maybe_body), **draw(shown()))

    @st.composite
    def periods(draw: st.DrawFn) -> r.PeriodClaim:
        first, last = sorted(draw(st.tuples(st.integers(1900, 2100), st.integers(1900, 2100))))
        value = draw(st.sampled_from([(first, last), (first, None), (None, last)]))
        return r.PeriodClaim(value=value, open_ended=draw(st.booleans()), **draw(shown()))

    @st.composite
    def agreements(draw: st.DrawFn, count: int) -> r.Agreement:
        place = draw(st.none() | st.tuples(localities, shown()))
        return r.Agreement(
            kind=draw(literals(codes.AgreementKind)),
            parties=tuple(draw(st.lists(parties(), min_size=1, max_size=3))),
            form=draw(literals(codes.Form)),
            title=draw(optional_words),
            period=draw(st.none() | periods()),
            signed=draw(st.none() | dates),
            held=draw(st.none() | dates),
            place=r.PlaceClaim(**place[0].model_dump(), **place[1]) if place else None,
            fields=draw(listed(fields)),
            continues=draw(st.none() | st.integers(0, count - 1)),
            approved_by=draw(maybe_body),
            evidence=draw(evidence),
            rule=draw(optional_words),
            confidence=draw(confidences),
        )

    count = draw(st.integers(0, 3))
    own = st.none() | st.integers(0, count - 1) if count else st.none()
    passages = spans().map(lambda span: {"start": span.start, "end": span.end, "text": span.quote})
    head_evidence = st.dictionaries(
        st.sampled_from(["genre", "number", "issued", "issuer", "place_of_issue", "title", "status"]),
        evidence.filter(bool),
        max_size=3,
    )
    tasks = st.builds(
        lambda passage, **rest: r.Task(**passage, **rest),
        passages,
        kind=literals(codes.TaskKind),
        leads=listed(named_bodies, 2),
        partners=listed(named_bodies, 2),
        localities=listed(mentions, 2),
        fields=listed(fields, 2),
        deadline=st.none() | dates,
        recurrence=st.sampled_from([None, "P1Y", "P6M", "P2W", "P1Y6M"]),
        agreement=own,
        by=st.none() | speakers,
        condition=optional_words,
        direction=st.sampled_from([None, "joint", "reciprocal", "one-way"]),
        mode=optional_words,
        rule=optional_words,
        confidence=confidences,
    )
    findings = st.builds(
        lambda passage, **rest: r.Finding(**passage, **rest),
        passages,
        kind=st.sampled_from(["result", "limitation", "cause"]),
        agreement=own,
        fields=listed(fields, 2),
        rule=optional_words,
        confidence=confidences,
    )
    events = st.builds(
        lambda how, **rest: r.Event(**how, **rest),
        shown(),
        kind=st.sampled_from(["signing", "review", "visit", "working-session", "conference"]),
        date=maybe_date,
        place=maybe_locality,
        chairs=listed(speakers, 2),
        agreement=own,
    )
    projects = st.builds(
        lambda how, **rest: r.Project(**how, **rest),
        shown(),
        name=names,
        localities=st.lists(localities, max_size=3, unique_by=lambda found: found.id).map(
            lambda found: tuple(sorted(found, key=lambda locality: locality.id))
        ),
    )
    indicators = st.builds(
        lambda how, span, **rest: r.Indicator(start=span.start, end=span.end, **how, **rest),
        shown(),
        spans(),
        value=st.floats(-1e15, 1e15, allow_nan=False),
        unit=words,
        qualifier=st.none() | literals(codes.Qualifier),
        role=st.none() | literals(codes.IndicatorRole),
        about=optional_words,
        as_of=maybe_date,
    )
    citations = st.builds(
        r.Citation,
        number=optional_words,
        date=maybe_date,
        issuer=maybe_body,
        relation=st.sampled_from(["based-on", "implements", "replaces", "amends", "cites"]),
        evidence=evidence,
    )
    return r.Record(
        document=r.DocumentInfo(
            genre=draw(literals(codes.Genre)),
            number=draw(optional_words),
            issued=draw(maybe_date),
            issuer=draw(maybe_body),
            place_of_issue=draw(maybe_locality),
            title=draw(optional_words),
            reported=draw(st.booleans()),
            status=draw(
                st.lists(literals(codes.Status), unique=True, max_size=2).map(lambda found: tuple(sorted(found)))
            ),
            cites=draw(listed(citations, 2)),
            evidence=draw(head_evidence),
            confidence=draw(confidences),
            unsure=draw(evidence),
        ),
        agreements=tuple(draw(agreements(count)) for _ in range(count)),
        tasks=draw(listed(tasks, 2)),
        findings=draw(listed(findings, 2)),
        events=draw(listed(events, 2)),
        projects=draw(listed(projects, 2)),
        bodies=draw(listed(named_bodies)),
        indicators=draw(listed(indicators, 2)),
        mentioned_localities=draw(listed(mentions)),
    )
