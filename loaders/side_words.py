"""The words by which sides are told from venues, guests, examples, roads and private actors."""

from __future__ import annotations

from loaders.numbers import NUMERALS
from loaders.patterns import Pattern
from loaders.side_sets import STRONG

#: Where something happens is no side: `tại tỉnh X`, `diễn ra ở X`, `trên địa bàn X`.
VENUE = Pattern(r"\b(?:tại|ở|trên địa bàn|đến từ|quê)\s(?:[\p{L}]++\s){0,2}?$")
#: `đến làm việc với`, `đã có buổi làm việc với`, `tiếp và làm việc với`, `thăm`: one side comes to the other.
VISIT = Pattern(
    r"\b(?:(?:làm việc|ngồi lại|gặp gỡ) (?:với|cùng)|(?:đến|sang|về|ra|vào) (?:thăm|làm việc|trao đổi|học tập"
    r"|nghiên cứu)|thăm(?: và"
    r"|,) làm việc|thăm, "
    r"|tiếp(?: và làm việc với)? (?:đoàn|lãnh đạo|chủ tịch|phó chủ tịch|bí thư|phó bí thư)|hội đàm với"
    r"|trao đổi kinh nghiệm (?:[^,.;:\n]{1,40} )?(?:với|tại)|học tập kinh nghiệm (?:[^,.;:\n]{1,60} )?(?:của|tại|ở))\b"
)
#: `Đoàn A … đã đến B bàn …`.
DELEGATION = Pattern(r"\bđoàn\b[^;:\n]{0,70}$")
COMES_TO = Pattern(r"\b(?:đến|sang|về|ra|vào|xuống|lên)\s(?:(?:tỉnh|thành phố)\s)?$")
COMES_FOR = Pattern(r"\s(?:để\s)?(?:thăm|làm việc|bàn|trao đổi|học tập|ký|dự lễ ký|khảo sát)\b")
#: Between cooperation and the partner: `bắt tay 5 tỉnh Tây Nguyên`.
DIRECTLY = Pattern(
    r"\s(?:(?:các|một số|hai|ba|bốn|năm|sáu|bảy|tám|\d{1,2})\s(?:(?:tỉnh|địa phương)(?:,? thành(?: phố)?)?\s)?)?"
)
#: `làm việc với Bộ …, với doanh nghiệp`: not a visit between localities.
#: `Phía thành phố Hà Nội còn có …`, `Về phía tỉnh Bắc Kạn có …`: a report lists who came for each side.
PARTY_OF_REPORT = Pattern(r"\b(?:về )?phía (?:lãnh đạo |đoàn |đoàn công tác )?$")
#: `hợp tác … với X`: the partner after the act; `giữa` has both sides after it and is read from the group.
WITH = Pattern(
    r"\b(?:với|cùng)\s(?:(?:các|từng|một số|lãnh đạo|ubnd|tỉnh ủy|thành ủy|ban thường vụ|tỉnh|thành phố|địa phương"
    r"|\d{1,2}):?\s)*+$"
)
BY_WHOM = Pattern(r"\b(?:được|do|mà)\b[^.;]{0,60}$")
#: `A ngồi lại với B bàn chuyện liên kết`: a verb between the sides; not comparison, borders, roads, daily coordination.
MEETS = Pattern(r"^[^,.;:()\n]{2,60}\b(?:với|cùng)\b[^,.;:()\n]{0,40}$")
MEETS_NOT = Pattern(
    r"\b(?:so|đối|giáp|nối|phối hợp|kết nối|trận|thắng|thua|hòa|giống|khác|gắn|cách|trùng) ?(?:với|cùng)?\b"
)
#: A department, a school or an association before the group: it is theirs, `Sở X tỉnh A, tỉnh B`.
DEPARTMENT = Pattern(
    r"\b(?:sở|trung tâm|viện|trường|chi cục|đại học|hiệp hội|(?<!xã )hội(?! nghị| thảo| đồng| đàm)|bệnh viện"
    r"|ban quản lý|ban tổ chức|báo|đài)\b[^.;:]{0,70}$"
)
#: The organs that sign for a province among their like: `Sở Công Thương A … với Sở Công Thương B`.
ORGAN = (
    r"(?:sở|ban|công an|tỉnh đoàn|thành đoàn|đoàn thanh niên|hội|hiệp hội|liên đoàn|liên minh|liên hiệp|mặt trận|ủy ban"
    r"|văn phòng|thanh tra|viện kiểm sát|tòa án|cục|chi cục|trung tâm|đài|báo|bộ chỉ huy|bảo hiểm|trường chính trị"
    r"|quỹ|hđnd|hội đồng|đoàn đại biểu|đoàn đbqh|kho bạc)"
)
BEFORE_PLACE = Pattern(rf"\b(?P<head>{ORGAN})\b(?! bộ\b)[^.;:,\n]{{0,60}}$")
#: The youth union of a province and that of a city are one kind of organ.
ALIKE = {"thành đoàn": "tỉnh đoàn", "đoàn đbqh": "đoàn đại biểu"}
WITH_ORGAN = Pattern(r"\b(?:với|cùng|tại|của)\s(?:các |lãnh đạo )?$")
#: A partner abroad makes it a matter of foreign relations.
FOREIGN = Pattern(
    r"\b(?:với|và|giữa|tỉnh|bang|thành phố|nước)\b[^.;]{0,60}\b(?:Lào(?! Cai)|Campuchia|Trung Quốc|Nhật Bản|Hàn Quốc"
    r"|Thái Lan|Hoa Kỳ"
    r"|Liên bang Nga|(?:nước|Cộng hòa|CHLB|Vương quốc) (?:Anh|Mỹ|Đức|Pháp)|Australia|Ấn Độ|Singapore|Malaysia|Indonesia"
    r"|Đài Loan|Hà Lan|Italia|Cuba|Israel|Quảng Tây|Vân Nam)\b\)?"
    r"(?! \p{Lu})"
)
#: Roads, lines and borders between places are no sides: `cao tốc A - B`, `đoạn A - B`, `giáp ranh giữa A và B`.
ROUTE = Pattern(
    r"(?<!giai )(?<!yêu )(?<!nhu )(?<!cung )(?<!toàn )(?<!trực )(?<!mặt )\b(?:cao tốc|quốc lộ|tuyến|đường|đường sắt"
    r"|đoạn|hành lang|nối"
    r"|cầu|giáp ranh|tiếp giáp|địa giới|ranh giới|vành đai|trận)\b(?! hợp tác)[^,.;:]{0,30}$"
)
BORDER = Pattern(r"[^,.;:]{0,80}\b(?:giáp ranh|tiếp giáp|địa giới)(?: hành chính)? giữa (?:[\p{L}]++ ){0,3}")
#: Those who attend, those whose example is followed, those of other times: `dự hội nghị có …`, `như mô hình của …`.
OTHERS = Pattern(
    r"\b(?:tham dự|cùng dự|dự hội nghị|dự có|tới dự|đến dự|khách mời|chứng kiến|mô hình của|theo mô hình"
    r"|kinh nghiệm của|học tập kinh nghiệm"
    r"|tương tự|trước đó|trước đây|đã từng|chẳng hạn|ví dụ)\b[^.;]{0,90}$"
)
#: Private actors: their dealings are not those of their provinces.
PRIVATE = Pattern(
    r"\b(?:doanh nghiệp|nông dân|hợp tác xã|htx|thương lái|công ty|hộ dân|ngân hàng|người dân)\s(?:tỉnh\s|ở\s|của\s)?$"
)
#: The list of those who sign, and the items of it.
WE = Pattern(r"\bchúng tôi\b|\bcác bên (?:gồm|tham gia)\b|\ncác bên\W*\n")
SIGNATORY = Pattern(
    r"^\W*+(?:\d[.)]|bên [a-e]\b|[a-e][.)]|i{1,3}[.)]|đại diện)[^.;]{0,12}?(?:ubnd|ủy ban|sở|tỉnh|thành|ban|công an"
    r"|hội|đại diện)"
)
ARTICLE = Pattern(r"^\W*+(?:điều|các bên|hai bên)\b")
SIGNATORIES = 16
#: `hai địa phương`, `2 tỉnh`, `hai bên`: as many sides as there are.
ANAPHOR = Pattern(rf"\b(?P<n>{'|'.join(NUMERALS)}|\d{{1,2}}) (?:bên|địa phương|tỉnh(?:,? thành(?: phố)?)?|thành phố)\b")
#: What stands before the head of an item.
ITEM = Pattern(r"\W*+(?:[a-z\d]{1,3}[.)]\s?)?(?:(?:tỉnh|thành phố|các tỉnh)\s)?")
#: What those named at the head of an item do: `A - B: Lãnh đạo hai tỉnh nhất trí …`.
AGREE = Pattern(
    r"\b(?:nhất trí|thống nhất|thỏa thuận|cam kết|ký|ký kết|hợp tác|phối hợp|liên kết|kết nghĩa|giao ước|giúp nhau)\b"
)
BEFORE_ACT, AFTER_ACT, SIGN_DISTANCE = 260, 140, 60

# How much one place says. A set needs one place that is strong.
BETWEEN, SUBJECT, TOGETHER, ASIDE = 4.5, STRONG, 1.5, 0.3
#: `hội nghị giao ban Thường trực HĐND các tỉnh A, B, C`: a meeting named for those who meet.
OF_MEETING = Pattern(
    r"\s(?:(?:giao ban|sơ kết|tổng kết|liên kết|định kỳ|cấp cao|thường trực|lãnh đạo|giám đốc|chủ tịch|bí thư)\s){0,3}"
    rf"(?:{ORGAN}[\p{{L}} ]{{0,40}}?\s)?(?:các|\d{{1,2}}|ba|bốn|năm|sáu|bảy|tám|chín)\s"
    r"(?:(?:tỉnh|địa phương)(?:,? thành(?: phố)?)?(?: (?:gồm|bao gồm))?:?\s?)?"
)
#: `A, B tăng cường phối hợp quản lý …`: the provinces themselves, with each other.
COORDINATE = Pattern(
    r"\s(?:(?:sẽ|đã|đang|cùng|cùng nhau|chủ động|tăng cường|đẩy mạnh|siết chặt|tiếp tục|thường xuyên|chung tay)\s){0,3}"
    r"phối hợp\b(?! (?:với|cùng)\b)"
)
#: `A hỗ trợ B 100 tỷ đồng …`: one helps the other.
HELPS = Pattern(
    r"^\s(?:(?:đã|sẽ|tiếp tục|nhận|cam kết)\s){0,2}(?:hỗ trợ|giúp(?: đỡ)?|chi viện|nhường|tặng|trao tặng|kết nghĩa)\s"
    r"(?:(?:cho|tỉnh|thành phố|nhân dân|đồng bào)\s){0,3}$"
)
#: `Ngồi lại với A có B`: those who came are named after the host.
HAS = Pattern(r"\b(?:có|là)\b[^.;]{0,30}$")
SCHOOL = Pattern(r"\b(?:nhà trường|học viện)\b")
#: `biên bản mà A, B, C ký ngày …`; `bản cam kết có chữ ký của A và B`.
SIGNS = Pattern(r"[^,.;:\n]{0,30}?\b(?:cùng |đã |vừa )?(?:ký|đặt bút|hạ bút)\b(?! (?:ban hành|tên|tự|túc|hiệu|sự|ức))")
#: `… với Sở Công Thương 8 tỉnh`: partners that are only counted.
COUNTED = Pattern(r"[^.,;:\n]{0,20}? với (?:[\p{L} ]{0,40}? )?(?P<n>\d{1,2}|hai|ba|bốn) (?:tỉnh|địa phương)\b")
#: The sides stand right after the paper that is named for them: `Chương trình hợp tác Yên Bái - Phú Thọ`.
NAMED_FOR = Pattern(r"\s(?:của |giữa )?(?:(?:hai|ba|các) )?(?:(?:tỉnh|thành phố|địa phương) )?")
#: … or after what it is about, as titles say it: `Ký kết hợp tác phát triển du lịch Phú Thọ - Vĩnh Phúc`.
NAMED_FOR_WITH_FIELD = Pattern(
    r"\s(?:(?!(?:tại|ở|từ|đến|qua|nối|tuyến|đường|cho|trên|vào|về với|với)\b)[\p{L}-]++\s){1,6}(?:tỉnh |thành phố )?"
)
#: Between a paper and the region whose provinces it is of: `Biên bản hợp tác phát triển du lịch 8 tỉnh vùng V`.
COUNTED_REGION = Pattern(
    r"(?: (?!(?:tại|ở|từ|đến|qua|với|cho|trên|vào)\b)[\p{L}-]++){0,6} (?:của |giữa )?"
    r"(?:các|\d{1,2}|ba|bốn|năm|sáu|bảy|tám)"
    r"(?: tỉnh| địa phương)?(?:,? thành(?: phố)?)?(?: thuộc)? ?"
)
OF = Pattern(
    r"\bcủa\s(?:(?:ubnd|ủy ban nhân dân|tỉnh ủy|thành ủy|công an|sở [\p{L} ]{1,30}?|tỉnh|hai|ba|bốn|\d{1,2})\s)*+$"
)


def number(word: str) -> int:
    """`ba` and `3` alike."""
    return int(word) if word.isdigit() else NUMERALS[word]
