"""Dates and spans of years as Vietnamese documents write them."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.patterns import Match, Pattern
from loaders.view import View


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at ``norm[start:end]``: a day or a month; ``--MM-DD`` or ``--MM`` where no year stands.

    ``years_back``: how many years before the text (``tháng 12 năm ngoái``).
    """

    start: int
    end: int
    value: str
    years_back: int = 0

    @property
    def has_year(self) -> bool:
        return not self.value.startswith("--")

    def in_year(self, year: int | None) -> str:
        """The date, with a year supplied where it has none."""
        return self.value if self.has_year or year is None else f"{year - self.years_back}-{self.value[2:]}"


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A span of years at ``norm[start:end]``; ``None`` where one end is not said.

    ``cue`` is the word that introduces it (``giai đoạn``), empty for two years with a dash.
    """

    start: int
    end: int
    first: int | None
    last: int | None
    open_ended: bool = False
    cue: str = ""


_D, _M, _Y = r"(?P<d>0?[1-9]|[12]\d|3[01])", r"(?P<m>0?[1-9]|1[0-2])", r"(?P<y>(?:19|20)\d\d)"
_DAYTIME = "(?:ngày|hôm|sáng|chiều|tối|trưa|đêm)(?: nay| qua| kia| này)?"
_DATE = Pattern(
    "|".join(
        (
            # 27/8/2014, 27-08-2014, 27.8.2014
            rf"(?<![\d/.-]){_D}\s?(?P<sep>[/.-])\s?{_M}\s?(?P=sep)\s?{_Y}(?![\d/-]|\.\d)",
            # 24 tháng 10 năm 2008; 24 tháng 10
            rf"(?<!\d){_D} tháng {_M}(?: năm {_Y}|/{_Y})?(?!\d)",
            # tháng 8/2009, tháng 8-2009, tháng 8 năm 2009; tháng 7
            rf"\btháng {_M}(?:(?: ?[/.-] ?| năm ){_Y}(?!\d)|(?P<last> năm (?:ngoái|trước))|(?![\d/]|[.-]\d))",
            # 8/2009
            rf"(?<![\d/.-]){_M}/{_Y}(?![\d/-])",
            # ngày 25-12, sáng 7-8, sáng nay (25/3), hôm 11.10: a word makes a day of two numbers
            rf"\b(?:{_DAYTIME})\s?,?\s?\(?{_D}[/.-]{_M}(?![\d/]|[.,-]\d)",
        )
    )
)
_YEAR = r"(?:19|20)\d\d"
_TO = r"\s?(?:-|đến|tới|và)\s?(?:hết\s)?(?:năm\s)?"
_UNTIL = r"(?:đến|tới|sang|-) (?:hết )?(?:năm )?"
_PHASE = r"giai đoạn|thời kỳ|nhiệm kỳ|chặng|quãng|thời hạn \d{1,2} năm|các năm|hai năm|ba năm|\d{1,2} năm"
_PART = r"(?:ngày |tháng |quý |đầu |giữa |cuối |năm )?(?:(?:\d{1,2}|i{1,3}|iv)[ /.-]){1,2}(?:năm )?"
_TO_PART = rf"(?:đến|tới) (?:hết |cuối )?(?:{_PART}|(?:hết )?năm )"
_SOME_YEARS = r"các năm|hai năm|ba năm|\d{1,2} năm"
_PERIOD = Pattern(
    "|".join(
        (
            # năm 2023 và giai đoạn 2024 - 2025: one span from the first year to the last
            rf"\b(?P<cue>năm) (?P<a>{_YEAR})(?:,| và) giai đoạn {_YEAR}\s?(?:-|đến)\s?(?:năm )?(?P<b>{_YEAR})",
            # giai đoạn 2015 - 2020, 10 năm (2005 - 2014), giai đoạn từ năm 2021 đến năm 2025, hai năm 2024 và 2025
            rf"\b(?P<cue>{_PHASE})\s?,?\s?[(:]?\s?(?:từ\s)?(?:năm\s)?(?P<a>{_YEAR}){_TO}(?P<b>{_YEAR})(?![\d/])",
            # từ năm 2005 đến năm 2014; từ năm 2008 đến nay
            rf"\b(?P<cue>từ) (?:năm )?(?P<a>{_YEAR}) {_UNTIL}(?:(?P<b>{_YEAR})|nay\b)(?![\d/])",
            # hai năm 2019, 2020; 3 năm 2019, 2020 và 2021; 03 năm (2013, 2014, 2015)
            rf"\b(?P<cue>{_SOME_YEARS}) \(?(?P<a>{_YEAR})(?:, ?{_YEAR}){{0,4}}(?:,| và|, và) ?(?P<b>{_YEAR})(?![\d/])",
            # giai đoạn 20162020: the dash was lost
            rf"\b(?P<cue>giai đoạn|thời kỳ) (?P<a>{_YEAR})(?P<b>{_YEAR})(?!\d)",
            # từ ngày 1/1/2015 đến ngày 31/12/2019, từ quý I/2020 đến hết quý IV/2021
            rf"\b(?P<cue>từ) (?:{_PART})(?P<a>{_YEAR}),? {_TO_PART}(?P<b>{_YEAR})(?![\d/])",
            # (2021-2025), 2021 - 2025
            rf"(?<![\d/.-])(?P<cue>)(?P<a>{_YEAR})\s?-\s?(?P<b>{_YEAR})(?![\d/-])",
        )
    )
)
#: The span goes on: `và những năm tiếp theo`, `và các năm tới`.
_OPEN_END = Pattern(r"\)?,? và (?:những|các) năm (?:tiếp theo|tới|sau|kế tiếp)")
#: What only looks ahead: `định hướng đến năm 2030`, `tầm nhìn 2030 - 2045`.
_OUTLOOK = Pattern(r"(?:định hướng|tầm nhìn|hướng tới|hướng đến)[^.;,]{0,20}$")


def find_dates(view: View) -> tuple[DateMention, ...]:
    """All dates in their order."""
    return tuple(
        DateMention(*match.span(), _value(match), 1 if match.group("last") else 0)
        for match in _DATE.finditer(view.norm)
    )


def find_periods(view: View) -> tuple[PeriodMention, ...]:
    """All spans of years in their order, without those that are only an outlook."""
    found = (_period(view, match) for match in _PERIOD.finditer(view.norm))
    return tuple(period for period in found if period)


def _value(match: Match) -> str:
    year, day = match.group("y"), match.group("d")
    return f"{year or '-'}-{int(match.group('m')):02d}" + (f"-{int(day):02d}" if day else "")


def _period(view: View, match: Match) -> PeriodMention | None:
    first, last = int(match.group("a")), match.group("b")
    if last and int(last) < first:
        return None
    if _OUTLOOK.search(view.norm, max(0, match.start() - 40), match.start()):
        return None
    after = _OPEN_END.match(view.norm, match.end())
    end = after.end() if after else match.end()
    return PeriodMention(match.start(), end, first, int(last) if last else None, after is not None, match.group("cue"))
