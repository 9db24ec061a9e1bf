"""The years that a text says of its agreement as a whole: by a clause on validity, or as the only phase it names."""

from __future__ import annotations

from loaders.analysis import Reading
from loaders.dates import PeriodMention
from loaders.patterns import Pattern
from loaders.phases import Years, as_years

#: `có hiệu lực kể từ ngày ký đến hết ngày 31 tháng 12 năm 2012`; `có giá trị 05 năm kể từ ngày ký`.
_IN_FORCE = Pattern(
    r"\b(?:hiệu lực|giá trị|thời hạn|kéo dài|thi hành|thực hiện|áp dụng)\b[^.;\n]{0,60}?"
    r"(?:từ ngày ký[^.;\n]{0,20}?đến (?:hết )?(?:ngày )?[^.;\n]{0,25}?(?P<y>20\d\d)"
    r"|\b(?P<n>\d{1,2}|hai|ba|bốn|năm)(?: \([^)\n]{0,12}\))? năm,? kể từ (?:ngày )?"
    r"(?:(?P<since>\d{1,2}[/-]\d{1,2}[/-]\d{4})|(?:ngày )?ký\b|khi ký\b))"
    r"|\b(?:thỏa thuận|biên bản|bản ghi nhớ|chương trình|quy chế|văn bản)[^.;\n]{0,20}?"
    r" (?:này\b[^.;\n]{0,120}?|có (?:hiệu lực|giá trị)(?: thi hành| thực hiện)? )"
    r"\b(?:đến|tới) (?:hết )?(?:ngày [^.;\n]{0,20}?)?năm (?P<y2>20\d\d)"
)
#: `thời hạn 05 năm`, `thực hiện trong 5 năm`: counted from the signing.
_LASTING = Pattern(
    r"\b(?:(?:có )?(?:(?:thời )?hạn|hiệu lực|giá trị)(?: hợp tác| thực hiện| là| trong| trong vòng)*"
    r"|(?:thực hiện|kéo dài) trong(?: vòng| thời gian)?)"
    r" (?P<n>\d{1,2}|hai|ba|bốn|năm)(?: \([^)\n]{0,12}\))? năm\b(?! (?:\d|học))"
)
_SPAN_CUES = ("giai đoạn", "thời kỳ", "nhiệm kỳ", "chặng", "quãng")
_OTHER_SPAN = Pattern(
    r"\b(?:nghị quyết|đại hội|quy hoạch|chiến lược|kinh tế - xã hội|ngân sách|mục tiêu quốc gia|đầu tư công|vốn"
    r"|trung hạn|kế hoạch"
    r"|kết quả|đã)\b"
)
#: `thời gian từ 2026 đến 2028`, `Theo đó, từ năm 2021 đến năm 2025 hai bên sẽ …`.
_TIME_SPENT = Pattern(r"(?:\b(?:thời gian|trải|kéo dài|hiệu lực|giá trị|áp dụng)|(?:^|[.\n] ?)theo đó,) $")
_FROM_NOW = Pattern(
    r"(?<=\b(?:thống nhất|nhất trí|hợp tác|phối hợp|liên kết|cam kết|hai bên|các bên|hai tỉnh|ba tỉnh)[^.;:\n]{0,40})"
    r"\btừ nay (?:cho )?(?:đến|tới) (?:hết )?(?:năm )?(?P<y>(?:19|20)\d\d)(?![\d/])"
)
_NEW_YEAR = Pattern(r"0?1[/-]0?1[/-]")
#: `áp dụng từ năm 2024`, and nothing about an end.
_FROM_ON = Pattern(r"\b(?:áp dụng|hiệu lực|thực hiện) (?:kể )?từ năm (?P<y>(?:19|20)\d\d)(?! (?:đến|tới|-))")
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}


def in_force(reading: Reading, signed: int | None) -> Years | None:
    """The span that a clause on validity gives, counted from the year of signing or from the day that it names."""
    match = _IN_FORCE.search(reading.view.norm)
    lasting = _LASTING.search(reading.view.norm) if match is None and signed else None
    if lasting and signed:
        years = _NUMBERS.get(lasting.group("n")) or int(lasting.group("n"))
        return Years(signed, signed + years, lasting.start(), lasting.end())
    if match is None:
        onward = _FROM_ON.search(reading.view.norm)
        return Years(int(onward.group("y")), None, onward.start(), onward.end(), open_ended=True) if onward else None
    since, number = match.group("since"), match.group("n")
    first = int(since[-4:]) if since else signed
    if first is None and number:
        return None
    last = int(match.group("y") or match.group("y2") or 0)
    if number and first is not None:  # a span from the first of January ends with the year before
        last = first + (_NUMBERS.get(number) or int(number)) - (1 if since and _NEW_YEAR.match(since) else 0)
    return Years(first, last, match.start(), match.end())


def only_years(reading: Reading) -> Years | None:
    """The one span of years that a text introduces as a phase, where it names no other; not that of a congress.

    What parties sign speaks of itself: there `trong ba năm 2015, 2016, 2017` is such a phase too.
    """
    own = reading.form.official and reading.form.genre in ("agreement", "memorandum")
    found: dict[tuple[int, int | None], PeriodMention] = {}
    for period in reading.periods:
        before = reading.view.norm[max(0, period.start - 70) : period.start]
        introduced = (
            period.cue in _SPAN_CUES
            or (own and period.cue.endswith(" năm"))
            or (period.cue == "từ" and _TIME_SPENT.search(before) is not None)
        )
        if introduced and not _OTHER_SPAN.search(before):
            found.setdefault((period.first or 0, period.last), period)
    if len(found) == 1:
        return as_years(next(iter(found.values())))
    return None if found else _from_now(reading)


def _from_now(reading: Reading) -> Years | None:
    """`thống nhất từ nay đến năm 2005 tập trung vào …`: from the year of the text."""
    match = _FROM_NOW.search(reading.view.norm)
    if match is None or reading.year is None or int(match.group("y")) < reading.year:
        return None
    return Years(reading.year, int(match.group("y")), *match.span())
