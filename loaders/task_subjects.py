"""Who is meant to act: the subject before a modal, and where a sentence begins to say what is done."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.body_lists import Cast
from loaders.patterns import Match, Pattern
from loaders.task_words import ACTION, DOERS, FUTURE, OPENING

MODAL = Pattern(r"\b(?:cần|phải|cần phải|sẽ|nên)\b(?! (?:thiết|có nhiều|gì))")
#: A subject that can undertake something, right before its modal.
_GROUP = (
    r"(?:(?:hai|ba|bốn|các|từng|mỗi|mọi|\d{1,2}) (?:bên|địa phương|tỉnh|thành phố|sở|ngành|đơn vị|cơ quan|"
    r"doanh nghiệp|cấp|nội dung)|đôi bên)\b"
)
_SUBJECT = Pattern(rf"(?:{_GROUP}|lãnh đạo|nội dung|chúng tôi|hai phía|việc|công tác)")
_AGREE = Pattern(r"(?:thống nhất|nhất trí) ")
_EVENT = Pattern(r"\b(?:lễ|hội nghị|hội thảo|chương trình|sự kiện|diễn đàn|dự án|tuyến|đường|cầu)\b[^,;]{0,80}$")
#: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh …`: who speaks, not who is to act.
_PERSON_IN_OFFICE = Pattern(r"(?:đồng chí |ông |bà )?(?:phó )?(?:bí thư|chủ tịch|trưởng đoàn)\b")
_LONGEST_VERB = 45
_BOUNDARY = Pattern(
    r"[,:;]\s|\b(?:từ|rằng|là|để)\b[^,;:]{0,30}(?:này|đây)\s|\btheo (?:đó|kế hoạch|thỏa thuận|chương trình)\s|[\"'] ?"
)


def subject_of(cast: Cast, start: int, modal: int) -> int | None:
    """Where the subject of a modal begins, if it can undertake something: sides, localities, bodies, in a row."""
    norm = cast.reading.view.norm
    starts = {m.start for m in cast.reading.localities_in(start, modal) if m.kind in ("locality", "region")}
    starts |= {body.start for body in cast.within(start, modal)}
    ends = {m.end for m in cast.reading.localities_in(start, modal)} | {b.end for b in cast.within(start, modal)}
    first: int | None = None
    for boundary in reversed(list(_boundaries(norm, start, modal))):
        if (
            boundary not in starts
            and not _SUBJECT.match(norm, boundary, modal)
            and not norm.startswith("tỉnh ", boundary)
        ):
            break
        first = boundary
        if _before(norm, boundary) not in ends:
            break  # what stands before it is no member of the same list
    if first is not None and first > start and _before(norm, first) in ends:
        return None
    if first is None or _EVENT.search(norm, first, modal) or modal - _subject_end(cast, first, modal) > _LONGEST_VERB:
        return None
    return first


def _subject_end(cast: Cast, first: int, modal: int) -> int:
    """Where the last name or group of a subject ends, before what leads over to the modal."""
    norm = cast.reading.view.norm
    ends = [m.end for m in cast.reading.localities_in(first, modal)] + [b.end for b in cast.within(first, modal)]
    ends += [match.end() for match in _SUBJECT.finditer(norm, first, modal)]
    return max((end for end in ends if end <= modal), default=first)


def _before(norm: str, position: int) -> int:
    """Where the words before a comma end."""
    while position > 0 and norm[position - 1] in " ,":
        position -= 1
    return position


def _boundaries(norm: str, start: int, end: int) -> Iterator[int]:
    """Where a subject may begin: at the start, after a comma or a colon, after the word that asks."""
    yield start
    for match in _BOUNDARY.finditer(norm, start, end):
        yield match.end()


def begins_action(cast: Cast, position: int, end: int) -> bool:
    norm = cast.reading.view.norm
    if ACTION.match(norm, position, end) or _SIDE_ACTS.match(norm, position, end):
        return True
    sides = DOERS.match(norm, position, end) or _AGREE.match(norm, position, end)
    if sides:
        return True
    place = next((m for m in cast.reading.localities_in(position, position + 1)), None)
    if _PERSON_IN_OFFICE.match(norm, position, end):
        return False
    listed = cast.list_after(position, end) if position < end else None
    return place is not None or (listed is not None and listed.start - position < 25)


#: The sides where news speak of them without their names.
_SIDE_IN_NEWS = Pattern(
    r"(?:(?:hai|ba|bốn|các|từng|mỗi|cả hai) (?:bên|địa phương|tỉnh|thành phố|sở|ban|ngành)|đôi bên|tỉnh|thành phố"
    r"|thủ đô|bên này|bên kia|chúng tôi)(?! (?:ủy|đoàn|hội|khác|bạn|nào)\b)"
)
_SIDE_ACTS = Pattern(rf"(?:tỉnh|thành phố|thủ đô) (?={ACTION.pattern})")
#: Between the name of an organ or a side and its verb.
_RANK = ("tỉnh ", "thành phố ", "tp ", "ubnd ")


def is_subject_of_news(cast: Cast, position: int, end: int, sides: tuple[str, ...]) -> int | None:
    """Where a subject that begins here ends, if it is a side, the sides, or an organisation of theirs."""
    norm = cast.reading.view.norm
    listed = cast.list_after(position, min(end, position + 30)) if position < end else None
    if listed is not None and listed.start == position:
        of_sides = all(set(body.places) <= set(sides) for body in listed.bodies)
        return listed.end if of_sides else None
    place = next((m for m in cast.reading.localities_in(position, min(end, position + 12))), None)
    if place is not None and place.id in sides and (place.start == position or norm.startswith(_RANK, position)):
        return place.end
    said = _SIDE_IN_NEWS.match(norm, position, end)
    return said.end() if said else None


def openings(norm: str, start: int, end: int) -> Iterator[int]:
    """The start of a sentence, and where it may begin anew after an opening (`Theo đó, …`, `Trong …, … tới, …`)."""
    yield start
    if not OPENING.match(norm, start, end):
        return
    for _ in range(3):
        comma = _opening_ends(norm, start, end)
        if comma < 0 or MODAL.search(norm, start, comma):
            return
        start = comma + 2
        yield start


def _opening_ends(norm: str, start: int, end: int) -> int:
    """Where an opening ends: at its comma, or at the colon of `Về nông nghiệp: …`; -1 where it does not."""
    comma = norm.find(", ", start, min(end, start + 160))
    colon = norm.find(": ", start, min(end, start + 60))
    return colon if colon >= 0 and not 0 <= comma < colon else comma


#: `đề nghị thời gian tới hai tỉnh …`: a time before the subject, with or without a comma.
_WHEN = Pattern(
    r"(?:trong )?(?:thời gian|giai đoạn|những năm|các năm|năm|nhiệm kỳ|chặng đường)(?: \d{4}(?: ?- ?\d{4})?)?"
    r" (?:tới|tiếp theo|sắp tới)(?: đây)?,? "
)


def opened(norm: str, start: int, end: int) -> int:
    """The start of a sentence without its openings."""
    while OPENING.match(norm, start, end):
        if when := _WHEN.match(norm, start, end):
            start = when.end()
            continue
        comma = _opening_ends(norm, start, end)
        if comma < 0 or MODAL.search(norm, start, comma):
            break
        start = comma + 2
    return start


def opens_plan(cast: Cast, start: int, end: int) -> bool:
    """``Với chương trình thứ nhất, Bộ X hỗ trợ …``: a body or the sides under a plan."""
    return bool(FUTURE.search(cast.reading.view.norm, max(0, start - 60), start)) and begins_action(cast, start, end)


def is_name(cast: Cast, match: Match) -> bool:
    """``Hội trường Thống Nhất``, ``Cần Thơ``: capitals inside a sentence."""
    cased = cast.reading.view.cased[match.start() : match.end()]
    return cased[1:] != cased[1:].lower() or (
        cased[0].isupper() and cast.reading.view.norm[max(0, match.start() - 2) : match.start()].strip(" \"'").isalpha()
    )
