"""A release is frozen whole or not at all, describes itself, and tells what came and went since another one."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.documents import Entry
from graph.exports.formats import FORMATS
from graph.holdings import Holdings
from graph.releases.changes import as_text, between, changes
from graph.releases.making import make_release
from graph.releases.manifest import Publication
from graph.releases.shelf import CHECKSUMS, Shelf
from graph.workspace import Workspace
from ontology.errors import InvalidRequest, NotFound, StoreError
from ontology.identity import document_id
from tests.graph.exporting import documents, exported, few_bytes_for_a_file, source
from tests.graph.records import EXTRACTOR, Document, dispatch, news, notice

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
BASE = "https://hoptac.example/"
DCAT, DCT = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.DCTERMS
SPDX, VOID = rdflib.Namespace("http://spdx.org/rdf/terms#"), rdflib.Namespace("http://rdfs.org/ns/void#")


@pytest.fixture
def holdings(data: Path) -> Iterator[Holdings]:
    """What a folder holds; nothing below needs the property store, so it is never started."""
    with Workspace(data) as workspace:
        yield workspace._holdings


def load(holdings: Holdings, *loaded: Document) -> None:
    for d in loaded:
        identifier = document_id(d.record.document, d.text)
        holdings.ledger.put(Entry(identifier, False, d.source, d.text, d.record, EXTRACTOR, "1"))


def shelf(holdings: Holdings) -> Shelf:
    return Shelf(holdings.data_dir / "releases")


def retitled() -> Document:
    """The dispatch with another title: one value of one of its statements is another."""
    d = dispatch()
    first, second = d.record.agreements
    record = d.record.model_copy(update={"agreements": (first, second.model_copy(update={"title": "Tên khác"}))})
    return Document(d.filename, f"{d.text}.", record)


def test_a_release_has_every_export_with_checksums_that_sha256sum_confirms(holdings: Holdings) -> None:
    load(holdings, *documents())
    release, held = make_release(holdings, "1.0", now=NOON), source()
    folder = shelf(holdings).folder / "1.0"
    assert {file.format for file in release.files} == set(FORMATS)
    for file in release.files:
        assert (folder / file.name).read_bytes() == exported(file.format, held)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", CHECKSUMS], cwd=folder, check=True)
    assert shelf(holdings).verify("1.0") == []
    assert shelf(holdings).releases() == [release]
    statements = {quad for graph in held.graphs for quad in held.quads.graph(graph)}
    assert release.counts.statements == len(statements)
    assert release.counts.triples == len({(quad.subject, quad.predicate, quad.object) for quad in statements})
    assert release.counts.entities == len({quad.subject for quad in statements})
    assert release.counts.documents == release.counts.classes[f"{BASE}ns#Document"] == len(documents())


def test_a_release_describes_itself_in_dcat_void_and_prov_alike_in_turtle_and_json_ld(holdings: Holdings) -> None:
    load(holdings, dispatch())
    make_release(holdings, "1", now=NOON, formats=["trig", "csv"])
    publication = Publication(publisher="Viện Ví dụ", licence="https://example.vn/licence")
    release = make_release(holdings, "2", now=NOON, formats=["trig", "csv"], publication=publication)
    folder = shelf(holdings).folder / "2"
    graph = rdflib.Graph().parse(folder / "dataset.ttl")
    assert set(graph) == set(rdflib.Graph().parse(folder / "dataset.jsonld"))
    assert not any(isinstance(term, rdflib.BNode) for triple in graph for term in triple)
    this, former = rdflib.URIRef(f"{BASE}releases/2"), rdflib.URIRef(f"{BASE}releases/1")
    assert {title.language for title in graph.objects(this, DCT.title)} == {"vi", "en"}
    assert {d.language for d in graph.objects(this, DCT.description)} == {"vi", "en"}
    assert graph.value(this, DCT.license) == rdflib.URIRef("https://example.vn/licence")
    assert str(graph.value(graph.value(this, DCT.publisher), rdflib.FOAF.name)) == "Viện Ví dụ"
    assert str(graph.value(this, DCT.issued)).startswith("2026-11-25T12:00:00")
    assert str(graph.value(this, DCAT.version)) == "2"
    assert graph.value(this, DCAT.prev) == graph.value(this, DCAT.previousVersion) == former
    assert set(graph.objects(rdflib.URIRef(f"{BASE}releases"), DCAT.hasVersion)) == {this, former}
    assert graph.value(this, VOID.triples).toPython() == release.counts.triples  # type: ignore[union-attr]
    parts = {str(graph.value(p, VOID["class"])): p for p in graph.objects(this, VOID.classPartition)}
    assert graph.value(parts[f"{BASE}ns#Agreement"], VOID.entities).toPython() == 2  # type: ignore[union-attr]
    assert len(set(graph.objects(this, VOID.propertyPartition))) == len(release.counts.properties)
    agents = graph.subjects(rdflib.RDF.type, rdflib.PROV.SoftwareAgent)
    said = {str(graph.value(agent, rdflib.OWL.versionInfo)) for agent in agents}
    assert said == {EXTRACTOR, release.program_version}
    downloads = {}
    for distribution in graph.objects(this, DCAT.distribution):
        checksum = graph.value(distribution, SPDX.checksum)
        assert graph.value(checksum, SPDX.algorithm) == SPDX.checksumAlgorithm_sha256
        name = str(graph.value(distribution, DCAT.downloadURL)).removeprefix(f"{this}/")
        size = (folder / name).stat().st_size
        assert str(graph.value(distribution, DCAT.byteSize)) == str(size)
        downloads[name] = str(graph.value(checksum, SPDX.checksumValue)).lower()
    assert downloads == {file.name: file.sha256 for file in release.files}
    assert set(downloads) == {"hoptac.trig", "hoptac.csv.zip", "hoptac.nq"}


def test_a_release_never_changes_and_nothing_takes_its_place(holdings: Holdings) -> None:
    load(holdings, dispatch())
    make_release(holdings, "1", now=NOON, formats=["jsonl"])
    before = {path.name: path.read_bytes() for path in (shelf(holdings).folder / "1").iterdir()}
    load(holdings, news())
    with pytest.raises(InvalidRequest, match="there already"):
        make_release(holdings, "1", now=NOON, formats=["jsonl"])
    assert {path.name: path.read_bytes() for path in (shelf(holdings).folder / "1").iterdir()} == before


@pytest.mark.parametrize("version", ["", ".", "..", "../x", "a/b", ".hidden", "ă", "x" * 65, "-"])
def test_what_cannot_be_part_of_an_address_is_no_version(version: str, holdings: Holdings) -> None:
    with pytest.raises(InvalidRequest, match="cannot be a version"), shelf(holdings).new(version):
        pass
    with pytest.raises(NotFound):
        shelf(holdings).release(version)


def test_without_a_version_a_release_is_called_by_its_day(holdings: Holdings) -> None:
    made = [make_release(holdings, now=NOON, formats=[]).version for _ in range(3)]
    assert made == ["2026-11-25", "2026-11-25.2", "2026-11-25.3"]
    assert [release.previous for release in shelf(holdings).releases()] == [None, *made[:2]]


def test_what_fails_half_way_leaves_no_release_and_what_a_killed_one_left_is_taken_away(holdings: Holdings) -> None:
    left = shelf(holdings).folder / ".1.0123abcd.partial"
    left.mkdir(parents=True)
    with pytest.raises(InvalidRequest, match="docx"):
        make_release(holdings, "1", now=NOON, formats=["nquads", "docx"])
    with pytest.raises(StoreError, match="File too large"), few_bytes_for_a_file():
        make_release(holdings, "1", now=NOON, formats=["nquads"])
    assert [path.name for path in shelf(holdings).folder.iterdir()] == ["making.lock"]
    assert shelf(holdings).releases() == []


def test_verifying_names_what_was_altered_what_is_missing_and_what_was_added(holdings: Holdings) -> None:
    make_release(holdings, "1", now=NOON, formats=["jsonl", "trig"])
    folder = shelf(holdings).folder / "1"
    (folder / "hoptac.trig").chmod(0o644)
    (folder / "hoptac.trig").write_text("changed")
    (folder / "hoptac.jsonl").unlink()
    (folder / "more.txt").write_text("mine")
    assert shelf(holdings).verify("1") == [
        "hoptac.jsonl is missing",
        "more.txt does not belong to it",
        "hoptac.trig was altered",
    ]
    with pytest.raises(NotFound):
        shelf(holdings).file("1", "more.txt")
    with pytest.raises(NotFound):
        shelf(holdings).file("1", "../../ledger.sqlite")


def test_changes_name_the_documents_and_statements_that_came_went_and_changed(holdings: Holdings) -> None:
    load(holdings, dispatch(), news())
    make_release(holdings, "1", now=NOON, formats=[])
    load(holdings, retitled(), notice())
    holdings.ledger.remove(document_id(news().record.document, news().text))
    make_release(holdings, "2", now=NOON, formats=[])
    found = {change["document"]: change for change in between(shelf(holdings), "1", "2")}
    names = {document_id(d.record.document, d.text): d.filename for d in (dispatch(), news(), notice())}
    assert {names[identifier]: change["change"] for identifier, change in found.items()} == {
        "cong-van.txt": "changed",
        "tin.txt": "removed",
        "thong-bao.txt": "added",
    }
    (changed,) = [change for change in found.values() if change["change"] == "changed"]
    agreement = [each for each in changed["statements"] if each["type"] == "ht:Agreement"]
    assert [(each["change"], each["before"], each["after"]) for each in agreement] == [
        ("changed", {"dcterms:title": ["Chương trình hợp tác 2016 - 2020"]}, {"dcterms:title": ["Tên khác"]})
    ]
    assert {each["type"] for each in changed["statements"]} == {"ht:Agreement", "ht:Document"}
    said = "\n".join(map(as_text, found.values()))
    assert "        + dcterms:title: Tên khác" in said
    back = {change["document"]: change["change"] for change in between(shelf(holdings), "2", "1")}
    assert sorted(back.values()) == ["added", "changed", "removed"]
    assert list(between(shelf(holdings), "1", "1")) == []


def test_releases_under_different_base_iris_are_not_compared(holdings: Holdings, data: Path) -> None:
    make_release(holdings, "1", now=NOON, formats=[])
    with Workspace(data, base_iri="https://dulieu.example.vn/") as other:
        make_release(other._holdings, "2", now=NOON, formats=[])
        with pytest.raises(InvalidRequest, match="every address differs"):
            list(between(shelf(holdings), "1", "2"))


_THINGS = st.sampled_from(["a", "a/b", "a-b", "a.b", "b"])
_QUADS = st.sets(st.tuples(_THINGS, st.sampled_from("pq"), st.sampled_from("123"), st.sampled_from("xyz")))


@settings(max_examples=60, database=None)
@given(old=_QUADS, new=_QUADS)
def test_what_changes_tell_leads_from_the_old_statements_to_the_new(
    old: set[tuple[str, ...]], new: set[tuple[str, ...]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("changes")
    for name, quads in (("old", old), ("new", new)):
        graph = f"{BASE}id/document"
        lines = (f'<{graph}/{s}> <{BASE}ns#{p}> "{o}" <{graph}/{g}/graph> .\n' for s, p, o, g in quads)
        (folder / name).write_text("".join(sorted(lines)))
    applied = set(old)
    for change in changes(folder / "old", folder / "new", BASE):
        for each in change["statements"]:
            for name, then in (("before", applied.discard), ("after", applied.add)):
                for p, values in each.get(name, {}).items():
                    for value in values:
                        then((each["id"], p.removeprefix("ht:"), value, change["document"]))
    assert applied == new
    assert bool(list(changes(folder / "old", folder / "new", BASE))) is (old != new)


def test_the_feed_is_written_as_json_that_comes_back(holdings: Holdings) -> None:
    make_release(holdings, "1", now=NOON, formats=[])
    load(holdings, *documents())
    make_release(holdings, "2", now=NOON, formats=[])
    told = list(between(shelf(holdings), "1", "2"))
    assert json.loads(json.dumps(told)) == told
    added = sum(len(change["statements"]) for change in told)
    new = set(ox.parse(path=shelf(holdings).file("2", "hoptac.nq"), format=ox.RdfFormat.N_QUADS))
    old = set(ox.parse(path=shelf(holdings).file("1", "hoptac.nq"), format=ox.RdfFormat.N_QUADS))
    assert added == len({(quad.subject, quad.graph_name) for quad in new - old})
