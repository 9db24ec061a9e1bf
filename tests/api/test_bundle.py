"""The script that draws the network is made of packages that are locked by their hashes, and it is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

API = Path(__file__).resolve().parents[2] / "api"
LOCK: dict[str, Any] = json.loads((API / "web" / "package-lock.json").read_text(encoding="utf-8"))
WANTED: dict[str, Any] = json.loads((API / "web" / "package.json").read_text(encoding="utf-8"))


def test_every_package_has_a_hash_and_none_names_a_registry() -> None:
    packages = {name: package for name, package in LOCK["packages"].items() if name}
    assert len(packages) > 5
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())


def test_the_versions_are_exact_and_those_of_the_lock() -> None:
    for name, version in {**WANTED["dependencies"], **WANTED["devDependencies"]}.items():
        assert LOCK["packages"][f"node_modules/{name}"]["version"] == version


def test_the_bundle_is_built_and_brings_no_style_of_its_own() -> None:
    script = (API / "static" / "network.js").read_text(encoding="utf-8")
    assert "network-canvas" in script
    assert 'createElement("style")' not in script
