"""A mail's text: its subject and its own words, whatever carries them; what is attached is named and not read."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.reading import read
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, pdf, windows_1258


def mail(body: str = SENTENCE, **options: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Văn phòng <vp@example.vn>"
    message["Date"] = "Wed, 25 Nov 2020 10:00:00 +0700"
    message["Subject"] = "Về việc hợp tác với Thành phố Hồ Chí Minh"
    message.set_content(body, **options)
    return message


HEADING = "Về việc hợp tác với Thành phố Hồ Chí Minh"


@pytest.mark.parametrize("transfer", ["base64", "quoted-printable", "8bit"])
def test_the_subject_heads_the_words_of_the_mail(transfer: str) -> None:
    source = read(mail(cte=transfer).as_bytes(), "a.eml")
    assert source.text == f"{HEADING}\n\n{SENTENCE}"
    assert source.unread == ()


PAGE = f"<html><body><p>{SENTENCE}</p><table border=1><tr><td>a<td>b</table></body></html>"


def test_a_mail_that_is_a_page_is_read_as_one() -> None:
    assert read(mail(PAGE, subtype="html").as_bytes(), "a.eml").text == f"{HEADING}\n\n{SENTENCE}\n\na | b"


def test_of_alternatives_the_plain_text_is_read_and_the_page_where_it_is_empty() -> None:
    both, empty = mail(), mail(" ")
    for message in (both, empty):
        message.add_alternative("<p>trang</p>", subtype="html")
    assert read(both.as_bytes(), "a.eml").text == f"{HEADING}\n\n{SENTENCE}"
    assert read(empty.as_bytes(), "a.eml").text == f"{HEADING}\n\ntrang"


def test_attachments_are_named_and_not_read() -> None:
    message = mail()
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(pdf([[(700, "mot")]]), "application", "pdf", filename="Kế hoạch số 12.pdf")
    message.add_attachment("Tỉnh Long An", filename="ghi chú.txt")
    message.add_attachment(mail("Tỉnh Tiền Giang"))
    source = read(message.as_bytes(), "a.eml")
    assert source.text == f"{HEADING}\n\n{SENTENCE}"
    assert source.unread == ("Kế hoạch số 12.pdf", "ghi chú.txt", "message/rfc822")


def raw(headers: str, body: bytes) -> bytes:
    return f"From: a@example.vn\r\n{headers}\r\n\r\n".encode() + body


MIXED = (
    'Content-Type: multipart/mixed; boundary="x"',
    b"--x\r\nContent-Type: text/plain\r\n\r\nphan mot\r\n--x\r\nContent-Type: text/plain\r\n\r\nphan hai\r\n--x--\r\n",
)
READ = [
    (raw("Subject: =?utf-8?B?SOG7o3AgdMOhYw==?=", b"mot\r\nhai\r\n"), "Hợp tác\n\nmot\nhai", "line ends"),
    (raw("Subject: Hợp tác", b"mot"), "Hợp tác\n\nmot", "a subject in plain UTF-8, against the rules"),
    (raw("Subject: =?nobody?Q?Hop?=", b"mot"), "Hop\n\nmot", "an encoding that does not exist"),
    (raw("X: y", b"mot"), "mot", "no subject"),
    (raw(MIXED[0], MIXED[1]), "phan mot\n\nphan hai", "texts one after the other"),
    (
        raw(
            "Content-Type: text/plain; charset=windows-1258\r\nContent-Transfer-Encoding: 8bit", windows_1258(SENTENCE)
        ),
        SENTENCE,
        "an old Vietnamese mail",
    ),
    (
        raw("Content-Type: text/plain; charset=iso-8859-1", "Céng hßa x· héi chñ nghÜa ViÖt Nam".encode("cp1252")),
        "Cộng hòa xã hội chủ nghĩa Việt Nam",
        "an older one, in TCVN3",
    ),
    (raw("Content-Type: text/plain; charset=utf-8; format=nonsense", SENTENCE.encode()), SENTENCE, "odd parameters"),
]


@pytest.mark.parametrize(("data", "text", "reason"), READ, ids=[row[2] for row in READ])
def test_mails_as_they_come_are_read(data: bytes, text: str, reason: str) -> None:
    assert read(data, "a.eml").text == text, reason


def nested(depth: int) -> bytes:
    opening = "".join(f'--{n}\nContent-Type: multipart/mixed; boundary="{n + 1}"\n\n' for n in range(depth))
    inner = f"--{depth}\nContent-Type: text/plain\n\nmot\n"
    closing = "".join(f"--{depth - n}--\n" for n in range(depth + 1))
    return f'From: a\nContent-Type: multipart/mixed; boundary="0"\n\n{opening}{inner}{closing}'.encode()


ONLY_ATTACHED = mail(" ")
ONLY_ATTACHED.add_attachment(b"x", "application", "pdf", filename="a.pdf")
REFUSED = [
    (SENTENCE.encode(), "is no mail", "a text under the name of a mail"),
    (raw(MIXED[0], MIXED[1][:-8]), "breaks off", "a mail cut short"),
    (raw(MIXED[0], b""), "breaks off", "no part at all"),
    (raw("Subject: a\r\nContent-Transfer-Encoding: base64", b"abcde"), "not the base64", "damaged base64"),
    (ONLY_ATTACHED.as_bytes(), "only attachments (a.pdf)", "nothing but an attachment"),
    (raw("Content-Type: image/png", b"x"), "no text of its own", "a picture"),
    (nested(15), "nested more than 10 deep", "parts in parts"),
    (nested(40), "41 parts of parts, more than", "so many that the parser would take long"),
    (raw("Subject: a", b"\n" * 1_000_001), "1000007 line ends", "more lines than the largest attachment has"),
    (raw("Subject: " + "a" * 70_000, b"x"), "a header has more than", "a header without end"),
    (raw("Content-Type: message/rfc822\r\n\r\n" * 3000, b"x"), "no sound mail", "mails in mails without end"),
]


@pytest.mark.parametrize(("data", "problem", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_no_whole_mail_is_refused(data: bytes, problem: str, reason: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(data, "a.eml")
    assert problem in refused.value.message, reason
    assert refused.value.hint


_PIECES = st.sampled_from(
    [
        b"Content-Type: ", b"multipart/mixed; boundary=x", b"multipart/alternative; boundary=\"", b"text/html", b"\r\n",
        b"\n\n", b"--x", b"--x--", b"Content-Transfer-Encoding: ", b"base64", b"quoted-printable", b"x-uuencode",
        b"; charset=", b"utf-7", b"; name*0*=a''%ff", b"; filename*=", b"Subject: ", b"=?utf-8?b?=?=", b"=?x?q?=e1?=",
        b"message/rfc822", b"Content-Disposition: attachment", b"\xe1\xbb", b"\0", b" ", b"begin 644 a\n", b"<p>", b":",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.binary(max_size=4)), max_size=30))
def test_any_mail_is_read_or_refused(pieces: list[bytes]) -> None:
    for start in (b"From: a\n", b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n"):
        try:
            assert read(start + b"".join(pieces), "a.eml").text
        except ReadingError:
            continue
