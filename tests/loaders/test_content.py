"""Which fields a text names as content of a cooperation, and of which of its phases."""

from __future__ import annotations

import pytest

from loaders.extract import extract

AGREED = "Ngày 5/5/2020, tỉnh Hà Nam và tỉnh Thái Bình ký kết chương trình hợp tác giai đoạn 2020 - 2025. "
CASES: list[tuple[str, str, list[set[str]]]] = [
    (
        "a list of fields",
        AGREED + "Hai bên hợp tác trong các lĩnh vực: du lịch, y tế, giáo dục và đào tạo.",
        [{"tourism", "health", "education-training"}],
    ),
    (
        "the name of a department is no field, what it must do is",
        AGREED + "Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Y tế rà soát các tuyến xe buýt.",
        [{"transport-infrastructure"}],
    ),
    (
        "where no words say the field the name of the lead does",
        AGREED + "\n\n- Giao Sở Du lịch hoàn thiện danh mục việc chung, trình trước ngày 30/6/2020.",
        [{"tourism"}],
    ),
    (
        "an effect is no content",
        AGREED + "Hai bên liên kết phát triển du lịch, góp phần giải quyết việc làm cho người dân.",
        [{"tourism"}],
    ),
    (
        "what somebody says of his province in general is no content",
        AGREED
        + "Chủ tịch tỉnh Hà Nam giới thiệu khái quát về an ninh chính trị của tỉnh. Hai bên hợp tác về năng lượng.",
        [{"energy"}],
    ),
    (
        "a favourable environment is not the environment",
        AGREED + "Hai tỉnh tạo môi trường thuận lợi để phát triển nông nghiệp.",
        [{"agriculture"}],
    ),
    (
        "to invest in a road is transport",
        AGREED + "Hai tỉnh cùng đầu tư tuyến cao tốc.",
        [{"transport-infrastructure"}],
    ),
    (
        "what others do elsewhere does not count",
        AGREED + "Hai bên hợp tác về du lịch. Tỉnh Cà Mau vừa khởi công nhà máy điện gió.",
        [{"tourism"}],
    ),
    (
        "publicity for the programme is no media",
        AGREED + "Hai bên hợp tác về y tế, tăng cường tuyên truyền về chương trình hợp tác.",
        [{"health"}],
    ),
    (
        "words that are a field alone and none in these",
        AGREED + "Hai bên hợp tác về y tế; thay đổi cách làm để việc làm ăn thuận lợi, cử cán bộ đầu mối, "
        "trao đổi ngân hàng câu hỏi, chọn cán bộ trong quy hoạch, bố trí vốn chuẩn bị đầu tư.",
        [{"health"}],
    ),
    (
        "the name of a works is no field",
        AGREED + "Hai tỉnh hợp tác với Nhà máy Thuỷ điện Đa Nhim, Ngân hàng Công thương Hà Nam về y tế.",
        [{"health"}],
    ),
    (
        "what is kept in order at a place of tourism is tourism",
        AGREED + "Hai tỉnh phát triển du lịch, bảo đảm an ninh trật tự, vệ sinh môi trường tại các điểm đến.",
        [{"tourism"}],
    ),
    (
        "what a delegation saw is no content",
        AGREED + "Hai bên hợp tác về năng lượng. Chiều cùng ngày, đoàn tham quan khu công nghiệp và dự án điện gió.",
        [{"energy"}],
    ),
    (
        "the figures that one side reports of itself are no content",
        AGREED + "Thông tin với đoàn, lãnh đạo Hà Nam cho biết xuất khẩu tăng 9%, công nghiệp đạt 5.000 tỷ đồng. "
        "Hai bên hợp tác về năng lượng.",
        [{"energy"}],
    ),
    (
        "what the sides agree on counts beside the subject of their programme",
        "Ngày 5/5/2020, tỉnh Hà Nam và tỉnh Thái Bình ký kết chương trình hợp tác phát triển du lịch giai đoạn 2020 - "
        "2025. Các bên thống nhất kiến nghị mở rộng tuyến cao tốc.",
        [{"tourism", "transport-infrastructure"}],
    ),
    (
        "words that only point to a field count where something is done",
        AGREED + "Hai bên hợp tác về năng lượng. Bệnh viện Thái Bình cử bác sỹ sang giúp, nhận hội chẩn từ xa.",
        [{"energy", "health"}],
    ),
    (
        "and not where something is",
        AGREED + "Hai bên hợp tác về năng lượng. Lễ ký diễn ra tại khách sạn ở trung tâm.",
        [{"energy"}],
    ),
    (
        "a festival is called after its goods, a road is where something lies",
        AGREED + "Hai bên hợp tác về y tế, cùng dự Lễ hội Trái cây, gặp nhau dọc quốc lộ 1.",
        [{"health"}],
    ),
    (
        "money put into a road is no investment, into projects it is",
        AGREED + "Hai tỉnh đầu tư gần 3.200 tỷ đồng nối thông đường tỉnh 837.",
        [{"transport-infrastructure"}],
    ),
    (
        "who attends and what went badly",
        AGREED
        + "Hai bên hợp tác về y tế. Dự hội nghị có 300 đại biểu của các công ty lữ hành. Chưa được: cao tốc chậm.",
        [{"health"}],
    ),
    (
        "the police agree on nothing but order",
        "Ngày 5/5/2020, Công an tỉnh Hà Nam và Công an tỉnh Thái Bình ký Quy chế phối hợp bảo đảm an ninh trật tự giai "
        "đoạn 2020 - 2025.\n\n- Lập chốt ở rừng giáp ranh, quốc lộ 10.",
        [{"defence-security"}],
    ),
    (
        "what two departments of one kind agree on is what they are for",
        "Ngày 5/5/2020, Sở Y tế Hà Nam và Sở Y tế Thái Bình ký kết chương trình hợp tác giai đoạn 2020 - 2025.",
        [{"health"}],
    ),
    (
        "who only attends is not what it is about",
        AGREED + "Hai bên hợp tác về năng lượng. Dự lễ ký có lãnh đạo Sở Y tế Hà Nam và Sở Y tế Thái Bình.",
        [{"energy"}],
    ),
    (
        "a longer sign holds the name of another field",
        AGREED + "Công an hai tỉnh phối hợp xóa tín dụng đen.",
        [{"defence-security"}],
    ),
    (
        "results belong to the phase that is over, plans to the next",
        "Hội nghị tổng kết Chương trình hợp tác giữa tỉnh Hà Nam và tỉnh Thái Bình giai đoạn 2011 - 2015 và kế "
        "hoạch hợp "
        "tác giai đoạn 2016 - 2020.\n\nThời gian qua, hai tỉnh đã phối hợp về giao thông vận tải.\n\nThời gian "
        "tới, hai "
        "tỉnh sẽ đẩy mạnh hợp tác về năng lượng.",
        [{"transport-infrastructure"}, {"energy"}],
    ),
    (
        "a section for each partner",
        "Báo cáo các chương trình hợp tác giữa tỉnh Hà Nam với tỉnh Thái Bình và tỉnh Nam Định: Chương trình hợp "
        "tác giữa "
        "tỉnh Hà Nam và tỉnh Thái Bình giai đoạn 2016 - 2020; Chương trình hợp tác giữa tỉnh Hà Nam và tỉnh Nam "
        "Định giai "
        "đoạn 2017 - 2021.\n\n1. Về hợp tác với tỉnh Thái Bình\n\n- Phát triển du lịch.\n\n2. Về hợp tác với tỉnh Nam "
        "Định\n\n- Phát triển y tế.",
        [{"tourism"}, {"health"}],
    ),
    (
        "the department that must act names a field besides those that the words name",
        AGREED + "Hai bên phân công:\n- Giao Sở Y tế tổ chức đào tạo 20 kíp mổ cho các bệnh viện tuyến dưới.",
        [{"health", "education-training"}],
    ),
    ("no cooperation, no fields", "Tỉnh Hà Nam phát triển du lịch, y tế và nông nghiệp.", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_fields_are_the_content_of_the_cooperation(text: str, expected: list[set[str]]) -> None:
    assert [{field.top for field in agreement.fields} for agreement in extract(text).agreements] == expected
