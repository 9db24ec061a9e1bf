"""Orders: clauses in which a body is told what to do, or says itself what it does."""

from __future__ import annotations

from dataclasses import dataclass

from loaders import task_headings, task_partners, task_roles
from loaders.bodies import BodyMention
from loaders.body_lists import Cast, distinct
from loaders.patterns import Pattern
from loaders.recurrence import recurrence
from loaders.task_role_words import IN_CHARGE
from loaders.task_roles import Roles
from loaders.task_sections import Place
from loaders.task_times import dated, is_due
from loaders.task_words import ACTION, SIDES, TOPIC, past_before
from ontology.codes import TaskKind


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
#: Constructions whose task is the whole clause, who carries it standing behind the work.
_WHOLE = frozenset({"là-đầu-mối", "marked", "named-last", "giao", "do-chủ-trì", "chủ-trì", "label"})
#: Genres that the sides sign: what a side is in charge of there it undertakes.
_SIGNED = frozenset({"agreement", "memorandum"})
_PARTY_ORGANS = frozenset({"executive", "party", "council"})
#: `cơ bản thống nhất với dự thảo báo cáo của UBND tỉnh …; đồng thời, … hoàn chỉnh báo cáo`: its author completes a
#: draft.
#: Bodies that nobody orders about: what they do they undertake.
_OF_THEIR_OWN = frozenset({"university", "hospital", "enterprise", "institute", "association"})
#: Bodies that a People's Committee asks and does not order: above it, or not its own.
_ASKED = frozenset({"council", "central", "ministry", "mass-organisation", "association", "agency", "enterprise"})
_GIVEN_BEFORE = Pattern(r"\bđã (?:giao|phân công)\b")
_DRAFT = Pattern(r"\bthống nhất (?:với|theo)? ?(?:nội dung )?(?:dự thảo|tờ trình|báo cáo|đề xuất|đề án)\b")
_AND_COMPLETE = Pattern(r";\s(?:đồng thời|và),?\s")
_DEPARTMENT_ACTS = Pattern(
    r"[ \n](?:chủ động )?(?:chủ trì|tham mưu|có trách nhiệm|chịu trách nhiệm|là cơ quan|làm đầu mối)\b"
)


def locality_acts(cast: Cast, start: int, end: int) -> bool:
    """``…; Đồng Tháp đăng cai diễn đàn``: a locality and its verb."""
    for mention in cast.reading.localities_in(start, start + 1):
        return (
            mention.kind == "locality" and cast.reading.view.cased[mention.end : mention.end + 2].strip(" ").islower()
        )
    return False


def order(cast: Cast, place: Place, start: int, end: int, sides: tuple[str, ...]) -> Found | None:
    """A clause that names who leads; in news the words of an order must stand there."""
    norm, form = cast.reading.view.norm, cast.reading.form
    opened = start
    roles = task_roles.read(cast, start, end)
    if roles is None or (roles.rule == "subject" and not roles.leads):
        opened = task_roles.after_opening(cast, start, end)
        roles = task_roles.read(cast, opened, end) if opened > start else None
    directs = roles is not None and roles.rule == "chỉ đạo" and roles.start == start
    if roles is None or (directs and _heading_leads(cast, place)):  # who directs others leads
        return _under_heading(cast, place, start, end)
    if not _is_order(cast, place, roles, opened, end) or (opened > start and _tells_of_a_day(cast, start, opened)):
        return None
    if SIDES.match(norm, start, end) and roles.rule in ("đề nghị", "kiến nghị"):
        return None  # what the sides themselves ask for is what they do
    begin = start if roles.rule in _WHOLE else roles.start
    if roles.rule == "giao" and not (TOPIC.match(norm, start, end) and not _after_heading(cast, start, roles.start)):
        begin = roles.start
        agreed = norm.rfind("thống nhất ", start, begin)
        begin = agreed if agreed >= 0 and begin - agreed == len("thống nhất ") else begin
    elif roles.rule in ("do-chủ-trì", "chủ-trì"):
        begin = task_roles.after_opening(cast, start, end, subject=False) if not form.official else start
    elif roles.rule in ("subject", "is-asked", "được-giao"):
        topic = norm[start:opened].rstrip().endswith((":", "-")) and not _after_heading(cast, start, opened)
        repeats = opened > start and recurrence(norm, start, opened) is not None
        begin = start if topic or repeats else opened
    kind = _kind(cast, place, roles, begin)
    localities = sides if SIDES.match(norm, begin, end) else roles.localities
    return Found(begin, end, kind, roles.rule, roles.leads, roles.partners, localities)


def _after_heading(cast: Cast, start: int, position: int) -> bool:
    """``1. Về du lịch: Sở Du lịch …``: a new sentence behind a topic and its colon, the topic being its heading."""
    topic = TOPIC.match(cast.reading.view.norm, start, position)
    closed = cast.reading.view.norm[start:position].rstrip().endswith(":")
    return topic is not None and closed and cast.reading.view.cased[position : position + 1].isupper()


def _is_order(cast: Cast, place: Place, roles: Roles, start: int, end: int) -> bool:
    """Whether named leads are given something to do, not said to have done it."""
    norm, form = cast.reading.view.norm, cast.reading.form
    if roles.rule in ("giao", "được-giao", "label", "do-chủ-trì"):
        return not form.official or not _GIVEN_BEFORE.search(norm, max(0, roles.start - 12), roles.start + 10)
    after = max(body.end for body in roles.leads)
    if past_before(norm, start, end, after + 30) or place.section == "report":
        return False
    if roles.rule == "named-last":
        return form.official and place.section == "content"
    if roles.rule in ("là-đầu-mối", "marked", "với:", "is-asked"):
        return True
    if roles.rule in ("subject", "chủ-trì") and not (form.official or form.reported) and place.section != "content":
        return roles.rule == "chủ-trì" or bool(
            _DEPARTMENT_ACTS.match(norm, after, end) or is_due(cast.reading, start, end)
        )
    return True


def _tells_of_a_day(cast: Cast, start: int, opened: int) -> bool:
    """``Ngày 29 tháng 6 năm 2012, tại Cần Thơ, UBND … ký kết``: an event, not an order."""
    return dated(cast.reading, start, opened)


def _heading_leads(cast: Cast, place: Place) -> bool:
    return bool(place.headings) and bool(task_headings.heading_roles(cast, *place.headings[-1])[0])


def _under_heading(cast: Cast, place: Place, start: int, end: int) -> Found | None:
    """An item below a heading that is only a body: ``3. Sở Nông nghiệp: - Phối hợp với …``."""
    if not place.headings:
        return None
    leads, partners = task_headings.heading_roles(cast, *place.headings[-1])
    if not leads:
        return None
    if task_roles.ASKED_PLACE.match(cast.reading.view.norm, start, end):
        return Found(start, end, "proposal", "đề nghị", (), (), task_partners.localities_of(cast, start, end))
    partners = (*partners, *task_partners.with_whom(cast, start, end, leads))
    partners = tuple(sorted(distinct(partners), key=lambda body: body.start))
    localities = task_partners.localities_of(cast, start, end)
    asked = "đề nghị" in cast.reading.view.norm[slice(*place.headings[-1])]
    home = cast.reading.home
    others = any(lead.places and (home is None or lead.places != (home.id,)) for lead in leads)
    kind: TaskKind = "proposal" if asked and others else "assignment"
    if not asked and cast.reading.form.genre in _SIGNED and _signs(cast, leads):
        kind = "commitment"
    return Found(start, end, kind, "heading", leads, partners, localities)


def _kind(cast: Cast, place: Place, roles: Roles, start: int) -> TaskKind:
    """An order is an assignment; a side's own word a commitment; what is asked of others a proposal."""
    reading = cast.reading
    opens = reading.localities_in(start, start + 1) or SIDES.match(reading.view.norm, start)
    own = all(lead.category in _PARTY_ORGANS for lead in roles.leads)
    if roles.rule in ("xin", "gợi ý"):
        return "proposal"
    if roles.rule in ("đề nghị", "kiến nghị", "với:"):
        if any(lead.category in _ASKED for lead in roles.leads):
            return "proposal"
        ours = reading.home is not None and all(lead.places == (reading.home.id,) for lead in roles.leads)
        return "assignment" if ours and (reading.form.official or reading.form.reported) else "proposal"
    if _is_request(cast):
        return "proposal"
    if roles.leads and IN_CHARGE.match(reading.view.norm, max(lead.end for lead in roles.leads)):
        return "assignment"
    signs = reading.form.genre in _SIGNED and _signs(cast, roles.leads)
    if roles.rule in ("subject", "chủ-trì") and opens:
        return "commitment"
    alone = all(lead.category in _OF_THEIR_OWN for lead in roles.leads) and reading.form.genre not in _DIRECTIVE
    if (
        signs
        or (roles.rule in ("subject", "do-chủ-trì") and alone)
        or (roles.rule == "subject" and own and (reading.form.genre not in _DIRECTIVE or _is_issuer(cast, roles)))
    ):
        return "commitment"
    return "proposal" if place.section == "proposal" else "assignment"


def _is_request(cast: Cast) -> bool:
    """A ``TỜ TRÌNH`` asks for all that it says."""
    title = cast.reading.form.title
    return title is not None and cast.reading.view.norm.startswith("tờ trình", title[0])


def _is_issuer(cast: Cast, roles: Roles) -> bool:
    """Whether the leads are the authority whose letterhead the document bears: what it does itself it undertakes."""
    above = [body for body in cast.within(0, cast.reading.form.begins + 1) if body.category in _PARTY_ORGANS]
    return bool(above) and all(lead.key == above[0].key for lead in roles.leads)


def _signs(cast: Cast, leads: tuple[BodyMention, ...]) -> bool:
    """Whether the leads are sides: named up to the title, called ``Bên A``, or no authority signs that could order."""
    norm, title = cast.reading.view.norm, cast.reading.form.title
    above = cast.within(0, title[1]) if title else ()
    led = norm.startswith(" chủ trì", max(lead.end for lead in leads))
    equals = bool(above) and not led and not any(body.category in _PARTY_ORGANS for body in above)
    names = {body.name for body in above}
    return equals or all(lead.name in names or norm.startswith("bên ", lead.start) for lead in leads)


def completed_draft(cast: Cast, place: Place) -> Found | None:
    norm = cast.reading.view.norm
    draft = _DRAFT.search(norm, place.start, place.end)
    link = _AND_COMPLETE.search(norm, draft.end(), place.end) if draft else None
    if draft is None or link is None or not ACTION.match(norm, link.end(), place.end):
        return None
    author = cast.within(draft.end(), link.start())[:1]
    if not author:
        return None
    localities = task_partners.localities_of(cast, link.end(), place.end)
    return Found(link.end(), place.end, "assignment", "completed-draft", author, (), localities)
