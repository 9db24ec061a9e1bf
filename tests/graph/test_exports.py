"""Exports are complete, the same for any order of loading, and come whole or not at all."""

from __future__ import annotations

import io
import json
import os
import threading
import zipfile
from pathlib import Path

import pytest

from graph.exports.formats import FORMATS
from graph.exports.sorting import sorted_lines
from graph.exports.targets import write_to
from graph.workspace import Workspace
from ontology.errors import InvalidRequest
from ontology.rdf import DocumentMeta, from_quads, to_quads
from ontology.record import Record
from tests.graph.exporting import documents, exported, few_bytes_for_a_file, source
from tests.graph.records import EXTRACTOR
from tests.stores import Store


@pytest.mark.parametrize("kind", FORMATS)
def test_an_export_is_the_same_bytes_whatever_the_order_of_loading(kind: str) -> None:
    assert exported(kind, source(documents())) == exported(kind, source(documents()[::-1]))


@pytest.mark.parametrize("kind", FORMATS)
def test_under_another_base_nothing_has_the_default_one(kind: str) -> None:
    written = exported(kind, source(base="https://dulieu.example.vn/hop-tac/"))
    parts = zipfile.ZipFile(io.BytesIO(written)) if FORMATS[kind].marker else None
    files = [parts.read(name) for name in parts.namelist()] if parts else [written]
    assert not any(b"hoptac.example" in part for part in files)


@pytest.mark.parametrize("kind", FORMATS)
def test_without_documents_there_are_the_vocabularies_or_nothing(kind: str) -> None:
    assert (exported(kind, source([])) == b"") is (kind in ("jsonl", "agreements"))


def test_a_workspace_exports_what_is_loaded_and_refuses_an_unknown_format(data: Path, embedded_store: Store) -> None:
    embedded_store.empty()
    with Workspace(data, **embedded_store.settings) as workspace:
        with workspace.batch():
            for d in documents():
                workspace.put(d.source, d.text, d.record, EXTRACTOR)
        for kind in FORMATS:
            out = io.BytesIO()
            workspace.export(kind, out)
            assert out.getvalue() == exported(kind)
        with pytest.raises(InvalidRequest, match="trig, nquads, jsonld"):
            workspace.export("docx", io.BytesIO())


def test_jsonl_has_the_records_in_the_order_of_the_ids() -> None:
    lines = [json.loads(line) for line in exported("jsonl").decode().splitlines()]
    assert [line["id"] for line in lines] == sorted(line["id"] for line in lines)
    assert {line["filename"]: Record.model_validate(line["record"]) for line in lines} == {
        d.filename: from_quads(to_quads(d.record, DocumentMeta("d", d.filename, "text/plain", "", "")))[0]
        for d in documents()
    }


def test_several_files_are_a_folder_at_a_path_and_an_archive_without_the_time_of_day_elsewhere(tmp_path: Path) -> None:
    for kind in ("csv", "neo4j-admin"):
        write_to(FORMATS[kind], tmp_path / kind, source())
        write_to(FORMATS[kind], tmp_path / f"{kind}.zip", source())
        assert (tmp_path / f"{kind}.zip").read_bytes() == exported(kind)
        with zipfile.ZipFile(tmp_path / f"{kind}.zip") as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            found = {path.name: path.read_bytes() for path in (tmp_path / kind).iterdir()}
            assert found == {name: archive.read(name) for name in archive.namelist()}


def test_an_earlier_export_is_replaced_and_any_other_folder_is_left_alone(tmp_path: Path) -> None:
    write_to(FORMATS["csv"], tmp_path / "tables", source())
    (tmp_path / "tables" / "Former.csv").write_text("id\n")
    write_to(FORMATS["csv"], tmp_path / "tables", source())
    assert not (tmp_path / "tables" / "Former.csv").exists()
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.tex").write_text("mine")
    with pytest.raises(InvalidRequest, match="no earlier export"):
        write_to(FORMATS["csv"], tmp_path / "thesis", source())
    with pytest.raises(InvalidRequest, match="is a folder"):
        write_to(FORMATS["trig"], tmp_path / "thesis", source())
    assert [path.name for path in (tmp_path / "thesis").iterdir()] == ["chapter.tex"]


@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_disk_leaves_what_was_there_and_nothing_beside_it(kind: str, tmp_path: Path) -> None:
    format_, out = FORMATS[kind], tmp_path / f"all{'' if FORMATS[kind].marker else FORMATS[kind].suffix}"
    write_to(format_, out, source())
    before = exported_files(out)
    with pytest.raises(InvalidRequest, match="cannot be written: File too large"), few_bytes_for_a_file():
        write_to(format_, out, source())
    assert exported_files(out) == before
    assert list(tmp_path.iterdir()) == [out]


def exported_files(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (out.iterdir() if out.is_dir() else [out])}


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_to(FORMATS["jsonl"], pipe, source())
    reader.join()
    assert read == [exported("jsonl")]
    assert pipe.is_fifo()


def test_lines_are_sorted_in_as_many_runs_as_it_takes() -> None:
    lines = [f"{number * 7919 % 1009:x} đ\n".encode() for number in range(2000)]
    assert list(sorted_lines(iter(lines), run=500)) == sorted(lines)
