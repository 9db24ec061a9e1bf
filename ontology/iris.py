"""The addresses of things: from ids to IRIs under a base, and back."""

from __future__ import annotations

#: The base that the Turtle files are written with; a configured one takes its place when they are read.
DEFAULT_BASE = "https://hoptac.example/"
