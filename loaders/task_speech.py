"""Tasks in running text: what somebody asks for, what the sides undertake, what a list after a colon enumerates.

Every construction is one function from a sentence to stretches; none looks at more than its sentence and the scope
that the sentences before it in the paragraph have opened (``Đồng chí đề nghị: … . … . …``).
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.body_lists import Cast
from loaders.patterns import Pattern
from loaders.recurrence import recurrence
from loaders.task_asks import asked
from loaders.task_clauses import Stretch, clauses, parts
from loaders.task_subjects import MODAL, begins_action, is_name, opened, openings, subject_of
from loaders.task_times import dated
from loaders.task_words import ACTION, CHAIRING, FUTURE, PAST, SIDES, past_before
from ontology.codes import TaskKind


@dataclass(frozen=True, slots=True)
class Scope:
    """What a sentence opens for those after it in its paragraph: the kind of task that an imperative then is."""

    kind: TaskKind | None = None


#: `được … yêu cầu làm chặt hơn`: asked for in the passive, of the whole sentence.
_PASSIVE_ASK = Pattern(r"\bđược [^,;:.]{2,60} (?:yêu cầu|đề nghị|chỉ đạo) (?=\p{Ll})")
#: `Theo đó thống nhất …`, `Hai bên nhất trí …`: agreed by the sides, not asked of them.
_AGREED = Pattern(
    rf"(?:theo đó,? )?(?:(?:{SIDES.pattern} )(?:cùng |đồng )?(?:thống nhất|nhất trí|thỏa thuận)|(?:thống "
    rf"nhất|nhất trí))(?! (?:đánh giá|nhận định|ghi nhận|nhận xét|cao|với))(?:(?= \p{{Ll}})| ?: ?)"
)
#: `… một số nội dung hợp tác trong thời gian tới: …; …`: what only introduces the list.
_AGREED_LIST = Pattern(
    r"\s?(?:\d{1,2} |một số |những |các |mấy )?"
    r"(?:nội dung|vấn đề|việc|công việc|nhiệm vụ|hoạt động|giải pháp|điểm)\b[^:;.]{0,70}: ?"
)
MODAL_KIND: dict[str, TaskKind] = {"sẽ": "commitment"}
#: Works that a colon enumerates, and the words after which the list begins.
_WORKS = Pattern(
    r"\b(?:nội dung|phần việc|nhiều việc|việc|hoạt động|nhiệm vụ|giải pháp|lĩnh vực)\b[^:]{0,160}?(?::| "
    r"như:| gồm:| là:)\s?"
)
#: Works of cooperation: one alone makes a list.
_COOPERATIVE = Pattern(r"\b(?:nội dung|hoạt động|việc) hợp tác\b")
_DISCUSSED = Pattern(r"\b(?:đưa lên bàn|trao đổi|thảo luận|bàn về|đánh giá|báo cáo|nghe)\b")
_LISTED_FIELDS = Pattern(r"lĩnh vực|ngành")


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
        and begins_action(cast, start, end)
        and not MODAL.search(norm, start, end)
        and not past_before(norm, start, end, start + 60)
    ):
        return tuple(clauses(norm, start, end, scope.kind, "plan")), scope
    said = asked(cast, start, end)
    if said:
        return said[0], Scope(said[1])
    modal = _modal(cast, start, end, scope)
    if modal:
        return modal
    future = FUTURE.search(norm, start, end)
    if (scope.kind or future) and not past_before(norm, start, end, start + 60):
        kind = scope.kind or "commitment"
        begin = _imperative(cast, start, end)
        repeats = begin is not None and recurrence(norm, start, begin) is not None
        if begin is not None and (repeats or not dated(cast.reading, start, begin)):
            return tuple(clauses(norm, start if repeats else begin, end, kind, "plan")), Scope(kind)
    return (), scope


def agreed(cast: Cast, start: int, end: int, scope: Scope) -> tuple[tuple[Stretch, ...], Scope]:
    """``Hai bên nhất trí: mỗi năm …; lập …``, ``Theo đó thống nhất …``."""
    norm = cast.reading.view.norm
    match = _AGREED.match(norm, start, end)
    if match is None:
        return (), scope
    listed = _AGREED_LIST.match(norm, match.end(), end)
    begin = listed.end() if listed else match.end() if match.group().rstrip().endswith(":") else start
    return tuple(clauses(norm, begin, end, "commitment", "agreed")), Scope("commitment")


def _modal(cast: Cast, start: int, end: int, scope: Scope) -> tuple[tuple[Stretch, ...], Scope] | None:
    """``hai địa phương cần …``, ``Hà Nội sẽ …``, ``Về xây dựng Đảng, phải …``."""
    norm = cast.reading.view.norm
    for match in MODAL.finditer(norm, start, end):
        if PAST.search(norm, start, match.start()):
            return None
        if is_name(cast, match) or any(
            m.start <= match.start() < m.end for m in cast.reading.localities_in(match.start() - 3, match.end())
        ):
            continue
        subject = subject_of(cast, start, match.start())
        asked = scope.kind in ("proposal", "assignment") or FUTURE.search(norm, start, match.start())
        if subject is None and asked and match.group() != "sẽ" and opened(norm, start, match.end()) == match.start():
            subject = match.start()
        if subject is None:
            continue
        stated: TaskKind = MODAL_KIND.get(match.group(), "proposal")
        kind = scope.kind if scope.kind in ("proposal", "assignment") else stated
        return tuple(clauses(norm, subject, end, kind, f"modal:{match.group()}")), Scope(kind)
    return None


def _imperative(cast: Cast, start: int, end: int) -> int | None:
    """Where a sentence without a modal begins to say what is done: sides or localities with a verb, or the verb."""
    norm = cast.reading.view.norm
    for position in openings(norm, start, end):
        if begins_action(cast, position, end):
            return position
    return None


def _enumerated(cast: Cast, start: int, end: int, scope: Scope) -> tuple[Stretch, ...]:
    """``Kế hoạch có 3 nội dung chính: mở …; đề xuất …``: each part between semicolons."""
    norm = cast.reading.view.norm
    match = _WORKS.search(norm, start, end)
    if match is None or _DISCUSSED.search(norm, start, match.end()):
        return ()
    announced = bool(MODAL.search(norm, start, match.end()) or FUTURE.search(norm, start, match.end()))
    body = match.end()
    listed = list(parts(norm, body, end))
    verbs = sum(bool(ACTION.match(norm, a, b)) for a, b in listed)
    if _LISTED_FIELDS.search(match.group()) and verbs < len(listed):
        return ()
    modal = next((m for a, b in listed[:1] if (m := MODAL.search(norm, a, b))), None)
    works = bool(_COOPERATIVE.search(match.group()) and verbs)
    if not modal and (len(listed) < 2 - works or (not announced and verbs * 2 <= len(listed))):
        return ()
    kind: TaskKind = scope.kind or ("proposal" if modal and modal.group() != "sẽ" else "commitment")
    return tuple(Stretch(a, b, kind, "enumeration") for a, b in listed)
