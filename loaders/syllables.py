"""Tell a Vietnamese syllable by the law of its parts: an onset, one of the rhymes, a tone that its final allows."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def _parts(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ONSETS = _parts("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x") | {""}
_RHYMES = _parts(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong "
    "ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uc ui um un ung up ut uân uâng uât uây uê uên uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uyên "
    "uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu "
    "y ych yêm yên yêng yêt yêu ynh yp yt"
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
#: A syllable that ends in a stop has the tone sắc or nặng, in loan words none.
_OF_STOPS = frozenset(("", "\u0301", "\u0323"))
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word, of any case, is one syllable as Vietnamese spells it, with or without a meaning."""
    parts = unicodedata.normalize("NFD", word.lower())
    tones = [c for c in parts if c in _TONES]
    if len(tones) > 1:
        return False
    letters = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
    if letters.endswith(_STOPS) and "".join(tones) not in _OF_STOPS:
        return False
    return any(letters[:cut] in _ONSETS and letters[cut:] in _RHYMES for cut in range(min(4, len(letters))))
