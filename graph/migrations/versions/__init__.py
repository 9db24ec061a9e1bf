"""The steps; alembic finds them by their ``revision`` and ``down_revision``."""
