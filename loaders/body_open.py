"""Names that go on after their head noun: ``Viện Nghiên cứu phát triển``, ``Ban Quản lý Khu kinh tế Nghi Sơn``.

A capital opens each phrase of such a name and small words complete it; the name ends at a particle, at a verb, at a
locality, or where small words follow a proper name (two capitals in a row).
"""

from __future__ import annotations

from functools import lru_cache

import regex

from loaders.body_trie import Name, Naming, Word, longest, wordset
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.view import View
from ontology.vocabulary import BodyKind, vocabulary

#: Lower-case words that a name does not go on with: particles, prepositions, and verbs that open the predicate.
_STOP = wordset(
    "chủ phối tham báo rà triển thực tiếp đã sẽ đang được cần phải là có để cho của thuộc tại trong trên "
    "từ về với cùng các "
    "những mỗi do khi nếu theo nhằm chuyển kiến đề hướng hỗ cung mở đưa khai ký trình xây làm chịu giúp "
    "liên tập tăng đẩy duy "
    "thống căn vào ra lên đến bị bằng như này trước sau ngày năm tháng gồm cũng còn đồng hai ba bốn "
    "không chưa vừa nay nhưng "
    "tổ nghiên mang hoặc cam bàn nêu gửi nhận đón lập sớm khẩn thường kịp tiến góp tạo bảo giao quan "
    "mong muốn hay đầu thuê mua "
    "nối đi gặp lo nắm dành đóng giữ soạn rà trao luân tiếp ban cử mời thăm dự họp lấy vận huy tuyên ngồi giới đăng "
    "tuyển chung"
)
#: Compounds whose second syllable alone would end a name, or whose first would.
_COMPOUNDS = frozenset(
    tuple(pair.split())
    for pair in (
        "phát triển",
        "xúc tiến",
        "việc làm",
        "cơ quan",
        "hải quan",
        "cộng đồng",
        "lao động",
        "hội đồng",
        "định hướng",
        "tổ hợp",
        "hợp tác",
        "thông báo",
        "tiên tiến",
        "điều hành",
        "chăm sóc",
        "quan trắc",
        "tế mở",
        "và các",
        "hàng không",
        "tư xây",
        "dục thường",
        "công lập",
        "công báo",
    )
)
#: First syllables that open a verb as well as a noun: these compounds belong to a name.
_NOUNS = frozenset(
    {
        ("đầu", "tư"),
        ("bảo", "vệ"),
        ("bảo", "tồn"),
        ("bảo", "hiểm"),
        ("quan", "trắc"),
        ("tiến", "bộ"),
        ("dự", "án"),
        ("dự", "phòng"),
        ("thực", "phẩm"),
        ("thực", "vật"),
        ("thực", "hành"),
        ("đồng", "bằng"),
        ("dự", "báo"),
        ("giao", "thông"),
        ("giao", "dịch"),
        ("vận", "tải"),
        ("bảo", "trì"),
        ("tiếp", "thị"),
    }
)
#: Nouns that a name goes on with after ``và``, though in lower case.
_SECOND_PARTS = wordset(
    "công thương du đầu phát môi đào truyền đô xã thể nông doanh dịch văn kỹ quản kiểm bảo chuyển hỗ tư thủy lâm"
)
_LONGEST_TAIL = 6
#: Categories whose place is where they belong, though it looks like a part of their name.
_PLACED = frozenset({"hospital", "centre", "agency", "party", "bank"})
#: Kinds that are named after the body they are part of: ``Đảng ủy Đại học X``, ``Thanh tra Sở Y tế``.
_OF_ANOTHER = frozenset({"dang-uy", "thanh-tra-so"})
#: Kinds that bear nothing but a proper name.
_PROPER = frozenset({"hat-kiem-lam", "huyen-uy", "thi-uy", "vuon-quoc-gia", "dang-uy-quan-khu", "quan-khu"})
#: Compounds that begin like a head noun and are none.
_ELSEWHERE = {
    "hội": wordset("nghị thảo chợ trường đồng đàm an thi viên nhập"),
    "phòng": wordset("họp hội khách khánh chống cháy ngừa thủ vệ dịch bệnh tránh không"),
}
#: Compounds that end like a head noun: ``XÃ HỘI``, ``Quốc phòng``.
_ENDS = {
    "hội": wordset("xã tập đại quốc cơ lễ dạ vũ thượng hạ"),
    "phòng": wordset("văn quốc hải dự biên tiêu nhà căn số"),
    "viện": wordset("tu cao nghị pháp"),
}
#: What an enterprise joins with and is no body of the vocabulary: ``Công ty X và Khu du lịch Y``.
_OTHER_HEADS = frozenset(
    {
        ("khu", "du"),
        ("khu", "nghỉ"),
        ("siêu", "thị"),
        ("khách", "sạn"),
        ("câu", "lạc"),
        ("làng", "nghề"),
        ("chợ", "đầu"),
    }
)
#: Founding words before a head noun: what is yet to be founded is an output, not a body.
_FOUNDING = Pattern(r"\b(?:thành lập|hình thành|xây dựng|dựng|lập|đề án(?: về)?|dự án)\s$")
#: The end of a name in capitals right before a head noun of one syllable: ``Nhơn Hội``, ``XÃ HỘI``.
_IN_A_NAME = Pattern(r"(?<=\p{L} )\p{Lu}\p{L}*+ $")
_GAPS = (" ", " - ", "-", " & ", "&")
_CITY = Pattern(r"t(?:p|\.p|hành phố)")
#: Abbreviations inside open names, written out.
_WRITTEN_OUT = tuple(
    (short, full, Pattern(rf"(?<!\p{{L}}){regex.escape(short)}(?!\p{{L}})"))
    for short, full in (
        ("KH&CN", "khoa học và công nghệ"),
        ("KHCN", "khoa học và công nghệ"),
        ("NN&PTNT", "nông nghiệp và phát triển nông thôn"),
        ("VH,TT&DL", "văn hóa, thể thao và du lịch"),
        ("GD&ĐT", "giáo dục và đào tạo"),
        ("XTTM", "xúc tiến thương mại"),
        ("CNTT", "công nghệ thông tin"),
        ("KCN", "khu công nghiệp"),
        ("KKT", "khu kinh tế"),
        ("ĐBSCL", "Đồng bằng sông Cửu Long"),
    )
)


def open_name(view: View, found: tuple[Word, ...], name: Name, places: dict[int, Mention]) -> tuple[int, Naming | None]:
    """The name that goes on after a head noun, and the position of the word after it."""
    kind, head = name.kind, found[name.last - 1]
    first = found[name.first]
    start, bare = first.start, _may_stand_alone(kind)
    if not first.capital or (not bare and _FOUNDING.search(view.norm, max(0, start - 30), start)):
        return name.last, None
    before = found[name.first - 1] if name.first else None
    if before and before.text in _ENDS.get(first.text, ()) and view.norm[before.end : start] == " ":
        return name.last, None
    if head is first and _IN_A_NAME.search(view.cased, max(0, start - 16), start):
        return name.last, None
    last = _end(view, found, name, places)
    end = found[last - 1].end
    if last == name.last:
        return last, Naming(start, end, kind.name, kind) if bare else None
    if kind.id == "nha-may" and not (found[last - 1].capital and last - name.last > 1):
        return name.last, None  # a plant without a name of its own
    if (not found[name.last].capital and len(kind.name.split()) < 3) or found[name.last].text in _ELSEWHERE.get(
        head.text, ()
    ):
        return name.last, None
    if view.cased[start:end].isupper() and not bare and last - name.last > 2:
        return name.last, None  # a heading in capitals says nothing of where a name ends
    return last, Naming(start, end, _spelling(view, kind, (start, head.end, end), places), kind)


def _may_stand_alone(kind: BodyKind) -> bool:
    """``Ban Quản lý Khu kinh tế`` says enough without a name; ``Viện`` does not."""
    return len(kind.name.split()) >= 4 or kind.id in ("truong-chinh-tri", "dai-hoc-quoc-gia")


def _end(view: View, found: tuple[Word, ...], name: Name, places: dict[int, Mention]) -> int:
    whole = name.kind.category == "university"
    last, tail = name.last, 0
    nested = longest(view, found, last) if name.kind.id in _OF_ANOTHER and last < len(found) else None
    if (
        nested
        and nested.kind.id not in _OF_ANOTHER
        and view.norm[found[last - 1].end : found[last].start] in (" ", " (")
    ):
        return _end(view, found, nested, places) if nested.kind.name_continues else nested.last
    while last < len(found):
        word, gap = found[last], view.cased[found[last - 1].end : found[last].start]
        place = places.get(word.start)
        if (
            place
            and name.kind.category == "hospital"
            and last == name.last
            and gap == " "
            and place.name_start == word.start
        ):
            return last + sum(place.start <= w.start < place.end for w in found[last : last + 8])  # `Bệnh viện Đà Nẵng`
        owned = place is not None and (place.kind == "institution" or (whole and place.kind == "locality"))
        if place and name.kind.category in _PLACED and not _names_itself(found, name, last):
            owned = False  # ``Bệnh viện Phụ sản Hải Phòng`` is Hải Phòng's
        if place and not owned and gap not in (" - ", "-"):
            break
        if gap not in _GAPS and not (gap == "\n" and last == name.last and _may_stand_alone(name.kind)):
            break
        if place:
            while last < len(found) and found[last].start < place.end:
                last += 1
            break
        step = _step(view, found, last, tail, name.last)
        if step is None or (step and name.kind.id in _PROPER):
            break
        tail, last = step, last + 1
    while last > name.last and found[last - 1].text in ("và", "tỉnh", "thành", "phố"):
        last -= 1
    return last


def _names_itself(found: tuple[Word, ...], name: Name, last: int) -> bool:
    """``Bệnh viện Đa khoa Trung ương Cần Thơ`` and ``… vùng Tây Nguyên`` are the nation's."""
    return name.kind.category == "hospital" and found[last - 1].text in ("ương", "vùng")


def _step(view: View, found: tuple[Word, ...], i: int, tail: int, first: int) -> int | None:
    """How many small words follow the last capital once ``found[i]`` is taken; ``None``: the name ends before it."""
    word, before = found[i], found[i - 1]
    following = found[i + 1] if i + 1 < len(found) else None
    if word.capital:
        heads = following is None or following.text not in _ELSEWHERE.get(word.text, ())
        return None if heads and longest(view, found, i) and before.text not in _ENDS.get(word.text, ()) else 0
    if word.text == "và":
        if following is None or (following.capital and longest(view, found, i + 1)):
            return None
        if i + 2 < len(found) and (following.text, found[i + 2].text) in _OTHER_HEADS and following.capital:
            return None if found[first - 1].text != "lý" else 0  # `Ban Quản lý Khu du lịch X và Khu du lịch Y`
        if following.text == "các" and i + 2 < len(found) and found[i + 2].text in ("khu", "kcn"):
            return 0  # ``Ban Quản lý Khu kinh tế X và các khu công nghiệp``
        return 0 if following.capital or following.text in _SECOND_PARTS else None
    proper = tail == 0 and i - first >= 2 and before.capital and found[i - 2].capital and not before.initials
    noun = following is not None and (word.text, following.text) in _NOUNS
    if (
        proper
        or tail >= _LONGEST_TAIL
        or (word.text in _STOP and (before.text, word.text) not in _COMPOUNDS and not noun)
    ):
        return None
    return tail + 1


def _spelling(view: View, kind: BodyKind, span: tuple[int, int, int], places: dict[int, Mention]) -> str:
    """The name in full: the kind as the vocabulary writes it, the rest as the text does, a city by its official name.

    ``span``: start of the name, end of its head noun, end of the name.
    """
    start, head_end, end = span
    rest = " ".join(view.cased[head_end:end].split())
    for mention in places.values():
        if head_end < mention.start and mention.end == end and kind.category == "university":
            official = vocabulary().localities[mention.id].name
            named = view.norm[mention.start : mention.end]
            if kind.id == "dai-hoc-quoc-gia" or _CITY.match(named):
                official = official.removeprefix("Thành phố ") if mention.id == "ha-noi" else official
                rest = f"{view.cased[head_end : mention.start].strip()} {official}"
            break
    for short, full, written in _WRITTEN_OUT:
        if short in rest:
            rest = written.sub(full, rest)
    head = view.cased[start:head_end]
    known = _known(kind.id)
    return " ".join(f"{kind.name if view.norm[start:head_end] in known else head} {rest}".split())


@lru_cache(maxsize=1024)
def _known(kind: str) -> frozenset[str]:
    """The head nouns of a kind that its full name may stand for."""
    labels = vocabulary().body_kinds[kind]
    return frozenset(label.lower() for label in (*labels.labels, *labels.hidden)) - {"đại học", "cao đẳng"}
