"""When an agreement was signed: the ways in which a text says the day, and days that are another's."""

import pytest

from loaders.extract import extract

HEAD = "UBND TỈNH QUẢNG BÌNH\nSố: 120/KH-UBND\nQuảng Bình, ngày 12 tháng 5 năm 2020\n\nKẾ HOẠCH\nPhát triển du lịch\n\n"
PAPER = "Căn cứ Thỏa thuận hợp tác giữa tỉnh Quảng Bình và tỉnh Hà Tĩnh"

CASES: list[tuple[str, str, str | None]] = [
    ("a paper bears the day on which it is signed", f"{HEAD}{PAPER} ngày 20/12/2019;", "2019-12-20"),
    ("the day may be called that of the paper", f"{HEAD}{PAPER}, đề ngày 20/12/2019;", "2019-12-20"),
    ("its number may come first", f"{HEAD}{PAPER} số 05/TT-QB-HT ngày 20 tháng 12 năm 2019;", "2019-12-20"),
    (
        "the sides may come last",
        f"{HEAD}Căn cứ Chương trình phối hợp số 05/CTPH ngày 12/3/2019 giữa UBND tỉnh Quảng Bình và UBND tỉnh Hà Tĩnh;",
        "2019-03-12",
    ),
    (
        "the day after a comma is that of what follows",
        f"{HEAD}Thực hiện Thỏa thuận hợp tác giữa tỉnh Quảng Bình và tỉnh Hà Tĩnh, ngày 6/5/2020, UBND tỉnh giao việc.",
        None,
    ),
    (
        "the day of a meeting about an agreement is not that of the agreement",
        f"{HEAD}Thực hiện kết luận tại Hội nghị sơ kết Chương trình hợp tác giữa tỉnh Quảng Bình và tỉnh Hà Tĩnh ngày "
        "8/5/2020, UBND tỉnh ban hành kế hoạch.",
        None,
    ),
    (
        "nor that of a plan which carries it out",
        f"{HEAD}Căn cứ Kế hoạch thực hiện Thỏa thuận hợp tác giữa tỉnh Quảng Bình và tỉnh Hà Tĩnh ngày 3/4/2020;",
        None,
    ),
    (
        "a month that has just passed is in the year of the news",
        "Thứ Bảy, 17/10/2015 | 08:00\n\nLào Cai và Yên Bái chung một dòng sông\n\nTháng 9 vừa rồi, Lào Cai và Yên Bái "
        "đã ký Chương trình phối hợp cho 5 năm 2016 - 2020.",
        "2015-09",
    ),
    (
        "only the year is said",
        "Thứ Bảy, 27/06/2020 | 08:00\n\nTại hội nghị ngày 26/6, hai tỉnh Lào Cai và Yên Bái nhìn lại Thỏa thuận hợp "
        "tác ký cuối năm 2019.",
        "2019",
    ),
    (
        "what will be signed has no day yet",
        "Thứ Bảy, 17/10/2015 | 08:00\n\nHai tỉnh Lào Cai và Yên Bái thực hiện Chương trình hợp tác giai đoạn 2011 - "
        "2015. Chương trình mới dự kiến ký ngày 20/12/2015.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "signed"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_day_of_signing(text: str, signed: str | None) -> None:
    said = [agreement.signed.value if agreement.signed else None for agreement in extract(text).agreements]
    assert said == [signed]


def test_a_letter_answered_is_not_a_meeting() -> None:
    text = (
        "TỈNH ỦY YÊN BÁI\nSố 300-CV/TU\nYên Bái, ngày 05 tháng 6 năm 2019\n\nPhúc đáp Công văn số 512-CV/TU, ngày "
        "28/5/2019 về việc sơ kết Chương trình hợp tác Yên Bái - Phú Thọ, giai đoạn 2016 - 2020, Ban Thường vụ Tỉnh ủy "
        "nhất trí họp vào ngày 20/6/2019."
    )
    held = extract(text).agreements[0].held
    assert held is not None
    assert held.value == "2019-06-20"


TOLD = [
    ("Hôm qua, tỉnh An Giang và tỉnh Kiên Giang đã ký thỏa thuận hợp tác.", "2013-10-19", "the day before the text's"),
    ("Sáng nay, tỉnh An Giang và tỉnh Kiên Giang đã ký thỏa thuận hợp tác.", "2013-10-20", "the day of the text"),
]


@pytest.mark.parametrize(("sentence", "day", "reason"), TOLD, ids=[reason for _, _, reason in TOLD])
def test_a_day_told_from_that_of_the_text_says_so(sentence: str, day: str, reason: str) -> None:
    (agreement,) = extract(f"Chủ nhật, 20/10/2013\n\n{sentence}").agreements
    assert agreement.signed is not None
    assert agreement.signed.inferred is not None
    assert agreement.signed.value == day, reason
    assert (agreement.signed.inferred.rule, agreement.signed.inferred.source) == ("day-of-the-text", "2013-10-20")


TERMS = [
    ("đã ký thỏa thuận hợp tác ngày 12/3/2018, thời hạn 05 năm.", (2018, 2023), "a term, counted from the signing"),
    ("ký kế hoạch hợp tác hai năm 2019, 2020.", (2019, 2020), "years of a list"),
    ("ký thỏa thuận hợp tác có giá trị từ ngày 1/1/2015 đến ngày 31/12/2019.", (2015, 2019), "from a day to a day"),
    ("ký kế hoạch phối hợp thực hiện từ quý I/2020 đến hết quý IV/2021.", (2020, 2021), "from a quarter to a quarter"),
]


@pytest.mark.parametrize(("words", "years", "reason"), TERMS, ids=[reason for _, _, reason in TERMS])
def test_the_years_of_an_agreement_are_said_in_many_ways(words: str, years: tuple[int, int], reason: str) -> None:
    (agreement,) = extract(f"UBND tỉnh An Giang và UBND tỉnh Kiên Giang {words}").agreements
    assert agreement.period is not None
    assert agreement.period.value == years, reason


def test_a_day_since_which_something_holds_is_not_that_of_a_signing() -> None:
    text = (
        "Từ ngày 1/7/2025, tỉnh Ninh Thuận nhập vào Khánh Hòa, tỉnh Phú Yên nhập vào Đắk Lắk. Hai tỉnh Khánh Hòa"
        " và Đắk Lắk mới vừa ký thỏa thuận hợp tác phát triển du lịch giai đoạn 2026 - 2030."
    )
    (agreement,) = extract(text).agreements
    assert agreement.signed is None


def test_an_invitation_says_in_an_item_when_the_meeting_is() -> None:
    text = (
        "UBND TỈNH HÒA BÌNH\nSố: 88/GM-UBND\nHòa Bình, ngày 06 tháng 4 năm 2021\n\nGIẤY MỜI\nDự Hội nghị sơ kết Chương "
        "trình phối hợp giữa tỉnh Hòa Bình và tỉnh Thanh Hóa\n\n- Thời gian: 8 giờ 00, ngày 16/4/2021."
    )
    (agreement,) = extract(text).agreements
    assert agreement.held is not None
    assert agreement.held.value == "2021-04-16"
