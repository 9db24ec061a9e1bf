"""The words by which Vietnamese documents say that something is to be done, is wished, or was done."""

from __future__ import annotations

from loaders.patterns import Pattern

_VERBS = (
    "hợp tác|phối hợp|tăng cường|đẩy mạnh|đẩy nhanh|trao đổi|chia sẻ|hỗ trợ|xây dựng|tổ chức|nghiên cứu|"
    "triển khai|thực hiện|cùng|"
    "kết nối|nối|xúc tiến|thu hút|phát triển|phát huy|đào tạo|bồi dưỡng|tiếp tục|thường xuyên|tạo điều "
    "kiện|tạo thuận lợi|tạo|khuyến khích|"
    "quảng bá|giới thiệu|cung cấp|rà soát|đề xuất|kiến nghị|đề nghị|lập|mở|khai thác|quản lý|bảo vệ|bảo "
    "đảm|đảm bảo|huy động|chủ động|"
    "ưu tiên|tập trung|định kỳ|hằng năm|hàng năm|duy trì|nâng cao|nâng cấp|liên kết|chỉ đạo|tuyên truyền|"
    "kêu gọi|vận động|đầu tư|ứng dụng|"
    "chuyển giao|luân phiên|tham mưu|hướng dẫn|kiểm tra|giám sát|theo dõi|đôn đốc|tổng hợp|báo cáo|hoàn "
    "thành|hoàn thiện|ban hành|sớm|"
    "khẩn trương|tích cực|làm|dựng|đưa|tìm|giúp|giữ|thành lập|hình thành|thống nhất|thúc đẩy|mở rộng|"
    "khuyến nghị|tham gia|cử|đón|tham quan|"
    "khảo sát|học tập|giải quyết|tháo gỡ|xử lý|phòng|chống|kiểm soát|sắp xếp|đổi mới|cải thiện|cải cách|"
    "quy hoạch|kết nghĩa|đăng|dùng|gắn|"
    "bố trí|chuẩn bị|ký kết|ký|thỏa thuận|vận hành|tiêu thụ|trưng bày|liên doanh|gặp gỡ|giao lưu|rút "
    "kinh nghiệm|hiến kế|tôn trọng|nhân rộng|"
    "áp dụng|số hóa|chuẩn hóa|công bố|công nhận|trồng|nuôi|sản xuất|chế biến|bàn|phân công|tập huấn|lồng "
    "ghép|củng cố|đa dạng hóa|kịp thời|"
    "chú trọng|quan tâm|lựa chọn|xác định|cụ thể hóa|đánh giá|sơ kết|tổng kết|mời|quảng|liên hệ|cập nhật|"
    "sử dụng|khôi phục|bảo tồn|tu bổ|"
    "tôn tạo|kích cầu|hướng tới|thu|giao|khai trương|đặt|phấn đấu|góp phần|cho phép|miễn|giảm"
)
#: A clause that opens with what is to be done, perhaps after a topic (`Về y tế, …`) or an adverb.
ACTION = Pattern(rf"(?:đồng thời,? |trước mắt,?(?: (?:trong )?năm \d{{4}},?)? |ngoài ra,? |và )?(?:{_VERBS})\b")
#: The sides as a subject: `hai bên`, `các địa phương`, `từng tỉnh`, `02 thành phố`.
SIDES = Pattern(
    r"(?:(?:cả |lãnh đạo )?(?:hai|ba|bốn|năm|sáu|bảy|các|từng|mỗi|\d{1,2}|đôi)[ \n](?:bên|địa phương|"
    r"tỉnh, thành phố|tỉnh, thành|tỉnh/thành phố|"
    r"tỉnh|thành phố)\b|đôi bên\b|mỗi bên\b)"
)
#: Those without a name who can act: the sides, units below them, a school, a branch.
DOERS = Pattern(
    rf"(?:{SIDES.pattern}|(?:các|những|mỗi|từng|hai|ba|bốn|thủ trưởng các) (?:đơn vị|cơ quan|ngành|huyện|"
    rf"quận|thị xã|xã|phường|sở|doanh nghiệp|trường)\b"
    r"|nhà trường\b|ngành \p{L}++ \p{L}++)"
)
#: What speaks of the past, of habit or of praise, and asks for nothing.
PAST = Pattern(
    r"\b(?:đã(?! (?:ký|được ký|thống nhất|cam kết|kết nghĩa|đề nghị|yêu cầu|kiến nghị|chỉ đạo|giao))|vừa|"
    r"từng có|luôn|nhiều năm (?:nay|qua)|thời "
    r"gian qua|những năm qua|trong \d{1,3} năm qua|đạt được|"
    r"ghi nhận|đánh giá cao|cảm ơn|biểu dương|chúc mừng|kể từ khi)\b"
)


#: `đánh giá cao …, đồng thời đề nghị …`: praise goes as far as the words that lead over to what is asked.
_PRAISE = frozenset({"ghi nhận", "đánh giá cao", "cảm ơn", "biểu dương", "chúc mừng"})
_TO_ASKING = Pattern(
    r"(?:[,;] | )(?:đồng thời|song|nhưng|tuy nhiên|và|cũng như|bên cạnh đó),? (?:cũng )?(?:bày tỏ )?"
    r"(?=(?:đề nghị|mong muốn|mong|kiến nghị|yêu cầu|đề xuất|kêu gọi|lưu ý|cam kết)\b)"
)


def past_before(norm: str, start: int, end: int, limit: int) -> bool:
    """Whether a word of the past stands in ``norm[start:end]``, before an offset and before no turn to a request."""
    match = PAST.search(norm, start, end)
    if match is None or match.start() >= limit:
        return False
    turn = _TO_ASKING.search(norm, match.end(), end) if match.group() in _PRAISE else None
    return turn is None or turn.end() > limit or past_before(norm, turn.end(), end, limit)


#: Chairing a meeting is no task.
CHAIRING = Pattern(
    r"\b(?:đồng )?chủ trì (?:các |buổi |phiên |cuộc |lễ )?(?:hội nghị|họp|làm việc|hội đàm|hội thảo|tọa "
    r"đàm|diễn đàn|lễ|tiếp|phiên|cuộc|buổi|đại hội|"
    r"hội nghị|ký kết)"
)
#: `Dự họp có …; đại diện …`, `… kính trình./.`: attendance and the formulas of a letter hold no work.
FORMULA = Pattern(
    r"(?:cùng |tham |đến )?dự (?:(?:buổi|cuộc|phiên|hội|lễ) ?\p{L}*+ ?|họp )?(?:[^;:.]{0,40} )?(?:có|gồm)\b"
    r"|[^;]*\b(?:kính (?:báo cáo|trình|chào|chúc)|trân trọng (?:báo cáo|thông báo|kính|trình|cảm ơn|cám ơn))\b"
)
#: Time to come, which makes a present tense a plan.
FUTURE = Pattern(
    r"\b(?:(?<!và )(?:thời gian|giai đoạn|những năm|các năm|năm|nhiệm kỳ) (?:tới|tiếp theo|sắp tới)|sắp "
    r"tới|sang giai đoạn|trước mắt|từ nay đến|"
    r"phương hướng|nhiệm vụ thời gian tới|định kỳ|hằng năm|hàng năm|"
    r"(?:theo|với) (?:(?:bản|nội dung) )?(?:ký kết|thỏa thuận|biên bản|ghi nhớ|kế hoạch|quy chế|chương trình)"
    r"(?: hợp tác| ghi nhớ| phối hợp| thứ \p{L}++)?(?: (?:đã |được |vừa )?ký(?: kết)?)?(?=,)|theo đó(?=,))\b"
)
#: Openings that say when, on what ground or in what place, before the subject: left out of the task's words.
OPENING = Pattern(
    r"\W*+(?:theo đó|qua trao đổi|sau|trước|trong|tại|ở|sang|thời gian tới|sắp tới|để|nhằm|trên|căn cứ|"
    r"thực hiện|theo|về|đối với|với|từ|đồng thời|"
    r"ngoài ra|bên cạnh|cùng với|do đó|vì vậy|qua|khi|ngày|tháng|quý|sáng|chiều|cũng|xét|giai đoạn|năm|tiếp đó|cuối "
    r"cùng|kết luận|phát biểu|tình|bằng|"
    r"riêng|hưởng ứng|mới đây|hôm nay|ngay|ngoài|nhân dịp|tiếp tục thực hiện|triển khai thực hiện|liên "
    r"quan|qua đó|trên tinh thần|thông qua|những lần sau|từ đó)\b"
)
#: Topics of an order belong to its words: `Về xử lý rác thải: giao …`, `Liên quan đến …, giao …`.
TOPIC = Pattern(r"\W*+(?:về|đối với|liên quan(?: đến| tới)?|riêng|nội dung|việc)\b")
#: Openings of what is no task: a label of results, attendance, consent, a mere order to obey.
NOT_A_TASK = Pattern(
    r"\W*+(?:(?:kết quả|đánh giá|tồn tại|hạn chế|khó khăn|nguyên nhân|mục đích|mục tiêu)\b[^:]{0,40}:|đại "
    r"diện|cùng dự|tham dự|dự (?:lễ|họp|hội)|"
    r"tán thành|đồng ý|cơ bản (?:thống nhất|nhất trí|đồng ý)|ghi nhận|đánh giá cao|biểu dương|cảm ơn|"
    r"(?:yêu cầu |đề nghị )?(?:thủ trưởng )?các (?:đơn vị|cơ quan)[^,;.]{0,50}? (?:nghiêm túc|khẩn trương|"
    r"thi hành|thực hiện)"
    r"(?: (?:nghiêm túc|thi hành|thực hiện|triển khai|quyết định|kế hoạch|thông báo|này))*[./]*$|rất mong|"
    r"thống nhất (?:với|theo) (?:đề xuất|đề nghị|kiến nghị|nội dung|ý kiến|báo cáo|dự thảo)[^.;]*+\.?$|"
    r"nhiệm vụ về [^.;]{3,60}\.?$|[^.;]{0,50}\b(?:có hiệu lực|có giá trị|lập thành|làm thành)\b|"
    r"[^,;.]{0,80}\bcó thể\b"
    # how the sides are, and how a paper is changed
    rf"|{SIDES.pattern} (?:(?:đều|cùng|còn|hiện) )*(?:có (?!trách nhiệm|nhiệm vụ|kế hoạch|ý kiến|văn bản|biện pháp"
    r"|giải pháp|cơ chế)|là (?!đầu mối|cơ quan|đơn vị)|nằm|giáp|thuộc|vốn)"
    r"|(?:mọi|việc|các) (?:sửa đổi|thay đổi|bổ sung|điều chỉnh)\b"
    r"|(?:trong quá trình [^,;.]{3,40}, )?(?:nếu|khi|trường hợp) (?:có|cần|phát sinh|thấy)[^.;]*(?:vướng mắc|phát sinh"
    r"|thay đổi|sửa đổi|điều chỉnh|bổ sung)\b)"
)
#: `… chịu trách nhiệm thi hành Quyết định này.`: whom an act binds, not what is to be done.
ENFORCED = Pattern(
    r"\bchịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) (?:quyết định|kế hoạch|thông báo|chỉ thị|văn bản|"
    r"công văn|quy chế|thỏa thuận)(?: này)?"
    r"[\s./;]*+$"
)
#: `còn chậm`, `chưa thường xuyên`, `vướng mắc`: what fell short.
SHORTFALL = Pattern(
    r"\b(?:hạn chế|tồn tại|bất cập|chưa (?:tương xứng|thường xuyên|đáp ứng|hiệu quả|cao|nhiều|đồng bộ|rõ|thành|có)|"
    r"còn (?:chậm|ít|khiêm tốn|hạn chế|thiếu|yếu|lúng túng|nhiều khó khăn)|vướng mắc|khó khăn|thiếu điểm "
    r"nhấn|dừng hoạt động|dưới mức|mới dừng|để đó)\b"
)
