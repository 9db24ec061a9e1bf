"""What kind of paper an agreement is, which act names it, and whether the document itself is that paper."""

from __future__ import annotations

from loaders import letterhead, titles
from loaders.acts import Act
from loaders.analysis import Reading
from loaders.draft import Dealings, Draft
from loaders.drafts import realised, to_be_drafted
from loaders.patterns import Pattern
from loaders.signing import planned
from ontology.codes import AgreementKind
from ontology.record import DateClaim

_CONTENTS = "nội dung "
#: One asks for a paper: `đề nghị tỉnh X xem xét, ký kết Thỏa thuận …`, `xin chủ trương ký …`.
_ASKED_FOR = Pattern(
    r"\b(?:đề nghị|đề xuất|kiến nghị|xin (?:chủ trương|ý kiến|phép)|mong muốn|mong được|gợi ý|đề đạt)\b"
    r"[^.;\n]{0,160}$"
)
_ASKS_FOR_COOPERATION = Pattern(
    r"\b(?:đề nghị|đề xuất|xin (?:chủ trương|ý kiến|phép)|kiến nghị)\b[^.;\n]{0,80}"
    r"\b(?:hợp tác|liên kết|phối hợp|kết nghĩa|liên minh|ký)\b"
)
#: What is reviewed is there: `chuẩn bị tổng kết Chương trình phối hợp`.
_IS_THERE = Pattern(r"\b(?:sơ kết|tổng kết|kiểm điểm)(?: thực hiện| các)? $")
#: A paper that one side issues: `UBND tỉnh … ban hành chương trình … như sau`.
_ISSUED = Pattern(r"\bban hành (?:chương trình|kế hoạch)\b[^.;\n]{0,80}:")


def named_by(reading: Reading, draft: Draft, found: Dealings) -> Act | None:
    """The act that says what the agreement is: the signed one, else the first that is named with its sides or years.

    Where the sides only meet, a paper that is merely mentioned does not make the meeting an agreement.
    """
    papers = [act for act in draft.acts if act.formal and not act.plural and not to_be_drafted(reading, act)]
    there = [act for act in papers if realised(reading, act)]
    there.sort(key=lambda act: act.name in ("outlook", "signing"))
    signed = sorted({signing.act for signing in draft.signings if signing.act in there}, key=there.index)
    of_sides = [act for act in there if act in found.sides.of_act or act in draft.dated]
    met = draft.side.rule == "visit" or any(
        side is draft.side and act.name == "meeting" for act, side in found.sides.of_act.items()
    )
    return next(iter(signed or of_sides or ([] if met else there)), None)


def kind_of(
    reading: Reading, found: Dealings, index: int, act: Act | None, signed: DateClaim | None
) -> tuple[AgreementKind, str]:
    """The kind, and the rule that says so."""
    draft = found.drafts[index]
    if act is None and draft is own(reading, found):
        return "memorandum" if reading.form.genre == "memorandum" else "agreement", "kind:own-form"
    if act is None or act.name == "outlook":
        before = found.before[index]
        if before is None and act is None and signed and draft.signings:
            return "agreement", "kind:signed"  # what is signed is one, whatever it is called
        if before is None and act is None and _asks_in_its_title(reading):
            return "proposal", "kind:planned"
        if before is None:
            named = (act for act in draft.acts if act.formal and act in draft.dated and not to_be_drafted(reading, act))
            return "conference" if all(realised(reading, act) for act in named) else "proposal", "kind:meeting"
        earlier = named_by(reading, found.drafts[before], found)
        return kind_of(reading, found, before, earlier, None)[0], "kind:earlier-phase"
    if signed is None and found.before[index] is None and _only_asked_for(reading, draft):
        return "proposal", "kind:planned"
    sentence = reading.sentences[act.sentence]
    # `nội dung thỏa thuận giữa …` speaks of a paper that is there.
    start = act.start - len(_CONTENTS) if reading.view.norm.endswith(_CONTENTS, 0, act.start) else act.start
    there = _IS_THERE.search(reading.view.norm, max(sentence.start, start - 40), start)
    future = there is None and planned(reading, start, act.end, sentence.start)
    if future and signed is None and not draft.years:
        return "proposal", "kind:planned"
    return act.kind, "kind:named"


def _only_asked_for(reading: Reading, draft: Draft) -> bool:
    """Whether one side proposes the paper wherever it is named, and nobody has agreed to it."""
    papers = [act for act in draft.acts if act.formal and not act.plural]
    begins = [reading.paragraphs[reading.sentences[act.sentence].paragraph].start for act in papers]
    asked = (_ASKED_FOR.search(reading.view.norm, b, act.start) for act, b in zip(papers, begins, strict=True))
    return bool(papers) and all(asked)


def _asks_in_its_title(reading: Reading) -> bool:
    """`V/v đề nghị hợp tác …`: a letter or a submission that asks for cooperation."""
    if not reading.form.official or reading.form.genre not in ("dispatch", "other"):
        return False
    return _ASKS_FOR_COOPERATION.search(titles.text(reading, titles.title(reading)).lower()) is not None


def own(reading: Reading, found: Dealings) -> Draft | None:
    """The draft that the document itself is, where it is what the sides sign: the one that its title names."""
    if not reading.form.official or not found.drafts or (reading.home and _ISSUED.search(reading.view.norm)):
        return None
    first = min(found.drafts, key=lambda draft: min((act.start for act in draft.acts), default=draft.side.first))
    if reading.form.genre in ("agreement", "memorandum"):
        return first
    # Whatever a notice concludes or a report tells, its own letterhead makes it no paper of the sides.
    return first if reading.form.genre in ("plan", "other") and _issued_by_all(reading, first) else None


def _issued_by_all(reading: Reading, draft: Draft) -> bool:
    """Whether the letterhead is that of all sides: `CÔNG AN TỈNH A - CÔNG AN TỈNH B` above a common plan."""
    heads = letterhead.lines(reading.view, reading.form)
    named = {mention.id for start, end in heads for mention in reading.localities_in(start, end)}
    return len(draft.side.ids) > 1 and draft.side.ids <= named
