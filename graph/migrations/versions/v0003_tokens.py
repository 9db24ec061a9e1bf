"""Revision 0003: tokens, by which programs are let in over HTTP."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"

_Plain = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the table; nothing else changes."""
    op.create_table(
        "token",
        sa.Column("name", _Plain, primary_key=True),
        sa.Column("sha256", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("made_by", "made")),
        *(sa.Column(name, sa.Text) for name in ("expires", "revoked_by", "revoked")),
    )
