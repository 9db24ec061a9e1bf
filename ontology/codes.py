"""The codes that a record speaks in, and its kinds of plain values."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

Genre = Literal[
    "news", "dispatch", "conclusion-notice", "plan", "memorandum", "agreement", "report", "decision", "other"
]
AgreementKind = Literal["agreement", "memorandum", "programme", "plan", "conference", "proposal"]
Form = Literal["multilateral", "bilateral-set", "unknown"]
TaskKind = Literal["assignment", "commitment", "proposal"]
Status = Literal["draft", "classified", "corrected", "copy"]
IndicatorRole = Literal["result", "target", "capacity", "budget"]
#: Units below the province.
Rank = Literal["huyện", "quận", "thị xã", "thành phố", "thị trấn", "xã", "phường", "đặc khu"]
Qualifier = Literal["about", "nearly", "over", "at-least", "at-most"]

#: A year, a month or a day; ``--MM-DD`` (``--MM``) where the text gives no year.
PartialDate = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}(-\d{2})?)$")]
#: A calendar repetition as an ISO 8601 duration: ``P1Y`` is yearly.
Recurrence = Annotated[str, Field(pattern=r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$")]

#: A word of a picture that was recognised less surely than this is unsure, and with it what rests on it.
LEAST_SURE = 0.8
#: How sure the recognition of a word on a picture is.
Confidence = Annotated[float, Field(ge=0, le=1)]
