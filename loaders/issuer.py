"""Who issues a document: the body of its letterhead, the organ that decides for it, or who is said to have acted."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from loaders import bodies, letterhead
from loaders.analysis import Reading, analyse
from loaders.bodies import BodyMention
from loaders.patterns import Pattern
from ontology.names import slug
from ontology.record import BodyRef, District, LocalityRef
from ontology.vocabulary import vocabulary

#: Parts of an authority stand below it in a letterhead and before it in their name: `Văn phòng UBND`.
_PART_OF = Pattern(
    r"^(?P<whole>(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|thành ủy)\b.*?) (?P<part>văn phòng|thường trực"
    r"|ban (?:tổ chức|tuyên giáo|dân vận|nội chính|kinh tế|cán sự đảng|thường vụ)\b.*|ủy ban kiểm tra)$"
)
_ORGAN = r"(?P<organ>ban thường vụ|thường trực|ban chấp hành)"
#: The organ that speaks for a Party committee or a council: in the title, under the text, as the subject of the order.
_ORGANS = (
    Pattern(rf"\b(?:kết luận|ý kiến|chỉ đạo|thông báo|nghị quyết)[^.\n]{{0,40}}? của {_ORGAN}\b"),
    Pattern(rf"(?:^|[\n\t]) ?(?:t/m|tm\.?|thay mặt) ?{_ORGAN}\b"),
    Pattern(
        rf"(?:^|[.;,:\n] ?){_ORGAN} (?:tỉnh ủy|thành ủy|hđnd|hội đồng nhân dân)(?: [^,.;:\n]{{1,40}})?"
        r" (?:ban hành|yêu cầu|kết luận|đề nghị|chỉ đạo|giao|thông báo|báo cáo|xây dựng|thống nhất)\b"
    ),
)
#: What its secretary concludes is the committee's.
_OF_SECRETARY = Pattern(r"\bcủa (?:đồng chí )?(?:phó )?bí thư\b")
_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Hội đồng nhân dân")
_OF = Pattern(r"\bcủa (?:đồng chí )?(?:(?:phó )?(?:chủ tịch|bí thư)(?: thường trực)? )?$")
_FIRST_SIDE = Pattern(r"(?:^|\n)\W*+(?:\d{1,2}[.)] ?)?(?:bên (?:a|thứ nhất|1)\b|đại diện (?:phía|bên|cho)\b)")
#: A body that is only where others meet.
_VENUE = Pattern(r"\b(?:tại|ở|trụ sở)(?: (?:trụ sở|văn phòng|hội trường))? $")
_UNSPOKEN = ("basis", "furniture", "addressees", "recipients")
_SIDES = ("memorandum", "agreement")
_TITLE_LENGTH, _SUBJECT_LENGTH, _AUTHORITY_LINES = 400, 200, 6


@dataclass(frozen=True, slots=True)
class Issuer:
    """The body, and where in ``norm`` the words stand that name it."""

    ref: BodyRef
    spans: tuple[tuple[int, int], ...]
    rule: str


def issuer(reading: Reading, organisations: Sequence[BodyMention]) -> Issuer | None:
    """The issuer, ``None`` for news and where nobody is named."""
    form = reading.form
    named = [body for body in organisations if not body.group]
    if form.genre == "news":
        return None
    if form.reported:
        return _of_act(reading, named)
    found = _heading(reading) or _without_letterhead(reading, named)
    return _organ(reading, found) if found else None


def _heading(reading: Reading) -> Issuer | None:
    """The body of the letterhead: the last one, which the others are above of; the first of several equals."""
    spans = letterhead.lines(reading.view, reading.form)
    text = " ".join(reading.view.cased[slice(*span)] for span in spans)
    if not text:
        return None
    part = _PART_OF.match(" ".join(reading.view.norm[slice(*span)] for span in spans))
    if part:
        text = f"{text[slice(*part.span('part'))]} {text[slice(*part.span('whole'))]}"
    head = analyse(text, reading.day)
    found = [body for body in bodies.find(head) if not body.group]
    if not found:
        return None
    dashed = any(head.view.norm[a.end : b.start].strip() == "-" for a, b in itertools.pairwise(found))
    equals = dashed or len({body.name for body in found}) == 1
    return Issuer(_ref(reading, found[0] if equals else found[-1]), spans, "issuer:letterhead")


def _ref(reading: Reading, body: BodyMention) -> BodyRef:
    """The body; where its words name no locality, it is the one that the document speaks from."""
    ref = bodies.refs(body)[0]
    named = ref.province is not None and body.rule is None
    if named or reading.home is None or (ref.jurisdiction is None and _is_national(body)):
        return ref
    home = LocalityRef(id=reading.home.id, name=reading.home.name)
    district = ref.jurisdiction if isinstance(ref.jurisdiction, District) else None
    return ref.model_copy(update={"jurisdiction": district.model_copy(update={"within": home}) if district else home})


def _is_national(body: BodyMention) -> bool:
    kind = vocabulary().body_kinds.get(body.kind)
    return body.category in ("ministry", "central", "enterprise", "university") or (
        kind is not None and kind.level == "central"
    )


def _without_letterhead(reading: Reading, named: Sequence[BodyMention]) -> Issuer | None:
    """The first side of what sides sign; else whose conclusion it is (`của …`), who decides or signs (in capitals)."""
    form = reading.form
    start = form.title[0] if form.title else form.begins
    spoken = [b for b in named if b.start >= start and reading.paragraph_of(b.start).kind not in _UNSPOKEN]
    if form.genre in _SIDES:
        first_side = _FIRST_SIDE.search(reading.view.norm, start)
        behind = [body for body in spoken if first_side and 0 <= body.start - first_side.end() < _SUBJECT_LENGTH]
        sides = [b for b in spoken if not _VENUE.search(reading.view.norm, max(0, b.start - 20), b.start)]
        return _first(reading, behind or sides, "issuer:words")
    of = [
        body
        for body in spoken
        if reading.paragraph_of(body.start).kind == "heading"
        and body.start < start + _TITLE_LENGTH
        and _OF.search(reading.view.norm, max(0, body.start - 60), body.start)
    ]
    first = reading.paragraph_of(start).index
    deciding = [
        body
        for body in spoken
        if (part := reading.paragraph_of(body.start)).index <= first + _AUTHORITY_LINES
        and part.index > first
        and reading.view.cased[part.start : part.end].isupper()
    ]
    names = {body: reading.view.cased[body.start : body.name_end] for body in spoken}
    signing = [body for body, name in names.items() if name.isupper() and " " in name]
    return _first(reading, of or deciding or signing[:1], "issuer:words")


def _first(reading: Reading, found: Sequence[BodyMention], rule: str) -> Issuer | None:
    return Issuer(_ref(reading, found[0]), ((found[0].start, found[0].end),), rule) if found else None


def _organ(reading: Reading, found: Issuer) -> Issuer:
    """A committee's own organ, where the document says that it speaks: `T/M BAN THƯỜNG VỤ`."""
    title = reading.form.title
    person = title is not None and _OF_SECRETARY.search(reading.view.norm, title[0], title[1] + _SUBJECT_LENGTH)
    if found.ref.name not in _COMMITTEES or person:
        return found
    limits = (title[0] + _TITLE_LENGTH if title else 0, len(reading.view.norm), len(reading.view.norm))
    for pattern, limit in zip(_ORGANS, limits, strict=True):
        match = pattern.search(reading.view.norm, title[0] if title else 0, min(limit, len(reading.view.norm)))
        kind = vocabulary().body_kinds.get(slug(f"{match['organ']} {found.ref.name}")) if match else None
        if match and kind:
            ref = found.ref.model_copy(update={"name": kind.name, "kind": kind.id})
            return Issuer(ref, (match.span("organ"), *found.spans), found.rule)
    return found


def _of_act(reading: Reading, named: Sequence[BodyMention]) -> Issuer | None:
    """Who acts: the body before `ban hành`, or before the number; else the first one after it, or after the order."""
    form = reading.form
    if form.act is None:
        return None
    if form.number:
        left = reading.paragraph_of(form.act).start
        before = [body for body in named if max(left, form.act - _SUBJECT_LENGTH) <= body.start < form.act]
        between = [body for body in named if form.act <= body.start < form.number[0]]
        if before or between:
            return _first(reading, before[-1:] or between, "issuer:act")
    at = form.number[1] if form.number else form.act
    return _first(reading, [body for body in named if body.start >= at], "issuer:act")
