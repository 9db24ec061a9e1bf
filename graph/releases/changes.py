"""What came, went and changed between two releases, document by document, told from their sorted N-Quads.

The two files are read side by side, one thing at a time; the differences are sorted by document in temporary files.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from graph.exports.jsonl import json_line
from graph.exports.jsonld import Names
from graph.exports.sorting import sorted_lines
from graph.releases.manifest import COMPARED, file_name
from graph.releases.shelf import Shelf
from ontology.errors import InvalidRequest
from ontology.iris import Iris
from ontology.schema import RDF_TYPE, schema

Change = dict[str, Any]
#: Property → values, as text.
Said = dict[str, list[str]]


def changes(old: Path, new: Path, base: str) -> Iterator[Change]:
    """One object for each document or vocabulary that differs, in the order of the graphs.

    ``document`` (or ``graph``, of vocabularies), ``change`` (``added``, ``removed``, ``changed``) and ``statements``:
    of each its ``id``, ``type``, ``change``, and what was said of it ``before`` and ``after`` where that differs.
    """
    iris, names = Iris(base), Names(schema(base))
    differing = sorted_lines(_differing(old, new, iris, names))
    for graph, lines in groupby(map(_parted, differing), key=lambda parts: parts[0]):
        statements = [json.loads(said) for _, _, said in lines]
        document_id = iris.document_of_graph(graph)
        own = next((each["change"] for each in statements if each["id"] == document_id), "changed")
        about = {"document": document_id} if document_id else {"graph": graph}
        yield {**about, "change": own if document_id else "changed", "statements": statements}


def between(shelf: Shelf, old: str, new: str) -> Iterator[Change]:
    """What differs between two releases (:func:`changes`).

    :raises NotFound: one of them is not there
    :raises InvalidRequest: they are under different base IRIs
    """
    releases = [shelf.release(version) for version in (old, new)]
    if len({release.base_iri for release in releases}) > 1:
        reason = " and ".join(f"{release.version} is under {release.base_iri}" for release in releases)
        raise InvalidRequest(f"the releases cannot be compared: {reason}", "every address differs between them")
    before, after = (shelf.file(version, file_name(COMPARED)) for version in (old, new))
    return changes(before, after, releases[0].base_iri)


def as_text(change: Change) -> str:
    """A change for people, on a few lines; evidence is left out, what it shows is there."""
    sign = {"added": "+", "removed": "-", "changed": "~"}
    lines = [f"{sign[change['change']]} {change.get('document') or change['graph']}"]
    for each in change["statements"]:
        itself = each["id"] == change.get("document") and each["change"] != "changed"
        if each["type"] != "ht:Evidence" and not itself:
            lines.append(f"    {sign[each['change']]} {each['type']} {each['id'].rpartition('/')[2]}")
            if each["change"] == "changed":
                lines += [f"        - {name}: {', '.join(values)}" for name, values in each["before"].items()]
                lines += [f"        + {name}: {', '.join(values)}" for name, values in each["after"].items()]
    return "\n".join(lines)


def _differing(old: Path, new: Path, iris: Iris, names: Names) -> Iterator[bytes]:
    """Each differing thing of each graph as a line: graph, thing, and what became of it."""
    with old.open("rb") as before, new.open("rb") as after:
        for was, becomes in _side_by_side(before, after):
            if was != becomes:
                yield from _thing(was, becomes, iris, names)


def _side_by_side(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[list[bytes], list[bytes]]]:
    """The lines about each thing in both files, which are in the order of the things."""
    left, right = groupby(old, key=_subject), groupby(new, key=_subject)
    a, b = next(left, None), next(right, None)
    while a or b:
        if b is None or (a is not None and a[0] < b[0]):
            assert a is not None
            yield list(a[1]), []
            a = next(left, None)
        elif a is None or b[0] < a[0]:
            yield [], list(b[1])
            b = next(right, None)
        else:
            yield list(a[1]), list(b[1])
            a, b = next(left, None), next(right, None)


def _subject(line: bytes) -> bytes:
    return line[: line.index(b">") + 1]


def _thing(was: list[bytes], becomes: list[bytes], iris: Iris, names: Names) -> Iterator[bytes]:
    before, after = _by_graph(was), _by_graph(becomes)
    for graph in sorted(before.keys() | after.keys()):
        old, new = before.get(graph, set()), after.get(graph, set())
        if old == new:
            continue
        subject = next(iter(old | new)).subject
        assert isinstance(subject, ox.NamedNode)
        told: Change = {
            "id": iris.id(subject.value),
            "type": _type(new or old, names),
            "change": "added" if not old else "removed" if not new else "changed",
        }
        for name, quads in (("before", old - new), ("after", new - old)):
            if quads or told["change"] == "changed":
                told[name] = _said(quads, iris, names)
        yield f"{graph}\t{subject.value}\t".encode() + json_line(told)


def _by_graph(lines: list[bytes]) -> dict[str, set[ox.Quad]]:
    found: dict[str, set[ox.Quad]] = defaultdict(set)
    for quad in ox.parse(b"".join(lines), format=ox.RdfFormat.N_QUADS):
        assert isinstance(quad, ox.Quad)
        assert isinstance(quad.graph_name, ox.NamedNode)
        found[quad.graph_name.value].add(quad)
    return found


def _type(quads: Iterable[ox.Quad], names: Names) -> str:
    types = (quad.object for quad in quads if quad.predicate.value == RDF_TYPE)
    return min((names.short(term.value) for term in types if isinstance(term, ox.NamedNode)), default="")


def _said(quads: Iterable[ox.Quad], iris: Iris, names: Names) -> Said:
    said: Said = defaultdict(list)
    for quad in sorted(quads, key=lambda each: (each.predicate.value, str(each.object))):
        if quad.predicate.value != RDF_TYPE:
            value = iris.id(quad.object.value) if isinstance(quad.object, ox.NamedNode) else quad.object
            said[names.short(quad.predicate.value)].append(value if isinstance(value, str) else _literal(value))
    return dict(said)


def _literal(value: object) -> str:
    assert isinstance(value, ox.Literal)
    return value.value


def _parted(line: bytes) -> tuple[str, str, str]:
    graph, subject, said = line.decode().split("\t", 2)
    return graph, subject, said
