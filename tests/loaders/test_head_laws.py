"""What holds for the head and the events of any text whatever."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.extract import extract
from loaders.symbols import written
from ontology.record import Evidence, Record

PIECES = (
    "UBND TỈNH KON TUM",
    "TỈNH ỦY GIA LAI",
    "VĂN PHÒNG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Số: 12 /KH-UBND",
    "Số:      /BC-UBND",
    "Số 7-TB/TU",
    "V/v hợp tác",
    "Kính gửi:",
    "KẾ HOẠCH",
    "THỎA THUẬN HỢP TÁC",
    "THÔNG BÁO kết luận",
    "Kon Tum, ngày 5 tháng 6 năm 2020",
    "ngày … tháng … năm 2020",
    "Hôm nay, ngày 31/12/2019, tại Pleiku",
    "Ngày 5/6, hai tỉnh họp. Ông Trần Văn Bình chủ trì hội nghị.",
    "UBND tỉnh Kon Tum đã ban hành Công văn số 8/UBND-TH ngày 1/2/2020.",
    "Căn cứ Kế hoạch 4/KH-UBND ngày 2/2/2020 của UBND tỉnh Gia Lai;",
    "Thứ Hai, 02/03/2026 08:55",
    "Hai tỉnh Kon Tum và Gia Lai ký thỏa thuận hợp tác giai đoạn 2020 - 2025",
    "T/M BAN THƯỜNG VỤ",
    "DỰ THẢO",
    "\t",
    "        ",
    "\r\n",
    "\n\n",
    "|",
    "*",
)
GLUE = st.sampled_from(("\n", " ", "\n\n", "          ", "\t", ", "))
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), GLUE), max_size=14).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)
ANY = st.text(st.characters(codec="utf-8"), max_size=200)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def shown(record: Record) -> Iterator[Evidence]:
    for evidence in record.document.evidence.values():
        yield from evidence
    for citation in record.document.cites:
        yield from citation.evidence
    for event in record.events:
        yield from event.evidence


@SLOW
@given(st.one_of(TEXTS, st.tuples(TEXTS, ANY, TEXTS).map("".join)))
def test_every_span_of_head_and_events_holds_the_words_it_quotes(text: str) -> None:
    for evidence in shown(extract(text)):
        assert text[evidence.start : evidence.end] == evidence.quote
        assert evidence.quote.strip()


@SLOW
@given(TEXTS)
def test_what_stands_in_the_head_is_shown(text: str) -> None:
    document = extract(text).document
    for key in ("number", "issued", "issuer", "title", "place_of_issue"):
        assert (getattr(document, key) is not None) == (key in document.evidence), key


@SLOW
@given(TEXTS)
def test_news_has_neither_number_nor_issuer(text: str) -> None:
    document = extract(text).document
    if document.genre == "news":
        assert (document.number, document.issuer, document.reported, document.status) == (None, None, False, ())


@SLOW
@given(TEXTS)
def test_a_number_has_no_spaces_and_is_not_cited_by_its_own_document(text: str) -> None:
    document = extract(text).document
    if document.number:
        assert written(document.number) == document.number
        assert document.number.lower() not in {(citation.number or "").lower() for citation in document.cites}


@given(st.from_regex(r"\A[1-9]\d{0,4}/(?:KH|TB|QĐ|BC)-UBND\Z"), st.sampled_from(("", " ")), st.sampled_from(("", " ")))
def test_the_setting_of_a_number_does_not_change_it(number: str, before: str, around: str) -> None:
    line = number.replace("/", before + "/").replace("-", around + "-" + around)
    text = f"UBND TỈNH KON TUM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: {line}\n\nKẾ HOẠCH\nHợp tác\n"
    assert extract(text).document.number == number
