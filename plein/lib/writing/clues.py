"""What a sentence means, from its words together: whoever goes, far, for long, is not at home.

Word order and spelling do not matter, only which classes of words (`lexicon.py`) stand together.
`meaning/rules.toml` says which are certain:

    us gone|far long     one class of each in a sentence, and none of `never` anywhere in it
    partner lost / 6     within six words (else `WITHIN`)

and `meaning/points.toml` how many points each class gives a sentence, for what no rule foresaw: ten
are enough. `benchmarks/points.py` reckons them from the corpora. For absence the sentence after it
counts as well: "Naar Lourdes! Wie voert de poes?"
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from plein.lib.writing.lexicon import FOLDER, Place, places_of, sound

AFTER = "absence"
WITHIN, ENOUGH, MOST_WORDS = 14, 10, 80
"""Words near each other; points; words of a sentence, of longer ones each part is looked at."""
SHORT = r"nr|fam|burg|mw|mevr|mvr|dhr|st|dr|prof|geb|postc|ca|evt|a\.u\.b|m\.b\.v"
SENTENCE = re.compile(rf"(?:(?<!\w)(?:{SHORT})\.|[^.!?\n]|[.](?=\w))+")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:]")


@dataclass(frozen=True, slots=True)
class Rule:
    kind: str
    together: tuple[frozenset[str], ...]
    """One class of each must stand there."""
    never: frozenset[str]
    within: int

    def may_hold(self, names: frozenset[str]) -> bool:
        for part in self.together:
            if part.isdisjoint(names):
                return False
        return self.never.isdisjoint(names)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its words by their place in the text, and the classes that stand in it."""

    spans: list[tuple[int, int]]
    places: list[Place]
    names: frozenset[str]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From word `first` to word `last`; the end of the sentence may count as a word."""
        return self.spans[first][0], self.spans[min(last, len(self.spans) - 1)][1]

    def counted(self, points: dict[str, float]) -> tuple[int, int] | None:
        """The first and the last word that give points."""
        giving = [place for place in self.places if points.get(place.name, 0) > 0]
        return (giving[0].first, max(place.last for place in giving)) if giving else None


def told(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) for what each sentence tells, each kind once a sentence."""
    sentences = list(sentences_of(text))
    alone = [_told_alone(sentence) for sentence in sentences]
    for sentence, these in zip(sentences, alone, strict=True):
        for kind, (first, last) in these.items():
            yield kind, *sentence.span(first, last)
    points = all_points().get(AFTER, {})
    for at, (one, after) in enumerate(pairwise(sentences)):
        if AFTER in alone[at] or AFTER in alone[at + 1]:
            continue
        if score(one.names | after.names, points) >= ENOUGH and (words := one.counted(points)):
            yield AFTER, *one.span(*words)


def _told_alone(sentence: Sentence) -> dict[str, tuple[int, int]]:
    """By kind, the first and the last word that tell it."""
    found: dict[str, tuple[int, int]] = {}
    for rule in rules():
        if rule.kind in found or not rule.may_hold(sentence.names):
            continue
        if nearest := _nearest(rule, sentence.places):
            found[rule.kind] = nearest
    for kind, points in all_points().items():
        if kind not in found and score(sentence.names, points) >= ENOUGH:
            found[kind] = sentence.counted(points) or (0, 0)
    return found


def sentences_of(text: str) -> Iterator[Sentence]:
    for part in SENTENCE.finditer(text):
        every = [hit.span() for hit in WORD.finditer(text, *part.span())]
        for begin in range(0, len(every), MOST_WORDS):
            spans = every[begin : begin + MOST_WORDS]
            places = places_of([sound(text[start:end]) for start, end in spans])
            yield Sentence(spans, places, frozenset(place.name for place in places))


def score(names: frozenset[str], points: dict[str, float]) -> float:
    return sum(points.get(name, 0) for name in names)


def _nearest(rule: Rule, places: list[Place]) -> tuple[int, int] | None:
    """The fewest words that hold all parts of the rule, when they are few enough."""
    latest: dict[int, Place] = {}
    best: tuple[int, int] | None = None
    for place in places:
        parts = [at for at, part in enumerate(rule.together) if place.name in part]
        latest.update(dict.fromkeys(parts, place))
        if parts and len(latest) == len(rule.together):
            first = min(one.first for one in latest.values())
            last = max(one.last for one in latest.values())
            if best is None or last - first < best[1] - best[0]:
                best = first, last
    return best if best and best[1] - best[0] < rule.within else None


@cache
def rules() -> tuple[Rule, ...]:
    page = tomllib.loads((FOLDER / "rules.toml").read_text(encoding="utf-8"))
    return tuple(
        _rule(entry["kind"], line, entry.get("never", ""))
        for entry in page["rules"]
        for line in entry["together"]
    )


def _rule(kind: str, line: str, never: str) -> Rule:
    together, _slash, within = line.partition("/")
    parts = tuple(frozenset(part.split("|")) for part in together.split())
    return Rule(kind, parts, frozenset(never.split()), int(within or WITHIN))


@cache
def all_points() -> dict[str, dict[str, float]]:
    """By kind and class."""
    return tomllib.loads((FOLDER / "points.toml").read_text(encoding="utf-8"))
