"""The ledger: one change, one transaction, one number; nothing lost and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.audit import os_user
from graph.documents import Entry, Original
from graph.ledger import Ledger
from graph.tables import change
from ontology.errors import NotFound
from ontology.record import DocumentInfo, Record

RECORD = Record(document=DocumentInfo(genre="news", title="Hợp tác"))


@pytest.fixture
def ledger(tmp_path: Path, ledger_uri: str | None) -> Iterator[Ledger]:
    ledger = Ledger(ledger_uri or tmp_path / "ledger.sqlite")
    yield ledger
    ledger.close()


def entry(document_id: str = "a", content: bytes = b"1", *, given_id: bool = True, version: str = "1") -> Entry:
    source = Original.of("a.txt", "text/plain", content)
    return Entry(document_id, given_id, source, f"văn bản\r\n{content!r}\0", RECORD, version, "o1")


def test_a_document_comes_out_as_it_went_in(ledger: Ledger) -> None:
    ledger.put(entry())
    stored = ledger.document("a")
    assert (stored.original, stored.text, stored.record) == (b"1", "văn bản\r\nb'1'\0", RECORD)
    assert stored.source == entry().source


def test_a_document_whose_original_and_text_are_not_held_keeps_their_hashes(ledger: Ledger) -> None:
    held = entry()
    source = replace(held.source, content=None)
    ledger.put(replace(held, source=source, text=None))
    stored = ledger.document("a")
    assert (stored.original, stored.text) == (None, None)
    assert (stored.sha256, stored.text_sha256) == (held.source.sha256, held.text_sha256)
    with pytest.raises(ValueError, match="needs the hash"):
        replace(held, text=None, text_sha256="")


def test_every_change_says_who_made_it_and_when(ledger: Ledger) -> None:
    ledger.put(entry())
    ledger.actor = "lan"
    ledger.remove("a")
    with ledger.database.reading() as connection:
        said = connection.execute(sa.select(change).order_by(change.c.sequence)).all()
    assert [(row.action, row.document, row.who) for row in said] == [("put", "a", os_user()), ("remove", "a", "lan")]
    assert all(datetime.fromisoformat(row.at).utcoffset() == timedelta(0) for row in said)


def test_the_same_bytes_under_the_same_versions_write_nothing(ledger: Ledger) -> None:
    first, again = ledger.put(entry()), ledger.put(entry())
    assert (first.status, again.status) == ("loaded", "unchanged")
    assert again.sequence == first.sequence == ledger.sequence == 1


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (entry(content=b"2"), "a new version of the document"),
        (entry(version="2"), "a new extractor may have read it otherwise"),
    ],
)
def test_what_may_say_something_else_replaces_what_was_there(ledger: Ledger, changed: Entry, why: str) -> None:
    ledger.put(entry())
    outcome = ledger.put(changed)
    assert (outcome.status, outcome.replaced, ledger.sequence) == ("replaced", ("a",), 2), why
    assert [document.id for document in ledger.documents()] == ["a"]


def test_bytes_that_the_rules_now_know_by_another_id_move_to_it(ledger: Ledger) -> None:
    ledger.put(entry("hash", given_id=False))
    outcome = ledger.put(entry("number--issuer--date", given_id=False, version="2"))
    assert (outcome.status, outcome.replaced) == ("replaced", ("hash",))
    assert [document.id for document in ledger.documents()] == ["number--issuer--date"]
    assert [document_id for _, document_id in ledger.pending(0)] == ["hash", "number--issuer--date"]


def test_an_id_that_a_person_gave_stays(ledger: Ledger) -> None:
    ledger.put(entry("mine"))
    ledger.put(entry("number", given_id=False))
    assert [document.id for document in ledger.documents()] == ["mine", "number"]


def test_what_is_removed_is_gone_and_its_number_is_never_given_again(ledger: Ledger) -> None:
    ledger.put(entry())
    assert ledger.remove("a") == 2
    with pytest.raises(NotFound, match="the document 'a' was removed"):
        ledger.document("a")
    with pytest.raises(NotFound):
        ledger.remove("a")
    assert ledger.put(entry()).sequence == 3


def test_pending_names_each_changed_document_once_in_the_order_of_its_last_change(ledger: Ledger) -> None:
    for entered in (entry("a"), entry("b"), entry("a", b"2")):
        ledger.put(entered)
    assert ledger.pending(0) == [(2, "b"), (3, "a")]
    assert ledger.pending(2) == [(3, "a")]
    assert ledger.pending(3) == []


def test_bytes_that_are_there_are_known_without_reading_them_again(ledger: Ledger) -> None:
    ledger.put(entry())
    assert [document.id for document in ledger.known(entry().source.sha256, "1", "o1")] == ["a"]
    assert ledger.known(entry().source.sha256, "2", "o1") == []


def test_a_ledger_keeps_its_id_and_its_documents_when_it_is_opened_again(
    ledger: Ledger, tmp_path: Path, ledger_uri: str | None
) -> None:
    ledger.put(entry())
    again = Ledger(ledger_uri or tmp_path / "ledger.sqlite")
    assert (again.id, again.sequence) == (ledger.id, 1)
    again.close()


def test_documents_come_in_the_order_of_code_points_whatever_language_the_database_sorts_by(ledger: Ledger) -> None:
    for document_id in ("z", "ă", "B", "đ", "a", "b", "A-1", "A1"):
        ledger.put(entry(document_id))
    assert [document.id for document in ledger.documents()] == ["A-1", "A1", "B", "a", "b", "z", "ă", "đ"]


def test_whoever_follows_the_changes_never_misses_one_that_is_made_meanwhile(ledger: Ledger) -> None:
    """Numbers become visible in their order: nobody sees 6 and later finds that there is a 5."""
    seen: list[int] = []
    ended = Event()

    def follow() -> None:
        last_look = False
        while not last_look:
            last_look = ended.is_set()
            seen.extend(sequence for sequence, _ in ledger.pending(seen[-1] if seen else 0))

    with ThreadPoolExecutor(5) as pool:
        following = pool.submit(follow)
        made = [pool.submit(ledger.put, entry(f"{number}")) for number in range(40)]
        numbers = [each.result(timeout=60).sequence for each in made]
        ended.set()
        following.result(timeout=60)
    assert seen == sorted(numbers) == list(range(1, 41))


STEPS = st.lists(
    st.tuples(st.sampled_from(["put", "remove"]), st.sampled_from("abc"), st.sampled_from([b"1", b"2"])), max_size=20
)


@settings(max_examples=25, deadline=None)
@given(steps=STEPS)
def test_replaying_the_changes_gives_exactly_the_documents_that_are_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, bytes]]
) -> None:
    ledger = Ledger(tmp_path_factory.mktemp("ledger") / "ledger.sqlite")
    expected: dict[str, bytes] = {}
    for action, document_id, content in steps:
        if action == "put":
            ledger.put(entry(document_id, content))
            expected[document_id] = content
        elif document_id in expected:
            ledger.remove(document_id)
            del expected[document_id]
    replayed = {document_id: ledger.find(document_id) for _, document_id in ledger.pending(0)}
    ledger.close()
    assert {key: stored.original for key, stored in replayed.items() if stored} == expected
