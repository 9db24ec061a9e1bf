"""Exports are complete, the same for any order of loading, and read by the tools that they are made for."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from graph.workspace import Workspace
from ontology.errors import InvalidRequest
from ontology.rdf import from_quads
from ontology.record import Record
from tests.graph.records import EXTRACTOR, documents
from tests.stores import Store


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, embedded_store: Store) -> Iterator[Workspace]:
    embedded_store.empty()
    with Workspace(tmp_path_factory.mktemp("data"), **embedded_store.settings) as workspace:
        with workspace.batch():
            for d in documents():
                workspace.put(d.source, d.text, d.record, EXTRACTOR)
        yield workspace


def exported(workspace: Workspace, kind: str) -> bytes:
    out = io.BytesIO()
    workspace.export(kind, out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["trig", "jsonl", "csv"])
def test_an_export_is_the_same_every_time(workspace: Workspace, kind: str) -> None:
    assert exported(workspace, kind) == exported(workspace, kind)


def test_trig_begins_with_its_prefixes_in_their_order(workspace: Workspace) -> None:
    lines = exported(workspace, "trig").decode().splitlines()
    prefixes = [line for line in lines if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) == lines[: len(prefixes)]


def test_trig_is_read_by_rdflib_and_oxigraph_alike(workspace: Workspace) -> None:
    written = exported(workspace, "trig")
    store = ox.Store()
    store.load(written, format=ox.RdfFormat.TRIG)
    dataset = rdflib.Dataset()
    dataset.parse(data=written, format="trig")
    assert len(store) == len(list(dataset.quads()))


def test_each_document_comes_back_from_trig(workspace: Workspace) -> None:
    store = ox.Store()
    store.load(exported(workspace, "trig"), format=ox.RdfFormat.TRIG)
    records = {}
    for graph in store.named_graphs():
        assert isinstance(graph, ox.NamedNode)
        if "/document/" in graph.value:
            record, meta = from_quads(store.quads_for_pattern(None, None, None, graph))
            records[meta.filename] = len(record.agreements), len(record.tasks)
    assert records == {d.filename: (len(d.record.agreements), len(d.record.tasks)) for d in documents()}


def test_jsonl_has_the_records_in_the_order_of_the_ids(workspace: Workspace) -> None:
    lines = [json.loads(line) for line in exported(workspace, "jsonl").decode().splitlines()]
    assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
    assert {line["filename"]: Record.model_validate(line["record"]) for line in lines} == {
        d.filename: d.record for d in documents()
    }


def test_csv_is_a_folder_of_tables_that_a_data_package_describes(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    workspace.export("csv", folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert {resource["path"] for resource in package["resources"]} | {"datapackage.json"} == {
        path.name for path in folder.iterdir()
    }
    read = {"string": str, "integer": int, "number": float, "boolean": json.loads, "array": json.loads}
    rows: dict[str, list[dict[str, object]]] = {}
    for resource in package["resources"]:
        types = {field["name"]: read[field["type"]] for field in resource["schema"]["fields"]}
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            assert list(types) == table.fieldnames
            rows[resource["path"]] = [{name: types[name](cell) for name, cell in row.items() if cell} for row in table]
    assert len(rows["Agreement.csv"]) == 4
    assert [row["period_start"] for row in rows["Agreement.csv"] if row.get("kind") == "proposal"] == [2018]
    parties = [row for row in rows["HAS_PARTY.csv"] if row["target"] == "ha-noi"]
    assert [(row["target_label"], row["quotes"]) for row in parties] == [("Locality", ["Hà Nội"])]
    assert len({row["id"] for row in rows["Body.csv"]}) == len(rows["Body.csv"]) == 6


def test_csv_in_a_stream_is_an_archive_without_the_time_of_day(workspace: Workspace) -> None:
    with zipfile.ZipFile(io.BytesIO(exported(workspace, "csv"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("Task.csv").startswith(b"id,")


def test_an_unknown_format_is_refused_with_those_that_there_are(workspace: Workspace) -> None:
    with pytest.raises(InvalidRequest, match="trig, jsonl, csv"):
        workspace.export("docx", io.BytesIO())
