"""The network of cooperation: nodes and edges as they are drawn, and the statements behind an edge."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from markupsafe import Markup

from api import models, network, places, questions
from api.answers import respond
from api.dependencies import WorkspaceDependency
from api.filters import AsOfChoice, BetweenLocalities, PairFilters
from api.layout import place
from api.negotiation import Language, Represented
from api.pages import linker
from api.problems import ANSWERS
from api.ties import EVERYTHING, partners, ties
from graph.workspace import Workspace
from ontology.vocabulary import vocabulary

router = APIRouter(tags=["network"], responses=ANSWERS)


@router.get("/network", response_model=models.Network, summary="Who cooperates with whom")
def read_network(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    filters: BetweenLocalities,
    as_of: AsOfChoice = "signing",
) -> Response:
    """Localities and the agreements between them, positioned: the hub with each side of a bilateral set, everybody with
    everybody in a multilateral agreement; never a locality with a region that contains it."""
    found, data = drawn(workspace, as_of, represented.language, filters)
    return respond(
        request,
        represented,
        found,
        "network.html",
        network=found,
        data=data,
        fields=places.top_fields(),
        labels={node.id: node.label for node in found.nodes},
    )


@router.get("/network/statements", response_model=models.Between, summary="What ties two localities")
def read_statements(
    *,
    request: Request,
    workspace: WorkspaceDependency,
    represented: Represented,
    source: Annotated[str, Query(description="Id of a locality.", max_length=100, examples=["binh-thuan"])],
    target: Annotated[str, Query(description="Id of the other.", max_length=100, examples=["ho-chi-minh"])],
    filters: BetweenLocalities,
    as_of: AsOfChoice = "signing",
) -> Response:
    """The agreements behind an edge of the network, each with its statements and the words that say them."""
    found_partners = partners(workspace, source, as_of, filters)
    ids = next((partner.agreements for partner in found_partners if partner.id == target), ())
    found = models.Between(
        source=places.locality_ref(source),
        target=places.locality_ref(target),
        as_of=as_of,
        agreements=sorted(questions.agreements_in_full(workspace, ids, as_of), key=_latest_first),
    )
    return respond(request, represented, found, "statements.html", between=found)


def _latest_first(agreement: models.Agreement) -> tuple[int, str]:
    return -(agreement.period.first or 0) if agreement.period else 0, agreement.id


def drawn(
    workspace: Workspace, as_of: models.AsOf, language: Language, filters: PairFilters = EVERYTHING
) -> tuple[models.Network, Markup]:
    """The network under some filters, and its data for the page; a node stands in the same place under every filter."""
    everything = ties(workspace, as_of)
    chosen = ties(workspace, as_of, filters) if filters != EVERYTHING else everything
    positions = place(list(everything.nodes), list(everything.pairs), vocabulary())
    href = linker(language)
    asked = {**asdict(filters), "as_of": as_of if as_of != "signing" else None}
    nodes = []
    for i, agreements in chosen.nodes.items():
        ref = places.locality_ref(i)
        label, address = _label(ref, as_of, language), href(f"/localities/{i}", as_of=asked["as_of"])
        nodes.append(network.Node(i, label, ref.kind, len(agreements), address))
    edges = [
        network.Edge(a, b, agreements, href("/network/statements", source=a, target=b, **asked))
        for (a, b), agreements in chosen.pairs.items()
    ]
    made = network.draw(nodes, edges, positions)
    found = models.Network(
        **asdict(filters),
        as_of=as_of,
        nodes=network.nodes_of(made),
        edges=network.edges_of(made),
        internal=chosen.internal,
    )
    return found, network.script(made)


def _label(ref: models.LocalityRef, as_of: models.AsOf, language: Language) -> str:
    """A name that is short enough to stand below a node; as of today no earlier one can be meant."""
    name = ref.name_en if language == "en" and ref.name_en else ref.name
    name = (
        name.removeprefix("Vùng ").removesuffix(" region").replace("Thành phố", "TP.").replace("TP. Hà Nội", "Hà Nội")
    )
    return f"{name} ({ref.since})" if ref.since and as_of == "signing" else name
