"""What a quad store offers, local or remote: a named graph per document, the vocabularies, and how far it has come."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Self

import pyoxigraph as ox

#: The graph of our own notes, which :meth:`Quads.graphs` does not name, so that no export has it.
BOOKKEEPING = ox.NamedNode("urn:hoptac:bookkeeping")
#: Subject and predicate of the note that says how far a store has come.
STATE = ox.NamedNode("urn:hoptac:state")


@dataclass(frozen=True, slots=True)
class Progress:
    """Up to which change of which ledger a store has come, and which version of the derivation it holds."""

    ledger: str
    sequence: int
    version: str

    @classmethod
    def read(cls, mark: object) -> Self:
        assert isinstance(mark, ox.Literal)
        ledger, sequence, version = mark.value.split(" ")
        return cls(ledger, int(sequence), version)

    def written(self) -> ox.Literal:
        return ox.Literal(f"{self.ledger} {self.sequence} {self.version}")


class Quads(ABC):
    """The quads of one open store. Literals come back in one form, whatever the store makes of them."""

    #: Whether nobody else can have written to the store.
    own: bool

    @property
    @abstractmethod
    def progress(self) -> Progress | None:
        """How far the store has come; None where nothing says so, or nothing clear."""

    @progress.setter
    @abstractmethod
    def progress(self, progress: Progress) -> None:
        """Set it after what it stands for: whoever is killed in between finds the store less far."""

    @abstractmethod
    def graphs(self) -> list[str]:
        """The IRIs of the named graphs, in their order."""

    @abstractmethod
    def graph(self, iri: str) -> list[ox.Quad]:
        """What stands in one named graph; nothing where there is none."""

    @abstractmethod
    def differing(self, graphs: Mapping[str, Collection[ox.Quad]]) -> list[str]:
        """Which of these named graphs do not hold just these quads; :meth:`graph` tells what they hold."""

    @abstractmethod
    def about(self, subject: str) -> list[ox.Quad]:
        """What all graphs together say of one thing, each statement once, whatever graphs have it."""

    @abstractmethod
    def replace(self, graph: str, quads: Iterable[ox.Quad]) -> None:
        """Put quads of one named graph in place of all that stood in it."""

    def replace_all(self, graphs: Mapping[str, Sequence[ox.Quad]]) -> None:
        """:meth:`replace` for many graphs, in the order given."""
        for graph, quads in graphs.items():
            self.replace(graph, quads)

    @abstractmethod
    def restate(self, graph: str, subjects: Collection[str], quads: Sequence[ox.Quad]) -> None:
        """Put quads in place of what one named graph said of some things."""

    @abstractmethod
    def clear(self) -> None:
        """Take everything out."""

    @abstractmethod
    def is_empty(self) -> bool:
        """Whether nothing stands there, neither ours nor anybody's."""


class QuadStore(ABC):
    """One place of quads, opened for a moment at a time."""

    #: What people call the place: its address, or ``local``.
    address: str
    #: Whether it is in the data folder, where nobody else can have written to it.
    own: bool

    @abstractmethod
    def writing(self) -> AbstractContextManager[Quads]:
        """The quads for writing, under the writer's lock; what was written counts when the block ends without error."""

    @abstractmethod
    def reading(self) -> AbstractContextManager[Quads]:
        """The quads for a few questions, each answered with whole documents."""

    @abstractmethod
    def snapshot(self) -> AbstractContextManager[Quads]:
        """All quads as they are at one moment, for whoever reads all of them."""

    @abstractmethod
    def close(self) -> None:
        """Let go of what the store holds open."""
