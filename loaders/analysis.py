"""The analysed document that every recogniser reads: view, parts, sentences, mentions, and the day it speaks on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from loaders import localities, segments
from loaders.mentions import Mention
from loaders.segments import Paragraph, Sentence
from loaders.view import View, view
from ontology.vocabulary import Locality, vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """``day`` is the ISO day whose names hold (``None``: not said); ``year`` the one that days without a year are in.

    ``home`` is the province that the document speaks from, whose ``tỉnh`` and ``thành phố`` without a name are meant.
    """

    view: View
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    localities: tuple[Mention, ...]
    day: str | None
    year: int | None
    home: Locality | None

    def localities_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin within ``norm[start:end]``."""
        return within(self.localities, start, end)

    def paragraph_of(self, position: int) -> Paragraph:
        """The paragraph at a norm offset (the one before, for what stands between two)."""
        starts = [part.start for part in self.paragraphs]
        return self.paragraphs[max(0, bisect_right(starts, position) - 1)]

    def locality(self, mention: Mention) -> Locality:
        return vocabulary().localities[mention.id]


def within(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """Of mentions in their order those that begin within ``norm[start:end]``."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return mentions[first:last]


def analyse(text: str) -> Reading:
    """Everything that is found before a statement is assembled."""
    seen = view(text)
    parts = segments.paragraphs(seen)
    named = localities.find(seen)
    return Reading(
        view=seen,
        paragraphs=parts,
        sentences=segments.sentences(seen, parts),
        localities=named,
        day=None,
        year=None,
        home=None,
    )
