"""Named works: roads, industrial parks, ports, bridges, by the noun that opens the name and its capitals."""

from __future__ import annotations

import regex

from loaders.analysis import Reading
from ontology.record import LocalityRef, Project
from ontology.vocabulary import vocabulary

_HEADS = (
    "đường bộ cao tốc|đường cao tốc|cao tốc|tuyến đường ven biển|tuyến đường|đường vành đai|vành đai|"
    "đường sắt|khu công nghiệp|cụm công nghiệp|"
    "khu kinh tế cửa khẩu|khu kinh tế|khu công nghệ cao|khu du lịch|khu đô thị|cảng hàng không|cảng biển|"
    "cảng|sân bay|cầu|nhà máy|tuyến du lịch|tuyến xe buýt|"
    "quốc lộ|hồ chứa nước|hồ thủy điện|nhà máy điện"
)
_HEAD = regex.compile(rf"(?<!\p{{L}})(?P<head>{_HEADS})(?= )", regex.IGNORECASE)
#: Capitals and numbers, joined by dashes: `thành phố Hồ Chí Minh - Thủ Dầu Một - Chơn Thành`, `3`, `Dung Quất II`.
_NAME = regex.compile(
    r" (?:(?:kế cận|quốc tế|số|đoạn|nối|ven biển) )?(?:(?:thành phố|tỉnh|TP\.?) )?(?:\p{Lu}[\p{L}]*+|\d{1,3}(?![\d.%]))"
    r"(?:(?: - |- | -|-| )(?:(?:thành phố|tỉnh|TP\.?|đèo|hồ|thác) )?(?:\p{Lu}[\p{L}]*+|\d{1,2}(?![\d.%])))*+"
)


def find(reading: Reading) -> tuple[Project, ...]:
    """All named works in the order in which they are first named, each with all its words."""
    found: dict[str, Project] = {}
    for part in reading.paragraphs:
        if part.kind not in ("body", "bullet", "heading"):
            continue
        if reading.view.cased[part.start : part.end].isupper():
            continue
        for head in _HEAD.finditer(reading.view.cased, part.start, part.end):
            name = _NAME.match(reading.view.cased, head.end(), part.end)
            if name is None:
                continue
            evidence = reading.view.evidence(head.start(), name.end())
            label = " ".join(reading.view.cased[head.start() : name.end()].split())
            known = found.get(label.casefold())
            if known:
                found[label.casefold()] = known.model_copy(update={"evidence": (*known.evidence, evidence)})
            else:
                localities = tuple(_localities(reading, head.start(), name.end()))
                found[label.casefold()] = Project(
                    name=label, localities=localities, evidence=(evidence,), rule="project:named"
                )
    return tuple(found.values())


def _localities(reading: Reading, start: int, end: int) -> list[LocalityRef]:
    ids = dict.fromkeys(mention.id for mention in reading.localities_in(start, end))
    return [LocalityRef(id=identity, name=vocabulary().localities[identity].name) for identity in ids]
