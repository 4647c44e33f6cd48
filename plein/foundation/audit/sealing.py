"""The chain of digests that shows when a line of the audit was changed or taken away."""

import json
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from plein.foundation.audit.models import Chain, Record

BATCH = 500


def seal() -> int:
    """Seal every line that is not sealed yet. Returns how many."""
    towns = Record.objects.unsealed().order_by().values_list("town_id", flat=True).distinct()
    return sum(seal_town(town_id) for town_id in list(towns))


def seal_town(town_id: UUID) -> int:
    done = 0
    while sealed := _seal_batch(town_id):
        done += sealed
    return done


@transaction.atomic
def _seal_batch(town_id: UUID) -> int:
    Chain.objects.get_or_create(town_id=town_id)
    # Only one process at a time may add to a town's chain.
    chain = Chain.objects.select_for_update().get(town_id=town_id)
    lines = list(Record.objects.in_town(town_id).unsealed().order_by("id")[:BATCH])
    for line in lines:
        chain.number += 1
        chain.digest = digest(chain.digest, chain.number, line)
        # The one change a line ever sees, past the queryset that refuses all others.
        rows: QuerySet[Record] = QuerySet(Record)
        rows.filter(pk=line.pk, number=None).update(number=chain.number, digest=chain.digest)
    if lines:
        chain.sealed_at = timezone.now()
        chain.save(update_fields=["number", "digest", "sealed_at"])
    return len(lines)


def digest(previous: str, number: int, line: Record) -> str:
    """What is sealed: everything in the line, and all that came before it."""
    content = [
        previous,
        number,
        line.id.hex,
        line.town_id.hex,
        line.community_id.hex if line.community_id else None,
        line.key,
        line.about_kind,
        line.about_id.hex if line.about_id else None,
        line.by_id.hex if line.by_id else None,
        line.values,
        int(line.made_at.timestamp() * 1_000_000),
    ]
    return sha256(json.dumps(content, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
