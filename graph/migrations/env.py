"""Runs the steps inside the transaction of whoever opens the ledger (:mod:`graph.opening`)."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
