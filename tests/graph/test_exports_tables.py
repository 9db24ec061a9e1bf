"""The tables are a Frictionless data package that pandas and DuckDB read with the declared types, row for row."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from graph.exports.formats import FORMATS
from graph.exports.rows import Node, rows
from graph.exports.targets import write_to
from tests.graph.exporting import UNPLEASANT, source

_PANDAS = {"string": "string", "integer": "Int64", "number": "float64", "boolean": "boolean", "array": "string"}
_DUCKDB = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "array": "VARCHAR"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "tables"
    write_to(FORMATS["csv"], folder, source())
    return folder


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, Any]:
    described: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return described


def held() -> dict[str, list[dict[str, object]]]:
    """The rows of the property graph by label and type."""
    found: dict[str, list[dict[str, object]]] = {}
    for row in rows(source()):
        if isinstance(row, Node):
            found.setdefault(row.label, []).append(dict(row.values))
        else:
            ends = {"source_label": row.kind.source, "source": row.source}
            ends |= {"target_label": row.kind.target, "target": row.target}
            found.setdefault(row.kind.type, []).append({**ends, **row.values})
    return found


def test_the_description_keeps_the_rules_of_frictionless_data_packages(folder: Path, package: dict[str, Any]) -> None:
    name = re.compile(r"[a-z0-9._-]+")
    assert name.fullmatch(package["name"])
    assert package["profile"] == "tabular-data-package"
    assert {r["path"] for r in package["resources"]} | {"datapackage.json"} == {path.name for path in folder.iterdir()}
    assert len({r["name"] for r in package["resources"]}) == len(package["resources"])
    for resource in package["resources"]:
        assert name.fullmatch(resource["name"])
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert len(set(fields)) == len(fields)
        assert set(resource["schema"].get("primaryKey", "")) <= set("id")
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file, strict=True)) == fields


def test_every_value_is_read_back_as_its_declared_type(folder: Path, package: dict[str, Any]) -> None:
    read = {"string": str, "integer": int, "number": float, "boolean": json.loads, "array": json.loads}
    found = {}
    for resource in package["resources"]:
        types = {field["name"]: read[field["type"]] for field in resource["schema"]["fields"]}
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            cells = [{n: types[n](c) for n, c in row.items() if c} for row in csv.DictReader(file, strict=True)]
        if cells:
            found[resource["path"].removesuffix(".csv")] = cells
    assert found == held()
    assert [row["title"] for row in found["Agreement"] if row.get("title") == UNPLEASANT] == [UNPLEASANT]


def test_pandas_reads_the_declared_types_and_counts(folder: Path, package: dict[str, Any]) -> None:
    counts = {}
    for resource in package["resources"]:
        types = {field["name"]: _PANDAS[field["type"]] for field in resource["schema"]["fields"]}
        frame = pd.read_csv(folder / resource["path"], dtype=types, keep_default_na=False, na_values=[""])  # type: ignore[arg-type]
        assert {name: str(dtype) for name, dtype in frame.dtypes.items()} == types
        counts[resource["path"].removesuffix(".csv")] = len(frame)
    assert {name: n for name, n in counts.items() if n} == {name: len(found) for name, found in held().items()}


def test_duckdb_reads_the_declared_types_and_answers_a_question(folder: Path, package: dict[str, Any]) -> None:
    database, found = duckdb.connect(), held()
    for resource in package["resources"]:
        name = resource["path"].removesuffix(".csv")
        types = {field["name"]: _DUCKDB[field["type"]] for field in resource["schema"]["fields"]}
        relation = database.read_csv(str(folder / resource["path"]), dtype=types, header=True)  # type: ignore[arg-type]
        assert dict(zip(relation.columns, map(str, relation.types), strict=True)) == types
        relation.create(name)
        assert len(relation.fetchall()) == len(found.get(name, ()))
    question = (
        "SELECT p.target, a.period_start FROM HAS_PARTY p JOIN Agreement a ON a.id = p.source "
        "WHERE p.role = 'hub' AND json_extract_string(p.quotes, '$[0]') = 'Thành phố Hồ Chí Minh' ORDER BY 2"
    )
    assert database.execute(question).fetchall() == [("ho-chi-minh", 2011), ("ho-chi-minh", 2016)]
