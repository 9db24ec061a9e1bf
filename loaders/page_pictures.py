"""Draw one page of a PDF as a picture, in a process of its own: ``python -m loaders.page_pictures PAGE < PDF > PGM``.

A page that is a scan holds whatever picture its maker liked, and drawing it may take any time and memory: a child can
be given an end.
"""

from __future__ import annotations

import math
import os
import sys

from loaders import children

#: What the recognition of letters wants; a page larger than four of A4 is drawn smaller.
DOTS_PER_INCH = 300
_MOST_DOTS = 36_000_000
_MEMORY = 1 << 30
_POINTS_PER_INCH = 72


def picture(document: bytes, page: int, seconds: float) -> bytes:
    """A page (from 0) of a PDF in shades of grey, as a portable graymap.

    :raises ChildFailed: it takes longer or more memory than a page may
    """
    command = [sys.executable, "-P", "-m", __name__, str(page)]
    return children.run(command, document, os.environ, seconds, _MEMORY)


def _draw(number: int) -> None:
    import pypdfium2  # noqa: PLC0415 - who only asks for a picture does not draw it

    page = pypdfium2.PdfDocument(sys.stdin.buffer.read())[number]
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, math.sqrt(_MOST_DOTS / max(width * height, 1)))
    bitmap = page.render(scale=scale, grayscale=True)
    sys.stdout.buffer.write(b"P5 %d %d 255\n" % (bitmap.width, bitmap.height))
    rows = memoryview(bitmap.buffer)
    for row in range(bitmap.height):
        sys.stdout.buffer.write(rows[row * bitmap.stride : row * bitmap.stride + bitmap.width])


if __name__ == "__main__":
    _draw(int(sys.argv[1]))
