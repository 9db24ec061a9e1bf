"""Who cooperates with whom: the sets of localities that a text names as sides, and how strongly each is one.

A set is read from a group of localities (`giữa A và B`, `A với B`, `3 tỉnh A, B, C`), from a visit (`đoàn A làm việc
với B`), from the sides that a report lists (`Phía A …; phía B …`), or from a partner and the subject (`A … hợp tác với B`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import regex

from loaders.acts import Act, in_sentences
from loaders.analysis import Reading
from loaders.groups import Group
from loaders.mentions import Mention
from loaders.segments import SPEAKING, Sentence
from loaders.side_sets import FORMAL, STRONG, Sides
from loaders.spans import Spans

#: Where something happens is no side: `tại tỉnh X`, `diễn ra ở X`, `trên địa bàn X`.
_VENUE = regex.compile(r"\b(?:tại|ở|trên địa bàn|đến từ|quê)\s(?:[\p{L}]++\s){0,2}?$")
#: `đến làm việc với`, `đã có buổi làm việc với`, `tiếp và làm việc với`, `thăm`: one side comes to the other.
_VISIT = regex.compile(
    r"\b(?:làm việc (?:với|cùng)|(?:đến|sang|về|ra|vào) (?:thăm|làm việc|trao đổi|học tập|nghiên cứu)|thăm(?: và"
    r"|,) làm việc|thăm, "
    r"|tiếp(?: và làm việc với)? đoàn|hội đàm với|trao đổi kinh nghiệm (?:với|tại))\b"
)
#: `làm việc với Bộ …, với doanh nghiệp`: not a visit between localities.
#: `Phía thành phố Hà Nội còn có …`, `Về phía tỉnh Bắc Kạn có …`: a report lists who came for each side.
_PARTY_OF_REPORT = regex.compile(r"\b(?:về )?phía (?:lãnh đạo |đoàn |đoàn công tác )?$")
#: `hợp tác … với X`: the partner after the act; `giữa` has both sides after it and is read from the group.
_WITH = regex.compile(
    r"\b(?:với|cùng)\s(?:(?:các|từng|một số|lãnh đạo|ubnd|tỉnh ủy|thành ủy|ban thường vụ|tỉnh|thành phố|địa phương"
    r"|\d{1,2}):?\s)*+$"
)
_BY_WHOM = regex.compile(r"\b(?:được|do|mà)\b[^.;]{0,60}$")
#: `A ngồi lại với B bàn chuyện liên kết`: a verb between the sides; not comparison, borders, roads, daily coordination.
_MEETS = regex.compile(r"^[^,.;:()\n]{2,60}\b(?:với|cùng)\b[^,.;:()\n]{0,40}$")
_MEETS_NOT = regex.compile(
    r"\b(?:so|đối|giáp|nối|phối hợp|kết nối|trận|thắng|thua|hòa|giống|khác|gắn|cách|trùng) ?(?:với|cùng)?\b"
)
#: `1. Với tỉnh B: …`, `B. VỚI TỈNH C`: what stands before the partner in its item.
_ITEM_WITH = regex.compile(r"\W*+(?:[a-z\d]{1,3}[.)] ?)?(?:về )?(?:hợp tác |quan hệ )?(?:hợp tác )?với\s")
#: A department, a school or an association before the group: it is theirs, `Sở X tỉnh A, tỉnh B`.
_DEPARTMENT = regex.compile(
    r"\b(?:sở|trung tâm|viện|trường|chi cục|đại học|hiệp hội|bệnh viện|ban quản lý|ban tổ chức|báo|đài)\b[^.;:]{0,70}$"
)
#: A partner abroad makes it a matter of foreign relations.
_FOREIGN = regex.compile(
    r"\b(?:với|và|giữa|tỉnh|bang|thành phố|nước)\b[^.;]{0,60}\b(?:Lào(?! Cai)|Campuchia|Trung Quốc|Nhật Bản|Hàn Quốc"
    r"|Thái Lan|Hoa Kỳ"
    r"|Liên bang Nga|(?:nước|Cộng hòa|CHLB|Vương quốc) (?:Anh|Mỹ|Đức|Pháp)|Australia|Ấn Độ|Singapore|Malaysia|Indonesia"
    r"|Đài Loan|Hà Lan|Italia|Cuba|Israel|Quảng Tây|Vân Nam)\b\)?"
    r"(?! \p{Lu})"
)
#: Roads, lines and borders between places are no sides: `cao tốc A - B`, `đoạn A - B`, `giáp ranh giữa A và B`.
_ROUTE = regex.compile(
    r"(?<!giai )(?<!yêu )(?<!nhu )(?<!cung )(?<!toàn )(?<!trực )(?<!mặt )\b(?:cao tốc|quốc lộ|tuyến|đường|đường sắt"
    r"|đoạn|hành lang|nối"
    r"|cầu|giáp ranh|tiếp giáp|địa giới|ranh giới|vành đai|trận)\b(?! hợp tác)[^,.;:]{0,30}$"
)
#: Those who attend, those whose example is followed, those of other times: `dự hội nghị có …`, `như mô hình của …`.
_OTHERS = regex.compile(
    r"\b(?:tham dự|cùng dự|dự hội nghị|dự có|tới dự|đến dự|khách mời|chứng kiến|mô hình của|theo mô hình"
    r"|kinh nghiệm của|học tập kinh nghiệm"
    r"|tương tự|trước đó|trước đây|đã từng|chẳng hạn|ví dụ)\b[^.;]{0,90}$"
)
#: Private actors: their dealings are not those of their provinces.
_PRIVATE = regex.compile(
    r"\b(?:doanh nghiệp|nông dân|hợp tác xã|htx|thương lái|công ty|hộ dân|ngân hàng|người dân)\s(?:tỉnh\s|ở\s|của\s)?$"
)
#: The list of those who sign, and the items of it.
_WE = regex.compile(r"\bchúng tôi\b|\bcác bên (?:gồm|tham gia)\b")
_SIGNATORY = regex.compile(
    r"^\W*+(?:\d[.)]|bên [a-e]\b|[a-e][.)]|i{1,3}[.)]|đại diện)[^.;]{0,12}?(?:ubnd|ủy ban|sở|tỉnh|thành|ban|công an"
    r"|hội|đại diện)"
)
_ARTICLE = regex.compile(r"^\W*+(?:điều|các bên|hai bên)\b")
_SIGNATORIES = 16
#: `hai địa phương`, `2 tỉnh`, `hai bên`: as many sides as there are.
_ANAPHOR = regex.compile(r"\b(?P<n>hai|ba|bốn|\d{1,2}) (?:bên|địa phương|tỉnh(?:,? thành(?: phố)?)?|thành phố)\b")
_NUMERALS = {"hai": 2, "ba": 3, "bốn": 4}
_BEFORE_ACT, _AFTER_ACT, _SIGN_DISTANCE = 260, 140, 60

# How much one place says. A set needs one place that is strong.
_BETWEEN, _SUBJECT, _TOGETHER, _ASIDE = 4.5, STRONG, 1.5, 0.3


def sides(reading: Reading, acts: tuple[Act, ...], groups: tuple[Group, ...]) -> Sides:
    """The sets of a text."""
    found = Sides()
    by_sentence = in_sentences(acts)
    in_text = Spans(group for group in groups if group.mentions)
    listed: list[Mention] = []
    abroad = False
    for index, sentence in enumerate(reading.sentences):
        local = by_sentence.get(index, [])
        factor = _factor(reading, sentence, cooperating=any(act.formal for act in local))
        here = in_text.within(sentence.start, sentence.end)
        near = [g for g in here if not _is_venue(reading, g)]
        listed += [g.mentions[0] for g in near if _precedes(reading, _PARTY_OF_REPORT, g)]
        abroad = abroad or bool(
            by_sentence.get(index) and _FOREIGN.search(reading.view.cased, sentence.start, sentence.end)
        )
        if not factor or not near or _FOREIGN.search(reading.view.cased, sentence.start, sentence.end):
            continue
        for group in near:
            _group(reading, found, group, local, factor)
        for act in local:
            _partner(reading, found, act, near, factor)
        _listed_partner(reading, found, sentence, near, [act for act in local if act.formal])
        _visit(reading, found, sentence, here, factor)
        if any(act.binding for act in local):
            _meeting_sides(reading, found, near, factor)
        for act in local:
            _attach(found, act, near)
    found.add(listed, _SUBJECT, "sides-of-a-report")
    for group in groups:
        for region, members in group.expanded:
            found.expand(region, [mention for mention in group.mentions if mention.id in members])
    found.complete()
    found.absorb()
    _signatories(reading, found)
    _anaphors(reading, found, () if abroad else acts)
    return found


def _factor(reading: Reading, sentence: Sentence, *, cooperating: bool) -> float:
    """How much a sentence counts: titles more, captions less, recipients not at all, legal bases with an agreement."""
    part = reading.paragraphs[sentence.paragraph]
    if part.kind == "basis":
        return 1.0 if cooperating else 0.0
    if part.kind == "repeat":
        return 0.3
    if part.kind not in SPEAKING:
        return 0.0
    if part.kind == "caption":
        return 0.5
    if part.kind == "heading":
        return 1.5 if part.index < 8 else 1.0
    return 1.3 if part.index < 8 else 1.0


def _is_venue(reading: Reading, group: Group) -> bool:
    return len(group.ids) == 1 and _precedes(reading, _VENUE, group)


def _precedes(reading: Reading, pattern: regex.Pattern[str], group: Group) -> bool:
    return pattern.search(reading.view.norm, max(0, group.start - 80), group.start) is not None


def _group(reading: Reading, found: Sides, group: Group, acts: list[Act], factor: float) -> None:
    """What a group in its sentence says about its members as sides."""
    if _precedes(reading, _ROUTE, group) or (not group.between and _precedes(reading, _OTHERS, group)):
        return
    before = [act for act in acts if act.binding and 0 <= group.start - act.end <= _BEFORE_ACT]
    after = [act for act in acts if act.binding and 0 <= act.start - group.end <= _AFTER_ACT]
    aside = not group.between and _precedes(reading, _DEPARTMENT, group)
    if len(group.ids) == 1 and not (group.between and group.plural and any(act.formal for act in before)):
        return
    if group.between and before:
        weight, rule = (FORMAL, "act-between") if any(a.formal for a in before) else (_BETWEEN, "cooperation-between")
    elif after and not (aside and not any(act.formal for act in after)):
        formal = any(act.formal and act.start - group.end <= _SIGN_DISTANCE for act in after)
        weight, rule = FORMAL if formal else _SUBJECT, "sides-then-act"
    elif before and not aside:
        told = (len(group.sides) == 2 or group.count) and any(act.name != "meeting" for act in before)
        weight, rule = _TOGETHER * (3 if told else 1), "act-then-sides"
    else:
        weight, rule = _ASIDE, "named-together"
    if group.count and group.count == len(group.ids):
        weight += 1.0
    found.add(group.mentions, weight, rule, factor=factor, hub=group.hub, some=group.some)


def _partner(reading: Reading, found: Sides, act: Act, near: list[Group], factor: float) -> None:
    """`A … hợp tác … với B`: the nearest group before the act and the one after `với`."""
    after = next((g for g in near if g.start >= act.end), None) if act.binding else None
    if after is None or after.between or after.start - act.end > _AFTER_ACT or len(after.sides) > 1:
        return
    between = reading.view.norm[act.end : after.start]
    if (
        not (_WITH.search(between) or between.isspace())
        or _DEPARTMENT.search(between)
        or regex.search(r"[.;:]", between.rstrip(" :"))
    ):
        return
    before = next((g for g in reversed(near) if g.end <= act.start and act.start - g.end <= _BEFORE_ACT), None)
    if before is None:  # `chương trình hợp tác với B được A …`
        later = next((g for g in near if g.start > after.end), None)
        before = later if later and _BY_WHOM.search(reading.view.norm, after.end, later.start) else _home(reading)
    if before is None or before.ids & after.ids or _precedes(reading, _OTHERS, before):
        return
    if _PRIVATE.search(between) or _precedes(reading, _PRIVATE, before):
        return
    weight = FORMAL if act.formal else _SUBJECT
    hub = before.mentions[0].id if len(before.ids) == 1 and len(after.ids) > 1 else None
    side = found.add(
        (*before.mentions, *after.mentions), weight, "subject-with-partner", factor=factor, hub=hub, some=after.some
    )
    if side:
        found.of_act[act] = side


def _home(reading: Reading) -> Group | None:
    """The province that speaks: `V/v thực hiện Thỏa thuận hợp tác với B` in its own dispatch."""
    home = reading.homeland
    if home is None or not (reading.form.official or reading.form.reported):
        return None
    mention = Mention(home.start, home.end, "locality", home.locality.id, home.start)
    return Group((mention,), ((mention.id,),), mention.start, mention.end)


def _listed_partner(reading: Reading, found: Sides, sentence: Sentence, near: Sequence[Group], acts: list[Act]) -> None:
    """`1. Với tỉnh B: Chương trình …`: an item (or a heading) for each partner of the province that speaks."""
    home = _home(reading)
    group = near[0] if near else None
    if home is None or group is None or home.ids & group.ids:
        return
    before = reading.view.norm[sentence.start : group.start]
    if _ITEM_WITH.fullmatch(before) and reading.view.norm[group.end : group.end + 1] in ("", ":", ",", "\n", "."):
        side = found.add((*home.mentions, *group.mentions), FORMAL if acts else STRONG, "item-of-the-partner")
        if side:
            found.of_act.update({act: side for act in acts if act not in found.of_act})


def _visit(reading: Reading, found: Sides, sentence: Sentence, near: Sequence[Group], factor: float) -> None:
    """`đoàn A đến làm việc với B`; `B, C là những tỉnh mà đoàn A vừa đến làm việc`."""
    visit = _VISIT.search(reading.view.norm, sentence.start, sentence.end)
    if visit is None:
        return
    # The host may be named as the place: `đến trao đổi kinh nghiệm tại tỉnh B`.
    left = [group for group in near if group.end <= visit.start() and not _is_venue(reading, group)]
    right = [group for group in near if group.start >= visit.start() and group.start - visit.end() < _AFTER_ACT]
    guest = left[-1] if left else None
    host = right[0] if right else next((g for g in reversed(left[:-1]) if guest and not g.ids & guest.ids), None)
    if guest and host and not guest.ids & host.ids:
        single = [g.mentions[0].id for g in (guest, host) if len(g.ids) == 1]
        hub = single[0] if len(single) == 1 else None
        ordered = sorted((*guest.mentions, *host.mentions), key=lambda mention: mention.start)
        found.add(ordered, _SUBJECT, "visit", factor=factor, hub=hub)


def _meeting_sides(reading: Reading, found: Sides, near: Sequence[Group], factor: float) -> None:
    """`A ngồi lại với B`: two groups with a verb and `với` between them, in a sentence on cooperation."""
    for left, right in pairwise(near):
        between = reading.view.norm[left.end : right.start]
        if left.ids & right.ids or right.between or not _MEETS.match(between) or _MEETS_NOT.search(between):
            continue
        private = _PRIVATE.search(between) or _precedes(reading, _PRIVATE, left)
        if not private and not _DEPARTMENT.search(between) and not _precedes(reading, _OTHERS, left):
            single = [g.mentions[0].id for g in (left, right) if len(g.ids) == 1]
            hub = single[0] if len(single) == 1 else None
            some = left.some or right.some
            found.add((*left.mentions, *right.mentions), _SUBJECT, "sides-meet", factor=factor, hub=hub, some=some)


def _signatories(reading: Reading, found: Sides) -> None:
    """`chúng tôi gồm: 1. UBND tỉnh A …; 2. UBND tỉnh B …`: the items of the list of those who sign."""
    if not (reading.form.official and reading.form.genre in ("agreement", "memorandum")):
        return
    we = _WE.search(reading.view.norm)
    parts = [part for part in reading.paragraphs if we and part.start > we.start()][:_SIGNATORIES]
    listed: list[Mention] = []
    for part in parts:
        if _SIGNATORY.match(reading.view.norm[part.start : part.end]):
            listed += [m for m in reading.localities_in(part.start, part.end) if m.kind in ("locality", "region")][:1]
        elif listed and _ARTICLE.match(reading.view.norm[part.start : part.end]):
            break
    found.add(listed, FORMAL, "signatories")


def _attach(found: Sides, act: Act, near: list[Group]) -> None:
    """The set that an act is read with: `giữa …` after it, else the group before it in the sentence."""
    if act in found.of_act:
        return
    several = [group for group in near if frozenset(group.ids) in found.sets]
    after = next((g for g in several if g.start >= act.end and g.start - act.end <= _BEFORE_ACT), None)
    before = next((g for g in reversed(several) if g.end <= act.start), None)
    chosen = after if after and (after.between or before is None) else before
    if chosen:
        found.of_act[act] = found.sets[chosen.ids]


def _anaphors(reading: Reading, found: Sides, acts: tuple[Act, ...]) -> None:
    """`hai địa phương` speaks of as many sides: it strengthens such a set, or finds it among those named most."""
    numbers = Counter(
        _NUMERALS.get(match.group("n")) or int(match.group("n"))
        if match.group("n").isdigit()
        else _NUMERALS[match.group("n")]
        for match in _ANAPHOR.finditer(reading.view.norm)
    )
    if not numbers:
        return
    for side in found.sets.values():
        if numbers[len(side.order)] and side.best >= STRONG:
            side.weight += 2.0
    if found.main() is None and acts:
        number = max(numbers, key=lambda n: (numbers[n], -n))
        named = [mention for mention in reading.localities if mention.kind == "locality"]
        counts = Counter(mention.id for mention in named)
        most = [identity for identity, _ in counts.most_common(number)]
        if len(counts) >= number >= 2 and (
            len(counts) == number or counts.most_common(number + 1)[-1][1] < counts[most[-1]]
        ):
            firsts = [next(mention for mention in named if mention.id == identity) for identity in most]
            found.add(sorted(firsts, key=lambda mention: mention.start), STRONG, "as-many-as-said")
