"""People without mail who have to hear by phone that something is off or at another time."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from plein.features.activities import queries
from plein.features.activities.models import Activity, Occurrence
from plein.lib.matter import Layer, Matter, MatterSource

KIND = "activities.to_call"


def to_call(town_id: UUID) -> Iterator[Matter]:
    """Counts and the title of a public activity; names stand on its own page only."""
    waiting = queries.waiting_for_a_call(town_id).values("occurrence__activity")
    people = dict(waiting.annotate(Count("pk")).values_list("occurrence__activity", "pk__count"))
    rows = queries.different(town_id).filter(activity__in=people).values("activity")
    planned = Count("pk", filter=Q(state=Occurrence.State.PLANNED))
    dates = {
        row["activity"]: row
        for row in rows.annotate(since=Min("changed_at"), begins=Min("starts_at"), planned=planned)
    }
    activities = Activity.objects.filter(town=town_id, pk__in=people).select_related("theme")
    for activity in activities.order_by("id"):
        row = dates[activity.pk]
        yield Matter(
            kind=KIND,
            about=activity.pk,
            community=activity.community_id,
            area=activity.community_id,
            theme=activity.theme.key if activity.theme else "",
            words=_words(people[activity.pk], activity.title, off=not row["planned"]),
            url=reverse("activities:call", args=[activity.address]),
            hurts_from=row["since"],
            due=row["begins"],
        )


def _words(people: int, title: str, *, off: bool) -> str:
    if off:
        words = ngettext(
            "Call %(people)d person: “%(title)s” does not go on",
            "Call %(people)d people: “%(title)s” does not go on",
            people,
        )
    else:
        words = ngettext(
            "Call %(people)d person: “%(title)s” is at another time",
            "Call %(people)d people: “%(title)s” is at another time",
            people,
        )
    return words % {"people": people, "title": title}


MATTERS = [
    MatterSource(
        kind=KIND,
        title=gettext_lazy("People to call: something is off, or at another time"),
        all=to_call,
        module="agenda",
        pictogram="phone",
        layer=Layer.TODAY,
        urgency=30,
        minutes=10,
        changes=("activities.activity",),
        act_label=gettext_lazy("To the numbers"),
    ),
]
