"""The part of SHACL Core that the project's shapes use, one test of values per constraint component.

A test says yes only where pyshacl finds nothing wrong; where it says no, pyshacl has the word. So values count only in
the form in which the project writes them: ``01`` is an integer too, but not one that is accepted here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime
from math import isfinite

import pyoxigraph as ox

from ontology.description import Term

_XSD = "http://www.w3.org/2001/XMLSchema#"
_LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
_INTEGER, _DOUBLE = f"{_XSD}integer", f"{_XSD}double"

#: IRI → the IRIs of its classes and of all that are above them
ClassesOf = Callable[[str], Collection[str]]
#: Whether a value is one that pyshacl accepts.
Test = Callable[[Term, ClassesOf], bool]


class Unsupported(Exception):
    """Shapes that use something else."""


def _matches(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.fullmatch(text) is not None


def _day(text: str) -> bool:
    """Whether a date, filled up to a day, exists."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True


def _moment(text: str) -> bool:
    """Whether a moment in UTC exists."""
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _any(_: str) -> bool:
    return True


_whole, _decimal = _matches("0|-?[1-9][0-9]{0,17}"), _matches(r"-?[0-9]{1,400}(\.[0-9]{1,400})?")
_full_moment = _matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_full_date, _month, _year = _matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"), _matches("[0-9]{4}-[0-9]{2}"), _matches("[0-9]{4}")

#: The forms of values by datatype; a datatype that is not here is not decided.
_FORMS: dict[str, Callable[[str], bool]] = {
    f"{_XSD}string": _any,
    _LANG_STRING: _any,
    _INTEGER: _whole,
    _DOUBLE: lambda text: _decimal(text) and isfinite(float(text)),
    f"{_XSD}boolean": lambda text: text in ("true", "false"),
    f"{_XSD}date": lambda text: _full_date(text) and _day(text),
    f"{_XSD}dateTime": lambda text: _full_moment(text) and _moment(text),
    f"{_XSD}gYearMonth": lambda text: _month(text) and _day(text),
    f"{_XSD}gYear": lambda text: _year(text) and _day(text),
    # rdflib knows no rule for these two: the shapes say by a pattern what they may be.
    f"{_XSD}gMonthDay": _any,
    f"{_XSD}gMonth": _any,
}
_NUMBERS: dict[str, Callable[[str], float]] = {_INTEGER: int, _DOUBLE: float}


def number(term: Term, datatype: str = _INTEGER) -> float | None:
    """The number that a literal of this datatype is; None for anything else."""
    if isinstance(term, ox.Literal) and term.datatype.value == datatype and _FORMS[datatype](term.value):
        return _NUMBERS[datatype](term.value)
    return None


def of_datatype(parameter: Term) -> Test:
    """``sh:datatype``"""
    if parameter.value not in _FORMS:
        raise Unsupported(f"sh:datatype {parameter.value}")
    wanted, well_formed = parameter.value, _FORMS[parameter.value]
    if well_formed is _any:
        return lambda term, _: isinstance(term, ox.Literal) and term.datatype.value == wanted
    return lambda term, _: isinstance(term, ox.Literal) and term.datatype.value == wanted and well_formed(term.value)


def of_class(parameter: Term) -> Test:
    """``sh:class``"""
    wanted = parameter.value
    return lambda term, classes: isinstance(term, ox.NamedNode) and wanted in classes(term.value)


def one_of(members: Sequence[Term]) -> Test:
    """``sh:in``, for strings"""
    if not all(isinstance(term, ox.Literal) and term.datatype.value == f"{_XSD}string" for term in members):
        raise Unsupported("sh:in with other values than strings")
    known = frozenset(members)
    return lambda term, _: term in known


def like(parameter: Term) -> Test:
    """``sh:pattern``, for literals; read by Python's ``re`` as pyshacl does"""
    search = re.compile(parameter.value).search
    return lambda term, _: isinstance(term, ox.Literal) and search(term.value) is not None


def at_least_long(parameter: Term) -> Test:
    """``sh:minLength``, in code points"""
    least = number(parameter)
    if least is None:
        raise Unsupported(f"sh:minLength {parameter}")
    return lambda term, _: isinstance(term, ox.Literal) and len(term.value) >= least


def at_least(parameter: Term) -> Test:
    """``sh:minInclusive``, for values of the bound's own datatype"""
    return _bounded(parameter, lambda value, bound: value >= bound)


def at_most(parameter: Term) -> Test:
    """``sh:maxInclusive``, for values of the bound's own datatype"""
    return _bounded(parameter, lambda value, bound: value <= bound)


def _bounded(parameter: Term, holds: Callable[[float, float], bool]) -> Test:
    datatype = parameter.datatype.value if isinstance(parameter, ox.Literal) else ""
    if datatype not in _NUMBERS:
        raise Unsupported(f"a bound that is {parameter}")
    assert isinstance(parameter, ox.Literal)
    bound = _NUMBERS[datatype](parameter.value)

    def test(term: Term, _: ClassesOf) -> bool:
        value = number(term, datatype)
        return value is not None and holds(value, bound)

    return test


def every(tests: Sequence[Test]) -> Test:
    """All of these."""
    if len(tests) == 1:
        return tests[0]
    return lambda term, classes: all(test(term, classes) for test in tests)


def any_of(tests: Sequence[Test]) -> Test:
    """``sh:or``"""
    return lambda term, classes: any(test(term, classes) for test in tests)


#: Components whose parameter is one value.
OF_ONE_VALUE: dict[str, Callable[[Term], Test]] = {
    "datatype": of_datatype,
    "class": of_class,
    "pattern": like,
    "minLength": at_least_long,
    "minInclusive": at_least,
    "maxInclusive": at_most,
}
