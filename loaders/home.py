"""The province that a document speaks from: the one whose People's Committee `UBND tỉnh` is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import regex

from loaders import letterhead
from loaders.head import Form
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.segments import Paragraph
from loaders.view import View
from ontology.names import slug
from ontology.vocabulary import Locality, vocabulary

#: The mark of the paper or portal at the head of a story: `(CTTĐTBP) -`, `BBK -`, `(Baothanhhoa.vn) -`.
_MARK = Pattern(r"^\W{0,3}(?P<mark>\p{Lu}{2,9}|(?i:bao)\p{L}{4,15}(?=\.vn))(?: online| điện tử)?\)?(?:\.vn\)?)? ?- ")
#: A mark in brackets may be spelt with a dash and say what it is of: `(QN-NĐ Portal) -`.
_BRACKETED = Pattern(r"^\W{0,2}\((?P<mark>\p{Lu}{1,5}(?:-\p{Lu}{1,5})?)(?: [\p{L} ]{1,20})?\) ?- ")
#: The head of a site: `Cổng thông tin điện tử tỉnh X`, `Báo X điện tử`, `X PORTAL`.
_SITE = Pattern(
    r"^\W*+(?:[^.\n]*\b(?:cổng|trang) (?:thông tin|tin|ttđt|tt)\b|báo (?!cáo)\p{L}|[^.\n]*\bportal\b)[^.\n]*$"
)
#: What such marks add to the initials of the province: Báo, Cổng thông tin điện tử, Điện tử, online.
_MARK_AFFIXES = Pattern(r"^(?:CTTĐT|TTĐT|CTT|B|BAO)|(?:ĐT|O|TV)$")
#: The organs of a province or of a city that are named without it: `UBND tỉnh` and not `UBND tỉnh X`.
_ORGAN = Pattern(
    r"\b(?:(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|đảng bộ|công an|mặt trận tổ quốc) (?P<unit>tỉnh|thành phố|tp)"
    r"|(?P<party>tỉnh ủy|thành ủy)|(?P<own>tỉnh nhà|tỉnh ta|địa bàn tỉnh|địa bàn thành phố))\b"
)
_AUTHORITY = Pattern(
    r"\b(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|tỉnh ủy|thành ủy|đảng bộ) (?:tỉnh |thành phố )?$"
)
_LEAD, _LEAD_LENGTH = 4, 1500
_TOP, _MARK_LENGTH, _SITE_LENGTH = 8, 40, 80


@dataclass(frozen=True, slots=True)
class Home:
    """The province, where in ``norm`` it is read from, and by which rule."""

    locality: Locality
    start: int
    end: int
    rule: str


def home(view: View, parts: tuple[Paragraph, ...], form: Form, mentions: tuple[Mention, ...], day: str) -> Home | None:
    """The home of a document, or ``None`` where it speaks from nowhere in particular."""
    named = [mention for mention in mentions if mention.kind == "locality"]
    if form.official:
        head = _letterhead(view, parts, form, named)
        if head:
            return head
    return _marked(view, parts, mentions, day) or _by_organs(view, parts, named)


def _letterhead(view: View, parts: tuple[Paragraph, ...], form: Form, named: list[Mention]) -> Home | None:
    """The province in the lines above number and title."""
    lines = letterhead.lines(view, form)
    for mention in named:
        if any(start <= mention.name_start < end for start, end in lines):
            return Home(_locality(mention), mention.start, mention.end, "letterhead")
    return None


def _marked(view: View, parts: tuple[Paragraph, ...], mentions: tuple[Mention, ...], day: str) -> Home | None:
    """The province whose portal or paper it is: its name in the head of the site, or the mark before the story."""
    for part in parts[:_TOP]:
        line = view.cased[part.start : min(part.end, part.start + _MARK_LENGTH)]
        match = _MARK.match(line) or _BRACKETED.match(line)
        found = _bearer(match.group("mark"), mentions, day) if match else None
        if match and found:
            return Home(found, part.start + match.start("mark"), part.start + match.end("mark"), "publisher-mark")
        if part.end - part.start <= _SITE_LENGTH and _SITE.match(view.norm, part.start, part.end):
            owner = _owner(view, part, mentions)
            if owner:
                return owner
    return None


def _owner(view: View, part: Paragraph, mentions: tuple[Mention, ...]) -> Home | None:
    """The one locality whose name stands in the head of a site, be it without its marks."""
    inside = [m for m in mentions if part.start <= m.start < part.end and m.kind == "locality"]
    if len(inside) == 1:
        return Home(_locality(inside[0]), inside[0].start, inside[0].end, "publisher-mark")
    line = f"-{slug(view.norm[part.start : part.end])}-"
    named = {m.id: _locality(m) for m in mentions if m.kind == "locality"}
    found = [place for place in named.values() if f"-{slug(place.name.removeprefix('Thành phố '))}-" in line]
    if inside or len(found) != 1:
        return None
    return Home(found[0], part.start, part.end, "publisher-mark")


def _bearer(mark: str, mentions: tuple[Mention, ...], day: str) -> Locality | None:
    """The one locality that is named, or a member of a region named, whose initials or whose name the mark has."""
    known = vocabulary().localities
    ids = [i for mention in mentions for i in (mention.id, *known[mention.id].members)]
    near = [known[i] for i in dict.fromkeys(ids) if not known[i].is_region and known[i].valid_on(day)]
    whole = mark.upper().replace("-", "")
    initials = {whole, _MARK_AFFIXES.sub("", whole)}
    bearers = [locality for locality in near if initials & {_initials(locality), _ascii(locality)}]
    return bearers[0] if len(bearers) == 1 else None


def _initials(locality: Locality) -> str:
    name = locality.name.removeprefix("Thành phố ")
    return "".join(word[0] for word in regex.findall(r"\p{L}++", name)).upper()


def _ascii(locality: Locality) -> str:
    return slug(locality.name.removeprefix("Thành phố ")).replace("-", "").upper()


def _by_organs(view: View, parts: tuple[Paragraph, ...], named: list[Mention]) -> Home | None:
    """The province (or city) whose authority the lead names, else the one named most often.

    Only where organs without a name are a province's (or a city's).
    """
    after = {mention.start for mention in named} | {mention.name_start for mention in named}
    kinds: Counter[str] = Counter()
    for match in _ORGAN.finditer(view.norm):
        if match.end() + 1 in after or match.start("unit") in after:
            continue
        word = match.group("unit") or match.group("party") or match.group("own")
        kinds["province" if word.startswith(("tỉnh", "địa bàn tỉnh")) else "city"] += 1
    for kind, _ in kinds.most_common():
        leading = {m.id: m for m in _authorities(view, parts, named) if _locality(m).kind == kind}
        if len(leading) == 1:
            (only,) = leading.values()
            return Home(_locality(only), only.start, only.end, "authority-of-the-lead")
        counted = Counter(mention.id for mention in named if _locality(mention).kind == kind)
        if counted:
            best = max(counted, key=lambda i: counted[i])
            first = next(mention for mention in named if mention.id == best)
            return Home(_locality(first), first.start, first.end, "organs-without-a-name")
    return None


def _authorities(view: View, parts: tuple[Paragraph, ...], named: list[Mention]) -> list[Mention]:
    """The localities whose authority is named in the first paragraphs: `Chủ tịch UBND tỉnh X`."""
    speaking = [part for part in parts if part.kind in ("heading", "body")][:_LEAD]
    limit = min(speaking[-1].end, _LEAD_LENGTH) if speaking else 0
    before = ((m, max(0, min(m.start, m.name_start) - 24)) for m in named if m.start < limit)
    return [m for m, left in before if _AUTHORITY.search(view.norm, left, m.start)]


def _locality(mention: Mention) -> Locality:
    return vocabulary().localities[mention.id]
