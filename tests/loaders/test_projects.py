"""Named works are found with all their words and the provinces that they run through or lie in."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import bodies, projects
from loaders.analysis import analyse
from ontology.record import Project


def works(text: str) -> tuple[Project, ...]:
    reading = analyse(text)
    return projects.find(reading, bodies.find(reading))


NAMED = [
    (
        "Hai tỉnh làm đường cao tốc Vinh - Thanh Thủy. Giao Sở Xây dựng lo vốn.",
        ["đường cao tốc Vinh - Thanh Thủy"],
        "a chain ends with its sentence",
    ),
    ("Trình dự án cao tốc TP.HCM - Mộc Bài.", ["cao tốc TP.HCM - Mộc Bài"], "an abbreviated city in the chain"),
    (
        "Trình dự án cao tốc Thành phố Hồ Chí Minh - Mộc Bài.",
        ["cao tốc Thành phố Hồ Chí Minh - Mộc Bài"],
        "a city in full",
    ),
    (
        "Làm cao tốc Sơn La–Điện Biên.",
        ["cao tốc Sơn La - Điện Biên"],
        "a long dash without spaces is written as one with them",
    ),
    (
        "Mở rộng quốc lộ 4C và Quốc lộ 14.",
        ["quốc lộ 4C", "Quốc lộ 14"],
        "a number and its letter; a number that ends a sentence",
    ),
    ("Sửa QL13, ĐT.753.", ["Quốc lộ 13", "Đường tỉnh 753"], "abbreviations are told in full"),
    ("Lấp đầy KCN Sông Hậu trước.", ["Khu công nghiệp Sông Hậu"], "an abbreviated site"),
    (
        "Khu công nghiệp Việt Nam - Singapore II mở rộng.",
        ["Khu công nghiệp Việt Nam - Singapore II"],
        "a dash and a Roman number in a site's name",
    ),
    ("Xây cầu Đại Ngãi 2 và cầu Bình Ca.", ["cầu Đại Ngãi 2", "cầu Bình Ca"], "a second bridge"),
    (
        "Khai thác Cảng hàng không quốc tế Vân Đồn.",
        ["Cảng hàng không quốc tế Vân Đồn"],
        "words between the noun and the name",
    ),
    (
        "Nối cảng Lạch Huyện với nhà máy thủy điện Na Hang.",
        ["cảng Lạch Huyện", "nhà máy thủy điện Na Hang"],
        "a port and a power plant",
    ),
    ("Tuyến đường sắt Yên Viên - Phả Lại dừng lâu.", ["Tuyến đường sắt Yên Viên - Phả Lại"], "a railway"),
    (
        "Đoàn đi tuyến metro số 1 Bến Thành - Suối Tiên.",
        ["tuyến metro số 1 Bến Thành - Suối Tiên"],
        "a number before the chain",
    ),
    ("Khép kín Vành đai 3 năm 2026.", ["Vành đai 3"], "a ring road and a year"),
    ("Đường Hồ Chí Minh đi qua hai tỉnh.", ["Đường Hồ Chí Minh"], "a road with a person's name"),
    ("Khai trương khu du lịch quốc gia Mộc Châu.", ["khu du lịch quốc gia Mộc Châu"], "a resort"),
    ("Làm hậu cần cho cao tốc CT.24.", ["cao tốc CT.24"], "a motorway by its code"),
    ("Học Khu kinh tế mở Chu Lai.", ["Khu kinh tế mở Chu Lai"], "an open economic zone"),
]


@pytest.mark.parametrize(("text", "names", "reason"), NAMED, ids=[row[2] for row in NAMED])
def test_a_work_is_named_with_all_its_words(text: str, names: list[str], reason: str) -> None:
    assert [work.name for work in works(text)] == names, reason


NOT_NAMED = [
    ("Tỉnh yêu cầu Sở Y tế báo cáo.", "`yêu cầu` is a verb"),
    ("Nhu cầu Nhật Bản tăng, kích cầu Đà Lạt, toàn cầu Hóa.", "other words that end in the same syllable"),
    ("Thị xã Sông Cầu Xanh đẹp.", "the last syllable of a name"),
    ("Ban Quản lý các khu công nghiệp tỉnh Bắc Giang họp.", "all the parks of a province, in the name of a body"),
    ("Ban Quản lý Khu kinh tế Vũng Áng họp.", "a park in the name of a body"),
    ("Phát triển khu đô thị, cụm công nghiệp, sân bay.", "works without names"),
    ("Tuyến du lịch nối Thành phố với cao nguyên.", "a city as such"),
    ("Quốc lộ dài 200 km, cao tốc 4 làn xe.", "numbers that are no names"),
    ("CẢNG QUY NHƠN", "capitals throughout tell nothing"),
    ("Họp trực tuyến với điểm cầu Đồng Hới.", "the place of an online meeting"),
]


@pytest.mark.parametrize(("text", "reason"), NOT_NAMED, ids=[row[1] for row in NOT_NAMED])
def test_what_only_looks_like_a_work_is_none(text: str, reason: str) -> None:
    assert [work.name for work in works(text)] == [], reason


PLACES = [
    ("Làm cao tốc Cần Thơ - Cà Mau.", ["Cần Thơ", "Cà Mau"], "the provinces of the chain"),
    ("Quốc lộ 3, đoạn Thái Nguyên - Bắc Kạn, đã cũ.", ["Thái Nguyên", "Bắc Kạn"], "the stretch that is spoken of"),
    ("Mở cảng Quy Nhơn (Bình Định).", ["Bình Định"], "in brackets"),
    ("Mở Khu kinh tế Nhơn Hội tỉnh Bình Định.", ["Bình Định"], "as an apposition"),
    ("Mở cảng Nghi Sơn của Thanh Hóa.", ["Thanh Hóa"], "its owner"),
    (
        "Làm cao tốc Gia Nghĩa (Đắk Nông) - Chơn Thành (Bình Phước).",
        ["Đắk Nông", "Bình Phước"],
        "in brackets within the chain",
    ),
    ("Mở cảng Cái Mép.", [], "none is said"),
]


@pytest.mark.parametrize(("text", "places", "reason"), PLACES, ids=[row[2] for row in PLACES])
def test_a_work_lies_in_the_provinces_that_its_name_says(text: str, places: list[str], reason: str) -> None:
    assert [place.name for place in works(text)[0].localities] == places, reason


def test_one_work_named_twice_is_one_with_both_places_in_the_text() -> None:
    text = "Làm cao tốc Vinh - Thanh Thủy. Đường cao tốc Vinh – Thanh Thủy dài."
    (work,) = works(text)
    assert [evidence.quote for evidence in work.evidence] == [
        "cao tốc Vinh - Thanh Thủy",
        "Đường cao tốc Vinh – Thanh Thủy",
    ]


PIECES = st.sampled_from(
    [
        "cầu",
        "cảng",
        "cao tốc",
        "quốc lộ",
        "QL",
        "Hà Nội",
        "TP.HCM",
        " - ",
        "-",
        "4C",
        "2",
        "(",
        ")",
        "nối",
        "đoạn",
        ".",
        "\n",
        "Khu công nghiệp",
        "phía Đông",
    ]
)


@given(st.lists(PIECES, max_size=30))
def test_every_work_is_what_stands_at_its_spans(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for work in works(text):
        assert all(text[evidence.start : evidence.end] == evidence.quote for evidence in work.evidence)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    works(text)


@pytest.mark.parametrize(
    "piece", ["cầu Hà ", "Hà - ", "cao tốc A nối B ", "A (B) - ", "quốc lộ 3 - ", "TP. "], ids=repr
)
def test_the_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(times: int) -> float:
        reading = analyse("làm cao tốc " + piece * times)
        begun = time.perf_counter()
        projects.find(reading)
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.002)
