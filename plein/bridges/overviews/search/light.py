"""Words as a web process sees them: folded, and without the commonest endings.

The worker knows more (see `analysing.py`) and writes what it knows in the list of words. Here is
what both do alike, so that a word that nobody wrote before still meets its sisters.
"""

import re
from collections.abc import Iterator

from plein.lib.listing import fold

WORD = re.compile(r"[^\W_]+")
LONGEST = 40
VOWELS = frozenset("aeiouy")
SINGLE = "[aeou]"
OPEN = re.compile(rf"([^aeiouy]*)({SINGLE})([bdfgklmnprstvz])")
"""What is left of koken, talen, lezen: one syllable, whose vowel was long without being double."""
ENDINGS = ("tjes", "tje", "jes", "je", "ingen", "ing", "en")
DONE = re.compile(r"ge([^aeiouy]+[aeiouy]+\w+[^aeiouydt])[dt]")
"""Gewandeld, gekookt: what somebody did."""
PLURAL_S = ("ers", "els", "ems", "ars", "ors", "urs", "ies", "ees", "as", "os")
"""After these an s is a plural; the s of huis and fiets belongs to the word."""
IRREGULAR = {
    "leden": "lid", "steden": "stad", "schepen": "schip", "eieren": "ei", "kinderen": "kind",
    "kleren": "kleed", "liederen": "lied", "bladeren": "blad", "dagen": "dag", "wegen": "weg",
    "paden": "pad", "daken": "dak", "gaten": "gat", "glazen": "glas", "vaten": "vat",
    "sloten": "slot", "spelen": "spel", "bedden": "bed",
}  # fmt: skip
_STOP_WORDS = """
de het een en of ik je jij u we wij ze zij hij mijn jouw uw ons onze hun haar zijn is ben bent
was waren heb hebt heeft had met van voor naar bij aan op in uit over om te tot door als dan dat
die dit deze daar er hier wie wat waar hoe wel niet ook nog al maar graag iemand wil kan kun mag
moet zoek zoeken gezocht mij me the a an and or of for with to in on
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


def words_of(text: str) -> Iterator[str]:
    """Folded words of at least two signs; a number may be one."""
    for found in WORD.findall(fold(text)):
        if 1 < len(found) <= LONGEST or found.isdigit():
            yield found


def asked_words(text: str, most: int) -> list[str]:
    """The words that say something; all of them when none does."""
    words = list(dict.fromkeys(words_of(text)))
    return ([word for word in words if word not in STOP_WORDS] or words)[:most]


def light(word: str) -> str:
    """A folded Dutch word without its plural or little form: fietsen, fietsje and fiets alike."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if done := DONE.fullmatch(word):
        return _closed(done[1])
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and VOWELS & set(stem):
            return stem if ending.endswith(("je", "jes")) else _closed(stem)
    return word[:-1] if word.endswith(PLURAL_S) else word


def _closed(stem: str) -> str:
    """As it is written at the end of a word: huiz is huis, lopp is lop, kok is kook."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS:
        return stem[:-1]
    if open_syllable := OPEN.fullmatch(stem):
        start, vowel, end = open_syllable.groups()
        stem = f"{start}{vowel}{vowel}{end}"
    return stem[:-1] + {"z": "s", "v": "f"}.get(stem[-1], stem[-1])
