"""The documentation names every setting, route, command and option, and links only to what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer

from api.app import create_app
from api.cli import app as command_line
from api.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")])


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("setting", sorted(Settings.model_fields))
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`HOPTAC_{setting.upper()}`" in read("docs/settings.md")


def test_every_documented_setting_exists() -> None:
    documented = set(re.findall(r"^\| `HOPTAC_([A-Z_]+)`", read("docs/settings.md"), re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_every_route_is_documented(tmp_path: Path) -> None:
    documented = read("docs/api.md")
    paths = set(create_app(Settings(data_dir=tmp_path)).openapi()["paths"])
    assert len(paths) > 10
    assert sorted(path for path in paths if f"`{path}`" not in documented and f"GET {path}" not in documented) == []


def test_every_command_and_each_of_its_options_is_documented() -> None:
    documented = read("docs/commands.md")
    group = typer.main.get_command(command_line)
    commands = getattr(group, "commands")  # noqa: B009 - the group class is click's, which typer may vendor
    assert len(commands) >= 8
    for name, command in commands.items():
        assert f"hoptac {name}" in documented
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in documented, f"{name} {option}"


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_inside_the_documentation_lead_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", document.read_text(encoding="utf-8")):
        if not re.match(r"[a-z]+:|#", target):
            assert (document.parent / target.split("#")[0]).exists(), f"{document.name} → {target}"


def test_every_document_of_docs_is_reached_from_the_readme() -> None:
    readme = read("README.md")
    for path in sorted((ROOT / "docs").glob("*.md")):
        assert f"docs/{path.name}" in readme
