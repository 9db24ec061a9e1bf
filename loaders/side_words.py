"""The words by which sides are told from venues, guests, examples, roads and private actors."""

from __future__ import annotations

import regex

from loaders.side_sets import STRONG

#: Where something happens is no side: `tại tỉnh X`, `diễn ra ở X`, `trên địa bàn X`.
VENUE = regex.compile(r"\b(?:tại|ở|trên địa bàn|đến từ|quê)\s(?:[\p{L}]++\s){0,2}?$")
#: `đến làm việc với`, `đã có buổi làm việc với`, `tiếp và làm việc với`, `thăm`: one side comes to the other.
VISIT = regex.compile(
    r"\b(?:(?:làm việc|ngồi lại|gặp gỡ) (?:với|cùng)|(?:đến|sang|về|ra|vào) (?:thăm|làm việc|trao đổi|học tập"
    r"|nghiên cứu)|thăm(?: và"
    r"|,) làm việc|thăm, "
    r"|tiếp(?: và làm việc với)? đoàn|hội đàm với|trao đổi kinh nghiệm (?:với|tại))\b"
)
#: `làm việc với Bộ …, với doanh nghiệp`: not a visit between localities.
#: `Phía thành phố Hà Nội còn có …`, `Về phía tỉnh Bắc Kạn có …`: a report lists who came for each side.
PARTY_OF_REPORT = regex.compile(r"\b(?:về )?phía (?:lãnh đạo |đoàn |đoàn công tác )?$")
#: `hợp tác … với X`: the partner after the act; `giữa` has both sides after it and is read from the group.
WITH = regex.compile(
    r"\b(?:với|cùng)\s(?:(?:các|từng|một số|lãnh đạo|ubnd|tỉnh ủy|thành ủy|ban thường vụ|tỉnh|thành phố|địa phương"
    r"|\d{1,2}):?\s)*+$"
)
BY_WHOM = regex.compile(r"\b(?:được|do|mà)\b[^.;]{0,60}$")
#: `A ngồi lại với B bàn chuyện liên kết`: a verb between the sides; not comparison, borders, roads, daily coordination.
MEETS = regex.compile(r"^[^,.;:()\n]{2,60}\b(?:với|cùng)\b[^,.;:()\n]{0,40}$")
MEETS_NOT = regex.compile(
    r"\b(?:so|đối|giáp|nối|phối hợp|kết nối|trận|thắng|thua|hòa|giống|khác|gắn|cách|trùng) ?(?:với|cùng)?\b"
)
#: `1. Với tỉnh B: …`, `B. VỚI TỈNH C`: what stands before the partner in its item.
ITEM_WITH = regex.compile(r"\W*+(?:[a-z\d]{1,3}[.)] ?)?(?:về )?(?:hợp tác |quan hệ )?(?:hợp tác )?với\s")
#: A department, a school or an association before the group: it is theirs, `Sở X tỉnh A, tỉnh B`.
DEPARTMENT = regex.compile(
    r"\b(?:sở|trung tâm|viện|trường|chi cục|đại học|hiệp hội|(?<!xã )hội(?! nghị| thảo| đồng| đàm)|bệnh viện"
    r"|ban quản lý|ban tổ chức|báo|đài)\b[^.;:]{0,70}$"
)
#: A partner abroad makes it a matter of foreign relations.
FOREIGN = regex.compile(
    r"\b(?:với|và|giữa|tỉnh|bang|thành phố|nước)\b[^.;]{0,60}\b(?:Lào(?! Cai)|Campuchia|Trung Quốc|Nhật Bản|Hàn Quốc"
    r"|Thái Lan|Hoa Kỳ"
    r"|Liên bang Nga|(?:nước|Cộng hòa|CHLB|Vương quốc) (?:Anh|Mỹ|Đức|Pháp)|Australia|Ấn Độ|Singapore|Malaysia|Indonesia"
    r"|Đài Loan|Hà Lan|Italia|Cuba|Israel|Quảng Tây|Vân Nam)\b\)?"
    r"(?! \p{Lu})"
)
#: Roads, lines and borders between places are no sides: `cao tốc A - B`, `đoạn A - B`, `giáp ranh giữa A và B`.
ROUTE = regex.compile(
    r"(?<!giai )(?<!yêu )(?<!nhu )(?<!cung )(?<!toàn )(?<!trực )(?<!mặt )\b(?:cao tốc|quốc lộ|tuyến|đường|đường sắt"
    r"|đoạn|hành lang|nối"
    r"|cầu|giáp ranh|tiếp giáp|địa giới|ranh giới|vành đai|trận)\b(?! hợp tác)[^,.;:]{0,30}$"
)
#: Those who attend, those whose example is followed, those of other times: `dự hội nghị có …`, `như mô hình của …`.
OTHERS = regex.compile(
    r"\b(?:tham dự|cùng dự|dự hội nghị|dự có|tới dự|đến dự|khách mời|chứng kiến|mô hình của|theo mô hình"
    r"|kinh nghiệm của|học tập kinh nghiệm"
    r"|tương tự|trước đó|trước đây|đã từng|chẳng hạn|ví dụ)\b[^.;]{0,90}$"
)
#: Private actors: their dealings are not those of their provinces.
PRIVATE = regex.compile(
    r"\b(?:doanh nghiệp|nông dân|hợp tác xã|htx|thương lái|công ty|hộ dân|ngân hàng|người dân)\s(?:tỉnh\s|ở\s|của\s)?$"
)
#: The list of those who sign, and the items of it.
WE = regex.compile(r"\bchúng tôi\b|\bcác bên (?:gồm|tham gia)\b|\ncác bên\W*\n")
SIGNATORY = regex.compile(
    r"^\W*+(?:\d[.)]|bên [a-e]\b|[a-e][.)]|i{1,3}[.)]|đại diện)[^.;]{0,12}?(?:ubnd|ủy ban|sở|tỉnh|thành|ban|công an"
    r"|hội|đại diện)"
)
ARTICLE = regex.compile(r"^\W*+(?:điều|các bên|hai bên)\b")
SIGNATORIES = 16
#: `hai địa phương`, `2 tỉnh`, `hai bên`: as many sides as there are.
ANAPHOR = regex.compile(r"\b(?P<n>hai|ba|bốn|\d{1,2}) (?:bên|địa phương|tỉnh(?:,? thành(?: phố)?)?|thành phố)\b")
NUMERALS = {"hai": 2, "ba": 3, "bốn": 4}
BEFORE_ACT, AFTER_ACT, SIGN_DISTANCE = 260, 140, 60

# How much one place says. A set needs one place that is strong.
BETWEEN, SUBJECT, TOGETHER, ASIDE = 4.5, STRONG, 1.5, 0.3
#: `Ngồi lại với A có B`: those who came are named after the host.
HAS = regex.compile(r"\b(?:có|là)\b[^.;]{0,30}$")
SCHOOL = regex.compile(r"\b(?:nhà trường|học viện)\b")
#: `biên bản mà A, B, C ký ngày …`; `bản cam kết có chữ ký của A và B`.
SIGNS = regex.compile(
    r"[^,.;:\n]{0,30}?\b(?:cùng |đã |vừa )?(?:ký|đặt bút|hạ bút)\b(?! (?:ban hành|tên|tự|túc|hiệu|sự|ức))"
)
#: `… với Sở Công Thương 8 tỉnh`: partners that are only counted.
COUNTED = regex.compile(r"[^.,;:\n]{0,20}? với (?:[\p{L} ]{0,40}? )?(?P<n>\d{1,2}|hai|ba|bốn) (?:tỉnh|địa phương)\b")
#: The sides stand right after the paper that is named for them: `Chương trình hợp tác Yên Bái - Phú Thọ`.
NAMED_FOR = regex.compile(r"\s(?:của |giữa )?(?:(?:hai|ba|các) )?(?:(?:tỉnh|thành phố|địa phương) )?")
OF = regex.compile(
    r"\bcủa\s(?:(?:ubnd|ủy ban nhân dân|tỉnh ủy|thành ủy|công an|sở [\p{L} ]{1,30}?|tỉnh|hai|ba|bốn|\d{1,2})\s)*+$"
)
