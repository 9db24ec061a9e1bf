"""Revision 0002: who changed what and when, corrections, jobs, and documents without their original."""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"

_Plain = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
_Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Change the tables in place; what is in them stays."""
    for column in (sa.Column("who", sa.Text), sa.Column("at", sa.Text), sa.Column("job", _Number)):
        op.add_column("change", column)
    op.add_column("document", sa.Column("text_sha256", sa.Text))
    _hash_texts(op.get_bind())
    with op.batch_alter_table("document") as batch:
        batch.alter_column("text_sha256", existing_type=sa.Text(), nullable=False)
        batch.alter_column("original", existing_type=sa.LargeBinary(), nullable=True)
        batch.alter_column("text", existing_type=sa.LargeBinary(), nullable=True)
    _add_tables()
    op.execute("UPDATE about SET value = '2' WHERE key = 'schema'")


def _hash_texts(connection: sa.Connection) -> None:
    for identifier in list(connection.scalars(sa.text("SELECT id FROM document"))):
        of_it = {"id": identifier}
        text = connection.scalar(sa.text("SELECT text FROM document WHERE id = :id"), of_it)
        digest = {"digest": sha256(text).hexdigest(), **of_it}
        connection.execute(sa.text("UPDATE document SET text_sha256 = :digest WHERE id = :id"), digest)


def _add_tables() -> None:
    op.create_table(
        "correction",
        sa.Column("id", _Number, primary_key=True, autoincrement=True),
        sa.Column("document", _Plain, nullable=False, index=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("verdict", "slot", "owner")),
        *(sa.Column(name, sa.Text) for name in ("before", "after")),
        *(sa.Column(name, sa.Integer) for name in ("start", "end")),
        sa.Column("quote", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("who", "at", "why")),
        *(sa.Column(name, sa.Text) for name in ("source", "undone_by", "undone_at", "undone_why")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "job",
        sa.Column("id", _Number, primary_key=True, autoincrement=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("command", "who", "process", "started")),
        sa.Column("ended", sa.Text),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("state", "did")),
        sqlite_autoincrement=True,
    )
