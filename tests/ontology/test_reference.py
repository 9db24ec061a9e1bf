"""The reference page is made from the Turtle, without a network, and shows every term with labels and example."""

from __future__ import annotations

import html
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ontology.schema import RDF_TYPE, schema

ROOT = Path(__file__).resolve().parents[2]


#: Makes the page in a process that can reach nobody.
MAKE = """
import socket, sys
from pathlib import Path
def unreachable(*_):
    raise OSError("the page is to be made without a network")
socket.socket.connect = socket.getaddrinfo = unreachable
from docs.reference import write
write(Path(sys.argv[1]))
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The page, made by two processes in a folder that is not there yet."""
    made = [tmp_path_factory.mktemp("reference") / "deep" / "index.html" for _ in range(2)]
    for page in made:
        subprocess.run([sys.executable, "-c", MAKE, str(page)], check=True, cwd=ROOT)
        assert [path.name for path in page.parent.iterdir()] == ["index.html"]
    return [page.read_text(encoding="utf-8") for page in made]


def test_every_term_is_there_with_its_labels_definition_and_example(pages: list[str]) -> None:
    text = html.unescape(re.sub(r"\s+", " ", pages[0]))
    declared = schema()
    for term in (*declared.classes.values(), *declared.properties.values()):
        if term.iri != RDF_TYPE:  # RDF's own
            assert f"<code>{term.iri}</code>" in text
            assert f"{term.label} | {term.label_en}" in text
            assert term.definition in text, term.iri
            assert term.example in text, term.iri
    assert schema().version in text


def test_the_same_turtle_gives_the_same_page(pages: list[str]) -> None:
    assert pages[0] == pages[1]


def test_the_page_loads_nothing_from_elsewhere(pages: list[str]) -> None:
    assert re.findall(r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)\s*=\s*\"?https?:[^>]*>", pages[0]) == []
