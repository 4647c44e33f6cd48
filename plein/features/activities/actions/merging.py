"""Two organisations were one: their agenda is one too."""

from plein.features.activities.models import Activity, CalendarFeed
from plein.foundation import jobs
from plein.foundation.organisations.models import Organisation


def take_along(kept: Organisation, gone: Organisation) -> None:
    """A calendar that both handed in is read once from now on; what stood in it stays."""
    activities = Activity.objects.filter(town=gone.town_id, organisation=gone)
    keys = list(activities.values_list("pk", flat=True))
    activities.update(organisation=kept)
    theirs = CalendarFeed.objects.filter(town=gone.town_id, organisation=gone)
    known = CalendarFeed.objects.filter(town=gone.town_id, organisation=kept)
    theirs.filter(url__in=known.values("url")).delete()
    theirs.update(organisation=kept)
    jobs.changed_many("activities.activity", keys)
