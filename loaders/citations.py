"""The documents that a text names: what it rests on, carries out, replaces or only cites."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from loaders import symbols
from loaders.analysis import Reading
from loaders.bodies import BodyMention, refs
from loaders.dates import DateMention
from loaders.patterns import Pattern
from loaders.spans import Spans
from ontology.record import BodyRef, Citation

Relation = Literal["based-on", "implements", "replaces", "amends", "cites"]

_SORTS = (
    r"nghị quyết|nghị định|quyết định|chỉ thị|kết luận|thông báo(?: kết luận)?|kế hoạch|chương trình|công văn|văn bản"
    r"|tờ trình|báo cáo|hướng dẫn|công điện|thông tư|đề án|quy chế|quy định|biên bản|thỏa thuận|bản ghi nhớ|luật"
)
#: `số 37-NQ/TW`; `Kế hoạch 4778/KH-UBND`: the word for number may be left out behind the sort.
_CITED = Pattern(rf"(?i:\b(?:số ?:? ?|(?:{_SORTS}) (?:số ?:? ?)?))(?P<number>{symbols.NUMBER})")
_RELATIONS: tuple[tuple[Relation, Pattern], ...] = (
    ("replaces", Pattern(r"\b(?:thay thế|này thay|bãi bỏ)\b")),
    ("amends", Pattern(r"\bsửa đổi\b")),
    ("based-on", Pattern(r"\b(?:căn cứ|theo đề nghị|xét)\b")),
    ("implements", Pattern(r"\b(?:thực hiện|triển khai|thi hành)\b")),
)
#: `ngày 01/7/2004`, `, ngày …`, `(ngày …)` behind a number.
_THEN_DATE = Pattern(r",? ?\(?(?:ký |ban hành )?(?:ngày )?$")
#: `của Bộ Chính trị`, with or without the date between.
_BY = Pattern(r",? ?\)?(?:(?:về|v/v)\b[^.;\n]{0,160}?)?,? ?(?:của|do) (?:chủ tịch |thường trực )?$")
#: Who issued it stands before: `UBND tỉnh đã có Công văn số …`, `đề nghị của Sở X tại Tờ trình số …`.
_HAS_ISSUED = Pattern(r" (?:(?:tại|đã|vừa|có|ban hành|trình|ký|gửi)\s)+")
_NO_LONGER = Pattern(r"[^.;\n]{0,140}\bhết hiệu lực\b")
_BEFORE, _AFTER, _MOST, _HAS = 90, 200, 20, 40


def citations(reading: Reading, organisations: Sequence[BodyMention]) -> tuple[Citation, ...]:
    """The numbered documents that the text names, in their order, without its own number."""
    cased, own = reading.view.cased, reading.form.number
    number = symbols.written(cased[slice(*own)]).lower() if own else ""
    found: dict[str, Citation] = {}
    dates, named = Spans(reading.dates), [body for body in organisations if not body.group]
    for match in _CITED.finditer(cased):
        start, end = match.span("number")
        words = symbols.written(cased[start:end])
        key = words.lower()
        known = found.get(key)
        if key == number or (known is None and len(found) == _MOST):
            continue
        date = _date(reading, dates, end)
        said = Citation(
            number=words,
            date=date.value if date else None,
            issuer=_issuer(reading, named, match.start(), date.end if date else end),
            relation=_relation(reading, match.start(), end),
            evidence=(reading.view.evidence(start, end),),
        )
        found[key] = _together(known, said) if known else said
    return tuple(found.values())


def _together(first: Citation, again: Citation) -> Citation:
    """What is said of a document at its first and at a later place."""
    adds = {
        "date": first.date or again.date,
        "issuer": first.issuer or again.issuer,
        "relation": again.relation if first.relation == "cites" else first.relation,
    }
    more = any(adds[key] != getattr(first, key) for key in adds)
    return first.model_copy(update={**adds, "evidence": (*first.evidence, *again.evidence)}) if more else first


def _date(reading: Reading, dates: Spans[DateMention], end: int) -> DateMention | None:
    for date in dates.within(end, end + 20):
        if date.has_year and _THEN_DATE.fullmatch(reading.view.norm, end, date.start):
            return date
    return None


def _issuer(reading: Reading, named: Sequence[BodyMention], start: int, end: int) -> BodyRef | None:
    """The body before, which issued it; else the first one behind `của`: `… của UBND Thành phố Hồ Chí Minh`."""
    for body in named:
        if body.end < start <= body.end + _HAS and _HAS_ISSUED.fullmatch(reading.view.norm, body.end, start):
            return refs(body)[0]
        if end <= body.start <= end + _AFTER:
            return refs(body)[0] if _BY.fullmatch(reading.view.norm, end, body.start) else None
    return None


def _relation(reading: Reading, start: int, end: int) -> Relation:
    """What the words before say, the nearest first, within the paragraph; or that it is in force no longer."""
    if _NO_LONGER.match(reading.view.norm, end):
        return "replaces"
    left = max(reading.paragraph_of(start).start, start - _BEFORE)
    before = reading.view.norm[left:start]
    places = [(match.start(), relation) for relation, words in _RELATIONS for match in words.finditer(before)]
    return max(places)[1] if places else "cites"
