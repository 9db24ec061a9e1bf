"""The Turtle files that people keep by hand are read under any base, and an error in one says where it is."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from ontology.errors import OntologyError
from ontology.turtle_files import VOCABULARY_FILES, parsed, schema_quads, turtle, vocabulary_quads

GRAPH = ox.NamedNode("https://hoptac.example/id/vocabulary/graph")


def test_the_vocabularies_share_one_named_graph_and_have_no_blank_nodes() -> None:
    quads = vocabulary_quads()
    assert {quad.graph_name for quad in quads} == {GRAPH}
    assert not any(isinstance(node, ox.BlankNode) for quad in quads for node in (quad.subject, quad.object))


def test_another_base_takes_the_place_of_the_default_one_everywhere() -> None:
    base = "https://dulieu.example.vn/hop-tac/"
    written = "".join(map(str, [*vocabulary_quads(base), *schema_quads(base)]))
    assert "hoptac.example" not in written
    assert f"<{base}id/locality/binh-thuan>" in written


@pytest.mark.parametrize("name", [*VOCABULARY_FILES, "schema", "shapes", "vocabulary-shapes"])
def test_a_file_is_utf_8_and_says_first_what_it_is_for(name: str) -> None:
    assert turtle(name).decode("utf-8").startswith("# ")


def test_a_mistake_in_a_file_is_told_with_its_line() -> None:
    source = b'@prefix : <https://hoptac.example/> .\n:a :b "c" .\n:a :b ;'
    with pytest.raises(OntologyError, match=r"fields\.ttl cannot be read: .* line 3"):
        list(parsed(source, "fields.ttl", GRAPH))
