"""One small document and what it says: the starting point of tests that look at one thing."""

from __future__ import annotations

from typing import Any

from ontology import record as r
from ontology.rdf import DocumentMeta

TEXT = (
    "Ủy ban nhân dân tỉnh Bình Phước. Kế hoạch số 12/KH-UBND ngày 05/4/2013 hợp tác với Thành phố Hồ Chí Minh "
    "giai đoạn 2013 - 2015 về du lịch. Giao Sở Y tế chủ trì."
)
META = DocumentMeta("so-12", "so-12.txt", "text/plain", "0" * 64, "1" * 64)
BINH_PHUOC = r.LocalityRef(id="binh-phuoc", name="Bình Phước")
HO_CHI_MINH = r.LocalityRef(id="ho-chi-minh", name="Thành phố Hồ Chí Minh")
COMMITTEE = r.BodyRef(name="Ủy ban nhân dân", jurisdiction=BINH_PHUOC, kind="uy-ban-nhan-dan")
HEALTH = r.BodyRef(name="Sở Y tế", jurisdiction=BINH_PHUOC, kind="so-y-te")


def seen(words: str) -> tuple[r.Evidence, ...]:
    """The first place where the text says these words."""
    start = TEXT.index(words)
    return (r.Evidence(start=start, end=start + len(words), quote=words),)


def party(place: r.LocalityRef = BINH_PHUOC, **rest: Any) -> r.Party:
    return r.Party(**{"id": place.id, "name": place.name, "evidence": seen(place.name), **rest})


def agreement(**rest: Any) -> r.Agreement:
    return r.Agreement(
        **{
            "kind": "plan",
            "parties": (party(), party(HO_CHI_MINH)),
            "period": r.PeriodClaim(value=(2013, 2015), evidence=seen("2013 - 2015")),
            "fields": (r.FieldClaim(id="tourism", top="tourism", evidence=seen("du lịch")),),
            **rest,
        }
    )


def task(**rest: Any) -> r.Task:
    words = "Giao Sở Y tế chủ trì."
    (span,) = seen(words)
    lead = r.Body(**HEALTH.model_dump(), evidence=seen("Sở Y tế"))
    return r.Task(
        **{
            "start": span.start,
            "end": span.end,
            "text": words,
            "kind": "assignment",
            "leads": (lead,),
            "agreement": 0,
            **rest,
        }
    )


def record(**rest: Any) -> r.Record:
    head = r.DocumentInfo(
        genre="plan",
        number="12/KH-UBND",
        issued="2013-04-05",
        issuer=COMMITTEE,
        evidence={"number": seen("12/KH-UBND")},
    )
    return r.Record(**{"document": head, "agreements": (agreement(),), "tasks": (task(),), **rest})
