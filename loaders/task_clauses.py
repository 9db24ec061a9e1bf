"""A sentence by its clauses: what stands between semicolons, where each opens with something to be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.patterns import Pattern
from loaders.task_words import ACTION, DOERS
from ontology.codes import TaskKind

_CLAUSE = Pattern(r";\s")
_SIDE = Pattern(
    r"(?:(?:còn |về )?phía|tp\.?|thành phố|tỉnh|ubnd|sở|trường|bệnh viện|công an|trung tâm|hiệp hội|tỉnh đoàn|văn phòng"
    r"|hội (?:nông dân|liên hiệp|cựu|nhà báo|doanh)|ban (?:quản lý|tổ chức|tuyên giáo|chỉ huy|dân vận))\s?\p{L}"
)
_EACH = Pattern(r"mỗi (?:năm|quý|tháng|tuần)\b")
_AND_THEN = Pattern(r"\W*+(?:đồng thời|bên cạnh đó|và|ngoài ra|cùng với đó),?\s")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words ``norm[start:end]`` that say a task; ``rule`` names the construction."""

    start: int
    end: int
    kind: TaskKind
    rule: str


def clauses(norm: str, start: int, end: int, kind: TaskKind, rule: str) -> Iterator[Stretch]:
    """The task's clauses: each one that opens with what is to be done, the others with the one before them."""
    begun: tuple[int, int] | None = None
    for a, b in parts(norm, start, end):
        enumerated = begun is not None and ":" in norm[begun[0] : begun[1]]
        if begun is not None and (enumerated or not _opens(norm, a, b)):
            begun = begun[0], b
            continue
        if begun is not None:
            yield Stretch(*begun, kind, rule)
        begun = a, b
    if begun is not None:
        yield Stretch(*begun, kind, rule)


def _opens(norm: str, start: int, end: int) -> bool:
    """Whether a clause opens with what is to be done, or with a side that does it: `; TP.HCM giúp …`."""
    return any(pattern.match(norm, start, end) for pattern in (ACTION, DOERS, _SIDE, _EACH))


def parts(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, without the words that link them."""
    at = start
    for match in [*_CLAUSE.finditer(norm, start, end), None]:
        stop = match.start() if match else end
        if match and norm.count("(", at, stop) > norm.count(")", at, stop):
            continue  # inside brackets
        link = _AND_THEN.match(norm, at, stop)
        begin = link.end() if link else at
        if stop - begin > 6:
            yield begin, stop
        at = match.end() if match else end
