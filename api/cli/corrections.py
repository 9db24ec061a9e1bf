"""``hoptac claims``, ``correct``, ``corrections``, ``undo``: what people say of what documents say."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cli.options import Data, Document
from api.cli.output import say, show_table
from ontology.errors import InvalidRequest

Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="Why.")]
Who = Annotated[str | None, typer.Option("--who", metavar="NAME", help="Who says so (else the user of this machine).")]


def claims(document: Document, data: Data = None) -> None:
    """List the claims of a document, each with its id, its value, its words, and who has spoken of it."""
    from api.opening import open_workspace
    from api.settings import settings
    from ontology.amending import spoken

    with open_workspace(settings(data_dir=data)) as workspace:
        rows = [
            (
                claim.id,
                claim.place.slot.path,
                spoken(claim.place.model),
                next((span.quote for span in claim.place.words), ""),
                ", ".join(f"{said.verdict} by {said.who}" for said in claim.corrections),
            )
            for claim in workspace.claims(document)
        ]
    show_table(("id", "claim", "value", "words", "whose"), rows)


def correct(  # noqa: PLR0917 - typer calls it by name
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, as `hoptac claims` shows it.")],
    why: Why,
    confirm: Annotated[bool, typer.Option("--confirm", help="It stands.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="It does not stand.")] = False,
    amend: Annotated[
        str | None, typer.Option("--amend", metavar="VALUE", help="What stands at these words: docs/corrections.md.")
    ] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="TEXT", help="What you rely on.")] = None,
    who: Who = None,
    data: Data = None,
) -> None:
    """Confirm, reject or amend a claim; what you say wins over extraction until it is undone."""
    from api.opening import open_workspace
    from api.settings import settings
    from graph.judging import Judgement
    from ontology.amending import amended

    if [confirm, reject, amend is not None].count(True) != 1:
        raise InvalidRequest("say one thing of the claim", "--confirm, --reject or --amend VALUE")
    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("correct") as did:
        value = None if amend is None else amended(workspace.claim(claim).place, amend)
        judgement = Judgement("confirm" if confirm else "reject" if reject else "amend", why, source, who, value)
        entered = workspace.correct(claim, judgement)
        did.update(document=entered.document, correction=entered.said.id)
    say(f"correction {entered.said.id}: {entered.said.verdict} {entered.said.slot} of {entered.document}")


def judge(  # noqa: PLR0917 - typer calls it by name
    verdict: Annotated[str, typer.Argument(metavar="same|different", help="Whether the two are one agreement.")],
    one: Annotated[str, typer.Argument(metavar="AGREEMENT", help="The id of an agreement as a document states it.")],
    other: Annotated[str, typer.Argument(metavar="AGREEMENT", help="The id of another one, of another document.")],
    why: Why,
    who: Who = None,
    data: Data = None,
) -> None:
    """Say that agreements of two documents are one, or are not; it wins over the rule until it is undone."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("judge") as did:
        entered = workspace.judge(verdict, (one, other), why, who)
        did.update(document=entered.document, correction=entered.said.id)
    say(f"judgement {entered.said.id}: {entered.said.one} and {entered.said.other} are {verdict}")


def corrections(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="The id of a document, else of all.")
    ] = None,
    data: Data = None,
) -> None:
    """List corrections: number, state (holds, stale, undone, waits for its document), and who said what, when, why."""
    from api.opening import open_workspace
    from api.settings import settings
    from ontology.amending import spoken_fragment

    with open_workspace(settings(data_dir=data)) as workspace:
        rows = [
            (
                str(entered.said.id),
                state,
                entered.document,
                f"{entered.said.verdict} {entered.said.slot}",
                entered.said.one or spoken_fragment(entered.said.before),
                entered.said.other or ("" if entered.said.after is None else spoken_fragment(entered.said.after)),
                entered.said.who,
                entered.said.at,
                entered.said.why,
            )
            for entered, state in workspace.corrections(document)
        ]
    show_table(("number", "state", "document", "verdict", "claim", "stands", "who", "when", "why"), rows)


def undo(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `hoptac corrections` shows it.")],
    why: Why,
    who: Who = None,
    data: Data = None,
) -> None:
    """Take a correction back: everything is as if it had not been made."""
    from api.opening import open_workspace
    from api.settings import settings

    with open_workspace(settings(data_dir=data)) as workspace, workspace.job("undo") as did:
        entered = workspace.undo(number, why, who)
        did.update(document=entered.document, correction=number)
    say(f"undid correction {number}: {entered.said.verdict} {entered.said.slot} of {entered.document}")
