"""How often something is repeated, as an ISO 8601 duration: ``hằng năm``, ``định kỳ 6 tháng``, ``2 đợt/năm``."""

from __future__ import annotations

from loaders.numbers import NUMERALS
from loaders.patterns import Pattern, Patterns

_UNIT = r"(?P<unit>ngày|tuần|tháng|quý|năm)"
_N = r"(?P<n>\d{1,2}|\p{L}++)"
_ONCE = r"(?:một|1|01)"
_OCCASION = r"(?:lần|lượt|đợt|vòng|kỳ|cuộc|phiên|chuyến|đoàn|số|khóa|lớp|buổi)"
_TIMES = r"(?P<times>hai|2|02|đôi|ba|3|03|bốn|4|04)"
_RECURRING = Patterns(
    # định kỳ 06 tháng (một lần), định kỳ hai năm một lần, cứ ba tháng
    Pattern(rf"\b(?:định kỳ|cứ) {_N} {_UNIT}(?! của)"),
    # hai năm một lần, 6 tháng/lần, ba ngày một lần
    Pattern(rf"\b{_N} {_UNIT}(?: {_ONCE} lần|/lần)"),
    # mỗi năm hai đợt, một năm đôi lần; phát hai số một tháng, 2 đợt/năm, hai lần trong năm
    Pattern(rf"\b(?:mỗi|{_ONCE}) {_UNIT} {_TIMES} {_OCCASION}\b"),
    Pattern(rf"\b{_TIMES} {_OCCASION}(?: ?/ ?| {_ONCE} | mỗi | trong | trên ){_UNIT}(?! (?:nay|\d))"),
    Pattern(rf"\b{_ONCE} lần (?:trong|mỗi) {_UNIT}(?! (?:nay|\d))"),
    Pattern(r"\btháng (?P<pair>6 và tháng 12)\b|\bcác tháng (?P<pair>6 và 12)\b"),
    # ngày 20/6 và 20/12 hằng năm; trước 25/3, 25/6, 25/9 và 25/12 hàng năm
    Pattern(r"(?P<days>\d{1,2}/\d{1,2}(?:(?:, | và )(?:ngày |trước )*\d{1,2}/\d{1,2})+),? (?:hàng|hằng|mỗi) năm"),
    # ba năm tổ chức một lần, sáu tháng báo cáo một lần
    Pattern(rf"\b{_N} {_UNIT}(?: \p{{L}}++){{1,8}}? {_ONCE} lần\b"),
    # tháng cuối quý, tuần cuối mỗi tháng, đầu mỗi năm
    Pattern(r"\btháng cuối (?:mỗi |hằng |hàng )?(?P<unit>quý)\b"),
    Pattern(r"\bđịnh kỳ [^,;.]{0,25}\b(?:cuối|đầu) (?P<unit>tháng|quý|năm)\b"),
    # mỗi quý một lần, mỗi năm mở một khóa; mỗi tháng (but not: 15% mỗi năm)
    Pattern(rf"(?<!%)(?<!đồng)(?<!khách)(?<!bình quân) mỗi {_UNIT}\b(?! (?:tỉnh|bên|địa phương))"),
    Pattern(rf"(?:\G|[\n.,;:] ?)mỗi {_UNIT}\b"),
    # mỗi hè, mỗi dịp Tết, mỗi mùa lũ
    Pattern(r"\bmỗi (?P<yearly>hè|dịp|mùa|vụ|độ)\b"),
    # hằng năm, hàng quý, thường niên, báo cáo quý
    Pattern(rf"\b(?<!khai thác )(?<!bay )(?<!chuyến )(?<!hoạt động )(?:hàng|hằng|từng) ?{_UNIT}"),
    # năm nào cũng có hai chuyến, tháng nào cũng họp
    Pattern(rf"\b(?P<unit>tuần|tháng|quý|năm) nào cũng(?: \p{{L}}++){{1,3}}? {_TIMES} {_OCCASION}\b"),
    Pattern(r"\b(?P<unit>tuần|tháng|quý|năm) nào cũng\b"),
    Pattern(r"\bbáo cáo (?P<unit>tháng|quý|năm)(?=[ ,.;]|$)(?! \d| trước (?:ngày )?\d{1,2}/\d{1,2}/\d{4})"),
    Pattern(r"\b(?P<yearly>thường niên|năm một lần|cuối năm trình)\b"),
)
_LETTERS = {"ngày": "D", "tuần": "W", "tháng": "M", "năm": "Y"}
_MONTHS = {"năm": 12, "quý": 3}
_MORE = {"đôi": 2}
_MOST = 60


def recurrence(norm: str, start: int, end: int) -> tuple[str, int, int] | None:
    """How often something of ``norm[start:end]`` is repeated, and where; the first way of saying it that is found."""
    for match in _RECURRING.finditer(norm, start, end):
        found = _duration(match.groupdict())
        if found:
            return found, *match.span()
    return None


def _duration(parts: dict[str, str | None]) -> str | None:
    """``hai năm`` → ``P2Y``, ``quý`` → ``P3M``, ``hai lần một năm`` → ``P6M``."""
    if parts.get("pair"):
        return "P6M"
    if parts.get("days"):
        days = str(parts["days"]).count("/")
        return f"P{12 // days}M" if 12 % days == 0 else None
    unit = parts.get("unit") or "năm"
    if parts.get("times"):
        times = _count(str(parts["times"]))
        months = _MONTHS.get(unit)
        if months and times and months % times == 0:
            return f"P{months // times}M"
        return "P2W" if unit == "tháng" and times == 2 else None
    count = _count(str(parts["n"])) if parts.get("n") else 1
    if not count or count > _MOST:
        return None
    return f"P{count * 3}M" if unit == "quý" else f"P{count}{_LETTERS[unit]}"


def _count(written: str) -> int:
    """A number in digits or words; 0 for a word that is none."""
    if written.isdigit():
        return int(written)
    return NUMERALS.get(written, _MORE.get(written, 1 if written in ("một", "mỗi", "hàng", "hằng") else 0))
