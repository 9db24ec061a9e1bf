"""Makes the reference page of the ontology from the Turtle: ``python -m docs.reference [FILE]`` (``make docs``).

pyLODE writes the page. What it does not know is first said in its own terms: both labels of a term as one, and where a
property belongs (``dcam:domainIncludes``) as schema.org says it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pylode import OntPub
from rdflib import Graph, Literal, Namespace
from rdflib.namespace import RDFS, SDO

from ontology.turtle_files import turtle

DCAM = Namespace("http://purl.org/dc/dcam/")
PAGE = Path("build/reference/index.html")


def prepared() -> Graph:
    """The schema as pyLODE understands it."""
    graph = Graph().parse(data=turtle("schema"), format="turtle")
    for term in set(graph.subjects(RDFS.label)):
        labels = sorted(
            graph.objects(term, RDFS.label), key=lambda label: str(getattr(label, "language", "")), reverse=True
        )
        graph.remove((term, RDFS.label, None))
        graph.add((term, RDFS.label, Literal(" | ".join(labels))))
    for ours, theirs in ((DCAM.domainIncludes, SDO.domainIncludes), (DCAM.rangeIncludes, SDO.rangeIncludes)):
        for term, _, klass in list(graph.triples((None, ours, None))):
            graph.remove((term, ours, klass))
            graph.add((term, theirs, klass))
    return graph


def write(page: Path) -> None:
    """The page in one HTML file, the same bytes from the same Turtle; needs no network."""
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(OntPub(ontology=prepared(), sort_subjects=True).make_html(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE)
