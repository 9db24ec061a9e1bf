"""Where a SPARQL 1.1 server answers: three addresses, of which two follow from the first where we know its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Self

from ontology.errors import SettingsError

#: How the addresses for updates and graphs follow from the one for queries: the ``oxigraph`` server, then Jena Fuseki.
_KNOWN = (
    (re.compile(r"(?P<server>https?://[^/]+)/query"), "{server}/update", "{server}/store"),
    (re.compile(r"(?P<server>https?://[^/]+(/[^/]+)+)/(query|sparql)"), "{server}/update", "{server}/data"),
)


@dataclass(frozen=True, slots=True)
class SparqlAddress:
    """The addresses of SPARQL Query, SPARQL Update and the Graph Store HTTP Protocol, and who asks."""

    query: str
    update: str
    graphs: str
    user: str | None = None
    password: str = field(default="", repr=False)

    @classmethod
    def of(
        cls,
        query: str,
        update: str | None = None,
        graphs: str | None = None,
        user: str | None = None,
        password: str = "",
    ) -> Self:
        """The addresses as given; what is not given follows from the address for queries.

        :raises SettingsError: it does not look like that of a server that we know
        """
        for pattern, its_update, its_graphs in _KNOWN:
            if found := pattern.fullmatch(query):
                update = update or its_update.format_map(found.groupdict())
                graphs = graphs or its_graphs.format_map(found.groupdict())
                break
        if not update or not graphs:
            lacking = "HOPTAC_SPARQL_UPDATE_URI" if not update else "HOPTAC_SPARQL_GRAPHS_URI"
            raise SettingsError(
                f"{lacking} does not follow from HOPTAC_SPARQL_URI {query}", "say it; see docs/settings.md"
            )
        return cls(query, update, graphs, user, password)
