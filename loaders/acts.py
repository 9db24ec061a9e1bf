"""The words by which a text speaks of cooperation: agreements and their kinds, meetings, and cooperation as such.

An act is a head noun with its complement (`chương trình phối hợp`, `biên bản ghi nhớ`, `hội nghị`), or the bare word
for cooperation. Formal acts can be agreements; meetings and bare cooperation only say that there is some.
"""

from __future__ import annotations

from dataclasses import dataclass

from loaders.analysis import Reading
from loaders.patterns import Pattern
from ontology.codes import AgreementKind

_COOPERATION = r"(?:hợp tác|phối hợp|liên kết|kết nghĩa)"
#: Up to five words between the head and what makes it one of cooperation: `chương trình khảo sát liên kết`.
_STOP = (
    r"(?!(?:với|giữa|của|và|thỏa thuận|chương trình|biên bản|bản|văn bản|kế hoạch|quy chế|sẽ|đã|được|chủ động|chủ trì)"
    r"\b)"
)
_WITHIN = rf"(?: {_STOP}(?:[\p{{L}}-]++|\"[^\"]{{0,60}}\")){{0,5}}? "
#: Words that may stand between such a head and its years without saying that it is about something else.
_PLAIN = (
    r"(?: (?:hợp tác|phối hợp|liên kết|kết nghĩa|thực hiện|triển khai|tổ chức|hoạt động|hành động|công tác|nhiệm vụ"
    r"|trọng tâm|chủ yếu|cụ thể|chung|mới|tiếp theo|tới|tiếp tục|trong|cho|của|hai|ba|bốn|các|bên|tỉnh|địa phương"
    r"|thành phố|cùng|chương trình|thỏa thuận|nội dung|phát triển(?= giai đoạn))){0,8}? "
)
_AHEAD = r"(?=(?:giai đoạn|nhiệm kỳ|thời kỳ|chặng|quãng|các năm|những năm|hai năm|ba năm|\d năm)? ?\(?\d{4} ?- ?\d{4})"
_HEADS: tuple[tuple[str, AgreementKind, str], ...] = (
    # biên bản ghi nhớ, bản ghi nhớ hợp tác, biên bản hợp tác
    (
        "memorandum",
        "memorandum",
        (
            r"(?:biên )?bản ghi nhớ|ghi nhớ (?:hợp tác|(?=giữa|(?:đã |được )?ký))"
            rf"|biên bản (?:ký kết )?{_COOPERATION}|\bmou\b"
        ),
    ),
    # thỏa thuận hợp tác, biên bản thỏa thuận hợp tác, quy chế phối hợp
    (
        "agreement",
        "agreement",
        (
            rf"(?:bản |biên bản |văn bản )?(?:thỏa thuận|cam kết|giao ước|hiệp định)(?:{_WITHIN}?{_COOPERATION}"
            rf"| khung| mới)"
            r"|thỏa thuận(?= (?:(?:đã )?(?:được )?ký\b|(?:giai đoạn )?(?:19|20)\d\d|số:? ?\d|giữa\b"
            r"|(?:này|trên|nói trên|do|riêng)\b))"
            r"|(?:kết luận|nghị quyết|chương trình|kế hoạch) liên tịch|(?:tờ|bản|biên bản|văn bản) (?:thỏa thuận"
            r"|cam kết|kết nghĩa|giao ước|giao kết)|kết ước"
            rf"|(?:quy chế|quy ước){_WITHIN}?{_COOPERATION}|văn bản (?:ký kết )?{_COOPERATION}"
            r"|(?:đạt|đi đến)(?: được)? thỏa thuận|(?:biên bản|văn bản) (?:thống nhất|ký kết)"
            r"|giao ước|(?:lễ|ngày|quan hệ|đã|từng|chính thức) kết nghĩa|nhận nhau làm (?:anh em|chị em)|liên minh"
        ),
    ),
    # lễ ký kết hợp tác: something is signed, whatever its name
    ("signing", "agreement", rf"(?:lễ )?ký kết{_WITHIN}?{_COOPERATION}"),
    # chương trình hợp tác, chương trình phối hợp, chương trình kết nghĩa
    (
        "programme",
        "programme",
        (
            rf"chương trình{_WITHIN}?{_COOPERATION}|đề án{_WITHIN}?{_COOPERATION}"
            r"|chương trình (?:mới|bắt tay|chung tay)|chương trình hành động(?=[^.;\n]{0,70}\bgiữa\b)"
            r"|(?<!các )(?<!những )chương trình(?: mới| cho| của hai (?:bên|tỉnh))? "
            r"(?=(?:giai đoạn|nhiệm kỳ|thời kỳ) \d)"
        ),
    ),
    # phương hướng giai đoạn …: the next phase of whatever is reviewed
    (
        "outlook",
        "programme",
        (
            rf"(?:phương hướng|định hướng|nội dung|nhiệm vụ){_PLAIN}{_AHEAD}"
            r"|(?<=(?:giai đoạn|chặng|quãng|thời kỳ) \d{4} ?- ?\d{4},? )(?:hai|ba|bốn|các|\d{1,2}) (?:bên|tỉnh"
            r"|địa phương)"
        ),
    ),
    # kế hoạch hợp tác; kế hoạch … giai đoạn
    (
        "plan",
        "plan",
        rf"(?<!sở )kế hoạch{_WITHIN}?{_COOPERATION}|(?<!sở )kế hoạch{_PLAIN}(?!\d năm){_AHEAD}|(?<!sở )kế hoạch mới",
    ),
    # đề án … giai đoạn: a plan only where the sides themselves are said to carry it
    (
        "scheme",
        "plan",
        r"(?:đề án|dự án|lộ trình|chương trình(?! mục tiêu))(?: [\p{L}-]++){0,10}? (?=giai đoạn \d)",
    ),
    # hội nghị, buổi làm việc, diễn đàn
    (
        "meeting",
        "conference",
        (
            r"hội nghị|hội thảo|(?:buổi|cuộc|phiên) (?:làm việc|họp|gặp gỡ|gặp mặt|tọa đàm)|hội đàm|tọa đàm|diễn đàn"
            r"|chuyến (?:công tác|thăm)|ngồi lại|họp (?:bàn|liên tịch|ban chỉ đạo|ban điều phối)"
        ),
    ),
    # hợp tác, liên kết: neither agreement nor meeting
    (
        "cooperation",
        "conference",
        (
            r"hợp tác|liên kết|kết nghĩa|bắt tay|chung tay|(?:lễ )?ký kết|lễ ký"
            r"|(?:nhất trí|thống nhất|đồng thuận|đồng lòng)(?: (?:cùng|sẽ cùng|phối hợp|hợp tác|liên kết)"
            r"|(?= chương trình))"
            r"|tam giác (?:phát triển|tăng trưởng|du lịch)|ký tiếp|ký mới|gia hạn|hạ bút|đặt bút"
            r"|đặt tên|trao (?:cho )?nhau|đồng chủ trì|đồng chủ tọa|đồng tổ chức|gặp nhau|giúp nhau|(?:hỗ trợ"
            r"|giúp đỡ) lẫn nhau"
        ),
    ),
    # phối hợp, kết nối, giao lưu: what bodies and roads and teams do every day; never enough to make sides
    ("coordination", "conference", r"phối hợp|kết nối|giao lưu"),
)
_ACT = Pattern(r"\b(?:" + "|".join(f"(?P<{name}>{words})" for name, _, words in _HEADS) + r")\b")
_KINDS: dict[str, AgreementKind] = {name: kind for name, kind, _ in _HEADS}
#: Not one act but many, or any: `các chương trình hợp tác`, `nhiều thỏa thuận`.
_PLURAL = Pattern(r"\b(?:các|những|nhiều|(?<![-/.:\d])\d{1,3}|một số|mọi|bất kỳ) (?:bản )?$")
#: A paper that carries out another one is not the agreement: `kế hoạch triển khai Thỏa thuận …`; but what is named for
#: its years is, `kế hoạch triển khai thời kỳ 2024 - 2025`: it ends before them.
_CARRIES_OUT = Pattern(r"kế hoạch (?:triển khai|thực hiện|tổ chức thực hiện)\b")
#: The sides as the subject: `ba tỉnh cùng chấp thuận Đề án …`.
_TOGETHER = Pattern(r"\b(?:hai|ba|bốn|năm|\d{1,2}|các) (?:bên|phía|tỉnh|địa phương|thành phố|sở|ngành|đảng bộ)\b")
_FORMAL = frozenset({"memorandum", "agreement", "signing", "programme", "plan", "outlook", "scheme"})


@dataclass(frozen=True, slots=True)
class Act:
    """An act at ``norm[start:end]`` in a sentence; ``name`` is the row of the table above that found it.

    ``academic``: a conference of scholars (``hội thảo``), which alone does not make its places sides.
    """

    start: int
    end: int
    name: str
    kind: AgreementKind
    sentence: int
    plural: bool = False
    academic: bool = False

    @property
    def formal(self) -> bool:
        return self.name in _FORMAL

    @property
    def binding(self) -> bool:
        """Whether it brings sides together: a paper, a meeting or cooperation, not everyday coordination."""
        return self.name != "coordination"


def acts(reading: Reading) -> tuple[Act, ...]:
    """All acts in their order."""
    found: list[Act] = []
    norm = reading.view.norm
    for index, sentence in enumerate(reading.sentences):
        for match in _ACT.finditer(norm, sentence.start, sentence.end):
            name = match.lastgroup or "cooperation"
            if name == "scheme" and not _TOGETHER.search(norm, sentence.start, match.start()):
                name = "coordination"
            if name == "plan" and _CARRIES_OUT.match(match.group()) and not match.group().endswith(" "):
                name = "cooperation"
            home = index + 1 if _titles(reading, index, match.end()) else index
            kind: AgreementKind = "programme" if match.group().startswith("chương trình") else _KINDS[name]
            plural = _PLURAL.search(norm, max(0, match.start() - 20), match.start()) is not None
            found.append(
                Act(match.start(), match.end(), name, kind, home, plural, match.group().startswith("hội thảo"))
            )
    return tuple(found)


def _titles(reading: Reading, index: int, end: int) -> bool:
    """Whether an act is a title by itself: what it is about stands in the next line (`QUY CHẾ PHỐI HỢP` / `giữa …`)."""
    if index + 1 >= len(reading.sentences):
        return False
    sentence, following = reading.sentences[index], reading.sentences[index + 1]
    heading = reading.paragraphs[sentence.paragraph].kind == "heading"
    next_kind = reading.paragraphs[following.paragraph].kind
    alone = sentence.end - end <= 2 and following.paragraph == sentence.paragraph + 1
    return heading and alone and next_kind in ("heading", "body")


def in_sentences(found: tuple[Act, ...]) -> dict[int, list[Act]]:
    """The acts of each sentence that has any, in their order."""
    by_sentence: dict[int, list[Act]] = {}
    for act in found:
        by_sentence.setdefault(act.sentence, []).append(act)
    return by_sentence
