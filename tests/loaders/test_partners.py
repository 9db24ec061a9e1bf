"""One side with each of several partners: an agreement for each, told in items, in rows, or by their days."""

from __future__ import annotations

import pytest

from loaders.extract import extract

Said = tuple[str, str, tuple[int | None, int | None], str | None]
HEAD = (
    "UBND TỈNH BẮC GIANG\nSố: 344/BC-UBND\nBắc Giang, ngày 08 tháng 12 năm 2023\n\nBÁO CÁO\n"
    "Tình hình thực hiện các thỏa thuận hợp tác\n\n"
)

CASES: list[tuple[str, str, list[Said]]] = [
    (
        "what stands below the name of a partner is said of it",
        HEAD + "1. Với thành phố Hà Nội\nChương trình hợp tác giai đoạn 2019 - 2024 được ký ngày 02/7/2019.\n\n"
        "2. Với tỉnh Quảng Ninh\nHai tỉnh đã ký Biên bản ghi nhớ giai đoạn 2021 - 2025.\n\n"
        "3. Với tỉnh Lạng Sơn\nThỏa thuận phối hợp thông quan ký tháng 11/2022.\n\n"
        "Phương hướng năm 2024: tiếp tục thực hiện các thỏa thuận đã ký.",
        [
            ("Thành phố Hà Nội", "programme", (2019, 2024), "2019-07-02"),
            ("Quảng Ninh", "memorandum", (2021, 2025), None),
            ("Lạng Sơn", "agreement", (None, None), "2022-11"),
        ],
    ),
    (
        "a row of a table is an item; a column for the day of signing dates it",
        HEAD + "STT | Địa phương | Văn bản | Ngày ký | Giai đoạn\n"
        "1 | Tỉnh Thái Bình | Thỏa thuận hợp tác | 12/3/2016 | 2016 - 2020\n"
        "2 | Tỉnh Hà Giang | Biên bản ghi nhớ | 20/9/2017 | 2017 - 2022",
        [
            ("Thái Bình", "agreement", (2016, 2020), "2016-03-12"),
            ("Hà Giang", "memorandum", (2017, 2022), "2017-09-20"),
        ],
    ),
    (
        "news tell of each partner in a paragraph of its own",
        "30/10/2019\nBắc Giang mở rộng liên kết\n\nTrong tháng 10, tỉnh Bắc Giang ký hợp tác với hai tỉnh.\n\n"
        "Với Nam Định, hai bên ký ngày 8/10 bản ghi nhớ về lao động, thời hạn 2019 - 2022.\n\n"
        "Với Thái Bình, chương trình hợp tác nông nghiệp 2020 - 2024 được ký ngày 22/10.",
        [
            ("Nam Định", "memorandum", (2019, 2022), "2019-10-08"),
            ("Thái Bình", "programme", (2020, 2024), "2019-10-22"),
        ],
    ),
    (
        "each partner has a day, all have the years",
        "24/6/2019\nChỉ trong một tuần, UBND tỉnh Bắc Giang đã ký thỏa thuận hợp tác giai đoạn 2019 - 2023 với UBND "
        "tỉnh Phú Yên (ngày 17/6), UBND tỉnh Bình Định (ngày 19/6).",
        [
            ("Phú Yên", "agreement", (2019, 2023), "2019-06-17"),
            ("Bình Định", "agreement", (2019, 2023), "2019-06-19"),
        ],
    ),
    (
        "the days may follow in turn",
        "24/6/2019\nUBND tỉnh Bắc Giang đã ký thỏa thuận hợp tác với các tỉnh Phú Yên và Bình Định, lần lượt vào ngày "
        "17/6 và ngày 19/6.",
        [
            ("Phú Yên", "agreement", (None, None), "2019-06-17"),
            ("Bình Định", "agreement", (None, None), "2019-06-19"),
        ],
    ),
    (
        "a day may be told from the one before",
        "09/11/2019\nThái Nguyên hôm 30-10, Bắc Kạn hôm sau: ở đâu Chủ tịch UBND tỉnh Bắc Giang cũng ký một thỏa thuận "
        "riêng, đều cho quãng 2020-2025.",
        [
            ("Thái Nguyên", "agreement", (2020, 2025), "2019-10-30"),
            ("Bắc Kạn", "agreement", (2020, 2025), "2019-10-31"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_agreement_with_each_partner(text: str, expected: list[Said]) -> None:
    found = extract(text).agreements
    assert all("Bắc Giang" in {party.name for party in agreement.parties} for agreement in found)
    said = [
        (
            next(party.name for party in agreement.parties if party.name != "Bắc Giang"),
            agreement.kind,
            agreement.period.value if agreement.period else (None, None),
            agreement.signed.value if agreement.signed else None,
        )
        for agreement in found
    ]
    assert said == expected


def test_work_given_to_each_member_of_one_agreement_makes_no_other() -> None:
    text = (
        "UBND TỈNH BẾN TRE\nSố: 12/TB-UBND\nBến Tre, ngày 3 tháng 3 năm 2020\n\nTHÔNG BÁO\nKết luận hội nghị\n\n"
        "Thỏa thuận hợp tác giữa ba tỉnh Bến Tre, Trà Vinh, Vĩnh Long giai đoạn 2020 - 2025 được thực hiện như sau:\n"
        "1. Tỉnh Trà Vinh: nạo vét sông.\n2. Tỉnh Vĩnh Long: lắp trạm đo."
    )
    (agreement,) = extract(text).agreements
    assert len(agreement.parties) == 3
