"""Errors are one line that says what is wrong and what to do, and the drawing of their tree is true."""

from __future__ import annotations

import re

import pytest

from ontology import errors
from ontology.errors import HoptacError, RefusedDocument


def test_the_message_and_the_hint_make_one_line() -> None:
    assert str(HoptacError("a.txt is empty")) == "a.txt is empty"
    assert str(HoptacError("a.txt is empty", "save it again")) == "a.txt is empty (save it again)"


@pytest.mark.parametrize(
    ("reasons", "line"),
    [
        (["no party", "no end"], "a.txt is refused: no party; no end"),
        (["1", "2", "3", "4", "5"], "a.txt is refused: 1; 2; 3; and 2 more"),
    ],
)
def test_a_refusal_shows_the_first_reasons_and_keeps_them_all(reasons: list[str], line: str) -> None:
    refused = RefusedDocument("a.txt", reasons)
    assert str(refused) == line
    assert refused.reasons == tuple(reasons)


def test_the_tree_in_the_docstring_is_the_tree_of_the_classes() -> None:
    assert errors.__doc__ is not None
    drawn = _parents(errors.__doc__)
    declared = {
        name: kind.__bases__[0].__name__
        for name, kind in vars(errors).items()
        if isinstance(kind, type) and issubclass(kind, HoptacError) and kind is not HoptacError
    }
    assert drawn == declared


def _parents(drawing: str) -> dict[str, str]:
    """Each name of the drawing with the nearest name above it that is drawn further left."""
    stack: list[tuple[int, str]] = []
    parents = {}
    for line in drawing.splitlines():
        found = re.match(r"^    ([│├└─ ]*)(\w+)\s{2,}", line)
        if found:
            depth, name = len(found[1]), found[2]
            stack = [(d, n) for d, n in stack if d < depth]
            if stack:
                parents[name] = stack[-1][1]
            stack.append((depth, name))
    return parents
