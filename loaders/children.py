"""Run a program as a child that may use only so much time and memory, and give what it says."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Mapping, Sequence


class ChildFailed(Exception):
    """The program ended with an error, or wanted more than it may have; the message says which."""


def run(command: Sequence[str], data: bytes, environment: Mapping[str, str], seconds: float, memory: int) -> bytes:
    """What the program writes for what it is given. ``seconds`` are of the clock, ``memory`` bytes of its addresses.

    :raises ChildFailed: it takes longer, ends with an error, or cannot be started
    """
    try:
        child = subprocess.Popen(  # noqa: S603 - the program is ours or named by us, and what is read are no arguments
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment),
        )
    except OSError as error:
        raise ChildFailed(error.strerror or str(error)) from error
    with child:
        try:
            if hasattr(resource, "prlimit"):  # not on macOS, where the clock is the only limit
                resource.prlimit(child.pid, resource.RLIMIT_AS, (memory, memory))
            said, complained = child.communicate(data, timeout=max(seconds, 0.001))
        except subprocess.TimeoutExpired as error:
            problem = f"it takes longer than {seconds:.3g} seconds"
            raise ChildFailed(problem) from error
        except ProcessLookupError as error:
            problem = "it ended at once"
            raise ChildFailed(problem) from error
        finally:
            child.kill()
    if child.returncode:
        lines = complained.decode(errors="replace").strip().splitlines() or [f"it ended with {child.returncode}"]
        raise ChildFailed(lines[-1][:120])
    return said
