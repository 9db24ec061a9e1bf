"""Tokens: what a program shows over HTTP to be let in where not everybody is, made and revoked by name."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa

from graph.audit import now
from graph.ledger import Ledger
from graph.tables import token
from ontology.errors import InvalidRequest, NotFound

#: What every token begins with, so that it is recognised where it has got into a file by mistake.
_PREFIX = "hoptac_"
_RANDOM_BYTES = 32
_MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token: who made it and when, until when it lets in, whether somebody has revoked it.

    Times are ISO 8601 in UTC. The token itself is shown once and kept nowhere.
    """

    name: str
    made_by: str
    made: str
    expires: str | None
    revoked_by: str | None
    revoked: str | None

    @property
    def state(self) -> str:
        """valid, expired or revoked."""
        if self.revoked is not None:
            return "revoked"
        return "expired" if self.expires is not None and self.expires <= now() else "valid"


class Tokens:
    """The tokens of one ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def make(self, name: str, days: int | None = None) -> str:
        """A new token under a name; it lets in for so many days, else until it is revoked.

        :raises InvalidRequest: the name is empty or was given before, or the days are none
        """
        if not name.strip():
            raise InvalidRequest("a token needs a name", "name the program that will use it")
        if days is not None and not 0 < days <= _MOST_DAYS:
            raise InvalidRequest(f"a token cannot last {days} days", f"say 1 to {_MOST_DAYS}, or nothing")
        made = _PREFIX + secrets.token_urlsafe(_RANDOM_BYTES)
        expires = None if days is None else datetime.now(UTC) + timedelta(days=days)
        row = {
            "name": name,
            "sha256": _digest(made),
            "made_by": self._ledger.actor,
            "made": now(),
            "expires": expires and expires.isoformat(timespec="seconds"),
        }
        with self._ledger.database.writing() as connection:
            if connection.execute(sa.select(token.c.name).where(token.c.name == name)).first():
                raise InvalidRequest(f"there is or was a token {name!r}", "give this one another name")
            connection.execute(sa.insert(token).values(row))
        return made

    def revoke(self, name: str) -> None:
        """Let a token in no longer; nothing happens where it was revoked before.

        :raises NotFound: no token has this name
        """
        with self._ledger.database.writing() as connection:
            if not connection.execute(sa.select(token.c.name).where(token.c.name == name)).first():
                raise NotFound(f"no token has the name {name!r}", "`hoptac tokens` lists them")
            unrevoked = (token.c.name == name) & token.c.revoked.is_(None)
            revoked = {"revoked_by": self._ledger.actor, "revoked": now()}
            connection.execute(sa.update(token).where(unrevoked).values(revoked))

    def all(self) -> list[Token]:
        """Every token that was ever made, by name."""
        with self._ledger.database.reading() as connection:
            rows = connection.execute(_KNOWN.order_by(token.c.name)).mappings()
            return [Token(**row) for row in rows]

    def holder(self, shown: str) -> Token | None:
        """The token that somebody shows, if it lets in.

        It is found by its hash: how long that takes tells nothing about other tokens.
        """
        with self._ledger.database.reading() as connection:
            row = connection.execute(_KNOWN.where(token.c.sha256 == _digest(shown))).mappings().first()
        found = Token(**row) if row else None
        return found if found and found.state == "valid" else None


_KNOWN = sa.select(*(column for column in token.c if column is not token.c.sha256))


def _digest(shown: str) -> str:
    """Enough for what is random itself: nobody can try them all."""
    return sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()
