"""Live posts as numpy columns, so that one post is laid beside 100,000 others at once.

Rows are posts. Sparse tables (scipy CSR, float32): `terms` (n × 2**18, BM25 term weights), `grams`
(n × 2**18, unit length), `concepts` and `leaning` (n × concepts). `vectors` holds unit vectors as
int8 (× 127): 512 bytes a post instead of 2,048, with an error of the cosine under 0.01.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Self
from zlib import crc32

import numpy as np
from scipy import sparse

from .concepts import THEMES, Field
from .grams import BITS
from .shapes import Read

Array = np.ndarray[Any, Any]
BUCKETS = 1 << BITS
EVERYBODY = "iedereen"
GROUPS = (
    "ouderen", "jongeren", "kinderen", "gezinnen", "mantelzorgers", "nieuwkomers", "beperking",
    "alleenstaanden", "vrouwen",
)  # fmt: skip
_K1, _B, _USUAL = 1.2, 0.4, 14.0  # BM25 (Robertson & Zaragoza 2009); a usual post has 14 stems


@dataclass(slots=True)
class Columns:
    """One row for each post; every array has the same length."""

    ids: Array
    owner: Array
    lat: Array
    lon: Array
    limit_km: Array
    when: Array
    again: Array
    remote: Array
    needs_vog: Array
    has_vog: Array
    needs_proof: Array
    has_proof: Array
    paused: Array
    wrong_way: Array
    is_profile: Array
    languages: Array
    groups: Array
    load: Array
    max_load: Array
    unasked_days: Array
    blocks: Array
    themes: Array
    vectors: Array
    terms: sparse.csr_array
    grams: sparse.csr_array
    concepts: sparse.csr_array
    leaning: sparse.csr_array

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, reads: Sequence[Read], known: Field, size: int = 0, model: str = "") -> Self:
        """Columns of posts that were read; vectors of another model than `model` count as none."""
        posts = [read.post for read in reads]

        def column(take: Callable[[Any], Any], kind: Any) -> Array:
            return np.array([take(post) for post in posts], dtype=kind)

        return cls(
            ids=column(lambda p: p.id, object),
            owner=column(lambda p: p.owner, object),
            lat=column(lambda p: p.place[0] if p.place else np.nan, np.float32),
            lon=column(lambda p: p.place[1] if p.place else np.nan, np.float32),
            limit_km=column(lambda p: np.inf if p.limit_km is None else p.limit_km, np.float32),
            when=column(lambda p: p.when, np.uint32),
            again=column(lambda p: p.again, bool),
            remote=column(lambda p: p.remote, bool),
            needs_vog=column(lambda p: p.needs_vog, bool),
            has_vog=column(lambda p: p.has_vog, bool),
            needs_proof=column(lambda p: p.needs_proof, np.uint8),
            has_proof=column(lambda p: p.has_proof, np.uint8),
            paused=column(lambda p: p.paused, bool),
            wrong_way=np.array([read.wrong_way for read in reads], dtype=bool),
            is_profile=column(lambda p: p.kind == "profile", bool),
            languages=column(lambda p: language_bits(p.languages), np.uint64),
            groups=column(lambda p: group_bits(p.groups), np.uint16),
            load=column(lambda p: p.load, np.float32),
            max_load=column(lambda p: np.inf if p.max_load is None else p.max_load, np.float32),
            unasked_days=column(
                lambda p: np.inf if p.last_asked_days is None else p.last_asked_days, np.float32
            ),
            blocks=column(lambda p: p.blocked or None, object),
            themes=themes_of(reads),
            vectors=np.stack([vector_of(read, size, model) for read in reads])
            if reads
            else np.zeros((0, size), dtype=np.int8),
            terms=_terms(reads),
            grams=_grams(reads),
            concepts=_by_key((read.concepts for read in reads), known),
            leaning=_by_key((read.leaning for read in reads), known),
        )

    def where(self, rows: Array) -> Self:
        """Only these rows, in that order."""
        return replace(self, **{each.name: getattr(self, each.name)[rows] for each in fields(self)})

    def keep(self, rows: Array) -> None:
        """Only these rows, in place: column by column, so that a city is never there twice."""
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name)[rows])

    def extend(self, other: Self) -> None:
        """The rows of the other after these, in place."""
        for each in fields(self):
            both = _stacked(getattr(self, each.name), getattr(other, each.name))
            setattr(self, each.name, both)

    def joined(self, other: Self) -> Self:
        """These rows and then those of the other."""
        return replace(
            self,
            **{
                each.name: _stacked(getattr(self, each.name), getattr(other, each.name))
                for each in fields(self)
            },
        )


def _stacked(above: Any, below: Any) -> Any:
    if sparse.issparse(above):
        return sparse.csr_array(sparse.vstack([above, below], format="csr"))
    return np.concatenate([above, below])


def language_bits(languages: Iterable[str]) -> int:
    """One bit of 64 by a hash of the code: two languages seldom share one."""
    bits = 0
    for code in languages:
        bits |= 1 << _LANGUAGE_BIT.setdefault(code, crc32(code.encode()) % 48 + 16)
    return bits


_LANGUAGE_BIT = {code: n for n, code in enumerate(("nl", "en", "tr", "ar", "pl", "uk", "de", "fr"))}


def language_codes(bits: int) -> list[str]:
    """The languages behind bits, by code; none for a bit that two of them have."""
    behind: dict[int, list[str]] = {}
    for code, bit in _LANGUAGE_BIT.items():
        if bits >> bit & 1:
            behind.setdefault(bit, []).append(code)
    return sorted(codes[0] for codes in behind.values() if len(codes) == 1)


def group_bits(groups: Iterable[str]) -> int:
    """A bit for each target group named; 0 when it is for everybody."""
    named = set(groups)
    if EVERYBODY in named:
        return 0
    return sum(1 << n for n, group in enumerate(GROUPS) if group in named)


def themes_of(reads: Sequence[Read]) -> Array:
    """n × 14, each row sums to 1 or 0."""
    return np.array(
        [[read.themes.get(theme, 0.0) for theme in THEMES] for read in reads], dtype=np.float32
    ).reshape(len(reads), len(THEMES))


def vector_of(read: Read, size: int, model: str) -> Array:
    """The stored vector as int8 × 127; zeros when it is of another model, or spoilt."""
    if not size or read.model != model or len(read.vector) != 2 * size:
        return np.zeros(size, dtype=np.int8)
    row = np.frombuffer(read.vector, dtype=np.float16).astype(np.float32)
    row = np.nan_to_num(row, nan=0.0, posinf=0.0, neginf=0.0)
    length = float(np.linalg.norm(row))
    scaled = np.rint(row * (127 / length if length else 0))
    return np.asarray(np.clip(scaled, -127, 127), dtype=np.int8)


def bucket(stem: str) -> int:
    """The column of a stem in `terms`."""
    return crc32(stem.encode()) >> (32 - BITS)


def _terms(reads: Sequence[Read]) -> sparse.csr_array:
    rows, where, times = _counted([[bucket(stem) for stem in read.stems] for read in reads])
    many = np.array([len(read.stems) for read in reads], dtype=np.float32)
    length = _K1 * (1 - _B + _B * many / _USUAL)
    weights = times * (_K1 + 1) / (times + length[rows])
    return _table(rows, where, weights, (len(reads), BUCKETS))


def _grams(reads: Sequence[Read]) -> sparse.csr_array:
    rows, where, times = _counted([read.grams for read in reads])
    weights = 1 + np.log(times)
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(reads)))
    return _table(rows, where, weights / np.maximum(lengths, 1e-9)[rows], (len(reads), BUCKETS))


def _counted(found: Sequence[Sequence[int]]) -> tuple[Array, Array, Array]:
    """(row, column, times) of every number in every row, in order."""
    rows = np.repeat(np.arange(len(found), dtype=np.int64), [len(each) for each in found])
    flat = [np.asarray(each, dtype=np.int64) for each in found]
    keys = (rows << BITS) + (np.concatenate(flat) if flat else rows)
    unique, times = np.unique(keys, return_counts=True)
    return unique >> BITS, unique & (BUCKETS - 1), times.astype(np.float32)


def _table(rows: Array, where: Array, what: Array, shape: tuple[int, int]) -> sparse.csr_array:
    ends = np.concatenate([[0], np.cumsum(np.bincount(rows, minlength=shape[0]))])
    indices, starts = where.astype(np.int32), ends.astype(np.int32)
    return sparse.csr_array((what.astype(np.float32), indices, starts), shape=shape)


def _by_key(found: Iterable[Mapping[str, float]], known: Field) -> sparse.csr_array:
    rows = [
        {known.number[key]: value for key, value in each.items() if key in known.number}
        for each in found
    ]
    return _csr(rows, max(1, len(known.concepts)))


def _csr(rows: Sequence[Mapping[int, float]], width: int) -> sparse.csr_array:
    ends = np.cumsum([0, *(len(row) for row in rows)], dtype=np.int32)
    where = np.fromiter((n for row in rows for n in row), dtype=np.int32, count=ends[-1])
    what = np.fromiter((v for row in rows for v in row.values()), dtype=np.float32, count=ends[-1])
    return sparse.csr_array((what, where, ends), shape=(len(rows), width))
