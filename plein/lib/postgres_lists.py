"""Lists on their way to PostgreSQL: Django writes many rows as a list for each column.

psycopg writes a sign before each quote in them by a pattern, one by one: a third of the work of
making a town with its first lists, in all their languages. Here it is done at once.
"""

from typing import Any

import psycopg
from psycopg.types.array import ListDumper


class QuickLists(ListDumper):
    """A list in one layer; a list of lists goes the usual way."""

    def dump(self, obj: list[Any]) -> Any:
        if not obj or any(isinstance(item, list) for item in obj):
            return super().dump(obj)
        dump = self.sub_dumper.dump if self.sub_dumper else self._dump_item
        told = (None if item is None else dump(item) for item in obj)
        return b"{%s}" % self.delimiter.join(map(_quoted, told))


def _quoted(told: Any) -> bytes:
    """Between quotes, which PostgreSQL takes of whatever type."""
    if told is None:
        return b"NULL"
    return b'"%s"' % bytes(told).replace(b"\\", b"\\\\").replace(b'"', b'\\"')


def register() -> None:
    """For every connection that is made from now on."""
    psycopg.adapters.register_dumper(list, QuickLists)
