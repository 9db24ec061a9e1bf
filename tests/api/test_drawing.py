"""The network is a pyvis network whose data can be put into a page whatever the names say."""

from __future__ import annotations

import json

from api.network import Edge, Node, draw, edges_of, nodes_of, script

HOSTILE = "</script><script>alert('x')</script>\"&"
NODES = [Node("a", HOSTILE, "body", 3, "/bodies/a"), Node("b", "Bình Thuận", "province", 12, "/localities/b")]
EDGES = [Edge("a", "b", ("x", "y", "z"), "/network/statements?source=a&target=b")]
PLACES = {"a": (0.0, 1.0), "b": (2.0, 3.0)}


def test_nodes_stand_where_the_layout_says_and_grow_with_their_agreements() -> None:
    first, second = nodes_of(draw(NODES, EDGES, PLACES))
    assert (first.x, first.y, first.agreements) == (0.0, 1.0, 3)
    assert first.size < second.size


def test_edges_have_no_arrows_and_carry_their_agreements() -> None:
    drawn = draw(NODES, EDGES, PLACES)
    assert all("arrows" not in edge for edge in drawn.edges)
    (edge,) = edges_of(drawn)
    assert (edge.source, edge.target, edge.agreements) == ("a", "b", ("x", "y", "z"))


def test_a_name_cannot_end_the_script_that_holds_it() -> None:
    written = str(script(draw(NODES, EDGES, PLACES)))
    assert written.count("<script") == written.count("</script") == 1
    data = json.loads(written.split(">", 1)[1].rsplit("<", 1)[0])
    assert data["nodes"][0]["label"] == HOSTILE


def test_the_data_names_no_other_host() -> None:
    assert "http" not in str(script(draw(NODES, EDGES, PLACES)))
