"""A page's text: blocks as paragraphs, rows as lines, nothing that a reader does not see, nothing run or fetched."""

from __future__ import annotations

import pytest

from loaders.reading import read
from ontology.errors import ReadingError
from tests.loaders.reading_files import SENTENCE, windows_1258

LAID_OUT = [
    ("<p>Một</p><p>Hai</p>", "Một\n\nHai", "paragraphs"),
    ("<p>Một</p><p>Một</p>", "Một\n\nMột", "a repeated paragraph is kept"),
    ("<div>Một<div>Hai</div>Ba</div>", "Một\n\nHai\n\nBa", "blocks in blocks, text between them"),
    ("<p>Một<br>Hai</p>", "Một\nHai", "a line break"),
    ("<p>Một\n   hai\t ba</p>", "Một hai ba", "white space is one space"),
    ("<p>Một <b>hai</b><i>ba</i> bốn</p>", "Một haiba bốn", "inline elements part no words"),
    ("<p>Một&nbsp;hai &amp; &quot;ba&quot; &#7841; &lt;p&gt;</p>", 'Một\u00a0hai & "ba" ạ <p>', "entities"),
    ("<ul><li>a<li>b</ul>", "a\nb", "list items"),
    ("<table><tr><td>a<td>b<td>c</table>", "a | b | c", "a row"),
    ("<table><tr><td>a<td><td>c<tr><td><td>e</table>", "a | | c\n| e", "empty cells keep their place"),
    ("<table><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></table>", "a\nb | c", "paragraphs in a cell"),
    (
        f"<table><tr><td><p>{'x ' * 700}</p><p>b</p></td></tr></table>",
        f"{('x ' * 700).strip()}\n\nb",
        "a page in a cell",
    ),
    (
        "<table border=0><tr><td>UBND<br>TỈNH A<td>ĐỘC LẬP<tr><td>Số: 1<td>ngày 2</table>",
        "UBND\nTỈNH A\n\nĐỘC LẬP\n\nSố: 1\n\nngày 2",
        "the head of an official document is no table of values",
    ),
    ("<table border=0><tr><td style='border:solid 1px'>a<td>b</table>", "a | b", "borders drawn by the cells"),
    ("<pre>a  b\n  c</pre>", "a  b\nc", "preformatted lines"),
    ("<p>a</p><script>x()</script><style>y{}</style><p>b</p>", "a\n\nb", "scripts and styles"),
    ("<nav>Menu</nav><header>Đầu</header><p>a</p><footer>Chân</footer>", "Đầu\n\na", "navigation and page footer"),
    ("<article><p>a</p><footer>Nguồn</footer></article>", "a\n\nNguồn", "an article's own footer"),
    ("<p>a<span hidden>b</span><span style='display: none'>c</span>d</p>", "ad", "what is hidden"),
    ("<p>a<noscript>b</noscript><select><option>c</select>d</p>", "ad", "forms and fallbacks"),
    ("<p>hợp\u00adtác\u200b</p>", "hợptác", "invisible characters"),
    ("<p>a<!-- b --><?c?>d</p>", "ad", "comments"),
    ("<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd", "tags that are not closed"),
    ("chỉ chữ", "chỉ chữ", "a page without tags"),
    ("<p>a &lt;script&gt;alert(1)&lt;/script&gt;</p>", "a <script>alert(1)</script>", "escaped markup is text"),
]


@pytest.mark.parametrize(("page", "text", "reason"), LAID_OUT, ids=[row[2] for row in LAID_OUT])
def test_the_text_has_the_structure_of_the_page(page: str, text: str, reason: str) -> None:
    assert read(page.encode(), "a.html").text == text, reason


DECLARED = [
    (f"<meta charset=utf-8><p>{SENTENCE}".encode(), "utf-8", "declared and true"),
    (f"<meta charset=windows-1258><p>{SENTENCE}".encode(), "utf-8", "declared wrongly, as saved pages often are"),
    (b"<meta charset=windows-1258><p>" + windows_1258(SENTENCE), "windows-1258", "an old Vietnamese page"),
    (b"<p>" + windows_1258(SENTENCE), "windows-1258", "the same without a declaration"),
    (f"<p>{SENTENCE}".encode("utf-16"), "utf-16-le", "a byte order mark"),
    (f'<?xml version="1.0" encoding="utf-8"?><html><p>{SENTENCE}</html>'.encode(), "utf-8", "XHTML"),
    (f"<meta charset=zip-codec-of-nobody><p>{SENTENCE}".encode(), "utf-8", "an encoding that does not exist"),
]


@pytest.mark.parametrize(("page", "encoding", "reason"), DECLARED, ids=[row[2] for row in DECLARED])
def test_the_encoding_is_found(page: bytes, encoding: str, reason: str) -> None:
    source = read(page, "a.html")
    assert (source.text, source.encoding) == (SENTENCE, encoding), reason


def test_french_quotes_of_a_western_page_are_read_as_declared() -> None:
    page = "<meta charset=iso-8859-1><p>Coopération décentralisée « Huế » n° 3</p>".replace("ế", "e").encode("cp1252")
    assert read(page, "a.html").text == "Coopération décentralisée « Hue » n° 3"


def test_a_few_broken_bytes_in_a_long_page_are_read_as_browsers_do() -> None:
    page = f"<p>{SENTENCE * 5}</p>".encode()
    broken = page.replace(b"<p>", b"<p>\xa9 2023 ")
    assert read(broken, "a.html").text == f"\ufffd 2023 {SENTENCE * 5}"
    with pytest.raises(ReadingError, match="neither UTF-8"):
        read(page.replace(b" ", b" \xa9"), "a.html")


HOSTILE = [
    ("<div>" * 5000 + "x", "breaks off", "nested deeper than any page: refused, not read in part"),
    ("<b>" * 100_000 + "x", "breaks off", "the same with inline elements"),
    ("<!--" * 1000, "no HTML", "nothing but an open comment"),
]


@pytest.mark.parametrize(("page", "problem", "reason"), HOSTILE, ids=[row[2] for row in HOSTILE])
def test_what_breaks_the_parser_is_refused(page: str, problem: str, reason: str) -> None:
    with pytest.raises(ReadingError, match=problem):
        read(page.encode(), "a.html")
    assert reason


HARMLESS = [
    ('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;a', "an external entity"),
    ('<!DOCTYPE html SYSTEM "http://127.0.0.1:1/x.dtd"><p>a', "an external document type"),
    ('<base href="http://127.0.0.1:1/"><link rel=import href=x><img src=x onerror=alert(1)><p>a', "links and handlers"),
    ("<p>a</p>" + "<p>" * 50_000, "tens of thousands of empty paragraphs"),
    ("<meta http-equiv=refresh content='0;url=file:///etc/passwd'><p>a", "a redirect"),
]


@pytest.mark.parametrize(("page", "reason"), HARMLESS, ids=[row[1] for row in HARMLESS])
def test_nothing_is_fetched_or_run(page: str, reason: str) -> None:
    text = read(page.encode(), "a.html").text
    assert text.endswith("a"), reason
    assert "root:" not in text
