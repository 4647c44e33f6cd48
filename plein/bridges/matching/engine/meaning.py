"""How alike two posts are in meaning: six parts, each 0..1, weighed together.

- concept: c_aᵀ S c_b / √(c_aᵀ S c_a · c_bᵀ S c_b), with S 1 for the same concept, less for near ones
  (soft cosine, Sidorov e.a. 2014); concepts count by their rarity among the live posts.
- leaning: the same over the leanings. - vector: cosine of sentence vectors, the mean removed.
- words: BM25 over stems and compounds, as a share of what the post could get. - grams: cosine.
- theme: the chance that both are about the same theme.
"""

import numpy as np

from .columns import BUCKETS, Array, Columns
from .concepts import Field
from .shapes import Weights

PARTS = ("concept", "leaning", "vector", "words", "grams", "theme")
_NEAR, _SECOND, _SAME_THEME = 0.5, 0.15, 0.05
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


class Measure:
    """What must be known of all live posts before two can be compared: rarity, means, lengths."""

    def __init__(self, live: Columns, known: Field) -> None:
        self.alike = likeness(known)
        count = max(1, len(live))
        self.term_idf = _idf(live.terms.indices, BUCKETS, count)
        self.gram_idf = _idf(live.grams.indices, BUCKETS, count)
        self.concept_idf = _idf(live.concepts.indices, live.concepts.shape[1], count)
        self.mean = live.vectors.mean(axis=0, dtype=np.float32) if len(live) else 0.0
        self.lengths = self._lengths(live)

    def _lengths(self, live: Columns) -> dict[str, Array]:
        found = {}
        for name in ("concepts", "leaning"):
            table, lengths = getattr(live, name), np.zeros(len(live), dtype=np.float32)
            scale = self.concept_idf if name == "concepts" else np.ones_like(self.concept_idf)
            for start in range(0, len(live), 4096):
                some = table[start : start + 4096] * scale[None, :]
                some = some.tocsr()
                lengths[start : start + 4096] = np.asarray(
                    some.multiply(some @ self.alike).sum(axis=1)
                ).ravel()
            found[name] = np.sqrt(np.maximum(lengths, 1e-9))
        return found

    def alikeness(self, one: Columns, others: Columns, rows: Array, name: str) -> Array:
        """Soft cosine of concepts or leanings of `one` with these rows."""
        scale = self.concept_idf if name == "concepts" else np.ones_like(self.concept_idf)
        mine = getattr(one, name).toarray()[0] * scale
        towards = self.alike @ mine
        length = float(np.sqrt(max(mine @ towards, 1e-9)))
        found = getattr(others, name)[rows] @ (towards * scale)
        return np.asarray(found) / (self.lengths[name][rows] * length)

    def words(self, one: Columns, others: Columns, rows: Array) -> Array:
        """BM25 of the rows for the stems of `one`, as a share of its own score."""
        mine = np.zeros(BUCKETS, dtype=np.float32)
        mine[one.terms.indices] = self.term_idf[one.terms.indices]
        own = float((one.terms @ mine)[0]) or 1.0
        return np.asarray(others.terms[rows] @ mine) / own

    def grams(self, one: Columns, others: Columns, rows: Array) -> Array:
        """Cosine of letter groups, weighed by rarity."""
        mine = np.zeros(BUCKETS, dtype=np.float32)
        mine[one.grams.indices] = one.grams.data * self.gram_idf[one.grams.indices]
        length = float(np.linalg.norm(mine)) or 1.0
        return np.asarray(others.grams[rows] @ mine) / length

    def vectors(self, one: Columns, others: Columns, rows: Array) -> Array:
        """Cosine after removing the mean of all (Mu & Viswanath, ICLR 2018); 0 without vectors."""
        if not one.vectors.shape[1] or not one.vectors.any():
            return np.zeros(len(rows), dtype=np.float32)
        mine = one.vectors[0].astype(np.float32) - self.mean
        theirs = others.vectors[rows].astype(np.float32) - self.mean
        lengths = np.linalg.norm(theirs, axis=1) * np.linalg.norm(mine)
        there = others.vectors[rows].any(axis=1)
        return np.where(there, theirs @ mine / np.maximum(lengths, 1e-6), 0.0)


def _idf(indices: Array, width: int, count: int) -> Array:
    """log(1 + n / df) / log(1 + n): 1 for what occurs once; what never occurs counts as once."""
    df = np.maximum(np.bincount(indices, minlength=width), 1)
    return (np.log1p(count / df) / np.log1p(count)).astype(np.float32)


def shares(weights: Weights, with_model: bool) -> dict[str, float]:
    """The weights of the parts, summing to 1; without a model its share goes to the others."""
    plain = {part: getattr(weights, part) for part in PARTS}
    if not with_model:
        spare = plain.pop("vector")
        plain["concept"] += spare / 2
        plain["leaning"] += spare / 2
        plain["vector"] = 0.0
    total = sum(plain.values()) or 1.0
    return {part: value / total for part, value in plain.items()}
