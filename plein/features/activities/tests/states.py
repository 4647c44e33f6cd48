"""Pages of activities that come with a thing of a kind that few have."""

from plein.features.activities.models import Activity
from plein.features.activities.tests.making import make_club


def _of_a_calendar(cast, as_member):
    activity = make_club(cast.noor)
    Activity.objects.filter(pk=activity.pk).update(feed_uid="a@kalender.example")
    return as_member(cast.noor), f"{activity.get_absolute_url()}wijzigen/"


STATES = {"activities/of_a_calendar.html": _of_a_calendar}
