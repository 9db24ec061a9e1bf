"""The command line: ``hoptac COMMAND``. One line of error on stderr, UTF-8 whatever the locale, no traceback."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from typer.exceptions import TyperException

from api.cli import (
    backup,
    corrections,
    documents,
    extract,
    importing,
    load,
    log,
    reextract,
    releases,
    serve,
    tokens,
    upkeep,
)
from api.cli.output import complain, write_utf8
from ontology.errors import HoptacError

app = typer.Typer(
    name="hoptac",
    help="A knowledge graph of cooperation between Vietnamese localities, with evidence for every statement.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hoptac {version('hoptac')}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """What holds for every command."""


app.command("extract")(extract.extract)
app.command("load")(load.load)
app.command("serve")(serve.serve)
app.command("documents")(documents.documents)
app.command("remove")(documents.remove)
app.command("export")(documents.export)
app.command("import")(importing.import_)
app.command("release")(releases.release)
app.command("releases")(releases.releases)
app.command("changes")(releases.changes)
app.command("reextract")(reextract.reextract)
app.command("claims")(corrections.claims)
app.command("correct")(corrections.correct)
app.command("corrections")(corrections.corrections)
app.command("judge")(corrections.judge)
app.command("undo")(corrections.undo)
app.command("check")(upkeep.check)
app.command("rebuild")(upkeep.rebuild)
app.command("status")(upkeep.status)
app.command("log")(log.log)
app.command("token")(tokens.token)
app.command("tokens")(tokens.tokens)
app.command("backup")(backup.backup)
app.command("restore")(backup.restore)


def main() -> None:
    """Run the command that the arguments name and end with its exit status."""
    write_utf8()
    try:
        sys.exit(app(prog_name="hoptac", standalone_mode=False) or 0)
    except HoptacError as error:
        complain(str(error))
        sys.exit(1)
    except TyperException as error:
        complain(f"{error.format_message()} Try 'hoptac --help'.")
        sys.exit(2)
    except (KeyboardInterrupt, typer.Abort):
        complain("stopped")
        sys.exit(130)
    except BrokenPipeError:
        # Whoever reads our output has seen enough; nothing more may be written to it, not even at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
