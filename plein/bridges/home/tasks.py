"""Once a day: how many parts there are (SIMPLE-3), and the number on the front page."""

from plein.bridges.home import actions
from plein.foundation import jobs
from plein.foundation.communities.actions import note_filled
from plein.foundation.communities.models import Community


@jobs.daily(at="04:10")
def count_districts() -> None:
    for community in Community.objects.exclude(kind=Community.Kind.REGION).iterator():
        note_filled(community, "districts", len(community.tree.districts(community)))


@jobs.daily(at="04:15")
def count_appointments() -> None:
    for community in Community.objects.exclude(kind=Community.Kind.REGION).iterator():
        actions.count(community)
