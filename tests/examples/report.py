"""Print how the extraction reads the examples: ``python -m tests.examples.report`` from the project's folder."""

from __future__ import annotations

import sys

from tests.examples.comparison import lines
from tests.examples.test_extraction import FILES, comparison


def main() -> None:
    compared = {path.name: comparison(path) for path in FILES}
    for line in lines(compared):
        sys.stdout.write(f"{line}\n")
    wrong = sum(len(one.differences) for one in compared.values())
    total = sum(one.compared for one in compared.values())
    sys.stdout.write(f"{total - wrong} of {total} statements are as a reader gets them ({1 - wrong / total:.1%})\n")


if __name__ == "__main__":
    main()
