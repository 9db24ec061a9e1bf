"""Asking, wishing and undertaking: ``Ông đề nghị hai bên …``, ``bày tỏ mong muốn …``, ``thành phố cam kết …``."""

from __future__ import annotations

from loaders.body_lists import Cast
from loaders.body_trie import wordset
from loaders.patterns import Match, Pattern
from loaders.task_clauses import Stretch, clauses
from loaders.task_subjects import MODAL, begins_action, is_name, opened, subject_of
from loaders.task_words import DOERS, past_before
from ontology.codes import TaskKind

#: Verbs of asking and wishing, and what is asked then is.
_ASKS: tuple[tuple[str, TaskKind], ...] = (
    ("yêu cầu|chỉ đạo|quán triệt", "assignment"),
    ("đề nghị|kiến nghị|đề xuất|mong muốn|mong|kêu gọi|lưu ý|nhấn mạnh|cho rằng|khẳng định", "proposal"),
    ("cam kết|thống nhất|nhất trí|cho biết", "commitment"),
)
_ASK = Pattern("|".join(rf"(?P<k{i}>\b(?:{verbs})\b)" for i, (verbs, _) in enumerate(_ASKS)))
#: Asking that only introduces: without a modal or an imperative behind it, nothing is asked.
_WEAK = frozenset({"nhấn mạnh", "cho rằng", "khẳng định", "lưu ý", "mong", "kêu gọi", "quán triệt", "cho biết"})
#: What one tells that one will do, one undertakes; of what is merely told only that is a work.
_STATES = frozenset({"nhấn mạnh", "cho rằng", "khẳng định", "cho biết"})
#: `ba tỉnh đồng kiến nghị Thủ tướng …`: what they undertake is to ask.
_JOINTLY = Pattern(r"(?<!\p{L})(?:đồng|cùng|thống nhất) $")
_NOUN_MARKS = wordset("bản theo biên các những sự nội lời ý đáp ứng kết bộ nguyên quyết với")
#: `mong muốn cao tốc … sớm hoàn thành`: something wished of something.
_WISHED = Pattern(r"[^,;.:]{3,80}? (?:sớm|tiếp tục|được|có thêm|quan tâm|tạo điều kiện) ")
_WILL = Pattern(r"[^.;:]{2,80}? sẽ ")
_NEAR = 80
_SHORTEST = 25
#: `thống nhất đánh giá …`: what they find, not what they will do.
_JUDGING = Pattern(r"\W*+(?:đánh giá|nhận định|ghi nhận|nhận xét|nhận thấy)\b")
_WISHES = frozenset({"mong muốn", "đề nghị", "kiến nghị", "mong"})


def asked(cast: Cast, start: int, end: int) -> tuple[tuple[Stretch, ...], TaskKind] | None:
    """What a sentence asks for or undertakes, and of which kind an imperative after it then is; ``None``: nothing."""
    for match in _ASK.finditer(cast.reading.view.norm, start, end):
        if (
            past_before(cast.reading.view.norm, start, end, match.start())
            or _is_noun(cast, match)
            or is_name(cast, match)
            or _JUDGING.match(cast.reading.view.norm, match.end(), end)
        ):
            continue
        kind = _ASKS[int((match.lastgroup or "k0")[1:])][1]
        found = _joint(cast, start, end, match) or _said(cast, start, end, match, kind)
        if found is not None:
            return found
    return None


def _joint(cast: Cast, start: int, end: int, match: Match) -> tuple[tuple[Stretch, ...], TaskKind] | None:
    """``ba tỉnh đồng kiến nghị Thủ tướng …``: what they undertake is to ask."""
    if match.group() not in ("kiến nghị", "đề nghị"):
        return None
    sides = subject_of(cast, start, match.start())
    if sides is None or not _JOINTLY.search(cast.reading.view.cased, sides, match.start()):
        return None
    return tuple(clauses(cast.reading.view.norm, sides, end, "commitment", "joint-request")), "commitment"


def _said(
    cast: Cast, start: int, end: int, match: Match, kind: TaskKind
) -> tuple[tuple[Stretch, ...], TaskKind] | None:
    norm, rule = cast.reading.view.norm, f"ask:{match.group()}"
    if match.group() == "cho biết" and not _WILL.match(norm, match.end(), end):
        return None
    colon = norm[match.end() : match.end() + 2].strip().startswith(":")
    begin = _after(norm, match.end(), end)
    if colon and kind == "commitment":
        return tuple(clauses(norm, begin, end, kind, rule)), kind
    semicolon = norm.find(";", begin, end)
    modal = MODAL.search(norm, begin, semicolon if semicolon > 0 else end)
    if modal and (subject := subject_of(cast, begin, modal.start())) is not None:
        kind = "commitment" if modal.group() == "sẽ" and match.group() in _STATES else kind
        return tuple(clauses(norm, subject, end, kind, rule)), kind
    wished = match.group() in _WISHES and (_WISHED.match(norm, begin, end) or DOERS.match(norm, begin, end))
    if match.group() in _WEAK and not wished:
        return ((), kind) if colon else None
    if not wished and not begins_action(cast, begin, end):
        return None
    if kind == "commitment":  # who undertakes it belongs to the words
        subject = subject_of(cast, start, match.start())
        if subject is None and past_before(norm, match.end(), end, match.end() + _NEAR):
            return None  # the noun: `cam kết … đã có chữ ký`
        begin = match.start() if subject is None else subject
    if end - begin < _SHORTEST:
        return None  # `yêu cầu triển khai ngay`
    return tuple(clauses(norm, begin, end, kind, rule)), kind


def _after(norm: str, begin: int, end: int) -> int:
    """Where what is asked begins, after punctuation, ``rằng``, ``là`` and an opening."""
    while begin < end and norm[begin] in " :,\"'\n":
        begin += 1
    for word in ("rằng ", "là "):
        begin += len(word) if norm.startswith(word, begin) else 0
    return opened(norm, begin, end)


def _is_noun(cast: Cast, match: Match) -> bool:
    """``bản cam kết``, ``theo yêu cầu``, ``nội dung thống nhất``: the noun, not the verb."""
    norm = cast.reading.view.norm
    before = norm[max(0, match.start() - 12) : match.start()].split()
    after = norm[match.end() : match.end() + 14].split()
    return bool(before and before[-1] in _NOUN_MARKS) or bool(
        after and after[0] in ("của", "về", "hợp", "đặt", "trên", "này", "giữa")
    )
