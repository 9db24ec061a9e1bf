"""The addresses of things: from ids to IRIs under a base, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.errors import SettingsError

#: The base that the Turtle files are written with; a configured one takes its place when they are read.
DEFAULT_BASE = "https://hoptac.example/"

_BASE = re.compile(r"https?://[^\s<>\"{}|\\^`?#]+/")


@dataclass(frozen=True, slots=True)
class Iris:
    """IRIs under one base, which is absolute and ends in a slash.

    An id is what follows ``{base}id/<class>/``. A statement's class is its document's, so its id begins
    with the document's: ``<document id>/agreement/<key>``.
    """

    base: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not _BASE.fullmatch(self.base):
            raise SettingsError(
                f"{self.base!r} is no base for IRIs", "give an http or https address that ends in a slash"
            )

    def term(self, name: str) -> str:
        """A class or property of our own."""
        return f"{self.base}ns#{name}"

    def thing(self, kind: str, identifier: str) -> str:
        """An individual: ``kind`` is ``locality``, ``field``, ``body``, ``body-kind``, ``change`` or ``document``."""
        return f"{self.base}id/{kind}/{identifier}"

    def document(self, document_id: str) -> str:
        return self.thing("document", document_id)

    def statement(self, document_id: str, kind: str, key: str) -> str:
        """A statement of a document: ``…/id/document/<id>/task/<key>``."""
        return f"{self.document(document_id)}/{kind}/{key}"

    def document_graph(self, document_id: str) -> str:
        """The named graph that holds everything a document says, and nothing else."""
        return f"{self.document(document_id)}/graph"

    def document_of_graph(self, graph: str) -> str | None:
        """The id of the document that a named graph belongs to; ``None`` for any other graph."""
        prefix, suffix = self.document(""), self.document_graph("").removeprefix(self.document(""))
        if not (graph.startswith(prefix) and graph.endswith(suffix)):
            return None
        identifier = graph.removeprefix(prefix).removesuffix(suffix)
        return identifier if identifier and "/" not in identifier else None

    @property
    def vocabulary_graph(self) -> str:
        """The named graph of the localities, regions, fields and kinds of bodies."""
        return f"{self.base}id/vocabulary/graph"

    @property
    def consolidation_graph(self) -> str:
        """The named graph that says which agreements of documents are one."""
        return f"{self.base}id/consolidation/graph"

    @property
    def schema_graph(self) -> str:
        """The named graph of the classes and properties."""
        return f"{self.base}ns"

    def kind(self, iri: str) -> str | None:
        """The class part of an individual's IRI; ``None`` for a foreign IRI."""
        prefix = f"{self.base}id/"
        return iri.removeprefix(prefix).split("/", 1)[0] if iri.startswith(prefix) else None

    def id(self, iri: str) -> str:
        """The id that an individual's IRI ends in; a foreign IRI is its own id."""
        prefix = f"{self.base}id/"
        if not iri.startswith(prefix):
            return iri
        return iri.removeprefix(prefix).split("/", 1)[-1]

    def rebased(self, turtle: bytes) -> bytes:
        """A Turtle file of the project under this base instead of the default one."""
        return turtle.replace(DEFAULT_BASE.encode(), self.base.encode())
