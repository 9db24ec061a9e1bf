"""How texts name bodies, and to which locality each belongs: one table, a reason per row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import bodies
from loaders.analysis import analyse
from ontology.vocabulary import vocabulary

#: A letterhead gives the document a home: bodies without a locality are Bình Thuận's.
HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Hợp tác với tỉnh Lâm Đồng\n\n"
)

ELSEWHERE = [
    # (text, expected bodies as (name, locality or None), reason)
    ("Sở Y tế tỉnh Lâm Đồng báo cáo.", [("Sở Y tế", "Lâm Đồng")], "a locality right after the name"),
    ("Sở VHTT&DL Lâm Đồng báo cáo.", [("Sở Văn hóa, Thể thao và Du lịch", "Lâm Đồng")], "initials stand for words"),
    ("Sở NN và PTNT Lâm Đồng báo cáo.", [("Sở Nông nghiệp và Phát triển nông thôn", "Lâm Đồng")], "initials in part"),
    ("Sở Lao động - TB&XH Lâm Đồng.", [("Sở Lao động - Thương binh và Xã hội", "Lâm Đồng")], "words and initials"),
    (
        "Sở Văn hoá Thể thao và Du lịch Lâm Đồng.",
        [("Sở Văn hóa, Thể thao và Du lịch", "Lâm Đồng")],
        "no comma, new tone",
    ),
    (
        "Sở Công Thương Lâm Đồng và thành phố Cần Thơ.",
        [("Sở Công Thương", "Lâm Đồng"), ("Sở Công Thương", "Cần Thơ")],
        "two localities make two bodies",
    ),
    (
        "Sở Du lịch, Sở Công Thương tỉnh Lâm Đồng.",
        [("Sở Du lịch", "Lâm Đồng"), ("Sở Công Thương", "Lâm Đồng")],
        "a list shares the locality of its last member",
    ),
    ("Sở Y tế các tỉnh vùng Tây Nguyên.", [("Sở Y tế", "Vùng Tây Nguyên")], "the provinces of a region"),
    (
        "Công an 3 tỉnh: Lâm Đồng, Đắk Nông và Đồng Nai.",
        [("Công an", "Lâm Đồng"), ("Công an", "Đắk Nông"), ("Công an", "Đồng Nai")],
        "a counted list after a colon",
    ),
    (
        "các Sở: Y tế, Công Thương, GTVT tỉnh Lâm Đồng",
        [("Sở Y tế", "Lâm Đồng"), ("Sở Công Thương", "Lâm Đồng"), ("Sở Giao thông vận tải", "Lâm Đồng")],
        "a list that elides its head noun",
    ),
    (
        "Bí thư Tỉnh ủy Lâm Đồng dự hội nghị.",
        [("Tỉnh ủy", "Lâm Đồng")],
        "an office names the organisation behind it",
    ),
    (
        "Phó Bí thư Thường trực Thành ủy Cần Thơ.",
        [("Thành ủy", "Cần Thơ")],
        "Thường trực belongs to the office, not to the organ",
    ),
    ("Ủy viên Trung ương Đảng đến dự.", [], "an office that names no organisation"),
    ("Các đồng chí Tỉnh ủy viên.", [], "members are people"),
    ("Xây dựng Chính phủ điện tử.", [], "a programme, not the Government"),
    ("Căn cứ Luật Tổ chức Chính phủ năm 2015.", [], "the title of a law"),
    ("các cơ sở y tế của tỉnh Lâm Đồng", [], "cơ sở y tế is no department"),
    ("UBND các tỉnh, thành phố trong cả nước", [], "a group without a name"),
    ("phối hợp với các bệnh viện, các đơn vị liên quan", [], "groups without a name"),
    ("thành lập Trung tâm Xúc tiến nông sản", [], "what is yet to be founded is an output"),
    ("khu kinh tế Nhơn Hội và cảng Quy Nhơn", [], "Hội ends a name"),
    ("Hội nghị Xúc tiến đầu tư tại Lâm Đồng", [], "hội nghị is no association"),
    (
        "Trường Đại học Y Dược Cần Thơ ký.",
        [("Trường Đại học Y Dược Cần Thơ", None)],
        "a university keeps its place name",
    ),
    (
        "ĐHQG TP.HCM ký với Lâm Đồng.",
        [("Đại học Quốc gia Thành phố Hồ Chí Minh", None)],
        "its city by the official name",
    ),
    ("Bộ Công Thương thông báo.", [("Bộ Công Thương", None)], "ministries are the nation's"),
    ("Hiệp hội Du lịch Việt Nam tài trợ.", [("Hiệp hội Du lịch Việt Nam", None)], "the name says for where"),
    (
        "Viện Lúa Đồng bằng sông Cửu Long cấp giống.",
        [("Viện Lúa Đồng bằng sông Cửu Long", None)],
        "a region in the name",
    ),
    (
        "Viện Nghiên cứu phát triển thành phố Hồ Chí Minh đề xuất.",
        [("Viện Nghiên cứu phát triển", "Thành phố Hồ Chí Minh")],
        "an open name ends where its locality begins",
    ),
    (
        "Ban Quản lý Di sản Tràng An số hóa hồ sơ hiện vật của tỉnh Ninh Bình",
        [("Ban Quản lý Di sản Tràng An", "Ninh Bình")],
        "an open name ends after a proper name; the province is the one of the sentence",
    ),
    (
        "Công ty cổ phần Minh Phát và Hợp tác xã Trường An ký hợp đồng.",
        [("Công ty cổ phần Minh Phát", None), ("Hợp tác xã Trường An", None)],
        "a second head noun begins a second body",
    ),
    (
        "Trung tâm Xúc tiến Thương mại và Đầu tư thành phố Hồ Chí Minh (ITPC) tham gia.",
        [("Trung tâm Xúc tiến Thương mại và Đầu tư", "Thành phố Hồ Chí Minh")],
        "an abbreviation in brackets is the same body",
    ),
]

AT_HOME = [
    (
        "Thanh tra Sở Y tế tỉnh Lâm Đồng và Đảng ủy Đại học Thái Nguyên.",
        [("Thanh tra Sở Y tế", "Lâm Đồng"), ("Đảng ủy Đại học Thái Nguyên", None)],
        "some bodies are named after the one they are part of",
    ),
    ("Vụ Pháp chế (Bộ Công Thương).", [("Vụ Pháp chế", None), ("Bộ Công Thương", None)], "a second body in brackets"),
    (
        "Bệnh viện Phụ sản Cần Thơ, Bệnh viện Đa khoa Trung ương Cần Thơ.",
        [("Bệnh viện Phụ sản", "Cần Thơ"), ("Bệnh viện Đa khoa Trung ương Cần Thơ", None)],
        "a hospital is its city's unless it is a central one",
    ),
    ("UBND tỉnh ủy quyền ký kết.", [("Ủy ban nhân dân", "Bình Thuận")], "a verb is no organ of the Party"),
    (
        "Đại biểu từ Lâm Đồng | Sở Du lịch | 2022",
        [("Sở Du lịch", "Bình Thuận")],
        "another cell of a table says nothing of this one",
    ),
    ("UBND tỉnh họp.", [("Ủy ban nhân dân", "Bình Thuận")], "tỉnh is the province that speaks"),
    ("Giao Sở Y tế thực hiện.", [("Sở Y tế", "Bình Thuận")], "so is nothing at all"),
    (
        "Sở Du lịch và Sở Du lịch tỉnh Lâm Đồng.",
        [("Sở Du lịch", "Bình Thuận"), ("Sở Du lịch", "Lâm Đồng")],
        "one name twice is ours and theirs",
    ),
    (
        "UBND thành phố Phan Thiết và UBND huyện Bắc Bình.",
        [("Ủy ban nhân dân", "Phan Thiết"), ("Ủy ban nhân dân", "Bắc Bình")],
        "below the province the unit is the locality",
    ),
    (
        "Các ban Tổ chức, Tuyên giáo, Dân vận Tỉnh ủy.",
        [
            ("Ban Tổ chức Tỉnh ủy", "Bình Thuận"),
            ("Ban Tuyên giáo Tỉnh ủy", "Bình Thuận"),
            ("Ban Dân vận Tỉnh ủy", "Bình Thuận"),
        ],
        "commissions share their organ",
    ),
    ("Lưu: VT, TT. HĐND tỉnh.", [("Thường trực Hội đồng nhân dân", "Bình Thuận")], "recipients are named too"),
]


def _bodies(text: str, sides: tuple[str, ...] = ()) -> list[tuple[str, str | None]]:
    reading = analyse(text)
    found = bodies.named(reading, bodies.find(reading, sides))
    return [(body.name, body.jurisdiction.name if body.jurisdiction else None) for body in found]


@pytest.mark.parametrize(("text", "expected", "reason"), ELSEWHERE, ids=[row[2] for row in ELSEWHERE])
def test_bodies_are_named_with_their_locality(text, expected, reason):
    assert _bodies(text) == expected, reason


DISTRICTS = [
    # (text, expected bodies as (name, district or locality, province), reason)
    (
        "UBND huyện Tân Phú, tỉnh Đồng Nai và UBND huyện Đạ Huoai (Lâm Đồng) họp.",
        [("Ủy ban nhân dân", "Tân Phú", "Đồng Nai"), ("Ủy ban nhân dân", "Đạ Huoai", "Lâm Đồng")],
        "the province is said after the district",
    ),
    (
        "UBND các huyện: Tân Phước, Cái Bè và thị xã Gò Công tỉnh Tiền Giang.",
        [("Ủy ban nhân dân", town, "Tiền Giang") for town in ("Tân Phước", "Cái Bè", "Gò Công")],
        "a list of districts is as many bodies",
    ),
    (
        "Huyện ủy Mèo Vạc, Huyện ủy Đồng Văn tỉnh Hà Giang.",
        [("Huyện ủy", "Mèo Vạc", "Hà Giang"), ("Huyện ủy", "Đồng Văn", "Hà Giang")],
        "an organ of districts needs no rank before the name",
    ),
    (
        "Trung tâm Y tế huyện Phú Quý tỉnh Bình Thuận.",
        [("Trung tâm Y tế", "Phú Quý", "Bình Thuận")],
        "a district at the end of a name that goes on",
    ),
    (
        "UBND huyện Bắc Hà, Sở Du lịch tỉnh Lào Cai.",
        [("Ủy ban nhân dân", "Bắc Hà", "Lào Cai"), ("Sở Du lịch", "Lào Cai", "Lào Cai")],
        "a department after a comma is no district",
    ),
    ("UBND Quận 7, Thành phố Hồ Chí Minh.", [("Ủy ban nhân dân", "Quận 7", "Thành phố Hồ Chí Minh")], "a numbered one"),
    ("UBND xã Hồ Thị Kỷ tỉnh Cà Mau.", [("Ủy ban nhân dân", "Hồ Thị Kỷ", "Cà Mau")], "communes are called like people"),
    ("Chủ tịch UBND huyện Nguyễn Văn Bình.", [], "a person, and the district without a name"),
    ("Tỉnh Bắc Giang và Công an huyện.", [], "a rank without a name"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), DISTRICTS, ids=[row[2] for row in DISTRICTS])
def test_a_district_is_the_locality_of_its_bodies_and_lies_in_a_province(text, expected, reason):
    reading = analyse(text)
    found = bodies.named(reading, bodies.find(reading))
    assert [(b.name, b.jurisdiction and b.jurisdiction.name, b.province and b.province.name) for b in found] == expected


@pytest.mark.parametrize(("text", "expected", "reason"), AT_HOME, ids=[row[2] for row in AT_HOME])
def test_bodies_without_a_locality_belong_to_the_province_that_speaks(text, expected, reason):
    assert [body for body in _bodies(HEAD + text) if body not in _bodies(HEAD)] == [
        body for body in expected if body not in _bodies(HEAD)
    ], reason
    assert set(expected) <= set(_bodies(HEAD + text)), reason


def test_two_localities_means_the_sides():
    found = _bodies("Sở Công Thương hai địa phương ký kế hoạch.", ("lam-dong", "binh-thuan"))
    assert found == [("Sở Công Thương", "Lâm Đồng"), ("Sở Công Thương", "Bình Thuận")]


def test_groups_without_a_name_are_no_bodies():
    assert _bodies(HEAD + "Các sở, ngành có liên quan triển khai.") == _bodies(HEAD)


def test_every_body_shows_its_words_and_how_its_locality_was_inferred():
    reading = analyse(HEAD + "Giao Sở Y tế thực hiện.")
    body = next(b for b in bodies.named(reading, bodies.find(reading)) if b.name == "Sở Y tế")
    assert [e.quote for e in body.evidence] == ["Sở Y tế"]
    assert body.inferred is not None
    assert body.inferred.rule == "jurisdiction:home"


_KINDS = [label for kind in vocabulary().body_kinds.values() for label in (*kind.labels, *kind.hidden)]
_WORDS = st.sampled_from(
    [
        *_KINDS,
        "tỉnh",
        "hai địa phương",
        "Lâm Đồng",
        "TP.HCM",
        "và",
        ",",
        ";",
        ":",
        "(",
        "\n",
        "giao",
        "các",
        "của",
        "Sở",
        "Bên A",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join))
def test_any_heap_of_names_is_read_and_every_quote_holds(text):
    reading = analyse(text)
    found = bodies.named(reading, bodies.find(reading, ("lam-dong", "binh-thuan")))
    assert all(text[e.start : e.end] == e.quote for body in found for e in body.evidence)
    assert found == bodies.named(reading, bodies.find(reading, ("lam-dong", "binh-thuan")))
