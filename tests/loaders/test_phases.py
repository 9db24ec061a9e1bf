"""For which years an agreement holds, which signing dates which phase, and years that are another thing's."""

from __future__ import annotations

import pytest

from loaders.extract import extract

Phase = tuple[str, tuple[int | None, int | None], str | None]
SIDES = "tỉnh Bắc Ninh và tỉnh Lạng Sơn"

CASES: list[tuple[str, str, list[Phase]]] = [
    (
        "a line of its own below the title says the years; a phase cited in the text is another one",
        "THỎA THUẬN HỢP TÁC\nGIỮA TỈNH BẮC NINH VÀ TỈNH LẠNG SƠN\n(Giai đoạn 2016 - 2020 định hướng đến 2025)\n\n"
        f"Trên cơ sở kết quả thực hiện Thỏa thuận hợp tác giữa {SIDES} giai đoạn 2011 - 2015 ký ngày 20/5/2011;\n"
        "Hôm nay, ngày 17 tháng 6 năm 2016, tại thành phố Bắc Ninh, hai bên thống nhất:\n"
        "Điều 1. Phối hợp đầu tư đường tỉnh trong giai đoạn 2016 - 2018.",
        [("agreement", (2011, 2015), "2011-05-20"), ("agreement", (2016, 2020), "2016-06-17")],
    ),
    (
        "a signing without years of its own is of the phase that began about then",
        f"Ngày 2/10/2024, hội nghị sơ kết Thỏa thuận hợp tác giữa {SIDES} thời kỳ 2023-2024 và kế hoạch triển khai "
        "thời kỳ 2024-2025. Thỏa thuận hợp tác được ký kết ngày 25/3/2023.",
        [("agreement", (2023, 2024), "2023-03-25"), ("plan", (2024, 2025), None)],
    ),
    (
        "what is set for the next phase continues the last one, be it called outlook or content",
        f"Ngày 15/12/2017, {SIDES} tổng kết Chương trình hợp tác chặng 2007 - 2017 và thống nhất phương hướng "
        "2018 - 2022.",
        [("programme", (2007, 2017), None), ("programme", (2018, 2022), None)],
    ),
    (
        "a term of office may be that of the cooperation",
        f"Ngày 21/6/2016, {SIDES} kiểm điểm chương trình hợp tác nhiệm kỳ 2010 - 2015 và thống nhất nội dung hợp tác "
        "nhiệm kỳ 2015 - 2020.",
        [("programme", (2010, 2015), None), ("programme", (2015, 2020), None)],
    ),
    (
        "the plans that each province has are no phases",
        f"Ngày 5/5/2021, {SIDES} ký Thỏa thuận hợp tác đến năm 2026. Hai bên trao đổi định hướng phát triển kinh tế "
        "giai đoạn 2021 - 2030, kế hoạch đầu tư công trung hạn giai đoạn 2021 - 2025.",
        [("agreement", (2021, 2026), "2021-05-05")],
    ),
    (
        "the five-year plan of the State is none either",
        "Ngày 10/3/1987, tỉnh Thanh Hóa và tỉnh Lạng Sơn ký giao ước kết nghĩa, đưa 5.000 lao động lên "
        "trong kế hoạch 5 năm 1986 - 1990.",
        [("agreement", (None, None), "1987-03-10")],
    ),
    (
        "years of gifts are not those of a twinning signed long before",
        "11/3/2025\nNgày 12/3/1960, tỉnh Thanh Hóa và tỉnh Lạng Sơn làm lễ kết nghĩa. Giai đoạn 2020 - 2025, hai bên "
        "trao nhau 20 nhà tình nghĩa.",
        [("agreement", (None, None), "1960-03-12")],
    ),
    (
        "a target is not the end",
        f"Ngày 5/5/2021, {SIDES} ký Thỏa thuận hợp tác về lao động, đến năm 2025 đưa 10.000 người đi làm việc.",
        [("agreement", (None, None), "2021-05-05")],
    ),
    (
        "from now until a year",
        f"06/05/2013\nTháng trước, {SIDES} ký cam kết liên kết du lịch từ nay đến 2015.",
        [("agreement", (2013, 2015), None)],
    ),
    (
        "until the end of a month or a day of a year",
        f"Ngày 5/5/2021, {SIDES} ký Thỏa thuận hợp tác, có hiệu lực đến hết tháng 6 năm 2024.",
        [("agreement", (2021, 2024), "2021-05-05")],
    ),
    (
        "what parties sign says its years in its clauses",
        "BẢN CAM KẾT\nGIỮA TỈNH BẮC NINH VÀ TỈNH LẠNG SƠN\n\nHai tỉnh cam kết:\nĐiều 1. Tuần tra chung trong ba năm "
        "2015, 2016, 2017.\n\nBắc Ninh, ngày 26 tháng 12 năm 2014",
        [("agreement", (2015, 2017), "2014-12-26")],
    ),
    (
        "one side asks for it: a proposal, though with years",
        "UBND TỈNH BẮC NINH\nSố: 1420/UBND-KT\nBắc Ninh, ngày 20 tháng 5 năm 2022\n\nKính gửi: UBND tỉnh Lạng Sơn\n\n"
        "UBND tỉnh Bắc Ninh đề nghị UBND tỉnh Lạng Sơn xem xét, ký kết Thỏa thuận hợp tác giữa hai tỉnh giai đoạn "
        "2022 - 2026.",
        [("proposal", (2022, 2026), None)],
    ),
    (
        "the sides agree on it: no proposal",
        f"Ngày 5/5/2021, tại buổi làm việc, {SIDES} thống nhất chương trình phối hợp ba năm 2021 - 2023.",
        [("programme", (2021, 2023), None)],
    ),
    (
        "leave to sign on a day to come is no signing",
        "UBND TỈNH BẮC NINH\nSố: 455/QĐ-UBND\nBắc Ninh, ngày 11 tháng 3 năm 2024\n\nQUYẾT ĐỊNH\nPhê duyệt chủ trương "
        "ký kết Chương trình hợp tác với tỉnh Lạng Sơn từ năm 2024 đến năm 2028\n\nĐiều 1. Ủy quyền Giám đốc Sở Văn "
        "hóa, Thể thao và Du lịch ký tại Hội nghị ngày 25/3/2024.",
        [("programme", (2024, 2028), None)],
    ),
    (
        "what has been signed until now was not signed at the meeting that is told of",
        f"Ngày 26/4/2021, {SIDES} họp bàn hợp tác. Đến nay, hai tỉnh đã ký kết Thỏa thuận hợp tác về du lịch.",
        [("agreement", (None, None), None)],
    ),
    (
        "after signing is past where news tell of a day",
        f"25/05/2018\nHôm 22/5, lãnh đạo {SIDES} bắt tay nhau sau khi ký văn bản liên kết tiêu thụ nông sản.",
        [("agreement", (None, None), "2018-05-22")],
    ),
    (
        "a draft that both work on has its kind and its years",
        f"Ngày 22/8/2014, hội nghị hợp tác giữa {SIDES} bàn dự thảo Chương trình hợp tác giai đoạn 2015 - 2020.",
        [("programme", (2015, 2020), None)],
    ),
    (
        "a paper that somebody is charged with drafting is not there yet: they have met",
        f"THÔNG BÁO KẾT LUẬN\nbuổi làm việc giữa lãnh đạo {SIDES}\n\nNgày 28/3/2019, hai tỉnh có buổi làm việc.\n"
        "1. Giao Sở Kế hoạch và Đầu tư hai tỉnh tham mưu xây dựng Chương trình hợp tác giai đoạn 2019 - 2025.",
        [("conference", (2019, 2025), None)],
    ),
    (
        "what they carry out is there, whoever is charged with it",
        f"THÔNG BÁO KẾT LUẬN\nbuổi làm việc giữa lãnh đạo {SIDES}\n\nNgày 28/3/2019, hai tỉnh có buổi làm việc.\n"
        "1. Giao Sở Kế hoạch và Đầu tư hai tỉnh theo dõi Chương trình hợp tác giai đoạn 2019 - 2025.",
        [("programme", (2019, 2025), None)],
    ),
    (
        "from now until a year, of what they agree on",
        f"21-8-2002\nNgày 20-8-2002, {SIDES} họp bàn liên kết, thống nhất từ nay đến năm 2005 tập trung vào thủy sản.",
        [("conference", (2002, 2005), None)],
    ),
    (
        "the years of money are not those of the cooperation",
        f"Ngày 20/10/2025, {SIDES} họp bàn hợp tác làm cầu; đề nghị bố trí vốn trung hạn giai đoạn 2026 - 2030.",
        [("conference", (None, None), None)],
    ),
    (
        "what is told of an anniversary has a day of long ago, or none",
        "07/03/2020\nNgày 5-3, UBND tỉnh Quảng Ninh chủ trì họp về kỷ niệm 60 năm Ngày kết nghĩa hai tỉnh Thanh Hóa - "
        "Quảng Nam.",
        [("agreement", (None, None), None)],
    ),
    (
        "the year of a twinning may be all that is said",
        "10/01/2019\nNăm 1960, tỉnh Thanh Hóa và tỉnh Quảng Nam làm lễ kết nghĩa.",
        [("agreement", (None, None), "1960")],
    ),
    (
        "a plan under the letterhead of both sides is signed on its date",
        "SỞ Y TẾ BẮC NINH - SỞ Y TẾ LẠNG SƠN\nSố: 01/KHPH-BN-LS\nBắc Ninh, ngày 05 tháng 9 năm 2022\n\n"
        "KẾ HOẠCH PHỐI HỢP\nGiữa Sở Y tế Bắc Ninh và Sở Y tế Lạng Sơn giai đoạn 2022 - 2023\n\n1. Hai Sở cử 20 bác sĩ.",
        [("plan", (2022, 2023), "2022-09-05")],
    ),
    (
        "a year's plan that is signed stands beside the programme that it carries out",
        f"12/01/2024\nHôm 10/1, {SIDES} ký kế hoạch hợp tác năm 2024, cụ thể hóa chương trình hợp tác giai đoạn "
        "2021 - 2025.",
        [("programme", (2021, 2025), None), ("plan", (2024, 2024), "2024-01-10")],
    ),
    (
        "a dash that was lost",
        f"Ngày 8/7/2016, {SIDES} ký thỏa thuận hợp tác giai đoạn 20162020.",
        [("agreement", (2016, 2020), "2016-07-08")],
    ),
    (
        "a term that follows the sides is that of the paper, and what is signed next has its own",
        f"Ngày 5/11/2019, hội nghị tổng kết Chương trình phối hợp giữa {SIDES} nhiệm kỳ 2015 - 2020 và ký kết chương "
        "trình nhiệm kỳ 2020 - 2025.",
        [("programme", (2015, 2020), None), ("programme", (2020, 2025), "2019-11-05")],
    ),
    (
        "years in brackets",
        f"Ngày 20/2/2013, {SIDES} ký thỏa thuận hợp tác trong 03 năm (2013, 2014, 2015).",
        [("agreement", (2013, 2015), "2013-02-20")],
    ),
    (
        "minutes of a working session are no agreement",
        f"Ngày 11/4/2013, {SIDES} họp bàn hợp tác làm đường liên tỉnh và ký biên bản làm việc.",
        [("conference", (None, None), None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_years_and_the_signing_of_each_phase(text: str, expected: list[Phase]) -> None:
    found = extract(text).agreements
    said = [
        (
            agreement.kind,
            agreement.period.value if agreement.period else (None, None),
            agreement.signed.value if agreement.signed else None,
        )
        for agreement in found
    ]
    assert said == expected


def test_each_phase_continues_the_one_before_and_a_part_of_one_continues_none() -> None:
    phases = extract(
        f"Báo cáo Chương trình hợp tác giữa {SIDES} giai đoạn 2006 - 2010 và giai đoạn 2011 - 2015, thống nhất phương "
        "hướng 2016 - 2020. Ngày 10/1/2018, hai tỉnh ký kế hoạch hợp tác năm 2018."
    ).agreements
    assert [agreement.continues for agreement in phases] == [None, 0, 1, None]


def test_a_partner_that_later_became_one_with_another_is_not_its_predecessor() -> None:
    found = extract(
        "UBND TỈNH QUẢNG NINH\nSố: 88/TB-UBND\nHạ Long, ngày 15 tháng 6 năm 2020\n\nTHÔNG BÁO\nKết luận về hợp tác\n\n"
        "1. Với thành phố Hải Phòng: Thỏa thuận hợp tác giai đoạn 2019 - 2023.\n\n"
        "2. Với tỉnh Hải Dương: Bản ghi nhớ hợp tác giai đoạn 2018 - 2022."
    ).agreements
    assert [agreement.continues for agreement in found] == [None, None]
