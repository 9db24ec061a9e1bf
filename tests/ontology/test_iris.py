"""Ids become addresses under a base, and addresses give the ids back."""

from __future__ import annotations

import pytest

from ontology.errors import SettingsError
from ontology.iris import Iris

IRIS = Iris("https://dulieu.example.vn/hop-tac/")


@pytest.mark.parametrize(
    ("iri", "kind", "identifier"),
    [
        (IRIS.thing("locality", "binh-thuan"), "locality", "binh-thuan"),
        (IRIS.thing("field", "tourism/eco-tourism"), "field", "tourism/eco-tourism"),
        (IRIS.document("so-12"), "document", "so-12"),
        (IRIS.statement("so-12", "task", "a1b2"), "document", "so-12/task/a1b2"),
        ("http://www.wikidata.org/entity/Q36608", None, "http://www.wikidata.org/entity/Q36608"),
    ],
)
def test_an_id_is_what_follows_the_class(iri: str, kind: str | None, identifier: str) -> None:
    assert (IRIS.kind(iri), IRIS.id(iri)) == (kind, identifier)


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        ("https://dulieu.example.vn", "no slash at the end"),
        ("dulieu.example.vn/", "no scheme"),
        ("file:///tmp/", "nobody else can open it"),
        ("https://dulieu.example.vn/?a=/", "a query"),
        ("https://dulieu.example.vn/ns#/", "a fragment"),
        ("https://dulieu .example.vn/", "a space"),
    ],
)
def test_a_base_that_makes_no_addresses_is_refused(base: str, reason: str) -> None:
    with pytest.raises(SettingsError, match="no base for IRIs"):
        Iris(base)
