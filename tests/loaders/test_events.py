"""What happened, when, where and under whom: one text for each way of telling it."""

from __future__ import annotations

import pytest

from loaders.extract import extract

#: Sides without which a text tells of no cooperation.
SIDES = " Hai tỉnh Kon Tum và Gia Lai ký kết thỏa thuận hợp tác giai đoạn 2020 - 2025."

MEETINGS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("a review", "Ngày 5/6/2020, hai tỉnh mở hội nghị sơ kết một năm hợp tác.", [("review", "2020-06-05")]),
    ("looking back is a review", "Ngày 5/6/2020, hai tỉnh họp nhìn lại một năm hợp tác.", [("review", "2020-06-05")]),
    ("a visit", "Ngày 5/6/2020, đoàn Gia Lai đến thăm Kon Tum.", [("visit", "2020-06-05")]),
    ("a working session", "Ngày 5/6/2020, Kon Tum làm việc với Gia Lai.", [("working-session", "2020-06-05")]),
    ("sitting down together", "Ngày 5/6/2020, hai tỉnh ngồi lại bàn tiếp.", [("working-session", "2020-06-05")]),
    ("a committee meets", "Ngày 5/6/2020, Ban Thường vụ Tỉnh ủy họp bàn.", [("working-session", "2020-06-05")]),
    ("a conference", "Hội nghị diễn ra ngày 5/6/2020 tại Pleiku.", [("conference", "2020-06-05")]),
    (
        "two meetings on two days",
        "Ngày 5/6/2020, hai tỉnh họp bàn. Ngày 7/8/2020, hội nghị tổng kết được tổ chức.",
        [("working-session", "2020-06-05"), ("review", "2020-08-07")],
    ),
    (
        "a day without its year is in the year of the text",
        "Sáng 5/6, hai tỉnh họp bàn năm 2020.",
        [("working-session", "2020-06-05")],
    ),
    ("a meeting to come has not happened", "Dự kiến ngày 5/6/2020 sẽ mở hội nghị sơ kết.", []),
    ("a deadline is no meeting", "Các sở chuẩn bị hội nghị trước ngày 5/6/2020.", []),
    ("the day of a paper is no meeting's", "Công văn số 8/UBND-TH, ngày 5/6/2020, nói về hội nghị.", []),
    (
        "a city whose name is also a word for must",
        "Ngày 5/6/2020, Cần Thơ mở hội nghị.",
        [("conference", "2020-06-05")],
    ),
    ("a meeting that is only announced", "Ngày 5/6/2020, hai Sở họp báo giới thiệu hội nghị.", []),
    ("a press conference is for the press", "Ngày 5/6/2020, Sở Du lịch họp báo.", []),
    ("an anniversary is no meeting", "Hai tỉnh mở hội nghị dịp kỷ niệm 45 năm thống nhất (30/4/1975 - 30/4/2020).", []),
]


@pytest.mark.parametrize(("reason", "text", "events"), MEETINGS, ids=[row[0] for row in MEETINGS])
def test_a_meeting_is_held_on_a_day(reason: str, text: str, events: list[tuple[str, str]]) -> None:
    found = [event for event in extract(text + SIDES).events if event.kind != "signing"]
    assert [(event.kind, event.date) for event in found] == events, reason


PLACES: list[tuple[str, str, str | None]] = [
    ("behind the day", "Ngày 5/6/2020, tại tỉnh Gia Lai, hai tỉnh họp bàn.", "Gia Lai"),
    ("before the day", "Tại tỉnh Gia Lai, ngày 5/6/2020, hai tỉnh họp bàn.", "Gia Lai"),
    ("a town stands for its province", "Ngày 5/6/2020, tại thành phố Vũng Tàu, hai tỉnh họp bàn.", "Bà Rịa - Vũng Tàu"),
    ("the seat of a province by its own name", "Ngày 5/6/2020, tại Quy Nhơn, hai tỉnh họp bàn.", "Bình Định"),
    ("a seat after the mergers of 2025", "Ngày 5/6/2026, tại phường Quy Nhơn, hai tỉnh họp bàn.", "Gia Lai"),
    ("a longer name that begins like a town's", "Ngày 5/6/2020, tại Vinh Quang, hai tỉnh họp bàn.", None),
    (
        "the sides behind a place without a name are not it",
        "Ngày 5/6/2020, tại phường An Phú, UBND tỉnh Gia Lai họp.",
        None,
    ),
]


@pytest.mark.parametrize(("reason", "text", "place"), PLACES, ids=[row[0] for row in PLACES])
def test_a_meeting_is_held_at_the_place_said_with_its_day(reason: str, text: str, place: str | None) -> None:
    (event,) = [event for event in extract(text + SIDES).events if event.kind != "signing"]
    assert (event.place.name if event.place else None) == place, reason


def test_a_signing_has_its_own_day_and_place() -> None:
    text = (
        "Ngày 29/11/2024, tại tỉnh Gia Lai, hai tỉnh họp bàn. Thỏa thuận hợp tác giữa tỉnh Kon Tum và tỉnh Phú Yên "
        "giai đoạn 2023 - 2025 được ký ngày 11/3/2023 tại tỉnh Phú Yên."
    )
    (signing,) = [event for event in extract(text).events if event.kind == "signing"]
    assert (signing.date, signing.place.name if signing.place else None) == ("2023-03-11", "Phú Yên")


Chair = tuple[str | None, str | None, str | None]
CHAIRS: list[tuple[str, str, list[Chair]]] = [
    (
        "an office",
        "Ngày 5/6/2020, Phó Chủ tịch UBND tỉnh Kon Tum chủ trì cuộc họp.",
        [(None, "Phó Chủ tịch UBND tỉnh Kon Tum", "Ủy ban nhân dân")],
    ),
    (
        "a person with offices, the last of which counts",
        "Ngày 5/6/2020, hai tỉnh họp. Đồng chí Trần Văn Bình, Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Kon Tum chủ trì họp.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh Kon Tum", "Ủy ban nhân dân")],
    ),
    (
        "an office, then its person",
        "Ngày 5/6/2020, Bí thư Tỉnh ủy Kon Tum Trần Văn Bình chủ trì buổi làm việc.",
        [("Trần Văn Bình", "Bí thư Tỉnh ủy Kon Tum", "Tỉnh ủy")],
    ),
    (
        "two persons together",
        "Ngày 5/6/2020, đồng chí Trần Văn Bình, Bí thư Tỉnh ủy Kon Tum và bà Lê Thị Hoa, Bí thư Tỉnh ủy Gia Lai "
        "đồng chủ trì hội nghị.",
        [
            ("Trần Văn Bình", "Bí thư Tỉnh ủy Kon Tum", "Tỉnh ủy"),
            ("Lê Thị Hoa", "Bí thư Tỉnh ủy Gia Lai", "Tỉnh ủy"),
        ],
    ),
    (
        "a list behind the verb",
        "Ngày 5/6/2020, hai tỉnh họp. Đồng chủ trì có các đồng chí: Trần Văn Bình, Bí thư Tỉnh ủy Kon Tum; "
        "Lê Thị Hoa, Bí thư Tỉnh ủy Gia Lai.",
        [
            ("Trần Văn Bình", "Bí thư Tỉnh ủy Kon Tum", "Tỉnh ủy"),
            ("Lê Thị Hoa", "Bí thư Tỉnh ủy Gia Lai", "Tỉnh ủy"),
        ],
    ),
    (
        "under the chair of",
        "Ngày 5/6/2020, dưới sự chủ trì của ông Trần Văn Bình, Chủ tịch UBND tỉnh Kon Tum, hai tỉnh đã họp bàn.",
        [("Trần Văn Bình", "Chủ tịch UBND tỉnh Kon Tum", "Ủy ban nhân dân")],
    ),
    ("who leads a task chairs nothing", "Ngày 5/6/2020, hai tỉnh họp. Giao Sở Du lịch Kon Tum chủ trì thực hiện.", []),
]


@pytest.mark.parametrize(("reason", "text", "chairs"), CHAIRS, ids=[row[0] for row in CHAIRS])
def test_a_meeting_is_chaired_by_persons_or_offices(reason: str, text: str, chairs: list[Chair]) -> None:
    (event,) = [event for event in extract(text + SIDES).events if event.kind != "signing"]
    said = [(chair.person, chair.role, chair.body.name if chair.body else None) for chair in event.chairs]
    assert said == chairs, reason
