"""Talking SPARQL 1.1 over HTTP: Query, Update and the Graph Store HTTP Protocol, with our own errors."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import IO

import httpx
import pyoxigraph as ox

from graph.sparql_address import SparqlAddress
from ontology.errors import StoreBusy, StoreError, StoreUnavailable

_TRIPLES = "application/n-triples"
_ROWS = "text/tab-separated-values"
_CONNECT_SECONDS = 5.0
_READ_SECONDS = 60.0
#: Emptying a large store takes its time, and nobody is waiting for a page meanwhile.
_WRITE_SECONDS = 600.0
_SHOWN_CHARACTERS = 200


class SparqlServer:
    """One server; usable from several threads."""

    def __init__(self, address: SparqlAddress) -> None:
        self.address = address
        auth = httpx.BasicAuth(address.user, address.password) if address.user is not None else None
        self._client = httpx.Client(auth=auth, timeout=httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS))

    def close(self) -> None:
        self._client.close()

    @contextmanager
    def select(self, query: str) -> Iterator[Iterator[ox.QuerySolution]]:
        """The rows of a SELECT as they come in."""
        with self._asked(query, _ROWS) as body:
            rows = ox.parse_query_results(body, format=ox.QueryResultsFormat.TSV)
            assert isinstance(rows, ox.QuerySolutions)
            yield rows

    def construct(self, query: str, graph: ox.NamedNode) -> list[ox.Quad]:
        """The triples of a CONSTRUCT, as quads of a graph."""
        with self._asked(query, _TRIPLES) as body:
            return _canonical(body, graph)

    def graph(self, graph: ox.NamedNode) -> list[ox.Quad]:
        """What stands in a named graph; nothing where the server has no such graph."""
        request = self._client.build_request(
            "GET", self.address.graphs, params={"graph": graph.value}, headers={"Accept": _TRIPLES}
        )
        with self._answer(request, absent=HTTPStatus.NOT_FOUND) as body:
            return _canonical(body, graph)

    def update(self, request: bytes) -> None:
        """Have a request of updates done, all of it or nothing."""
        built = self._client.build_request(
            "POST",
            self.address.update,
            content=request,
            headers={"Content-Type": "application/sparql-update"},
            timeout=httpx.Timeout(_WRITE_SECONDS, connect=_CONNECT_SECONDS),
        )
        with self._answer(built) as body:
            body.read()

    @contextmanager
    def _asked(self, query: str, accept: str) -> Iterator[IO[bytes]]:
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        request = self._client.build_request("POST", self.address.query, content=query.encode(), headers=headers)
        with self._answer(request) as body:
            yield body

    @contextmanager
    def _answer(self, request: httpx.Request, absent: int | None = None) -> Iterator[IO[bytes]]:
        """The body of an answer as it comes in; nothing where the status says that it is ``absent``.

        :raises StoreUnavailable: nobody answers, or we are not let in
        :raises StoreBusy: it takes too long, or the server says that it is busy
        :raises StoreError: it answers with something else
        """
        url = str(request.url.copy_with(query=None))
        try:
            response = self._client.send(request, stream=True)
            try:
                if response.status_code == absent:
                    yield io.BytesIO()
                elif not response.is_success:
                    raise _refusal(url, response)
                else:
                    yield io.BufferedReader(_Body(response))
            finally:
                response.close()
        except (httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise StoreUnavailable(f"the quad store at {url} does not answer in time", "is it running?") from error
        except httpx.TimeoutException as error:
            raise StoreBusy(f"the quad store at {url} took too long", "try again later") from error
        except httpx.TransportError as error:
            raise StoreUnavailable(f"the quad store at {url} does not answer: {error}", "is it running?") from error
        except SyntaxError as error:
            raise StoreError(f"the quad store at {url} answers with something that is not SPARQL: {error}") from error


class _Body(io.RawIOBase):
    """The body of an answer as a file that is read while it comes in."""

    def __init__(self, response: httpx.Response) -> None:
        self._chunks = response.iter_bytes()
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = chunk
        length = min(len(buffer), len(self._rest))
        buffer[:length] = self._rest[:length]
        self._rest = self._rest[length:]
        return length


def _canonical(body: IO[bytes], graph: ox.NamedNode) -> list[ox.Quad]:
    """N-Triples as quads of a graph, in the form that Oxigraph gives literals.

    The form of a literal is the server's choice (Jena's TDB2 writes ``50000.0e0`` for ``50000``, and ``vi`` may come
    back as ``VI``): an Oxigraph in memory makes it that of the local store.
    """
    store = ox.Store()
    store.extend(
        ox.Quad(triple.subject, triple.predicate, triple.object, graph)
        for triple in ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
    )
    return list(store)


def _refusal(url: str, response: httpx.Response) -> StoreError:
    """The error that an answer other than success is."""
    status = response.status_code
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return StoreUnavailable(
            f"the quad store at {url} does not let us in ({status})",
            "check HOPTAC_SPARQL_USER and HOPTAC_SPARQL_PASSWORD",
        )
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED) or response.is_redirect:
        return StoreError(f"{url} is no address for SPARQL ({status})", "check HOPTAC_SPARQL_URI and those beside it")
    said = " ".join(response.read().decode("utf-8", "replace").split())[:_SHOWN_CHARACTERS]
    busy = status in (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS)
    return (StoreBusy if busy else StoreError)(f"the quad store at {url} answers {status}: {said}")
