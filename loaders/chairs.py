"""Who chairs a meeting: the persons or offices before `chủ trì hội nghị`, or behind `dưới sự chủ trì của`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.analysis import Reading
from loaders.bodies import BodyMention, refs
from loaders.patterns import Pattern
from ontology.record import Speaker

_MEETING = r"(?:hội nghị|hội thảo|hội đàm|diễn đàn|tọa đàm|lễ|(?:buổi|cuộc|phiên) \p{L}+|họp|làm việc)"
_CHAIRS = Pattern(
    r"\bdưới sự (?:đồng )?chủ trì của (?P<of>)"
    rf"|\b(?:đồng )?chủ trì(?: {_MEETING})?[^.;:,\n]{{0,40}}?(?: (?:là|có|gồm)\b|:)(?P<listed>) ?(?:các )?"
    rf"|\b(?:đồng )?chủ trì(?: và (?:chỉ đạo|điều hành|phát biểu)(?: tại)?)?,? (?:các )?{_MEETING}\b"
)
#: Where one person's words end and the next one's begin.
_NEXT = Pattern(r";|(?:,|\bvà\b|\bcùng\b)(?= ?(?:các )?(?:đồng chí|đ/c|ông|bà)\b)")
_NAME = Pattern(
    r"(?<![\p{L}.])(?!(?:Ủy|Phó|Bí|Chủ|Giám|Trưởng|Thủ|Bộ|Thứ|Thường|Tỉnh|Thành|Ban|Hội|Sở|Đồng|Các|Ông|Bà|Đại|Trung|Thiếu|Phía)\b)"
    r"\p{Lu}\p{Ll}++(?: \p{Lu}[\p{L}.]*+){1,4}+"
)
#: What stands before the name of a place.
_PLACE = Pattern(r"\b(?:tại|ở|thành phố|tp\.?|tỉnh|huyện|quận|thị xã|phường|xã|hội trường|khách sạn) $")
_OFFICE = Pattern(
    r"\b(?:(?:quyền |nguyên )?(?:phó )?(?:bí thư|chủ tịch|giám đốc|tổng giám đốc|trưởng ban|chủ nhiệm|chánh văn phòng"
    r"|viện trưởng|hiệu trưởng|bộ trưởng|thứ trưởng|thủ tướng|cục trưởng|tỉnh trưởng)(?: thường trực)?)(?: |$)"
)
#: Behind the person the sentence goes on: `…, Chủ tịch UBND tỉnh, hai bên đã họp`.
_THEN = Pattern(r", (?:\p{L}+ ){0,8}?(?:đã|tổ chức|diễn ra|họp|tiến hành)\b")
_LONGEST, _MOST, _SENTENCES = 700, 6, 4


def chairs(reading: Reading, organisations: Sequence[BodyMention], start: int) -> tuple[Speaker, ...]:
    """Who chairs the meeting told of at a norm offset: said in its sentence or in one of the next ones."""
    first = next((i for i, s in enumerate(reading.sentences) if s.start <= start < s.end), None)
    if first is None:
        return ()
    for sentence in reading.sentences[first : first + _SENTENCES]:
        match = _CHAIRS.search(reading.view.norm, sentence.start, sentence.end)
        if match is None:
            continue
        behind = match.group("of") is not None or match.group("listed") is not None
        left, right = (match.end(), sentence.end) if behind else (sentence.start, match.start())
        if match.group("of") is not None:
            verb = _THEN.search(reading.view.norm, left, right)
            right = verb.start() if verb else right
        found = tuple(_speakers(reading, organisations, left, min(right, left + _LONGEST)))
        if found:
            return found[:_MOST]
    return ()


def _speakers(reading: Reading, organisations: Sequence[BodyMention], left: int, right: int) -> Iterator[Speaker]:
    ends = [match.start() for match in _NEXT.finditer(reading.view.norm, left, right)]
    for begin, end in zip([left, *ends], [*ends, right], strict=True):
        bodies = [body for body in organisations if begin <= body.start and body.end <= end and not body.group]
        person, (role, body) = _person(reading, bodies, begin, end), _office(reading, bodies, begin, end)
        if person or role:
            yield Speaker(person=person, role=role, body=refs(body)[0] if body else None)


def _person(reading: Reading, bodies: Sequence[BodyMention], begin: int, end: int) -> str | None:
    """The first name between the bodies and places that a person's words name."""
    taken = [(body.start, body.end) for body in bodies]
    taken += [(place.start, place.end) for place in reading.localities_in(begin, end)]
    for start, stop in sorted([*taken, (end, end)]):
        for match in _NAME.finditer(reading.view.cased, begin, max(begin, start)):
            if not _PLACE.search(reading.view.norm, max(0, match.start() - 12), match.start()):
                return match.group()
        begin = max(begin, stop)
    return None


def _office(
    reading: Reading, bodies: Sequence[BodyMention], begin: int, end: int
) -> tuple[str | None, BodyMention | None]:
    """The last office named, with its body: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh` is named by the second."""
    for match in reversed(list(_OFFICE.finditer(reading.view.norm, begin, end))):
        body = next((body for body in bodies if body.start in (match.end(), match.end() - 1)), None)
        if body:
            return " ".join(reading.view.cased[match.start() : body.end].split()), body
        if match.group().strip().endswith("thủ tướng"):
            return reading.view.cased[match.start() : match.end()].strip(), None
    return None, None
