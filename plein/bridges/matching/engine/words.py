"""From letters to stems: folding, small words left out, one light stemmer per language.

Dutch, English and Arabic use Snowball. Turkish, Polish and Ukrainian keep the first five letters:
for languages with long endings that does nearly as well as a full analysis (Can e.a., "Information
retrieval on Turkish texts", JASIST 2008), and it forgives missing accents.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

PREFIX_LANGUAGES = frozenset({"tr", "pl", "uk", "ru"})
_PREFIX = 5
_SNOWBALL = {"nl": "dutch_porter", "en": "english", "ar": "arabic", "de": "german", "fr": "french"}
_TOKEN = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ß": "ss",
        "ø": "o",
        "đ": "d",
        "æ": "ae",
        "œ": "oe",
        "'": "",
        "’": "",
        "‘": "",
    }
    | {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "`": ""}
)


def _listed(name: str) -> frozenset[str]:
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


STOP = _listed("small_words.txt")
SILENT = {
    "nl": STOP | _listed("look_alikes.txt"),
    **{code: STOP | _listed(f"look_alikes.{code}.txt") for code in ("pl", "tr", "uk")},
}
"""Words that alone name nothing of the field, though their stem may: "dan", "stuk", "zeker"."""
VENUES = _listed("venues.txt")
_AT = frozenset({"in", "bij", "naast", "achter", "tegenover", "at", "w", "у", "в"})
_THE = frozenset({"de", "het", "t", "ons", "onze", "een", "dit", "deze", "the", "our"})
SENTENCE = 8
"""So far apart stand two words with the end of a sentence between them."""
_END = re.compile(r"[.!?;:\n]")


def fold(text: str) -> str:
    """Lower case without accents, apostrophes and long signs; the same for every script."""
    lowered = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    apart = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return _TOKEN.findall(fold(text))


def places(text: str) -> list[int]:
    """Where each of `tokens` stands; the end of a sentence is a gap that no term bridges."""
    folded, found, gaps, before = fold(text), [], 0, 0
    for n, token in enumerate(_TOKEN.finditer(folded)):
        gaps += bool(_END.search(folded, before, token.start()))
        found.append(n + SENTENCE * gaps)
        before = token.end()
    return found


def is_venue(words: list[str], n: int) -> bool:
    """Whether the word only says where it is: "in de bibliotheek", "bij het buurthuis"."""
    if words[n] not in VENUES or n == 0:
        return False
    at = n - 2 if words[n - 1] in _THE else n - 1
    return at >= 0 and words[at] in _AT


def content(words: list[str]) -> list[str]:
    """Without small words, numbers and single letters."""
    return [word for word in words if len(word) > 1 and word not in STOP and not word.isdigit()]


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """The stem of one folded word; Dutch rules when the language has none here."""
    if language in PREFIX_LANGUAGES:
        return word[:_PREFIX]
    stemmed: str = _stemmer(_SNOWBALL.get(language, _SNOWBALL["nl"])).stemWord(word)
    return _even_dutch(stemmed) if language not in _SNOWBALL or language == "nl" else stemmed


def _even_dutch(stemmed: str) -> str:
    """So that "schilder" and "geschilderd", "wandel" and "wandelt" meet more often."""
    if stemmed.startswith("ge") and len(stemmed) > 6:
        stemmed = stemmed[2:]
    if len(stemmed) > 3 and stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiou":
        stemmed = stemmed[:-1]
    if len(stemmed) > 4 and stemmed[-1] in "dt" and stemmed[-2] not in "aeiou":
        stemmed = stemmed[:-1]
    return stemmed.replace("v", "f").replace("z", "s") if stemmed[-1:] in "vz" else stemmed


@cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)
