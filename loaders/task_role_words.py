"""The words by which documents say who leads a task and with whom: one pattern for each way of saying it."""

from __future__ import annotations

from loaders.body_lists import OFFICES
from loaders.patterns import Pattern

#: `giao Sở X`, `phân công cho …`, `ủy quyền …`, `chỉ đạo Sở X`: the verb, then the list.
GIVING = Pattern(
    r"\b(?:giao(?! (?:thông|lưu|dịch|thương|thừa|nhận|ước|tiếp)\b)|phân công|ủy quyền|ủy nhiệm|chỉ định"
    r"|giao (?:nhiệm vụ|trách nhiệm|phó))(?: cho)?(?=[ \n:])"
)
#: `yêu cầu các sở`, `đề nghị UBND tỉnh Y`: an order or a request to named bodies.
ASKING = Pattern(r"\b(?:yêu cầu|đề nghị|chỉ đạo|kiến nghị|đôn đốc|gợi ý|xin)(?=[ \n:])(?!\s(?:của|tại|trên|này|nêu)\b)")
SPEAKER = Pattern(r"\b(?:ông|bà|đồng chí|chủ tịch|bí thư|lãnh đạo|đại biểu|tỉnh|thành phố|ubnd|ủy ban nhân dân)\b")
#: `X chủ trì`, `X là cơ quan thường trực`, `X làm đầu mối`: the verb after the lead.
LEADING = Pattern(
    r"(?:[ \n]|, )(?:(?:là|làm|giữ vai trò|đóng vai trò) )?(?:cơ quan |đơn vị )?(?:chủ trì|đầu mối|thường "
    r"trực thực hiện|chịu trách nhiệm chính)\b"
)
#: `do UBND thành phố chủ trì / thực hiện`.
DONE_BY = Pattern(r"\b(?:do|trách nhiệm (?:chính )?thuộc(?: về)?)(?= )")
DOES = Pattern(
    r" (?:chủ trì|thực hiện|phụ trách|đảm nhận|đảm nhiệm|đăng cai|chịu trách nhiệm|làm đầu mối|cầm trịch|lo\b)"
)
#: `Đầu mối … là Sở X`, `Cơ quan thường trực là …`.
IS_WHO = Pattern(r"(?:cơ quan |đơn vị )?(?:đầu mối|chủ trì|thường trực)\b[^,;.:]{0,60}? là(?= )")
#: `Sở A (cơ quan chủ trì), Sở B (phối hợp): …`
LEADS_HERE = Pattern(r"\s?\((?:cơ quan |đơn vị )?chủ trì\),?")
WORKS_HERE = Pattern(r"\s?\((?:cơ quan |đơn vị )?phối hợp\)")
#: `(Cơ quan chủ trì: Sở X; phối hợp: Sở Y)`, `Đơn vị thực hiện: …`: labels in a line or in brackets.
LEAD_LABEL = Pattern(
    r"\b(?:cơ quan|đơn vị|sở)?\s?(?:chủ trì|đầu mối|thực hiện|chịu trách nhiệm)(?: thực hiện| tham mưu)?\s?:"
)
PARTNER_LABEL = Pattern(r"\b(?:cơ quan|đơn vị)?\s?phối hợp(?: thực hiện)?\s?:")
#: `phối hợp (chặt chẽ) với`, `cùng`, `cùng với`, `liên hệ với`, `làm việc với`, `trao đổi với`.
WITH = Pattern(
    r"\b(?:phối hợp(?: (?:chặt chẽ|chặt|tốt|đồng bộ|thường xuyên|hiệu quả|tích cực))*(?:,? thống nhất)?"
    r"(?: với| cùng(?: với)?)?"
    r"|cùng(?: với)?|kết hợp(?: với| cùng)?|mời|(?:có|với) sự (?:tham gia|phối hợp|hỗ trợ) của"
    r"|(?:liên hệ|liên lạc|gặp gỡ|gặp)(?: với)?|làm việc(?: trực tiếp)? với|(?:kết nối|thống nhất|liên kết|hợp tác) với"
    r"|(?:trao đổi|chia sẻ|bàn|bàn bạc|đàm phán|thảo luận|ký|ký kết)(?:,? (?!với\b)\p{L}++){0,6}? với)"
    r"(?=[ \n])"
)
#: From here on other bodies act: `kiến nghị Bộ Tài chính sớm chủ trì, phối hợp Bộ …`, `trình …`, `… để UBND làm việc
#: với …`.
OTHERS_ACT = Pattern(
    r"\b(?:kiến nghị|đề nghị|đề xuất với|trình|báo cáo|để|tham mưu cho|tham mưu|giúp|lãnh đạo|chỉ đạo|"
    r"hướng dẫn|đôn đốc|giữa)[ \n]"
)
#: What may stand before the subject of an order: a date that recurs, a point that the order follows from.
ADVERB = Pattern(
    rf"(?:(?:định kỳ|hàng|hằng|mỗi|trước mắt|đồng thời|ngoài ra|riêng|đối với|bên cạnh đó|theo "
    rf"đó)\b[^,;:.]{{0,50}},? )?(?:{OFFICES} )?"
)
SUBJECT_ENDS = Pattern(r"[ \n,:]|$")
CLOSED = Pattern(r"\s?:\s?(?=\S)")
#: `Sở X, Chi cục Y được đề nghị trao đổi …`
IS_ASKED = Pattern(r"[ \n](?:được|có trách nhiệm)[ \n](?:giao|đề nghị|yêu cầu|phân công|chọn|cử)[ \n]")
#: Verbs of attendance and speech: a body that opens a report is no lead.
REPORTING = Pattern(
    r" ?[-(] ?[\"']?(?:bên|sau đây|dưới đây|gọi|viết tắt)|[ ,](?:đã|vừa|từng|cũng đã|còn có|cho biết|cho "
    r"rằng|nhận định|"
    r"đánh giá|ghi nhận|cảm ơn|phát biểu|"
    r"nhấn mạnh|khẳng định|báo cáo tại|(?:xin|kính|trân trọng|xin trân trọng) (?:báo cáo|gửi|cảm ơn|chúc|chào|cám ơn)|"
    r"tổ chức họp|cử người|cử đại diện|cử đoàn|dự|tham dự|có buổi|đến thăm|ban hành|nhận được|làm "
    r"(?:thường trực|tổ trưởng|tổ phó|trưởng|phó|thành viên)|ký ban hành|"
    r"thông tin|chia sẻ tại|có ý "
    r"kiến như sau|kết luận)\b"
)
#: `- Với Bộ X: sớm khởi công …`: to whom a request goes.
TOWARDS = Pattern(r"(?:với|đối với|về phía|kiến nghị với|đề xuất với)(?= )")
#: `Về phía Sở X, cần …`
MUST = Pattern(r"\s?,\s(?=(?:cần|phải|đề nghị|sớm|khẩn trương|tiếp tục|chủ động|nghiên cứu|quan tâm)\b)")
#: What stands between a work and those named behind it: the last colon or bracket, not of a list that goes on before.
NAMED_LAST = Pattern(
    r"(?<! gồm)(?<! là)(?<! như)(?<! sau)(?<! cho)(?<! của)(?<! với)(?<! quan)(?<! vị)(?<! sở)(?<! ngành)(?<! trường)"
    r"(?<! viện)(?<! phần)(?: ?: | \()(?=[^:(]*+$)"
)
#: `X là cơ quan thường trực`: an office that somebody is given, whoever says so.
IN_CHARGE = Pattern(r"[ \n,]+(?:là|làm) (?:cơ quan |đơn vị )?(?:thường trực|đầu mối|chủ trì)\b")
#: `Sở A chủ trì, Sở B tham gia`, `…; Công an tỉnh, UBND huyện C phối hợp xử lý`: the verb after those who help.
HELPS = Pattern(
    r"[ \n](?:(?:là|làm) (?:cơ quan |đơn vị |thành viên )?)?(?:cùng )?"
    r"(?:phối hợp(?! (?:chặt chẽ |chặt |tốt |đồng bộ |thường xuyên )*(?:với|cùng|sở|ban|công an|ubnd|ủy ban)\b)"
    r"|tham gia|hỗ trợ|giúp sức|góp sức|giúp|góp (?:quân|người|lực lượng))\b"
)
