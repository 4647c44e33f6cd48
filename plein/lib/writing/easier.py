"""How a text could be simpler, in a few tips: a coach, never a teacher (DOOR-6).

    tips("Gelieve tijdig te reserveren.")   # [Tip(WORD, "Gelieve", "vragen"), …]

Words of offices (`easier_words.txt`), long sentences, "er wordt … gedaan" again and again, short
forms with full stops, and CAPITALS. Spelling and grammar are nobody's business: whoever writes
plain or broken Dutch gets no tip.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path

FILE = Path(__file__).with_name("easier_words.txt")
MOST_TIPS = 3
LONG = 20
"""Words in a sentence; of more most readers have lost the beginning."""
MOST_PASSIVES = 2
LEAST_CAPITALS = 12

SENTENCE = re.compile(r"(?:[^.!?\n]|[.](?=\S))+")
WORD = re.compile(r"[\w'’-]+(?:\.\w+)*\.?")
SHOUT = re.compile(r"(?<!\w)[A-ZÀ-Þ]{2,}(?:[\s,&-]+[A-ZÀ-Þ]{2,}){2,}(?!\w)")
DONE = r"(?:aan|af|door|in|mee|op|over|toe|uit|voor)?(?:ge|be|ver|ont|her)\w+(?:d|t|en)"
BECOMES = r"(?:word|wordt|worden|werd|werden)"
PASSIVE = re.compile(
    rf"(?<!\w)(?:{BECOMES}\s(?:[\w'’-]+\s){{0,6}}?{DONE}|{DONE}\s{BECOMES})(?!\w)", re.IGNORECASE
)


class Kind(StrEnum):
    WORD = "word"
    LONG = "long"
    PASSIVE = "passive"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Tip:
    """What was found, as it was written, and how it could be said. `words` counts a sentence."""

    kind: Kind
    found: str
    plainer: str = ""
    words: int = 0


def tips(text: str, most: int = MOST_TIPS) -> list[Tip]:
    """A few, each once: words, and one about a sentence. A long list helps nobody."""
    first: dict[str, Tip] = {}
    for tip in _words(text):
        first.setdefault(tip.plainer, tip)
    words = list(first.values())
    sentences = [*islice(_capitals(text), 1), *islice(_long(text), 1), *islice(_passive(text), 1)]
    return [*words[: most - bool(sentences)], *sentences][:most]


@cache
def plainer_words() -> dict[str, str]:
    """{hard, in small letters: plain}, read once."""
    found: dict[str, str] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        hard, _is, plain = line.partition(" = ")
        if plain and not line.startswith("#"):
            for one in hard.split(","):
                found |= dict.fromkeys(_written(_bare(one)), plain.strip())
    return found


def _written(hard: str) -> set[str]:
    """A short form also without its full stops, when what is left is no word of its own."""
    bare = hard.replace(".", "")
    return {hard, bare} if len(bare) > 2 else {hard}


@cache
def _longest() -> int:
    return max(len(words.split()) for words in plainer_words())


def _words(text: str) -> Iterator[Tip]:
    """The longest first, so "in het kader van" is one find."""
    known, words = plainer_words(), list(WORD.finditer(text))
    bare = [_bare(word.group()) for word in words]
    here = 0
    while here < len(words):
        step = 1
        for size in range(min(_longest(), len(words) - here), 0, -1):
            if plain := known.get(" ".join(bare[here : here + size])):
                said = text[words[here].start() : words[here + size - 1].end()]
                if "\n" not in said:
                    yield Tip(Kind.WORD, said.rstrip(".") if size > 1 else _tidy(said), plain)
                    step = size
                    break
        here += step


def _long(text: str) -> Iterator[Tip]:
    for sentence in SENTENCE.finditer(text):
        words = WORD.findall(sentence.group())
        if len(words) > LONG:
            yield Tip(Kind.LONG, f"{' '.join(words[:5])} …", words=len(words))


def _passive(text: str) -> Iterator[Tip]:
    """Once is how people talk; again and again nobody knows who does it."""
    found = [hit.group() for hit in PASSIVE.finditer(text)]
    if len(found) >= MOST_PASSIVES:
        yield Tip(Kind.PASSIVE, found[0])


def _capitals(text: str) -> Iterator[Tip]:
    for hit in SHOUT.finditer(text):
        if sum(map(str.isalpha, hit.group())) >= LEAST_CAPITALS:
            yield Tip(Kind.CAPITALS, " ".join(hit.group().split()[:5]))


def _bare(word: str) -> str:
    return word.strip().lower().rstrip(".").replace("’", "'")


def _tidy(word: str) -> str:
    """A full stop belongs to a short form, not to the last word of a sentence."""
    return word if "." in word.rstrip(".") else word.rstrip(".")
