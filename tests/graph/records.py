"""Documents made by hand, small enough to count by eye, that together say everything a record can say."""

from __future__ import annotations

from dataclasses import dataclass

from graph.documents import Original
from ontology.record import (
    Agreement,
    Body,
    BodyRef,
    Citation,
    DateClaim,
    DocumentInfo,
    Event,
    Evidence,
    FieldClaim,
    Finding,
    Indicator,
    Inference,
    LocalityMention,
    LocalityRef,
    Party,
    PeriodClaim,
    PlaceClaim,
    Project,
    Record,
    Speaker,
    Task,
)
from ontology.vocabulary import vocabulary

EXTRACTOR = "by-hand"


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it reaches the workspace."""

    filename: str
    text: str
    record: Record

    @property
    def source(self) -> Original:
        return Original.of(self.filename, "text/plain", self.text.encode())


class Reader:
    """Finds the words of claims in a text, so that the documents below say them only once."""

    def __init__(self, text: str) -> None:
        self.text = text

    def words(self, quote: str, nth: int = 1) -> tuple[Evidence, ...]:
        start = -1
        for _ in range(nth):
            start = self.text.index(quote, start + 1)
        return (Evidence(start=start, end=start + len(quote), quote=quote),)

    def party(self, locality: str, quote: str, role: str = "party", through: BodyRef | None = None) -> Party:
        return Party(
            id=locality, name=name_of(locality), role=role, through=through, evidence=self.words(quote), rule="sides"
        )

    def field(self, identifier: str, quote: str) -> FieldClaim:
        return FieldClaim(id=identifier, top=identifier.partition("/")[0], evidence=self.words(quote))

    def body(self, name: str, quote: str, jurisdiction: str | None = None, kind: str | None = None) -> Body:
        where = locality(jurisdiction) if jurisdiction else None
        return Body(name=name, jurisdiction=where, kind=kind, evidence=self.words(quote))

    def mention(self, identifier: str, quote: str) -> LocalityMention:
        return LocalityMention(id=identifier, name=name_of(identifier), evidence=self.words(quote))

    def span(self, quote: str) -> dict[str, object]:
        (found,) = self.words(quote)
        return {"start": found.start, "end": found.end, "text": found.quote}


def name_of(identifier: str) -> str:
    return vocabulary().localities[identifier].name


def locality(identifier: str) -> LocalityRef:
    return LocalityRef(id=identifier, name=name_of(identifier))


def dispatch() -> Document:
    """A dispatch with everything: a programme of a hub and two provinces, its former phase, what is to be done."""
    text = (
        "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN\r\nSố: 12/UBND-TH\r\nBình Thuận, ngày 5 tháng 3 năm 2016\r\n"
        "Căn cứ Kết luận số 7-KL/TU ngày 01/02/2016 của Tỉnh ủy, bản sao.\r\n"
        "Chương trình hợp tác 2016 - 2020 giữa Thành phố Hồ Chí Minh với Bình Thuận và Lâm Đồng về du lịch, "
        "nông nghiệp, ký ngày 20/01/2016 tại Đà Lạt, tiếp nối chương trình 2011 - 2015 và những năm tiếp theo.\r\n"
        "Giao Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở Công Thương tổ chức hội nghị xúc tiến hằng năm, "
        "hoàn thành trước 30/6/2016; Hiệp hội Du lịch Bình Thuận cùng tỉnh Lâm Đồng quảng bá du lịch.\r\n"
        "Lượng khách tăng gần 50.000 lượt trong năm 2015. Hạ tầng còn yếu. Ngày 12/02/2016 đoàn công tác thăm "
        "cao tốc Dầu Giây - Phan Thiết. Ông Nguyễn Văn A, Chủ tịch, chủ trì.\r\n"
    )
    r = Reader(text)
    committee = BodyRef(name="Ủy ban nhân dân", jurisdiction=locality("binh-thuan"), kind="uy-ban-nhan-dan")
    planning = r.body("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "binh-thuan", "so-ke-hoach-va-dau-tu")
    trade = r.body("Sở Công Thương", "Sở Công Thương", "binh-thuan", "so-cong-thuong")
    association = r.body("Hiệp hội Du lịch", "Hiệp hội Du lịch Bình Thuận", "binh-thuan")
    chair = Speaker(person="Nguyễn Văn A", role="Chủ tịch", body=committee)
    return Document(
        "cong-van.txt",
        text,
        Record(
            document=DocumentInfo(
                genre="dispatch",
                number="12/UBND-TH",
                issued="2016-03-05",
                issuer=committee,
                place_of_issue=locality("binh-thuan"),
                title="Chương trình hợp tác 2016 - 2020",
                status=("copy",),
                cites=(
                    Citation(
                        number="7-KL/TU",
                        date="2016-02-01",
                        issuer=BodyRef(name="Tỉnh ủy", jurisdiction=locality("binh-thuan")),
                        relation="based-on",
                        evidence=r.words("số 7-KL/TU"),
                    ),
                ),
                evidence={"number": r.words("12/UBND-TH"), "issued": r.words("ngày 5 tháng 3 năm 2016")},
            ),
            agreements=(
                Agreement(
                    kind="programme",
                    form="bilateral-set",
                    parties=(
                        r.party("ho-chi-minh", "Thành phố Hồ Chí Minh", "hub"),
                        r.party("binh-thuan", "Bình Thuận và", through=committee),
                    ),
                    period=PeriodClaim(value=(2011, 2015), evidence=r.words("2011 - 2015")),
                    fields=(r.field("tourism", "du lịch"),),
                    evidence=r.words("chương trình 2011 - 2015"),
                ),
                Agreement(
                    kind="programme",
                    form="bilateral-set",
                    title="Chương trình hợp tác 2016 - 2020",
                    parties=(
                        r.party("ho-chi-minh", "Thành phố Hồ Chí Minh", "hub"),
                        r.party("binh-thuan", "Bình Thuận và", through=committee),
                        r.party("lam-dong", "Lâm Đồng"),
                    ),
                    period=PeriodClaim(
                        value=(2016, 2020), open_ended=True, evidence=r.words("2016 - 2020") + r.words("những năm tiếp")
                    ),
                    signed=DateClaim(value="2016-01-20", evidence=r.words("ký ngày 20/01/2016")),
                    place=PlaceClaim(id="lam-dong", name=name_of("lam-dong"), evidence=r.words("Đà Lạt")),
                    fields=(r.field("tourism", "du lịch"), r.field("agriculture", "nông nghiệp")),
                    continues=0,
                    approved_by=committee,
                    evidence=r.words("Chương trình hợp tác 2016 - 2020"),
                    rule="programme-between",
                ),
            ),
            tasks=(
                Task(
                    **r.span("tổ chức hội nghị xúc tiến hằng năm, hoàn thành trước 30/6/2016"),
                    kind="assignment",
                    leads=(planning,),
                    partners=(trade,),
                    fields=(r.field("economy-investment/investment-promotion", "xúc tiến"),),
                    deadline=DateClaim(value="2016-06-30", evidence=r.words("30/6/2016")),
                    recurrence="P1Y",
                    agreement=1,
                    by=chair,
                    mode="event",
                ),
                Task(
                    **r.span("cùng tỉnh Lâm Đồng quảng bá du lịch"),
                    kind="commitment",
                    leads=(association,),
                    localities=(r.mention("lam-dong", "tỉnh Lâm Đồng"),),
                    fields=(r.field("tourism", "quảng bá du lịch"),),
                    agreement=1,
                    direction="joint",
                    condition="sau khi được phê duyệt",
                ),
            ),
            findings=(
                Finding(
                    **r.span("Hạ tầng còn yếu"),
                    kind="limitation",
                    agreement=0,
                    fields=(r.field("transport-infrastructure", "Hạ tầng"),),
                ),
            ),
            events=(
                Event(
                    kind="visit",
                    date="2016-02-12",
                    place=locality("binh-thuan"),
                    chairs=(chair,),
                    agreement=1,
                    evidence=r.words("Ngày 12/02/2016"),
                ),
            ),
            projects=(
                Project(
                    name="cao tốc Dầu Giây - Phan Thiết",
                    localities=(locality("dong-nai"), locality("binh-thuan")),
                    evidence=r.words("cao tốc Dầu Giây - Phan Thiết"),
                ),
            ),
            bodies=(
                planning,
                trade,
                association,
                Body(
                    **committee.model_dump(),
                    inferred=Inference(rule="capitals", source="ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN"),
                ),
            ),
            indicators=(
                Indicator(
                    value=50000,
                    unit="lượt khách",
                    start=r.words("50.000")[0].start,
                    end=r.words("50.000")[0].end,
                    qualifier="nearly",
                    role="result",
                    about="Lượng khách",
                    as_of="2015",
                    evidence=r.words("50.000"),
                ),
            ),
            mentioned_localities=(
                r.mention("ho-chi-minh", "Thành phố Hồ Chí Minh"),
                r.mention("binh-thuan", "Bình Thuận,"),
                r.mention("lam-dong", "Lâm Đồng"),
            ),
        ),
    )


def news() -> Document:
    """News of a multilateral agreement that a region and a body have joined too."""
    text = (
        "Hà Nội, Hà Nam, Ninh Thuận, Vùng Đồng bằng sông Hồng và Viện Kinh tế ký thỏa thuận nhiều bên về giao thông "
        "giai đoạn 2019-2022. Các bên trao đổi thông tin về du lịch. Bình Thuận dự."
    )
    r = Reader(text)
    institute = BodyRef(name="Viện Kinh tế")
    return Document(
        "tin.txt",
        text,
        Record(
            document=DocumentInfo(genre="news", reported=True, title="Ký thỏa thuận nhiều bên"),
            agreements=(
                Agreement(
                    kind="agreement",
                    form="multilateral",
                    title="Thỏa thuận nhiều bên về giao thông",
                    parties=(
                        r.party("ha-noi", "Hà Nội"),
                        r.party("ha-nam", "Hà Nam"),
                        r.party("ninh-thuan", "Ninh Thuận"),
                        r.party("vung-dong-bang-song-hong", "Vùng Đồng bằng sông Hồng"),
                        Party(name="Viện Kinh tế", body=institute, evidence=r.words("Viện Kinh tế")),
                    ),
                    period=PeriodClaim(value=(2019, 2022), evidence=r.words("2019-2022")),
                    held=DateClaim(value="2019-05", inferred=Inference(rule="date-of-issue", source="2019-05-02")),
                    fields=(r.field("transport-infrastructure", "giao thông"),),
                    evidence=r.words("thỏa thuận nhiều bên"),
                ),
            ),
            tasks=(
                Task(
                    **r.span("Các bên trao đổi thông tin về du lịch"),
                    kind="commitment",
                    agreement=0,
                    mode="information",
                ),
            ),
            bodies=(r.body("Viện Kinh tế", "Viện Kinh tế"),),
            mentioned_localities=(r.mention("ha-noi", "Hà Nội"), r.mention("binh-thuan", "Bình Thuận")),
        ),
    )


def notice() -> Document:
    """A notice in which two provinces propose something, and a body of the dispatch is named again."""
    text = (
        "Tỉnh Ninh Thuận và tỉnh Bình Thuận đề nghị hợp tác về y tế từ năm 2018; giao Sở Kế hoạch và Đầu tư tỉnh "
        "Bình Thuận theo dõi trong năm 2018."
    )
    r = Reader(text)
    planning = r.body("Sở Kế hoạch và Đầu tư", "Sở Kế hoạch và Đầu tư", "binh-thuan", "so-ke-hoach-va-dau-tu")
    return Document(
        "thong-bao.txt",
        text,
        Record(
            document=DocumentInfo(genre="conclusion-notice", issued="2018"),
            agreements=(
                Agreement(
                    kind="proposal",
                    parties=(r.party("ninh-thuan", "Ninh Thuận"), r.party("binh-thuan", "Bình Thuận")),
                    period=PeriodClaim(value=(2018, None), evidence=r.words("từ năm 2018")),
                    fields=(r.field("health", "y tế"),),
                ),
            ),
            tasks=(
                Task(
                    **r.span("theo dõi trong năm 2018"),
                    kind="assignment",
                    leads=(planning,),
                    deadline=DateClaim(value="2018", evidence=r.words("năm 2018", 2)),
                    agreement=0,
                ),
            ),
            bodies=(planning,),
            mentioned_localities=(r.mention("ninh-thuan", "Ninh Thuận"), r.mention("binh-thuan", "Bình Thuận")),
        ),
    )


def documents() -> list[Document]:
    return [dispatch(), news(), notice()]
