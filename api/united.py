"""One agreement as all documents tell it: values united, each with all its words, what differs named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from api.models import Agreement, AgreementSummary, Cooperation, DateStatement, FieldStatement, Party, Period, Shown
from graph.consolidation.merging import best_date, most_told
from graph.consolidation.rule import dates_agree

S = TypeVar("S", bound=Shown)
T = TypeVar("T")


def united(told: Sequence[Agreement]) -> Agreement:
    """An agreement; ``told`` is how each document tells it, in the order of their ids."""
    if len(told) == 1:
        return told[0]
    return told[0].model_copy(
        update={
            **_shown(told),
            "kind": most_told(each.kind for each in told),
            "title": next((each.title for each in told if each.title), None),
            "form": most_told(each.form for each in told if each.form and each.form != "unknown") or told[0].form,
            "parties": _all(_parts(told, "parties"), _side),
            "fields": _all(_parts(told, "fields"), lambda claim: claim.field.id),
            "period": _period([each.period for each in told if each.period]),
            "signed": _date([each.signed for each in told if each.signed]),
            "held": _date([each.held for each in told if each.held]),
            **{name: _distinct(_parts(told, name)) for name in ("places", "approved_by", "continues", "continued_by")},
            "told_by": tuple(told),
            "differing": _differing(told),
        }
    )


def united_summary(told: Sequence[AgreementSummary]) -> AgreementSummary:
    """An agreement in a list, in the same way."""
    if len(told) == 1:
        return told[0]
    years = most_told((each.first, each.last, each.open_ended) for each in told if each.first or each.last)
    first, last, open_ended = years or (None, None, False)
    return told[0].model_copy(
        update={
            "kind": most_told(each.kind for each in told),
            "title": next((each.title for each in told if each.title), None),
            "first": first,
            "last": last,
            "open_ended": open_ended,
            "signed": best_date(each.signed for each in told if each.signed),
            "held": best_date(each.held for each in told if each.held),
            **{name: _distinct(_parts(told, name)) for name in ("localities", "bodies", "fields")},
            "documents": len(told),
        }
    )


def united_cooperation(one: Cooperation, other: Cooperation) -> Cooperation:
    """A locality's part in an agreement that one more document tells of."""
    told = (one, other)
    years = most_told((each.first, each.last, each.open_ended) for each in told if each.first or each.last)
    first, last, open_ended = years or (None, None, False)
    return one.model_copy(
        update={
            **_shown(told),
            "title": one.title or other.title,
            "first": first,
            "last": last,
            "open_ended": open_ended,
            "signed": best_date(each.signed for each in told if each.signed),
            "fields": _all([*one.fields, *other.fields], lambda claim: claim.field.id),
        }
    )


def _parts(told: Iterable[Agreement | AgreementSummary], name: str) -> list[Any]:
    return [part for each in told for part in getattr(each, name)]


def _shown(several: Sequence[Shown]) -> dict[str, Any]:
    """What shows a value that several documents tell."""
    sure = [each.confidence for each in several if each.confidence is not None]
    return {
        "evidence": tuple(words for each in several for words in each.evidence),
        "inferred": next((each.inferred for each in several if each.inferred), None),
        "confidence": max(sure) if len(sure) == len(several) else None,
        "correction": next((each.correction for each in reversed(several) if each.correction), None),
    }


def _all(claims: Sequence[S], what: Callable[[S], object]) -> tuple[S, ...]:
    """Each value once, with all that shows it, in the order in which they are first told."""
    told: dict[object, list[S]] = {}
    for claim in claims:
        told.setdefault(what(claim), []).append(claim)
    return tuple(several[0].model_copy(update=_shown(several)) for several in told.values())


def _side(party: Party) -> tuple[str, str]:
    ref = party.locality or party.body
    assert ref is not None
    return ("locality" if party.locality else "body"), ref.id


def _period(told: Sequence[Period]) -> Period | None:
    chosen = most_told((each.first, each.last, each.open_ended) for each in told)
    return next(iter(_all([p for p in told if (p.first, p.last, p.open_ended) == chosen], lambda _: "")), None)


def _date(told: Sequence[DateStatement]) -> DateStatement | None:
    chosen = best_date(each.value for each in told)
    return next(iter(_all([date for date in told if date.value == chosen], lambda _: "")), None)


def _distinct(values: Iterable[T]) -> tuple[T, ...]:
    found: list[T] = []
    for value in values:
        if value not in found:
            found.append(value)
    return tuple(found)


def _differing(told: Sequence[Agreement]) -> tuple[str, ...]:
    """In which values two documents disagree; who does not say a value disagrees with nobody."""
    said: dict[str, set[object]] = {
        "kind": {each.kind for each in told},
        "parties": {frozenset(map(_side, each.parties)) for each in told},
        "period": {(p.first, p.last, p.open_ended) for each in told if (p := each.period)},
        "fields": {frozenset(_topics(each.fields)) for each in told if each.fields},
    }
    differing = [name for name, values in said.items() if len(values) > 1]
    for name in ("signed", "held"):
        dates = sorted({date.value for each in told if (date := getattr(each, name))})
        if any(not dates_agree(a, b) for a in dates for b in dates):
            differing.append(name)
    return tuple(differing)


def _topics(fields: Iterable[FieldStatement]) -> set[str]:
    return {claim.field.id.partition("/")[0] for claim in fields}
