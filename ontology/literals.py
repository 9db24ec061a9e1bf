"""Values as RDF literals in canonical form, and back: what is written here is what any store gives back."""

from __future__ import annotations

import pyoxigraph as ox

_XSD = "http://www.w3.org/2001/XMLSchema#"
#: The datatype of a partial date by its length and whether it lacks a year.
_DATE_TYPES = {
    (4, False): ox.NamedNode(f"{_XSD}gYear"),
    (7, False): ox.NamedNode(f"{_XSD}gYearMonth"),
    (10, False): ox.NamedNode(f"{_XSD}date"),
    (7, True): ox.NamedNode(f"{_XSD}gMonthDay"),
    (4, True): ox.NamedNode(f"{_XSD}gMonth"),
}

Value = str | int | float | bool


def literal(value: Value) -> ox.Literal:
    """A string, integer, boolean or double; a double is written without an exponent, as Oxigraph does."""
    return ox.Literal(value)


def name_literal(name: str) -> ox.Literal:
    """A name of something Vietnamese."""
    return ox.Literal(name, language="vi")


def date_literal(date: str) -> ox.Literal:
    """A partial date of the record: ``2015``, ``2015-04``, ``2015-04-21``, ``--04-21`` or ``--04``."""
    return ox.Literal(date, datatype=_DATE_TYPES[len(date), date.startswith("--")])


def time_literal(moment: str) -> ox.Literal:
    """A moment in UTC, to the second: ``2026-03-01T08:30:00Z``."""
    return ox.Literal(moment, datatype=ox.NamedNode(f"{_XSD}dateTime"))


def value_of(term: ox.Literal) -> Value:
    """The Python value of a literal; dates and everything else without a Python type are their text."""
    datatype = term.datatype.value.removeprefix(_XSD)
    if datatype == "integer":
        return int(term.value)
    if datatype in ("double", "decimal"):
        return float(term.value)
    if datatype == "boolean":
        return term.value == "true"
    return term.value
