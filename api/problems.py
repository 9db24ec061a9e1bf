"""Every error as a problem of RFC 9457: JSON for programs, a page for browsers."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.responses import Response

from api.negotiation import MEDIA_TYPES, NotAcceptable, NotModified, preferred
from api.pages import page
from ontology.errors import Gone, HoptacError, InvalidRequest, NotFound, StoreBusy, StoreUnavailable

#: The first class that fits decides.
_STATUS: tuple[tuple[type[HoptacError], HTTPStatus], ...] = (
    (NotAcceptable, HTTPStatus.NOT_ACCEPTABLE),
    (InvalidRequest, HTTPStatus.UNPROCESSABLE_ENTITY),
    (Gone, HTTPStatus.GONE),
    (NotFound, HTTPStatus.NOT_FOUND),
    (StoreUnavailable, HTTPStatus.SERVICE_UNAVAILABLE),
    (StoreBusy, HTTPStatus.SERVICE_UNAVAILABLE),
)


class InvalidParameter(BaseModel):
    """One thing of the request that makes no sense."""

    name: str
    reason: str


class Problem(BaseModel):
    """A problem as of RFC 9457; ``hint`` says what to do, ``errors`` what is wrong with each parameter."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    hint: str | None = None
    instance: str | None = None
    errors: list[InvalidParameter] = Field(default_factory=list)


PROBLEM_CONTENT = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
PROBLEMS: dict[int | str, dict[str, object]] = {
    401: {"model": Problem, "description": "No token that lets in", "content": PROBLEM_CONTENT},
    404: {"model": Problem, "description": "Nothing has this id", "content": PROBLEM_CONTENT},
    406: {"model": Problem, "description": "Neither JSON nor HTML is accepted", "content": PROBLEM_CONTENT},
    422: {"model": Problem, "description": "A parameter makes no sense", "content": PROBLEM_CONTENT},
    503: {"model": Problem, "description": "The store does not answer", "content": PROBLEM_CONTENT},
}


#: What every route that has a page answers with.
ANSWERS: dict[int | str, dict[str, object]] = {
    200: {"description": "As JSON, or as a page", "content": {"text/html": {"schema": {"type": "string"}}}},
    304: {"description": "The client has it already (`If-None-Match`)"},
    **{status: problem for status, problem in PROBLEMS.items() if status != 401},
}


def install(app: FastAPI) -> None:
    """Turn the exceptions of the project, of the framework and of validation into problems."""

    @app.exception_handler(HoptacError)
    def ours(request: Request, error: HoptacError) -> Response:
        status = next((status for kind, status in _STATUS if isinstance(error, kind)), HTTPStatus.INTERNAL_SERVER_ERROR)
        return answer(request, status, error.message, hint=error.hint)

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        errors = [
            InvalidParameter(name=".".join(str(part) for part in item["loc"][1:]), reason=str(item["msg"]))
            for item in error.errors()
        ]
        detail = "; ".join(f"{item.name}: {item.reason}" for item in errors)
        return answer(request, HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=errors)

    @app.exception_handler(HTTPException)
    def framework(request: Request, error: HTTPException) -> Response:
        response = answer(request, HTTPStatus(error.status_code), str(error.detail))
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(NotModified)
    def unmodified(_request: Request, error: NotModified) -> Response:
        return Response(status_code=304, headers={"ETag": error.etag, "Vary": "Accept", "Cache-Control": "no-cache"})

    @app.exception_handler(Exception)
    def unexpected(request: Request, _error: Exception) -> Response:
        detail = "the server failed on this request; its log says more"
        return answer(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)


def answer(
    request: Request,
    status: HTTPStatus,
    detail: str,
    *,
    hint: str | None = None,
    errors: list[InvalidParameter] | None = None,
) -> Response:
    """A problem as JSON, or as a page where the request prefers HTML."""
    problem = Problem(
        title=status.phrase, status=status, detail=detail, hint=hint, instance=request.url.path, errors=errors or []
    )
    headers = {"Vary": "Accept", "Cache-Control": "no-store"}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers["Retry-After"] = "5"
    if preferred(request.headers.get("accept", ""), MEDIA_TYPES) == "html":
        language = "en" if request.query_params.get("lang") == "en" else "vi"
        body = page("problem.html", request, language, problem=problem)
        return Response(body, status, headers, media_type="text/html")
    body = problem.model_dump_json(exclude_none=True, exclude_defaults=False)
    return Response(body, status, headers, media_type="application/problem+json")
