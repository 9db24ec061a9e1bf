"""``hoptac serve``: the pages and the HTTP API, open to this machine only unless told otherwise."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from api.cli.catching_up import catch_up
from api.cli.options import Data
from api.cli.output import complain, say
from ontology.errors import SettingsError


def serve(
    host: Annotated[str | None, typer.Option("--host", help="Address to listen on (else HOPTAC_HOST).")] = None,
    port: Annotated[int | None, typer.Option("--port", help="Port to listen on (else HOPTAC_PORT).")] = None,
    data: Data = None,
) -> None:
    """Serve the pages and the API until stopped."""
    import uvicorn

    from api.app import create_app
    from api.opening import open_workspace
    from api.settings import settings

    chosen = settings(data_dir=data, host=host, port=port)
    listener = _listen(chosen.host, chosen.port)
    with open_workspace(chosen) as workspace:
        catch_up(workspace)
        address, number = listener.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        say(f"hoptac serves {len(workspace.documents())} documents of {workspace.data_dir} on http://{shown}:{number}")
        if address not in ("127.0.0.1", "::1"):
            complain("other machines can reach this server: put a proxy with TLS in front of it")
        config = uvicorn.Config(create_app(chosen, workspace), log_level="warning", server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that a port in use is found before anything else is started.

    :raises SettingsError: nothing can listen there
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        raise SettingsError(
            f"cannot listen on {host} port {port}: {error.strerror or error}", "choose another with --port or --host"
        ) from error
    return listener
