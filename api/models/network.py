"""The network as it is drawn, and what ties two of its nodes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from api.models.statements import Agreement, AsOf, LocalityRef, Model, Ref


class NetworkNode(Model):
    """A locality or body of the network as it is drawn: at ``x``, ``y`` with radius ``size``, in canvas units."""

    id: str
    label: str
    kind: str
    agreements: int
    x: float
    y: float
    size: float
    href: str


class NetworkEdge(Model):
    """Two that cooperate, with the agreements that say so; ``href`` leads to their statements."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    id: str
    source: Annotated[str, Field(alias="from")]
    target: Annotated[str, Field(alias="to")]
    agreements: tuple[str, ...]
    width: float
    href: str


class Internal(Model):
    """A cooperation that has become internal to one province."""

    locality: LocalityRef
    agreements: tuple[str, ...]


class Network(Model):
    """The network under the filters that were asked for, as vis-network draws it."""

    field: str | None = None
    kind: str | None = None
    period: str | None = None
    as_of: AsOf = "signing"
    nodes: tuple[NetworkNode, ...]
    edges: tuple[NetworkEdge, ...]
    internal: tuple[Internal, ...] = ()


class Between(Model):
    """What ties two localities: the agreements, each with its statements."""

    source: LocalityRef
    target: LocalityRef
    as_of: AsOf
    agreements: tuple[Agreement, ...]


class Matrix(Model):
    """In how many agreements each locality cooperates with each other one, or on each field.

    ``counts`` has one list for each of ``rows``, with one number for each of ``columns``.
    """

    by: Literal["locality", "field"]
    field: str | None = None
    kind: str | None = None
    period: str | None = None
    as_of: AsOf = "signing"
    rows: tuple[LocalityRef, ...]
    columns: tuple[LocalityRef | Ref, ...]
    counts: tuple[tuple[int, ...], ...]
