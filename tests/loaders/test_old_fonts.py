"""TCVN3 and VNI become Unicode where they are certain; whatever else uses letters beyond ASCII stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.old_fonts import TCVN3, VNI, capitals, decoded
from loaders.reading import read
from tests.loaders.reading_files import SENTENCE, pdf, windows_1258, word, word_with_body

TO_TCVN3 = {letter: old for old, letter in TCVN3.items()}
TO_VNI = {letter: old for old, letter in VNI.items() if not (len(old) == 2 and old[0].isupper() and old[1].islower())}


def written(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(c, c) for c in text)


#: Whole sentences as the programs of the nineties kept them.
SENTENCES = [
    ("tcvn3", "Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("tcvn3", "§éc lËp - Tù do - H¹nh phóc, n¨m 1998", "Độc lập - Tự do - Hạnh phúc, năm 1998"),
    (
        "tcvn3",
        "ñy ban nh©n d©n tØnh B×nh ThuËn ký tháa thuËn hîp t¸c víi Thµnh phè Hå ChÝ Minh vÒ du lÞch.",
        "ủy ban nhân dân tỉnh Bình Thuận ký thỏa thuận hợp tác với Thành phố Hồ Chí Minh về du lịch.",
    ),
    (
        "tcvn3",
        "Giao Së KÕ ho¹ch vµ §Çu t\u00ad chñ tr×, ®Ò xuÊt ch\u00ad¬ng tr×nh tr\u00adíc ngµy 30/6 (theo Q§ sè 15/UB).",
        "Giao Sở Kế hoạch và Đầu tư chủ trì, đề xuất chương trình trước ngày 30/6 (theo QĐ số 15/UB).",
    ),
    (
        "tcvn3",
        "Giao Së KÕ ho¹ch vµ §Çu t- chñ tr×, ®Ò xuÊt ch-¬ng tr×nh kinh tÕ-x· héi 1996-2000 - tr-íc ngµy 30/6",
        "Giao Sở Kế hoạch và Đầu tư chủ trì, đề xuất chương trình kinh tế-xã hội 1996-2000 - trước ngày 30/6",
    ),
    (
        "vni",
        "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\r\nÑoäc laäp - Töï do - Haïnh phuùc",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\r\nĐộc lập - Tự do - Hạnh phúc",
    ),
    (
        "vni",
        "Giao Sôû Keá hoaïch vaø Ñaàu tö chuû trì, ñeà xuaát chöông trình tröôùc ngaøy 30/6, Myõ Tho vaø kyõ sö Lyù",
        "Giao Sở Kế hoạch và Đầu tư chủ trì, đề xuất chương trình trước ngày 30/6, Mỹ Tho và kỹ sư Lý",
    ),
]


@pytest.mark.parametrize(("name", "old", "text"), SENTENCES, ids=[row[1][:24] for row in SENTENCES])
def test_sentences_become_unicode_from_characters_and_from_bytes(name: str, old: str, text: str) -> None:
    assert decoded(old) == (text, name)
    for data in (old.encode(), old.encode("cp1252")):
        source = read(data, "a.txt")
        assert (source.text, source.encoding, source.data) == (text, name, data)


LETTERS = "aáàảãạăắằẳẵặâấầẩẫậđeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ"


def test_each_table_has_every_letter_once() -> None:
    beyond_ascii = {c for c in LETTERS if not c.isascii()}
    assert set(TCVN3.values()) == beyond_ascii | set("ĂÂĐÊÔƠƯ")
    assert len(set(TCVN3.values())) == len(TCVN3)
    assert set(VNI.values()) == beyond_ascii | {c.upper() for c in beyond_ascii}


_WORDS = (
    "thỏa thuận hợp tác giữa Ủy ban nhân dân tỉnh và thành phố; Điều ước phát triển kinh tế - xã hội, lữ hành quốc tế, "
    "Đắk Nông, Quảng Ngãi, Thừa Thiên Huế, kỹ thuật, nghiên cứu, đường thủy, gạch nung, giấy phép, khoáng sản"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=40))
def test_what_is_written_with_the_inverse_table_comes_back(words: list[str]) -> None:
    text = " ".join([SENTENCE.replace("Ủy", "ủy"), *words]).replace("Ủ", "ủ")
    assert decoded(written(text, TO_TCVN3)) == (text, "tcvn3")
    for cased in (text, text.upper()):
        assert decoded(written(cased, TO_VNI)) == (cased, "vni")


OTHERS = [
    (SENTENCE, "Vietnamese in Unicode"),
    ("Xã có bà nói là hội và cá to, má vô lò; có xã có, bà má là xã", "Vietnamese whose letters are all of Latin-1"),
    (unicodedata.normalize("NFD", SENTENCE), "decomposed letters"),
    ("L'été où le maire a signé à Huế l'accord de coopération décentralisée, déjà prêt : il a été fêté", "French"),
    ("Où là-bas à la fête, dès l'été, être né à côté du pré où le blé a été semé, très tôt", "French of short words"),
    (
        "Der Vertrag über die schöne große Straße für Köln, den Düsseldorf mit der Stadt Wien und Österreich schließt",
        "German",
    ),
    ("Año, niño, señor, España, mañana, pequeño, compañía, acción, también, según, política", "Spanish"),
    ("Cooperação, ações, não são, município, área, saúde, educação, três, você, avó, pão", "Portuguese"),
    ("Điều 1. § 5 Abs. 2; «Báo» số 3 ® ± 5 °C, 200 m², ¼ và ½", "signs that TCVN3 has for letters"),
    ("x· héi", "too little to be certain"),
]


@pytest.mark.parametrize(("text", "reason"), OTHERS, ids=[row[1] for row in OTHERS])
def test_other_texts_are_not_taken_for_an_old_font(text: str, reason: str) -> None:
    assert decoded(text) == (text, None), reason
    assert decoded(text.encode("cp1252", "ignore").decode("cp1252"))[1] is None


def test_windows_1258_is_not_taken_for_an_old_font() -> None:
    text = "Sở Tài chính và Sở Y tế có văn bản gửi xã, thị trấn, các bộ và cơ quan về lộ trình hòa giải ở địa phương"
    source = read(windows_1258(text), "a.txt")
    assert (source.text, source.encoding) == (text, "windows-1258")


def test_lines_that_are_unicode_already_stay_as_they_are() -> None:
    old = written("ủy ban nhân dân tỉnh ký thỏa thuận hợp tác về du lịch", TO_TCVN3)
    assert decoded(f"{SENTENCE}\n{old}") == (
        f"{SENTENCE}\nủy ban nhân dân tỉnh ký thỏa thuận hợp tác về du lịch",
        "tcvn3",
    )


def test_every_format_whose_letters_come_out_so_is_read() -> None:
    text = "ủy ban nhân dân tỉnh ký thỏa thuận hợp tác về đầu tư"
    for old, name in ((written(text, TO_TCVN3), "tcvn3"), (written(text, TO_VNI), "vni")):
        page = f"<p>{old}</p>"
        for data, file in (
            (word(old), "a.docx"),
            (page.encode(), "a.html"),
            (page.encode("cp1252"), "a.html"),
            (page.encode("ascii", "xmlcharrefreplace"), "a.html"),
            (pdf([[(700, old)]]), "a.pdf"),
        ):
            source = read(data, file)
            assert (source.text, source.encoding) == (text, name), file


def test_capitals_are_told_by_the_font_of_the_run() -> None:
    head, rest = "ủy ban nhân dân tỉnh", "ký thỏa thuận hợp tác về du lịch"
    run = "<w:r><w:rPr><w:rFonts w:ascii='{}' w:hAnsi='{}'/></w:rPr><w:t>{}</w:t></w:r>"
    body = "".join(
        f"<w:p>{run.format(font, font, written(text, TO_TCVN3))}</w:p>"
        for font, text in ((".VnTimeH", head), (".VnTime", rest))
    )
    assert read(word_with_body(body), "a.docx").text == f"{head.upper()}\n\n{rest}"
    page = "".join(
        f"<p><font face='{font}'>{written(text, TO_TCVN3)}</font></p>"
        for font, text in ((".VnTimeH", head), (".VnTime", rest))
    )
    assert read(page.encode(), "a.html").text == f"{head.upper()}\n\n{rest}"
    styled = page.replace("font face='", "span style='font-family:").replace("</font>", "</span>")
    assert read(styled.encode(), "a.html").text == f"{head.upper()}\n\n{rest}"
    assert capitals("tỉnh Hà Nam") == "tỉnh Hà Nam"
