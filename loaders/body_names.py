"""Where a text names a body: closed names, open ones that go on after their head noun, and lists that elide the head.

Each construction is one function: a name of the vocabulary (``Sở Y tế``), an open name (``Viện Nghiên cứu phát triển``),
an elided list (``các Sở: Y tế, Công Thương``; ``Sở Y tế, Công Thương``), a group (``các sở, ngành có liên quan``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from loaders.body_trie import Name, Word, longest, tree, words
from loaders.mentions import Mention
from loaders.view import View
from ontology.vocabulary import BodyKind, vocabulary


@dataclass(frozen=True, slots=True)
class Naming:
    """A name at ``norm[start:end]``, without its locality. ``partial``: the Party organ after it is still to be found."""

    start: int
    end: int
    name: str
    kind: BodyKind
    partial: bool = False
    group: bool = False


#: Kinds that are common nouns too (``công an``, ``thanh tra``, ``viện``): named only where a capital says so.
_COMMON = frozenset({"cong-an", "thanh-tra", "chinh-phu", "quoc-hoi", "dang-bo", "bo-doi-bien-phong", "hoi-dong-nhan-dan"})
#: ``Tỉnh ủy viên`` is a person, ``Chính phủ điện tử`` a programme, ``Luật Tổ chức Chính phủ`` a law.
_NOT_AFTER = regex.compile(r"\s(?:viên|điện tử|số hóa|kiến tạo|số)\b(?! \d)")
_NOT_BEFORE = regex.compile(r"(?:\bluật tổ chức(?: [^\s,;.]++){0,5}|\bluật) $")
#: Lower-case words that a name does not go on with: particles, prepositions, and verbs that open the predicate.
_STOP = frozenset(
    "chủ phối tham báo rà triển thực tiếp đã sẽ đang được cần phải là có để cho của thuộc tại trong trên từ về với cùng các "
    "những mỗi do khi nếu theo nhằm chuyển kiến đề hướng hỗ cung mở đưa khai ký trình xây làm chịu giúp liên tập tăng đẩy duy "
    "thống căn vào ra lên đến bị bằng như này trước sau ngày năm tháng gồm cũng còn đồng hai ba bốn không chưa vừa nay nhưng "
    "tổ nghiên mang hoặc cam bàn nêu gửi nhận đón lập sớm khẩn thường kịp chủ tiến góp tạo bảo giao quan mong muốn và hay"
    .split()
)
#: Compounds whose second syllable alone would end a name.
_COMPOUNDS = frozenset(
    tuple(pair.split())
    for pair in (
        "phát triển", "xúc tiến", "việc làm", "cơ quan", "hải quan", "cộng đồng", "lao động", "bất động", "hội đồng",
        "quan trắc", "định hướng", "chăm sóc", "tổ hợp", "hợp tác", "thông báo", "tiên tiến", "điều hành",
    )
)
#: Nouns that a name goes on with after ``và``, though in lower case.
_SECOND_PARTS = frozenset(
    "công thương du đầu phát môi đào truyền đô xã thể nông doanh dịch văn kỹ quản kiểm bảo chuyển hỗ tư".split()
)
_LONGEST_TAIL = 5
_HEADS_ELSEWHERE = {"hội": frozenset("nghị thảo chợ trường đồng đàm an thi viên nhập".split())}
#: Founding words before a head noun: what is yet to be founded is an output, not a body.
_FOUNDING = regex.compile(r"\b(?:thành lập|hình thành|xây dựng|dựng|đầu tư|lập|đề án(?: về)?|dự án)\s$")
#: ``cơ sở y tế``, ``trụ sở``: the noun, not the department.
_NOT_A_DEPARTMENT = regex.compile(r"\b(?:cơ|trụ|công|xứ)\s$")
#: The end of a name in capitals right before a head noun of one syllable: ``Nhơn Hội``, ``XÃ HỘI``.
_IN_A_NAME = regex.compile(r"(?<!\p{L})\p{Lu}\p{L}*+ $")
_ELIDED_HEAD = regex.compile(r"\bcác\s(?P<head>sở|bộ)(?:,? (?:ban,? )?ngành)?(?: gồm)?\s?:?\s(?=\p{L})")
_LIST_MARK = regex.compile(r"\s?(?:,|;|\svà|,\svà)\s")
_GROUP = regex.compile(
    r"\bcác (?:sở|ban)(?:(?:, | và |,? - | )(?:ban|ngành|sở|đoàn thể|địa phương|đơn vị|cơ quan)\b)*+(?:,? (?:có )?liên quan)?"
)
_LOWER_UNIT = r"(?:quận|huyện|thị xã|thành phố|thị trấn|xã|phường|đặc khu)"
#: ``UBND các huyện, thị xã, thành phố``: one body in the words of the text; at least one unit below the province.
_LOWER_GROUP = regex.compile(
    rf"\s(?P<units>các (?=[^.;:]{{0,20}}(?:quận|huyện|thị xã|xã|phường)){_LOWER_UNIT}(?:(?:, | và |,? )(?:các )?{_LOWER_UNIT}\b)*+)"
)
#: ``UBND huyện Long Mỹ``, ``Huyện ủy``: the unit and its name in capitals belong to the body's name.
_LOWER_NAMED = regex.compile(r"\s(?:huyện|quận|thị xã|phường|xã|thị trấn|Huyện|Quận|Thị xã)\s\p{Lu}[\p{L}]*+(?:\s\p{Lu}[\p{L}]*+){0,3}+")


def find(view: View, localities: tuple[Mention, ...]) -> tuple[Naming, ...]:
    """All names in their order, none inside another."""
    found = words(view)
    places = {mention.name_start: mention for mention in localities} | {m.start: m for m in localities}
    heads = {match.end(): match["head"] for match in _ELIDED_HEAD.finditer(view.norm)}
    names: list[Naming] = []
    i = 0
    while i < len(found):
        taken = list(_at(view, found, i, places, heads))
        names += [naming for _, naming in taken]
        i = taken[-1][0] if taken else i + 1
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
    while found[i].capital and (name := longest(view, found, i, tree().children[head])) and not name.partial:
        start, end = found[i].start, found[name.last - 1].end
        if name.last < len(found) and view.norm[end : found[name.last].start] == " ":
            after = found[name.last]
            if after.capital and after.text not in ("tỉnh", "thành", "tp", "sở", "và"):
                return  # the phrase goes on: `Xây dựng Đảng` is no department
        yield name.last, Naming(start, end, name.kind.name, name.kind)
        mark = _LIST_MARK.match(view.norm, end)
        following = _next(found, name.last, mark.end()) if mark else None
        if following is None:
            return
        i = following


def _named(
    view: View, found: tuple[Word, ...], name: Name, places: dict[int, Mention]
) -> tuple[int, Naming | None]:
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
    if kind.name_continues:
        return _open(view, found, name, places)
    if kind.category == "executive" and (units := _LOWER_GROUP.match(view.norm, end)):
        text = f"{kind.name} {' '.join(units['units'].split())}"
        return _next_word(found, last, units.end()), Naming(start, units.end(), text, kind, group=True)
    if lower := _LOWER_NAMED.match(view.cased, end):
        text = kind.name + " ".join(lower.group().split(" "))
        return _next_word(found, last, lower.end()), Naming(start, lower.end(), text, kind)
    return last, Naming(start, end, kind.name, kind, group=kind.id == "van-phong-cap-uy")


def _next_word(found: tuple[Word, ...], i: int, position: int) -> int:
    while i < len(found) and found[i].start < position:
        i += 1
    return i


def _open(
    view: View, found: tuple[Word, ...], name: Name, places: dict[int, Mention]
) -> tuple[int, Naming | None]:
    """``Viện Nghiên cứu phát triển``: capitals and the small words that complete them, up to a stop or a locality."""
    kind, last = name.kind, name.last
    start, head = found[name.first].start, found[name.last - 1]
    whole = kind.category == "university" and kind.id != "truong-chinh-tri"
    known = kind.id in ("dai-hoc-quoc-gia", "truong-chinh-tri")
    if not found[name.first].capital or _FOUNDING.search(view.norm, max(0, start - 30), start):
        return last, None
    if head is found[name.first] and _IN_A_NAME.search(view.cased, max(0, start - 12), start):
        return last, None
    end, tail = head.end, 0
    while last < len(found):
        word = found[last]
        gap = view.cased[end : word.start]
        place = places.get(word.start)
        if place and place.kind != "institution" and not (whole and place.kind == "locality"):
            break
        if place:
            end = place.end
            last = _next_word(found, last, end)
            break
        if gap not in (" ", "\n", " - ", "-", " & ") or (gap == "\n" and not known and tail == 0 and end == head.end):
            break
        step = _step(view, found, last, tail)
        if step is None:
            break
        tail = step
        end = word.end
        last += 1
    while found[last - 1].text in ("và", "tỉnh", "thành", "phố") and last > name.last:
        last -= 1
        end = found[last - 1].end
    shouting = view.cased[start:end].isupper() and len(found[name.first].text) > 1 and not head.text.isdigit()
    if end == head.end and not known and kind.id != "quan-khu":
        return last, None
    if shouting and not known and end - start > len(head.text) + 12:
        return last, None
    if found[name.last].text in _HEADS_ELSEWHERE.get(head.text, ()) if end > head.end else False:
        return last, None
    return last, Naming(start, end, _spelling(view, kind, start, end, places, head.end), kind)


def _step(view: View, found: tuple[Word, ...], i: int, tail: int) -> int | None:
    """How many small words follow the last capital once ``found[i]`` is taken; ``None``: the name ends before it."""
    word = found[i]
    if longest(view, found, i) and word.capital:
        return None
    if word.capital:
        return 0
    if word.text == "và":
        following = found[i + 1] if i + 1 < len(found) else None
        if following is None or (longest(view, found, i + 1) and following.capital):
            return None
        return 0 if following.capital or following.text in _SECOND_PARTS else None
    if (word.text in _STOP and (found[i - 1].text, word.text) not in _COMPOUNDS) or tail >= _LONGEST_TAIL:
        return None
    return tail + 1


def _spelling(view: View, kind: BodyKind, start: int, end: int, places: dict[int, Mention], head_end: int) -> str:
    """The name in full: the kind as the vocabulary writes it, the rest as the text does, a city by its official name."""
    rest = " ".join(view.cased[head_end:end].split())
    for mention in places.values():
        if head_end < mention.start and mention.end == end and kind.category == "university":
            official = vocabulary().localities[mention.id].name
            named = view.norm[mention.start : mention.end]
            if kind.id == "dai-hoc-quoc-gia" or regex.match(r"t(?:p|\.p|hành phố)", named):
                official = official.removeprefix("Thành phố ") if mention.id == "ha-noi" else official
                rest = " ".join((view.cased[head_end : mention.start].strip() + " " + official).split())
            break
    head = kind.name if kind.name_continues and view.norm[start:head_end] in _heads(kind) else view.cased[start:head_end]
    return f"{head} {rest}".strip()


def _heads(kind: BodyKind) -> frozenset[str]:
    return frozenset(label.lower() for label in (*kind.labels, *kind.hidden)) - {"đại học", "cao đẳng"}


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
