"""All live posts of one side of a town, in the worker's memory; `ranking.rank` reads it.

Two layers: a large one that is built seldom and a small fresh one for what was put since. What is
put counts at once; the rarity of words is renewed when the fresh layer is joined to the large one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .columns import Array, Columns
from .concepts import Field, field_of
from .meaning import Lengths, Measure
from .memory import give_back
from .shapes import Read

_JOIN_AT = 512
_CITY = 10_000


@dataclass(frozen=True, slots=True)
class Layer:
    """Posts, the lengths of their concepts, and which of them are still there."""

    columns: Columns
    lengths: Lengths
    there: Array


class Index:
    """Live posts that one post may be laid beside. `model` names the model of the vectors."""

    def __init__(
        self, reads: Sequence[Read] = (), *, known: Field | None = None, model: str | None = None
    ) -> None:
        self.known = known or field_of()
        self.model, self.size = model or "", 0
        self._fresh: dict[str, Read] = {}
        self._small: Layer | None = None
        self._size_of(reads)
        self._take(self._columns(reads))

    def __len__(self) -> int:
        return int(self._large.there.sum()) + len(self._fresh)

    def put(self, read: Read) -> None:
        """Add a post, or take its words and fields of today in place of the old ones."""
        self.put_all([read])

    def put_all(self, reads: Sequence[Read]) -> None:
        """Many at once; in batches of some thousands when a worker starts on a city."""
        self._size_of(reads)
        for read in reads:
            self.remove(read.post.id)
            self._fresh[read.post.id] = read
        self._small = None
        if len(self._fresh) >= _JOIN_AT:
            self.settle()

    def remove(self, post_id: str) -> None:
        """Take a post out; nothing happens when it is not there."""
        if self._fresh.pop(post_id, None):
            self._small = None
        if (row := self._row.get(post_id)) is not None:
            self._large.there[row] = False

    def layers(self) -> list[Layer]:
        """The large layer and, when there is anything new, the small one."""
        if self._fresh and self._small is None:
            self._small = self._layer(self._columns(list(self._fresh.values())))
        return [self._large, self._small] if self._fresh and self._small else [self._large]

    def settle(self) -> None:
        """Join the layers, drop what is gone and renew the rarity of words and concepts."""
        columns, there = self._large.columns, self._large.there
        if not there.all():
            columns.keep(np.flatnonzero(there))
        if self._fresh:
            columns.extend(self._columns(list(self._fresh.values())))
        self._fresh, self._small = {}, None
        self._take(columns)
        if len(columns) > _CITY:
            give_back()

    def _columns(self, reads: Sequence[Read]) -> Columns:
        return Columns.of(reads, self.known, self.size, self.model)

    def _layer(self, columns: Columns) -> Layer:
        return Layer(columns, self.measure.lengths(columns), np.ones(len(columns), dtype=bool))

    def _take(self, columns: Columns) -> None:
        self.measure = Measure(columns, self.known)
        self._large = self._layer(columns)
        self._row = {each: n for n, each in enumerate(columns.ids)}

    def _size_of(self, reads: Sequence[Read]) -> None:
        """The first vector tells which model this index holds, and how long its vectors are."""
        if self.size:
            return
        first = next((r for r in reads if r.vector and self.model in ("", r.model)), None)
        if first is None:
            return
        self.model, self.size = first.model, len(first.vector) // 2
        if hasattr(self, "_large"):
            empty = np.zeros((len(self._large.columns), self.size), dtype=np.int8)
            self._take(replace(self._large.columns, vectors=empty))
