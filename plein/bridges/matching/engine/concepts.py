"""The words of the field: 352 concepts in 14 themes, read from `../concepts/*.toml`.

The longest term wins; a term weighs by how few concepts its words point to (as inverse document
frequency does, Spärck Jones 1972); `near` is read both ways. A community can add words of its own,
and links between concepts.
"""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from math import log
from pathlib import Path

from . import words
from .sounds import sound

FOLDER = Path(__file__).parent.parent / "concepts"
LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")
THEMES = (
    "boodschappen-koken", "vervoer", "klussen", "tuin", "gezelschap", "huisdieren",
    "computer-telefoon", "taal-papieren", "kinderen-opvang", "bewegen-sport", "muziek-cultuur",
    "spullen", "vrijwilligerswerk", "zorg-mantelzorg",
)  # fmt: skip
Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing people ask for or offer; `terms` by language, as written in the file."""

    key: str
    name: str
    theme: str
    terms: Mapping[str, Sequence[str]]
    near: tuple[str, ...] = ()


@dataclass(slots=True)
class Field:
    """All concepts of a site, ready to be looked up by language and stems; values are numbers.

    `by_term` holds terms word for word; `apart` those of two or three telling words without their
    small words; `loose` lists the latter under their rarest stem.
    """

    concepts: list[Concept]
    number: dict[str, int] = field(default_factory=dict)
    by_term: dict[str, dict[Stems, list[int]]] = field(default_factory=dict)
    apart: dict[str, dict[Stems, list[int]]] = field(default_factory=dict)
    by_stem: dict[str, dict[str, Counter[int]]] = field(default_factory=dict)
    loose: dict[str, dict[str, list[Stems]]] = field(default_factory=dict)
    vocabulary: dict[str, Counter[str]] = field(default_factory=dict)
    sounds: dict[str, str] = field(default_factory=dict)
    mended: dict[tuple[str, str], str] = field(default_factory=dict)
    near: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def rarity(self, stem: str, language: str) -> float:
        """1 for a stem under one concept, towards 0 for a stem under many."""
        among = len(self.by_stem[language].get(stem, ())) or 1
        return 1.0 - log(among) / log(len(self.concepts) + 1)


def load(without: frozenset[str] = frozenset()) -> list[Concept]:
    """Every concept of the files, in the order of file and key; `without` leaves themes out."""
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        entry = tomllib.loads(path.read_text("utf-8"))
        if entry["theme"] in without:
            continue
        for each in entry["concept"]:
            terms = {language: tuple(each.get(language, ())) for language in LANGUAGES}
            near = tuple(each.get("near", ()))
            found.append(Concept(each["key"], each["name"], entry["theme"], terms, near))
    return found


@cache
def field_of(
    without: frozenset[str] = frozenset(),
    added: tuple[tuple[str, str], ...] = (),
    links: tuple[tuple[str, str], ...] = (),
) -> Field:
    """The concepts ready for use; `added` holds (concept key, Dutch word) of a community, `links`
    pairs of keys that belong together there."""
    if links:
        known = field_of(without, added)
        near = {n: set(others) for n, others in known.near.items()}
        known = replace(known, near=defaultdict(set, near))
        _tie(known, links)
        return known
    concepts = load(without)
    known = Field(concepts, {concept.key: n for n, concept in enumerate(concepts)})
    extra: dict[str, list[str]] = defaultdict(list)
    for key, word in added:
        extra[key].append(word)
    for language in LANGUAGES:
        known.by_term[language], known.apart[language], known.by_stem[language] = {}, {}, {}
        known.vocabulary[language] = Counter()
        for n, concept in enumerate(concepts):
            own = [*concept.terms[language], *(extra[concept.key] if language == "nl" else ())]
            for term in [*own, *([concept.name] if language == "nl" else [])]:
                _enter(known, language, n, term)
        known.loose[language] = _loose(known, language)
    _hear(known)
    _link(known)
    return known


def _enter(known: Field, language: str, n: int, term: str) -> None:
    said = words.tokens(term)
    plain = words.content(said) or said
    stems = tuple(words.stem(word, language) for word in plain)
    _add(known.by_term[language], tuple(words.stem(word, language) for word in said), n)
    if 2 <= len(set(stems)) <= 3 and words.content(said):
        _add(known.apart[language], stems, n)
    known.vocabulary[language].update(plain)
    for stem in set(stems):
        known.by_stem[language].setdefault(stem, Counter())[n] += 1


def _add(terms: dict[Stems, list[int]], stems: Stems, n: int) -> None:
    if stems and n not in terms.setdefault(stems, []):
        terms[stems].append(n)


def _hear(known: Field) -> None:
    for word in reversed(known.vocabulary["nl"]):
        if len(word) > 3:
            known.sounds[sound(word)] = word


def _link(known: Field) -> None:
    """Every weak link in both directions, whichever of the two wrote it down."""
    _tie(known, ((concept.key, key) for concept in known.concepts for key in concept.near))


def _tie(known: Field, pairs: Iterable[tuple[str, str]]) -> None:
    for one, other in pairs:
        if one in known.number and other in known.number:
            known.near[known.number[one]].add(known.number[other])
            known.near[known.number[other]].add(known.number[one])


def _loose(known: Field, language: str) -> dict[str, list[Stems]]:
    """Terms of two or three words under their rarest word: found in any order, near each other."""
    found: dict[str, list[Stems]] = defaultdict(list)
    for stems in known.apart[language]:
        rarest = min(stems, key=lambda stem: (len(known.by_stem[language][stem]), stem))
        found[rarest].append(stems)
    return dict(found)
