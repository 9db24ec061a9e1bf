"""``hoptac token`` and ``tokens``: which programs are let in over HTTP where not everybody is."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from api.cli.options import Data
from api.cli.output import one_line, say, show_table
from ontology.errors import InvalidRequest


def token(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="What the token is called: the program that will use it.")
    ],
    days: Annotated[
        int | None, typer.Option("--days", metavar="N", help="How long it lets in; else until it is revoked.")
    ] = None,
    revoke: Annotated[bool, typer.Option("--revoke", help="Let it in no longer, at once.")] = False,
    data: Data = None,
) -> None:
    """Make a token and print it, this once; or revoke one."""
    from api.opening import open_workspace
    from api.settings import settings

    if revoke and days is not None:
        raise InvalidRequest("a token is made for some days, or revoked", "leave out --days or --revoke")
    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("token") as did:
        did.update(token=name, revoked=revoke)
        if revoke:
            workspace.tokens.revoke(name)
            say(f"revoked {one_line(name)}")
            return
        made = workspace.tokens.make(name, days)
    sys.stderr.write("This is the only time that it is shown; send it as `Authorization: Bearer ...`.\n")
    say(made)


def tokens(data: Data = None) -> None:
    """List all tokens: name, state (valid, expired, revoked), and who made and revoked them when."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace:
        rows = [
            tuple(
                said or "-"
                for said in (
                    each.name,
                    each.state,
                    each.made_by,
                    each.made,
                    each.expires,
                    each.revoked_by,
                    each.revoked,
                )
            )
            for each in workspace.tokens.all()
        ]
    show_table(("name", "state", "made by", "made", "expires", "revoked by", "revoked"), rows)
