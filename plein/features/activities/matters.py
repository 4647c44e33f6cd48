"""People without mail who have to hear by phone that something does not go on."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from plein.features.activities.models import Activity, Occurrence, Registration
from plein.lib.matter import Layer, Matter, MatterSource

KIND = "activities.to_call"


def to_call(town_id: UUID) -> Iterator[Matter]:
    """Counts and the title of a public activity; names stand on its own page only."""
    now = timezone.now()
    rows = Registration.objects.filter(
        Q(occurrence__starts_at__gte=now) | Q(occurrence__day=None),
        town=town_id,
        member=None,
        mail="",
        told_at=None,
        forgotten_at=None,
        occurrence__state=Occurrence.State.CANCELLED,
    ).standing()
    found = rows.values("occurrence__activity").annotate(
        people=Count("pk"), since=Min("occurrence__changed_at"), begins=Min("occurrence__starts_at")
    )
    numbers = {row["occurrence__activity"]: row for row in found}
    activities = Activity.objects.filter(town=town_id, pk__in=numbers).select_related("theme")
    for activity in activities.order_by("id"):
        row = numbers[activity.pk]
        yield Matter(
            kind=KIND,
            about=activity.pk,
            community=activity.community_id,
            area=activity.community_id,
            theme=activity.theme.key if activity.theme else "",
            words=_words(row["people"], activity.title),
            url=reverse("activities:call", args=[activity.address]),
            hurts_from=row["since"],
            due=row["begins"],
        )


def _words(people: int, title: str) -> str:
    words = ngettext(
        "Call %(people)d person: “%(title)s” does not go on",
        "Call %(people)d people: “%(title)s” does not go on",
        people,
    )
    return words % {"people": people, "title": title}


MATTERS = [
    MatterSource(
        kind=KIND,
        title=gettext_lazy("People to call about something that does not go on"),
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
