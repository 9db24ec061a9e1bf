"""Who does something, and when: the user of the operating system, and the time in UTC."""

from __future__ import annotations

import getpass
import os
from datetime import UTC, datetime


def now() -> str:
    """The time as in ISO 8601, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def os_user() -> str:
    """The name of the user who runs this process; its number where it has none, as in many containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return f"uid {os.getuid()}"
