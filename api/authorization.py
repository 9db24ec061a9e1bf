"""Who is let in where not everybody is: whoever shows a token of ``hoptac token`` (RFC 6750)."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from starlette.exceptions import HTTPException

from api.dependencies import WorkspaceDependency
from graph.tokens import Token

#: Described in the OpenAPI document; what is missing or wrong is answered here, as a problem.
_bearer = HTTPBearer(auto_error=False, description="A token that `hoptac token NAME` has made.")
_CHALLENGE = 'Bearer realm="hoptac"'


def authorized(
    request: Request, workspace: WorkspaceDependency, _declared: Annotated[object, Depends(_bearer)]
) -> Token:
    """The token that a request shows.

    :raises HTTPException: 401, with the challenge of RFC 6750: it shows none, or one that does not let in
    """
    scheme, _, shown = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not shown.strip():
        raise _refusal("this address wants a token: `hoptac token NAME` makes one", _CHALLENGE)
    found = workspace.tokens.holder(shown.strip())
    if found is None:
        raise _refusal("the token is unknown, expired or revoked", f'{_CHALLENGE}, error="invalid_token"')
    return found


def _refusal(detail: str, challenge: str) -> HTTPException:
    return HTTPException(401, detail, {"WWW-Authenticate": challenge})
