"""A place in a text where something of a vocabulary is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MentionKind = Literal["locality", "region", "informal", "place", "institution", "body", "field", "sign"]


@dataclass(frozen=True, slots=True)
class Mention:
    """What stands at ``norm[start:end]``; ``id`` is the concept that it names.

    Kinds of localities: ``locality`` and ``region`` are named as such; ``informal`` is a part of the country with open
    bounds; ``place`` is a district, river or station that bears a province's name; ``institution`` has it in its own
    name (a university). ``unit`` is the word that says what it is (``tỉnh``, ``thành phố``, ``vùng``), included in the
    span; ``name_start`` is where the name itself begins. A ``sign`` points to a field without naming it (``bác sỹ``).
    """

    start: int
    end: int
    kind: MentionKind
    id: str
    name_start: int
    unit: str = ""
