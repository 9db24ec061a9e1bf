"""The .docx and .pdf examples are those that examples/make_binary.py makes of their forms."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from loaders.reading import read

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FORMS = sorted((EXAMPLES / "forms").glob("*.form"))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_binary", EXAMPLES / "make_binary.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _words(text: str) -> list[str]:
    return re.sub(r"[|/=]", " ", text).split()


@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
def test_the_text_of_the_committed_file_is_that_of_its_form(form: Path) -> None:
    committed = read(EXAMPLES / form.name.removesuffix(".form")).text
    assert sorted(_words(committed)) == sorted(_words(form.read_text(encoding="utf-8")))


def test_making_them_anew_gives_the_same_text(maker: ModuleType) -> None:
    try:
        TTFont("serif", maker.FONT)
    except TTFError:
        pytest.skip("the font DejaVu Serif is not installed here (Debian: fonts-dejavu-core)")
    made = dict(maker.made())
    assert sorted(made) == [form.name.removesuffix(".form") for form in FORMS]
    assert made == dict(maker.made())
    for name, content in made.items():
        assert read(content, name).text == read(EXAMPLES / name).text, name
