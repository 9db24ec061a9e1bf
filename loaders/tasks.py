"""Tasks: what a body must do, what the sides undertake, what somebody asks for; one for each sentence, item or row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from loaders import (
    task_parties,
    task_partners,
    task_promises,
    task_roles,
    task_sections,
    task_speech,
    task_subjects,
    task_tables,
)
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.body_lists import Cast
from loaders.patterns import Pattern
from loaders.recurrence import recurrence
from loaders.task_clauses import Stretch
from loaders.task_orders import Found, completed_draft, locality_acts, order
from loaders.task_role_words import ASKING
from loaders.task_sections import Place
from loaders.task_speech import Scope
from loaders.task_words import (
    ACTION,
    CHAIRING,
    DOERS,
    ENFORCED,
    FORMULA,
    NOT_A_TASK,
    PAST,
    SHORTFALL,
    SIDES,
    past_before,
)
from ontology.codes import TaskKind

#: Genres whose items without a named lead are still orders, unless they speak of the sides.
_ORDERING = frozenset({"dispatch", "plan", "decision"})
#: A clause after a semicolon with a subject of its own, or a second date that recurs, is a task of its own.
_CLAUSE = Pattern(r";\s")
_RECURS = Pattern(r"(?:định kỳ|hằng năm|hàng năm|mỗi)\b")
#: `…; hội nghị lần sau tổ chức tại …`: where and when the sides meet again.
_NEXT_MEETING = Pattern(
    r"(?:hội nghị|cuộc họp|phiên họp|kỳ họp|buổi làm việc|cuộc gặp|lễ)(?: \p{L}++)?"
    r" (?:lần sau|lần tới|lần thứ \p{L}++|kế tiếp|tiếp theo|sau|tới|năm \d{4})"
    r" (?:sẽ |được |do )?(?:tổ chức|diễn ra|họp)\b"
)
#: What an item of a list says of its list and not of a work: when, where, how much.
_PARTICULARS = Pattern(
    r"(?:thời gian|địa điểm|thành phần|kinh phí|số lượng|quy mô|mục đích|mục tiêu|yêu cầu)\b[^.;]{0,30}:"
)
#: `Chủ trì, phối hợp …`, `Định kỳ báo cáo …`: a sentence that goes on with what the same body does.
_SAME_BODY = Pattern(
    r"(?:đồng thời,? )?(?:chủ trì|chủ động|làm đầu mối|là đầu mối|có trách nhiệm|theo dõi|tổng hợp|định "
    r"kỳ|báo cáo|hoàn thành)\b"
)
#: `Các đơn vị gửi báo cáo về Sở trước …`: those whom the document addresses.
_OBEYS = Pattern(
    r"(?:thủ trưởng )?các (?:đơn vị|cơ quan|địa phương|sở)[^,;:.]{0,40}? (?:gửi|báo cáo|triển khai|tổ "
    r"chức|xây dựng|rà soát|khẩn trương|chủ động)\b"
)


def find(reading: Reading, mentions: Sequence[BodyMention], sides: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """All tasks in their order."""
    named = (*mentions, *task_parties.aliases(reading, mentions, sides))
    cast = Cast(reading, sorted(named, key=lambda mention: mention.start))
    rows = task_tables.rows(cast)
    found = [Found(row.start, row.end, "assignment", "table-row", row.leads, row.partners) for row in rows]
    found += _in_text(cast, rows, sides)
    return tuple(_trimmed(reading, task) for task in sorted(found, key=lambda task: task.start))


def _in_text(cast: Cast, rows: Sequence[task_tables.Row], sides: tuple[str, ...]) -> Iterator[Found]:
    scope, paragraph = Scope(), -1
    before: tuple[BodyMention, ...] = ()
    for place in task_sections.places(cast.reading):
        if any(row.start < place.end and place.start < row.end for row in rows):
            continue
        if place.paragraph != paragraph:
            scope, paragraph = Scope(), place.paragraph
            before = ()
        found, scope = _at(cast, place, scope, sides)
        found = [_with_subject(cast, task, before) for task in found]
        before = found[-1].leads if found else ()
        yield from (replace(task, headings=place.headings) for task in found)


def _with_subject(cast: Cast, task: Found, before: tuple[BodyMention, ...]) -> Found:
    """A sentence without a subject has the one of the order before it in its paragraph."""
    orders = cast.reading.form.official or cast.reading.form.reported
    if task.leads or not before or not orders or not _SAME_BODY.match(cast.reading.view.norm, task.start):
        return task
    return replace(task, leads=before, kind="assignment")


def _at(cast: Cast, place: Place, scope: Scope, sides: tuple[str, ...]) -> tuple[list[Found], Scope]:
    norm, form = cast.reading.view.norm, cast.reading.form
    if _asks_nothing(cast, place):
        return [], scope
    draft = completed_draft(cast, place)
    if draft:
        return [draft], scope
    if place.form == "labelled" and (task := order(cast, place, place.label, place.end, sides)):
        return [task], scope
    clauses = list(_ordered(cast, place))
    ordered = [order(cast, place, a, b, sides) for a, b in clauses]
    if any(ordered):
        rest = (found or _beside(cast, place, *clause, sides) for found, clause in zip(ordered, clauses, strict=True))
        return [task for task in rest if task], scope
    agreed, scope = task_speech.agreed(cast, place.start, place.end, scope)
    if agreed:
        return [_spoken(cast, stretch, sides) for stretch in agreed], scope
    if place.section in ("content", "proposal") and (place.form != "sentence" or form.official):
        listed = _listed(cast, place, sides)
        return ([listed] if listed else []), scope
    if form.official and place.section == "aside" and _OBEYS.match(norm, place.start, place.end):
        return [Found(place.start, place.end, "assignment", "doers")], scope
    if form.official and place.section == "aside" and recurrence(norm, place.start, place.end):
        listed = _listed(cast, place, sides)
        return ([listed] if listed else []), scope
    if place.section in ("report", "aside") or NOT_A_TASK.match(norm, place.start, place.end):
        return [], scope
    if form.official and _SAME_BODY.match(norm, place.start, place.end) and place.start > _paragraph(cast, place):
        return [Found(place.start, place.end, "assignment", "same-body")], scope
    if form.official and _OBEYS.match(norm, place.start, place.end):
        return [Found(place.start, place.end, "assignment", "doers")], scope
    stretches, scope = task_speech.read(cast, place.start, place.end, scope)
    if not stretches and sides and not form.official and not form.reported:
        stretches = tuple(task_promises.promised(cast, place.start, place.end, sides))
    return [_spoken(cast, stretch, sides) for stretch in stretches], scope


def _is_particular(cast: Cast, place: Place) -> bool:
    """``Thời gian: …``, unless the label stands before an order (``Kinh phí: Sở Tài chính …``)."""
    label = _PARTICULARS.match(cast.reading.view.norm, place.start, place.end)
    return label is not None and cast.list_after(label.end(), place.end) is None


def _asks_nothing(cast: Cast, place: Place) -> bool:
    """Who was there, who chaired, when and where, and whom an act binds: no works."""
    at = cast.reading.view.norm, place.start, place.end
    if CHAIRING.search(*at) or FORMULA.match(*at) or ENFORCED.search(*at):
        return True
    return _is_particular(cast, place)


def _paragraph(cast: Cast, place: Place) -> int:
    """Where the words of a place's paragraph begin."""
    return task_sections.content_start(cast.reading, cast.reading.paragraphs[place.paragraph])


def _ordered(cast: Cast, place: Place) -> Iterator[tuple[int, int]]:
    """A place by the clauses that have a subject of their own: ``Giao Sở A …; Sở B chủ trì …``."""
    norm, start = cast.reading.view.norm, place.start
    for match in _CLAUSE.finditer(norm, place.start, place.end):
        if task_roles.helps(cast, start, match.start(), place.end):
            continue  # `…; Sở B phối hợp`
        own = task_roles.opens_with_lead(cast, match.end(), place.end) or locality_acts(cast, match.end(), place.end)
        again = _RECURS.match(norm, match.end(), place.end) and _RECURS.match(norm, start, place.end)
        if own or again or _NEXT_MEETING.match(norm, match.end(), place.end):
            yield start, match.start()
            start = match.end()
    yield start, place.end


def _beside(cast: Cast, place: Place, start: int, end: int, sides: tuple[str, ...]) -> Found | None:
    """A clause beside an order: what the sides or a locality do, or what is repeated."""
    norm = cast.reading.view.norm
    start = task_subjects.opened(norm, start, end)
    meets = _NEXT_MEETING.match(norm, start, end) is not None
    if not (
        meets or _RECURS.match(norm, start, end) or DOERS.match(norm, start, end) or locality_acts(cast, start, end)
    ):
        if place.section in ("content", "proposal") and ACTION.match(norm, start, end):
            return _listed(cast, replace(place, start=start, end=end), sides)
        if task_subjects.opens_plan(cast, start, end):
            return replace(_spoken(cast, Stretch(start, end, "commitment", "plan"), sides))
        return None
    localities = sides if SIDES.search(norm, start, end) else task_partners.localities_of(cast, start, end)
    return Found(start, end, "commitment", "beside", (), (), localities)


def _listed(cast: Cast, place: Place, sides: tuple[str, ...]) -> Found | None:
    """An item of what is to be done, without anybody named to lead it."""
    norm = cast.reading.view.norm
    start, end = place.start, place.end
    if place.form == "sentence":
        start = task_subjects.opened(norm, start, end)
        if not (ACTION.match(norm, start, end) or DOERS.match(norm, start, end)):
            return None
    if past_before(norm, start, end, start + 40) or end - start < 12 or norm[start:end].rstrip().endswith(":"):
        return None
    start = task_subjects.opened(norm, start, end)
    if NOT_A_TASK.match(norm, start, end):
        return None
    named = cast.list_after(start, end)
    if named and not norm[named.end : end].strip(" .;,:"):
        return None  # a list of bodies
    begins = ACTION.match(norm, start, end) or DOERS.match(norm, start, end) or locality_acts(cast, start, end)
    if not begins and (PAST.search(norm, start, end) or SHORTFALL.search(norm, start, end)):
        return None
    ordering = cast.reading.form.genre in _ORDERING and not (SIDES.match(norm, start, end) or _is_joint(cast, sides))
    ordering = ordering and not locality_acts(cast, start, end)  # `Hải Phòng hỗ trợ Quảng Trị …`: a side undertakes it
    kind: TaskKind = "proposal" if place.section == "proposal" else "assignment" if ordering else "commitment"
    localities = task_partners.localities_of(cast, start, end)
    localities = sides if SIDES.match(norm, start, end) else localities
    partners = task_partners.with_whom(cast, start, end, ())
    return Found(start, end, kind, f"list:{place.section}", (), partners, localities)


def _is_joint(cast: Cast, sides: tuple[str, ...]) -> bool:
    """Whether the letterhead is of several sides: then nobody is given orders."""
    title = cast.reading.form.title
    above = {mention.id for mention in cast.reading.localities_in(0, title[0])} if title else set()
    return len(above & set(sides)) > 1


def _spoken(cast: Cast, stretch: Stretch, sides: tuple[str, ...]) -> Found:
    """A stretch of speech with the bodies that open it as its leads."""
    norm = cast.reading.view.norm
    opened = task_subjects.opened(norm, stretch.start, stretch.end)
    asks = ASKING.match(norm, opened, stretch.end)  # `…; đề nghị UBND tỉnh X …`
    opened = asks.end() + 1 if asks else opened
    leads = task_roles.opening_bodies(cast, opened, stretch.end)
    localities = task_partners.localities_of(cast, stretch.start, stretch.end)
    if SIDES.match(cast.reading.view.norm, stretch.start, stretch.end):
        localities = sides
    partners = task_partners.with_whom(cast, stretch.start, stretch.end, leads)
    told = "phải" in stretch.rule and bool(leads) and all(lead.category == "department" for lead in leads)
    ordered = told or (cast.reading.form.official and cast.reading.form.genre in _ORDERING and stretch.rule == "plan")
    kind: TaskKind = "assignment" if ordered else stretch.kind
    return Found(stretch.start, stretch.end, kind, stretch.rule, leads, partners, localities)


def _trimmed(reading: Reading, task: Found) -> Found:
    """Without the sign that closes an official document (`./.`), quotation marks and white space around."""
    norm, start, end = reading.view.norm, task.start, task.end
    while start < end and norm[start] in " \t\n\"'*|-":
        start += 1
    text = norm[start:end]
    closing = regex.search(r"\./\.?\s*+[*\"']*+$", text)
    if closing:
        end = start + closing.start()
    while end > start and norm[end - 1] in " \t\n\"'*|":
        end -= 1
    return replace(task, start=start, end=end)
