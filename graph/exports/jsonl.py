"""The records as JSON Lines: one document on each line, in the order of the ids."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import IO

from graph.exports.source import Source


def write_jsonl(source: Source, out: IO[bytes]) -> None:
    """Of each document its ``id``, what it was read from (:class:`ontology.rdf.DocumentMeta`), and its ``record``.

    ``corrections`` are what people said of its claims, where they did.
    """
    for record, meta, corrections in source.records():
        line = {**asdict(meta), "record": record.model_dump(mode="json", exclude_defaults=True, exclude_none=True)}
        if corrections:
            line["corrections"] = [said.model_dump(mode="json", exclude_none=True) for said in corrections]
        out.write(json_line(line))


#: What some readers take for the end of a line although JSON does not.
_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def json_line(value: object) -> bytes:
    """A value as one line of JSON, its characters as they are save those that end a line for some."""
    written = json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
    return written.encode("utf-8", "surrogatepass") + b"\n"
