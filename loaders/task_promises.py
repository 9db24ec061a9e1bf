"""What the sides promise in news, told in the present tense without a modal: `Đổi lại, Thành phố cử 20 bác sĩ …`."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.body_lists import Cast
from loaders.patterns import Pattern
from loaders.task_clauses import Stretch, parts
from loaders.task_subjects import is_subject_of_news, openings
from loaders.task_words import PAST

_VERBS = (
    r"cử|cung ứng|cung cấp|giúp|hỗ trợ|đưa|tổ chức|mở|dành|góp|đóng|tài trợ|nhận(?! \d)|tiếp nhận|đón nhận|đào tạo|"
    "dạy|xây dựng|xây|dựng|lập|thành lập|chia sẻ|cho|bố trí|chuẩn bị|khảo sát|phụ trách|lo|đảm nhận|đảm trách|"
    "đảm đương|gửi(?! tặng)|cấp|chuyển|chuyển giao|ưu tiên|tạo điều kiện|bảo đảm|đảm bảo|duy trì|trao đổi|"
    "thay|luân phiên|nối|kết nối|nạo vét|trồng|vận hành|đổi|ngồi lại|gặp|họp|miễn|giảm|nhường|để|làm|rà soát|"
    "mời|hướng dẫn|tập huấn|truyền|in|phát|quảng bá|giới thiệu|thu mua|bao tiêu|tiêu thụ|đặt|kiểm tra|"
    "tuần tra|thông báo|viết|soạn|biên soạn|giữ|trực|chịu|tự lo|tự|chỉ|hứa|cam kết|sẵn sàng|phối hợp|cùng|"
    "đầu tư|góp vốn|kéo|nâng cấp|sửa|tu bổ|trùng tu|nuôi|thả|ươm|chừa|chọn|bán"
)
#: The verb right after the subject, perhaps with an adverb.
_ACTS = Pattern(rf"\s(?:(?:cũng|còn|tiếp tục|chủ động|hằng năm|mỗi năm|cùng nhau|thì|lại|ngay)\s){{0,2}}(?:{_VERBS})\b")
#: A report of how things are or were.
_REPORTED = Pattern(
    r"\b(?:hiện|hiện nay|hiện có|đang|từng|trước đây|trước đó|lâu nay|xưa nay|năm ngoái|năm qua|tháng qua|tuần qua"
    r"|hôm qua|cả nước|toàn quốc|chiếm|bình quân|rồi|(?:đến|về|sang|tới) dự|họp báo"
    r"|(?:mở|tổ chức) (?:lễ|hội nghị|hội thảo)|nhận nhau)\b"
)
#: Openings that a promise has in news: `Đổi lại, …`, `Mỗi năm …`, `Phía A …`.
_LEADS_IN = Pattern(
    r"\W*+(?:(?:đổi lại|ngược lại|còn|về phần mình|bù lại|trước mắt|trước hết|ngoài ra|riêng|đợt đầu|cụ thể)\b,?\s)?"
    r"(?:(?:mỗi|hằng|hàng|định kỳ mỗi|cứ mỗi|trong|đến|từ) (?:năm|quý|tháng|tuần|mùa|vụ|đợt)"
    r"(?: (?:tới|này|sau|đầu|[ivx]{1,3}|\d{1,4})(?:[/-]\d{4})?)?,?\s)?(?:(?:về )?phía\s)?"
)
#: `…; mỗi năm tổ chức hai phiên chợ`: another promise of the same subject.
_GOES_ON = Pattern(rf"(?:đồng thời |(?:mỗi|hằng|hàng) (?:năm|quý|tháng),? )?(?:{_VERBS})\b")
_ANOTHER = Pattern(r",\s(?=(?:còn )?phía\s)")


def promised(cast: Cast, start: int, end: int, sides: tuple[str, ...]) -> Iterator[Stretch]:
    """The clauses of a sentence in which a side or an organ of theirs acts, and nothing says that it was before."""
    norm = cast.reading.view.norm
    if start < _lead_ends(cast) or PAST.search(norm, start, end) or _REPORTED.search(norm, start, end):
        return
    promised = False
    for a, b in _clauses(norm, start, end):
        if promised and _GOES_ON.match(norm, a, b):
            yield Stretch(_words(norm, a), b, "commitment", "promise")
            continue
        promised = False
        for position in openings(norm, a, b):
            lead_in = _LEADS_IN.match(norm, position, b)
            subject = lead_in.end() if lead_in else position
            after = is_subject_of_news(cast, subject, b, sides)
            if after is not None and _ACTS.match(norm, after, b):
                promised = True
                yield Stretch(_words(norm, position), b, "commitment", "promise")
                break


def _lead_ends(cast: Cast) -> int:
    """Where the first paragraph of the report ends: it tells what happened, in whatever tense."""
    lead = next((part for part in cast.reading.paragraphs if part.kind == "body"), None)
    return lead.end if lead else 0


def _clauses(norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Between semicolons, and before another `phía …`."""
    for a, b in parts(norm, start, end):
        at = a
        for match in _ANOTHER.finditer(norm, a, b):
            yield at, match.start()
            at = match.end()
        yield at, b


def _words(norm: str, position: int) -> int:
    while norm[position : position + 1] in ("-", "*", "•", " ", '"', "'"):
        position += 1
    return position
