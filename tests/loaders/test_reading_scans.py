"""Pictures of text are recognised, each word with how sure it is; what rests on unsure words says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.files import note_of, understood
from loaders.extract import extract
from loaders.reading import read
from loaders.recognised import Recognised, marked, placed
from loaders.recognition import Word, missing_program
from loaders.source import Limits
from ontology.codes import LEAST_SURE
from ontology.errors import ReadingError
from tests.loaders.reading_files import picture, scanned_pdf

LINES = (
    "Ngày 05 tháng 6 năm 2014, tỉnh Bình Thuận và",
    "tỉnh Lâm Đồng ký thỏa thuận hợp tác về du lịch.",
    "",
    "Giao Sở Y tế chủ trì, phối hợp với Sở Công Thương.",
)
TEXT = "\n".join(LINES)
recognising = pytest.mark.skipif(missing_program() is not None, reason=f"needs tesseract: {missing_program()}")


@recognising
def test_a_picture_is_read_line_by_line_and_paragraph_by_paragraph() -> None:
    source = read(picture(*LINES), "a.png")
    assert (source.text, source.media_type, source.encoding) == (TEXT, "image/png", None)
    assert source.recognised
    assert [source.text[start:end] for start, end, _ in source.recognised.words] == TEXT.split()
    assert source.recognised.confidence() > 0.9
    assert read(picture(*LINES), "a.png") == source


@recognising
def test_every_page_of_a_picture_is_read() -> None:
    assert read(picture(*LINES[:2], kind="TIFF"), "a.tif").text == "\n".join((*LINES[:2], "", *LINES[:2]))


@recognising
def test_the_scanned_pages_of_a_pdf_are_recognised_and_the_others_read() -> None:
    file = scanned_pdf("Trang dau cua van ban hop tac", picture(*LINES[:2], kind="JPEG"), stamp="Ky boi: UBND")
    source = read(file, "a.pdf")
    assert source.text.startswith("Trang dau cua van ban hop tac\n\n")
    assert "năm 2014, tỉnh Bình Thuận" in source.text
    assert source.recognised
    assert all(source.text[start:end].split() == [source.text[start:end]] for start, end, _ in source.recognised.words)
    assert "Trang" not in {source.text[start:end] for start, end, _ in source.recognised.words}


@recognising
def test_a_statement_has_the_confidence_of_its_least_sure_word() -> None:
    source, record = understood(picture(*LINES, blurred="Công"), 10**7, "a.png")
    (agreement,), (task,) = record.agreements, record.tasks
    assert all(party.confidence and party.confidence > LEAST_SURE for party in agreement.parties)
    (unsure,) = record.document.unsure
    assert task.start <= unsure.start < unsure.end <= task.end
    assert task.confidence
    assert task.confidence < LEAST_SURE
    assert source.recognised
    assert record.document.confidence == pytest.approx(source.recognised.confidence(), abs=0.01)


NO_TEXT = [
    (b"\xff\xd8\xff" + bytes(500), "a.jpg", "cannot be recognised", "a picture that is none"),
    (picture(), "a.png", "no text can be recognised", "an empty page"),
    (scanned_pdf(picture(), picture()), "a.pdf", "no text can be recognised", "empty pages of a PDF"),
]


@recognising
@pytest.mark.parametrize(("data", "name", "problem", "reason"), NO_TEXT, ids=[row[3] for row in NO_TEXT])
def test_a_picture_without_text_is_refused(data: bytes, name: str, problem: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=problem) as refused:
        read(data, name)
    assert refused.value.hint, reason


@recognising
def test_recognition_that_takes_too_long_is_refused() -> None:
    for seconds, file, name in [(0.01, picture(*LINES), "a.png"), (0, scanned_pdf(picture(*LINES)), "a.pdf")]:
        with pytest.raises(ReadingError, match="takes longer than"):
            read(file, name, Limits(max_recognition_seconds=seconds))


@pytest.fixture(params=["no program", "no Vietnamese"])
def without_recognition(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A machine on which tesseract, or its model of Vietnamese, is not installed; what is missing, in words."""
    if request.param == "no program":
        monkeypatch.setenv("PATH", str(tmp_path))
    elif missing_program() is None:
        monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    missing_program.cache_clear()
    yield "is not installed" if request.param == "no program" else "tesseract"
    missing_program.cache_clear()


def test_a_scan_is_refused_where_recognition_is_not_installed(without_recognition: str) -> None:
    for file, name in [(picture(), "a.png"), (scanned_pdf(picture(), picture(), "chu"), "a.pdf")]:
        with pytest.raises(ReadingError, match=f"is a scan.*{without_recognition}") as refused:
            read(file, name)
        assert "tesseract-ocr-vie" in (refused.value.hint or "")


def test_where_it_is_not_installed_single_scans_are_named_as_not_read(without_recognition: str) -> None:
    source = read(scanned_pdf("Trang dau cua van ban", "Trang hai cua van ban", picture()), "a.pdf")
    assert source.text == "Trang dau cua van ban\n\nTrang hai cua van ban"
    assert "page 3" in (note_of(source) or "")


_WORDS = st.builds(Word, st.text("aếĐ9.", min_size=1, max_size=6), st.floats(0, 1))
_PAGES = st.lists(st.text("aệ \n", max_size=9) | st.lists(st.lists(_WORDS, max_size=4), max_size=4), max_size=4)


@given(_PAGES)
def test_every_recognised_word_has_its_place(pages: list[str | list[list[Word]]]) -> None:
    text, recognised = placed(pages)
    words = [word for page in pages if not isinstance(page, str) for line in page for word in line]
    assert [(text[a:b], sure) for a, b, sure in (recognised.words if recognised else ())] == words


def test_what_rests_on_an_unsure_word_is_marked_and_nothing_else() -> None:
    places = [(found, found + len(word)) for word in TEXT.split() for found in [TEXT.index(word)]]
    unsure = TEXT.index("Lâm")
    recognised = Recognised(tuple(sorted((start, end, 0.5 if start == unsure else 0.95) for start, end in set(places))))
    record = marked(extract(TEXT), recognised, TEXT)
    assert [span.quote for span in record.document.unsure] == ["Lâm"]
    (agreement,) = record.agreements
    assert {party.id: party.confidence for party in agreement.parties} == {"binh-thuan": 0.95, "lam-dong": 0.5}
    assert {task.confidence for task in record.tasks} == {0.95}
    assert extract(TEXT).document.confidence is None
