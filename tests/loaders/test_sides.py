"""Sides that are said in two places: in a title, or counted after they have been listed."""

from loaders.extract import extract


def test_one_signs_with_as_many_as_have_been_listed() -> None:
    text = (
        "Ngày 12/10/2018, Sở Công Thương Hà Nội đã phối hợp với Sở Công Thương các tỉnh: Sơn La, Hòa Bình, Phú Thọ "
        "tổ chức Hội nghị kết nối cung cầu. Tại hội nghị, Sở Công Thương Hà Nội đã ký biên bản ghi nhớ với Sở Công "
        "Thương 3 tỉnh về tiêu thụ nông sản giai đoạn 2018 - 2020."
    )
    (agreement,) = extract(text).agreements
    assert [(party.name, party.role) for party in agreement.parties] == [
        ("Thành phố Hà Nội", "hub"),
        ("Sơn La", "party"),
        ("Hòa Bình", "party"),
        ("Phú Thọ", "party"),
    ]


def test_the_title_of_an_agreement_names_its_sides_and_its_last_clause_its_years() -> None:
    text = (
        "THỎA THUẬN LIÊN KẾT\nPHÁT TRIỂN DU LỊCH CÁC TỈNH BẮC TRUNG BỘ\n(Thanh Hóa – Nghệ An – Hà Tĩnh)\n\n"
        "Hôm nay, ngày 6 tháng 9 năm 2013, tại tỉnh Nghệ An, chúng tôi gồm đại diện UBND các tỉnh có tên trên thỏa "
        "thuận:\nĐiều 1. Hợp tác xúc tiến du lịch.\nĐiều 5. Thỏa thuận có giá trị 5 năm kể từ ngày ký."
    )
    (agreement,) = extract(text).agreements
    assert [party.name for party in agreement.parties] == ["Thanh Hóa", "Nghệ An", "Hà Tĩnh"]
    assert agreement.period is not None
    assert agreement.period.value == (2013, 2018)
    assert agreement.signed is not None
    assert agreement.signed.value == "2013-09-06"


def test_a_programme_that_one_side_issues_is_not_signed() -> None:
    text = (
        "UBND TỈNH LÂM ĐỒNG\nSố: 55/CTr-UBND\nĐà Lạt, ngày 5 tháng 2 năm 2018\n\nCHƯƠNG TRÌNH\nHợp tác phát triển giữa "
        "tỉnh Lâm Đồng với tỉnh Ninh Thuận năm 2018\n\nThực hiện biên bản hợp tác đã ký kết, UBND tỉnh Lâm Đồng ban "
        "hành chương trình năm 2018 như sau:\n1. Phối hợp quản lý bảo vệ rừng giáp ranh."
    )
    (agreement,) = extract(text).agreements
    assert agreement.signed is None
