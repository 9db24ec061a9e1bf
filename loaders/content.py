"""What an agreement is about: the fields that the text names as content of the cooperation, phase by phase.

A field counts where the text speaks of the cooperation, not inside the name of a body (`Sở Kế hoạch và Đầu tư`), not
in what merely surrounds it (a general introduction, the effect that something had), and for an agreement whose name
says its subject only where contents are listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loaders import field_senses, fields
from loaders.acts import Act
from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.draft import Dealings, Draft
from loaders.mentions import Mention
from loaders.partners import is_body
from loaders.patterns import Pattern
from loaders.routes import Route
from loaders.segments import SPEAKING, Sentence
from loaders.spans import Spans
from loaders.view import view
from ontology.record import FieldClaim, Inference
from ontology.vocabulary import vocabulary

#: Where something is, not what it is about: `xuống các khu công nghiệp`.
_SITE = "industry/industrial-parks-and-economic-zones"
_AT_SITE = Pattern(r"\b(?:tại|ở|xuống|từ)\s(?:các\s|những\s)?$")
#: Where contents are listed: items, and sentences that say `nội dung`, `lĩnh vực`.
_LISTING = Pattern(
    r"\b(?:nội dung|lĩnh vực|phần việc|giao sở|chủ trì|theo (?:thỏa thuận|chương trình|biên bản|bản ghi nhớ"
    r"|kế hoạch))\b"
    r"|\b(?:các|hai|ba|bốn|năm|sáu) (?:bên|tỉnh|địa phương|sở) (?:(?:cũng|đã|sẽ|cùng) )*(?:thống nhất|nhất trí"
    r"|kiến nghị|phối hợp|cam kết|thỏa thuận)\b"
)
#: `3. Giao Giám đốc Sở Y tế …`: what may stand before the department that must do it.
_GIVEN = Pattern(r"\W*+(?:\d[\d.]*[.)] ?|[a-z][.)] ?)?(?:giao |yêu cầu |đề nghị )?(?:giám đốc |lãnh đạo )?(?:các )?")
_PUBLICITY = Pattern(r"\btuyên truyền (?:về )?(?:chương trình|kết quả|nội dung|thỏa thuận|kế hoạch)\b")
#: What hospitals, schools, the police and the army do.
_OF_CATEGORY = {"hospital": "health", "university": "education-training", "security": "defence-security"}
#: Planning, money and the machinery of government serve all fields.
_NO_DOMAIN = frozenset({"economy-investment", "finance-banking", "public-administration", "regional-linkage"})
#: What follows an act and still belongs to its name.
_NAME_OF_ACT = Pattern(r"[^.;:(]*?(?=\b(?:giữa|với|giai đoạn|năm|được|do|trên các|trong các)\b|[.;:(]|$)")
#: `đầu tư` as a verb, not as one field of a list or the object of promotion.
_INVESTING = Pattern(r"(?<![,:;-] )(?<!xúc tiến )(?<!thu hút )(?<!hợp tác )(?<!kêu gọi )(?<!và )(?<!về )\bđầu tư$")
#: `đầu tư gần 3.200 tỷ đồng nối thông …` is what is done with it, `… vào 64 dự án` is investment.
_AMOUNT = Pattern(
    r" (?:gần |hơn |khoảng |trên )?[\d.,]++ (?:tỷ|triệu)(?: đồng| usd)?(?! (?:vào|tại|cho|để|trên)\b) \p{L}"
)
#: What the police of two provinces agree on is their work alone, on whatever road and in whatever wood.
_SECURITY = frozenset({"defence-security"})
_JOINED = Pattern(r"[,;:.-]|\b(?:và|vào|phát triển)\b")
_OBJECT, _SOMETHING_TO_DO = 24, 30
_TOPIC_LENGTH = 90
_SHOWN = 3


def contents(
    reading: Reading, found: Dealings, organisations: Sequence[BodyMention]
) -> dict[int, tuple[FieldClaim, ...]]:
    """The fields of each draft by its index; inside the names of ``organisations`` no field is named."""
    if not found.drafts:
        return {}
    hidden = Spans(organisations)
    led: dict[int, list[BodyMention]] = {}
    topics = [_topic(reading, [a for a in d.acts if a in d.dated or a in found.sides.of_act]) for d in found.drafts]
    for index, draft in enumerate(found.drafts):
        if between := _between(reading, draft, hidden):
            led[index] = between
    route = Route(reading, found)
    around = _around(reading, found)
    named: dict[int, dict[str, list[Mention]]] = {}
    for index, sentence in enumerate(reading.sentences):
        route.enter(index, sentence)
        if reading.paragraphs[sentence.paragraph].kind not in SPEAKING - {"caption"}:
            continue
        if _elsewhere(reading, sentence, around) or field_senses.is_own_news(reading, sentence):
            continue
        counted = [m for m in reading.fields_in(sentence.start, sentence.end) if _counts(reading, m, sentence, hidden)]
        lead = _lead(reading, sentence, hidden)
        if lead:
            for target in route.at(sentence.start):
                led.setdefault(target, []).append(lead)
        for mention in counted:
            for target in route.at(mention.start):
                if _belongs(reading, mention, sentence, topics[target]):
                    named.setdefault(target, {}).setdefault(mention.id, []).append(mention)
    return {
        target: _claims(reading, named.get(target, {}), led.get(target, []))
        for target in sorted(named.keys() | led.keys())
    }


def _between(reading: Reading, draft: Draft, organisations: Spans[BodyMention]) -> list[BodyMention]:
    """The departments of one kind that make an agreement, one of each side: `Sở Y tế A và Sở Y tế B ký …`."""
    found: list[BodyMention] = []
    for act in draft.acts:
        sentence = reading.sentences[act.sentence]
        bodies = [b for b in organisations.within(sentence.start, sentence.end) if domain(b.kind)]
        bodies = [b for b in bodies if not field_senses.is_attending(reading, b.start, sentence)]
        for body in bodies:
            places = {place for other in bodies if other.kind == body.kind for place in other.places}
            if len(places & draft.side.ids) > 1:
                found.append(body)
    return found


def _around(reading: Reading, found: Dealings) -> frozenset[str]:
    """The sides with the members and regions of each, and the province that speaks."""
    known = vocabulary().localities
    sides = {i for draft in found.drafts for i in draft.side.ids if not is_body(i)}
    near = {other for i in sides for other in (*known[i].members, *known[i].part_of)}
    return frozenset(sides | near | ({reading.home.id} if reading.home else set()))


def _elsewhere(reading: Reading, sentence: Sentence, around: frozenset[str]) -> bool:
    """Whether a sentence speaks only of localities that are no sides."""
    named = {m.id for m in reading.localities_in(sentence.start, sentence.end) if m.kind == "locality"}
    return bool(named) and not named & around


def _counts(reading: Reading, mention: Mention, sentence: Sentence, hidden: Spans[BodyMention]) -> bool:
    """Whether a mention names a field as content at all."""
    norm = reading.view.norm
    mask = hidden.at(mention.start)
    if vocabulary().fields[mention.id].top == "regional-linkage" or (mask and mention.end <= mask.end):
        return False
    if _INVESTING.search(norm, max(0, mention.start - 12), mention.end) and _invests_in(reading, mention, sentence):
        return False
    if mention.id == _SITE and _AT_SITE.search(norm, max(0, mention.start - 20), mention.start):
        return False
    top = vocabulary().fields[mention.id].top
    return field_senses.is_content(reading, mention, sentence) and not field_senses.is_background(
        reading, mention, sentence, top
    )


def _invests_in(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """`đầu tư tuyến cao tốc`: to invest in something of another field is no field of its own; `chủ đầu tư` is none."""
    if reading.view.norm[max(0, mention.start - 4) : mention.start] == "chủ ":
        return True
    if _AMOUNT.match(reading.view.norm, mention.end):
        return True
    following = next(iter(reading.fields_in(mention.end, min(sentence.end, mention.end + _OBJECT))), None)
    return following is not None and not _JOINED.search(reading.view.norm[mention.end : following.start])


def _belongs(reading: Reading, mention: Mention, sentence: Sentence, topic: frozenset[str]) -> bool:
    """Whether it is content of an agreement whose name says its subject, if it does."""
    if topic == _SECURITY:
        return vocabulary().fields[mention.id].top in topic
    if not topic or reading.form.official or vocabulary().fields[mention.id].top in topic:
        return True
    kind = reading.paragraphs[sentence.paragraph].kind
    return kind == "bullet" or _LISTING.search(reading.view.norm, sentence.start, sentence.end) is not None


def _topic(reading: Reading, acts: list[Act]) -> frozenset[str]:
    """The subject in the name of an act: `chương trình hợp tác phát triển du lịch giữa …`."""
    norm, tops = reading.view.norm, set()
    for act in acts:
        end = min(reading.sentences[act.sentence].end, act.end + _TOPIC_LENGTH)
        name = _NAME_OF_ACT.match(norm, act.end, end)
        stop = name.end() if name else act.end
        tops |= {vocabulary().fields[m.id].top for m in reading.fields_in(act.start, stop) if m.kind == "field"}
    return frozenset(tops - {"regional-linkage"})


def _claims(reading: Reading, mentions: dict[str, list[Mention]], leads: list[BodyMention]) -> tuple[FieldClaim, ...]:
    ordered = sorted(mentions.items(), key=lambda item: item[1][0].start)
    claims = [
        FieldClaim(
            id=identity,
            top=vocabulary().fields[identity].top,
            evidence=tuple(reading.view.evidence(m.start, m.end) for m in places[:_SHOWN]),
            rule="named-as-content",
        )
        for identity, places in ordered
    ]
    tops = {claim.top for claim in claims}
    for lead in leads:
        top = domain(lead.kind)
        if top and top not in tops:
            tops.add(top)
            words = reading.view.evidence(lead.start, lead.name_end)
            inferred = Inference(rule="domain-of-the-lead", source=words.quote)
            claims.append(FieldClaim(id=top, top=top, evidence=(words,), inferred=inferred))
    return tuple(claims)


def _lead(reading: Reading, sentence: Sentence, organisations: Spans[BodyMention]) -> BodyMention | None:
    """The department that a sentence gives something to do: its field counts, whatever the words name besides."""
    if _PUBLICITY.search(reading.view.norm, sentence.start, sentence.end):
        return None
    first = next(iter(organisations.within(sentence.start, sentence.end)), None)
    given = first and _GIVEN.fullmatch(reading.view.norm, sentence.start, first.start)
    acts = first and sentence.end - first.end > _SOMETHING_TO_DO
    return first if first and given and acts and domain(first.kind) else None


@lru_cache(maxsize=256)
def domain(kind: str) -> str | None:
    """The field that the name of a kind of body says, where it says one: `Sở Du lịch`, not `Sở Công Thương`."""
    body = vocabulary().body_kinds.get(kind)
    if body is None:
        return None
    if body.category != "department":
        return _OF_CATEGORY.get(body.category)
    tops = {vocabulary().fields[m.id].top for m in fields.find(view(body.name))} - _NO_DOMAIN
    return next(iter(tops)) if len(tops) == 1 else None
