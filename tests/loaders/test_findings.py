"""Findings are what a document reports of cooperation: results, limitations and causes, neither praise nor plans."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import findings, indicators
from loaders.analysis import analyse
from loaders.extract import extract
from ontology.record import Agreement, Finding

AGREED = (Agreement(kind="programme", parties=()),)


def found(text: str) -> tuple[Finding, ...]:
    reading = analyse(text)
    return findings.find(reading, (), AGREED, indicators.find(reading, AGREED))


def kinds(text: str) -> list[str]:
    return [finding.kind for finding in found(text)]


SAID = [
    ("Thời gian qua, hai tỉnh đã mở chung ba tuyến du lịch.", ["result"], "something was done by both"),
    ("Hai bên thu hút được nhiều nhà đầu tư lớn.", ["result"], "a verb of getting"),
    (
        "Đến nay doanh nghiệp Bình Dương có 25 dự án tại Đắk Nông.",
        ["result"],
        "a figure that has come about between two localities",
    ),
    ("Chương trình hợp tác đã mang lại nhiều kết quả trong y tế.", ["result"], "results of an agreement"),
    ("Tuy nhiên, việc phối hợp giữa hai sở còn chậm.", ["limitation"], "a contrast and a weak predicate"),
    ("Dù vậy, các hoạt động mới dừng ở khâu khảo sát.", ["limitation"], "another contrast, another predicate"),
    ("Công tác phối hợp chưa thật thường xuyên, liên tục.", ["limitation"], "what is not yet so"),
    ("Hạn chế lớn nhất của chương trình hợp tác là thiếu kinh phí.", ["limitation"], "the noun with its predicate"),
    ("Quá trình hợp tác gặp không ít khó khăn, vướng mắc.", ["limitation"], "difficulties that were met"),
    ("Nguyên nhân là hai bên chưa có cơ chế tài chính chung.", ["cause"], "a cause that is named"),
    (
        "Hai tỉnh đã mở tuyến xe buýt chung. Do mưa lũ, lượng khách giảm.",
        ["result", "limitation", "cause"],
        "a reason for what fell",
    ),
    (
        "Hai tỉnh đã khai trương chợ vùng biên và mở được 2 cửa hàng. Hàng hóa còn ít.",
        ["result", "limitation"],
        "what goes on with a report needs no side",
    ),
    ("II. HẠN CHẾ\nCác cuộc giao ban thưa dần, ít người dự.", ["limitation"], "a heading says what its paragraphs are"),
    (
        "I. KẾT QUẢ\n1. Thương mại\nCác chợ đầu mối nhận hàng của hai tỉnh đều đặn mỗi tuần.",
        ["result"],
        "a heading of lower rank leaves it so",
    ),
    (
        "2. Tồn tại, hạn chế: nhiều việc ký xong rồi để đấy, không ai nhắc.",
        ["limitation"],
        "words before a colon do as well",
    ),
    (
        "Những khó khăn, vướng mắc\nĐường lên các xã hẹp và dốc, xe lớn khó vào.",
        ["limitation"],
        "a heading without a number",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), SAID, ids=[row[2] for row in SAID])
def test_a_finding_is_what_the_text_reports(text: str, expected: list[str], reason: str) -> None:
    assert kinds(text) == expected, reason


NOT_SAID = [
    ("Lãnh đạo hai tỉnh đánh giá cao kết quả hợp tác đã đạt được.", "praise"),
    ("Hội nghị nhằm đánh giá kết quả hợp tác và bàn việc sắp tới của hai bên.", "the purpose of a meeting"),
    ("Hai tỉnh đã ký thỏa thuận hợp tác tại thành phố Vinh.", "the signing is an event"),
    ("Hai bên đã tổ chức hội nghị tại Đà Lạt vào buổi sáng.", "so is the meeting"),
    ("Thời gian tới, hai bên sẽ tháo gỡ khó khăn, vướng mắc cho doanh nghiệp.", "difficulties to be removed"),
    ("Hai tỉnh hỗ trợ học sinh các huyện khó khăn ở vùng cao.", "districts that are poor"),
    ("Hai tỉnh lấy thế mạnh của mình bù cho chỗ còn thiếu của tỉnh bạn.", "what one lacks and the other has"),
    ("Để việc hợp tác không gián đoạn, hai bên lập tổ giúp việc.", "what is to be avoided"),
    ("Nếu có vướng mắc, các sở phối hợp báo cáo hai tỉnh.", "what may come"),
    ("I. MỤC TIÊU\nNăm 2027, hai tỉnh đón được 3 triệu lượt khách, đạt 40% của vùng.", "an aim under its heading"),
    ("Giá vàng hôm nay đã giảm, người mua còn ít so với tuần trước.", "what speaks of no cooperation"),
    ("Bảo hiểm xã hội thành phố chưa trả lời đề nghị của hai tỉnh.", "an answer that is awaited"),
    ("Chưa rõ ranh giới thì hai sở phối hợp xác minh.", "a condition"),
    ("Hai tỉnh đã có 5 năm gắn bó trong thỏa thuận cũ.", "how long it lasts"),
    ("Thỏa thuận được thực hiện cho tới hết năm 2030.", "how long it is in force"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_SAID, ids=[row[1] for row in NOT_SAID])
def test_praise_plans_and_meetings_are_no_findings(text: str, reason: str) -> None:
    assert kinds(text) == [], reason


def test_the_clause_of_a_reason_is_shown_by_itself() -> None:
    causes = [f for f in found("Hai bên đã nối tuyến. Do thiếu vốn, việc hợp tác còn chậm.") if f.kind == "cause"]
    assert [cause.text for cause in causes] == ["Do thiếu vốn"]


def test_nothing_is_found_where_no_agreement_is_known() -> None:
    text = "Tuy nhiên, việc phối hợp giữa hai sở còn chậm."
    assert findings.find(analyse(text), (), (), ()) == ()


def test_what_is_a_task_is_no_finding() -> None:
    text = "Tuy nhiên, việc phối hợp giữa hai sở còn chậm."
    assert kinds(text) == ["limitation"]
    document = (
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nTHÔNG BÁO\n"
        "Kết luận về chương trình hợp tác giữa tỉnh Bình Phước và tỉnh Đồng Nai\n"
        "1. Giao Sở Y tế chủ trì khắc phục việc phối hợp còn chậm với Sở Y tế tỉnh Đồng Nai."
    )
    record = extract(document)
    assert record.tasks
    assert record.findings == ()


def test_a_finding_belongs_to_the_phase_that_is_reviewed() -> None:
    phases = (Agreement(kind="programme", parties=()), Agreement(kind="programme", parties=(), continues=0))
    reading = analyse("Hai tỉnh đã mở chung ba tuyến du lịch.")
    assert [finding.agreement for finding in findings.find(reading, (), phases, ())] == [0]


WORDS = st.sampled_from(
    [
        "hai tỉnh",
        "đã",
        "mở",
        "được",
        "còn",
        "chưa",
        "chậm",
        "do",
        "vì",
        "khó khăn",
        "tuy nhiên",
        "hợp tác",
        ",",
        ".",
        "\n",
        "I. KẾT QUẢ\n",
        ":",
        "12 dự án",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_every_finding_is_what_stands_at_its_span(words: list[str]) -> None:
    text = " ".join(words)
    for finding in found(text):
        assert text[finding.start : finding.end] == finding.text


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    found(text)


@pytest.mark.parametrize(
    "piece", ["còn ", "đã hai tỉnh ", "do ", "khó khăn ", "gặp nhiều ", "trao đổi ", "chưa "], ids=repr
)
def test_the_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(times: int) -> float:
        reading = analyse("hợp tác " + piece * times)
        begun = time.perf_counter()
        findings.find(reading, (), AGREED, ())
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.002)
