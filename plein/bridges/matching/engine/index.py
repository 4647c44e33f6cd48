"""All live posts of one side of a town, in the worker's memory; one post ranked against them.

`put` and `remove` keep it up to date: new rows wait in a small table that is joined when it grows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from .columns import Columns
from .concepts import Field, field_of
from .meaning import Measure
from .shapes import Read

_JOIN_AT = 512


class Index:
    """Live posts that one post may be laid beside. `model` names the model of the vectors."""

    def __init__(
        self, reads: Sequence[Read] = (), *, known: Field | None = None, model: str | None = None
    ) -> None:
        self.known = known or field_of()
        self.model = model if model is not None else _model_of(reads)
        self.size = next((len(r.vector) // 2 for r in reads if r.model == self.model), 0)
        self._fresh: dict[str, Read] = {}
        self._gone: set[str] = set()
        self._take(self._columns(reads))

    def __len__(self) -> int:
        return len(self.columns) + len(self._fresh) - len(self._gone)

    def put(self, read: Read) -> None:
        """Add a post, or take its words and fields of today in place of the old ones."""
        if read.post.id in self._row:
            self._gone.add(read.post.id)
        self._fresh[read.post.id] = read
        if not self.size and read.vector:
            self.model, self.size = read.model, len(read.vector) // 2
            empty = np.zeros((len(self.columns), self.size), dtype=np.int8)
            self.columns = replace(self.columns, vectors=empty)
        if len(self._fresh) >= _JOIN_AT:
            self.settle()

    def remove(self, post_id: str) -> None:
        """Take a post out; nothing happens when it is not there."""
        self._fresh.pop(post_id, None)
        if post_id in self._row:
            self._gone.add(post_id)

    def _columns(self, reads: Sequence[Read]) -> Columns:
        return Columns.of(reads, self.known, self.size, self.model)

    def settle(self) -> None:
        """Join what was put and removed since the last time."""
        if not self._fresh and not self._gone:
            return
        columns = self.columns
        if self._gone:
            rows = [n for n, each in enumerate(columns.ids) if each not in self._gone]
            columns = columns.where(np.array(rows, dtype=np.int64))
        if self._fresh:
            columns = columns.joined(self._columns(list(self._fresh.values())))
        self._fresh, self._gone = {}, set()
        self._take(columns)

    def _take(self, columns: Columns) -> None:
        self.columns = columns
        self.measure = Measure(columns, self.known)
        self._row = {each: n for n, each in enumerate(columns.ids)}


def _model_of(reads: Iterable[Read]) -> str:
    return next((read.model for read in reads if read.model), "")
