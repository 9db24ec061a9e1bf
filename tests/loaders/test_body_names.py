"""Where a name that goes on after its head noun ends, what only looks like one, and whose it then is."""

from __future__ import annotations

import pytest

from loaders import bodies
from loaders.analysis import analyse

#: A letterhead gives the document a home: bodies without a locality are Phú Yên's.
HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN\nSố: 18/TB-UBND\nPhú Yên, ngày 15 tháng 5 năm 2019\n\nTHÔNG BÁO\n"
    "Kết luận cuộc họp về hợp tác giữa tỉnh Phú Yên và tỉnh Gia Lai\n\n"
)
HOME, OTHER = "Phú Yên", "Gia Lai"

NAMES = [
    # (sentence, bodies as (name, locality), reason)
    ("Làm việc với Cục Hàng không Việt Nam.", [("Cục Hàng không Việt Nam", None)], "hàng không is one word"),
    ("Tổng công ty Cảng hàng không Việt Nam họp.", [("Tổng công ty Cảng hàng không Việt Nam", None)], "also inside"),
    ("Công ty Dệt may Thắng Lợi không dự.", [("Công ty Dệt may Thắng Lợi", None)], "không denies what follows"),
    ("Trường Cao đẳng Hàng không tuyển sinh.", [("Trường Cao đẳng Hàng không", None)], "a verb ends a name"),
    ("Bệnh viện Phú Yên nhận bệnh nhân.", [("Bệnh viện Phú Yên", None)], "a hospital called like its province"),
    ("Bệnh viện Đa khoa tỉnh Gia Lai họp.", [("Bệnh viện Đa khoa", OTHER)], "a rank says whose it is"),
    ("Ngân hàng Công thương Gia Lai cho vay.", [("Ngân hàng Công thương", OTHER)], "a bank of a province"),
    ("Ngân hàng Á Châu cho vay.", [("Ngân hàng Á Châu", None)], "a bank is nobody's where nothing is said"),
    ("Xây dựng ngân hàng đề thi chung.", [], "a bank of questions"),
    ("Cùng Nhà máy Thủy điện Sông Hinh xả nước.", [("Nhà máy Thủy điện Sông Hinh", None)], "a plant with a name"),
    ("Nhà máy Thủy điện đi vào hoạt động.", [], "a plant without one"),
    ("Xây dựng Nhà máy Đường Tuy Hòa.", [], "what is to be built is none yet"),
    (
        "Công ty Cổ phần Du lịch Sao Việt và Khu du lịch Biển Hồ ký kết.",
        [("Công ty cổ phần Du lịch Sao Việt", None)],
        "another kind of thing begins a name of its own",
    ),
    (
        "Công ty Cổ phần Đầu tư và Xây dựng Hải Vân thi công.",
        [("Công ty cổ phần Đầu tư và Xây dựng Hải Vân", None)],
        "a second trade does not",
    ),
    (
        "Phòng Giáo dục Tiểu học hai Sở là đầu mối.",
        [("Phòng Giáo dục Tiểu học", HOME), ("Phòng Giáo dục Tiểu học", OTHER)],
        "a division of both departments",
    ),
    ("Họp tại Phòng Hội nghị tầng 2.", [], "a room"),
    ("Sở Y tế Hải Phòng Giáp ranh.", [("Sở Y tế", "Hải Phòng")], "the end of a place's name"),
    ("VĂN HÓA - XÃ HỘI  MULTIMEDIA", [], "the menu of a page"),
    ("Tổ công tác chung họp mỗi quý.", [], "a group that is yet to have a name"),
    (
        "Trung tâm Giống cây trồng Đà Lạt gửi giống.",
        [("Trung tâm Giống cây trồng Đà Lạt", None)],
        "a town elsewhere is not ours",
    ),
    (
        "Trung tâm Giống cây trồng Tuy Hòa gửi giống.",
        [("Trung tâm Giống cây trồng Tuy Hòa", HOME)],
        "a town of ours is",
    ),
    ("Đề nghị tỉnh Gia Lai chỉ đạo Chi cục Kiểm lâm tuần tra.", [("Chi cục Kiểm lâm", OTHER)], "the director's own"),
    (
        "Chi cục Kiểm lâm tuần tra ở vùng giáp Gia Lai.",
        [("Chi cục Kiểm lâm", HOME)],
        "a place named later directs nobody",
    ),
    (
        "Đoàn công tác tỉnh Gia Lai thăm cảng. Tham gia đoàn có lãnh đạo Hội Nông dân tỉnh, Sở Nội vụ.",
        [("Hội Nông dân", OTHER), ("Sở Nội vụ", OTHER)],
        "those of a delegation are of its province",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "reason"), NAMES, ids=[row[2] for row in NAMES])
def test_a_name_ends_where_the_language_says_so(
    sentence: str, expected: list[tuple[str, str | None]], reason: str
) -> None:
    reading = analyse(HEAD + sentence)
    said = [mention for mention in bodies.find(reading) if mention.start >= len(HEAD) - 2]
    named = bodies.named(reading, said)
    assert sorted((b.name, b.jurisdiction.name if b.jurisdiction else "") for b in named) == sorted(
        (name, place or "") for name, place in expected
    ), reason
