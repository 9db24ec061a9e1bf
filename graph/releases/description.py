"""The description of a release for catalogues: DCAT 3 with SPDX checksums, VoID and PROV, as Turtle and as JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from graph.exports.formats import FORMATS
from graph.releases.manifest import Release, ReleasedFile
from ontology.iris import Iris

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TITLE = {"vi": "Hợp tác giữa các địa phương Việt Nam", "en": "Cooperation between Vietnamese localities"}
_DESCRIPTION = {
    "vi": "Thỏa thuận giữa các địa phương, việc phải làm theo đó, và lời của văn bản nói như vậy.",
    "en": "Agreements between localities, what is to be done under them, and the words of the documents that say so.",
}
_KEYWORDS = {"vi": ("hợp tác", "địa phương", "thỏa thuận"), "en": ("cooperation", "province", "agreement")}
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/VIE"
_PLACE = "http://www.wikidata.org/entity/Q881"  # Viet Nam
_MEDIA = "https://www.iana.org/assignments/media-types/"

Value = ox.NamedNode | ox.Literal


def write_description(release: Release, former: Sequence[str], folder: Path) -> None:
    """Write ``dataset.ttl`` and ``dataset.jsonld``; ``former`` are the versions before this one, the oldest first."""
    triples = described(release, former)
    turtle = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    json_ld = ox.serialize(triples, format=ox.RdfFormat.JSON_LD)
    assert turtle is not None
    assert json_ld is not None
    # The serializer begins with the prefixes in an order of its own, one on each line.
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))
    (folder / "dataset.ttl").write_bytes(head.encode() + turtle.split(b"\n", len(PREFIXES))[-1])
    (folder / "dataset.jsonld").write_bytes(json_ld + b"\n")


def described(release: Release, former: Sequence[str]) -> list[ox.Triple]:
    """The description, in the order of subjects, predicates and objects."""
    about = _Description(release, former)
    about.dataset()
    about.making()
    about.partitions()
    for file in release.files:
        about.distribution(file)
    return sorted(set(about.triples), key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))


class _Description:
    """The triples of one release; nothing is a blank node."""

    def __init__(self, release: Release, former: Sequence[str]) -> None:
        self.triples: list[ox.Triple] = []
        self._release = release
        self._former = former
        self._all = f"{release.base_iri}releases"
        self._this = self._version(release.version)

    def dataset(self) -> None:
        release, iris = self._release, Iris(self._release.base_iri)
        publisher = f"{self._all}#publisher"
        self._say(self._all, "rdf:type", self._iri("dcat:Dataset"))
        for version in (*self._former, release.version):
            self._say(self._all, "dcat:hasVersion", ox.NamedNode(self._version(version)))
        for subject in (self._all, self._this):
            self._words(subject, "dcterms:title", _TITLE)
            self._words(subject, "dcterms:description", _DESCRIPTION)
            self._say(subject, "dcterms:publisher", ox.NamedNode(publisher))
        self._say(publisher, "rdf:type", self._iri("foaf:Agent"))
        self._say(publisher, "foaf:name", ox.Literal(release.publication.publisher))
        for kind in ("dcat:Dataset", "void:Dataset", "prov:Entity"):
            self._say(self._this, "rdf:type", self._iri(kind))
        for language, words in _KEYWORDS.items():
            for word in words:
                self._say(self._this, "dcat:keyword", ox.Literal(word, language=language))
        said: dict[str, Value] = {
            "dcterms:license": ox.NamedNode(release.publication.licence),
            "dcterms:issued": self._typed(release.issued, "dateTime"),
            "dcterms:language": ox.NamedNode(_LANGUAGE),
            "dcterms:spatial": ox.NamedNode(_PLACE),
            "dcterms:conformsTo": ox.NamedNode(iris.schema_graph),
            "dcat:version": ox.Literal(release.version),
            "dcat:isVersionOf": ox.NamedNode(self._all),
            "dcat:landingPage": ox.NamedNode(self._this),
            "void:uriSpace": ox.Literal(f"{release.base_iri}id/"),
            "void:vocabulary": ox.NamedNode(iris.schema_graph),
            "void:triples": ox.Literal(release.counts.triples),
            "void:entities": ox.Literal(release.counts.entities),
            "void:documents": ox.Literal(release.counts.documents),
            "void:classes": ox.Literal(len(release.counts.classes)),
            "void:properties": ox.Literal(len(release.counts.properties)),
        }
        if release.previous is not None:
            said["dcat:previousVersion"] = said["dcat:prev"] = ox.NamedNode(self._version(release.previous))
            said["prov:wasRevisionOf"] = said["dcat:prev"]
        for term, value in said.items():
            self._say(self._this, term, value)

    def making(self) -> None:
        """How it came about: the program, the extractors that read the documents, the ontology."""
        making, ontology = f"{self._this}#making", f"{self._this}#ontology"
        self._say(self._this, "prov:wasGeneratedBy", ox.NamedNode(making))
        self._say(making, "rdf:type", self._iri("prov:Activity"))
        self._say(making, "prov:endedAtTime", self._typed(self._release.issued, "dateTime"))
        self._say(making, "prov:used", ox.NamedNode(ontology))
        self._say(ontology, "rdf:type", self._iri("prov:Entity"))
        self._say(ontology, "owl:versionInfo", ox.Literal(self._release.ontology_version))
        agents = [("program", self._release.program_version)]
        agents += [(f"extractor-{quote(version, safe='')}", version) for version in self._release.extractor_versions]
        for name, version in agents:
            agent = f"{self._this}#{name}"
            self._say(making, "prov:wasAssociatedWith", ox.NamedNode(agent))
            self._say(agent, "rdf:type", self._iri("prov:SoftwareAgent"))
            self._say(agent, "foaf:name", ox.Literal("hoptac" if name == "program" else "hoptac extractor"))
            self._say(agent, "owl:versionInfo", ox.Literal(version))

    def partitions(self) -> None:
        counts = self._release.counts
        for number, (iri, entities) in enumerate(counts.classes.items()):
            part = self._part("void:classPartition", f"class-{number}")
            self._say(part, "void:class", ox.NamedNode(iri))
            self._say(part, "void:entities", ox.Literal(entities))
        for number, (iri, triples) in enumerate(counts.properties.items()):
            part = self._part("void:propertyPartition", f"property-{number}")
            self._say(part, "void:property", ox.NamedNode(iri))
            self._say(part, "void:triples", ox.Literal(triples))

    def distribution(self, file: ReleasedFile) -> None:
        address, part = f"{self._this}/{file.name}", self._part("dcat:distribution", file.name)
        checksum = f"{part}-sha256"
        self._words(part, "dcterms:title", {"vi": FORMATS[file.format].label, "en": FORMATS[file.format].label_en})
        said: dict[str, Value] = {
            "rdf:type": self._iri("dcat:Distribution"),
            "dcat:accessURL": ox.NamedNode(self._this),
            "dcat:downloadURL": ox.NamedNode(address),
            "dcat:mediaType": ox.NamedNode(_MEDIA + file.media_type),
            "dcat:byteSize": self._typed(str(file.bytes), "nonNegativeInteger"),
            "dcterms:license": ox.NamedNode(self._release.publication.licence),
            "dcterms:issued": self._typed(self._release.issued, "dateTime"),
            "spdx:checksum": ox.NamedNode(checksum),
        }
        for term, value in said.items():
            self._say(part, term, value)
        if file.format in ("trig", "nquads", "jsonld"):
            self._say(self._this, "void:dataDump", ox.NamedNode(address))
        self._say(checksum, "rdf:type", self._iri("spdx:Checksum"))
        self._say(checksum, "spdx:algorithm", self._iri("spdx:checksumAlgorithm_sha256"))
        self._say(checksum, "spdx:checksumValue", self._typed(file.sha256, "hexBinary"))

    def _part(self, term: str, name: str) -> str:
        part = f"{self._this}#{name}"
        self._say(self._this, term, ox.NamedNode(part))
        return part

    def _version(self, version: str) -> str:
        return f"{self._all}/{version}"

    def _words(self, subject: str, term: str, words: dict[str, str]) -> None:
        for language, said in words.items():
            self._say(subject, term, ox.Literal(said, language=language))

    def _say(self, subject: str, term: str, value: Value) -> None:
        self.triples.append(ox.Triple(ox.NamedNode(subject), self._iri(term), value))

    @staticmethod
    def _iri(curie: str) -> ox.NamedNode:
        prefix, _, local = curie.partition(":")
        return ox.NamedNode(PREFIXES[prefix] + local)

    @classmethod
    def _typed(cls, value: str, datatype: str) -> ox.Literal:
        return ox.Literal(value, datatype=cls._iri(f"xsd:{datatype}"))
