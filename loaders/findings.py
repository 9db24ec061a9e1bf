"""What a document reports of cooperation: results, limitations and their causes, one for each sentence that says so.

What stands under a heading (`KẾT QUẢ`, `HẠN CHẾ`, `Nguyên nhân`) is that; elsewhere the words of the sentence say it,
where it speaks of the cooperation or goes on with what was reported just before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

from loaders import finding_words as words
from loaders.analysis import Reading
from loaders.finding_words import FindingKind
from loaders.patterns import Pattern
from loaders.segments import Paragraph, Sentence
from loaders.task_records import field_claims
from ontology.record import Agreement, Finding, Indicator, Task

_NUMBER = r"\W*+(?:(?:\d{1,2}(?:\.\d{1,2})*+|[ivx]{1,5}|[a-zđ])[.)/:-]\s?)?"
#: What is aimed at or to be done reports nothing.
Section = FindingKind | Literal["ahead"]
_SECTIONS: tuple[tuple[Section, Pattern], ...] = (
    (
        "ahead",
        Pattern(rf"{_NUMBER}(?:các )?(?:mục tiêu|chỉ tiêu|nhiệm vụ|phương hướng|giải pháp|tổ chức thực hiện)\b"),
    ),
    ("cause", Pattern(rf"{_NUMBER}(?:một số |những )?nguyên nhân\b")),
    (
        "limitation",
        Pattern(rf"{_NUMBER}(?:một số |những |các )?(?:tồn tại|hạn chế|khó khăn|vướng mắc|bất cập)\b(?!.*kết quả)"),
    ),
    (
        "result",
        Pattern(rf"{_NUMBER}(?:một số |những |các )?(?:kết quả|việc làm được)\b(?!.*(?:hạn chế|tồn tại))"),
    ),
)
#: A heading inside a section: `1. Thương mại` under `I. KẾT QUẢ`.
_SUBHEADING = Pattern(r"\W*+(?:\d{1,2}[.)]|[a-zđ][.)]|-)")
_HEADING_LENGTH = 70
_LEAD = Pattern(rf"{_NUMBER}[^:.;\n]{{1,60}}:")
_TOO_SHORT = 12


def find(
    reading: Reading, tasks: Sequence[Task], agreements: Sequence[Agreement], figures: Sequence[Indicator]
) -> tuple[Finding, ...]:
    """All findings in their order, none where a task stands; nothing where the document knows no agreement."""
    if not agreements:
        return ()
    taken = [(task.start, task.end) for task in tasks]
    reviewed = _reviewed(agreements)
    found = []
    for start, end, kind in _statements(reading, [figure.start for figure in figures]):
        evidence = reading.view.evidence(start, end)
        if not any(left < evidence.end and evidence.start < right for left, right in taken):
            found.append(
                Finding(
                    start=evidence.start,
                    end=evidence.end,
                    text=evidence.quote,
                    kind=kind,
                    agreement=reviewed,
                    fields=field_claims(reading, reading.fields_in(start, end)),
                    rule=f"finding:{kind}",
                )
            )
    return tuple(found)


def _statements(reading: Reading, figures: Sequence[int]) -> Iterator[tuple[int, int, FindingKind]]:
    norm = reading.view.norm
    section: Section | None = None
    paragraph, goes_on, lead = -1, False, section
    for sentence in reading.sentences:
        kind = reading.paragraphs[sentence.paragraph].kind
        if kind == "heading":
            section, goes_on = _section(norm, sentence, section), False
            lead = section
            continue
        if kind not in ("body", "bullet"):
            continue
        if sentence.paragraph != paragraph:
            paragraph, lead = sentence.paragraph, _lead(norm, reading.paragraphs[sentence.paragraph]) or section
        if sentence.end - sentence.start < _TOO_SHORT or norm.endswith(":", sentence.start, sentence.end):
            continue
        said = _kind(reading, sentence, lead, goes_on)
        if said is None and lead != "ahead" and _measured(reading, sentence, figures, goes_on):
            said = "result"
        if said:
            yield sentence.start, sentence.end, said
        cause = words.because(norm, sentence.start, sentence.end) if said in ("limitation", "result") else None
        if cause:
            yield *cause, "cause"
        goes_on = said is not None or words.reviews(norm, sentence.start, sentence.end)


def _section(norm: str, heading: Sentence, section: Section | None) -> Section | None:
    """What a heading opens; one of a lower rank leaves the section as it is."""
    if heading.end - heading.start <= _HEADING_LENGTH:
        opened = next((kind for kind, opens in _SECTIONS if opens.match(norm, heading.start, heading.end)), None)
        if opened:
            return opened
    return section if _SUBHEADING.match(norm, heading.start, heading.end) else None


def _lead(norm: str, part: Paragraph) -> Section | None:
    """What the words before a colon announce for their paragraph: `4. Hạn chế: …`."""
    lead = _LEAD.match(norm, part.start, part.end)
    if lead is None:
        return None
    return next((kind for kind, opens in _SECTIONS if opens.match(norm, lead.start(), lead.end())), None)


def _kind(reading: Reading, sentence: Sentence, announced: Section | None, goes_on: bool) -> FindingKind | None:
    if announced == "ahead":
        return None
    span = (reading.view.norm, sentence.start, sentence.end)
    short = words.shortcoming(*span)
    if words.names_cause(*span) and (announced or goes_on or short):
        return "cause"
    if announced == "result" and short:
        return "limitation"
    if announced in ("limitation", "cause"):
        return announced
    if not words.reports(*span):
        return None
    if announced:
        return announced
    concerned = goes_on or _cooperates(reading, sentence)
    if (short and (concerned or words.contrasts(*span))) or (goes_on and words.because(*span)):
        return "limitation"
    return "result" if concerned and words.done(*span) else None


def _cooperates(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence speaks of cooperation: it says so, looks back on a time, or names two localities."""
    span = (reading.view.norm, sentence.start, sentence.end)
    named = {mention.id for mention in reading.localities_in(sentence.start, sentence.end)}
    return len(named) > 1 or words.of_cooperation(*span) or words.reviews(*span)


def _measured(reading: Reading, sentence: Sentence, figures: Sequence[int], goes_on: bool) -> bool:
    """Whether a figure of the cooperation that has come about stands in the sentence."""
    start, end = reading.view.span(sentence.start, sentence.end)
    span = (reading.view.norm, sentence.start, sentence.end)
    counted = bisect_left(figures, start) < bisect_left(figures, end)
    return counted and words.measured(*span) and words.reports(*span) and (goes_on or _cooperates(reading, sentence))


def _reviewed(agreements: Sequence[Agreement]) -> int:
    """What is reviewed is the phase that another one continues, else the first agreement."""
    earlier = [agreement.continues for agreement in agreements if agreement.continues is not None]
    return earlier[0] if earlier else 0
