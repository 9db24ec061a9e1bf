"""The tables of the ledger, as this version has them; how older ones become these stands in ``migrations/``."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

#: Text that is compared and sorted by code point, in whatever language the database server sorts by default.
_Plain = sa.Text().with_variant(postgresql.TEXT(collation="C"), "postgresql")
#: SQLite gives numbers of its own to columns of this very type only.
_Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")

tables = sa.MetaData()

#: ``id`` of the ledger; ``restored``, a mark where it went on from a backup; ``schema``, which only version 0.1.0
#: reads: it refuses what is not ``1``.
about = sa.Table(
    "about", tables, sa.Column("key", _Plain, primary_key=True), sa.Column("value", sa.Text, nullable=False)
)

document = sa.Table(
    "document",
    tables,
    sa.Column("id", _Plain, primary_key=True),
    sa.Column("id_given", sa.Boolean, nullable=False),
    sa.Column("filename", sa.Text, nullable=False),
    sa.Column("media_type", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    # What came as RDF has neither its original nor its text.
    sa.Column("original", sa.LargeBinary),
    # UTF-8; as bytes, because SQLite's text functions stop at U+0000 and PostgreSQL's text has none.
    sa.Column("text", sa.LargeBinary),
    sa.Column("text_sha256", sa.Text, nullable=False),
    sa.Column("record", sa.Text, nullable=False),
    sa.Column("extractor_version", sa.Text, nullable=False),
    sa.Column("ontology_version", sa.Text, nullable=False),
    sa.Column("sequence", _Number, nullable=False, index=True),
)

#: What happened, in order: the audit. ``who``, ``at`` and ``job`` are unknown for what version 0.1.0 did.
change = sa.Table(
    "change",
    tables,
    sa.Column("sequence", _Number, primary_key=True, autoincrement=True),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("document", _Plain, nullable=False, index=True),
    sa.Column("who", sa.Text),
    sa.Column("at", sa.Text),
    sa.Column("job", _Number),
    sqlite_autoincrement=True,  # a number is never given twice, even after a removal
)

#: What a person says of a claim; it stays when it is undone, so that its id is never given twice.
correction = sa.Table(
    "correction",
    tables,
    sa.Column("id", _Number, primary_key=True, autoincrement=True),
    sa.Column("document", _Plain, nullable=False, index=True),
    sa.Column("verdict", sa.Text, nullable=False),  # confirm, reject or amend
    sa.Column("slot", sa.Text, nullable=False),  # path of the kind of claim
    sa.Column("owner", sa.Text, nullable=False),  # this and the next two: JSON
    sa.Column("before", sa.Text),
    sa.Column("after", sa.Text),
    sa.Column("start", sa.Integer),
    sa.Column("end", sa.Integer),
    sa.Column("quote", sa.Text),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("why", sa.Text, nullable=False),
    sa.Column("source", sa.Text),
    sa.Column("undone_by", sa.Text),
    sa.Column("undone_at", sa.Text),
    sa.Column("undone_why", sa.Text),
    # Of a judgement about two agreements: their ids, the smaller first.
    sa.Column("one", _Plain, index=True),
    sa.Column("other", _Plain, index=True),
    sqlite_autoincrement=True,
)

#: Every agreement of a document that is or ever was; derived from the documents, in the transaction of their change, so
#: that what it may be one with is found without reading them (:mod:`graph.consolidation.index`).
agreement = sa.Table(
    "agreement",
    tables,
    sa.Column("id", _Plain, primary_key=True),
    sa.Column("block", _Plain, nullable=False, index=True),
    sa.Column("facts", sa.Text, nullable=False),  # this and the next one: JSON
    sa.Column("signs", sa.Text, nullable=False),  # all that it ever had
    sa.Column("sequence", _Number, nullable=False, index=True),  # the change that last touched what it may be one with
    sa.Column("gone", sa.Boolean, nullable=False),
)

#: What a command that changes things did: ``state`` is running, done, failed or stopped; ``did`` is JSON.
job = sa.Table(
    "job",
    tables,
    sa.Column("id", _Number, primary_key=True, autoincrement=True),
    sa.Column("command", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("process", sa.Text, nullable=False),
    sa.Column("started", sa.Text, nullable=False),
    sa.Column("ended", sa.Text),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("did", sa.Text, nullable=False),
    sqlite_autoincrement=True,
)

#: What a program shows over HTTP to be let in; the token itself is kept nowhere. Names are given once.
token = sa.Table(
    "token",
    tables,
    sa.Column("name", _Plain, primary_key=True),
    sa.Column("sha256", sa.Text, nullable=False, unique=True),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("expires", sa.Text),
    sa.Column("revoked_by", sa.Text),
    sa.Column("revoked", sa.Text),
)
