"""Tasks in running text: what somebody asks for, what the sides undertake, what a list after a colon enumerates.

Every construction is one function from a sentence to stretches; none looks at more than its sentence and the scope
that the sentences before it in the paragraph have opened (``Đồng chí đề nghị: … . … . …``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from loaders.body_lists import Cast
from loaders.body_trie import wordset
from loaders.task_clauses import Stretch, clauses, parts
from loaders.task_words import ACTION, CHAIRING, DOERS, FUTURE, OPENING, PAST, SIDES, past_before
from ontology.record import TaskKind


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence opens for those after it in its paragraph: the kind of task that an imperative then is."""

    kind: TaskKind | None = None


#: Verbs of asking and wishing, and what is asked then is.
_ASKS: tuple[tuple[str, TaskKind], ...] = (
    ("yêu cầu|chỉ đạo|quán triệt", "assignment"),
    ("đề nghị|kiến nghị|đề xuất|mong muốn|mong|kêu gọi|lưu ý|nhấn mạnh|cho rằng|khẳng định", "proposal"),
    ("cam kết|thống nhất|nhất trí", "commitment"),
)
_ASK = regex.compile("|".join(rf"(?P<k{i}>\b(?:{verbs})\b)" for i, (verbs, _) in enumerate(_ASKS)))
#: Asking that only introduces: without a modal or an imperative behind it, nothing is asked.
_WEAK = frozenset({"nhấn mạnh", "cho rằng", "khẳng định", "lưu ý", "mong", "kêu gọi", "quán triệt"})
#: `được … yêu cầu làm chặt hơn`: asked for in the passive, of the whole sentence.
_PASSIVE_ASK = regex.compile(r"\bđược [^,;:.]{2,60} (?:yêu cầu|đề nghị|chỉ đạo) (?=\p{Ll})")
#: `Theo đó thống nhất …`, `Hai bên nhất trí …`: agreed by the sides, not asked of them.
_AGREED = regex.compile(
    rf"(?:theo đó,? )?(?:(?:{SIDES.pattern} )(?:cùng |đồng )?(?:thống nhất|nhất trí|thỏa thuận)|(?:thống "
    rf"nhất|nhất trí))(?:(?= \p{{Ll}})| ?: ?)"
)
_MODAL = regex.compile(r"\b(?:cần|phải|cần phải|sẽ|nên)\b(?! (?:thiết|có nhiều))")
_MODAL_KIND: dict[str, TaskKind] = {"sẽ": "commitment"}
#: Works that a colon enumerates, and the words after which the list begins.
_WORKS = regex.compile(
    r"\b(?:nội dung|phần việc|nhiều việc|việc|hoạt động|nhiệm vụ|giải pháp|lĩnh vực)\b[^:]{0,160}?(?::| "
    r"như:| gồm:| là:)\s?"
)
_DISCUSSED = regex.compile(r"\b(?:đưa lên bàn|trao đổi|thảo luận|bàn về|đánh giá|báo cáo|nghe)\b")
#: A subject that can undertake something, right before its modal.
_GROUP = (
    r"(?:(?:hai|ba|bốn|các|từng|mỗi|mọi|\d{1,2}) (?:bên|địa phương|tỉnh|thành phố|sở|ngành|đơn vị|cơ quan|"
    r"doanh nghiệp|cấp|nội dung)|đôi bên)\b"
)
_SUBJECT = regex.compile(rf"(?:{_GROUP}|lãnh đạo|nội dung ký kết|việc|công tác)")
_EVENT = regex.compile(r"\b(?:lễ|hội nghị|hội thảo|chương trình|sự kiện|diễn đàn|dự án|tuyến|đường|cầu)\b[^,;]{0,80}$")
#: `Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh …`: who speaks, not who is to act.
_PERSON_IN_OFFICE = regex.compile(r"(?:đồng chí |ông |bà )?(?:phó )?(?:bí thư|chủ tịch|trưởng đoàn)\b")
_LISTED_FIELDS = regex.compile(r"lĩnh vực|ngành")


def read(cast: Cast, start: int, end: int, scope: Scope) -> tuple[tuple[Stretch, ...], Scope]:
    """The tasks of a sentence, and the scope for the sentence after it."""
    norm = cast.reading.view.norm
    if CHAIRING.search(norm, start, end):
        return (), Scope()
    together = agreed(cast, start, end, scope)
    if together[0]:
        return together
    enumerated = _enumerated(cast, start, end, scope)
    if enumerated:
        return enumerated, scope
    passive = _PASSIVE_ASK.search(norm, start, end)
    if passive and not PAST.search(norm, start, passive.start()):
        kind: TaskKind = "assignment" if "yêu cầu" in passive.group() or "chỉ đạo" in passive.group() else "proposal"
        return tuple(clauses(norm, opened(norm, start, end), end, kind, "passive")), Scope(kind)
    if (
        scope.kind
        and _begins_action(cast, start, end)
        and not _MODAL.search(norm, start, end)
        and not past_before(norm, start, end, start + 60)
    ):
        return tuple(clauses(norm, start, end, scope.kind, "plan")), scope
    asked = _asked(cast, start, end)
    if asked:
        return asked
    modal = _modal(cast, start, end, scope)
    if modal:
        return modal
    future = FUTURE.search(norm, start, end)
    if (scope.kind or future) and not past_before(norm, start, end, start + 60):
        kind = scope.kind or "commitment"
        begin = _imperative(cast, start, end)
        if begin is not None and not any(start <= date.start < begin for date in cast.reading.dates):
            return tuple(clauses(norm, begin, end, kind, "plan")), Scope(kind)
    return (), scope


def agreed(cast: Cast, start: int, end: int, scope: Scope) -> tuple[tuple[Stretch, ...], Scope]:
    """``Hai bên nhất trí: mỗi năm …; lập …``, ``Theo đó thống nhất …``."""
    norm = cast.reading.view.norm
    match = _AGREED.match(norm, start, end)
    if match is None:
        return (), scope
    begin = match.end() if match.group().rstrip().endswith(":") else start
    return tuple(clauses(norm, begin, end, "commitment", "agreed")), Scope("commitment")


def _asked(cast: Cast, start: int, end: int) -> tuple[tuple[Stretch, ...], Scope] | None:
    """``Ông đề nghị hai bên sớm ký …``, ``bày tỏ mong muốn …``, ``thành phố cam kết hỗ trợ …``."""
    norm = cast.reading.view.norm
    for match in _ASK.finditer(norm, start, end):
        if PAST.search(norm, start, match.start()) or _is_noun(norm, match) or _is_name(cast, match):
            continue
        kind = _ASKS[int((match.lastgroup or "k0")[1:])][1]
        sides = _subject(cast, start, match.start()) if match.group() in ("kiến nghị", "đề nghị") else None
        if sides is not None and _JOINTLY.match(norm, max(sides, match.start() - 12), match.start() + 12):
            return tuple(clauses(norm, sides, end, "commitment", "joint-request")), Scope("commitment")
        begin = match.end()
        while begin < end and norm[begin] in " :,\"'\n":
            begin += 1
        for word in ("rằng ", "là "):
            begin += len(word) if norm.startswith(word, begin) else 0
        begin = opened(norm, begin, end)
        modal = _MODAL.search(norm, begin, end)
        wishes = match.group() == "mong" and DOERS.match(norm, begin, end)
        if match.group() in _WEAK and not modal and not wishes:
            return ((), Scope(kind)) if norm[match.end() : match.end() + 1] == ":" else None
        if modal and (subject := _subject(cast, begin, modal.start())) is not None:
            return tuple(clauses(norm, subject, end, kind, f"ask:{match.group()}")), Scope(kind)
        if match.group() in _WEAK and not wishes:
            continue
        if _begins_action(cast, begin, end):
            if kind == "commitment":  # who undertakes it belongs to the words
                subject = _subject(cast, start, match.start())
                begin = match.start() if subject is None else subject
            return tuple(clauses(norm, begin, end, kind, f"ask:{match.group()}")), Scope(kind)
    return None


def _is_noun(norm: str, match: regex.Match[str]) -> bool:
    """``bản cam kết``, ``theo yêu cầu``, ``nội dung thống nhất``: the noun, not the verb."""
    before = norm[max(0, match.start() - 12) : match.start()].split()
    after = norm[match.end() : match.end() + 14].split()
    return bool(before and before[-1] in _NOUN_MARKS) or bool(
        after and after[0] in ("của", "về", "hợp", "đặt", "trên", "này", "giữa")
    )


def _is_name(cast: Cast, match: regex.Match[str]) -> bool:
    """``Hội trường Thống Nhất``, ``Cần Thơ``: capitals inside a sentence."""
    cased = cast.reading.view.cased[match.start() : match.end()]
    return cased[1:] != cased[1:].lower() or (
        cased[0].isupper() and cast.reading.view.norm[max(0, match.start() - 2) : match.start()].strip(" \"'").isalpha()
    )


#: `ba tỉnh đồng kiến nghị Thủ tướng …`: what they undertake is to ask.
_JOINTLY = regex.compile(r".*\b(?:đồng|cùng|thống nhất) (?:kiến nghị|đề nghị)")
_NOUN_MARKS = wordset("bản theo biên các những sự nội lời ý đáp ứng kết bộ nguyên quyết với")


def _modal(cast: Cast, start: int, end: int, scope: Scope) -> tuple[tuple[Stretch, ...], Scope] | None:
    """``hai địa phương cần …``, ``Hà Nội sẽ …``, ``Về xây dựng Đảng, phải …``."""
    norm = cast.reading.view.norm
    for match in _MODAL.finditer(norm, start, end):
        if PAST.search(norm, start, match.start()):
            return None
        if _is_name(cast, match) or any(
            m.start <= match.start() < m.end for m in cast.reading.localities_in(match.start() - 3, match.end())
        ):
            continue
        subject = _subject(cast, start, match.start())
        asked = scope.kind in ("proposal", "assignment") or FUTURE.search(norm, start, match.start())
        if subject is None and asked and match.group() != "sẽ" and opened(norm, start, match.end()) == match.start():
            subject = match.start()
        if subject is None:
            continue
        stated: TaskKind = _MODAL_KIND.get(match.group(), "proposal")
        kind = scope.kind if scope.kind in ("proposal", "assignment") else stated
        return tuple(clauses(norm, subject, end, kind, f"modal:{match.group()}")), Scope(kind)
    return None


def _subject(cast: Cast, start: int, modal: int) -> int | None:
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
    if first is None or _EVENT.search(norm, first, modal):
        return None
    return first


def _before(norm: str, position: int) -> int:
    """Where the words before a comma end."""
    while position > 0 and norm[position - 1] in " ,":
        position -= 1
    return position


def _boundaries(norm: str, start: int, end: int) -> Iterator[int]:
    """Where a subject may begin: at the start, after a comma or a colon, after the word that asks."""
    yield start
    for match in regex.finditer(r"(?:[,:;]|\b(?:từ|rằng|là|để)\b[^,;:]{0,30}(?:này|đây))\s|[\"'] ?", norm[start:end]):
        yield start + match.end()


def _imperative(cast: Cast, start: int, end: int) -> int | None:
    """Where a sentence without a modal begins to say what is done: sides or localities with a verb, or the verb."""
    norm = cast.reading.view.norm
    for position in _openings(norm, start, end):
        if _begins_action(cast, position, end):
            return position
    return None


def _begins_action(cast: Cast, position: int, end: int) -> bool:
    norm = cast.reading.view.norm
    if ACTION.match(norm, position, end):
        return True
    sides = DOERS.match(norm, position, end) or regex.match(r"(?:thống nhất|nhất trí) ", norm, pos=position, endpos=end)
    if sides:
        return True
    place = next((m for m in cast.reading.localities_in(position, position + 1)), None)
    if _PERSON_IN_OFFICE.match(norm, position, end):
        return False
    listed = cast.list_after(position, end) if position < end else None
    return place is not None or (listed is not None and listed.start - position < 25)


def _enumerated(cast: Cast, start: int, end: int, scope: Scope) -> tuple[Stretch, ...]:
    """``Kế hoạch có 3 nội dung chính: mở …; đề xuất …``: each part between semicolons."""
    norm = cast.reading.view.norm
    match = _WORKS.search(norm, start, end)
    if match is None or _DISCUSSED.search(norm, start, match.end()):
        return ()
    announced = bool(_MODAL.search(norm, start, match.end()) or FUTURE.search(norm, start, match.end()))
    body = match.end()
    listed = list(parts(norm, body, end))
    verbs = sum(bool(ACTION.match(norm, a, b)) for a, b in listed)
    if _LISTED_FIELDS.search(match.group()) and verbs < len(listed):
        return ()
    modal = next((m for a, b in listed[:1] if (m := _MODAL.search(norm, a, b))), None)
    if not modal and (len(listed) < 2 or (not announced and verbs * 2 <= len(listed))):
        return ()
    kind: TaskKind = scope.kind or ("proposal" if modal and modal.group() != "sẽ" else "commitment")
    return tuple(Stretch(a, b, kind, "enumeration") for a, b in listed)


def _openings(norm: str, start: int, end: int) -> Iterator[int]:
    """The start of a sentence, and where it may begin anew after an opening (`Theo đó, …`, `Trong …, … tới, …`)."""
    yield start
    if not OPENING.match(norm, start, end):
        return
    for _ in range(3):
        comma = norm.find(", ", start, min(end, start + 160))
        if comma < 0 or _MODAL.search(norm, start, comma):
            return
        start = comma + 2
        yield start


def opens_plan(cast: Cast, start: int, end: int) -> bool:
    """``Với chương trình thứ nhất, Bộ X hỗ trợ …``: a body or the sides under a plan."""
    return bool(FUTURE.search(cast.reading.view.norm, max(0, start - 60), start)) and _begins_action(cast, start, end)


def opened(norm: str, start: int, end: int) -> int:
    """The start of a sentence without its openings."""
    while OPENING.match(norm, start, end):
        comma = norm.find(", ", start, min(end, start + 160))
        if comma < 0 or _MODAL.search(norm, start, comma):
            break
        start = comma + 2
    return start
