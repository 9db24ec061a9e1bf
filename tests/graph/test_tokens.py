"""Tokens: shown once and kept as a hash, valid until they expire or are revoked, by whichever process."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from graph.ledger import Ledger
from graph.tables import token
from graph.tokens import Tokens
from ontology.errors import InvalidRequest, NotFound


@pytest.fixture
def ledger(tmp_path: Path, ledger_uri: str | None) -> Iterator[Ledger]:
    ledger = Ledger(ledger_uri or tmp_path / "ledger.sqlite", "lan")
    yield ledger
    ledger.close()


def test_a_token_lets_in_until_it_is_revoked(ledger: Ledger) -> None:
    tokens = Tokens(ledger)
    made = tokens.make("bảng tin")
    held = tokens.holder(made)
    assert held is not None
    assert (held.name, held.made_by, held.state) == ("bảng tin", "lan", "valid")
    assert tokens.holder(f"{made}x") is None
    Tokens(ledger).revoke("bảng tin")
    assert tokens.holder(made) is None
    (revoked,) = tokens.all()
    tokens.revoke("bảng tin")
    assert tokens.all() == [revoked]
    assert (revoked.state, revoked.revoked_by) == ("revoked", "lan")


def test_a_token_lasts_as_long_as_it_was_made_for(ledger: Ledger) -> None:
    tokens = Tokens(ledger)
    made = tokens.make("tuần này", days=7)
    expires = datetime.fromisoformat(str(tokens.all()[0].expires))
    assert timedelta(days=6) < expires - datetime.now(UTC) <= timedelta(days=7)
    with ledger.database.writing() as connection:
        connection.execute(sa.update(token).values(expires="2020-01-01T00:00:00+00:00"))
    assert (tokens.holder(made), tokens.all()[0].state) == (None, "expired")


def test_what_lets_in_is_kept_nowhere(ledger: Ledger) -> None:
    made = Tokens(ledger).make("a")
    with ledger.database.reading() as connection:
        kept = " ".join(str(value) for row in connection.execute(sa.select(token)) for value in row)
    assert made not in kept


@pytest.mark.parametrize(
    ("name", "days", "message"),
    [
        ("taken", None, "there is or was a token 'taken'"),
        (" ", None, "needs a name"),
        ("b", 0, "cannot last 0 days"),
        ("b", 10**9, "cannot last"),
    ],
)
def test_a_token_that_makes_no_sense_is_refused(ledger: Ledger, name: str, days: int | None, message: str) -> None:
    tokens = Tokens(ledger)
    tokens.make("taken")
    tokens.revoke("taken")
    with pytest.raises(InvalidRequest, match=message):
        tokens.make(name, days)


def test_a_token_that_is_not_there_cannot_be_revoked(ledger: Ledger) -> None:
    with pytest.raises(NotFound, match="no token has the name 'x'"):
        Tokens(ledger).revoke("x")
