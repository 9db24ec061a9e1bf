"""The date that a document bears, and the year that its days are in: one text for each way of dating."""

from __future__ import annotations

import pytest

from loaders.analysis import analyse
from loaders.extract import extract

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

FORMS: list[tuple[str, str, str | None]] = [
    ("place and date on a line", "Lào Cai, ngày 09 tháng 4 năm 2021", "2021-04-09"),
    ("in figures", "Lào Cai, ngày 27/02/2024", "2024-02-27"),
    ("set wide", "Lào Cai, ngày  17  tháng  02  năm 2023", "2023-02-17"),
    ("set wider than a column", "Lào Cai, ngày     17     tháng     02     năm 2023", "2023-02-17"),
    ("behind the number in one line", "Số: 5/KH-UBND Lào Cai, ngày 3 tháng 5 năm 2020", "2020-05-03"),
    ("beside the number in the other column", "Số: 5/KH-UBND           Lào Cai, ngày 3 tháng 5 năm 2020", "2020-05-03"),
    ("a place of two words with an abbreviation", "TP. Hồ Chí Minh, ngày 3 tháng 5 năm 2020", "2020-05-03"),
    ("the day was never filled in", "Lào Cai, ngày      tháng 5 năm 2020", "2020-05"),
    ("neither were day and month", "Lào Cai, ngày … tháng … năm 2020", "2020"),
    ("dots for day and month", "Lào Cai, ngày ..... tháng ..... năm 2020", "2020"),
    ("the date alone on its line", "Ngày 3 tháng 5 năm 2020", "2020-05-03"),
    ("no date at all", "", None),
]


@pytest.mark.parametrize(("reason", "line", "issued"), FORMS, ids=[row[0] for row in FORMS])
def test_an_official_form_bears_its_date_in_the_head(reason: str, line: str, issued: str | None) -> None:
    text = (
        f"UBND TỈNH LÀO CAI\n{MOTTO}{line}\n\nKẾ HOẠCH\nHợp tác với tỉnh Yên Bái\n\n"
        "Thực hiện Biên bản ký ngày 01/01/2019, UBND tỉnh ban hành Kế hoạch như sau:\n"
    )
    assert extract(text).document.issued == issued, reason


SIGNED: list[tuple[str, str, str | None]] = [
    ("the preamble says the day", "Hôm nay, ngày 12 tháng 8 năm 2016, tại thành phố Huế, hai bên gồm:", "2016-08-12"),
    (
        "with place and hour before it",
        "Hôm nay, tại thành phố Huế, vào hồi 8 giờ 30 ngày 12/8/2016, chúng tôi gồm:",
        "2016-08-12",
    ),
    ("without today", "Ngày 12 tháng 8 năm 2016, tại thành phố Huế, lãnh đạo hai tỉnh đã gặp nhau.", "2016-08-12"),
    (
        "of two days the last",
        "Trong hai ngày 11 và 12 tháng 8 năm 2016, tại Huế, lãnh đạo hai tỉnh đã gặp nhau.",
        "2016-08-12",
    ),
    (
        "only the last sentence says it",
        "Hai bên thống nhất.\n\nBiên bản này được lập thành 04 bản, ký ngày 12/8/2016.",
        "2016-08-12",
    ),
    ("a line says where it was made", "(Làm tại thành phố Huế ngày 12-8-2016)\n\nHai bên thống nhất.", "2016-08-12"),
    ("a line of the signatures without the word for day", "Hai bên thống nhất.\n\nHuế, 12-8-2016", "2016-08-12"),
    ("only the line of the signatures says it", "Hai bên thống nhất.\n\nHuế, ngày 12 tháng 8 năm 2016", "2016-08-12"),
    ("the day of an earlier paper is not it", "Căn cứ Bản ghi nhớ ký ngày 12/8/2011, hai bên thống nhất.", None),
]


@pytest.mark.parametrize(("reason", "body", "issued"), SIGNED, ids=[row[0] for row in SIGNED])
def test_what_parties_sign_bears_the_day_of_signing(reason: str, body: str, issued: str | None) -> None:
    text = f"{MOTTO}\nBIÊN BẢN GHI NHỚ\ngiữa tỉnh Quảng Trị và tỉnh Quảng Bình\n\n{body}\n"
    assert extract(text).document.issued == issued, reason


PAGES: list[tuple[str, str, str | None]] = [
    ("weekday, date and hour", "Thứ Bảy, 4/7/2020 12:15", "2020-07-04"),
    ("the hour first", "09:12 | 04/07/2020", "2020-07-04"),
    ("an author before it", "Minh Châu 04/07/2020 06:36", "2020-07-04"),
    ("with the time zone", "Thứ bảy, 4/7/2020 | 10:26 GMT+7", "2020-07-04"),
    ("behind the name of its section", "Chính trị - Thứ Bảy, 04/07/2020 08:00", "2020-07-04"),
    ("the buttons of the page beside it", "04/07/2020 10:05 AM Xem cỡ chữ", "2020-07-04"),
    ("the place of the story before it", "Pleiku, 4/7/2020", "2020-07-04"),
    ("behind a bar", "Đăng ký nhận tin | Thứ Bảy, 4-7-2020, 07:55 (GMT+7)", "2020-07-04"),
    ("said to be of publication", "Ngày đăng: 04/07/2020, lượt xem: 120", "2020-07-04"),
    ("said to be of sending", "Lượt xem: 7370 | Gửi lúc: 04/07/2020 15:42:27", "2020-07-04"),
    ("the month in words", "4 Tháng Bảy, 2020", "2020-07-04"),
    ("the month as a figure", "4 tháng 7, 2020", "2020-07-04"),
    ("in dots", "04.07.2020", "2020-07-04"),
    ("in the order of ISO", "2020-07-04 08:30", "2020-07-04"),
    ("published and changed: the earlier", "Đăng ngày 04/07/2020, cập nhật 06/07/2020", "2020-07-04"),
    ("a caption tells of its picture", "Ảnh chụp ngày 04/07/2020", None),
    ("a day from which something holds", "Từ 04/07/2020", None),
    ("an anniversary is a span", "(04/07/1960 - 04/07/2020)", None),
    ("a short sentence tells of something else", "Hai bên ký ngày 04/07/2020", None),
    ("no line", "", None),
]


@pytest.mark.parametrize(("reason", "line", "issued"), PAGES, ids=[row[0] for row in PAGES])
def test_a_page_bears_its_date_in_a_line_of_its_own(reason: str, line: str, issued: str | None) -> None:
    text = f"Hai tỉnh Gia Lai và Kon Tum bắt tay làm du lịch\n\n{line}\n\nSáng 3/7, hai tỉnh ký thỏa thuận hợp tác.\n"
    assert extract(text).document.issued == issued, reason


def test_the_clock_above_the_menus_is_not_the_date_of_the_story() -> None:
    text = (
        "Thứ Hai, 02/03/2026 08:55\nTrang chủ | Thời sự | Kinh tế\n\nHai tỉnh bắt tay nhau cùng làm du lịch\n\n"
        "Ngày 3/7/2021, hai tỉnh ký thỏa thuận hợp tác. Sáng 5/7, lãnh đạo hai tỉnh họp báo.\n"
    )
    reading = analyse(text)
    assert reading.dateline.issued is None
    assert reading.year == 2021, "the clock says nothing of the year either"


def test_of_clock_and_publication_the_earlier_is_the_date() -> None:
    text = (
        "Thứ Hai, 02/03/2026 08:55\nTrang chủ | Thời sự\n\nHai tỉnh Gia Lai và Kon Tum bắt tay làm du lịch\n\n"
        "05/07/2021 - 19:40\n\nSáng 3/7, hai tỉnh ký thỏa thuận hợp tác.\n"
    )
    assert extract(text).document.issued == "2021-07-05"


def test_a_blank_date_yields_only_to_a_whole_one_that_agrees_with_it() -> None:
    head = f"UBND TỈNH LÀO CAI\n{MOTTO}Lào Cai, ngày … tháng … năm 2020\n\nKẾ HOẠCH\nHợp tác\n\nHai bên làm.\n\n"
    assert extract(f"{head}Lào Cai, ngày 5 tháng 6 năm 2020\n").document.issued == "2020-06-05"
    assert extract(f"{head}Sa Pa, ngày 5 tháng 6 năm 2017\n").document.issued == "2020"


def test_days_without_a_year_are_in_the_year_of_the_document() -> None:
    text = (
        f"UBND TỈNH LÀO CAI\n{MOTTO}Lào Cai, ngày … tháng … năm 2020\n\nKẾ HOẠCH\nHợp tác với Yên Bái\n\nTrước 15/9.\n"
    )
    assert analyse(text).year == 2020


def test_a_day_without_a_year_beside_the_number_does_not_date_the_document() -> None:
    text = "KẾ HOẠCH\nSố: 12 /KH-UBND Ngày 5/6, hai tỉnh họp. Ông Trần Văn Bình chủ trì hội nghị.\n"
    assert extract(text).document.issued is None
