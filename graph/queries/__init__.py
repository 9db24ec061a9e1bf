"""The Cypher that reads, each query in a file of its own: what it answers stands at its head."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from ontology.errors import InvalidRequest


@lru_cache(maxsize=1)
def named_queries() -> dict[str, str]:
    """The text of every query by its name."""
    folder = files("graph") / "queries"
    return {
        entry.name.removesuffix(".cypher"): entry.read_text(encoding="utf-8")
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".cypher")
    }


def named_query(name: str) -> str:
    """One query.

    :raises InvalidRequest: there is none of this name
    """
    try:
        return named_queries()[name]
    except KeyError:
        raise InvalidRequest(f"no query is named {name!r}", f"there are {', '.join(named_queries())}") from None


@lru_cache(maxsize=16)
def bookkeeping(name: str) -> str:
    """A query of the store's own book-keeping, in ``queries/bookkeeping``."""
    return (files("graph") / "queries" / "bookkeeping" / f"{name}.cypher").read_text(encoding="utf-8")
