"""A text built against the patterns is read in time that grows in step with its length."""

from __future__ import annotations

import pytest

from loaders.extract import extract

PLAN = (
    "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\nSố: 15/KH-UBND\nBình Thuận, ngày 02 tháng 3 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Thỏa thuận hợp tác giữa tỉnh Bình Thuận và tỉnh Lâm Đồng giai đoạn 2021 - 2025\n\nII. NHIỆM VỤ\n\n"
)


@pytest.mark.parametrize(
    "piece",
    [
        "Sở ",
        "các ",
        "và ",
        "giao ",
        "phối hợp với ",
        "hai ",
        "Bên A ",
        "đề nghị ",
        "; ",
        "- ",
        "1 | ",
        "tháng 1 và ",
        "sau khi ",
        "Trung tâm A",
        "Đảng ủy ",
        "Thanh tra Sở ",
        "trước ",
        "lần đầu ",
    ],
)
def test_reading_grows_in_step_with_the_text(piece):
    """Doubled eight times over, a text built against the patterns is still read at once."""
    text = PLAN + "1. " + piece * 4000
    assert extract(text) is not None
