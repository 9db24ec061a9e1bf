"""The lines above number and title that name who issues a document: the left column of an official head."""

from __future__ import annotations

from loaders.head import Form
from loaders.patterns import Pattern
from loaders.view import View

#: What stands in the other column, and what belongs to no name.
_OTHER = Pattern(
    r"cộng h[òoõ]a xã\s?hội chủ nghĩa việt nam|đảng cộng sản việt nam|độc lập ?- ?tự do ?- ?hạnh phúc"
    r"|\(?\s?dự thảo(?: lần \S++)?\s?\)?|(?:tuyệt mật|tối mật|mật|hỏa tốc|khẩn|thượng khẩn)(?=\s*+(?:$|[\n\t|]))"
)
_CELL = Pattern(r"[^\n\t|]++")


def lines(view: View, form: Form) -> tuple[tuple[int, int], ...]:
    """Where in ``norm`` the lines stand, in their order; only those in capitals, where there are any."""
    head = _OTHER.sub(lambda match: "\n" * len(match.group()), view.norm[: form.begins])
    found = [span for match in _CELL.finditer(head) if (span := _trimmed(head, *match.span()))]
    capitals = [span for span in found if view.cased[slice(*span)].isupper()]
    return tuple(capitals or found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    left = next((i for i, letter in enumerate(words) if letter.isalpha()), len(words))
    right = next((i for i in range(len(words), 0, -1) if words[i - 1].isalnum()), 0)
    return (start + left, start + right) if left < right else None
