"""What else a task's words say: on what condition, in which direction, in what mode, and who asked for it."""

from __future__ import annotations

from typing import Literal

from loaders.bodies import refs
from loaders.body_lists import OFFICES, Cast
from loaders.patterns import Pattern
from loaders.task_words import SIDES
from ontology.record import Speaker

Direction = Literal["joint", "reciprocal", "one-way"]

#: `sau khi quy hoạch được phê duyệt`, `khi có chủ trương của …`, `nếu được …`.
_CONDITION = Pattern(
    r"\b(?:(?:ngay )?sau khi|khi có|khi được|nếu|trong trường hợp) [^,;.]{5,90}?(?:(?:được "
    r"[^,;.]{2,30}?)?(?:phê duyệt|chấp thuận|thông qua|"
    r"thống nhất|đồng ý|ban hành|có hiệu lực|hoàn thành|cho phép)\b|(?=[,;.]|$))"
)
_MUTUAL = Pattern(r"\b(?:lẫn nhau|của nhau|cho nhau|giúp nhau|học nhau|trao đổi|chia sẻ|luân phiên|giao lưu)\b")
_TOGETHER = Pattern(r"\b(?:phối hợp|cùng|hợp tác|liên kết|chung)\b")
_HELPS = Pattern(r"\b(?:hỗ trợ|giúp|tạo điều kiện|đầu tư vào|chuyển giao cho|tiếp nhận)\b")
#: Modes of cooperation in the order in which they are looked for.
_MODES = (
    ("exchange-of-experience", r"kinh nghiệm|học tập|học nhau"),
    ("information", r"thông tin|cơ sở dữ liệu|dữ liệu|website"),
    ("training", r"đào tạo|bồi dưỡng|tập huấn|luân chuyển cán bộ"),
    ("event", r"hội nghị|hội thảo|hội chợ|lễ hội|triển lãm|tuần hàng|tọa đàm|sự kiện"),
    ("investment", r"đầu tư"),
    ("joint-project", r"dự án|đề tài|đề án|quy hoạch|xây dựng tuyến|tuyến"),
    ("support", r"hỗ trợ|giúp|an sinh"),
)
_MODE = tuple((mode, Pattern(rf"\b(?:{words})\b")) for mode, words in _MODES)
#: Without a verb of asking, whoever stands before the task is not its author.
_ASKS = Pattern(
    r"\b(?:giao|yêu cầu|đề nghị|chỉ đạo|mong muốn|mong|kiến nghị|đề xuất|nhấn mạnh|lưu ý|cam kết|kết luận)\b"
)
_GIVES = 5
_PERSON = Pattern(
    r"(?<!\p{L})(?:ông|bà|đồng chí|đ/c|Ông|Bà|Đồng chí|Đ/c) (?P<name>\p{Lu}[\p{L}]*+(?: \p{Lu}[\p{L}]*+){1,4}+)"
)
_OFFICE = Pattern(rf"(?:(?:phó )?(?:bí thư|chủ tịch)(?: thường trực)?|{OFFICES}) ?$")


def condition(cast: Cast, start: int, end: int) -> str | None:
    """The condition on which a task depends, in the words of the text."""
    match = _CONDITION.search(cast.reading.view.norm, start, end)
    if match is None:
        return None
    return " ".join(cast.reading.view.cased[match.start() : match.end()].split()).rstrip(" .;,")


def direction(cast: Cast, start: int, end: int) -> Direction | None:
    """Reciprocal: each for the other; joint: together; one-way: one for another."""
    norm = cast.reading.view.norm
    if _MUTUAL.search(norm, start, end):
        return "reciprocal"
    if SIDES.match(norm, start, end) or _TOGETHER.search(norm, start, min(end, start + 120)):
        return "joint"
    subject = cast.reading.localities_in(start, start + 1)
    helps = _HELPS.search(norm, start, end)
    if helps and (subject or cast.within(start, start + 1)) and cast.reading.localities_in(helps.end(), end):
        return "one-way"
    return None


def mode(cast: Cast, start: int, end: int) -> str | None:
    """The first mode of cooperation that the words name outside of the names of bodies."""
    bodies = cast.within(start, end)
    for name, pattern in _MODE:
        for match in pattern.finditer(cast.reading.view.norm, start, end):
            if not any(body.start <= match.start() < body.end for body in bodies):
                return name
    return None


def speaker(cast: Cast, sentence_start: int, start: int) -> Speaker | None:
    """Who asks or orders, before the task's own words in its sentence: a person, an office, the body behind it."""
    reading = cast.reading
    asks = _ASKS.search(reading.view.norm, sentence_start, start + _GIVES)
    if asks is None:
        return None
    bodies = cast.within(sentence_start, asks.start())
    person = None
    for match in _PERSON.finditer(reading.view.cased, sentence_start, asks.start()):
        person = match["name"]
    if not bodies:
        return Speaker(person=person) if person else None
    body = bodies[-1]
    office = _OFFICE.search(reading.view.norm, sentence_start, body.start)
    role = reading.view.cased[office.start() : body.end].strip() if office else None
    return Speaker(person=person, role=" ".join(role.split()) if role else None, body=refs(body)[0])
