"""The rules by which statements are read, each with its name, where it is written and what it says, vi and en.

Claims name their rule in the record (``rule``, ``inferred.rule``); `loaders.decisions` names the others. A name that
ends with ``*`` stands for a family: behind the colon follow the words of the text or the sort that was found.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """``module``: the file of ``loaders/`` that gives a statement this name."""

    name: str
    module: str
    vi: str
    en: str


_TABLE = (
    # The document
    ("genre:title", "head", "Tên loại văn bản đứng làm tiêu đề", "The name of the form stands as the title"),
    ("genre:symbol", "head", "Ký hiệu của văn bản nêu loại", "The symbol of the document says its sort"),
    ("genre:addressed", "head", "Có kính gửi hoặc về việc: công văn", "Addressees or a subject line: a dispatch"),
    ("genre:motto", "head", "Có quốc hiệu mà không rõ loại", "The national motto, but no known form"),
    ("genre:reported", "head", "Bài viết thuật lại một văn bản", "A page reports an act"),
    ("genre:news", "head", "Không có hình thức văn bản: tin bài", "No form of an official document: news"),
    ("number:own", "head", "Số và ký hiệu của chính văn bản", "The document's own number and symbol"),
    ("issued:form", "dateline", "Ngày ghi trên văn bản", "The date that the document bears"),
    ("issued:act", "dateline", "Ngày của văn bản được thuật lại", "The date of the reported act"),
    ("issued:page", "dateline", "Ngày đăng của trang", "The date of the page"),
    ("issuer:letterhead", "issuer", "Cơ quan ở đầu văn bản", "The body of the letterhead"),
    ("issuer:words", "issuer", "Cơ quan quyết định, kết luận hoặc ký", "The body that decides, concludes or signs"),
    ("issuer:act", "issuer", "Cơ quan ban hành văn bản được thuật lại", "The body that issued the reported act"),
    ("title:form", "titles", "Dòng dưới tên loại văn bản", "The lines below the name of the form"),
    ("title:letter", "titles", "Trích yếu của công văn", "The subject of the letter"),
    ("title:headline", "titles", "Tiêu đề của bài", "The headline"),
    (
        "place:issue",
        "document",
        "Nơi ghi trước ngày, hoặc của nơi ban hành",
        "The place before the date, or of the issuer",
    ),
    # Agreements: their sides
    (
        "act-between",
        "side_groups",
        "Văn bản hợp tác giữa các bên được nêu tên",
        "A paper of cooperation between named sides",
    ),
    ("cooperation-between", "side_groups", "Hợp tác giữa các bên được nêu tên", "Cooperation between named sides"),
    ("sides-sign", "side_groups", "Các bên cùng ký", "The sides sign together"),
    ("signatories", "sides", "Các bên ký tên ở cuối hoặc đầu văn bản", "Those who sign the paper"),
    ("paper-of", "side_groups", "Văn bản hợp tác của các bên", "A paper of cooperation of the sides"),
    ("title-of-the-paper", "side_groups", "Tên văn bản nêu các bên", "The title of the paper names the sides"),
    ("sides-then-act", "side_groups", "Các bên đứng trước việc hợp tác", "The sides stand before the cooperation"),
    ("act-then-sides", "side_groups", "Việc hợp tác đứng trước các bên", "The cooperation stands before the sides"),
    ("named-together", "side_groups", "Các bên được nêu cùng nhau", "The sides are named together"),
    ("as-many-as-said", "sides", "Số địa phương đúng bằng số được nói", "As many localities as the text counts"),
    ("sides-of-a-report", "sides", "Các bên trong báo cáo về hợp tác", "The sides in a report about cooperation"),
    ("province-and-school", "sides", "Tỉnh và trường hợp tác", "A province and a university cooperate"),
    ("subject-with-partner", "side_pairs", "Chủ thể hợp tác với đối tác", "The subject cooperates with a partner"),
    ("item-of-the-partner", "side_items", "Mục riêng cho từng đối tác", "An item of its own for each partner"),
    (
        "with-as-many-as-listed",
        "side_pairs",
        "Chủ thể với các đối tác liệt kê",
        "The subject with the partners of a list",
    ),
    ("sides-meet", "side_pairs", "Các bên gặp nhau", "The sides meet"),
    ("meeting-of", "side_groups", "Hội nghị của các bên", "A meeting of the sides"),
    ("sides-coordinate", "side_groups", "Các bên phối hợp với nhau", "The sides coordinate with each other"),
    ("partner-of-the-day", "side_days", "Mỗi đối tác ký một ngày", "A partner with a day of signing of its own"),
    ("head-of-the-item", "side_items", "Đầu mục tin nêu các bên", "The head of an item of news names the sides"),
    ("visit", "side_pairs", "Đoàn của một bên đến bên kia", "A delegation of one side visits the other"),
    # Agreements: what they are
    ("kind:own-form", "agreement_kinds", "Loại của chính văn bản này", "The form of this document itself"),
    ("kind:meeting", "agreement_kinds", "Các bên họp, chưa có văn bản", "The sides met; no paper is told of"),
    ("kind:earlier-phase", "agreement_kinds", "Theo giai đoạn trước", "As the phase that it continues"),
    ("kind:planned", "agreement_kinds", "Mới dự định", "Only planned as yet"),
    ("kind:signed", "agreement_kinds", "Đã ký, dù không gọi tên văn bản", "Signed, whatever it is called"),
    ("kind:named", "agreement_kinds", "Theo tên gọi trong văn bản", "As the text calls it"),
    ("years-of-the-act", "agreements", "Các năm đi với tên thỏa thuận", "The years that stand with the agreement"),
    ("in-force", "agreements", "Hiệu lực được nêu rõ", "The text says how long it is in force"),
    ("from-the-year-of-signing", "agreements", "Từ năm ký", "From the year of signing"),
    ("signed-on", "agreements", "Ngày đi với việc ký", "The date that stands with the signing"),
    ("own-date", "agreements", "Ngày của chính văn bản được ký", "The date of the signed paper itself"),
    ("held-on", "agreements", "Ngày đi với cuộc họp", "The date that stands with the meeting"),
    ("year-of-the-text", "agreements", "Năm suy ra từ năm của văn bản", "The year is that of the text"),
    ("day-of-the-text", "agreements", "Ngày tính từ ngày của tin", "The day is told from that of the text"),
    ("at", "occasions", "Nơi đi sau tại, ở", "The place after the word for at"),
    ("named-as-content", "content", "Lĩnh vực được nêu trong nội dung", "A field named as content"),
    (
        "domain-of-the-lead",
        "content",
        "Lĩnh vực của cơ quan được giao hoặc của các cơ quan ký kết",
        "The field of the department in charge, or of those that agree",
    ),
    # Bodies and localities
    ("body:named", "bodies", "Cơ quan được nêu tên", "A body that is named"),
    ("jurisdiction:home", "body_places", "Của tỉnh mà văn bản nói từ đó", "Of the province that speaks"),
    ("jurisdiction:authority", "body_places", "Của cơ quan cấp trên vừa nêu", "Of the authority named before"),
    ("jurisdiction:most-named", "body_places", "Của địa phương được nêu nhiều nhất", "Of the locality named most"),
    ("jurisdiction:sentence", "body_places", "Của địa phương trong câu", "Of the locality of the sentence"),
    ("jurisdiction:side", "body_places", "Của bên vừa nêu", "Of the side just named"),
    ("jurisdiction:sides", "body_places", "Của các bên hợp tác", "Of the sides that cooperate"),
    ("named", "document", "Địa phương được nêu tên", "A locality that is named"),
    ("publisher-mark", "home", "Dấu hiệu của nơi đăng", "The mark of the publisher"),
    ("locality:acts", "task_records", "Địa phương thực hiện", "The locality that acts"),
    ("locality:sides", "task_records", "Các bên của thỏa thuận cùng thực hiện", "The sides of the agreement act"),
    # Tasks
    ("task:subject", "task_roles", "Chủ thể phải làm đứng đầu câu", "Who must act stands as the subject"),
    ("task:subject:", "task_roles", "Chủ thể, rồi dấu hai chấm", "Who must act, then a colon"),
    ("task:giao", "task_roles", "Giao cho ai làm gì", "Somebody is charged with something"),
    ("task:được-giao", "task_roles", "Ai được giao làm gì", "Somebody has been charged"),
    ("task:label", "task_roles", "Nhãn nêu cơ quan chủ trì", "A label names the lead"),
    ("task:chủ-trì", "task_roles", "Ai chủ trì", "Somebody takes the lead"),
    ("task:do-chủ-trì", "task_roles", "Việc do ai chủ trì", "Work led by somebody"),
    ("task:là-đầu-mối", "task_roles", "Ai là đầu mối", "Somebody is the contact"),
    ("task:marked", "task_roles", "Cơ quan ghi trong ngoặc sau việc", "The body stands in brackets behind the work"),
    ("task:named-last", "task_roles", "Chỉ có tên cơ quan sau việc", "Only bodies stand behind the work"),
    ("task:is-asked", "task_roles", "Ai được đề nghị", "Somebody is asked"),
    ("task:với:", "task_roles", "Kiến nghị với ai, rồi dấu hai chấm", "Proposed to somebody, then a colon"),
    ("task:đề nghị", "task_roles", "Đề nghị ai làm gì", "Somebody is requested to act"),
    ("task:kiến nghị", "task_roles", "Kiến nghị ai làm gì", "It is proposed to somebody to act"),
    ("task:yêu cầu", "task_role_words", "Yêu cầu ai làm gì", "Somebody is required to act"),
    ("task:chỉ đạo", "task_roles", "Chỉ đạo ai làm gì", "Somebody is directed to act"),
    ("task:xin", "task_role_words", "Xin ý kiến hoặc chủ trương", "Leave or opinion is asked for"),
    ("task:gợi ý", "task_role_words", "Gợi ý ai làm gì", "Somebody is advised to act"),
    ("task:heading", "task_orders", "Việc dưới đề mục của cơ quan", "Work below the heading of a body"),
    ("task:completed-draft", "task_orders", "Hoàn chỉnh dự thảo", "A draft is to be completed"),
    ("task:table-row", "tasks", "Dòng của bảng phân công", "A row of a table of tasks"),
    ("task:list:*", "tasks", "Mục trong danh sách nội dung hoặc đề xuất", "An item of a list of content or proposals"),
    ("task:doers", "tasks", "Các bên cùng làm", "The doers of the paragraph"),
    ("task:same-body", "tasks", "Cùng cơ quan với câu trước", "The same body as before"),
    ("task:beside", "tasks", "Việc đi kèm trong câu", "Work told beside another one"),
    ("task:agreed", "task_speech", "Các bên thống nhất làm", "The sides agree to do something"),
    ("task:plan", "task_speech", "Kế hoạch nêu việc bằng động từ", "A plan states the work by its verb"),
    ("task:promise", "task_promises", "Tin kể điều một bên sẽ làm", "News tell what a side promises to do"),
    ("task:joint-request", "task_asks", "Các bên cùng đề nghị", "The sides request together"),
    ("task:enumeration", "task_speech", "Liệt kê các việc", "Works are enumerated"),
    ("task:passive", "task_speech", "Việc cần được làm", "Something is to be done"),
    ("task:modal:*", "task_speech", "Động từ tình thái: cần, phải, sẽ, nên", "A modal verb: must, will, should"),
    (
        "task:ask:*",
        "task_asks",
        "Lời đề nghị, mong muốn, cam kết của người nói",
        "What a speaker asks, wishes or pledges",
    ),
    ("deadline", "task_times", "Thời hạn trong câu", "The date by which it is due"),
    ("recurrence:words", "recurrence", "Từ ngữ chỉ việc lặp lại", "Words of repetition"),
    ("field:named", "task_records", "Lĩnh vực được nêu trong câu", "A field that the words name"),
    # The rest
    ("finding:result", "findings", "Kết quả đã đạt", "Something was done"),
    ("finding:limitation", "findings", "Hạn chế", "Something falls short"),
    ("finding:cause", "findings", "Nguyên nhân", "Why it falls short"),
    ("signed", "events", "Lễ ký", "A signing"),
    ("meeting:*", "events", "Cuộc họp có ngày", "A meeting with its day"),
    ("project:named", "projects", "Công trình được nêu tên", "A named work"),
    ("figure", "indicators", "Con số với đơn vị", "A figure with its unit"),
)
RULES = {name: Rule(name, module, vi, en) for name, module, vi, en in _TABLE}


def rule(name: str) -> Rule:
    """The rule of a name, or its family; one that the book does not know is called by its name alone."""
    family = name
    while family not in RULES and ":" in family.rstrip("*:"):
        family = family.rstrip("*:").rpartition(":")[0] + ":*"
    return RULES.get(family) or Rule(name, "", name, name)
