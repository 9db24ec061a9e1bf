"""Where a text names a body: closed names, open ones that go on after their head noun, and lists that elide the head.

Each construction is one function: a name of the vocabulary (``Sở Y tế``), an open one (``Viện Nghiên cứu phát triển``),
an elided list (``các Sở: Y tế, Công Thương``; ``Sở Y tế, Công Thương``), a group (``các sở, ngành có liên quan``).
"""

from __future__ import annotations

from collections.abc import Iterator

from loaders import body_districts
from loaders.body_open import open_name
from loaders.body_trie import Name, Naming, Word, longest, tree, words
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.view import View
from ontology.vocabulary import vocabulary

#: Kinds that are common nouns too (``công an``, ``thanh tra``, ``viện``): named only where a capital says so.
_COMMON = frozenset(
    {"cong-an", "thanh-tra", "chinh-phu", "quoc-hoi", "dang-bo", "bo-doi-bien-phong", "hoi-dong-nhan-dan"}
)
#: ``Tỉnh ủy viên`` is a person, ``Chính phủ điện tử`` a programme, ``Luật Tổ chức Chính phủ`` a law.
_NOT_AFTER = Pattern(r"\s(?:viên|điện tử|số hóa|kiến tạo|số)\b(?! \d)|(?<=ủy)\s(?:quyền|thác|nhiệm)\b")
_NOT_BEFORE = Pattern(r"(?:\bluật tổ chức(?: [^\s,;.]++){0,5}|\bluật) $")
#: ``cơ sở y tế``, ``trụ sở``: the noun, not the department.
_NOT_A_DEPARTMENT = Pattern(r"\b(?:cơ|trụ|công|xứ)\s$")
_ELIDED_HEAD = Pattern(r"\bcác\s(?P<head>sở|bộ|ban)(?:,? (?:ban,? )?ngành)?(?: gồm)?\s?:?\s(?=\p{L})")
_LIST_MARK = Pattern(r"\s?(?:,|;|\svà|,\svà)\s")
_GROUP = Pattern(
    r"\bcác (?:sở|ban)(?:(?:, | và |,? - | )(?:ban|ngành|sở|đoàn thể|địa phương|đơn vị|cơ quan)\b)*+(?:,? "
    r"(?:có )?liên quan)?"
)
#: ``UBND các huyện, thị xã, thành phố``: one body in the words of the text; at least one unit below the province.
_LOWER_GROUP = Pattern(
    rf"\s(?P<units>các (?=[^.;:]{{0,20}}(?:quận|huyện|thị xã|xã|phường)){body_districts.RANK}(?:(?:, | và |,? "
    rf")(?:các )?{body_districts.RANK}\b)*+"
    r"(?: giáp ranh| (?:có )?liên quan)?)"
)


def find(view: View, localities: tuple[Mention, ...]) -> tuple[Naming, ...]:
    """All names in their order, none inside another."""
    found = words(view)
    places = {mention.name_start: mention for mention in localities} | {m.start: m for m in localities}
    heads = {match.end(): match["head"] for match in _ELIDED_HEAD.finditer(view.norm)}
    begins = tree().children
    names: list[Naming] = []
    after = 0
    for i, word in enumerate(found):
        if i < after or (word.text not in begins and word.start not in heads):
            continue
        taken = list(_at(view, found, i, places, heads))
        names += [naming for _, naming in taken]
        after = taken[-1][0] if taken else i + 1
    return tuple(sorted((*names, *_groups(view, names)), key=lambda naming: naming.start))


def _at(
    view: View, found: tuple[Word, ...], i: int, places: dict[int, Mention], heads: dict[int, str]
) -> Iterator[tuple[int, Naming]]:
    """The names that begin at a word, each with the position of the word after it."""
    head = heads.get(found[i].start)
    if head:
        yield from _elided(view, found, i, head)
        return
    name = longest(view, found, i)
    if name is None or _is_office(found, i):
        return
    last, naming = _named(view, found, name, places)
    if naming is None:
        return
    yield last, naming
    head = found[i].text
    if head in ("sở", "bộ") and not name.kind.name_continues:
        mark = _LIST_MARK.match(view.norm, naming.end)
        if mark and last < len(found) and (following := _next(found, last, mark.end())) is not None:
            yield from _elided(view, found, following, head)


def _is_office(found: tuple[Word, ...], i: int) -> bool:
    """``Phó Bí thư Thường trực Thành ủy`` is the deputy secretary of the Thành ủy, ``Đại hội Đảng bộ`` a congress."""
    before = found[i - 1].text if i else ""
    return (found[i].text, before) in (("thường", "thư"), ("thường", "tịch"), ("đảng", "hội"))


def _next(found: tuple[Word, ...], i: int, position: int) -> int | None:
    while i < len(found) and found[i].start < position:
        i += 1
    return i if i < len(found) and found[i].start == position else None


def _elided(view: View, found: tuple[Word, ...], i: int, head: str) -> Iterator[tuple[int, Naming]]:
    """``Y tế, Công Thương và Du lịch`` after ``các Sở:`` or ``Sở …,``: each a name without its head noun."""
    while found[i].capital and (name := longest(view, found, i, tree().children[head])):
        start, end = found[i].start, found[name.last - 1].end
        if name.last < len(found) and view.norm[end : found[name.last].start] == " ":
            after = found[name.last]
            if after.capital and after.text not in ("tỉnh", "thành", "tp", "sở", "và"):
                return  # the phrase goes on: `Xây dựng Đảng` is no department
        if name.partial:  # `các ban Tổ chức, Tuyên giáo Tỉnh ủy`
            label = name.kind.name.rsplit(" ", 2)[0]
            yield name.last, Naming(start, end, label, name.kind, partial=True)
        else:
            yield name.last, Naming(start, end, name.kind.name, name.kind)
        mark = _LIST_MARK.match(view.norm, end)
        following = _next(found, name.last, mark.end()) if mark else None
        if following is None:
            return
        i = following


def _named(view: View, found: tuple[Word, ...], name: Name, places: dict[int, Mention]) -> tuple[int, Naming | None]:
    kind, first, last = name.kind, found[name.first], name.last
    start, end = first.start, found[last - 1].end
    if _NOT_AFTER.match(view.norm, end) or _NOT_BEFORE.search(view.norm, max(0, start - 60), start):
        return last, None
    if not first.capital and (
        kind.id in _COMMON or first.text == "bộ" or _NOT_A_DEPARTMENT.search(view.norm, max(0, start - 8), start)
    ):
        return last, None
    if kind.category == "group":
        return last, None
    if name.partial:
        label = kind.name.rsplit(" ", 2)[0]
        return last, Naming(start, end, label, kind, partial=True) if first.capital else None
    units, until = body_districts.of(view, found, kind, end, places)
    if units:
        return _next_word(found, last, until), Naming(start, until, kind.name, kind, districts=units)
    if kind.name_continues:
        last, naming = open_name(view, found, name, places)
        return last, naming and body_districts.inside(view, found, naming, places)
    if kind.category == "executive" and (group := _LOWER_GROUP.match(view.norm, end)):
        text = f"{kind.name} {' '.join(group['units'].split())}"
        return _next_word(found, last, group.end()), Naming(start, group.end(), text, kind, group=True)
    if body_districts.unranked(view.norm, end):
        return last, None
    return last, Naming(start, end, kind.name, kind, group=kind.id == "van-phong-cap-uy")


def _next_word(found: tuple[Word, ...], i: int, position: int) -> int:
    while i < len(found) and found[i].start < position:
        i += 1
    return i


def _groups(view: View, names: list[Naming]) -> Iterator[Naming]:
    """``các sở, ban, ngành có liên quan``: named by the words of the text."""
    kind = vocabulary().body_kinds["cac-so-ban-nganh"]
    taken = {naming.start for naming in names}
    for match in _GROUP.finditer(view.norm):
        elided = _ELIDED_HEAD.match(view.norm, match.start())
        if elided and elided.end() in taken:
            continue
        if "sở" in match.group().split()[1] and taken.isdisjoint(range(match.start(), match.end() + 1)):
            words_of = " ".join(match.group().split())
            yield Naming(match.start(), match.end(), words_of[0].upper() + words_of[1:], kind, group=True)
