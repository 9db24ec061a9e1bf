"""Whose a body is where the words before it tell: who directs it, and whose people a sentence lists."""

from __future__ import annotations

from loaders.analysis import Reading
from loaders.patterns import Pattern

#: ``UBND tỉnh A giao Sở Y tế …``, ``đề nghị tỉnh A chỉ đạo Chi cục Kiểm lâm …``: who is directed is the director's own.
_DIRECTS = Pattern(
    r" (?:cũng |sớm |quan tâm |tiếp tục )?(?:chỉ đạo|giao|yêu cầu|phân công|đôn đốc|cử) (?:các |giám đốc |cho )*$"
)
_DIRECTING = 40


def directed_by(reading: Reading, position: int) -> str | None:
    """The locality that directs whoever is named at a norm offset: what it directs is its own."""
    for mention in reversed(reading.localities_in(max(0, position - _DIRECTING - 30), position)):
        if mention.kind == "locality" and position - mention.end < _DIRECTING:
            acts = _DIRECTS.fullmatch(reading.view.norm, mention.end, position)
            return mention.id if acts else None
    return None


_SIDE_REACH = 700
_SIDE = Pattern(r"\b(?:về )?phía (?:đoàn )?$")
#: ``đoàn công tác tỉnh Hà Nam do …. Tham gia đoàn có đại diện HĐND, UBND tỉnh …``
_DELEGATION = Pattern(r"\bđoàn (?:công tác |đại biểu |cán bộ )?(?:của )?(?:tỉnh |thành phố )?$")
_OF_THE_DELEGATION = Pattern(
    r"(?:cùng )?(?:tham gia|thành viên|đi cùng|trong|cùng đi với) đoàn(?: công tác| đại biểu)? (?:có|còn có|gồm)\b"
)


def side_of(reading: Reading, position: int) -> str | None:
    """The locality whose people are listed at a norm offset: ``Phía tỉnh Điện Biên có …``, ``Tham gia đoàn có …``."""
    paragraph, sentence = reading.paragraph_of(position), reading.sentence_at(position)
    start = sentence.start if sentence else paragraph.start
    if _OF_THE_DELEGATION.match(reading.view.norm, start, position):
        for mention in reversed(reading.localities_in(max(0, start - _SIDE_REACH), start)):
            if _DELEGATION.search(reading.view.norm, max(0, mention.start - 40), mention.start):
                return mention.id
    for mention in reversed(reading.localities_in(max(paragraph.start, position - _SIDE_REACH), position)):
        if _SIDE.search(reading.view.norm, max(0, mention.start - 15), mention.start):
            return mention.id
    return None
