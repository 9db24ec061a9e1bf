"""How Vietnamese documents say what cooperation has brought, where it falls short, and why."""

from __future__ import annotations

from typing import Literal

from loaders.patterns import Pattern

FindingKind = Literal["result", "limitation", "cause"]

#: `còn chậm`, `vẫn khá khiêm tốn`: a weak predicate behind an adverb of persistence or degree.
_WEAK = (
    "chậm|trễ|ít|khiêm tốn|hạn chế|thiếu|yếu|kém|lúng túng|nhỏ lẻ|manh mún|rời rạc|hình thức|dàn trải|thấp|"
    "chung chung|bất cập|"
    "vướng|khó|đơn điệu|trùng lặp|phân tán|lỏng lẻo|mờ nhạt|thụ động|sơ sài|tự phát|một chiều"
)
_SHORTCOMING = Pattern(
    rf"\b(?:còn|vẫn|khá|quá) (?:(?:rất|khá|quá|có|là|nhiều|tương đối|mang tính|khá là) )*(?:{_WEAK})\b"
    # `chưa tương xứng`, `chưa thật chủ động`; not `chưa từng`, `những việc chưa làm được`
    r"|(?<!\b(?:những|các|nội dung|việc|phần|gì|nơi|nếu|khi|đã|hay|hoặc|"
    r",)(?: \p{L}++){0,3} )(?<!\bnếu )\bchưa (?!từng|kể|bao giờ|đầy|đến|tới|trả lời|phản hồi|có ý kiến|"
    r"[^.;,]{1,40} thì\b)"
    r"|\b(?:mới|chỉ)(?: chỉ| mới)? (?:dừng|tập trung|ở mức|ở khâu)\b"
    r"|\b(?:cập nhật|triển khai|giải ngân|tiến độ|thực hiện)(?: \p{L}++){0,4} chậm\b|\b(?:đình trệ|gián đoạn|"
    r"đứt quãng|dừng hoạt động|để đó)\b"
    r"|\bthiếu (?:điểm nhấn|vốn|kinh phí|cơ chế|nguồn lực|chiều sâu|đồng bộ|thống nhất|liên kết|thông tin|chủ động)\b"
    r"|\bkhông (?:đều|hiệu quả|đạt|thường xuyên|đồng bộ|như mong (?:muốn|đợi))\b|\bdưới mức\b"
    r"|\b(?:gặp|còn|vẫn còn|không ít|bộc lộ|tồn tại|nảy sinh|phát sinh)(?: \p{L}++){0,3} (?:khó khăn|hạn chế|"
    r"vướng mắc|bất cập|trở ngại)\b"
    r"|\b(?:hạn chế|tồn tại|khó khăn|vướng mắc|bất cập|điểm yếu)(?: (?:lớn nhất|chủ yếu|chính|cũng|hiện nay|"
    r"cơ bản))*+(?: là| nằm| được nói|:)"
)
#: What only sounds so: a poor district, something to be overcome, something that may come.
_OTHER_SENSE = Pattern(
    r"\b(?:huyện|xã|thôn|bản|vùng|hộ|gia đình|hoàn cảnh|đồng bào|địa bàn|học sinh|sinh viên|người|nhân dân|"
    r"trường hợp|đặc biệt)"
    r"(?: \p{L}++){0,2}? (?:còn )?(?:nhiều )?khó khăn\b"
    r"|\b(?:tháo gỡ|giải quyết|khắc phục|xử lý|vượt qua|tập hợp|trao đổi|phản ánh|nêu|nếu có|khi có|có thể|"
    r"chia sẻ|nhằm|để|góp phần|tìm)"
    r"(?: \p{L}++,?){0,5}? (?:khó khăn|hạn chế|vướng mắc|bất cập|tồn tại|chưa)\b"
    r"|\b(?:để|nhằm|tránh|khỏi|không)(?: \p{L}++){0,6}? (?:đứt quãng|gián đoạn|đình trệ|chậm)\b"
    r"|\b(?:chỗ|nơi|phần|gì|điều) (?:\p{L}++ )?còn thiếu\b|\bcòn hạn chế (?:tối đa|được)\b"
)
_CAUSE = Pattern(r"\bnguyên nhân(?! (?:sinh|bệnh))\b")
#: `Do dịch bệnh, lượng khách giảm`: the reason before what fell or did not come.
_BECAUSE = Pattern(
    r"(?:\G\W*+|[,;:] |\b(?:là|chủ yếu|một phần) )(?P<cause>(?:do|vì|bởi)(?! (?:đó|vậy|thế|đồng chí|ông|bà|ubnd|"
    r"ủy ban|sở)\b) [^,;.\n]++)"
)
_FELL = Pattern(r"\b(?:giảm|sụt|tụt|hủy|hoãn|không|ngừng|lùi|chậm)\b")
_CONTRAST = Pattern(
    r"\W*+(?:tuy nhiên|tuy vậy|tuy thế|dù vậy|dẫu vậy|dù thế|song|nhưng|thế nhưng|mặc dù|ngược lại|có điều|"
    r"bên cạnh (?:những |các )?(?:kết quả|mặt)|bên cạnh đó)\b"
)
#: Something was done: `đã mở`, `mở được`, `đạt 20%`; not what a meeting does, nor the signing itself.
_DONE = Pattern(
    r"\b(?:đã (?:(?:bước đầu|được|tích cực|chủ động|cùng|cùng nhau|kịp thời|thường xuyên|luôn|và đang|"
    r"tập trung|phối hợp|lần lượt) )*+"
    r"(?:tổ chức (?!hội nghị|lễ|họp|buổi|cuộc|phiên|gặp)|triển khai|hỗ trợ|phối hợp|thu hút|chia sẻ|xây|xây dựng|"
    r"đưa|hoàn thành|thực hiện|kết nối|đạt|đầu tư|"
    r"chuyển giao|đào tạo|giúp|góp phần|tạo|khai thác|mở|tiêu thụ|cung cấp|cung ứng|bồi dưỡng|tập huấn|tiếp nhận|"
    r"khám|trao tặng|tặng|giải quyết|"
    r"xử lý|bắt|triệt phá|làm (?!việc)|đi qua|tìm được|đón|hình thành|khởi công|khánh thành|nối|dựng|bàn giao|cử|"
    r"duy trì|vận hành|ký \d|ký kết \d)"
    r"|(?:đạt|mở|xây dựng|thu hút|làm|tìm|đưa|kết nối|giải quyết|tiêu thụ|hỗ trợ|đón|khai thác|tổ chức) được"
    r"|(?:hiện|nay|đã)(?: [^.;,]{1,40})? có \d++(?! (?:năm|tháng|ngày)|\d)|(?:tiêu thụ|đạt|đón|tăng|"
    r"thu hút) (?:hơn |gần |trên |khoảng )?\d|"
    r"được (?:dựng|xây|khởi công|đưa vào)"
    r"|(?:đạt|có|mang lại|thu được)(?: (?:được|nhiều|những|một số))*+ kết quả)\b"
)
_PAST = Pattern(r"\b(?:đã|hiện|nay|được|đạt|lũy kế|tính đến)\b")
#: Praise, purposes, and the meeting itself report nothing.
_NO_REPORT = Pattern(
    r"\b(?:đánh giá cao|cảm ơn|biểu dương|chúc mừng|bày tỏ|khẳng định tầm|(?:nhằm|để|nghe|bàn|là|cùng|xem|"
    r"mổ xẻ) (?:\p{L}++ ){0,3}?"
    r"(?:đánh giá|báo cáo|kết quả|rà soát|kiểm điểm|những)|phấn đấu|sẽ|đề nghị|mong muốn|yêu cầu|cần|phải|"
    r"ý tưởng|kiến nghị|đáng học|tiếp nối)\b"
)
_COOPERATION = Pattern(
    r"\b(?:hợp tác|phối hợp|liên kết|kết nghĩa|(?:hai|ba|bốn|năm|sáu|các|đôi|\d{1,2}) (?:bên|tỉnh|địa phương|"
    r"thành phố|sở|ngành)|lẫn nhau|"
    r"tỉnh bạn|chương trình|biên bản ghi nhớ|thỏa thuận)\b"
)
_REVIEW = Pattern(
    r"\b(?:thời gian qua|những năm qua|năm qua|nhìn lại|đến nay|qua \p{L}++ năm|sau \p{L}++ năm|"
    r"trong năm (?:\d{4}|nay|qua)|từ đầu năm|"
    r"giai đoạn \d{4} ?- ?\d{4},)"
)


def shortcoming(norm: str, start: int, end: int) -> bool:
    """Whether ``norm[start:end]`` says that something falls short."""
    senses = [match.span() for match in _OTHER_SENSE.finditer(norm, start, end)]
    return any(
        not any(left < match.end() and match.start() < right for left, right in senses)
        for match in _SHORTCOMING.finditer(norm, start, end)
    )


def names_cause(norm: str, start: int, end: int) -> bool:
    """Whether the sentence itself is a cause: `Nguyên nhân là …`."""
    return _CAUSE.search(norm, start, end) is not None


def because(norm: str, start: int, end: int) -> tuple[int, int] | None:
    """The clause of a reason for what fell short in the same sentence: `Do dịch bệnh`."""
    match = _BECAUSE.search(norm, start, end)
    if match is None or not (_FELL.search(norm, match.end("cause"), end) or shortcoming(norm, start, end)):
        return None
    return match.span("cause")


def contrasts(norm: str, start: int, end: int) -> bool:
    """Whether the sentence opens against what was said: `Tuy nhiên`, `Dù vậy`."""
    return _CONTRAST.match(norm, start, end) is not None


def done(norm: str, start: int, end: int) -> bool:
    """Whether the sentence reports something done."""
    return _DONE.search(norm, start, end) is not None


def measured(norm: str, start: int, end: int) -> bool:
    """Whether a sentence with a figure says that it has come about."""
    return _PAST.search(norm, start, end) is not None


def reports(norm: str, start: int, end: int) -> bool:
    """Whether the sentence reports at all: neither praise nor a purpose nor something to come."""
    return _NO_REPORT.search(norm, start, end) is None


def of_cooperation(norm: str, start: int, end: int) -> bool:
    """Whether the sentence speaks of cooperation or its sides."""
    return _COOPERATION.search(norm, start, end) is not None


def reviews(norm: str, start: int, end: int) -> bool:
    """Whether the sentence looks back on a time."""
    return _REVIEW.search(norm, start, end) is not None
