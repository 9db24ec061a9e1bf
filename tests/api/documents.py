"""The documents that the API and its pages are tested with: those of the graph, and two of our own."""

from __future__ import annotations

from ontology.record import Agreement, Body, BodyRef, DocumentInfo, Party, Record, Task
from tests.graph import records
from tests.graph.records import Document, Reader

#: What an attacker would write into a document, hoping that a page repeats it.
ATTACK = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def hostile() -> Document:
    """A document whose title, names, and text try to become part of the page."""
    text = (
        f'Thỏa thuận {ATTACK} giữa tỉnh Cà Mau và tỉnh Kiên Giang, có Viện "{ATTACK}" tham gia.\r\n'
        f"Giao Sở </mark></div>{ATTACK} thực hiện {{{{ 7 * 7 }}}} và &lt;b&gt; theo dõi."
    )
    r = Reader(text)
    institute = BodyRef(name=f'Viện "{ATTACK}"')
    department = Body(name=f"Sở </mark></div>{ATTACK}", evidence=r.words(f"Sở </mark></div>{ATTACK}"))
    return Document(
        "hostile.txt",
        text,
        Record(
            document=DocumentInfo(genre="other", title=f"Thỏa thuận {ATTACK}", number=f"1/{ATTACK}"),
            agreements=(
                Agreement(
                    kind="agreement",
                    title=f"Thỏa thuận {ATTACK}",
                    form="multilateral",
                    parties=(
                        r.party("ca-mau", f"{ATTACK} giữa tỉnh Cà Mau"),
                        r.party("kien-giang", "Kiên Giang"),
                        Party(name=institute.name, body=institute, evidence=r.words(institute.name)),
                    ),
                    evidence=r.words(f"Thỏa thuận {ATTACK}"),
                ),
            ),
            tasks=(
                Task(
                    **r.span(f"Giao Sở </mark></div>{ATTACK} thực hiện {{{{ 7 * 7 }}}} và &lt;b&gt; theo dõi"),
                    kind="assignment",
                    leads=(department,),
                    agreement=0,
                    condition=ATTACK,
                ),
            ),
            bodies=(department, Body(**institute.model_dump(), evidence=r.words(institute.name))),
        ),
    )


def documents() -> list[Document]:
    return [*records.documents(), hostile()]
