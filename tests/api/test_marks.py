"""Whatever overlaps, the marked text is the text, and each passage can be found in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from api.marks import KINDS, Mark, anchor, marks, pieces
from tests.graph import records

TEXT = "Bình Thuận và Lâm Đồng ký thỏa thuận về du lịch"
SPANS = st.builds(
    lambda start, length, kind: Mark(start, start + length, kind),
    st.integers(0, len(TEXT) + 3),
    st.integers(1, len(TEXT)),
    st.sampled_from(KINDS),
)


@given(st.lists(SPANS, max_size=12))
def test_the_pieces_joined_are_the_text(found: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, found)) == TEXT


@given(st.lists(SPANS, max_size=12))
def test_a_character_is_marked_with_exactly_the_kinds_of_the_spans_that_contain_it(found: list[Mark]) -> None:
    for piece in pieces(TEXT, found):
        for place in range(piece.start, piece.end):
            expected = {mark.kind for mark in found if mark.start <= place < mark.end}
            assert set(piece.kinds) == expected


@given(st.lists(SPANS, max_size=12))
def test_each_span_of_the_text_has_its_anchor_once_where_it_begins(found: list[Mark]) -> None:
    anchors = [(piece.start, name) for piece in pieces(TEXT, found) for name in piece.anchors]
    inside = {(m.start, anchor(m.start, min(m.end, len(TEXT)))) for m in found if m.start < len(TEXT)}
    assert sorted(anchors) == sorted(inside)


def test_a_text_without_statements_is_one_piece() -> None:
    (piece,) = pieces(TEXT, [])
    assert (piece.text, piece.kinds) == (TEXT, ())


def test_every_evidence_of_a_record_is_marked() -> None:
    for document in records.documents():
        spans = {(mark.start, mark.end) for mark in marks(document.record)}
        for agreement in document.record.agreements:
            for claim in (*agreement.parties, *agreement.fields):
                assert {(e.start, e.end) for e in claim.evidence} <= spans
        for task in document.record.tasks:
            assert (task.start, task.end) in spans
            for claim in (*task.leads, *task.partners, *task.fields, *task.localities):
                assert {(e.start, e.end) for e in claim.evidence} <= spans
