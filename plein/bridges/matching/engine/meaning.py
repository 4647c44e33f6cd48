"""How alike two posts are in meaning: six parts, each 0..1, weighed together.

- concept: c_aᵀ S c_b / √(c_aᵀ S c_a · c_bᵀ S c_b), with S 1 for the same concept, less for
  near ones (soft cosine, Sidorov e.a. 2014); concepts count by their rarity among the live posts.
- leaning: the same over the leanings. - vector: cosine of sentence vectors, the mean removed.
- words: BM25 over stems and compounds, as a share of what the post could get. - grams: cosine.
- theme: soft cosine of the themes; two themes are alike as far as their concepts are linked.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from .columns import BUCKETS, Array, Columns
from .concepts import THEMES, Field
from .shapes import Weights

PARTS = ("concept", "leaning", "vector", "words", "grams", "theme")
_NEAR, _SECOND, _SAME_THEME = 0.5, 0.15, 0.05
_CHUNK = 4096
_likeness: dict[int, Array] = {}


def likeness(known: Field) -> Array:
    """S: concepts × concepts, float32, symmetric, 1 on the diagonal."""
    if id(known) not in _likeness:
        size = len(known.concepts)
        links = np.zeros((size, size), dtype=np.float32)
        for n, near in known.near.items():
            links[n, sorted(near)] = 1.0
        themes = np.array([concept.theme for concept in known.concepts])
        alike = _SAME_THEME * (themes[:, None] == themes[None, :])
        alike = np.maximum(alike, _SECOND * ((links @ links) > 0))
        alike = np.maximum(alike, _NEAR * links)
        np.fill_diagonal(alike, 1.0)
        _likeness[id(known)] = alike.astype(np.float32)
    return _likeness[id(known)]


def theme_likeness(known: Field) -> Array:
    """T: themes × themes; links between two over the root of all their links; 1 on the diagonal."""
    size = len(THEMES)
    links = np.zeros((size, size), dtype=np.float32)
    theme = [THEMES.index(concept.theme) for concept in known.concepts]
    for n, near in known.near.items():
        for other in near:
            links[theme[n], theme[other]] += 1
    total = np.maximum(links.sum(axis=1), 1)
    alike = links / np.sqrt(total[:, None] * total[None, :])
    np.fill_diagonal(alike, 1.0)
    return np.asarray(alike, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Lengths:
    """Of each row: the length of its concepts, leanings, themes and vector."""

    concepts: Array
    leaning: Array
    themes: Array
    vectors: Array

    def where(self, rows: Array) -> "Lengths":
        """Of these rows only."""
        return Lengths(
            self.concepts[rows], self.leaning[rows], self.themes[rows], self.vectors[rows]
        )

    def joined(self, other: "Lengths") -> "Lengths":
        """Of these rows and then those."""
        return Lengths(
            np.concatenate([self.concepts, other.concepts]),
            np.concatenate([self.leaning, other.leaning]),
            np.concatenate([self.themes, other.themes]),
            np.concatenate([self.vectors, other.vectors]),
        )


class Measure:
    """What must be known of all live posts before two can be compared: rarity, means, lengths."""

    def __init__(self, live: Columns, known: Field) -> None:
        self.alike = likeness(known)
        count = max(1, len(live))
        self.term_idf = _idf(live.terms.indices, BUCKETS, count)
        self.gram_idf = _idf(live.grams.indices, BUCKETS, count)
        self.concept_idf = _idf(live.concepts.indices, live.concepts.shape[1], count)
        self.themes = theme_likeness(known)
        self.mean = _mean(live.vectors)

    def lengths(self, live: Columns) -> Lengths:
        """√(cᵀ S c) of every row, for concepts and leanings; 4,096 rows at a time."""
        return Lengths(
            self._lengths(live.concepts, self.concept_idf),
            self._lengths(live.leaning, np.ones_like(self.concept_idf)),
            np.sqrt(np.maximum(((live.themes @ self.themes) * live.themes).sum(axis=1), 1e-9)),
            self._vector_lengths(live.vectors),
        )

    def _lengths(self, table: sparse.csr_array, scale: Array) -> Array:
        found = np.zeros(table.shape[0], dtype=np.float32)
        for start in range(0, len(found), _CHUNK):
            some = sparse.csr_array(table[start : start + _CHUNK].multiply(scale[None, :]))
            squares = some.multiply(some @ self.alike).sum(axis=1)
            found[start : start + _CHUNK] = np.asarray(squares).ravel()
        return np.asarray(np.sqrt(np.maximum(found, 1e-9)))

    def _vector_lengths(self, table: Array) -> Array:
        """The length of every vector without the mean; 0 for a post without a vector."""
        found = np.zeros(len(table), dtype=np.float32)
        for start in range(0, len(table), _CHUNK):
            some = table[start : start + _CHUNK]
            lengths = np.linalg.norm(some.astype(np.float32) - self.mean, axis=1)
            found[start : start + _CHUNK] = np.where(some.any(axis=1), lengths, 0.0)
        return found

    def concept(self, one: Columns, others: Columns, lengths: Lengths) -> Array:
        """Soft cosine of the concepts that the texts name, by their rarity."""
        return self._soft(one.concepts, others.concepts, self.concept_idf, lengths.concepts)

    def leaning(self, one: Columns, others: Columns, lengths: Lengths) -> Array:
        """Soft cosine of what the words only ring."""
        plain = np.ones_like(self.concept_idf)
        return self._soft(one.leaning, others.leaning, plain, lengths.leaning)

    def _soft(
        self, one: sparse.csr_array, others: sparse.csr_array, scale: Array, lengths: Array
    ) -> Array:
        mine = one.toarray()[0] * scale
        towards = self.alike @ mine
        length = float(np.sqrt(max(mine @ towards, 1e-9)))
        return np.asarray(others @ (towards * scale)) / (lengths * length)

    def theme(self, one: Columns, others: Columns, lengths: Lengths) -> Array:
        """Soft cosine of the themes, ticked and inferred together."""
        towards = self.themes @ one.themes[0]
        length = float(np.sqrt(max(one.themes[0] @ towards, 1e-9)))
        return np.asarray(others.themes @ towards / (lengths.themes * length))

    def words(self, one: Columns, others: Columns) -> Array:
        """BM25 of the rows for the stems of `one`, as a share of its own score."""
        mine = np.zeros(BUCKETS, dtype=np.float32)
        mine[one.terms.indices] = self.term_idf[one.terms.indices]
        own = float((one.terms @ mine)[0]) or 1.0
        return np.asarray(others.terms @ mine) / own

    def grams(self, one: Columns, others: Columns) -> Array:
        """Cosine of letter groups, weighed by rarity."""
        mine = np.zeros(BUCKETS, dtype=np.float32)
        mine[one.grams.indices] = one.grams.data * self.gram_idf[one.grams.indices]
        length = float(np.linalg.norm(mine)) or 1.0
        return np.asarray(others.grams @ mine) / length

    def vectors(self, one: Columns, others: Columns, lengths: Lengths) -> Array:
        """Cosine after removing the mean of all (Mu & Viswanath, ICLR 2018); 0 without vectors."""
        if not one.vectors.shape[1] or not one.vectors.any():
            return np.zeros(len(others), dtype=np.float32)
        mine = one.vectors[0].astype(np.float32) - self.mean
        mine /= max(float(np.linalg.norm(mine)), 1e-6)
        along = others.vectors.astype(np.float32) @ mine - float(np.dot(self.mean, mine))
        there = lengths.vectors > 0
        return np.asarray(np.where(there, along / np.maximum(lengths.vectors, 1e-6), 0.0))


def _mean(vectors: Array) -> Array:
    if not len(vectors):
        return np.zeros(vectors.shape[1], dtype=np.float32)
    return np.asarray(vectors.mean(axis=0, dtype=np.float32))


def _idf(indices: Array, width: int, count: int) -> Array:
    """log(1 + n / df) / log(1 + n): 1 for what occurs once; what never occurs counts as once."""
    df = np.maximum(np.bincount(indices, minlength=width), 1)
    return np.asarray(np.log1p(count / df) / np.log1p(count), dtype=np.float32)


def parts_of(measure: Measure, one: Columns, others: Columns, lengths: Lengths) -> dict[str, Array]:
    """The six parts of meaning for every row, each about 0..1."""
    return {
        "concept": measure.concept(one, others, lengths),
        "leaning": measure.leaning(one, others, lengths),
        "vector": measure.vectors(one, others, lengths),
        "words": measure.words(one, others),
        "grams": measure.grams(one, others),
        "theme": measure.theme(one, others, lengths),
    }


def shares(weights: Weights, with_model: bool) -> dict[str, float]:
    """The weights of the parts, summing to 1; without a model concepts and words get its share."""
    found = {part: float(getattr(weights, part)) for part in PARTS}
    if not with_model:
        spare, found["vector"] = found["vector"], 0.0
        for part in ("concept", "words", "grams"):
            found[part] += spare / 3
    total = sum(found.values()) or 1.0
    return {part: value / total for part, value in found.items()}
