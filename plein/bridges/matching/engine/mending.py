"""Misspelt and joined words, brought back to the words of the field. Known words stay as they are.

By sound first ("vietsbant" sounds as "fietsband"), then by one or two letters (optimal string
alignment: swapped letters count as one). A word in the dictionary of its language is never mended.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from .concepts import Field
from .sounds import sound
from .words import STOP, stem

_HEARD, _SHORTEST = 4, 5  # letters from which a word is mended by sound, by letters
_LONG = 8
_MENDED = "nl"  # the other languages have stems that forgive, and dictionaries of 100 MB
_JOINTS = ("", "s", "e", "n", "en")


def mend(word: str, known: Field, language: str) -> str:
    """The word of the field that was meant, or "" when the word is fine or nothing is near."""
    if language != _MENDED or len(word) < _HEARD or not word.isalpha():
        return ""
    if stem(word, language) in known.by_stem[language]:
        return ""
    key = (language, word)
    if key not in known.mended:
        known.mended[key] = "" if _in_dictionary(word, language) else _meant(word, known, language)
    return known.mended[key]


def _meant(word: str, known: Field, language: str) -> str:
    if heard := known.sounds.get(sound(word)):
        return heard
    if len(word) < _SHORTEST or sound(word) in _small_sounds():
        return ""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    allowed = 1 if len(word) < _LONG else 2
    extracted = process.extract(
        word, list(known.vocabulary[language]), scorer=OSA.distance, score_cutoff=allowed, limit=5
    )
    near = [(off, -known.vocabulary[language][meant], meant) for meant, off, _ in extracted]
    near = [each for each in near if len(each[2]) >= _SHORTEST and each[2][0] == word[0]]
    return min(near)[2] if near else ""


def parts(word: str, known: Field) -> list[str]:
    """The words of the field inside a Dutch compound: "seniorengym" gives senioren, gym."""
    vocabulary = known.vocabulary["nl"]
    if len(word) < 7:
        return []
    for at in range(len(word) - 3, 2, -1):
        head, tail = word[:at], word[at:]
        if len(tail) < 4:
            continue
        if tail in vocabulary and (bare := _bare(head, vocabulary)):
            return [bare, tail]
    ends = [word[at:] for at in range(3, len(word) - 3) if word[at:] in vocabulary]
    starts = [word[:at] for at in range(len(word) - 3, 3, -1) if word[:at] in vocabulary]
    ends = [end for end in ends if _is_word(word.removesuffix(end), str.removesuffix)]
    starts = [start for start in starts if _is_word(word.removeprefix(start), str.removeprefix)]
    return [longest for longest in (*ends[:1], *starts[:1]) if len(longest) > 3]


def _is_word(rest: str, without: Callable[[str, str], str]) -> bool:
    """What is left of a compound is Dutch too: "rouwen" is not in "zelfvertrouwen"."""
    bare = (without(rest, joint) for joint in _JOINTS)
    return any(len(each) > 2 and _in_dictionary(each, _MENDED) for each in bare)


def _bare(head: str, vocabulary: dict[str, int]) -> str:
    for joint in _JOINTS:
        bare = head.removesuffix(joint) if joint else head
        if len(bare) > 2 and bare in vocabulary:
            return bare
    return ""


@cache
def _small_sounds() -> frozenset[str]:
    """ "Iemant" and "altijt" are small words too, and mean nothing in the field."""
    return frozenset(sound(word) for word in STOP if len(word) > 3)


def is_small(word: str) -> bool:
    """Whether a misspelt word sounds like a small word of Dutch."""
    return len(word) > 3 and sound(word) in _small_sounds()


@lru_cache(maxsize=65_536)
def _in_dictionary(word: str, language: str) -> bool:
    try:
        from simplemma import is_known

        forms = {word, f"{word[:-1]}é" if word.endswith("e") else word}  # "prive" was "privé"
        forms.add(word.removesuffix("s") if len(word) > 3 else word)  # "opas" was "opa's"
        return any(is_known(form, lang=language) for form in forms)
    except (ImportError, ValueError, OSError):  # no dictionary for it: leave the word alone
        return True
