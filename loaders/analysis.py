"""The analysed document that every recogniser reads: view, parts, sentences, mentions, and the day it speaks on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from loaders import dateline, dates, fields, head, localities, segments
from loaders.dateline import Dateline
from loaders.dates import DateMention, PeriodMention
from loaders.head import Form
from loaders.home import Home, home
from loaders.mentions import Mention
from loaders.segments import Paragraph, Sentence
from loaders.view import View, view
from ontology.vocabulary import Locality, vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a text, before anything is said about it."""

    view: View
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    form: Form
    dates: tuple[DateMention, ...]
    periods: tuple[PeriodMention, ...]
    dateline: Dateline
    localities: tuple[Mention, ...]
    fields: tuple[Mention, ...]
    homeland: Home | None

    @property
    def day(self) -> str | None:
        """The ISO day whose names hold; ``None`` where the document does not say."""
        return self.dateline.day

    @property
    def year(self) -> int | None:
        """The year that days without a year are in."""
        return self.dateline.year

    @property
    def home(self) -> Locality | None:
        """The province that the document speaks from, whose ``tỉnh`` without a name is meant."""
        return self.homeland.locality if self.homeland else None

    def localities_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions of localities that begin within ``norm[start:end]``."""
        return within(self.localities, start, end)

    def fields_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions of fields that begin within ``norm[start:end]``."""
        return within(self.fields, start, end)

    def paragraph_of(self, position: int) -> Paragraph:
        """The paragraph at a norm offset (the one before, for what stands between two)."""
        return self.paragraphs[max(0, bisect_right(self.paragraphs, position, key=lambda part: part.start) - 1)]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers a norm offset."""
        i = bisect_right(self.sentences, position, key=lambda sentence: sentence.start) - 1
        return self.sentences[i] if i >= 0 and position < self.sentences[i].end else None

    def locality(self, mention: Mention) -> Locality:
        return vocabulary().localities[mention.id]


def within(mentions: tuple[Mention, ...], start: int, end: int) -> tuple[Mention, ...]:
    """Of mentions in their order those that begin within ``norm[start:end]``."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    last = bisect_left(mentions, end, key=lambda mention: mention.start)
    return mentions[first:last]


def analyse(text: str, day: str | None = None) -> Reading:
    """Everything that is found before a statement is assembled. ``day``: whose names hold, if another text says it."""
    seen = view(text)
    parts = segments.paragraphs(seen)
    form = head.form(seen, parts)
    days, periods = dates.find_dates(seen), dates.find_periods(seen)
    line = dateline.dateline(seen, parts, days, periods, form)
    named = localities.find(seen, day or line.day)
    return Reading(
        view=seen,
        paragraphs=parts,
        sentences=segments.sentences(seen, parts),
        form=form,
        dates=days,
        periods=periods,
        dateline=line,
        localities=named,
        fields=fields.find(seen),
        homeland=home(seen, parts, form, named, line.day or localities.DEFAULT_DAY),
    )
