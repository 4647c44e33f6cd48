"""What typed words are found by: their own keys, and those of words that mean the same here."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from plein.bridges.overviews.models import Synonym
from plein.bridges.overviews.search.light import light, words_of
from plein.bridges.overviews.search.vocabulary import keys_of

Meanings = Mapping[str, Sequence[frozenset[str]]]
USUAL = (
    "maatje, buddy, gezelschap",
    "ontmoeten, ontmoeting, gezelschap",
    "noaberschap, naoberschap, burenhulp",
    "computer, laptop, pc, tablet",
    "fiets, rijwiel",
    "dokter, huisarts",
    "klus, karwei",
    "ouderen, senioren, bejaarden",
    "telefoon, mobiel, smartphone",
    "taalles, taalcafé, nederlands",
    "eettafel, buurtmaaltijd",
    "vervoer, rit",
    "koor, zingen",
    "voedselbank, voedselhulp",
)
"""True in every Dutch town; a place adds its own."""


def meanings(town: UUID, asked: Sequence[str]) -> Meanings:
    """Two queries, whatever was typed; none when nothing was."""
    if not asked:
        return {}
    same = _same_as(town, asked)
    keys = keys_of(town, {word for words in same.values() for word in words})
    return {word: [keys[other] for other in same[word]] for word in asked}


def _same_as(town: UUID, asked: Sequence[str]) -> dict[str, list[str]]:
    """{word: itself and its synonyms}; single words only, in whatever form."""
    lists = [*USUAL, *Synonym.objects.filter(town=town).values_list("words", flat=True)]
    sets = [[word for part in each.split(",") for word in words_of(part)] for each in lists]
    found: dict[str, list[str]] = {}
    for word in asked:
        stem = light(word)
        others = [other for words in sets if stem in map(light, words) for other in words]
        found[word] = list(dict.fromkeys([word, *others]))
    return found
