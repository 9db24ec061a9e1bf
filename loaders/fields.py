"""Mentions of fields of cooperation: the labels of the vocabulary where they are named."""

from __future__ import annotations

from functools import lru_cache

from loaders.gazetteer import Gazetteer
from loaders.mentions import Mention
from loaders.view import View
from ontology.vocabulary import vocabulary


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer(
        (label, field.id) for field in vocabulary().fields.values() for label in (*field.labels, *field.hidden)
    )


def find(view: View) -> tuple[Mention, ...]:
    """All mentions in their order, the longest label at each place."""
    return tuple(
        Mention(hit.start, hit.end, "field", identity, hit.start)
        for hit in _gazetteer().find(view)
        for identity in hit.ids
    )


def top(field_id: str) -> str:
    """The top concept of a field."""
    return vocabulary().fields[field_id].top
