"""Tasks: what a body must do, what the sides undertake, what somebody asks for; one for each sentence, item or row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from loaders import task_parties, task_roles, task_sections, task_speech, task_subjects, task_tables
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.task_clauses import Stretch
from loaders.task_roles import Roles
from loaders.task_sections import Place
from loaders.task_speech import Scope
from loaders.task_times import dated
from loaders.task_words import ACTION, CHAIRING, DOERS, NOT_A_TASK, PAST, SHORTFALL, SIDES, TOPIC, past_before
from ontology.record import TaskKind


@dataclass(frozen=True, slots=True)
class Found:
    """A task at ``norm[start:end]`` with who carries it; ``sides`` where the sides themselves are its subject."""

    start: int
    end: int
    kind: TaskKind
    rule: str
    leads: tuple[BodyMention, ...] = ()
    partners: tuple[BodyMention, ...] = ()
    localities: tuple[str, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()


#: Genres whose issuer gives orders to its own bodies.
_DIRECTIVE = frozenset({"dispatch", "plan", "conclusion-notice", "decision", "report", "other"})
#: Genres whose items without a named lead are still orders, and items that speak of the sides in any genre.
_ORDERING = frozenset({"dispatch", "plan", "decision"})
_TOGETHER = regex.compile(rf"(?:{SIDES.pattern}|hợp tác|liên kết|phối hợp|cùng|trao đổi|chia sẻ)")
_PARTY_ORGANS = frozenset({"executive", "party", "council"})
#: A clause after a semicolon with a subject of its own, or a second date that recurs, is a task of its own.
_CLAUSE = regex.compile(r";\s")
_RECURS = regex.compile(r"(?:định kỳ|hằng năm|hàng năm|mỗi)\b")
#: What an item of a list says of its list and not of a work: when, where, how much.
_PARTICULARS = regex.compile(
    r"(?:thời gian|địa điểm|thành phần|kinh phí|số lượng|quy mô|mục đích|mục tiêu|yêu cầu)\b[^.;]{0,30}:"
)
#: `cơ bản thống nhất với dự thảo báo cáo của UBND tỉnh …; đồng thời, … hoàn chỉnh báo cáo`: its author completes a
#: draft.
_GIVEN_BEFORE = regex.compile(r"\bđã (?:giao|phân công)\b")
#: `Chủ trì, phối hợp …`, `Định kỳ báo cáo …`: a sentence that goes on with what the same body does.
_SAME_BODY = regex.compile(
    r"(?:đồng thời,? )?(?:chủ trì|chủ động|làm đầu mối|là đầu mối|có trách nhiệm|theo dõi|tổng hợp|định "
    r"kỳ|báo cáo|hoàn thành)\b"
)
_DRAFT = regex.compile(r"\bthống nhất (?:với|theo)? ?(?:nội dung )?(?:dự thảo|tờ trình|báo cáo|đề xuất|đề án)\b")
_AND_COMPLETE = regex.compile(r";\s(?:đồng thời|và),?\s")
_DEPARTMENT_ACTS = regex.compile(
    r"[ \n](?:chủ động )?(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm|là cơ quan|làm đầu mối)\b"
)
#: `Các đơn vị gửi báo cáo về Sở trước …`: those whom the document addresses.
_OBEYS = regex.compile(
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
    if CHAIRING.search(norm, place.start, place.end) or _PARTICULARS.match(norm, place.start, place.end):
        return [], scope
    draft = _completed_draft(cast, place)
    if draft:
        return [draft], scope
    clauses = list(_ordered(cast, place))
    ordered = [_order(cast, place, a, b, sides) for a, b in clauses]
    if any(ordered):
        rest = (found or _beside(cast, place, *clause, sides) for found, clause in zip(ordered, clauses, strict=True))
        return [task for task in rest if task], scope
    agreed, scope = task_speech.agreed(cast, place.start, place.end, scope)
    if agreed:
        return [_spoken(cast, stretch, sides) for stretch in agreed], scope
    if place.section in ("content", "proposal") and (place.form != "sentence" or form.official):
        listed = _listed(cast, place, sides)
        return ([listed] if listed else []), scope
    if place.section == "report" or NOT_A_TASK.match(norm, place.start, place.end):
        return [], scope
    if form.official and _SAME_BODY.match(norm, place.start, place.end) and place.start > _paragraph(cast, place):
        return [Found(place.start, place.end, "assignment", "same-body")], scope
    if form.official and _OBEYS.match(norm, place.start, place.end):
        return [Found(place.start, place.end, "assignment", "doers")], scope
    stretches, scope = task_speech.read(cast, place.start, place.end, scope)
    return [_spoken(cast, stretch, sides) for stretch in stretches], scope


def _paragraph(cast: Cast, place: Place) -> int:
    """Where the words of a place's paragraph begin."""
    return task_sections.content_start(cast.reading, cast.reading.paragraphs[place.paragraph])


def _ordered(cast: Cast, place: Place) -> Iterator[tuple[int, int]]:
    """A place by the clauses that have a subject of their own: ``Giao Sở A …; Sở B chủ trì …``."""
    norm, start = cast.reading.view.norm, place.start
    for match in _CLAUSE.finditer(norm, place.start, place.end):
        own = task_roles.opens_with_lead(cast, match.end(), place.end) or _locality_acts(cast, match.end(), place.end)
        again = _RECURS.match(norm, match.end(), place.end) and _RECURS.match(norm, start, place.end)
        if own or again:
            yield start, match.start()
            start = match.end()
    yield start, place.end


def _locality_acts(cast: Cast, start: int, end: int) -> bool:
    """``…; Đồng Tháp đăng cai diễn đàn``: a locality and its verb."""
    for mention in cast.reading.localities_in(start, start + 1):
        return (
            mention.kind == "locality" and cast.reading.view.cased[mention.end : mention.end + 2].strip(" ").islower()
        )
    return False


def _order(cast: Cast, place: Place, start: int, end: int, sides: tuple[str, ...]) -> Found | None:
    """A clause that names who leads; in news the words of an order must stand there."""
    norm, form = cast.reading.view.norm, cast.reading.form
    opened = start
    roles = task_roles.read(cast, start, end)
    if roles is None or (roles.rule == "subject" and not roles.leads):
        opened = task_roles.after_opening(cast, start, end)
        roles = task_roles.read(cast, opened, end) if opened > start else None
    if roles is None:
        return _under_heading(cast, place, start, end)
    if not _is_order(cast, place, roles, opened, end) or (opened > start and _tells_of_a_day(cast, start, opened)):
        return None
    if SIDES.match(norm, start, end) and roles.rule in ("đề nghị", "kiến nghị"):
        return None  # what the sides themselves ask for is what they do
    begin = start if roles.rule in ("giao", "do-chủ-trì", "chủ-trì", "label") else roles.start
    if roles.rule == "giao" and not TOPIC.match(norm, start, end):
        begin = roles.start
        agreed = norm.rfind("thống nhất ", start, begin)
        begin = agreed if agreed >= 0 and begin - agreed == len("thống nhất ") else begin
    elif roles.rule in ("do-chủ-trì", "chủ-trì"):
        begin = task_roles.after_opening(cast, start, end, subject=False) if not form.official else start
    elif roles.rule in ("subject", "is-asked", "được-giao"):
        begin = opened
    kind = _kind(cast, place, roles, begin)
    localities = sides if SIDES.match(norm, begin, end) else roles.localities
    return Found(begin, end, kind, roles.rule, roles.leads, roles.partners, localities)


def _is_order(cast: Cast, place: Place, roles: Roles, start: int, end: int) -> bool:
    """Whether named leads are given something to do, not said to have done it."""
    norm, form = cast.reading.view.norm, cast.reading.form
    if roles.rule in ("giao", "được-giao", "label", "do-chủ-trì"):
        return not form.official or not _GIVEN_BEFORE.search(norm, max(0, roles.start - 12), roles.start + 10)
    after = max(body.end for body in roles.leads)
    if past_before(norm, start, end, after + 30) or place.section == "report":
        return False
    if roles.rule == "is-asked":
        return True
    if roles.rule in ("subject", "chủ-trì") and not (form.official or form.reported) and place.section != "content":
        return roles.rule == "chủ-trì" or bool(_DEPARTMENT_ACTS.match(norm, after, end))
    return True


def _beside(cast: Cast, place: Place, start: int, end: int, sides: tuple[str, ...]) -> Found | None:
    """A clause beside an order: what the sides or a locality do, or what is repeated."""
    norm = cast.reading.view.norm
    start = task_subjects.opened(norm, start, end)
    if not (_RECURS.match(norm, start, end) or DOERS.match(norm, start, end) or _locality_acts(cast, start, end)):
        if task_subjects.opens_plan(cast, start, end):
            return replace(_spoken(cast, Stretch(start, end, "commitment", "plan"), sides))
        return None
    localities = sides if SIDES.search(norm, start, end) else task_roles.localities_of(cast, start, end)
    return Found(start, end, "commitment", "beside", (), (), localities)


def _tells_of_a_day(cast: Cast, start: int, opened: int) -> bool:
    """``Ngày 29 tháng 6 năm 2012, tại Cần Thơ, UBND … ký kết``: an event, not an order."""
    return dated(cast.reading, start, opened)


def _under_heading(cast: Cast, place: Place, start: int, end: int) -> Found | None:
    """An item below a heading that is only a body: ``3. Sở Nông nghiệp: - Phối hợp với …``."""
    if not place.headings:
        return None
    leads, partners = task_roles.heading_roles(cast, *place.headings[-1])
    if not leads:
        return None
    partners = (*partners, *task_roles.with_whom(cast, start, end, leads))
    partners = tuple(sorted(distinct(partners), key=lambda body: body.start))
    return Found(start, end, "assignment", "heading", leads, partners, task_roles.localities_of(cast, start, end))


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
    begins = ACTION.match(norm, start, end) or DOERS.match(norm, start, end) or _locality_acts(cast, start, end)
    if not begins and (PAST.search(norm, start, end) or SHORTFALL.search(norm, start, end)):
        return None
    ordering = cast.reading.form.genre in _ORDERING and not _TOGETHER.match(norm, start, end)
    kind: TaskKind = "proposal" if place.section == "proposal" else "assignment" if ordering else "commitment"
    localities = task_roles.localities_of(cast, start, end)
    localities = sides if SIDES.match(norm, start, end) else localities
    partners = task_roles.with_whom(cast, start, end, ())
    return Found(start, end, kind, f"list:{place.section}", (), partners, localities)


def _spoken(cast: Cast, stretch: Stretch, sides: tuple[str, ...]) -> Found:
    """A stretch of speech with the bodies that open it as its leads."""
    leads = task_roles.opening_bodies(cast, stretch.start, stretch.end)
    localities = task_roles.localities_of(cast, stretch.start, stretch.end)
    if SIDES.match(cast.reading.view.norm, stretch.start, stretch.end):
        localities = sides
    partners = task_roles.with_whom(cast, stretch.start, stretch.end, leads)
    ordered = cast.reading.form.official and cast.reading.form.genre in _ORDERING and stretch.rule == "plan"
    kind: TaskKind = "assignment" if ordered else stretch.kind
    return Found(stretch.start, stretch.end, kind, stretch.rule, leads, partners, localities)


def _kind(cast: Cast, place: Place, roles: Roles, start: int) -> TaskKind:
    """An order is an assignment; a side's own word a commitment; what is asked of others a proposal."""
    reading = cast.reading
    opens = reading.localities_in(start, start + 1) or SIDES.match(reading.view.norm, start)
    own = all(lead.category in _PARTY_ORGANS for lead in roles.leads)
    if roles.rule in ("đề nghị", "kiến nghị"):
        if any(lead.category in ("council", "central", "ministry") for lead in roles.leads):
            return "proposal"
        ours = reading.home is not None and all(lead.places == (reading.home.id,) for lead in roles.leads)
        return "assignment" if ours and (reading.form.official or reading.form.reported) else "proposal"
    signs = reading.form.genre in ("agreement", "memorandum") and _in_head(cast, roles)
    if roles.rule in ("subject", "chủ-trì") and opens:
        return "commitment"
    if signs or (roles.rule == "subject" and own and reading.form.genre not in _DIRECTIVE):
        return "commitment"
    return "proposal" if place.section == "proposal" else "assignment"


def _in_head(cast: Cast, roles: Roles) -> bool:
    """Whether the leads are the bodies that sign: they stand above the title of what they agree."""
    title = cast.reading.form.title
    above = {body.name for body in cast.within(0, title[0])} if title else set()
    return all(lead.name in above for lead in roles.leads)


def _completed_draft(cast: Cast, place: Place) -> Found | None:
    norm = cast.reading.view.norm
    draft = _DRAFT.search(norm, place.start, place.end)
    link = _AND_COMPLETE.search(norm, draft.end(), place.end) if draft else None
    if draft is None or link is None or not ACTION.match(norm, link.end(), place.end):
        return None
    author = cast.within(draft.end(), link.start())[:1]
    if not author:
        return None
    localities = task_roles.localities_of(cast, link.end(), place.end)
    return Found(link.end(), place.end, "assignment", "completed-draft", author, (), localities)


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
