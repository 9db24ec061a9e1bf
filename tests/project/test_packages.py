"""What is imported is ours: the package names are plain words that others use too."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("api", "graph", "loaders", "ontology")


@pytest.mark.parametrize("package", PACKAGES)
def test_the_package_that_is_imported_is_the_one_beside_these_tests(package: str, tmp_path: Path) -> None:
    code = f"import {package}; print({package}.__file__)"
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert Path(said.stdout.strip()) == ROOT / package / "__init__.py"


def test_no_other_distribution_installs_a_package_of_our_names() -> None:
    owners = packages_distributions()
    for package in PACKAGES:
        assert set(owners.get(package, ["hoptac"])) == {"hoptac"}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_module_says_in_one_sentence_what_it_is_for_and_stays_short(package: str) -> None:
    for path in sorted((ROOT / package).rglob("*.py")):
        if "node_modules" in path.parts:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        assert len(lines) <= 300, f"{path.relative_to(ROOT)} has {len(lines)} lines"
        assert lines[0].startswith('"""'), f"{path.relative_to(ROOT)} does not say what it is for"


def test_every_dependency_is_locked_with_hashes_and_no_registry_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in ("run", "build", "test", "quads"):
        lock = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
        assert "://" not in lock
        locked = set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))
        wanted = {re.split(r"[<>=\[~]", dependency)[0].strip() for dependency in project["dependencies"]}
        assert name == "quads" or wanted <= locked
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z0-9-]+==)", lock))


def test_the_lock_of_the_browser_code_names_no_registry() -> None:
    lock = (ROOT / "api" / "web" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_the_version_is_written_once_and_in_the_changelog() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert importlib.metadata.version("hoptac") == version
