"""The application: settings and workspace, middleware, routes, errors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.staticfiles import StaticFiles

from api import problems
from api.headers import Headers
from api.negotiation import build
from api.opening import open_workspace
from api.routes import (
    agreements,
    bodies,
    documents,
    fields,
    health,
    home,
    linked,
    localities,
    log,
    matrix,
    network,
    releases,
    tasks,
)
from api.settings import Settings
from graph.workspace import Workspace

_STATIC = Path(__file__).resolve().parent / "static"
_DESCRIPTION = """
Who cooperates with whom in Vietnam, on what, who must do what by when, and which words of which document say so.

Every address answers with JSON, or with a page where the request prefers `text/html` (`f=json` and `f=html` choose
without a header). Errors are problems as of RFC 9457. Lists have `limit`, `cursor`, `numberMatched` and links; answers
have an entity tag that changes with the data.
"""


def create_app(settings: Settings, workspace: Workspace | None = None) -> FastAPI:
    """The application over a workspace that is open already, or over that of the settings, opened when it starts."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        if workspace is not None:
            app.state.workspace = workspace
            yield
            return
        opened = await run_in_threadpool(open_workspace, settings)
        app.state.workspace = opened
        try:
            yield
        finally:
            await run_in_threadpool(opened.close)

    app = FastAPI(
        title="hoptac",
        version=version("hoptac"),
        description=_DESCRIPTION,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        lifespan=lifespan,
        docs_url=None,  # both would load scripts from another host
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.build = build()
    app.add_middleware(Headers)
    problems.install(app)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    routes = (
        home,
        localities,
        fields,
        agreements,
        tasks,
        bodies,
        documents,
        network,
        matrix,
        releases,
        linked,
        log,
        health,
    )
    for module in routes:
        app.include_router(module.router)
    return app
