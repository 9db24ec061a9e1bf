"""Who the sides are, in the many ways in which papers and news name them; and texts in which nobody cooperates."""

from __future__ import annotations

import pytest

from loaders.extract import extract

SIDES = [
    (
        "Sở Công Thương tỉnh Sơn La ký biên bản hợp tác với Sở Công Thương Hà Nội về tiêu thụ mận.",
        {"son-la", "ha-noi"},
        "departments sign for their provinces, each with its like",
    ),
    (
        "Hội Nông dân tỉnh Hà Nam ký kết chương trình phối hợp với Hội Nông dân tỉnh Nam Định giai đoạn 2014-2018.",
        {"ha-nam", "nam-dinh"},
        "farmers deal privately, but their associations are organs",
    ),
    ("Tỉnh đoàn Long An ký kết chương trình phối hợp với Thành đoàn Cần Thơ.", {"long-an", "can-tho"}, "one organ"),
    (
        "Báo Quảng Nam và Báo Đà Nẵng ký thỏa thuận hợp tác trao đổi tin bài.",
        {"quang-nam", "da-nang"},
        "the organ is named again before the second province",
    ),
    (
        "Đài Phát thanh và Truyền hình Phú Yên phối hợp với Đài Phát thanh và Truyền hình Gia Lai sản xuất chương trình"
        " theo thỏa thuận ký ngày 2/2/2018.",
        {"phu-yen", "gia-lai"},
        "everyday coordination, with a paper behind it",
    ),
    (
        "Chiều qua, Chủ tịch UBND tỉnh Kiên Giang tiếp Chủ tịch UBND tỉnh Cà Mau; hai bên thống nhất phối hợp"
        " chống khai thác hải sản bất hợp pháp.",
        {"kien-giang", "ca-mau"},
        "one receives the other",
    ),
    (
        "HĐND tỉnh Bạc Liêu học tập kinh nghiệm giám sát tại HĐND tỉnh Sóc Trăng.",
        {"bac-lieu", "soc-trang"},
        "the host is named as the place",
    ),
    (
        "Ký kết hợp tác phát triển du lịch Phú Thọ - Vĩnh Phúc\n\nLễ ký kết diễn ra tại thành phố Việt Trì.",
        {"phu-tho", "vinh-phuc"},
        "a title names the sides after the field",
    ),
    ("Yên Bái và Lào Cai nhất trí cùng khai thác tuyến du lịch sông Hồng.", {"yen-bai", "lao-cai"}, "they agree"),
    (
        "Hà Giang, Tuyên Quang tăng cường phối hợp quản lý khoáng sản vùng giáp ranh.",
        {"ha-giang", "tuyen-quang"},
        "provinces that coordinate with each other, as subjects",
    ),
    (
        "Bình Dương giúp Bình Phước 100 tỷ đồng làm đường theo kết nghĩa.",
        {"binh-duong", "binh-phuoc"},
        "one helps the other",
    ),
    (
        "Hội nghị giao ban Thường trực HĐND các tỉnh Thái Nguyên, Bắc Kạn, Cao Bằng diễn ra tại Bắc Kạn.",
        {"thai-nguyen", "bac-kan", "cao-bang"},
        "a meeting named for those who meet",
    ),
    (
        "Huyện Mù Cang Chải (Yên Bái) và huyện Than Uyên (Lai Châu) ký quy chế phối hợp bảo vệ rừng giáp ranh.",
        {"yen-bai", "lai-chau"},
        "districts stand for their provinces",
    ),
    ("Long An và Đồng Tháp đạt thỏa thuận chia sẻ dữ liệu nguồn nước.", {"long-an", "dong-thap"}, "they come to one"),
    (
        "UBND tỉnh Hưng Yên, UBND tỉnh Bắc Ninh và UBND thành phố Hà Nội họp Ban Chỉ đạo đường Vành đai 4.",
        {"hung-yen", "bac-ninh", "ha-noi"},
        "a joint board meets",
    ),
    (
        "TP.HCM bắt tay 5 tỉnh Tây Nguyên làm du lịch",
        {"ho-chi-minh", "vung-tay-nguyen"},
        "the partner right after the verb",
    ),
    (
        "Đoàn đại biểu TP.HCM do Chủ tịch UBND thành phố dẫn đầu đã đến Cà Mau bàn chương trình hợp tác năm 2024.",
        {"ho-chi-minh", "ca-mau"},
        "the host between coming and what one comes for",
    ),
    (
        "Lãnh đạo UBND các tỉnh Bắc Kạn, Thái Nguyên, Vĩnh Phúc, Bắc Giang, Bắc Ninh, Hải Dương dự phiên họp."
        " Sáu tỉnh cùng gỡ nguồn nước ô nhiễm.",
        {"bac-kan", "thai-nguyen", "vinh-phuc", "bac-giang", "bac-ninh", "hai-duong"},
        "as many as the text says there are",
    ),
]


@pytest.mark.parametrize(("text", "sides", "reason"), SIDES, ids=[reason for _, _, reason in SIDES])
def test_the_sides_of_an_agreement_are_those_who_act(text: str, sides: set[str], reason: str) -> None:
    (agreement,) = extract(text).agreements
    assert {party.id for party in agreement.parties} == sides, reason


def test_every_item_of_a_bulletin_is_news_of_its_own() -> None:
    text = (
        "* VĨNH PHÚC - TUYÊN QUANG: Hội Nông dân hai tỉnh ký giao ước giúp nhau giống bò.\n\n"
        "* QUẢNG NAM - KON TUM: Lãnh đạo hai tỉnh vừa nhất trí cùng trình Chính phủ cho làm sớm con đường.\n\n"
        "* BẾN TRE: Đêm hội dừa khai mạc tối 19/7."
    )
    sides = [{party.id for party in agreement.parties} for agreement in extract(text).agreements]
    assert sides == [{"vinh-phuc", "tuyen-quang"}, {"quang-nam", "kon-tum"}]


NOBODY = [
    ("Công ty Điện lực Gia Lai và Công ty Điện lực Kon Tum ký hợp đồng mua bán thiết bị.", "companies"),
    ("Đội bóng Bình Dương thắng đội Nam Định 2-0 trên sân Thiên Trường.", "teams"),
    ("Hôm nay, không khí lạnh ảnh hưởng các tỉnh Hà Giang, Cao Bằng, Lạng Sơn.", "weather"),
    ("Tỉnh Quảng Trị và tỉnh Savannakhet (Lào) ký biên bản ghi nhớ hợp tác giai đoạn 2016 - 2020.", "a partner abroad"),
    ("Bão số 5 đổ bộ vào Quảng Nam và Quảng Ngãi, hai tỉnh phối hợp với bộ đội sơ tán dân.", "each with soldiers"),
    ("Tối 1/8, Đoàn nghệ thuật tỉnh Sơn La biểu diễn phục vụ nhân dân thành phố Hải Phòng.", "a tour"),
    ("Tuyến xe khách Nam Định - Lai Châu tạm dừng từ ngày 1/6.", "a bus line"),
    ("Sở Du lịch Ninh Bình dời trụ sở về huyện Hoa Lư (Ninh Bình).", "where something is"),
]


@pytest.mark.parametrize(("text", "reason"), NOBODY, ids=[reason for _, reason in NOBODY])
def test_where_nobody_cooperates_there_is_no_agreement(text: str, reason: str) -> None:
    assert extract(text).agreements == (), reason


KINDS = [
    (
        "Đắk Lắk và Phú Yên sẽ bắt tay phát triển du lịch. Theo thỏa thuận vừa được lãnh đạo hai tỉnh ký hôm 3/4/2019,"
        " mỗi bên sẽ đưa 5 đoàn khảo sát sang bên kia.",
        "agreement",
        "what is signed is an agreement, whatever it is called",
    ),
    (
        "V/v phối hợp thực hiện nội dung ghi nhớ giữa UBND tỉnh Hà Tĩnh và UBND thành phố Hải Phòng",
        "memorandum",
        "the contents of a paper that is there",
    ),
    (
        "Công an tỉnh Nghệ An và Công an tỉnh Hà Tĩnh tổ chức giao ban quy chế phối hợp.",
        "agreement",
        "`giao ban` is a meeting, nothing is handed out",
    ),
]


@pytest.mark.parametrize(("text", "kind", "reason"), KINDS, ids=[reason for _, _, reason in KINDS])
def test_the_kind_of_an_agreement_is_that_of_its_paper(text: str, kind: str, reason: str) -> None:
    (agreement,) = extract(text).agreements
    assert agreement.kind == kind, reason


def test_a_paper_called_by_its_name_says_more_than_that_something_was_signed() -> None:
    text = (
        "Cần Thơ và Cà Mau ký kết hợp tác về phát triển đô thị\n\nNgày 28/11/2022, UBND TP Cần Thơ và UBND tỉnh Cà Mau"
        " tổ chức lễ ký kết chương trình hợp tác giai đoạn 2022-2025."
    )
    (agreement,) = extract(text).agreements
    assert (agreement.kind, agreement.signed and agreement.signed.value) == ("programme", "2022-11-28")


def test_projects_that_companies_sign_do_not_date_an_agreement() -> None:
    text = (
        "Ngày 3/6/2016, hội nghị giữa tỉnh Ninh Thuận và thành phố Đà Nẵng nhìn lại chương trình hợp tác giai đoạn"
        " 2014 - 2016: đã có 4 dự án được ký kết."
    )
    (agreement,) = extract(text).agreements
    assert (agreement.kind, agreement.signed) == ("programme", None)
