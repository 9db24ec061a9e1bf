"""What Vietnamese texts count, and how much of the noun phrase is the unit of a figure.

The unit is the counted head as a reader would say it alone: a full noun by itself (`dự án` of tourism, `chuỗi` of
supply), a classifier or a bound noun with what it needs (`bác sĩ`, `điểm trường`, `trạm y tế`,
`lượt khách`). What specifies it further (`mẫu`, `giáp ranh`) says what the figure is about.
A multiplier belongs to the unit as it is written: `1,8 triệu lượt khách`, `50.000 tỷ đồng`.
"""

from __future__ import annotations

from loaders.alternatives import alternatives

SCALE = "nghìn tỷ|ngàn tỷ|nghìn tỉ|trăm tỷ|chục tỷ|trăm triệu|trăm nghìn|nghìn|ngàn|vạn|triệu|tỷ|tỉ"
_CURRENCY = (
    r"đồng(?! (?:chí|bào|đội|nghiệp|bộ|thời|hồ|minh|ruộng|lúa|hành))|vnđ|vnd|usd|đô la mỹ|đô la|đô-la|euro|yên|"
    r"nhân dân tệ"
)
#: Money keeps its multiplier; `/năm` and `/hộ` behind it, as behind any unit, say what it is reckoned for.
MONEY = rf"(?:(?:{SCALE}) )?(?:{_CURRENCY})\b"
#: Thousand millions without a noun are money in Vietnamese texts: `hỗ trợ 5 tỷ, …`.
BARE_MONEY = r"(?:nghìn |ngàn )?(?:tỷ|tỉ)(?=\s*(?:[.,;:)…]|$)| (?:cho|để|từ|do|của|và|trong|vào|xây|hỗ trợ)\b)"
_MEASURES = (
    "ha|héc[- ]?ta|km2|km²|m2|m²|m3|m³|km|ki-lô-mét|mét vuông|mét khối|mét|hải lý|tấn|tạ|kg|lít|mwp|mw|gw|kwh|gwh|teu"
)
#: `tăng gấp 1,5 lần`; how often something recurs is no measure.
TIMES = r"(?<=\b(?:gấp|tăng|giảm|bằng) (?:gần |hơn |khoảng )?[\d.,]+ )lần\b"
#: `rút xuống dưới 4 giờ`: time that was saved; else time measures nothing.
SAVED = r"(?<=\b(?:xuống|giảm còn|rút còn|còn) (?:còn |chỉ còn |dưới |khoảng )*[\d.,]+ )(?:giờ|phút|ngày)\b"
MEASURE = rf"(?:(?:{SCALE}) )?(?:{_MEASURES})\b|[%％]|{TIMES}|{SAVED}"

#: Nouns that stand for themselves; longer ones are tried first.
_NOUNS = """
dự án|công trình|hạng mục|nhiệm vụ|đề tài|đề án|mô hình|chương trình|sáng kiến|giải pháp|hoạt động|chỉ tiêu|danh mục
nội dung|quy trình|đầu việc|phần việc
hội nghị|hội thảo|hội chợ|hội thi|hội diễn|tọa đàm|diễn đàn|triển lãm|sự kiện|lễ hội|cuộc họp|cuộc gặp|cuộc thi|cuộc
buổi làm việc|buổi biểu diễn|buổi giao lưu|buổi|phiên họp|phiên chợ|phiên giao dịch|phiên
đợt|chuyến bay|chuyến tàu|chuyến xe|chuyến hàng|chuyến công tác|chuyến|đoàn|tour|tua|hành trình|suất diễn|vở diễn|vở
cặp
tiết mục|trận đấu|giải đấu|giải thưởng|huy chương
lớp học|lớp|khóa học|khóa|học bổng|chuyên đề|giáo trình|bài giảng|trại hè
hợp đồng|biên bản ghi nhớ|bản ghi nhớ|biên bản|thỏa thuận|văn bản|bản ký kết|quy chế|hồ sơ|thủ tục hành chính|thủ tục
giấy phép|giấy chứng nhận|chứng chỉ|bằng khen
doanh nghiệp|công ty|hợp tác xã|htx|tổ hợp tác|nhà đầu tư|nhà phân phối|nhà cung cấp|nhà máy|xí nghiệp|xưởng|đại lý
siêu thị|cửa hàng|chợ|trung tâm thương mại|trung tâm|chi nhánh|văn phòng đại diện|văn phòng|thương hiệu|nhãn hiệu
đơn vị|tổ chức|cơ sở lưu trú|cơ sở sản xuất|cơ sở y tế|cơ sở|hãng lữ hành|hãng|khách sạn|nhà hàng|homestay|ngân hàng
quỹ tín dụng|hiệp hội|câu lạc bộ|làng nghề|trang trại|vườn ươm|vườn
sản phẩm|mặt hàng|chủng loại|loại|gian hàng|chuỗi|giống|mẫu|lô hàng|lô|thiết bị|container|công-ten-nơ|tàu cá|tàu
thuyền|xe cứu thương|xe đạp|xe|ô tô|máy tính|máy thở|máy bơm|máy|đầu sách|cuốn sách|cuốn|đầu báo|ấn phẩm|tác phẩm
hiện vật|tài liệu|tờ rơi|tờ gấp|phóng sự
phim|clip|video|bản tin|tin bài|tin, bài|bài viết|bài báo|tin|bài|chuyên mục|chuyên trang|số báo
tuyến đường|tuyến xe buýt|tuyến xe|tuyến|cây cầu|cầu|cảng|bến xe|bến|cửa khẩu|khu công nghiệp|cụm công nghiệp
khu kinh tế|khu du lịch|khu đô thị|khu tái định cư|khu|phân khu|vùng nguyên liệu|vùng trồng|hồ chứa|hồ|đập|giếng
trạm bơm|cột mốc|mốc|biển báo|bảng
điểm trường|điểm đến|điểm du lịch|điểm tham quan|điểm dừng chân|điểm bán hàng|điểm bán|điểm cầu|điểm nóng|điểm dân cư
điểm truy cập|điểm đen|điểm chợ|mặt cắt
trạm y tế|trạm xá|trạm biến áp|trạm quan trắc|trạm kiểm soát|trạm cân|trạm|bệnh viện
phòng khám|phòng học|phòng máy|phòng|trường học|trường đại học|trường cao đẳng|trường trung học|trường tiểu học
trường mầm non|trường nghề|trường thpt|trường thcs|trường|nhà trẻ|thư viện|bảo tàng|di tích lịch sử|di tích|di sản
giường bệnh|giường|vị trí|địa bàn|địa điểm|chốt|chốt kiểm soát|nghĩa trang
căn nhà|căn hộ|căn|ngôi nhà|ngôi trường|ngôi mộ|ngôi|nhà tình nghĩa|nhà tình thương|nhà đại đoàn kết|nhà văn hóa|nhà ở
nhà tạm|nhà bia|nhà vệ sinh|nhà sàn|suất quà|suất học bổng|suất ăn|suất|phần quà|phần thưởng|túi quà|sổ tiết kiệm
thẻ bảo hiểm|thẻ
người dân|người lao động|người có công|người nghèo|người bệnh|người|nhân khẩu|hộ nghèo|hộ cận nghèo|hộ dân|hộ gia đình
hộ|gia đình chính sách|gia đình|lao động|cán bộ|công chức|cán bộ, công chức|đảng viên|cử tri|chuyên gia|nhà khoa học
nhà báo|phóng viên|nghệ nhân|nghệ sĩ|doanh nhân|nông dân|ngư dân|công nhân|thanh niên|phụ nữ|thiếu nhi|thiếu niên
trẻ em|cựu chiến binh|chiến sĩ|bộ đội|già làng|đại biểu|khách mời|tình nguyện viên|bệnh nhân|đối tượng
nạn nhân|nghi can|vận động viên|thân nhân|người khuyết tật|kỹ sư|cử nhân|thợ|lái xe|luật sư|dân quân|kiểm lâm|du khách
hành khách|khách
ca bệnh|ca mắc|ca mổ|ca phẫu thuật|ca ghép|ca|kỹ thuật|gói kỹ thuật|liều vắc xin|liều|đơn vị máu
mẫu xét nghiệm|vụ việc|vụ án|vụ|trường hợp|đường dây nóng|tin báo|đơn thư|ý kiến
kiến nghị|đề xuất|lượt ý kiến|câu hỏi|cuộc gọi|nhóm zalo|tổ|đội|ngành nghề|nghề|quầy|ki ốt|kho|cụm|hệ thống|phần mềm
dịch vụ|thủy điện|nhà máy thủy điện
cây giống|cây xanh|cây cà phê|cây|cá giống|gốc|đàn|quả|trái|củ|khúc|hom giống|bức ảnh
bức tranh|bức tượng|bức|tấm ảnh|tấm vé|tấm pano|tấm|chiếc xe đạp|chiếc xe|chiếc|vé|chai|viên|gói thầu|gói|mái nhà
bếp ăn|công ty lữ hành|bể nước|bồn nước
y tá|điều dưỡng|hộ lý|dược tá|nữ hộ sinh|bệnh án|máy siêu âm|máy xét nghiệm|xe lăn|bộ xét nghiệm|túi thuốc|cơ số thuốc
ổ nhóm|băng nhóm|tụ điểm|đường dây|tang vật|khẩu súng|bánh heroin|chuyên án|tội phạm|tàu vi phạm|lượt tàu|lượt xe
bao|thùng|kiện|lồng bè|ao|thửa|cánh đồng|nhà màng|nhà kính|nhà lưới|hộ nuôi|xã viên|nông hộ|vườn mẫu|mã số vùng trồng
mã vùng trồng
em học sinh|em|cháu|thầy cô|thầy giáo|cô giáo|bộ sách|bộ máy tính|quyển vở|quyển|tập vở|đầu đề tài|luận án|công bố
bằng sáng chế
đêm diễn|đêm nhạc|buổi diễn|bài hát|vở kịch|cuốn phim|bộ phim|tập phim|gian trưng bày|tác giả|diễn viên|nhạc công
đoàn khách|đoàn famtrip
nhịp cầu|trụ đèn|cột điện|bóng đèn|trạm dừng nghỉ|bến phà|bến thuyền|bến cảng|cầu cảng|tuyến phố|tuyến kênh
trạm thu phí|nút giao|hầm
phần mộ|hài cốt|liệt sĩ|bia|tượng đài|thùng rác|lò đốt|bãi rác|nhà máy nước|máy phát điện|máy lọc nước|camera
tài khoản|chữ ký số
quầy hàng|sạp|gian|đơn hàng|mã hàng|thương nhân|thương lái|tiểu thương|chuyến xe hàng|xe hàng|nhà thầu|nhà xe|nhà nghỉ
nhà máy chế biến
thành phẩm|chi đoàn|chi bộ|xã kết nghĩa|cụm dân cư|hạt kiểm lâm|đồn biên phòng|đồn|tổ công tác|đội tuyển|cụm loa
bồn chứa|xuồng|ca nô|phà
"""
#: People named by an ending: `thuyền viên`, `kiểm lâm viên`, `bác sĩ`, `thực tập sinh`.
_AGENTS = (
    r"(?!thành |ủy )\p{L}{2,} viên|(?:kiểm lâm|thuyết minh|hướng dẫn|kiểm dịch|cộng tác|huấn luyện|tuyên truyền|"
    r"khuyến nông|báo cáo|phát thanh|biên tập|tình nguyện|vận động|kiểm soát|kỹ thuật|thanh tra|điều tra|"
    r"quan trắc|giám sát) viên|"
    r"(?:bác|y|dược|nha|nghệ|ca|nhạc|họa|võ|thạc|tiến|chiến|hạ|liệt) s[ĩỹ]|"
    r"(?:du học|lưu học|học|thí|nghiên cứu|thực tập|nam|nữ|hộ|võ) sinh"
)
_LISTED = alternatives(_NOUNS.strip().replace("\n", "|").split("|"))
#: An animal needs its name: `con bò`, `con tôm giống`.
_ANIMAL = r"con \p{L}++(?: giống\b)?"
_NOUN = rf"(?:{_AGENTS}|{_ANIMAL}|bộ(?!,? ngành)|{_LISTED})"
#: Who comes or is treated is counted each time: `lượt khách`, `lượt bác sĩ`.
COUNTED = rf"(?:(?:{SCALE}) )?(?:lượt(?: {_NOUN})?|{_NOUN})\b"

#: What no achievement is counted in: time, the sides and their parts, the parts of a text; and what is no noun.
_UNCOUNTED = (
    "nghìn|ngàn|vạn|triệu|tỷ|năm|tháng|ngày|giờ|phút|giây|tuần|quý|tiếng|thập|thế|nhiệm|mùa|lần|tuổi|độ|tỉnh|"
    "thành|địa phương|huyện|quận|"
    "xã|phường|"
    "thị|thôn|ấp|bản|buôn|làng|vùng|tiểu|miền|bên|nước|quốc gia|lĩnh|nội|ngành|chương|điều|khoản|mục|phần|trang|"
    "đồng|sở|bộ|"
    "cấp|trong|về|của|và|với|cho|từ|đến|tới|tại|ở|là|do|được|đã|đang|sẽ|có|không|cùng|hoặc|hay|trên|dưới|hơn|thì|"
    "mà|nên|để|"
    "theo|vào|ra|lên|xuống|số|trụ|mặt|khâu|nguyên|mũi|quan điểm|nhóm"
)
_AFTER_NOUN = (
    r"(?=\s*(?:[.,;:)\n]|$)| (?:của|cho|và|tại|ở|với|trong|được|đã|có|từ|đến|về|do|là|để|cùng|vào|trên|theo|đang|"
    r"này|hai|"
    r"các|mỗi)\b)"
)
#: Any other noun of two syllables that is seen to end: a stop or a function word follows.
OPEN = rf"(?!(?:{_UNCOUNTED})\b)\p{{L}}++ \p{{L}}{{2,}}+{_AFTER_NOUN}"
#: Nouns that are verbs as well: after a date or a rank they are mostly these.
#: What an agreement consists of, counted only where it was done.
CONTENTS = frozenset({"nội dung", "đầu việc", "phần việc", "danh mục", "hạng mục"})
VERBAL = frozenset({"tổ chức", "hoạt động", "triển lãm", "đề xuất", "kiến nghị", "thỏa thuận"})
