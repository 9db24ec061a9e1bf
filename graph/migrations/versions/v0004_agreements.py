"""Revision 0004: the index of agreements, and judgements about two of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"

_Plain = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add an empty index, which is filled when the ledger is opened, and two columns to corrections."""
    for name in ("one", "other"):
        op.add_column("correction", sa.Column(name, _Plain))
        op.create_index(f"ix_correction_{name}", "correction", [name])
    op.create_table(
        "agreement",
        sa.Column("id", _Plain, primary_key=True),
        sa.Column("block", _Plain, nullable=False, index=True),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("signs", sa.Text, nullable=False),
        sa.Column("sequence", _Number, nullable=False, index=True),
        sa.Column("gone", sa.Boolean, nullable=False),
    )
