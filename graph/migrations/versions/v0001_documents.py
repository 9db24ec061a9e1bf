"""Revision 0001: the tables of version 0.1.0, which knew no migrations; no ledger is made by this step."""

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: a ledger is made with today's tables, and one of 0.1.0 is at this revision."""
