"""Who is who: the ids of documents and bodies, and the keys of a document's statements.

A document is known by the id given at loading; else, being an act itself and not a report about one, by
its number, issuer and date; else by the hash of its text.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import lru_cache
from hashlib import sha256

from ontology.errors import InvalidRequest
from ontology.names import nfc, slug
from ontology.record import BodyRef, DocumentInfo
from ontology.vocabulary import vocabulary

#: What may be given as a document's id: it becomes part of addresses and file names.
_DOCUMENT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")


def document_id(document: DocumentInfo, text: str, given: str | None = None) -> str:
    """The id of a document with this head and this text.

    :raises InvalidRequest: the given id cannot stand in an address
    """
    if given is not None:
        return checked_document_id(given)
    return made_document_id(document, sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def made_document_id(document: DocumentInfo, text_sha256: str) -> str:
    """The id that the rules make of a head and of the hash of a text."""
    return _act_id(document) or text_sha256[:16]


def checked_document_id(given: str) -> str:
    """The id itself, if it can stand in an address.

    :raises InvalidRequest: it cannot
    """
    if not _DOCUMENT_ID.fullmatch(given):
        raise InvalidRequest(
            f"{given!r} cannot be a document's id",
            "use up to 200 letters without marks, digits, '.', '_' and '-', a letter or digit first",
        )
    return given


def _act_id(document: DocumentInfo) -> str | None:
    """Number, issuer and date of an act, where all three are known and the date has a year."""
    if document.reported or document.number is None or document.issuer is None or document.issued is None:
        return None
    number = slug(document.number)
    if not number or document.issued.startswith("--"):
        return None
    identifier = f"{number}--{body_id(document.issuer)}--{document.issued}"
    return identifier if _DOCUMENT_ID.fullmatch(identifier) else None


def body_id(body: BodyRef) -> str:
    """The id of an organisation: its name and the locality that it belongs to.

    A name of the vocabulary is its slug (``so-y-te--binh-thuan``). Any other name also carries a hash,
    because a slug drops the marks and ``An Phú`` and ``Ân Phú`` are two names; upper and lower case are one.
    """
    name = " ".join(nfc(body.full_name).casefold().split())
    readable = slug(body.full_name)
    if name not in _known_names():
        readable = "-".join(filter(None, (readable, sha256(name.encode()).hexdigest()[:8])))
    return f"{readable}--{body.province.id}" if body.province else readable


@lru_cache(maxsize=1)
def _known_names() -> frozenset[str]:
    return frozenset(nfc(kind.name).casefold() for kind in vocabulary().body_kinds.values())


class Keys:
    """The keys of one document's statements: short hashes of what makes a statement itself, never its place in a list.

    What is said twice in the same way gets ``-2``, ``-3`` … in the order of the record, so that the same
    record has the same keys on every machine.
    """

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def key(self, kind: str, *identity: object) -> str:
        """The next key of this kind; ``identity`` is anything that JSON can write."""
        written = json.dumps([kind, *identity], ensure_ascii=False, separators=(",", ":"))
        key = sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        self._seen[f"{kind}/{key}"] += 1
        repeated = self._seen[f"{kind}/{key}"]
        return key if repeated == 1 else f"{key}-{repeated}"
