"""Who cooperates with whom, for which years, signed when: one short text for each way of saying it."""

from __future__ import annotations

import pytest

from loaders.extract import extract

Said = tuple[set[str], tuple[int | None, int | None], str | None]
NOTHING: list[Said] = []

CASES: list[tuple[str, str, list[Said]]] = [
    (
        "the venue is no party",
        "Ngày 14/5/2019, tại tỉnh Kon Tum, lãnh đạo tỉnh Gia Lai và tỉnh Quảng Ngãi ký kết Chương trình hợp tác "
        "phát triển "
        "du lịch giai đoạn 2019 - 2023.",
        [({"Gia Lai", "Quảng Ngãi"}, (2019, 2023), "2019-05-14")],
    ),
    (
        "guests who attend are no parties",
        "Sáng 9/8/2018, UBND tỉnh Sơn La và UBND thành phố Hải Phòng tổ chức hội nghị ký kết thỏa thuận hợp tác "
        "giai đoạn "
        "2018 - 2022. Dự hội nghị có đại diện lãnh đạo các tỉnh Lai Châu, Điện Biên và Hòa Bình.",
        [({"Sơn La", "Hải Phòng"}, (2018, 2022), "2018-08-09")],
    ),
    (
        "a province whose example is followed is no party",
        "Thỏa thuận hợp tác giữa tỉnh Tiền Giang và tỉnh Bến Tre giai đoạn 2020 - 2025 học tập kinh nghiệm của "
        "tỉnh Đồng Nai "
        "và tỉnh Bình Dương trong xử lý chất thải.",
        [({"Tiền Giang", "Bến Tre"}, (2020, 2025), None)],
    ),
    (
        "an earlier partner belongs to another agreement",
        "Chiều 3/3/2022, tỉnh Lạng Sơn và tỉnh Bắc Giang ký kết chương trình phối hợp thu hút đầu tư. Trước đó, "
        "Lạng Sơn đã "
        "hợp tác với Thái Nguyên và Quảng Ninh.",
        [({"Lạng Sơn", "Bắc Giang"}, (None, None), "2022-03-03")],
    ),
    (
        "both sides may be named by their offices and those who hold them",
        "Bản thỏa thuận hợp tác giữa hai địa phương do Chủ tịch UBND tỉnh Cà Mau Trần Văn Bình và Chủ tịch UBND "
        "tỉnh Kiên "
        "Giang Lê Thị Hoa ký ngày 20/11/2017.",
        [({"Cà Mau", "Kiên Giang"}, (None, None), "2017-11-20")],
    ),
    (
        "hai bên means the sides named before",
        "Đoàn công tác tỉnh Hưng Yên đến thăm và làm việc với tỉnh Thái Bình. Hai bên thống nhất ký kết chương "
        "trình hợp tác "
        "giai đoạn 2021 - 2025 trong thời gian tới.",
        [({"Hưng Yên", "Thái Bình"}, (2021, 2025), None)],
    ),
    (
        "a hub cooperates with each of many",
        "Thành phố Hà Nội ký kết thỏa thuận hợp tác với các tỉnh Hà Giang, Cao Bằng và Lào Cai ngày 12/12/2020.",
        [({"Thành phố Hà Nội", "Hà Giang", "Cao Bằng", "Lào Cai"}, (None, None), "2020-12-12")],
    ),
    (
        "a region that is named as a side is one party",
        "Hội nghị sơ kết Chương trình hợp tác phát triển kinh tế - xã hội giữa Thành phố Hồ Chí Minh với các tỉnh "
        "vùng Tây "
        "Nguyên giai đoạn 2022 - 2025.",
        [({"Thành phố Hồ Chí Minh", "Vùng Tây Nguyên"}, (2022, 2025), None)],
    ),
    (
        "where the members of a region are listed they are the parties, not the region",
        "Thỏa thuận liên kết phát triển du lịch giữa TP.HCM và 5 tỉnh vùng Tây Nguyên (Kon Tum, Gia Lai, Đắk Lắk, "
        "Đắk Nông, "
        "Lâm Đồng) được ký kết ngày 30/4/2021.",
        [
            (
                {"Thành phố Hồ Chí Minh", "Kon Tum", "Gia Lai", "Đắk Lắk", "Đắk Nông", "Lâm Đồng"},
                (None, None),
                "2021-04-30",
            )
        ],
    ),
    (
        "a dash joins a list, and stands inside a name",
        "Bốn địa phương Đồng Nai - Bà Rịa - Vũng Tàu - Bình Thuận - Ninh Thuận ký kết chương trình liên kết du "
        "lịch biển ngày "
        "2/9/2016.",
        [({"Đồng Nai", "Bà Rịa - Vũng Tàu", "Bình Thuận", "Ninh Thuận"}, (None, None), "2016-09-02")],
    ),
    (
        "two provinces that once were one are two",
        "Quảng Nam - Đà Nẵng bắt tay liên kết phát triển du lịch. Hai địa phương ký kết thỏa thuận hợp tác ngày "
        "5/5/2015.",
        [({"Quảng Nam", "Đà Nẵng"}, (None, None), "2015-05-05")],
    ),
    (
        "two programmes of one hub in one sentence are two agreements",
        "UBND tỉnh báo cáo các chương trình hợp tác giữa tỉnh Nghệ An với tỉnh Hà Tĩnh và tỉnh Thanh Hóa: Chương "
        "trình hợp "
        "tác giữa tỉnh Nghệ An và tỉnh Hà Tĩnh giai đoạn 2016 - 2020; Chương trình hợp tác giữa tỉnh Nghệ An và "
        "tỉnh Thanh "
        "Hóa giai đoạn 2018 - 2022.",
        [({"Nghệ An", "Hà Tĩnh"}, (2016, 2020), None), ({"Nghệ An", "Thanh Hóa"}, (2018, 2022), None)],
    ),
    (
        "what is reviewed and what is planned are two phases",
        "Hội nghị tổng kết Chương trình hợp tác giữa tỉnh Phú Thọ và tỉnh Yên Bái giai đoạn 2011 - 2015, triển "
        "khai kế hoạch "
        "hợp tác giai đoạn 2016 - 2020.",
        [({"Phú Thọ", "Yên Bái"}, (2011, 2015), None), ({"Phú Thọ", "Yên Bái"}, (2016, 2020), None)],
    ),
    (
        "the results of a part of the years are no phase",
        "Chương trình hợp tác giữa tỉnh Long An và tỉnh Tây Ninh giai đoạn 2021 - 2025 được sơ kết sáng nay. Kết "
        "quả hợp tác "
        "giai đoạn 2021 - 2023 đạt yêu cầu.",
        [({"Long An", "Tây Ninh"}, (2021, 2025), None)],
    ),
    (
        "an outlook is not the end",
        "Biên bản ghi nhớ hợp tác giữa thành phố Đà Nẵng và tỉnh Quảng Trị giai đoạn 2022 - 2025, định hướng đến "
        "năm 2030.",
        [({"Đà Nẵng", "Quảng Trị"}, (2022, 2025), None)],
    ),
    (
        "a year and a phase make one span",
        "Kế hoạch hợp tác giữa TP. Hồ Chí Minh và tỉnh Lâm Đồng năm 2023 và giai đoạn 2024 - 2025.",
        [({"Thành phố Hồ Chí Minh", "Lâm Đồng"}, (2023, 2025), None)],
    ),
    (
        "the years may stand before the sides",
        "Giai đoạn 2024 - 2025, Bến Tre và Vĩnh Long sẽ hợp tác trên ba lĩnh vực: nông nghiệp, du lịch và môi trường.",
        [({"Bến Tre", "Vĩnh Long"}, (2024, 2025), None)],
    ),
    (
        "a day without a year, where nothing tells the year",
        "Lãnh đạo tỉnh Nam Định và tỉnh Ninh Bình ký kết chương trình hợp tác phát triển nông nghiệp sáng 17-6.",
        [({"Nam Định", "Ninh Bình"}, (None, None), "--06-17")],
    ),
    (
        "a day without a year is in the year of the dateline, not of the clock of the page",
        "Thứ hai, 05/01/2026 08:00\n\nHai tỉnh ký kết hợp tác\n\n22/10/2024 09:15\n\nNgày 21/10, tỉnh Bắc Ninh và "
        "tỉnh Bắc Giang ký "
        "kết thỏa thuận hợp tác về lao động.",
        [({"Bắc Ninh", "Bắc Giang"}, (None, None), "2024-10-21")],
    ),
    (
        "what was signed before is not signed now",
        "Ngày 8/7/2020, tỉnh An Giang và tỉnh Đồng Tháp tổ chức hội nghị đánh giá kết quả thực hiện thỏa thuận hợp "
        "tác đã ký "
        "kết.",
        [({"An Giang", "Đồng Tháp"}, (None, None), None)],
    ),
    (
        "a province can agree with a university",
        "Lễ ký kết chương trình hợp tác giữa tỉnh Quảng Bình và Đại học Quốc gia Hà Nội giai đoạn 2020 - 2025 diễn "
        "ra ngày "
        "6/6/2020.",
        [({"Quảng Bình", "Đại học Quốc gia Hà Nội"}, (2020, 2025), "2020-06-06")],
    ),
    (
        "one province's investment news is no agreement",
        "Sáng 2/2/2024, UBND tỉnh Hải Dương trao giấy chứng nhận đăng ký đầu tư cho hai dự án khu công nghiệp. "
        "Tỉnh mời gọi "
        "doanh nghiệp đến từ Hà Nội, Hưng Yên và Bắc Ninh.",
        NOTHING,
    ),
    (
        "companies that sign a contract are no localities",
        "Công ty cổ phần Xi măng Hoàng Mai và Công ty Vận tải biển Bắc ký kết hợp đồng hợp tác vận chuyển tại "
        "thành phố Hải "
        "Phòng.",
        NOTHING,
    ),
    (
        "the police of two provinces who catch a thief have no agreement",
        "Công an tỉnh Đắk Lắk phối hợp với Công an tỉnh Gia Lai bắt giữ hai đối tượng trộm cắp tài sản vào rạng "
        "sáng 4/4.",
        NOTHING,
    ),
    (
        "a match is no agreement",
        "Trận đấu giữa Hà Nội và Nam Định trên sân Hàng Đẫy kết thúc với tỷ số 2 - 1 trước đông đảo khán giả.",
        NOTHING,
    ),
    (
        "a weather report is none",
        "Các tỉnh Thanh Hóa, Nghệ An và Hà Tĩnh có mưa to; thành phố Đà Nẵng và Quảng Nam ngày nắng, nhiệt độ cao "
        "nhất 34 độ.",
        NOTHING,
    ),
    (
        "a road between two provinces is none",
        "Dự án cao tốc Tuyên Quang - Hà Giang kết nối Hà Giang với Tuyên Quang, rút ngắn thời gian đi lại.",
        NOTHING,
    ),
    (
        "an agreement with a province abroad is a matter of foreign relations",
        "Các tỉnh Lào Cai, Lai Châu (Việt Nam) và tỉnh Vân Nam (Trung Quốc) ký kết biên bản ghi nhớ hợp tác thương "
        "mại biên "
        "giới ngày 10/9/2019.",
        NOTHING,
    ),
    (
        "a decision that lets somebody sign is no signing",
        "UBND TỈNH BẠC LIÊU    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 55/QĐ-UBND    Bạc Liêu, ngày 3 tháng 2 năm "
        "2021\n\n"
        "QUYẾT ĐỊNH\nVề việc ủy quyền ký kết Thỏa thuận hợp tác giữa tỉnh Bạc Liêu và tỉnh Sóc Trăng\n\nCăn cứ "
        "Luật Tổ chức "
        "chính quyền địa phương ngày 19/6/2015;\n\nĐiều 1. Ủy quyền Giám đốc Sở Công Thương ký kết Thỏa thuận hợp "
        "tác giữa tỉnh "
        "Bạc Liêu và tỉnh Sóc Trăng giai đoạn 2021 - 2025.",
        [({"Bạc Liêu", "Sóc Trăng"}, (2021, 2025), None)],
    ),
    (
        "five years from the day of signing",
        "BIÊN BẢN GHI NHỚ HỢP TÁC\nGIỮA TỈNH HÀ NAM VÀ TỈNH HÒA BÌNH\n\nHôm nay, ngày 15 tháng 3 năm 2019, tại "
        "thành phố Phủ Lý, "
        "chúng tôi gồm đại diện UBND tỉnh Hà Nam và UBND tỉnh Hòa Bình thống nhất như sau:\n\nĐiều 1. Hai bên hợp "
        "tác trao đổi "
        "nông sản.\n\nĐiều 2. Biên bản có hiệu lực 05 năm kể từ ngày ký.",
        [({"Hà Nam", "Hòa Bình"}, (2019, 2024), "2019-03-15")],
    ),
    (
        "the province of the town where it happens is no party",
        "Ngày 25/3/2023, tại thành phố Vinh, tỉnh Nghệ An, Thành phố Hồ Chí Minh và tỉnh Hà Tĩnh ký kết thỏa thuận "
        "hợp tác "
        "đến năm 2025.",
        [({"Thành phố Hồ Chí Minh", "Hà Tĩnh"}, (2023, 2025), "2023-03-25")],
    ),
    (
        "some provinces of a region are those that the text names elsewhere",
        "Chương trình hợp tác giữa Hà Nội và một số tỉnh vùng Tây Nguyên giai đoạn 2020 - 2025 có nhiều "
        "việc.\n\nLãnh đạo "
        "thành phố Hà Nội, tỉnh Kon Tum, tỉnh Gia Lai và tỉnh Đắk Lắk ký kết thỏa thuận hợp tác ngày 9/9/2020.",
        [({"Thành phố Hà Nội", "Kon Tum", "Gia Lai", "Đắk Lắk"}, (2020, 2025), "2020-09-09")],
    ),
    (
        "the province that sends a dispatch is the other side",
        "UBND TỈNH KON TUM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/UBND-TH          Kon Tum, ngày 2 "
        "tháng 3 năm "
        "2020\nV/v thực hiện Thỏa thuận hợp tác với tỉnh Quảng Ngãi\n\nKính gửi: Sở Y tế.\n\nNgày 10/2/2020, UBND "
        "tỉnh và "
        "UBND tỉnh Quảng Ngãi đã ký Thỏa thuận hợp tác giai đoạn 2020 - 2025.",
        [({"Kon Tum", "Quảng Ngãi"}, (2020, 2025), "2020-02-10")],
    ),
    (
        "an item for each partner of the one that reports",
        "UBND TỈNH KON TUM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 15/BC-UBND          Kon Tum, ngày 2 "
        "tháng 3 năm "
        "2020\n\nBÁO CÁO\nKết quả hợp tác với các tỉnh\n\n1. Với tỉnh Gia Lai: Chương trình hợp tác giai đoạn 2016 "
        "- 2020.\n\n"
        "2. Với tỉnh Bình Định: Biên bản ghi nhớ giai đoạn 2017 - 2022 (ký ngày 5/5/2017).",
        [({"Kon Tum", "Gia Lai"}, (2016, 2020), None), ({"Kon Tum", "Bình Định"}, (2017, 2022), "2017-05-05")],
    ),
    (
        "laws that a decision rests on are no sides, an agreement is",
        "UBND TỈNH KON TUM          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 20/QĐ-UBND          Kon Tum, ngày 2 "
        "tháng 3 năm "
        "2020\n\nQUYẾT ĐỊNH\nVề việc lập Tổ công tác\n\nCăn cứ Luật Thủ đô áp dụng tại Hà Nội ngày "
        "21/11/2012;\n\nCăn cứ Thỏa "
        "thuận hợp tác giai đoạn 2019 - 2024 giữa tỉnh Kon Tum và tỉnh Quảng Nam ký ngày 4/4/2019;\n\nĐiều 1. Lập "
        "Tổ công tác.",
        [({"Kon Tum", "Quảng Nam"}, (2019, 2024), "2019-04-04")],
    ),
    (
        "a border that a paper is about is no road: its sides are named behind it",
        "Hội nghị sơ kết Chương trình phối hợp bảo vệ rừng vùng giáp ranh giữa tỉnh Hòa Bình và tỉnh Thanh Hóa, giai "
        "đoạn 2018 - 2022.",
        [({"Hòa Bình", "Thanh Hóa"}, (2018, 2022), None)],
    ),
    (
        "the organ that begins the main clause is not one more side of those listed before it",
        "UBND TỈNH VĨNH LONG\nSố: 40/KH-UBND\nVĩnh Long, ngày 24 tháng 6 năm 2022\n\nKẾ HOẠCH\nPhát triển du lịch\n\n"
        "Thực hiện Thỏa thuận hợp tác ký ngày 24/4/2022 giữa UBND Thành phố Hồ Chí Minh và UBND 13 tỉnh, thành vùng "
        "Đồng bằng sông Cửu Long, UBND tỉnh xây dựng Kế hoạch như sau:",
        [({"Thành phố Hồ Chí Minh", "Vùng Đồng bằng sông Cửu Long"}, (None, None), "2022-04-24")],
    ),
    (
        "the provinces of a region, counted, can be all the sides of a paper",
        "Thực hiện Biên bản hợp tác phát triển du lịch 8 tỉnh Tây Bắc mở rộng giai đoạn 2016 - 2018, Sở mở lớp.",
        [({"Vùng Tây Bắc mở rộng"}, (2016, 2018), None)],
    ),
    (
        "those who sign are listed",
        "BIÊN BẢN GHI NHỚ\nVề liên kết phát triển du lịch năm 2022 và giai đoạn 2023 - 2025\n\nHôm nay, ngày "
        "18/3/2022, chúng "
        "tôi gồm:\n1. Sở Du lịch thành phố Đà Nẵng;\n2. Sở Du lịch tỉnh Quảng Bình.\n\nCác bên thống nhất:\n- "
        "Quảng bá du lịch.",
        [({"Đà Nẵng", "Quảng Bình"}, (2022, 2025), "2022-03-18")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_agreement_is_read_as_a_careful_reader_reads_it(text: str, expected: list[Said]) -> None:
    said = [
        (
            {party.name for party in agreement.parties},
            agreement.period.value if agreement.period else (None, None),
            agreement.signed.value if agreement.signed else None,
        )
        for agreement in extract(text).agreements
    ]
    assert said == expected
