"""Opening a ledger: its tables are made where there are none, and brought to today's revision where they are older."""

from __future__ import annotations

import secrets
from importlib.resources import files

import sqlalchemy as sa

from graph.database import Database
from graph.tables import about, tables
from ontology.errors import StoreError

#: The last step of ``graph/migrations/versions``: what :mod:`graph.tables` describes.
HEAD = "0004"
_version = sa.Table("alembic_version", sa.MetaData(), sa.Column("version_num", sa.String(32), primary_key=True))


def open_tables(database: Database) -> str:
    """Bring the tables of a ledger to today's revision; the id of the ledger.

    Where it went on from a backup, a dot and a mark of that follow its id.

    :raises StoreError: a newer version wrote it, or it holds tables of somebody else
    """
    with database.reading() as connection:
        revision = _revision(connection, database)
    if revision != HEAD:
        with database.writing() as connection:
            _bring_up(connection, database)
    with database.reading() as connection:
        said = {row.key: row.value for row in connection.execute(sa.select(about))}
    return ".".join(said[key] for key in ("id", "restored") if key in said)


def make_tables(connection: sa.Connection) -> None:
    """Make the tables of a new ledger, of today's revision."""
    tables.create_all(connection)
    _version.create(connection)
    connection.execute(sa.insert(_version).values(version_num=HEAD))
    said = {"schema": "2", "id": secrets.token_hex(8)}
    connection.execute(sa.insert(about), [{"key": key, "value": value} for key, value in said.items()])


def _bring_up(connection: sa.Connection, database: Database) -> None:
    revision = _revision(connection, database)  # again: another command may have been faster
    if revision is None:
        make_tables(connection)
    elif revision != HEAD:
        _migrate(connection, database, revision)


def _revision(connection: sa.Connection, database: Database) -> str | None:
    """The revision of the tables; None where there are none."""
    names = set(sa.inspect(connection).get_table_names())
    if _version.name in names:
        return str(connection.execute(sa.select(_version.c.version_num)).scalar_one())
    if about.name in names:  # version 0.1.0 knew no revisions
        return "0001"
    if names:
        raise StoreError(f"{database.shown} holds tables that hoptac did not make", "name another one, or an empty one")
    return None


def _migrate(connection: sa.Connection, database: Database, revision: str) -> None:
    """Run the steps that are missing, in the transaction of the connection."""
    # Only here: alembic takes longer to import than most commands take to run.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("graph") / "migrations"))
    config.attributes["connection"] = connection
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    if revision not in known:
        raise StoreError(
            f"{database.shown} was written by a newer version of hoptac "
            f"(its tables have revision {revision}, this one knows {HEAD})",
            "install that version, or name another data folder with --data",
        )
    if not sa.inspect(connection).has_table(_version.name):
        command.stamp(config, revision)
    command.upgrade(config, HEAD)
