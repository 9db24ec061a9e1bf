"""Comparing the stores with the ledger, claim by claim, and naming what differs."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, Self

import pyoxigraph as ox

from graph.bolt import Bolt, batches
from graph.cell_checking import compare_cells
from graph.consolidation import keeping, regrouping
from graph.consolidation.facts import Facts
from graph.consolidation.merging import Regrouped
from graph.derivation import Derivation
from graph.differences import Difference, Store, compared
from graph.ledger import Ledger
from graph.projection import EdgeKind, Projected, Row
from graph.quads import Quads
from graph.spool import Spool
from graph.statements import OWN_LABELS, statements
from graph.writing import DocumentRows
from ontology.description import Description, describe, united
from ontology.errors import OntologyError

#: Documents compared together.
_GROUP = 128


class Checker:
    """Compares stores that have caught up; the caller holds the writer's lock."""

    def __init__(self, ledger: Ledger, derivation: Derivation) -> None:
        self._ledger = ledger
        self._derivation = derivation
        #: The facts of what could be derived, by the ids of agreements (:meth:`quads`).
        self._facts: dict[str, Facts] = {}
        #: What :meth:`quads` has derived and :meth:`property_graph` needs: the rows of each document, and how documents
        #: describe shared things, by IRI and variant.
        self._rows: Spool[DocumentRows] = Spool()
        self._shared: dict[str, dict[str, Description]] = defaultdict(dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._rows.close()

    def quads(self, quads: Quads) -> Iterator[Difference]:
        """What differs in the RDF graphs. To be asked first."""
        iris = self._derivation.iris
        expected = set(self._derivation.common)
        for graph, common in self._derivation.common.items():
            yield from self._compare(common, quads.graph(graph), "")
        for group in batches(self._documents(), _GROUP):
            said: dict[str, list[ox.Quad]] = {}
            for document_id in group:
                expected.add(iris.document_graph(document_id))
                stored = self._ledger.document(document_id)
                try:
                    derived = self._derivation.quads(stored)
                except OntologyError as error:
                    yield Difference("ledger", "not derivable", str(error), document_id)
                else:
                    said[document_id] = derived
                    self._facts.update((facts.id, facts) for facts in keeping.stated(stored))
                    self._keep(document_id, derived)
            of_graph = {iris.document_graph(document_id): document_id for document_id in said}
            for graph in quads.differing({graph: said[document_id] for graph, document_id in of_graph.items()}):
                yield from self._compare(said[of_graph[graph]], quads.graph(graph), of_graph[graph])
        yield from keeping.compare(self._ledger, self._facts)
        graph = iris.consolidation_graph
        expected.add(graph)
        yield from self._compare(self._derivation.group_quads(self.groups), quads.graph(graph), "", "consolidation")
        for graph in quads.graphs():
            if graph not in expected:
                yield Difference("RDF", "unexpected", f"graph {graph}", "")

    def _keep(self, document_id: str, quads: Sequence[ox.Quad]) -> None:
        graph = describe(quads)
        rows = self._derivation.rows_of(document_id, 0, graph)
        self._rows.put(rows)
        for thing in rows.shared:
            self._shared[thing.iri].setdefault(thing.variant, graph[thing.iri])

    @cached_property
    def groups(self) -> Regrouped:
        """The agreements that are one, computed from what all documents state and people judge."""
        return regrouping.consolidated(self._facts.values(), keeping.judged(self._ledger))

    def property_graph(self, bolt: Bolt) -> Iterator[Difference]:
        """What differs in the property graph, the aggregates recounted; whatever the RDF graphs hold."""
        tied: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for member, smallest in self.groups.pairs:
            tied[member.partition("/")[0]].append((member, smallest))
        comparison = _Comparison(bolt, self._derivation.base)
        yield from comparison.compare(self._derivation.vocabulary, {})
        documents = iter(self._rows)
        while group := list(islice(documents, _GROUP)):
            projected = Projected()
            owner: dict[object, str] = {}
            for document in group:
                projected.extend(document.owned)
                edges = self._derivation.group_edges(tied[document.document_id])
                projected.edges[self._derivation.consolidated_as].extend(edges)
                ids = (row["id"] for rows in document.owned.nodes.values() for row in rows)
                owner.update((identifier, document.document_id) for identifier in ids)
            yield from comparison.compare(projected, owner)
        for portion in batches(sorted(self._shared), 1000):
            described = {iri: united(self._shared[iri].values()) for iri in portion}
            yield from comparison.compare(self._derivation.projector.project(described), {})
        yield from comparison.unexpected()
        yield from compare_cells(self._derivation.cells(self.groups), bolt, self._derivation.base)

    def _documents(self) -> list[str]:
        return [document.id for document in self._ledger.documents()]

    def _compare(
        self, expected: Iterable[ox.Quad], found: Iterable[ox.Quad], document_id: str, store: Store = "RDF"
    ) -> Iterator[Difference]:
        expected, found = set(expected), set(found)
        if expected == found:
            return
        ours, theirs = _by_subject(expected), _by_subject(found)
        for subject in sorted(ours.keys() | theirs.keys()):
            what = compared(ours.get(subject), theirs.get(subject))
            if what:
                yield Difference(store, what, self._derivation.iris.id(subject), document_id)


class _Comparison:
    """Expected rows against those of a store; remembers what was expected, to find what nobody expected."""

    def __init__(self, bolt: Bolt, base: str) -> None:
        self._bolt = bolt
        self._statements = statements(base)
        self._expected: dict[str, set[str]] = defaultdict(set)

    def compare(self, projected: Projected, owner: Mapping[object, str]) -> Iterator[Difference]:
        for label, rows in projected.nodes.items():
            self._expected[label].update(str(row["id"]) for row in rows)
            yield from self._nodes(label, rows, owner)
            yield from self._edges(label, projected.edges, [str(row["id"]) for row in rows], owner)

    def unexpected(self) -> Iterator[Difference]:
        """Nodes that no call of :meth:`compare` expected."""
        for label, statement in self._statements.ids.items():
            if label not in OWN_LABELS:
                found = {str(row["id"]) for row in self._bolt.read(statement)}
                for identifier in sorted(found - self._expected[label]):
                    yield Difference("property graph", "unexpected", f"{label} {identifier}")

    def _nodes(self, label: str, rows: Sequence[Row], owner: Mapping[object, str]) -> Iterator[Difference]:
        for portion in batches(rows):
            ids = [row["id"] for row in portion]
            found = {row["id"]: row for row in self._read(self._statements.read_nodes[label], ids)}
            for row in portion:
                what = compared(row, found.get(row["id"]))
                if what:
                    yield Difference("property graph", what, f"{label} {row['id']}", owner.get(row["id"], ""))

    def _edges(
        self,
        label: str,
        edges: Mapping[EdgeKind, Sequence[Mapping[str, Any]]],
        ids: Sequence[str],
        owner: Mapping[object, str],
    ) -> Iterator[Difference]:
        known = set(ids)
        ours = _by_place(
            (kind, edge)
            for kind, found in edges.items()
            if kind.source == label
            for edge in found
            if edge["source"] in known
        )
        theirs = _by_place(
            (EdgeKind(kind, label, far), {"source": source, "target": target, "properties": properties})
            for portion in batches(ids)
            for kind, source, far, target, properties in self._read(self._statements.read_edges[label], portion)
        )
        differing = (place for place in ours.keys() | theirs.keys() if ours.get(place) != theirs.get(place))
        for place in sorted(differing):
            what = compared(_counted(ours.get(place)), _counted(theirs.get(place)))
            if what:
                kind, source, target, claim = place
                name = claim or f"({source})-[:{kind.type}]->({target})"
                yield Difference("property graph", what, f"{kind.type} {name}", owner.get(source, ""))

    def _read(self, statement: str, ids: Sequence[object]) -> list[Any]:
        (found,) = self._bolt.read(statement, {"rows": ids})
        rows: list[Any] = found["rows"]
        return rows


def _by_subject(quads: Iterable[ox.Quad]) -> dict[str, set[str]]:
    subjects: dict[str, set[str]] = defaultdict(set)
    for quad in quads:
        assert isinstance(quad.subject, ox.NamedNode)
        subjects[quad.subject.value].add(f"{quad.predicate} {quad.object}")
    return subjects


#: kind, source, target and claim
_Place = tuple[EdgeKind, str, str, str]


def _by_place(edges: Iterable[tuple[EdgeKind, Mapping[str, Any]]]) -> dict[_Place, list[Row]]:
    """The values of the relationships in each place, each as often as it stands."""
    found: dict[_Place, list[Row]] = defaultdict(list)
    for kind, edge in edges:
        properties = edge["properties"]
        found[kind, edge["source"], edge["target"], properties.get("id", "")].append(properties)
    return found


def _counted(values: Sequence[Row] | None) -> Counter[str] | None:
    """Values whose order means nothing."""
    return None if values is None else Counter(json.dumps(row, sort_keys=True) for row in values)
