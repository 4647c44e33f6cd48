"""Where a long Dutch word may break; good enough for names on small houses."""

import re

LONG = 9
TOO_LONG = 16  # does not fit one line of a phone in the type of a heading
VOWEL = "aeiouyáéíóúàèëïöü"
CONSONANT = "bcdfgjklmnpqrstvwxz"
# Between a vowel and a consonant with a vowel (ga-ni), or between two consonants (ter-drecht).
BREAK = re.compile(
    rf"(?<=[{VOWEL}])(?=[{CONSONANT}][{VOWEL}])|(?<=[{VOWEL}][{CONSONANT}])(?=[{CONSONANT}])",
    re.IGNORECASE,
)
WORD = re.compile(rf"\w{{{LONG},}}")


def has_too_long_word(words: str) -> bool:
    """A heading with such a word is set smaller, so that the word need not break."""
    return any(len(word) >= TOO_LONG for word in words.split())


def soft_hyphens(words: str) -> str:
    return WORD.sub(lambda found: _broken(found.group()), words)


def _broken(word: str) -> str:
    places = [one.start() for one in BREAK.finditer(word)]
    kept = [place for place in places if 3 <= place <= len(word) - 3]
    pieces = [word[start:end] for start, end in zip([0, *kept], [*kept, None], strict=True)]
    return "\u00ad".join(pieces)
