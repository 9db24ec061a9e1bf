"""Opening the workspace that the settings name, for commands as for the service."""

from __future__ import annotations

from api.settings import Settings
from graph.sparql_address import SparqlAddress
from graph.workspace import Workspace


def open_workspace(settings: Settings) -> Workspace:
    """The workspace of the settings; close it, or use it in a ``with`` statement."""
    return Workspace(
        settings.data_dir,
        store_uri=settings.store_uri,
        store_user=settings.store_user,
        store_password=settings.store_password.get_secret_value(),
        store_database=settings.store_database,
        sparql=_sparql(settings),
        base_iri=settings.base_iri,
        ledger_uri=settings.ledger_uri.get_secret_value() if settings.ledger_uri else None,
        actor=settings.actor,
    )


def _sparql(settings: Settings) -> SparqlAddress | None:
    if settings.sparql_uri is None:
        return None
    password = settings.sparql_password.get_secret_value()
    beside = (settings.sparql_update_uri, settings.sparql_graphs_uri)
    return SparqlAddress.of(settings.sparql_uri, *beside, settings.sparql_user, password)
