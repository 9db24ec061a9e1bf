"""The records as JSON Lines: one document on each line, in the order of the ids."""

from __future__ import annotations

import json
from typing import IO

from graph.ledger import Ledger


def write_jsonl(ledger: Ledger, out: IO[bytes]) -> None:
    """``id``, ``filename``, ``media_type``, ``sha256`` and ``record`` of each document."""
    for head in ledger.documents():
        record = ledger.document(head.id).record.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        line = {
            "id": head.id,
            "filename": head.filename,
            "media_type": head.media_type,
            "sha256": head.sha256,
            "record": record,
        }
        out.write(json.dumps(line, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n")
