"""Which concepts a text names: the longest term wins, and a leaning for what only rings a bell."""

from collections import defaultdict
from collections.abc import Sequence
from math import log, sqrt

from .concepts import Field, Stems

_WINDOW = 8  # words between which the words of one term may stand
_LOOSE = 0.75  # a term whose words stand apart, or in another order
_MOST_LEANINGS = 12


def spot(
    stems: Sequence[frozenset[str]],
    known: Field,
    language: str,
    silent: Sequence[bool] = (),
    places: Sequence[int] = (),
) -> dict[str, float]:
    """Concept keys with a weight of 0..1. `stems` gives for each word all the stems it may have.

    A `silent` word counts inside a term of more words, never as a term by itself. `places` says
    where the words stand, when there are gaps: a term stands in one sentence.
    """
    places = places or range(len(stems))
    taken = [False] * len(stems)
    found: dict[str, float] = defaultdict(float)
    for at, length, term in _in_order(stems, known, language):
        if length == 1 and silent and silent[at]:
            continue
        if places[at + length - 1] - places[at] >= length:
            continue
        if not any(taken[at : at + length]):
            taken[at : at + length] = [True] * length
            _credit(found, term, known, language)
    for term in _loosely(stems, known, language, places):
        for n in known.apart[language][term]:
            found[known.concepts[n].key] = max(found[known.concepts[n].key], _LOOSE)
    return dict(found)


def _credit(found: dict[str, float], term: Stems, known: Field, language: str) -> None:
    numbers = known.by_term[language][term]
    rare = max(known.rarity(stem, language) for stem in term) if len(term) == 1 else 1.0
    for n in numbers:
        key = known.concepts[n].key
        found[key] = max(found[key], rare / sqrt(len(numbers)))


def _in_order(
    stems: Sequence[frozenset[str]], known: Field, language: str
) -> list[tuple[int, int, Stems]]:
    """(place, length, term) of the terms that stand in the text, longest first."""
    terms = known.by_term[language]
    found = []
    for at in range(len(stems)):
        open_terms: list[Stems] = [()]
        for length in range(1, min(4, len(stems) - at) + 1):
            open_terms = [
                (*term, stem) for term in open_terms for stem in sorted(stems[at + length - 1])
            ][:64]
            found += [(at, length, term) for term in open_terms if term in terms]
    return sorted(found, key=lambda hit: (-hit[1], hit[0], hit[2]))


def _loosely(
    stems: Sequence[frozenset[str]], known: Field, language: str, where: Sequence[int]
) -> list[Stems]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, several in zip(where, stems, strict=True):
        for stem in several:
            places[stem].append(at)
    return [
        term
        for stem in sorted(places)
        for term in known.loose[language].get(stem, ())
        if all(each in places for each in term)
        and any(
            all(any(abs(at - other) < _WINDOW for other in places[each]) for each in term)
            for at in places[stem]
        )
    ]


def lean(stems: Sequence[frozenset[str]], known: Field, language: str) -> dict[str, float]:
    """Concepts whose terms share words with the text: each word counts by its rarity squared.

    Explicit semantic analysis (Gabrilovich & Markovitch, IJCAI 2007) with the concepts as articles;
    unit length, the strongest twelve.
    """
    total = len(known.concepts) + 1
    scores: dict[int, float] = defaultdict(float)
    for several in stems:
        best: dict[int, float] = {}
        for stem in several:
            under = known.by_stem[language].get(stem)
            if not under:
                continue
            idf = log(total / len(under)) / log(total)
            for n, times in under.items():
                best[n] = max(best.get(n, 0.0), idf * idf * (1 + log(times)))
        for n, score in best.items():
            scores[n] += score
    strongest = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_LEANINGS]
    length = sqrt(sum(score * score for _, score in strongest)) or 1.0
    return {known.concepts[n].key: round(score / length, 4) for n, score in strongest}
