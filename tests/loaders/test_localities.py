"""Which words name a province, a city or a region, and which only look like it."""

from __future__ import annotations

import pytest

from loaders.localities import find
from loaders.view import view

Named = list[tuple[str, str]]
CASES: list[tuple[str, str, str | None, Named]] = [
    (
        "a province with and without its word",
        "tỉnh Bình Thuận và Ninh Thuận",
        None,
        [("binh-thuan", "locality"), ("ninh-thuan", "locality")],
    ),
    (
        "abbreviations of the largest city",
        "TP.HCM, TPHCM, Tp. Hồ Chí Minh, T.P Hồ Chí Minh",
        None,
        [("ho-chi-minh", "locality")] * 4,
    ),
    (
        "a dash belongs to a name and joins a list",
        "Đồng Nai - Bà Rịa – Vũng Tàu - Bình Dương",
        None,
        [("dong-nai", "locality"), ("ba-ria-vung-tau", "locality"), ("binh-duong", "locality")],
    ),
    ("peace is no province", "hợp tác vì hòa bình và phát triển", None, []),
    ("a person bears a province's name", "ông Nguyễn Hòa Bình và bà Trần Thị Thái Bình", None, []),
    (
        "a president is no city, in a list of cities he is",
        "Chủ tịch Hồ Chí Minh; Hà Nội, Hồ Chí Minh, Đà Nẵng",
        None,
        [("ha-noi", "locality"), ("ho-chi-minh", "locality"), ("da-nang", "locality")],
    ),
    ("an ocean and a battlefield", "Thái Bình Dương, Điện Biên Phủ", None, []),
    ("a river is a place", "lưu vực sông Đồng Nai", None, [("dong-nai", "place")]),
    (
        "the seat of a province is not the province",
        "thành phố Thái Nguyên, tỉnh Thái Nguyên",
        None,
        [("thai-nguyen", "place"), ("thai-nguyen", "locality")],
    ),
    (
        "a university has the name in its own",
        "Đại học Quốc gia Thành phố Hồ Chí Minh",
        None,
        [("ho-chi-minh", "institution")],
    ),
    ("no hamlet: nông thôn", "Sở Nông nghiệp và Phát triển nông thôn Hà Nội", None, [("ha-noi", "locality")]),
    ("a newspaper's name is no city", "báo Sài Gòn Giải Phóng", None, []),
    (
        "a region with and without its word",
        "các tỉnh vùng Tây Nguyên, ĐBSCL và Đông Nam Bộ",
        None,
        [("vung-tay-nguyen", "region"), ("vung-dong-bang-song-cuu-long", "region"), ("vung-dong-nam-bo", "region")],
    ),
    (
        "parts of the country without bounds",
        "các tỉnh phía Bắc và miền Trung",
        None,
        [("mien-bac", "informal"), ("mien-trung", "informal")],
    ),
    (
        "the longest region wins",
        "vùng Bắc Trung Bộ và Duyên hải miền Trung",
        None,
        [("vung-bac-trung-bo-va-duyen-hai-mien-trung", "region")],
    ),
    ("before July 2025 the old province is meant", "tỉnh Lâm Đồng", "2024-05-01", [("lam-dong", "locality")]),
    ("after that the new one", "tỉnh Lâm Đồng", "2025-08-01", [("lam-dong-2025", "locality")]),
    (
        "what is no more keeps its name",
        "tỉnh Bình Thuận (cũ), nay là tỉnh Lâm Đồng",
        "2025-08-01",
        [("binh-thuan", "locality"), ("lam-dong-2025", "locality")],
    ),
    ("the province of the same name at the time", "tỉnh Hậu Giang", "1985-01-01", [("hau-giang-to-1992", "locality")]),
    (
        "one province once, two today",
        "Quảng Nam - Đà Nẵng",
        "2020-01-01",
        [("quang-nam", "locality"), ("da-nang", "locality")],
    ),
    ("one province while it was one", "tỉnh Quảng Nam - Đà Nẵng", "1990-01-01", [("quang-nam-da-nang", "locality")]),
    ("a province long gone needs its word", "sông Cửu Long; tỉnh Hà Tây (cũ)", "2020-01-01", [("ha-tay", "locality")]),
    ("Hà Nam is not Hà Nội", "Hà Nam, Hà Nội", None, [("ha-nam", "locality"), ("ha-noi", "locality")]),
    ("capitals throughout", "UBND TỈNH KHÁNH HOÀ", None, [("khanh-hoa", "locality")]),
]


@pytest.mark.parametrize(("text", "day", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_localities_are_told_from_their_namesakes(text: str, day: str | None, expected: Named) -> None:
    assert [(mention.id, mention.kind) for mention in find(view(text), day)] == expected
