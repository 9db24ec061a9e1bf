"""Where the nodes of the network stand: localities where they lie in the country, all else near what it is tied to.

Positions depend on the nodes and edges only; the same network is drawn in the same way on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import rustworkx as rx

from ontology.vocabulary import Locality, Vocabulary

Position = tuple[float, float]

#: Canvas units per degree. Longitudes are stretched: the country is tall and narrow, names are wide.
_PER_LATITUDE = 52.0
_PER_LONGITUDE = 122.0
#: The middle of the country, which becomes the middle of the canvas.
_MIDDLE = (16.0, 106.3)
#: Two nodes closer than this, where names would cover one another, are pushed apart: across, down.
_ACROSS, _DOWN = 88.0, 45.0
_ROUNDS = 200
_SEED = 1


def place(ids: Sequence[str], edges: Sequence[tuple[str, str]], known: Vocabulary) -> dict[str, Position]:
    """A position for each id: canvas units, x to the east, y to the south."""
    fixed = {i: position for i in ids if (position := geographic(known.localities.get(i), known))}
    return spread(fixed | _near(ids, edges, fixed))


def geographic(locality: Locality | None, known: Vocabulary) -> Position | None:
    """Where a locality lies; a region lies in the middle of its members."""
    if locality is None:
        return None
    if locality.latitude is not None and locality.longitude is not None:
        return (
            (locality.longitude - _MIDDLE[1]) * _PER_LONGITUDE,
            (_MIDDLE[0] - locality.latitude) * _PER_LATITUDE,
        )
    members = [geographic(known.localities.get(member), known) for member in locality.members]
    found = [position for position in members if position]
    return _mean(found) if found else None


def _near(ids: Sequence[str], edges: Sequence[tuple[str, str]], fixed: Mapping[str, Position]) -> dict[str, Position]:
    """Positions for those without a place in the country: drawn to what they are tied to, by a spring layout."""
    loose = [i for i in ids if i not in fixed]
    if not loose:
        return {}
    graph: rx.PyGraph[str, float] = rx.PyGraph(multigraph=False)
    numbers = {i: graph.add_node(i) for i in sorted(ids)}
    graph.add_edges_from([(numbers[a], numbers[b], 1.0) for a, b in edges if a in numbers and b in numbers])
    ties = {i: [fixed[other] for pair in edges if i in pair for other in pair if other in fixed] for i in loose}
    start = {numbers[i]: _mean(ties[i]) if ties[i] else _beside(n) for n, i in enumerate(sorted(loose))}
    if not fixed:
        found = rx.spring_layout(graph, scale=500, seed=_SEED)
    else:
        held = {numbers[i]: position for i, position in fixed.items()}
        found = rx.spring_layout(graph, pos={**held, **start}, fixed=set(held), seed=_SEED, num_iter=30)
    return {i: (float(found[numbers[i]][0]), float(found[numbers[i]][1])) for i in loose}


def _beside(number: int) -> Position:
    """Places at sea for what is tied to nothing, one below the other."""
    return (560.0, -420.0 + 2 * _DOWN * number)


def spread(positions: Mapping[str, Position]) -> dict[str, Position]:
    """The same places with those that lie too close pushed apart, a little in each round, until none do."""
    order = sorted(positions)
    x = [positions[i][0] for i in order]
    y = [positions[i][1] for i in order]
    for _ in range(_ROUNDS):
        moved = False
        by_height = sorted(range(len(order)), key=lambda n: (y[n], n))
        for rank, a in enumerate(by_height):
            for b in by_height[rank + 1 :]:
                if y[b] - y[a] >= _DOWN and y[b] > y[a]:
                    break
                across, down = (x[b] - x[a]) / _ACROSS, (y[b] - y[a]) / _DOWN
                distance = math.hypot(across, down)
                if distance >= 1:
                    continue
                if distance < 1e-6:  # the same place: apart in a direction of their own
                    across, down, distance = math.cos(a * 2.4 + b), math.sin(a * 2.4 + b), 1e-6
                    across, down = across * distance, down * distance
                push = (1 - distance) / 2 / distance
                dx, dy = across * push * _ACROSS, down * push * _DOWN
                x[a], y[a], x[b], y[b] = x[a] - dx, y[a] - dy, x[b] + dx, y[b] + dy
                moved = True
        if not moved:
            break
    return {i: (round(x[n], 1), round(y[n], 1)) for n, i in enumerate(order)}


def _mean(positions: Sequence[Position]) -> Position:
    return (sum(p[0] for p in positions) / len(positions), sum(p[1] for p in positions) / len(positions))
