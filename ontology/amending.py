"""Values as people say them: the name of a locality, ``2016-2021``, a date; into fragments of the record, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel

from ontology import record as r
from ontology.claims import Place
from ontology.errors import InvalidRequest
from ontology.names import fold
from ontology.slots import value_of
from ontology.vocabulary import Field, Locality, vocabulary

Named = TypeVar("Named", Locality, Field)

_NAMING = ("name", "id", "value", "unit", "number", "title", "person", "role")
_PERIOD = re.compile(r"(\d{4})?\s*[-–]\s*(\d{4})?(\s*\+)?|(\d{4})")


def amended(place: Place, said: str) -> Any:
    """What somebody wants to stand in the place of a claim, as a fragment of the record.

    :raises InvalidRequest: nothing of that kind can be said so
    """
    words = said.strip()
    if words.startswith(("{", "[")):
        return _json(words)
    model = place.model
    if isinstance(model, r.PeriodClaim):
        return _period(words)
    if isinstance(model, r.DateClaim):
        return {"value": words}
    if isinstance(model, r.FieldClaim):
        return _field(words)
    if isinstance(model, r.Party):
        return {**_party(words), "role": model.role}
    if isinstance(model, r.BodyRef):
        return _body(words, model)
    if isinstance(model, r.LocalityRef | r.PlaceClaim):
        return _locality(words)
    if isinstance(model, r.Indicator):
        return {**value_of(model), "value": _number(words)}
    if isinstance(model, r.Project):
        return {**value_of(model), "name": words}
    if isinstance(model, BaseModel):
        raise InvalidRequest(f"a {type(model).__name__.lower()} has several parts", "give them as JSON of the record")
    return _plain(model, words)


def spoken(model: Any) -> str:
    """A claim's value in one line."""
    return spoken_fragment(value_of(model))


def spoken_fragment(value: Any) -> str:
    """A fragment of the record in one line: its name and id, else its parts."""
    if not isinstance(value, dict):
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if "text" in value:
        return str(value["text"])
    if "parties" in value:
        return f"{value.get('title') or value['kind']}: {', '.join(party['name'] for party in value['parties'])}"
    if isinstance(value.get("value"), list):
        first, last = ("" if year is None else year for year in value["value"])
        return f"{first}-{last}{'+' if value.get('open_ended') else ''}"
    named = [value[name] for name in _NAMING if name in value]
    inside = value.get("jurisdiction") or value.get("body")
    if inside:
        named.append(inside["name"])
    return " · ".join(map(str, named)) or json.dumps(value, ensure_ascii=False)


def _json(words: str) -> Any:
    try:
        return json.loads(words)
    except ValueError as error:
        raise InvalidRequest(f"{words!r} is no JSON: {error}", "give the parts as JSON of the record") from error


def _period(words: str) -> dict[str, Any]:
    found = _PERIOD.fullmatch(words)
    if found is None or not any(found.groups()):
        raise InvalidRequest(f"{words!r} is no period", "say 2016-2021, 2016- or -2021; 2016-2021+ if it goes on")
    first, last, on, only = found.groups()
    years = (only, only) if only else (first, last)
    value: dict[str, Any] = {"value": [year and int(year) for year in years]}
    return {**value, "open_ended": True} if on else value


def _locality(words: str) -> dict[str, Any]:
    known = vocabulary().localities
    found = known.get(words) or _one("locality", words, known.values())
    return {"id": found.id, "name": found.name}


def _field(words: str) -> dict[str, Any]:
    known = vocabulary().fields
    found = known.get(words) or _one("field", words, known.values())
    return {"id": found.id, "top": found.top}


def _one(what: str, words: str, known: Iterable[Named]) -> Named:
    """The only one of the vocabulary that bears a name, in either language, with or without marks."""
    alike = [found for found in known if fold(words) in {fold(found.name), fold(found.name_en)}]
    if len(alike) == 1:
        return alike[0]
    if alike:
        several = ", ".join(sorted(found.id for found in alike))
        raise InvalidRequest(f"{words!r} is the name of several: {several}", "say which by its id")
    raise InvalidRequest(f"{words!r} is no {what} of the vocabulary", "give an id or a name of it")


def _party(words: str) -> dict[str, Any]:
    """A locality of the vocabulary, else a body."""
    try:
        return _locality(words)
    except InvalidRequest:
        body = _body(words, None)
        if body.get("kind") is None:
            raise
        return {"name": words, "body": body}


def _body(words: str, former: r.BodyRef | None) -> dict[str, Any]:
    """A body by its name, and the locality that it belongs to after a comma; else where the former one belongs to."""
    name, _, where = (part.strip() for part in words.partition(","))
    if not name:
        raise InvalidRequest("a body needs a name", "say `Sở Y tế`, or `Sở Y tế, Bình Thuận`")
    kind = next((k for k in vocabulary().body_kinds.values() if fold(k.name) == fold(name)), None)
    home = _locality(where) if where else value_of(former.jurisdiction) if former and former.jurisdiction else None
    found = {"name": kind.name if kind else name, "kind": kind and kind.id, "jurisdiction": home}
    return {part: value for part, value in found.items() if value is not None}


def _number(words: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise InvalidRequest(f"{words!r} is no number", "say 50000 or 0.5") from None


def _plain(former: Any, words: str) -> Any:
    if isinstance(former, bool):
        if words not in ("true", "false"):
            raise InvalidRequest(f"{words!r} is neither true nor false")
        return words == "true"
    return [part.strip() for part in words.split(",")] if isinstance(former, tuple) else words
