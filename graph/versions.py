"""Which ontology a record was made with: a hash of the Turtle files."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from importlib.resources import files


@lru_cache(maxsize=1)
def ontology_version() -> str:
    """Twelve hexadecimal digits that change with any change of ``ontology/turtle/*.ttl``."""
    digest = sha256()
    folder = files("ontology") / "turtle"
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".ttl")):
        digest.update(name.encode() + b"\0" + (folder / name).read_bytes() + b"\0")
    return digest.hexdigest()[:12]
