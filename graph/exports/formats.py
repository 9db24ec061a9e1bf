"""The formats: what each is called, its media type, the ending of its file, and who writes it.

Writers are named and not imported, so that the command line can list the formats at no cost.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from ontology.errors import InvalidRequest

_ZIP = "application/zip"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``writer`` is ``module:function`` of this package.

    Where ``marker`` is empty the function takes a source and a stream; else it takes a source and an empty folder, and
    ``marker`` is the name of the file by which a folder is known as one that it has written.
    """

    name: str
    label: str
    label_en: str
    media_type: str
    suffix: str
    writer: str
    marker: str = ""

    def write(self, *arguments: Any) -> None:
        """Call the writer."""
        module, _, function = self.writer.partition(":")
        getattr(import_module(f"graph.exports.{module}"), function)(*arguments)


_ALL = (
    Format("trig", "RDF: TriG", "RDF: TriG", "application/trig", ".trig", "trig:write_trig"),
    Format(
        "nquads",
        "RDF: N-Quads chuẩn tắc",
        "RDF: canonical N-Quads",
        "application/n-quads",
        ".nq",
        "nquads:write_nquads",
    ),
    Format("jsonld", "RDF: JSON-LD", "RDF: JSON-LD", "application/ld+json", ".jsonld", "jsonld:write_jsonld"),
    Format(
        "jsonl", "Bản ghi của từng văn bản", "Records of documents", "application/jsonl", ".jsonl", "jsonl:write_jsonl"
    ),
    Format(
        "agreements",
        "Thỏa thuận kèm bằng chứng",
        "Agreements with their claims",
        "application/jsonl",
        ".agreements.jsonl",
        "agreements:write_agreements",
    ),
    Format(
        "csv",
        "Bảng CSV (Frictionless)",
        "CSV tables (Frictionless)",
        _ZIP,
        ".csv.zip",
        "csv_tables:write_tables",
        marker="datapackage.json",
    ),
    Format("gexf", "Mạng: GEXF (Gephi)", "Network: GEXF (Gephi)", "application/gexf+xml", ".gexf", "gexf:write_gexf"),
    Format(
        "graphml",
        "Mạng: GraphML (Cytoscape, networkx)",
        "Network: GraphML (Cytoscape, networkx)",
        "application/graphml+xml",
        ".graphml",
        "graphml:write_graphml",
    ),
    Format(
        "neo4j-admin",
        "CSV cho neo4j-admin",
        "CSV for neo4j-admin",
        _ZIP,
        ".neo4j-admin.zip",
        "neo4j_admin:write_neo4j_admin",
        marker="import.args",
    ),
)
FORMATS: dict[str, Format] = {found.name: found for found in _ALL}


def format_named(name: str) -> Format:
    """The format of this name.

    :raises InvalidRequest: there is none
    """
    if name not in FORMATS:
        raise InvalidRequest(f"{name!r} is no format for exports", f"one of {', '.join(FORMATS)}")
    return FORMATS[name]
