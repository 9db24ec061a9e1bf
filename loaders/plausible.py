"""Tell text from what only looks like text: bytes of a program, old font encodings, text encoded twice.

Reading such a file as a document would give a record that says "no agreement", which is worse than a refusal.
Short texts, English ones and mixed ones are text.
"""

from __future__ import annotations

import unicodedata

from loaders.patterns import Pattern

#: UTF-8 read as windows-1252 and encoded again, in what Vietnamese is full of: ``Há»™i Ä‘á»“ng``, ``ThÆ°``.
_TWICE = Pattern("á[º»]|Ä[‘\u0090\u0091\u0090]|Æ[°¡]|Ã[\u0080-\u009f¡-¿ŠŒŽšœžŸƒˆ˜†‡…‰‹›€™“”•–—]")
#: Latin-1 letters that no Vietnamese word has, and signs that stand inside a word only where a font of the
#: nineties (TCVN3 ".VnTime", VNI) drew a Vietnamese letter in their place: ``Céng hßa x· héi``, ``COÄNG HOØA``.
_FOREIGN = Pattern(r"[ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]|(?<=\p{L})[¡-¿×÷](?=\p{L}|\s)|(?<=\s)[¡¤¥¦§¨©ª®](?=\p{L})")
_LETTER = Pattern(r"\p{L}")
_LATIN = Pattern(r"\p{Latin}")
_DAMAGE = "\ufffd"


#: Invisible characters that would split a word for whoever searches it.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def tidied(text: str) -> str:
    """The text in Unicode form NFC, without characters that nobody sees."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def seen_hyphens(text: str) -> str:
    """Soft hyphens that were drawn as what they look like: many fonts call their hyphen so (`QĐ-UBND`)."""
    return text.replace("\u00ad", "-")


def unprintable(character: str) -> bool:
    """Control characters (but not tabs, line and page breaks) and code points that are no characters."""
    if character in "\t\n\v\f\r\x85":
        return False
    return unicodedata.category(character) == "Cc" or (ord(character) & 0xFFFE) == 0xFFFE


def _share(count: int, whole: int) -> float:
    return count / whole if whole else 0.0


def why_not_text(text: str) -> tuple[str, str] | None:
    """What is wrong with the text and what to do about it, or ``None`` where it can be read."""
    for wrong in (_encoded_twice, _binary, _damaged, _old_font, _other_script):
        if found := wrong(text):
            return found
    return None


def _binary(text: str) -> tuple[str, str] | None:
    controls = sum(text.count(c) for c in set(text) if unprintable(c))
    if controls > 2 and _share(controls, len(text)) > 0.005:
        return (
            f"is not text: {controls} of its {len(text)} characters are control characters",
            "give the document itself as .txt, .html, .docx or .pdf",
        )
    return None


def _damaged(text: str) -> tuple[str, str] | None:
    private = sum(text.count(c) for c in set(text) if unicodedata.category(c) in {"Co", "Cn"})
    lost = text.count(_DAMAGE)
    if lost > 2 and _share(lost, len(text)) > 0.005:
        return (
            f"has lost {lost} characters to an earlier conversion (they stand as U+FFFD)",
            "save it again from the original document as UTF-8",
        )
    if private > 4 and _share(private, len(text)) > 0.02:
        return (
            f"holds {private} characters that have a meaning only in a font of its own",
            "save it again with a Unicode font, or give a searchable .pdf made by text recognition (OCR)",
        )
    return None


def _encoded_twice(text: str) -> tuple[str, str] | None:
    twice = len(_TWICE.findall(text))
    if twice > 2 and _share(twice, len(_LETTER.findall(text))) > 0.01:
        return (
            f"was encoded twice: {twice} pairs of characters such as «á»» stand for one Vietnamese letter",
            "save it again from the original document as UTF-8",
        )
    return None


def _old_font(text: str) -> tuple[str, str] | None:
    foreign = len(_FOREIGN.findall(text))
    if foreign > 7 and _share(foreign, len(_LETTER.findall(text))) > 0.08:
        return (
            f"is in an old font encoding (TCVN3, VNI) or not in the one it says: {foreign} letters are not Vietnamese",
            "convert it to Unicode first, for example with the converter of a Vietnamese keyboard program",
        )
    return None


def _other_script(text: str) -> tuple[str, str] | None:
    letters = len(_LETTER.findall(text))
    latin = len(_LATIN.findall(text))
    if letters > 40 and _share(latin, letters) < 0.1:
        return (
            f"is not Vietnamese: only {latin} of its {letters} letters are Latin",
            "give the Vietnamese text, or save it again as UTF-8 if it should be Vietnamese",
        )
    return None
