"""The Cypher that writes: made once from the labels and relationship types that the ontology declares.

A store wants labels fixed in the statement, so these few templates are filled in, here and nowhere else, with names
that come from ``schema.ttl`` and are checked to be plain words. Everything else travels as parameters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.projection import EdgeKind
from ontology.errors import OntologyError
from ontology.iris import DEFAULT_BASE
from ontology.property_graph import edge_types, node_types

#: The label of our own book-keeping, which is no part of the ontology: how far the store is, what each document put in.
BOOKKEEPING = "Applied"
#: The label of the aggregates (:mod:`graph.cells`), which are book-keeping too.
CELL = "Cell"
#: The labels that no document's claims have.
OWN_LABELS = (BOOKKEEPING, CELL)

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements by label and by kind of relationship.

    ``$rows`` are rows of nodes (``put_nodes``), of relationships (``put_edges``), or ids (the others).
    """

    definitions: tuple[str, ...]
    put_nodes: dict[str, str]
    put_edges: dict[EdgeKind, str]
    remove_nodes: dict[str, str]
    #: Everything of one document: ``$id`` and ``$below``, the beginning of its statements' ids.
    remove_document: dict[str, str]
    #: Take away what leads from these nodes.
    cut_edges: dict[str, str]
    #: Take away what leads from these nodes by one kind of relationship.
    cut_kind: dict[EdgeKind, str]
    #: The next thousand nodes, for emptying a store.
    clear: dict[str, str]
    ids: dict[str, str]
    #: The properties of some nodes, as one list: a driver takes longer over a record than over what is in it.
    read_nodes: dict[str, str]
    #: What leads from some nodes, as one list: type, source, label of the target, target and properties of each.
    read_edges: dict[str, str]


@lru_cache(maxsize=4)
def statements(base: str = DEFAULT_BASE) -> Statements:
    """The statements for one ontology.

    :raises OntologyError: a declared name is no plain word
    """
    declared = node_types(base)
    labels = (*(_plain(label) for label in declared), *OWN_LABELS)
    kinds = [EdgeKind(_plain(name), *ends) for name, edge in edge_types(base).items() for ends in edge.ends]
    return Statements(
        definitions=(
            *(_unique(label) for label in labels),
            *(_index(label, _plain(name)) for label, node in declared.items() for name in node.indexes),
            *(_index(CELL, name) for name in ("shape", "place", "source", "target")),
        ),
        put_nodes={label: f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row" for label in labels},
        put_edges={kind: _put_edges(kind) for kind in kinds},
        remove_nodes={label: f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n" for label in labels},
        remove_document={
            label: f"MATCH (n:{label}) WHERE n.id = $id OR n.id STARTS WITH $below DETACH DELETE n" for label in labels
        },
        cut_edges={label: f"UNWIND $rows AS id MATCH (n:{label} {{id: id}})-[r]->() DELETE r" for label in labels},
        cut_kind={kind: _cut_kind(kind) for kind in kinds},
        clear={label: f"MATCH (n:{label}) WITH n LIMIT 1000 DETACH DELETE n RETURN count(*) AS n" for label in labels},
        ids={label: f"MATCH (n:{label}) RETURN n.id AS id" for label in labels},
        read_nodes={
            label: f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) RETURN collect(n {{.*}}) AS rows"
            for label in labels
        },
        read_edges={label: _read_edges(label) for label in labels},
    )


def _unique(label: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"


def _index(label: str, name: str) -> str:
    return f"CREATE INDEX {label.lower()}_{name} IF NOT EXISTS FOR (n:{label}) ON (n.{name})"


def _put_edges(kind: EdgeKind) -> str:
    return (
        f"UNWIND $rows AS row MATCH (a:{kind.source} {{id: row.source}}) MATCH (b:{kind.target} {{id: row.target}}) "
        f"CREATE (a)-[r:{kind.type}]->(b) SET r = row.properties"
    )


def _cut_kind(kind: EdgeKind) -> str:
    return f"UNWIND $rows AS id MATCH (a:{kind.source} {{id: id}})-[r:{kind.type}]->(:{kind.target}) DELETE r"


def _read_edges(label: str) -> str:
    return (
        f"UNWIND $rows AS id MATCH (a:{label} {{id: id}})-[r]->(b) "
        "RETURN collect([type(r), a.id, labels(b)[0], b.id, r {.*}]) AS rows"
    )


def _plain(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise OntologyError(f"schema.ttl: {name!r} is no name for the property graph", "use letters, digits and '_'")
    return name
