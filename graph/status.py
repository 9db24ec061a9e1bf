"""How far a workspace is: what is loaded, where it is kept, and what each store has seen of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.holdings import Holdings
from graph.opening import HEAD
from graph.versions import ontology_version


@dataclass(frozen=True, slots=True)
class Status:
    """How far everything is: the number of the ledger's last change, and of the last one applied to each store.

    ``to_derive_anew`` names the stores that hold another ledger, base IRI or ontology than the next command will use.
    """

    documents: int
    sequence: int
    quads: int | None
    property_graph: int | None
    quad_store: str
    store: str
    ledger: str
    ledger_revision: str
    to_derive_anew: str | None
    ontology_version: str
    base_iri: str


def status(holdings: Holdings) -> Status:
    """How far everything is; the property store is asked, and started for it where it does not run."""
    with holdings.quads.reading() as quads:
        applied = quads.progress
    written = holdings.writer(lambda writer: writer.progress())
    return Status(
        documents=len(holdings.ledger.documents()),
        sequence=holdings.ledger.sequence,
        quads=applied.sequence if applied else None,
        quad_store=holdings.quads.address,
        to_derive_anew=holdings.applier.outdated({"RDF": applied, "property graph": written}),
        property_graph=written.sequence if written else None,
        store="embedded" if holdings.store.own else holdings.store.bolt().address.uri,
        ledger=holdings.ledger.database.shown,
        ledger_revision=HEAD,
        ontology_version=ontology_version(),
        base_iri=holdings.derivation.base,
    )
