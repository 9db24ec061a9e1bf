"""Kinds of bodies compiled to a tree of words, in which an abbreviation stands for the initials of the words it spells.

``Sở Văn hóa, Thể thao và Du lịch`` is also written with dashes, with ``&``, without commas, as ``Sở VHTT&DL`` or
``Sở VHTTDL``: commas, dashes and ``và`` inside a name count as one kind of gap, and a word in capitals may spell the
initials of the words that follow in the tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import NamedTuple

import regex

from loaders.patterns import Pattern
from loaders.view import View, normalise
from ontology.codes import Rank
from ontology.names import fold
from ontology.vocabulary import BodyKind, vocabulary

_WORD = Pattern(r"[\p{L}\d]++")
#: What may stand between the words of a name: one space or line end; between its parts also a comma, a dash, ``&``.
_PLAIN_GAP = Pattern(r"[ \n.]{1,2}|-")
_LIST_GAP = Pattern(r"[ \n]?[,&/\-.]?[ \n]?|[ \n]&[ \n]")
_AND = ("và", "&")
#: The organ of the Party whose name closes that of its commissions.
PARTY_ORGANS = ("tỉnh ủy", "thành ủy")


class Word(NamedTuple):
    start: int
    end: int
    text: str
    cased: str

    @property
    def capital(self) -> bool:
        return self.cased[0].isupper() or self.cased[0].isdigit()

    @property
    def initials(self) -> bool:
        return len(self.text) > 1 and self.cased.isupper()


#: A word from its parts in one call of C: there is one for every word of the text.
_word = partial(tuple.__new__, Word)


@dataclass(slots=True)
class Node:
    """``loose`` words may be parted from the one before by a comma, a dash or ``và``.

    ``kinds`` are those whose label ends here, by whether it has a ``và``: two may differ in nothing else.
    """

    children: dict[str, Node] = field(default_factory=dict)
    loose: bool = False
    kinds: dict[bool, BodyKind] = field(default_factory=dict)
    partial: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in words ``[first:last]``; ``partial`` is one that still lacks the name of its Party organ."""

    first: int
    last: int
    kind: BodyKind
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Naming:
    """A name at ``norm[start:end]``, without its locality. ``partial``: its Party organ is still to be found.

    ``districts``: the units below the province that the name is said with, each by rank and name.
    """

    start: int
    end: int
    name: str
    kind: BodyKind
    partial: bool = False
    group: bool = False
    districts: tuple[tuple[Rank | None, str], ...] = ()


def wordset(text: str) -> frozenset[str]:
    """Words parted by spaces, as a set."""
    return frozenset(text.split())


def words(view: View) -> tuple[Word, ...]:
    spans = [match.span() for match in _WORD.finditer(view.norm)]
    norm, cased = view.norm, view.cased
    return tuple([_word((start, end, norm[start:end], cased[start:end])) for start, end in spans])


@lru_cache(maxsize=1)
def tree() -> Node:
    """The tree of all labels of all kinds."""
    root = Node()
    for kind in vocabulary().body_kinds.values():
        for label in dict.fromkeys((*kind.labels, *kind.hidden)):
            _insert(root, kind, normalise(label))
    return root


def _insert(root: Node, kind: BodyKind, label: str) -> None:
    node, end, loose = root, 0, False
    for match in _WORD.finditer(label):
        loose = loose or bool(regex.search(r"[,&/\-]", label[end : match.start()]))
        end = match.end()
        if match.group() in _AND:
            loose = True
            continue
        node = node.children.setdefault(match.group(), Node())
        node.loose = node.loose or loose
        loose = False
    node.kinds.setdefault(" và " in label, kind)
    for organ in PARTY_ORGANS:
        if kind.category == "party" and label.endswith(f" {organ}"):
            prefix = _descend(root, label.removesuffix(organ))
            prefix.partial = prefix.partial or kind.id


def _descend(root: Node, label: str) -> Node:
    node = root
    for match in _WORD.finditer(label):
        if match.group() not in _AND:
            node = node.children[match.group()]
    return node


def longest(view: View, found: tuple[Word, ...], first: int, start: Node | None = None) -> Name | None:
    """The longest name whose words begin at ``found[first]``, read from a node of the tree (its root)."""
    if start is None and found[first].text not in tree().children:
        return None
    best: Name | None = None
    for last, node in _walk(view.norm, found, first, start or tree(), begun=start is None):
        if best is None or last > best.last:
            if node.kinds:
                linked = any(word.text == "và" for word in found[first:last])
                kind = node.kinds.get(linked) or next(iter(node.kinds.values()))
                if linked or kind.category != "party" or " và " not in kind.name:
                    best = Name(first, last, kind)  # `Tuyên giáo, Dân vận` are two, `Tuyên giáo và Dân vận` one
            elif node.partial and not _two_commissions(node, found[first:last]):
                best = Name(first, last, vocabulary().body_kinds[node.partial], partial=True)
    return best


def _two_commissions(node: Node, found: tuple[Word, ...]) -> bool:
    """``Tuyên giáo, Dân vận`` before ``Tỉnh ủy``: two commissions, not the merged one of later years."""
    return " và " in vocabulary().body_kinds[node.partial].name and not any(word.text == "và" for word in found)


def _walk(norm: str, found: tuple[Word, ...], first: int, start: Node, *, begun: bool) -> Iterator[tuple[int, Node]]:
    """Every node that can be reached, with the position of the word after it."""
    pending = [(first, start, begun)]
    while pending:
        i, node, at_root = pending.pop()
        if node is not start:
            yield i, node
        if i >= len(found):
            continue
        if found[i].text in _AND and node is not start:
            if i + 1 < len(found):
                pending += [(j, child, False) for j, child, loose in _steps(found, i + 1, node) if loose]
            continue
        pending += [
            (j, child, False)
            for j, child, loose in _steps(found, i, node, spelled=not at_root)
            if node is start or _gap_fits(norm, found, i, loose=loose)
        ]


def _gap_fits(norm: str, found: tuple[Word, ...], i: int, *, loose: bool) -> bool:
    gap = norm[found[i - 1].end : found[i].start]
    return bool((_LIST_GAP if loose else _PLAIN_GAP).fullmatch(gap))


def _steps(found: tuple[Word, ...], i: int, node: Node, *, spelled: bool = True) -> Iterator[tuple[int, Node, bool]]:
    """Where one word leads: the word after it, the node, and whether a comma or ``và`` may stand before it."""
    child = node.children.get(found[i].text)
    if child:
        yield i + 1, child, child.loose
    elif spelled and found[i].initials:
        letters = fold_initials(found[i].text)
        for word, first in node.children.items():
            if fold_initials(word[0]) == letters[0]:
                for spelt in _spelt(first, letters[1:]):
                    yield i + 1, spelt, first.loose


def _spelt(node: Node, letters: str) -> Iterator[Node]:
    """The nodes at the end of words whose initials are these letters."""
    if not letters:
        yield node
        return
    for word, child in node.children.items():
        if fold_initials(word[0]) == letters[0]:
            yield from _spelt(child, letters[1:])


def fold_initials(letters: str) -> str:
    """Letters without their marks, ``đ`` kept apart from ``d``: ``ủ`` → ``u``."""
    return "".join(letter if letter == "đ" else fold(letter) for letter in letters)
