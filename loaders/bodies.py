"""The bodies that a text names: canonical name without the locality, the locality, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from loaders import body_names, body_places, towns
from loaders.analysis import Reading
from loaders.body_districts import Districts
from loaders.body_places import NATIONAL, Belonging, Context
from loaders.body_trie import Naming
from loaders.patterns import Pattern
from ontology.codes import Rank
from ontology.record import Body, BodyRef, District, Inference, LocalityRef
from ontology.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class BodyMention:
    """One or several bodies of one name at ``norm[start:end]``, one for each of ``places`` (none: the nation's).

    ``name_end`` is where the name ends and its locality begins. ``rule`` names how the places were inferred from
    ``source``, ``None`` where the words say them. A ``group`` (``các sở, ngành``) can lead a task but is no body.
    """

    start: int
    end: int
    name_end: int
    name: str
    kind: str
    category: str
    places: tuple[str, ...]
    rule: str | None = None
    source: str = ""
    group: bool = False
    districts: Districts = ()

    @property
    def key(self) -> tuple[str, Districts, tuple[str, ...]]:
        """What tells it from the others."""
        return self.name, self.districts, self.places


#: Between bodies of one list, which share the locality of the last: a comma, ``và``, and the next person's office.
_SHARED = Pattern(
    r" ?(?:,| -|/|(?:, ?)? và| (?:và|cùng) lãnh đạo) ?(?:và )?"
    r"(?:(?:phó |quyền )?(?:bí thư|chủ tịch|giám đốc|trưởng ban|trưởng|chủ nhiệm|chánh|ủy viên)"
    r"(?: thường trực| thường vụ)? )?"
)
#: ``Trung tâm … (ITPC)``: the abbreviation of the name before it.
_PARENTHESIS = Pattern(r"\s?\($")
_PARTY_SUFFIX = Pattern(r"(?:tỉnh|thành) ủy$")
#: Bodies that stand outside of provinces unless the words name one.
_AUTHORITIES = frozenset({"executive", "party", "council"})
_UNPLACED = frozenset({"committee", "association", "fund", "institute"})


def names(reading: Reading) -> tuple[Naming, ...]:
    """All names in their order, before it is known whose they are."""
    return body_names.find(reading.view, reading.localities)


def find(
    reading: Reading, sides: tuple[str, ...] = (), namings: tuple[Naming, ...] | None = None
) -> tuple[BodyMention, ...]:
    """All mentions in their order. ``sides``: the localities that cooperate, for ``hai địa phương``.

    ``namings``: the names, where they are known already.
    """
    namings = names(reading) if namings is None else namings
    context = body_places.usual(reading)
    said = [body_places.named(reading, naming, sides, context) for naming in namings]
    authorities = tuple(
        (naming.start, belonging.places[0])
        for naming, belonging in zip(namings, said, strict=True)
        if belonging and len(belonging.places) == 1 and naming.kind.category in _AUTHORITIES
    )
    context = replace(context, authorities=authorities)
    found: list[BodyMention] = []
    shared: tuple[Naming, Belonging] | None = None
    suffix = ""
    for i in reversed(range(len(namings))):
        naming, belonging = namings[i], said[i]
        following = namings[i + 1] if i + 1 < len(namings) else None
        linked = following is not None and _linked(reading, naming, belonging, following)
        if not linked:
            shared, suffix = None, ""
        if naming.partial:
            if not suffix:
                continue
            naming = replace(naming, name=f"{naming.name} {suffix}")
        organ = _PARTY_SUFFIX.search(naming.name.lower())
        suffix = naming.name[organ.start() :] if organ else suffix
        if belonging is None and shared and _shares(naming, shared[0]):
            belonging = replace(shared[1], end=naming.end)
        elif belonging is not None:
            shared = (naming, belonging)
        if not _is_abbreviation_of(reading, namings, i):
            found.append(_mention(reading, naming, belonging, context))
    return tuple(m for m in reversed(found) if m.places or m.rule != "unnamed group")


def _linked(reading: Reading, naming: Naming, belonging: Belonging | None, following: Naming) -> bool:
    """Whether the next name goes on with the same list."""
    if belonging is not None:
        return False
    between = reading.view.norm[naming.end : following.start]
    return len(between) < 60 and _SHARED.fullmatch(between) is not None


def _shares(naming: Naming, owner: Naming) -> bool:
    """``Sở Du lịch và Sở Du lịch thành phố Đà Nẵng`` are ours and theirs: one name is not shared with itself."""
    return naming.name != owner.name and naming.kind.category not in NATIONAL and not naming.name.endswith("Việt Nam")


def _is_abbreviation_of(reading: Reading, namings: tuple[Naming, ...], i: int) -> bool:
    """``Ban Quản lý Khu kinh tế (BQL KKT)``; ``Vụ Thị trường (Bộ Công Thương)`` are two."""
    start, end = namings[i].start, namings[i].end
    if (
        i == 0
        or start - namings[i - 1].end >= 40
        or not _PARENTHESIS.search(reading.view.norm, max(0, start - 2), start)
    ):
        return False
    return namings[i - 1].kind == namings[i].kind or reading.view.cased[start:end].isupper()


def _mention(reading: Reading, naming: Naming, belonging: Belonging | None, context: Context) -> BodyMention:
    kind = naming.kind
    if belonging is None:
        belonging = _within(reading, naming)
        open_ended = kind.category in _UNPLACED and not (reading.home and reading.form.official)
        if (
            kind.category not in NATIONAL
            and kind.level != "central"
            and not open_ended
            and not _is_national(reading, naming)
        ):
            belonging = body_places.inferred(reading, naming, context)
    return BodyMention(
        start=naming.start,
        end=max(naming.end, belonging.end),
        name_end=naming.end,
        name=naming.name,
        kind=kind.id,
        category=kind.category,
        places=belonging.places,
        rule=belonging.rule,
        source=belonging.source,
        group=naming.group,
        districts=naming.districts,
    )


def _within(reading: Reading, naming: Naming) -> Belonging:
    """``Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn``: a locality inside the name, unless a university's."""
    own = [m.id for m in reading.localities_in(naming.start, naming.end) if m.kind == "locality"]
    if naming.kind.category in NATIONAL | _UNPLACED:
        return Belonging((), naming.end)
    return Belonging(tuple(dict.fromkeys(own)), naming.end)


def _is_national(reading: Reading, naming: Naming) -> bool:
    """``Hiệp hội Du lịch Việt Nam``, ``Viện Lúa Đồng bằng sông Cửu Long``: the name itself says for where."""
    own = reading.localities_in(naming.start, naming.end)
    if own and naming.kind.category in _UNPLACED:
        return True
    town = towns.province_of(reading.view.cased[naming.start : naming.end])
    if town and reading.home and town != reading.home.id:
        return True  # it bears the name of a town elsewhere
    return (
        naming.name.startswith("Ban Quản lý dự án")
        or naming.name.endswith("quốc gia")
        or (naming.name.endswith("Việt Nam") and naming.kind.category != "mass-organisation")
    )


def refs(mention: BodyMention) -> tuple[BodyRef, ...]:
    """The bodies of a mention, one for each of its localities, or for each of its districts."""
    if mention.districts:
        place = mention.places[0] if mention.places else None
        return tuple([_ref(mention.name, place, mention.kind, district) for district in mention.districts])
    return tuple([_ref(mention.name, place, mention.kind) for place in mention.places or (None,)])


@lru_cache(maxsize=4096)
def _ref(name: str, place: str | None, kind: str, district: tuple[Rank | None, str] | None = None) -> BodyRef:
    where: LocalityRef | District | None = _locality(place) if place else None
    if district:
        where = District(name=district[1], rank=district[0], within=_locality(place) if place else None)
    return BodyRef(name=name, jurisdiction=where, kind=kind)


def claims(reading: Reading, mentions: Iterable[BodyMention]) -> tuple[Body, ...]:
    """The distinct bodies of some mentions in the order of their first one, each with all its words as evidence."""
    found: dict[tuple[str, str], Body] = {}
    for mention in mentions:
        evidence = reading.view.evidence(mention.start, mention.end)
        inference = Inference(rule=f"jurisdiction:{mention.rule}", source=mention.source) if mention.rule else None
        for ref in refs(mention):
            province = ref.province.id if ref.province else ""
            key = (ref.full_name.casefold(), province)
            known = found.get(key)
            if known:
                found[key] = known.model_copy(update={"evidence": (*known.evidence, evidence)})
            else:
                found[key] = Body(
                    name=ref.name,
                    jurisdiction=ref.jurisdiction,
                    kind=ref.kind,
                    evidence=(evidence,),
                    inferred=inference,
                    rule="body:named",
                )
    return tuple(found.values())


def named(reading: Reading, mentions: Iterable[BodyMention]) -> tuple[Body, ...]:
    """The record's list of bodies: all that are named, groups without a name left out."""
    return claims(reading, (mention for mention in mentions if not mention.group))


@lru_cache(maxsize=1024)
def _locality(identity: str) -> LocalityRef:
    return LocalityRef(id=identity, name=vocabulary().localities[identity].name)
