"""How full the house "Wijken" is: fewer than three parts, and it is not shown (SIMPLE-3)."""

from plein.foundation import jobs
from plein.foundation.communities.actions import note_filled
from plein.foundation.communities.models import Community


@jobs.daily(at="04:10")
def count_districts() -> None:
    for community in Community.objects.exclude(kind=Community.Kind.REGION).iterator():
        note_filled(community, "districts", len(community.tree.districts(community)))
