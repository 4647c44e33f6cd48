"""Reading the chain again: does every line still say what it said when it was sealed?"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from plein.foundation.audit.models import Chain, Record
from plein.foundation.audit.sealing import digest


@dataclass(frozen=True)
class Break:
    town_id: UUID
    number: int
    what: str


def breaks() -> Iterator[Break]:
    """The first place in each town where the chain breaks."""
    chains = {chain.town_id: chain for chain in Chain.objects.all()}
    sealed = Record.objects.exclude(number=None).order_by()
    for town_id in sorted({*chains, *sealed.values_list("town_id", flat=True).distinct()}):
        if found := first_break(town_id, chains.get(town_id)):
            yield found


def first_break(town_id: UUID, chain: Chain | None) -> Break | None:
    number, previous = 0, ""
    lines = Record.objects.in_town(town_id).exclude(number=None).order_by("number")
    for line in lines.iterator(chunk_size=1000):
        number += 1
        if line.number != number:
            return Break(town_id, number, "missing")
        previous = digest(previous, number, line)
        if line.digest != previous:
            return Break(town_id, number, "changed")
    if chain is None or (chain.number, chain.digest) != (number, previous):
        return Break(town_id, number + 1, "end missing")
    return None
