"""What a document reports of cooperation: results, limitations and their causes, one for each sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import regex

from loaders.analysis import Reading
from loaders.segments import Sentence
from loaders.task_records import field_claims
from loaders.task_words import SHORTFALL
from ontology.record import Agreement, Finding, Task

FindingKind = Literal["result", "limitation", "cause"]

#: `nguyên nhân là …`, `do … chưa …`: why something fell short.
_CAUSE = regex.compile(r"\b(?:nguyên nhân|lý do)\b")
#: `đã tổ chức 11 đợt …`, `đạt …`, `thu hút được …`, `hiện có 69 dự án`: something done, of both or with figures.
_RESULT = regex.compile(
    r"\b(?:đã (?:tổ chức|triển khai|ký|hỗ trợ|phối hợp|thu hút|chia sẻ|xây dựng|đưa|hoàn thành|thực hiện|"
    r"kết nối|đạt|tích cực|bước đầu|"
    r"đầu tư|chuyển giao|đào tạo|giúp|góp phần|tạo)|đạt được|thu hút được|hiện có \d|xây dựng được|làm "
    r"được|có kết quả|tiêu thụ \d|kết quả hợp tác)\b"
)
#: Only what is said of cooperation counts: not the growth of one province.
_COOPERATION = regex.compile(
    r"\b(?:hợp tác|phối hợp|liên kết|hai (?:bên|tỉnh|địa phương|thành phố)|2 (?:tỉnh|địa phương)|các bên|"
    r"lẫn nhau|hỗ trợ)\b"
)
_TOO_SHORT = 25


def find(reading: Reading, tasks: Sequence[Task], agreements: Sequence[Agreement]) -> tuple[Finding, ...]:
    """All findings in their order, none where a task stands; nothing where the document knows no agreement."""
    if not agreements:
        return ()
    taken = [(task.start, task.end) for task in tasks]
    found = []
    for sentence in reading.sentences:
        part = reading.paragraphs[sentence.paragraph]
        if part.kind not in ("body", "bullet") or sentence.end - sentence.start < _TOO_SHORT:
            continue
        kind = _kind(reading, sentence)
        words = reading.view.evidence(sentence.start, sentence.end)
        if kind and not any(start < words.end and words.start < end for start, end in taken):
            found.append(
                Finding(
                    start=words.start,
                    end=words.end,
                    text=words.quote,
                    kind=kind,
                    agreement=_reviewed(agreements),
                    fields=field_claims(reading, reading.fields_in(sentence.start, sentence.end)),
                    rule=f"finding:{kind}",
                )
            )
    return tuple(found)


def _kind(reading: Reading, sentence: Sentence) -> FindingKind | None:
    norm = reading.view.norm
    if norm[sentence.start : sentence.end].endswith(":"):
        return None
    if _CAUSE.search(norm, sentence.start, sentence.end):
        return "cause"
    cooperates = _COOPERATION.search(norm, sentence.start, sentence.end)
    if SHORTFALL.search(norm, sentence.start, sentence.end) and cooperates:
        return "limitation"
    return "result" if _RESULT.search(norm, sentence.start, sentence.end) and cooperates else None


def _reviewed(agreements: Sequence[Agreement]) -> int:
    """What is reviewed is the phase that another one continues, else the first agreement."""
    earlier = [agreement.continues for agreement in agreements if agreement.continues is not None]
    return earlier[0] if earlier else 0
