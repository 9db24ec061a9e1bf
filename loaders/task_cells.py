"""Columns and cells of a table of tasks: which column names who leads, and who of a cell leads or only helps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.patterns import Pattern

_WHO = (
    r"(?:(?:các )?(?:cơ quan|đơn vị|sở|ban|ngành|địa phương|bộ phận|tổ chức|người|trách nhiệm|phân công)"
    r"(?:,| /| và)? ){0,3}"
)
_LEAD = Pattern(
    rf"{_WHO}(?:được (?:giao|phân công) )?(?:phân công|chủ trì|đầu mối|chịu trách nhiệm|phụ trách|thực hiện|tham mưu)"
    r"(?:(?: chính| thực hiện| tham mưu| chủ trì| triển khai)|(?:, | ?[/+-] ?| và )(?:cơ quan |đơn vị )?"
    r"(?P<both>phối hợp)(?: thực hiện)?)*"
    r"|(?:cơ quan|đơn vị)(?:, (?:cơ quan|đơn vị))? được (?:giao|phân công)|phân công(?: nhiệm vụ)?|trách nhiệm"
)
_PARTNER = Pattern(rf"{_WHO}(?:cùng )?(?:phối hợp|tham gia|hỗ trợ|cùng làm|cùng thực hiện)(?: thực hiện| triển khai)?")
_WORK = Pattern(
    r"(?:tên |các )?(?:nội dung|nhiệm vụ|công việc|việc|tên|hoạt động|chương trình|dự án|lĩnh vực|danh mục)\b"
)
_REST = Pattern(
    r"(?:thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|hạn|kỳ hạn|ghi chú|kinh phí|sản phẩm|kết quả|địa điểm|"
    r"số lượng)"
)
_PERSON = Pattern(r"(?:họ|chức (?:vụ|danh)|(?:số )?điện thoại|ngày sinh|đại biểu)\b")
_NUMBER = Pattern(r"(?:tt|stt|số tt)\.?")
#: In a cell: `phối hợp: …` before those who help, `… phối hợp` or `… cùng làm` behind them.
_BEFORE = Pattern(r"\b(?:phối hợp(?: với)?|cùng(?: với)?|tham gia|hỗ trợ)\s?:?\s*$")
_BEHIND = Pattern(r"\s?[-(]?\s?(?:cùng )?(?:phối hợp|tham gia|hỗ trợ|làm|thực hiện)(?<!^ thực hiện)\b(?! với)")
#: `-nt-`, `nt`, `"`, `Như trên`: the same as in the row above.
_DITTO = Pattern(r"[-(\"'/.]*(?:nt|như trên|cùng trên|)[-)\"'/.]*")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table has its columns: ``partner`` is -1 where it has none, ``both`` where one column names both."""

    count: int
    lead: int
    partner: int
    both: bool


def columns(heads: Sequence[str]) -> Columns | None:
    """The columns that the heads of a table name; ``None`` where none says who leads or a head says something else."""
    known = [kind_of(head) for head in heads]
    if "lead" not in known or "person" in known:
        return None
    lead = known.index("lead")
    match = _LEAD.fullmatch(heads[lead].strip())
    partner = known.index("partner") if "partner" in known else -1
    return Columns(len(heads), lead, partner, bool(match and match["both"]))


def kind_of(head: str) -> str:
    """What a column's head says of it: ``lead``, ``partner``, ``work``, ``rest``, ``person``, ``number``, nothing."""
    text = " ".join(head.split()).strip(" .:")
    if _NUMBER.fullmatch(text):
        return "number"
    if _LEAD.fullmatch(text):
        return "lead"
    if _PARTNER.fullmatch(text):
        return "partner"
    if _PERSON.match(text):
        return "person"
    return "work" if _WORK.match(text) else "rest" if _REST.match(text) else ""


def is_ditto(text: str) -> bool:
    """Whether a cell only repeats the one above it, or is empty."""
    return _DITTO.fullmatch(text.strip()) is not None


def roles(
    cast: Cast, start: int, end: int, *, both: bool = False
) -> tuple[tuple[BodyMention, ...], tuple[BodyMention, ...]]:
    """Who leads and who helps in a cell: ``Sở A chủ trì, Sở B phối hợp``; under a head for ``both`` the first leads."""
    norm = cast.reading.view.norm
    leads: list[BodyMention] = []
    partners: list[BodyMention] = []
    at = start
    runs = list(_runs(cast, start, end))
    for i, run in enumerate(runs):
        following = runs[i + 1][0].start if i + 1 < len(runs) else end
        helps = _BEFORE.search(norm, at, run[0].start) or _BEHIND.match(norm, run[-1].end, following)
        (partners if helps else leads).extend(run)
        at = run[-1].end
    if both and not partners:
        leads, partners = leads[:1], leads[1:]
    return (distinct(leads), distinct(partners)) if leads else (distinct(partners), ())


def _runs(cast: Cast, start: int, end: int) -> list[list[BodyMention]]:
    """The bodies of a cell, those parted only by commas or ``và`` together."""
    norm = cast.reading.view.norm
    runs: list[list[BodyMention]] = []
    for body in cast.within(start, end):
        between = norm[runs[-1][-1].end : body.start].strip() if runs else ";"
        if between in (",", "và", ", và"):
            runs[-1].append(body)
        else:
            runs.append([body])
    return runs
