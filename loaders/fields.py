"""Mentions of fields of cooperation: the labels of the vocabulary where they are named."""

from __future__ import annotations

from functools import lru_cache

from loaders.gazetteer import Gazetteer, Hit
from loaders.mentions import Mention, MentionKind
from loaders.spans import Spans
from loaders.view import View
from ontology.vocabulary import vocabulary


@lru_cache(maxsize=1)
def _names() -> Gazetteer:
    return Gazetteer(
        (label, field.id)
        for field in vocabulary().fields.values()
        for label in (*field.labels, *(hidden for hidden in field.hidden if not hidden.islower()))
    )


@lru_cache(maxsize=1)
def _signs() -> Gazetteer:
    """Hidden labels in small letters: words that point to a field without naming it."""
    return Gazetteer(
        (label, field.id) for field in vocabulary().fields.values() for label in field.hidden if label.islower()
    )


def find(view: View) -> tuple[Mention, ...]:
    """All mentions in their order, the longest label at each place; signs where no name stands, or only inside them."""
    named = [_mention(hit, identity, "field") for hit in _names().find(view) for identity in hit.ids]
    signs = [_mention(hit, identity, "sign") for hit in _signs().find(view) for identity in hit.ids]
    taken = Spans(named)
    free = [sign for sign in signs if _is_free(sign, taken)]
    wider = Spans(free)
    kept = [name for name in named if not (over := wider.at(name.start)) or over.end < name.end]
    return tuple(sorted((*kept, *free), key=lambda mention: mention.start))


def _is_free(sign: Mention, names: Spans[Mention]) -> bool:
    """Whether a sign overlaps no name, unless it is longer and holds it: `tín dụng đen` is no credit."""
    at = names.at(sign.start)
    over = ((at,) if at else ()) + names.within(sign.start + 1, sign.end)
    length = sign.end - sign.start
    return all(sign.start <= n.start and n.end <= sign.end and n.end - n.start < length for n in over)


def _mention(hit: Hit, identity: str, kind: MentionKind) -> Mention:
    return Mention(hit.start, hit.end, kind, identity, hit.start)


def top(field_id: str) -> str:
    """The top concept of a field."""
    return vocabulary().fields[field_id].top
