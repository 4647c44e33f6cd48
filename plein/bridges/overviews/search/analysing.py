"""What a word is found by, for the worker: folded, stemmed, lemmatised, and in parts.

Two schools together, because each misses what the other finds: snowball misses kind and kinderen,
simplemma swaps fiets and fietsen. Never imported by a web process: 43 MB.
"""

from functools import lru_cache

import simplemma
import snowballstemmer

from plein.bridges.overviews.search.compounds import parts
from plein.bridges.overviews.search.light import light
from plein.lib.listing import fold

_stem = snowballstemmer.stemmer("dutch").stemWord


@lru_cache(maxsize=200_000)
def forms(word: str) -> frozenset[str]:
    """What somebody looks for who types this folded word: its forms, not its parts."""
    return frozenset(key for key in _simple_keys(word) if len(key) > 1 or key == word)


@lru_cache(maxsize=200_000)
def keys(word: str) -> frozenset[str]:
    """All by which a folded word is found: fietsenmaker has fiets and maker as well."""
    if not word.isalpha():
        return frozenset({word})
    found = set(forms(word))
    lemma = _lemma(word)
    for part in parts(word, _known) or (parts(lemma, _known) or () if lemma != word else ()):
        found |= _simple_keys(part)
    return frozenset(found)


def _simple_keys(word: str) -> set[str]:
    if not word.isalpha():
        return {word}
    lemma = _lemma(word)
    return {word, light(word), light(lemma), _stem(word), lemma, _stem(lemma)}


def _lemma(word: str) -> str:
    found = fold(simplemma.lemmatize(word, lang="nl"))
    return found if found.isalpha() else word


def _known(word: str) -> bool:
    return bool(simplemma.is_known(word, lang="nl"))
