"""The analysed document that every recogniser reads: view, parts, sentences, mentions, and the day it speaks on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from loaders import dateline, dates, fields, head, localities, segments
from loaders.dateline import Dateline
from loaders.dates import DateMention, PeriodMention
from loaders.head import Form
from loaders.home import Home, home
from loaders.mentions import Mention
from loaders.segments import Paragraph, Sentence
from loaders.spans import Spans
from loaders.view import View, view
from ontology.vocabulary import Locality, vocabulary


@dataclass(frozen=True)
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
        return self._places.within(start, end)

    def fields_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions of fields that begin within ``norm[start:end]``."""
        return self._topics.within(start, end)

    def paragraph_of(self, position: int) -> Paragraph:
        """The paragraph at a norm offset (the one before, for what stands between two)."""
        return self._parts.before(position) or self.paragraphs[0]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers a norm offset."""
        return self._told.at(position)

    def is_date(self, position: int) -> bool:
        """Whether what stands at a norm offset belongs to a date or a span of years."""
        return self._days.at(position) is not None or self._spans_of_years.at(position) is not None

    def dates_in(self, start: int, end: int) -> tuple[DateMention, ...]:
        """The dates that begin within ``norm[start:end]``."""
        return self._days.within(start, end)

    def locality(self, mention: Mention) -> Locality:
        return vocabulary().localities[mention.id]

    @cached_property
    def _parts(self) -> Spans[Paragraph]:
        return Spans(self.paragraphs)

    @cached_property
    def _told(self) -> Spans[Sentence]:
        return Spans(self.sentences)

    @cached_property
    def _days(self) -> Spans[DateMention]:
        return Spans(self.dates)

    @cached_property
    def _spans_of_years(self) -> Spans[PeriodMention]:
        return Spans(self.periods)

    @cached_property
    def _places(self) -> Spans[Mention]:
        return Spans(self.localities)

    @cached_property
    def _topics(self) -> Spans[Mention]:
        return Spans(self.fields)


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
