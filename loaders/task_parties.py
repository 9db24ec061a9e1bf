"""Parties by their short names: ``Bên A``, ``Bên tỉnh``, and the bodies that they stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.analysis import Reading
from loaders.bodies import BodyMention
from loaders.numbers import NUMERALS
from loaders.patterns import Pattern
from ontology.vocabulary import vocabulary

#: `ỦY BAN NHÂN DÂN TỈNH X (sau đây gọi là Bên A)`, `(Bên A)`.
_CALLED = Pattern(
    r"\(?(?:(?:sau đây |được )?gọi (?:tắt )?là:?|sau đây là|gọi tắt:?)\s*[\"'(]?\s*(?P<called>bên "
    r"[a-d])\b|\((?P<short>bên [a-d])\)|- ?\"(?P<quoted>bên (?:[a-d]|thứ \p{L}++))\""
)
#: `BÊN A: ỦY BAN NHÂN DÂN TỈNH X`, `Bên A (UBND tỉnh X)`, `Đại diện Bên A: …`
_INTRODUCED = Pattern(r"(?<!của )(?<!cho )(?<!với )(?<!và )(?<!giúp )\b(?P<called>bên [a-d])\s?[:(-]\s?")
_USED = Pattern(r"\bbên (?:[a-d]|thứ (?:nhất|hai|ba|tư|năm)|tỉnh|thành phố)(?!\p{L})(?! bạn)")
_COUNTED = Pattern(r"\b(?P<count>hai|ba|bốn|năm) (?P<head>sở|chi cục|ban|hiệp hội|trung tâm|công an)(?!\p{L})")
_HONOURED = Pattern(r"\bquý (?:sở|cơ quan|đơn vị|ủy ban|ubnd|ban|hội|công an)(?!\p{L})")
_SIDES = Pattern(r"(?<!giữa )\b(?:cả )?(?:hai|các|đôi|mỗi) bên(?!\p{L}| (?:bờ|đường))")
_LETTERED = frozenset({"bên a", "bên b", "bên c", "bên d"})
_AUTHORITIES = frozenset({"executive", "party", "council"})
_NEAR = 160


def aliases(reading: Reading, mentions: Sequence[BodyMention], sides: tuple[str, ...]) -> tuple[BodyMention, ...]:
    """The places where a short name stands for a party, as mentions of the body that it stands for."""
    defined = list(_by_definition(reading, mentions))
    known = dict(reversed(defined)) | dict(_by_kind(mentions, sides))  # where a name is said to be twice, the first
    short = (
        replace(known[match.group()], start=match.start(), end=match.end(), name_end=match.end())
        for match in _USED.finditer(reading.view.norm)
        if match.group() in known
    )
    both = _both(reading, mentions, [known[name] for name in sorted(known) if name in _LETTERED])
    return (*short, *both, *_counted(reading, mentions), *_addressed(reading, mentions))


def _both(reading: Reading, mentions: Sequence[BodyMention], parties: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """``Hai bên`` where two departments of one name sign for themselves: both of them."""
    title = reading.form.title
    if not parties and title and reading.form.genre in ("agreement", "memorandum"):
        parties = [m for m in mentions if m.start < title[1] and m.places]
    places = tuple(dict.fromkeys(place for party in parties for place in party.places))
    if len({(party.name, party.category) for party in parties}) != 1 or parties[0].category in _AUTHORITIES:
        return
    for match in _SIDES.finditer(reading.view.norm) if len(places) > 1 else ():
        yield replace(parties[0], start=match.start(), end=match.end(), name_end=match.end(), places=places)


def _addressed(reading: Reading, mentions: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """``Quý Sở``, ``Quý cơ quan``: those whom the letter addresses, if they bear one name."""
    spans = [(part.start, part.end) for part in reading.paragraphs if part.kind == "addressees"]
    called = [m for m in mentions if any(start <= m.start < end for start, end in spans)]
    if not called or len({m.name for m in called}) > 1:
        return
    places = tuple(dict.fromkeys(place for m in called for place in m.places))
    for match in _HONOURED.finditer(reading.view.norm):
        yield replace(called[0], start=match.start(), end=match.end(), name_end=match.end(), places=places)


def _counted(reading: Reading, mentions: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """``Ba Chi cục``, ``hai Sở``: as many bodies of one name as were named before by that head noun."""
    named = {mention.start for mention in mentions}
    for match in _COUNTED.finditer(reading.view.norm):
        if match.start("head") in named:
            continue
        before = [m for m in mentions if m.start < match.start() and m.name.lower().startswith(match["head"] + " ")]
        for name in dict.fromkeys(m.name for m in reversed(before)):
            places = tuple(dict.fromkeys(place for m in before if m.name == name for place in m.places))
            if len(places) == NUMERALS[match["count"]]:
                first = next(m for m in before if m.name == name)
                yield replace(first, start=match.start(), end=match.end(), name_end=match.end(), places=places)
                break


def _by_definition(reading: Reading, mentions: Sequence[BodyMention]) -> Iterator[tuple[str, BodyMention]]:
    norm = reading.view.norm
    for match in _CALLED.finditer(norm):
        before = [m for m in mentions if match.start() - _NEAR < m.start < match.start()]
        if before:
            yield match["called"] or match["short"] or match["quoted"], before[-1]
    for match in _INTRODUCED.finditer(norm):
        after = [m for m in mentions if match.end() <= m.start < match.end() + _NEAR]
        if after:
            yield match["called"], after[0]


def _by_kind(mentions: Sequence[BodyMention], sides: tuple[str, ...]) -> Iterator[tuple[str, BodyMention]]:
    """``Bên tỉnh`` and ``Bên Thành phố`` where one side is a province and one a city: their People's Committees."""
    localities = vocabulary().localities
    for unit, kind in (("bên tỉnh", "province"), ("bên thành phố", "city")):
        of_kind = [side for side in sides if localities[side].kind == kind]
        executives = [m for m in mentions if m.category == "executive" and m.places and m.places[0] in of_kind]
        if len(of_kind) == 1 and executives:
            yield unit, replace(executives[0], places=(of_kind[0],))
