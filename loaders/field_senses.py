"""What the words around a field's name make of it: whether it is named as content, or borrowed for something else.

`việc làm ăn`, `trong quy hoạch`, `Ngân hàng Công thương` name no field; nor does what a delegation saw, what one
province reports of itself, or the order that is kept at an event.
"""

from __future__ import annotations

from loaders.analysis import Reading
from loaders.mentions import Mention
from loaders.patterns import Pattern
from loaders.segments import Sentence
from ontology.vocabulary import vocabulary

#: General introductions: what somebody said about his province, not about the cooperation.
_ASIDE = Pattern(
    r"\b(?:giới thiệu|thông tin) (?:tổng quan|khái quát|sơ lược|chung)|khái quát về\b|tình hình phát triển kinh tế\b"
)
#: The effect of something, to the end of the clause: `góp phần giải quyết việc làm`.
_EFFECT = Pattern(r"\b(?:góp phần|phục vụ mục tiêu|tạo tiền đề)\b[^;.\n]*+")
#: A word that is a field alone is none before these.
_BEFORE_OTHER_SENSE = Pattern(
    r"(?<=\bmôi trường) (?:thuận lợi|làm việc|sống|văn hóa|hợp tác|giáo dục|pháp lý|cạnh tranh|hòa bình|học)\b"
    r"|(?<=\bmôi trường),? (?:và )?(?:chính sách|cơ chế|thủ tục)(?:,? (?:và )?(?:chính sách|cơ chế))?,?"
    r" (?:thu hút |ưu đãi |kêu gọi )?(?:đầu tư|kinh doanh)\b"
    r"|(?<=\bviệc làm) (?:ăn|được|này|đó|ấy|tốt|thiết thực|cụ thể|chung|thường xuyên|ý nghĩa|đúng|mới chỉ)\b"
    r"|(?<=\btuyên truyền)[,;]? (?:sâu rộng |rộng rãi |kịp thời |phổ biến |vận động )*(?:về )?(?:các |những )?"
    r"(?:chương trình|kết quả|nội dung|thỏa thuận|kế hoạch|chủ trương|hợp tác|quan hệ|mối quan hệ|ý nghĩa|"
    r"hoạt động|người dân|nhân dân|đến|cho|trên)\b"
    r"|(?<=\bvăn hóa) (?:ứng xử|doanh nghiệp|công sở|công vụ|giao thông|đọc)\b"
    r"|(?<=\bdịch covid-19) (?:khiến|làm|bùng phát|diễn biến|kéo dài|ảnh hưởng)\b"
    r"|(?<=\bngân hàng) (?:đề|câu hỏi|dữ liệu|máu|gen|giống|ý tưởng|mô)\b"
    r"|(?<=\bcán bộ) (?:tham gia|phối hợp|theo dõi|dự|đầu mối|đến dự|phụ trách|quản lý|kỹ thuật|chuyên môn|y tế"
    r"|thú y|khuyến nông|kiểm lâm|làm việc|trực)\b"
    r"|(?<=\bquản lý nhà nước)(?: (?:về|đối với|trong|của|trên)\b|\s*+(?:\n|$))"
    r"|(?<=\bhội nghị xúc tiến) (?!(?:và )?đầu tư|thương mại đầu tư)"
    r"|(?<=\bđầu tư) (?:công trung hạn|bằng nguồn|từ nguồn|từ ngân sách)\b"
    r"|(?<=\bquy hoạch) (?:cán bộ|chức danh|được (?:duyệt|phê duyệt))\b"
)
#: … nor after these: procedure, a frame that is kept to, a course that officials take.
_AFTER_OTHER_SENSE = {
    "quy hoạch": Pattern(r"\b(?:trong|theo|đúng|ngoài|nguồn|diện|phù hợp(?: với)?|thuộc|khỏi)(?: các)? $"),
    "đầu tư": Pattern(
        r"\b(?:chủ|chuẩn bị|tổng mức|tổng vốn|suất|giấy chứng nhận|giấy phép|quyết định|chủ trương|ban) $"
    ),
    "chủ trương đầu tư": Pattern(r"\b(?:đề xuất|hồ sơ|thẩm định|trình|phê duyệt|điều chỉnh|quyết định) $"),
    "lưu trú": Pattern(r"\b(?:kiểm tra|khai báo|quản lý|đăng ký|thông báo|tạm trú,?) $"),
    "quản lý nhà nước": Pattern(r"\b(?:lớp|khóa|bồi dưỡng|kiến thức|chứng chỉ|ngạch|về)(?: kiến thức)? $"),
}
#: What only sets a time or a place: `dịp Lễ hội`, `trước mùa lễ hội`, `sau khi quy hoạch được phê duyệt`; who attends.
_ATTENDING = Pattern(
    r"\b(?:dự|tham dự|dịp|trước|mùa|nhân|sau khi|khai mạc|bên lề|đoàn (?:đến |đi )?thăm(?: nhà máy)?)"
    r"\s(?:các\s|những\s|mùa\s)?$"
)
#: What a delegation did besides, to the end of the sentence: `Chiều cùng ngày, đoàn đến khảo sát …`.
_VISITED = Pattern(
    r"\W*+(?:trước đó|cùng ngày|(?:sáng|chiều|tối) (?:cùng ngày|qua|nay|hôm qua|hôm sau)|sau (?:đó|buổi|hội nghị|lễ)"
    r"|nhân (?:dịp|chuyến)|dịp này|trong (?:khuôn khổ|chương trình)|kết thúc"
    r"|cũng (?:trong )?dịp|(?:các )?đại biểu|đoàn)\b[^.;:]{0,120}?"
    r"\b(?P<seen>viếng|dâng (?:hương|hoa)|thăm|tham quan|khảo sát thực tế|đến khảo sát|đi khảo sát|thực địa)\b"
)
#: Who attends, and what does not go well, to the end of the sentence.
_ATTENDED = Pattern(
    r"\b(?:đại biểu (?:của|là|gồm|đến từ)|sự (?:tham gia|tham dự|có mặt|góp mặt|chứng kiến) của"
    r"|thành phần (?:gồm|tham dự)|(?:chưa (?:được|ghi được|làm được|đạt)|hạn chế|tồn tại|vướng mắc) ?:)"
)
_PRESENT = Pattern(r"\b(?:dự|tham dự|chứng kiến|đại biểu|có mặt|góp mặt|thành phần|tham gia đoàn)\b")
#: The goods that an event is called after: `Lễ hội Cà phê`; a road that only says where: `dọc quốc lộ 3`.
_EVENT = Pattern(r"\b(?:lễ hội|festival|ngày hội|liên hoan) (?:\p{L}+ ){0,2}$")
_NAMED_AFTER = {
    "agriculture": _EVENT,
    "industry": _EVENT,
    "transport-infrastructure": Pattern(r"\b(?:dọc|ven|nằm trên|trạm trên|chốt trên) (?:các )?(?:tuyến )?$"),
}
#: `Sở Công Thương 5 tỉnh`: the domain in the name of a department that is no list of bodies' own.
_DEPARTMENT = Pattern(r"\b(?:sở|bộ|cục|vụ|phòng) $")
#: Order and cleanliness kept at something else: `bảo đảm vệ sinh môi trường, an ninh trật tự tại các điểm đến`.
_KEPT = Pattern(
    r"\b(?:bảo đảm|đảm bảo|giữ gìn|giữ) (?:tốt )?(?:công tác )?[^.;:\n]{0,90}?"
    r"\b(?:tại|ở|cho|trong|phục vụ) (?:các |những |mỗi )?"
    r"(?:điểm|khu|nơi|lễ hội|hội chợ|sự kiện|du khách|khách|đoàn|hội nghị|hoạt động|giải|tuần|chương trình|thời gian)\b"
)
_KEPT_FIELDS = (
    "defence-security",
    "environment-natural-resources",
    "health",
    "transport-infrastructure",
    "agriculture",
)
#: Figures of one place: growth, shares, ranks.
_FIGURES = Pattern(
    r"\b(?:tăng|giảm|đạt|vượt|chiếm|xếp thứ|đứng (?:đầu|thứ)|thu ngân sách|tổng sản phẩm|grdp|gdp|tăng trưởng|dân số"
    r"|diện tích tự nhiên|thu nhập bình quân|tỷ lệ hộ nghèo|tỷ lệ lấp đầy)\b"
)
_REPORTS = Pattern(
    r"\b(?:giới thiệu với|thông tin (?:với|đến|tới)|thông báo (?:với|cho|một số|khái quát|tình hình)|cho biết|báo cáo"
    r"|hiện có|những năm qua|năm qua|thời gian qua|tháng đầu năm)\b"
)
#: Words by which a sentence speaks of more than one side.
_JOINT = Pattern(
    r"\b(?:hợp tác|liên kết|phối hợp|kết nối|hai|ba|bốn|các) (?:bên|tỉnh|địa phương|nơi|thành|thành phố|sở|ngành)\b"
    r"|\b(?:hợp tác|liên kết|phối hợp|kết nối|giữa|cùng nhau|cùng|giúp|hỗ trợ|tiếp nhận|đề nghị|mong|ký|thống nhất"
    r"|nhất trí|kết nghĩa|trao đổi|đầu tư (?:vào|tại)|sẽ|của bạn|tỉnh bạn"
    r"|cử|dành|trao|tặng|giao|thực hiện|xây dựng|mời)\b"
)
#: Named works and firms, which no list of bodies knows: `Nhà máy Thủy điện Đa Nhim`, `Ngân hàng Công thương Cần Thơ`.
_NAMED = Pattern(
    r"\b(?:Nhà máy|Ngân hàng|Nghĩa trang|Báo|Tạp chí|Xí nghiệp|Nhà xuất bản|Khách sạn|Nhà hàng|Hãng|Cổng thông tin)"
    r"(?: (?:\p{Lu}[\p{L}\d]*+|và|-|–|(?!(?:về|ở|tại|với|cho|từ|đến|sẽ|đã|là|do|để)\b)\p{Ll}++(?= \p{Lu})))++"
)
#: Words that name a field only as one of a list: alone they say what is done in every field.
_ONLY_LISTED = frozenset({"tuyên truyền", "quản lý nhà nước", "cơ quan báo chí", "báo chí"})
_PUBLICITY = "tuyên truyền"  # of something: `tuyên truyền biển, đảo`
_JOINER = Pattern(r"(?:,| và|;| -|\s-) ?$|[,;:] (?:và )?$")
_GOES_ON = Pattern(r"(?:,|;| và| -) ?\p{L}")
_AT = Pattern(r"\b(?:tại|ở|từ|xuống|của|dự|chào mừng) (?:các |những |một )?$")
_REACH = 40


def is_content(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """Whether the words around a mention leave it the name of a field."""
    norm = reading.view.norm
    before = max(sentence.start, mention.start - _REACH)
    if _is_only_named(reading, mention, before):
        return False
    if mention.kind == "sign" and not _is_done(reading, mention, sentence):
        return False
    words = norm[mention.start : mention.end]
    after = _AFTER_OTHER_SENSE.get(words)
    if _BEFORE_OTHER_SENSE.match(norm, mention.end) or (after and after.search(norm, before, mention.start)):
        return False
    if _ATTENDING.search(norm, max(0, mention.start - 20), mention.start) or _is_named(reading, mention, sentence):
        return False
    if words not in _ONLY_LISTED or (words == _PUBLICITY and norm[mention.end : mention.end + 1] == " "):
        return True
    return _in_list(reading, mention, sentence)


def is_attending(reading: Reading, start: int, sentence: Sentence) -> bool:
    """Whether who is named at an offset only attends: `Dự lễ ký có lãnh đạo Sở Y tế hai tỉnh`."""
    return _PRESENT.search(reading.view.norm, sentence.start, start) is not None


def _is_only_named(reading: Reading, mention: Mention, before: int) -> bool:
    """Whether a department, a festival or a road merely bears the word."""
    norm, start = reading.view.norm, mention.start
    if reading.view.cased[start].isupper() and _DEPARTMENT.search(norm, before, start):
        return True
    after = _NAMED_AFTER.get(vocabulary().fields[mention.id].top)
    return after is not None and after.search(norm, before, start) is not None


def _is_done(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """Whether a sign of a field stands where something is agreed or done, not where something is or was held."""
    norm = reading.view.norm
    if _AT.search(norm, max(0, mention.start - _REACH // 2), mention.start):
        return False
    paragraph = reading.paragraphs[sentence.paragraph]
    return paragraph.kind == "bullet" or _JOINT.search(norm, sentence.start, sentence.end) is not None


def is_background(reading: Reading, mention: Mention, sentence: Sentence, top: str) -> bool:
    """Whether the clause around a mention of this top concept speaks of something besides the cooperation."""
    norm = reading.view.norm
    if _ASIDE.search(norm, sentence.start, mention.start):
        return True
    attended = _ATTENDED.search(norm, sentence.start, mention.start)
    if attended:
        return True
    effect = _EFFECT.search(norm, sentence.start, sentence.end)
    if effect and effect.start() < mention.start < effect.end():
        return True
    visited = _VISITED.match(norm, sentence.start, sentence.end)
    if visited and visited.start("seen") <= mention.start:
        return True
    kept = _KEPT.search(norm, sentence.start, sentence.end) if top in _KEPT_FIELDS else None
    return bool(kept and kept.start() < mention.start < kept.end())


def is_own_news(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence gives figures of one province and nothing that is done with another."""
    span = sentence.start, sentence.end
    norm = reading.view.norm
    if not _FIGURES.search(norm, *span) or not _REPORTS.search(norm, *span) or _JOINT.search(norm, *span):
        return False
    return len({m.id for m in reading.localities_in(*span) if m.kind == "locality"}) <= 1


def _is_named(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention stands inside the name of a works or a firm."""
    for match in _NAMED.finditer(reading.view.cased, max(sentence.start, mention.start - 60), sentence.end):
        if match.start() > mention.start:
            return False
        if mention.end <= match.end() and mention.end - mention.start < match.end() - match.start():
            return True
    return False


def _in_list(reading: Reading, mention: Mention, sentence: Sentence) -> bool:
    """Whether another field is named right before or after, with nothing but a comma or `và` between."""
    norm = reading.view.norm
    after = next(iter(reading.fields_in(mention.end, min(sentence.end, mention.end + 5))), None)
    if after and _GOES_ON.match(norm, mention.end):
        return True
    before = reading.fields_in(max(sentence.start, mention.start - _REACH), mention.start)
    return bool(before) and _JOINER.fullmatch(norm, before[-1].end, mention.start) is not None
