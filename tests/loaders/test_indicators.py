"""A figure is a number with what it counts or measures as its unit; years, ranks, sides and parts of texts are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import indicators
from loaders.analysis import analyse
from loaders.extract import extract
from ontology.record import Agreement, Indicator

AGREED = (Agreement(kind="programme", parties=()),)


def figures(text: str) -> tuple[Indicator, ...]:
    return indicators.find(analyse(text), AGREED)


FIGURES = [
    ("Trường nhận đào tạo 1.250 cán bộ y tế cho tỉnh bạn.", [(1250, "cán bộ")], "what specifies the head is no unit"),
    ("Hai tỉnh trao đổi 37 lượt đoàn.", [(37, "lượt đoàn")], "times, and what comes each time"),
    ("Thành phố xây 250 căn nhà đại đoàn kết.", [(250, "căn nhà")], "a classifier with its noun, without the kind"),
    ("Đưa 25 sản phẩm OCOP lên sàn.", [(25, "sản phẩm")], "a full noun stands alone"),
    ("Xây 4 điểm trường, 3 trạm y tế.", [(4, "điểm trường"), (3, "trạm y tế")], "a bound noun needs its second half"),
    ("Tập huấn cho 40 kiểm lâm viên và 35 bác sĩ.", [(40, "kiểm lâm viên"), (35, "bác sĩ")], "nouns made by an ending"),
    ("Ký 12 biên bản ghi nhớ.", [(12, "biên bản ghi nhớ")], "the longest noun wins"),
    (
        "Doanh thu đạt 3.400 tỷ đồng, tăng 12,5%.",
        [(3400, "tỷ đồng"), (12.5, "%")],
        "point and comma of Vietnamese numbers",
    ),
    ("Đón 2 triệu lượt khách.", [(2, "triệu lượt khách")], "the multiplier belongs to the unit"),
    ("Vốn 1,2 nghìn tỷ đồng.", [(1.2, "nghìn tỷ đồng")], "two multipliers"),
    ("Thành phố hỗ trợ tỉnh 5 tỷ để xây trường.", [(5, "tỷ đồng")], "thousand millions without a noun are money"),
    ("Kim ngạch đạt 15 triệu USD.", [(15, "triệu USD")], "foreign money keeps its capitals"),
    ("Hỗ trợ 1,5 triệu đồng/người/tháng.", [(1.5, "triệu đồng")], "what it is reckoned for is no unit"),
    ("Công suất 49,5 MW trên 200 ha.", [(49.5, "MW"), (200, "ha")], "measures"),
    ("Trồng 300 héc ta chè.", [(300, "héc ta")], "a measure in two words"),
    ("Khách tăng gấp 1,5 lần.", [(1.5, "lần")], "times as much is a measure"),
    (
        "Vốn 12 000 tỷ đồng, sau là 13,500 tỷ đồng.",
        [(12000, "tỷ đồng"), (13500, "tỷ đồng")],
        "other ways to part thousands",
    ),
    ("Cung ứng từ 3.000 đến 5.000 tấn.", [(3000, "tấn"), (5000, "tấn")], "a range in words is two figures"),
    ("Tiêu thụ 15-20 tấn rau.", [(15, "tấn"), (20, "tấn")], "a range with a dash"),
    ("Giảm 10% đến 15% giá vé.", [(10, "%"), (15, "%")], "a range with its unit said twice"),
    ("Hoàn thành 18/25 nhiệm vụ.", [(18, "nhiệm vụ"), (25, "nhiệm vụ")], "done of planned with a stroke"),
    ("Đã làm 7 trong 9 hoạt động.", [(7, "hoạt động"), (9, "hoạt động")], "done of planned in words"),
    ("Mỗi khóa 60 học sinh.", [(60, "học sinh")], "a group that is one of many has no rank"),
    ("Mỗi bên cử 03 người.", [(3, "người")], "a nought before the digit"),
    ("Đã làm 23 nội dung hợp tác.", [(23, "nội dung")], "contents that were carried out"),
    (
        "Tặng 02 bộ loa và 15 nồi hơi.",
        [(2, "bộ"), (15, "nồi hơi")],
        "a noun that no list knows, after a verb, seen to end",
    ),
    ("Tham dự có 45 HTX.", [(45, "HTX")], "an abbreviation in capitals is the noun"),
    (
        "Diện tích 4.617,5 ha, vốn 31.250 tỷ đồng.",
        [(4617.5, "ha"), (31250, "tỷ đồng")],
        "thousands and decimals in one number",
    ),
    ("Tặng quỹ năm tỷ đồng và hai mươi lăm triệu đồng.", [(5, "tỷ đồng"), (25, "triệu đồng")], "money in words"),
    ("Mỗi năm một trăm linh hai tỷ đồng.", [(102, "tỷ đồng")], "money in words after a word that is a digit as well"),
    ("Mỗi năm có ít nhất hai đêm diễn.", [(2, "đêm diễn")], "a bound in words"),
    ("Năm đầu đón 1.200 khách, nay đã gần 3.500.", [(1200, "khách"), (3500, "khách")], "a noun said once for two"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), FIGURES, ids=[row[2] for row in FIGURES])
def test_value_and_unit_are_read_as_written(text: str, expected: list[tuple[float, str]], reason: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == expected, reason


NO_FIGURES = [
    ("Hai tỉnh có 9 lĩnh vực hợp tác, 5 nội dung chính.", "what an agreement consists of"),
    ("14 tỉnh, thành phố và 63 địa phương tham gia.", "sides"),
    ("Hai tỉnh có 3 huyện, 12 xã giáp ranh.", "parts of the sides"),
    ("Kế hoạch số 125/KH-UBND ngày 15 tháng 3 năm 2020.", "numbers of documents and dates"),
    ("Biên bản lập thành 06 bản, mỗi bên giữ 03 bản.", "copies"),
    ("Định kỳ 6 tháng một lần, sau 10 năm hợp tác.", "time"),
    ("Hội nghị bắt đầu lúc 8 giờ 30 phút, nhiệt độ 25 độ.", "clock and weather"),
    ("Điện thoại: 0203 3825 678.", "a telephone number"),
    ("Quy chế gồm 4 chương, 18 điều.", "parts of a text"),
    ("Tuyên bố chung gồm 6 điểm.", "points of a text, not places"),
    ("Tỉnh có diện tích tự nhiên 6.873 km2, dân số 1,02 triệu người.", "what a province has by itself"),
    ("GRDP năm 2022 tăng 8,42%.", "the growth of one province"),
    ("Hai thành phố cách nhau khoảng 120 km.", "a distance"),
    ("Ngày 20/8 tổ chức hội nghị sơ kết.", "a day before a verb that is a noun as well"),
    ("Từ ngày 10 - 12/8 đoàn khảo sát.", "a range of days"),
    ("Trong quý 3 triển lãm sẽ mở cửa.", "a quarter"),
    ("Đến năm 2025 thỏa thuận được gia hạn.", "a year"),
    ("2022 doanh nghiệp hai tỉnh giao thương nhiều hơn.", "a bare year"),
    ("Đợt 2 cán bộ đi học.", "a rank"),
    ("Theo Điều 3 dự án được miễn thuế.", "an article"),
    ("3 đồng chí Phó Chủ tịch cùng dự.", "comrades are no money"),
    ("Tổ công tác gồm 15 thành viên.", "members of a body"),
    ("2 Hội thảo xúc tiến", "the number of an item"),
    ("Công nghiệp 4.0, mạng 5G, Quốc lộ 14C.", "numbers in names"),
    ("Đoàn đi qua ngã ba Đồng Lộc.", "a name that begins like money"),
    ("Chương trình có tổng cộng 27 đầu việc.", "what is agreed on"),
    ("Ba bệnh viện, hai trường và hàng trăm tỷ đồng.", "counts in words, and hundreds"),
    ("Đóng điện đường dây 500 kV.", "a voltage says which line"),
]


@pytest.mark.parametrize(("text", "reason"), NO_FIGURES, ids=[row[1] for row in NO_FIGURES])
def test_what_counts_no_achievement_is_no_figure(text: str, reason: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [], reason


QUALIFIED = [
    ("Đón khoảng 300 đại biểu.", "khoảng 300 đại biểu", "about", "the span begins with the qualifier"),
    ("Vốn gần 50.000 tỷ đồng.", "gần 50.000 tỷ đồng", "nearly", "just below"),
    ("Chưa đến 10% doanh nghiệp tham gia.", "Chưa đến 10%", "nearly", "a negation"),
    ("Ghi nhận hơn 28.300 vụ.", "hơn 28.300 vụ", "over", "above"),
    ("Vận động ít nhất 20 căn nhà.", "ít nhất 20 căn nhà", "at-least", "a lower bound"),
    ("Giảm giá từ 20% trở lên.", "từ 20%", "at-least", "a bound said around the figure"),
    ("Chi không vượt quá 2,4 tỷ đồng.", "không vượt quá 2,4 tỷ đồng", "at-most", "an upper bound"),
    ("Giao 7 dự án.", "7 dự án", None, "none"),
    ("Cung ứng từ 5 đến 7 tấn.", "từ 5 đến 7 tấn", None, "`từ` only opens a range"),
]


@pytest.mark.parametrize(("text", "quote", "qualifier", "reason"), QUALIFIED, ids=[row[3] for row in QUALIFIED])
def test_a_qualifier_is_said_and_within_the_span(text: str, quote: str, qualifier: str | None, reason: str) -> None:
    figure = figures(text)[0]
    assert (figure.evidence[0].quote, figure.qualifier) == (quote, qualifier), reason


ROLES = [
    ("Hai tỉnh đã thu hút 69 dự án.", "result", "what was reached"),
    ("Phấn đấu đến năm 2030 đạt 5 triệu lượt khách.", "target", "what is aimed at, though it says `đạt`"),
    ("Ngân sách bố trí 2 tỷ đồng.", "budget", "money to be spent"),
    ("Khu đô thị quy mô 200 ha.", "capacity", "how large it is"),
    ("I. MỤC TIÊU\nMở 3 tour mới.", "target", "the heading says it"),
    ("Mở 3 tour mới.", None, "the text does not say"),
]


@pytest.mark.parametrize(("text", "role", "reason"), ROLES, ids=[row[2] for row in ROLES])
def test_the_role_of_a_figure_is_what_stands_before_it(text: str, role: str | None, reason: str) -> None:
    assert figures(text)[0].role == role, reason


TOLD = [
    ("Năm 2018, khách đến bốn địa phương tăng 16,3%.", "khách đến bốn địa phương tăng", "2018", "the words before"),
    (
        "Hoàn thành 29 nhiệm vụ khoa học trong năm 2020.",
        "nhiệm vụ khoa học",
        "2020",
        "the words after, without the time",
    ),
    ("Đến 30/9/2019 giải ngân 12 tỷ đồng cho y tế.", "cho y tế", "2019-09-30", "a day"),
    ("Tiếp nhận 80 bác sĩ mỗi năm về học.", "Tiếp nhận bác sĩ", None, "how often is not what"),
    ("Đón 14 đoàn báo chí, lữ hành.", "đoàn báo chí", None, "up to the first stop"),
]


@pytest.mark.parametrize(("text", "about", "as_of", "reason"), TOLD, ids=[row[3] for row in TOLD])
def test_a_figure_tells_of_what_and_when(text: str, about: str, as_of: str | None, reason: str) -> None:
    figure = figures(text)[0]
    assert (figure.about, figure.as_of) == (about, as_of), reason


def test_what_a_task_is_to_reach_is_a_target() -> None:
    document = (
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nKẾ HOẠCH\n"
        "thực hiện chương trình hợp tác giữa tỉnh Bình Phước và tỉnh Đồng Nai\n"
        "1. Giao Sở Y tế chủ trì cử 45 bác sĩ đi học."
    )
    assert [(figure.unit, figure.role) for figure in extract(document).indicators] == [("bác sĩ", "target")]


def test_news_in_brief_count_only_where_they_tell_of_cooperation() -> None:
    text = "* CÀ MAU, BẠC LIÊU: hai tỉnh ký kết nghĩa, tặng nhau 20 con bò.\n* AN GIANG: bắt vụ chở 3 tấn gỗ lậu."
    assert [(figure.value, figure.unit) for figure in figures(text)] == [(20, "con bò")]


def test_news_that_tell_of_no_agreement_have_no_figures() -> None:
    for text in (
        "Công ty bán 500 tấn rau mỗi năm.",
        "Hội chợ có 40 gian hàng của Tây Ninh, Long An; ban tổ chức và 12 doanh nghiệp ký biên bản hợp tác.",
    ):
        assert indicators.find(analyse(text), ()) == ()
        assert figures(text)


WORDS = st.sampled_from(
    [
        "12",
        "1.200,5",
        "2020",
        "03",
        "%",
        "tỷ",
        "đồng",
        "triệu",
        "từ",
        "đến",
        "-",
        "/",
        "dự án",
        "lượt",
        "khách",
        "hơn",
        "\n",
        "; ",
        "số",
        "trở lên",
        "năm",
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_every_figure_is_what_the_text_says_there(words: list[str]) -> None:
    text = " ".join(words)
    for figure in figures(text):
        assert text[figure.start : figure.end] == figure.evidence[0].quote
        assert figure.value >= 0


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    figures(text)


@pytest.mark.parametrize("piece", ["1 ", "1 khách, gần 3, ", "1.000", "từ 1 đến ", "12,5 tỷ ", "1 000 ", "a"], ids=repr)
def test_the_time_grows_with_the_text_only(piece: str) -> None:
    def seconds(times: int) -> float:
        reading = analyse("x " + piece * times)
        begun = time.perf_counter()
        indicators.find(reading, AGREED)
        return time.perf_counter() - begun

    seconds(100)
    assert seconds(8000) < 40 * max(seconds(1000), 0.002)


def test_figures_of_a_whole_document_come_in_their_order() -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH BÌNH PHƯỚC\nBÁO CÁO\nKết quả hợp tác giữa tỉnh Bình Phước và tỉnh Đồng Nai\n"
        "Hai tỉnh đã ký 5 hợp đồng.\nHai tỉnh mở 2 tuyến xe buýt."
    )
    assert [(figure.value, figure.unit) for figure in extract(text).indicators] == [
        (5, "hợp đồng"),
        (2, "tuyến xe buýt"),
    ]
