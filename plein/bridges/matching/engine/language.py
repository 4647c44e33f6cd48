"""Which language a short text is in: script, telling letters and small words; nothing learnt."""

import re

_SMALL = {
    "nl": "de het een ik je en van voor met niet wie kan graag mijn is zijn die op bij aan te om"
    " ook wil zoek heb naar als maar nog wij ons dat er iemand uur week gezocht",
    "en": "the and i you for with my is are to of a in who can not we have would like help need on"
    " at me our someone please looking",
    "tr": "bir ve ben icin bana var mi da de ile bu cok biri olan yardim istiyorum eden ariyorum"
    " gunu evde iyi kadar benim bize gibi",
    "pl": "i w z na do nie sie jest mam kto moze dla o mnie szukam potrzebuje jak czy po mi moge"
    " ktos pomoc chetnie lub prosze",
    "de": "der die das und ich nicht ein eine fur mit wer kann ist suche mir zu wir auf bitte",
    "fr": "le la les et je un une pour avec qui est des pas mon ma cherche vous dans aider",
    "es": "el la los y yo un una para con que es de no mi busco por ayuda quien",
}
_SMALL_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_LETTERS = (("tr", "ıışğİ"), ("pl", "ąęłńśźż"), ("de", "ßä"), ("es", "ñ¿"))
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, spoken: frozenset[str] = frozenset()) -> str:
    """ISO 639-1 code, or "" when there is nothing to go by. `spoken` breaks a tie."""
    lowered = text.lower()
    if by_script := _by_script(lowered):
        return by_script
    words = _WORD.findall(_plain(lowered))
    counts = {
        language: sum(word in small for word in words) for language, small in _SMALL_WORDS.items()
    }
    for language, letters in _LETTERS:
        counts[language] += 2 * sum(letter in lowered for letter in letters)
    best = max(counts.values())
    if best == 0:
        return ""
    tied = [language for language, count in counts.items() if count == best]
    return next((language for language in tied if language in spoken), tied[0])


def _by_script(text: str) -> str:
    arabic = sum("\u0600" <= letter <= "\u06ff" for letter in text)
    cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in text)
    latin = sum(letter.isalpha() and letter < "\u0250" for letter in text)
    if max(arabic, cyrillic) <= latin:
        return ""
    if arabic > cyrillic:
        return "ar"
    return "ru" if any(letter in text for letter in "ыэъё") else "uk"


def _plain(text: str) -> str:
    return text.translate(str.maketrans("ışğçöüąęłńśźżóćéèë", "isgcouaelnszzoceee"))
